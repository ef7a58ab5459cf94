/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The private file on which a document works: its place, its lock, and what it knows of the
 * user's file. */
#include "config.h"

#include "document/ink-working-copy.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ink-error.h"

#define MOST_NAMES 8
#define GROUP "working-copy"

char *
ink_working_folder (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "inkling", "working", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return g_steal_pointer (&folder);
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
               _("The folder for work in progress, %s, cannot be made (%s)."), folder,
               g_strerror (errno));
  return NULL;
}

static InkWorkingCopy *
working_copy_at (const char *folder,
                 const char *id)
{
  InkWorkingCopy *self = g_new0 (InkWorkingCopy, 1);

  self->id = g_strdup (id);
  self->path = g_strdup_printf ("%s/%s.db", folder, id);
  self->spare = g_strdup_printf ("%s/%s.save", folder, id);
  self->lock_path = g_strdup_printf ("%s/%s.lock", folder, id);
  self->info_path = g_strdup_printf ("%s/%s.info", folder, id);
  self->lock = -1;
  return self;
}

/* The lock is the kernel's: it ends with the process, however that ends. */
static gboolean
take_lock (InkWorkingCopy  *self,
           GError         **error)
{
  struct stat mine, there;

  self->lock = open (self->lock_path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->lock < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                   _("The folder for work in progress cannot be written to (%s)."),
                   g_strerror (errno));
      return FALSE;
    }
  /* Between open and lock, a clean close may have unlinked it: then the lock protects nothing. */
  if (flock (self->lock, LOCK_EX | LOCK_NB) == 0 && fstat (self->lock, &mine) == 0 &&
      stat (self->lock_path, &there) == 0 && mine.st_ino == there.st_ino)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_BUSY,
               _("This project is open in another Inkling."));
  return FALSE;
}

/* Nobody knows the name yet, but who looks for what a crash left may take any lock for a moment: then
 * another name is as good. */
InkWorkingCopy *
ink_working_copy_new (GError **error)
{
  g_autofree char *folder = ink_working_folder (error);

  if (folder == NULL)
    return NULL;
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_uuid_string_random ();
      g_autoptr (InkWorkingCopy) self = working_copy_at (folder, id);
      g_autoptr (GError) failure = NULL;

      if (take_lock (self, &failure))
        return g_steal_pointer (&self);
      if (i < MOST_NAMES && g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_BUSY))
        continue;
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
}

static void
read_info (InkWorkingCopy *self)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *uri = NULL;

  if (!g_key_file_load_from_file (info, self->info_path, G_KEY_FILE_NONE, NULL))
    return;
  uri = g_key_file_get_string (info, GROUP, "file", NULL);
  self->file = uri != NULL ? g_file_new_for_uri (uri) : NULL;
  self->title = g_key_file_get_string (info, GROUP, "title", NULL);
  self->etag = g_key_file_get_string (info, GROUP, "etag", NULL);
  self->next_etag = g_key_file_get_string (info, GROUP, "next-etag", NULL);
  self->next_step = g_key_file_get_int64 (info, GROUP, "next-step", NULL);
  self->made_step = g_key_file_get_int64 (info, GROUP, "made-step", NULL);
}

InkWorkingCopy *
ink_working_copy_adopt (const char  *id,
                        GError     **error)
{
  g_autofree char *folder = ink_working_folder (error);
  g_autoptr (InkWorkingCopy) self = NULL;

  g_return_val_if_fail (g_uuid_string_is_valid (id), NULL);

  if (folder == NULL)
    return NULL;
  self = working_copy_at (folder, id);
  if (!take_lock (self, error))
    return NULL;
  read_info (self);
  return g_steal_pointer (&self);
}

static void
set_string (GKeyFile   *info,
            const char *key,
            const char *value)
{
  if (value != NULL)
    g_key_file_set_string (info, GROUP, key, value);
}

void
ink_working_copy_note (InkWorkingCopy *self)
{
  g_autoptr (GKeyFile) info = g_key_file_new ();
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  g_autofree char *text = NULL;

  set_string (info, "title", self->title);
  set_string (info, "file", uri);
  set_string (info, "etag", self->etag);
  set_string (info, "next-etag", self->next_etag);
  g_key_file_set_int64 (info, GROUP, "next-step", self->next_step);
  g_key_file_set_int64 (info, GROUP, "made-step", self->made_step);
  text = g_key_file_to_data (info, NULL, NULL);
  g_file_set_contents_full (self->info_path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600,
                            NULL);
}

void
ink_working_copy_set_file (InkWorkingCopy *self,
                           GFile          *file,
                           const char     *etag)
{
  g_set_object (&self->file, file);
  g_free (self->etag);
  self->etag = g_strdup (etag);
  g_clear_pointer (&self->next_etag, g_free);
  ink_working_copy_note (self);
}

void
ink_working_copy_delete (InkWorkingCopy *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *spare = g_strconcat (self->spare, suffixes[i], NULL);

      g_unlink (path);
      g_unlink (spare);
    }
  g_unlink (self->info_path);
  g_unlink (self->lock_path);
}

void
ink_working_copy_unlock (InkWorkingCopy *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

void
ink_working_copy_free (InkWorkingCopy *self)
{
  if (self == NULL)
    return;
  ink_working_copy_unlock (self);
  g_clear_object (&self->file);
  g_free (self->id);
  g_free (self->path);
  g_free (self->spare);
  g_free (self->lock_path);
  g_free (self->info_path);
  g_free (self->title);
  g_free (self->etag);
  g_free (self->next_etag);
  g_free (self);
}
