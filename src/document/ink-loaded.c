/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opening a project as far as a worker thread can: file to working copy to values. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/ink-error.h"
#include "document/ink-document-private.h"
#include "document/ink-user-file.h"

void
ink_loaded_free (InkLoaded *loaded)
{
  if (loaded == NULL)
    return;
  ink_storage_unref (loaded->storage);
  g_clear_pointer (&loaded->definition, ink_definition_unref);
  g_clear_pointer (&loaded->store, ink_event_store_unref);
  g_free (loaded);
}

/* Takes @storage over. */
static InkLoaded *
load (InkStorage          *storage,
      const InkLoadedPeek *peek,
      GCancellable        *cancellable,
      GError             **error)
{
  g_autoptr (InkLoaded) loaded = g_new0 (InkLoaded, 1);
  g_autoptr (GPtrArray) items = NULL;

  loaded->storage = storage;
  if (!ink_storage_get_place (storage, &loaded->place, error))
    return NULL;
  items = ink_storage_load_items (storage, error);
  if (items == NULL)
    return NULL;
  loaded->definition = ink_definition_from_items (items, error);
  if (loaded->definition == NULL)
    return NULL;
  if (peek != NULL)
    peek->run (storage, loaded->definition, peek->data);
  loaded->store = ink_storage_open_store (storage, loaded->place.position, cancellable, error);
  return loaded->store != NULL ? g_steal_pointer (&loaded) : NULL;
}

InkLoaded *
ink_loaded_new (GError **error)
{
  InkWorkingCopy *copy = ink_working_copy_new (error);
  InkStorage *storage;

  if (copy == NULL)
    return NULL;
  storage = ink_storage_create (copy, error);
  if (storage == NULL)
    return NULL;
  ink_working_copy_note (copy);
  return load (storage, NULL, NULL, error);
}

static void
prefix_name (GFile   *file,
             GError **error)
{
  g_autofree char *name = ink_user_file_name (file);

  /* Errors about the file itself name it already. */
  if (error != NULL && *error != NULL && (*error)->domain == INK_ERROR &&
      strstr ((*error)->message, name) == NULL)
    g_prefix_error (error, _("“%s” could not be opened. "), name);
}

static InkLoaded *
open_copy (InkWorkingCopy       *copy,
           GFile                *file,
           const char           *mark,
           const InkLoadedPeek  *peek,
           GCancellable         *cancellable,
           GError              **error)
{
  InkStorage *storage = ink_storage_open (copy, error);
  g_autoptr (InkLoaded) loaded
      = storage != NULL ? load (storage, peek, cancellable, error) : NULL;

  if (loaded == NULL)
    return NULL;
  if (loaded->place.saved != loaded->place.position &&
      !ink_storage_set_saved (storage, loaded->place.position, error))
    return NULL;
  loaded->place.saved = loaded->place.position;
  copy->title = ink_user_file_title (file);
  ink_working_copy_set_file (copy, file, mark);
  return g_steal_pointer (&loaded);
}

InkLoaded *
ink_loaded_open (GFile                *file,
                 const InkLoadedPeek  *peek,
                 InkProgress          *progress,
                 GCancellable         *cancellable,
                 GError              **error)
{
  InkWorkingCopy *copy = ink_working_copy_new (error);
  g_autofree char *mark = NULL;
  g_autofree char *id = NULL;
  InkLoaded *loaded = NULL;

  if (copy == NULL)
    return NULL;
  id = g_strdup (copy->id);
  if (ink_user_file_copy_in (file, copy->path, &mark, progress, cancellable, error))
    loaded = open_copy (copy, file, mark, peek, cancellable, error);
  else
    {
      ink_working_copy_delete (copy);
      ink_working_copy_free (copy);
    }
  if (loaded == NULL)
    {
      g_autoptr (InkWorkingCopy) left = ink_working_copy_adopt (id, NULL);

      if (left != NULL)
        ink_working_copy_delete (left);
      prefix_name (file, error);
    }
  return loaded;
}

/* A crash between renaming the file into place and noting so leaves nothing unsaved. */
gboolean
ink_loaded_is_unsaved (InkStorage      *storage,
                       InkStoragePlace *place)
{
  InkWorkingCopy *copy = ink_storage_get_copy (storage);
  g_autofree char *mark = copy->file != NULL ? ink_user_file_mark (copy->file) : NULL;

  if (mark != NULL && g_strcmp0 (mark, copy->next_etag) == 0)
    {
      place->saved = copy->next_step;
      ink_working_copy_set_file (copy, copy->file, mark);
    }
  return place->position != place->saved;
}

InkLoaded *
ink_loaded_recover (const char    *id,
                    GCancellable  *cancellable,
                    GError       **error)
{
  InkWorkingCopy *copy = ink_working_copy_adopt (id, error);
  InkStorage *storage;
  g_autoptr (InkLoaded) loaded = NULL;

  if (copy == NULL)
    return NULL;
  storage = ink_storage_open (copy, error);
  loaded = storage != NULL ? load (storage, NULL, cancellable, error) : NULL;
  if (loaded == NULL)
    return NULL;
  ink_loaded_is_unsaved (storage, &loaded->place);
  return g_steal_pointer (&loaded);
}
