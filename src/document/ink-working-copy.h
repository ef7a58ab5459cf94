/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The private file on which a document works: its place, its lock, and what it knows of the
 * user's file. Lives in $XDG_DATA_HOME/inkling/working, readable by the user alone. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InkWorkingCopy:
 * @id: a UUID, the name of all its files
 * @path: the database; @spare: a second private file beside it, for saving
 * @file: (nullable): the user's file
 * @etag: (nullable): that file's mark when it was last read or written
 * @next_etag: (nullable): the mark of what was about to be renamed over it, with the history's
 *   @next_step: a crash right after the rename is no change by somebody else
 * @made_step: the history's step that nobody needs to recover, because the program itself makes it
 *   at any time: the sample (0: there is none)
 */
typedef struct
{
  char *id;
  char *path;
  char *spare;
  char *lock_path;
  char *info_path;
  int lock;
  char *title;
  GFile *file;
  char *etag;
  char *next_etag;
  gint64 next_step;
  gint64 made_step;
} InkWorkingCopy;

/* The folder, made where it is not there. NULL with @error: no right, no room. */
char           *ink_working_folder       (GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A new id, locked; no database yet. */
InkWorkingCopy *ink_working_copy_new     (GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over what a dead process left. NULL with G_IO_ERROR_BUSY where it lives. */
InkWorkingCopy *ink_working_copy_adopt   (const char *id, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Notes @file, @etag and title on disk. Not finding room for it is no error of the document's. */
void            ink_working_copy_note    (InkWorkingCopy *self);
void            ink_working_copy_set_file (InkWorkingCopy *self, GFile *file, const char *etag);
/* Deletes the database and its side files. */
void            ink_working_copy_delete  (InkWorkingCopy *self);
/* Gives the lock back; the files stay where they were not deleted. */
void            ink_working_copy_unlock  (InkWorkingCopy *self);
void            ink_working_copy_free    (InkWorkingCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkWorkingCopy, ink_working_copy_free)

G_END_DECLS
