/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens whatever the fuzzer makes as a project, and uses everything that opened. */
#include <glib/gstdio.h>
#include <stdint.h>

#include "document/ink-document.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
read_all (InkEventStore *store)
{
  const InkSchema *schema = ink_event_store_get_schema (store);
  guint32 sessions;

  for (guint i = 0; i < schema->n_properties; i++)
    {
      g_autoptr (InkProperty) property =
        ink_event_store_load_property (store, schema->properties[i].name, schema->properties[i].on,
                                       NULL);

      for (guint32 row = 0; property != NULL && row < property->n_rows; row++)
        g_free (ink_value_to_text (ink_property_get (property, row)));
    }
  ink_event_store_get_sessions (store, &sessions);
}

static void
use (InkDocument *document)
{
  g_autoptr (GPtrArray) imports = ink_document_get_imports (document, NULL);

  read_all (ink_document_get_store (document));
  for (int i = 0; i < 8 && ink_document_get_can_undo (document); i++)
    if (!ink_document_undo (document, NULL))
      break;
  for (int i = 0; i < 8 && ink_document_get_can_redo (document); i++)
    if (!ink_document_redo (document, NULL))
      break;
  read_all (ink_document_get_store (document));
  g_free (ink_document_get_result (document, "funnel", NULL));
}

/* One folder for the whole run; in memory where there is such a place. */
static const char *
get_folder (void)
{
  static char *folder;

  if (folder == NULL)
    {
      if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
        g_setenv ("TMPDIR", "/dev/shm", FALSE);
      folder = g_dir_make_tmp ("inkling-fuzz-XXXXXX", NULL);
      g_setenv ("XDG_DATA_HOME", folder, TRUE);
    }
  return folder;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = g_build_filename (get_folder (), "input.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  InkDocument *document;

  g_unlink (path);
  if (!g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return 0;
  document = ink_document_open (file, NULL, NULL, NULL);
  if (document == NULL)
    return 0;
  use (document);
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (document);
  return 0;
}
