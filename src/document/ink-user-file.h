/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The user's file: copied from as a stream, replaced as a whole, never opened by SQLite. */
#pragma once

#include <gio/gio.h>

#include "base/ink-progress.h"

G_BEGIN_DECLS

/* A mark that differs once somebody wrote the file. NULL where it is not there. */
char    *ink_user_file_mark     (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

/* Copies @file to the private @path. Only a plain file that begins like a project is taken; @mark
 * (out) is what it was then. */
gboolean ink_user_file_copy_in  (GFile *file, const char *path, char **mark,
                                 InkProgress *progress, GCancellable *cancellable,
                                 GError **error);

/* INK_ERROR_CHANGED where @file is there with another mark than @expected (nullable: any). */
gboolean ink_user_file_check    (GFile *file, const char *expected, GError **error);

/* Told the mark that the file will have, right before it becomes the file. */
typedef void (*InkUserFileNote) (const char *mark, gpointer data);

/* Puts a copy of @path in the place of @file: a sibling, synced, renamed over it. With @expected
 * (nullable: whatever is there), INK_ERROR_CHANGED where the file has another mark than that. */
gboolean ink_user_file_replace  (GFile *file, const char *path, const char *expected,
                                 InkUserFileNote note, gpointer data, InkProgress *progress,
                                 GCancellable *cancellable, GError **error);

/* The name for messages and titles; without the ending where it has ours. */
char    *ink_user_file_name     (GFile *file) G_GNUC_WARN_UNUSED_RESULT;
char    *ink_user_file_title    (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
