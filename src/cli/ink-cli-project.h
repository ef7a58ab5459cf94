/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening and writing back a project on the command line. */
#pragma once

#include "document/ink-document.h"

G_BEGIN_DECLS

/* The project at @path. Where it is not there: made anew with @create, else an error. */
InkDocument *ink_cli_project_open  (const char *path, gboolean create, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* A new project that is going to stand at @path, in a folder that is there. */
InkDocument *ink_cli_project_new   (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes it to @path and closes it. */
gboolean     ink_cli_project_save  (InkDocument *document, const char *path, GError **error);
/* Closes one that was only looked at. */
void         ink_cli_project_close (InkDocument *document);

/* The whole of a small text file (a definition), refused above 8 MiB. */
char        *ink_cli_read_file     (const char *path, gsize *length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;


G_END_DECLS
