/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asking for files: one function a question, whatever the toolkit's version offers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Called once: with the chosen files (element-type GFile), or NULL where the user thought better. */
typedef void (*InkFilesFunc) (GListModel *files, gpointer data);

void ink_compat_open_files (GtkWindow *parent, const char *title, InkFilesFunc done,
                            gpointer data);
/* One file. @pattern: such as "*.json"; the user can ask for all files. */
void ink_compat_open_file  (GtkWindow *parent, const char *title, const char *kind,
                            const char *pattern, InkFilesFunc done, gpointer data);
/* @name: proposed, with its ending. @pattern: such as "*.inkling". */
void ink_compat_save_file  (GtkWindow *parent, const char *title, const char *name,
                            const char *kind, const char *pattern, InkFilesFunc done,
                            gpointer data);

G_END_DECLS
