/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Opens whatever the fuzzer makes as a project, and uses everything that opened. */
#include <glib/gstdio.h>
#include <stdint.h>

#include "definition/ink-definition-json.h"
#include "document/ink-document.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Every row, as a rule would see it. */
static void
read_property (InkProperty *property)
{
  for (guint32 row = 0; property != NULL && row < property->n_rows; row++)
    g_free (ink_value_to_text (ink_property_get (property, row)));
}

static void
read_properties (InkEventStore *store)
{
  const InkSchema *schema = ink_event_store_get_schema (store);

  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];
      g_autoptr (InkProperty) seen =
        ink_event_store_load_property (store, info->name, info->on, NULL);
      g_autoptr (InkProperty) given =
        ink_event_store_load_source_property (store, info->name, info->on, NULL);
      g_autoptr (InkProperty) own = ink_event_store_load_own_property (store, info->name, NULL);

      read_property (seen);
      read_property (given);
      read_property (own);
    }
}

static void
read_people (InkEventStore *store)
{
  guint32 n_people = ink_event_store_get_n_people (store);
  const guint32 *offsets = ink_event_store_get_offsets (store);

  for (guint32 person = 0; person < ink_event_store_get_n_persons (store); person++)
    {
      g_auto (GStrv) ids = ink_event_store_get_person_ids (store, person);

      /* A forged file may name two people alike; then the first is found. */
      for (guint i = 0; ids[i] != NULL; i++)
        g_assert_cmpuint (ink_event_store_find_person (store, ids[i]), <,
                          ink_event_store_get_n_persons (store));
      if (person < n_people)
        g_assert_cmpuint (offsets[person], <, offsets[person + 1]);
    }
}

static void
read_rows (InkEventStore *store)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (store);
  const gint64 *times = ink_event_store_get_times (store);
  InkCodes codes = ink_event_store_get_names (store);

  for (guint32 row = 0; row < ink_event_store_get_n_events (store); row++)
    {
      guint32 person = ink_event_store_person_of_row (store, row);
      const char *name = ink_dictionary_get (names, ink_codes_get (codes, row));

      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_free (times[row] != INK_TIME_NONE ? ink_time_to_iso (times[row]) : NULL);
      g_assert_true (person == INK_NO_PERSON || person < ink_event_store_get_n_people (store));
    }
}

static void
read_all (InkEventStore *store)
{
  guint32 n_sessions;
  const guint32 *sessions;

  read_people (store);
  read_rows (store);
  read_properties (store);
  sessions = ink_event_store_get_sessions (store, &n_sessions);
  for (guint32 row = 0; row < ink_event_store_get_n_events (store); row++)
    g_assert_true (sessions[row] == INK_NO_SESSION || sessions[row] < n_sessions);
}

/* What reads as a definition writes as one that reads. */
static void
read_definition (InkDefinition *definition)
{
  g_autofree char *json = ink_definition_to_json (definition);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) again =
    ink_definition_restore_json (json, -1, "again", &error);

  g_assert_no_error (error);
  g_assert_true (ink_definition_equal (definition, again));
}

static void
walk (InkDocument *document)
{
  for (int i = 0; i < 8 && ink_document_undo (document, NULL); i++)
    read_definition (ink_document_get_definition (document));
  read_all (ink_document_get_store (document));
  for (int i = 0; i < 8 && ink_document_redo (document, NULL); i++)
    ;
  read_all (ink_document_get_store (document));
}

/* Takes somebody out, which makes every block anew, and saves what is left. */
static void
rewrite (InkDocument *document,
         GFile *file)
{
  InkEventStore *store = ink_document_get_store (document);
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (ink_event_store_get_n_people (store) > 0)
    id = g_strdup (ink_event_store_get_person_id (store, 0));
  if (id != NULL && ink_document_forget (document, id, NULL, NULL))
    read_all (ink_document_get_store (document));
  if (ink_document_save (document, file, INK_SAVE_REPLACE, NULL, NULL, NULL))
    findings = ink_document_check (file, NULL, NULL, NULL);
}

static void
use (InkDocument *document,
     GFile *file,
     guint choice)
{
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  imports = ink_document_get_imports (document, NULL);
  read_all (ink_document_get_store (document));
  read_definition (ink_document_get_definition (document));
  g_free (ink_document_get_result (document, "funnel", NULL));
  if (choice % 4 == 0)
    findings = ink_document_check (file, NULL, NULL, NULL);
  if (choice % 4 == 1)
    walk (document);
  if (choice % 4 == 2)
    rewrite (document, file);
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
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  InkDocument *document;

  g_unlink (path);
  if (!g_file_set_contents_full (path, (const char *) data, (gssize) size,
                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL))
    return 0;
  document = ink_document_open (file, NULL, NULL, NULL);
  if (document == NULL)
    return 0;
  use (document, file, g_bytes_hash (bytes));
  ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (document);
  return 0;
}
