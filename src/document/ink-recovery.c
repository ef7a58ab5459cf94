/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Working copies that nobody uses any more but that hold what was never saved. */
#include "config.h"

#include "document/ink-recovery.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "document/ink-document-private.h"
#include "document/ink-user-file.h"

void
ink_recovery_free (InkRecovery *recovery)
{
  if (recovery == NULL)
    return;
  g_free (recovery->id);
  g_free (recovery->title);
  g_clear_object (&recovery->file);
  g_free (recovery);
}

static gint64
changed_at (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf file, wal;
  gint64 time = g_stat (path, &file) == 0 ? (gint64) file.st_mtime : 0;

  if (g_stat (log, &wal) == 0)
    time = MAX (time, (gint64) wal.st_mtime);
  return time * G_USEC_PER_SEC;
}

static InkRecovery *
describe (const InkWorkingCopy *copy,
          gint64                changed)
{
  InkRecovery *recovery = g_new0 (InkRecovery, 1);

  recovery->id = g_strdup (copy->id);
  recovery->title = g_strdup (copy->title != NULL ? copy->title : _("New Project"));
  recovery->file = copy->file != NULL ? g_object_ref (copy->file) : NULL;
  recovery->changed = changed;
  return recovery;
}

/* Nobody worked on it: the program makes the same again. */
static gboolean
is_as_made (InkStorage            *storage,
            const InkStoragePlace *place)
{
  const InkWorkingCopy *copy = ink_storage_get_copy (storage);

  return copy->file == NULL && copy->made_step > 0 && place->position == copy->made_step &&
         place->last == copy->made_step;
}

/* The note is written once a project was opened as a whole; a copy without one never was. Takes
 * @copy over. */
static InkRecovery *
examine (InkWorkingCopy *copy)
{
  gint64 changed = changed_at (copy->path);
  gboolean whole = g_file_test (copy->info_path, G_FILE_TEST_EXISTS);
  g_autoptr (InkRecovery) recovery = describe (copy, changed);
  g_autofree char *id = g_strdup (copy->id);
  g_autoptr (InkStorage) storage = ink_storage_open (copy, NULL);
  InkStoragePlace place;

  if (storage == NULL)
    {
      g_autoptr (InkWorkingCopy) again = !whole ? ink_working_copy_adopt (id, NULL) : NULL;

      if (again != NULL)
        ink_working_copy_delete (again);
      return whole ? g_steal_pointer (&recovery) : NULL;
    }
  if (whole && (!ink_storage_get_place (storage, &place, NULL) ||
                (ink_loaded_is_unsaved (storage, &place) && !is_as_made (storage, &place))))
    {
      ink_storage_release (storage, FALSE);
      return g_steal_pointer (&recovery);
    }
  ink_storage_release (storage, TRUE);
  return NULL;
}

/* Half a save, half a note: what a working copy does not consist of. */
static gboolean
is_litter (const char *suffix)
{
  static const char *const parts[] = { ".db",   ".db-wal", ".db-shm", ".db-journal",
                                       ".info", ".lock",   NULL };

  return !g_strv_contains (parts, suffix);
}

/* What processes that died left of opening and saving. */
static void
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strcspn (name, "."));
      g_autofree char *database = g_strdup_printf ("%s/%s.db", folder, id);
      g_autoptr (InkWorkingCopy) copy = NULL;

      if (!g_uuid_string_is_valid (id))
        continue;
      copy = ink_working_copy_adopt (id, NULL);
      if (copy == NULL)
        continue;
      if (is_litter (name + strlen (id)))
        {
          g_autofree char *path = g_build_filename (folder, name, NULL);

          g_unlink (path);
        }
      if (!g_file_test (database, G_FILE_TEST_EXISTS))
        ink_working_copy_delete (copy);
    }
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const InkRecovery *first = *(InkRecovery *const *) a;
  const InkRecovery *second = *(InkRecovery *const *) b;

  return (first->changed < second->changed) - (first->changed > second->changed);
}

static void
examine_all (GPtrArray  *found,
             const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strcspn (name, "."));
      InkWorkingCopy *copy;
      InkRecovery *recovery;

      if (!g_str_has_suffix (name, ".db") || !g_uuid_string_is_valid (id))
        continue;
      copy = ink_working_copy_adopt (id, NULL);
      recovery = copy != NULL ? examine (copy) : NULL;
      if (recovery != NULL)
        g_ptr_array_add (found, recovery);
    }
}

GPtrArray *
ink_recovery_list (void)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_recovery_free);
  g_autofree char *folder = ink_working_folder (NULL);

  if (folder != NULL)
    {
      sweep (folder);
      examine_all (found, folder);
      g_ptr_array_sort (found, newest_first);
    }
  return found;
}

gboolean
ink_recovery_discard (const InkRecovery  *recovery,
                      GError            **error)
{
  g_autoptr (InkWorkingCopy) copy = NULL;

  g_return_val_if_fail (recovery != NULL, FALSE);

  copy = ink_working_copy_adopt (recovery->id, error);
  if (copy == NULL)
    return FALSE;
  ink_working_copy_delete (copy);
  return TRUE;
}
