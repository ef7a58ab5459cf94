/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small projects for the tests of the document. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "definition/ink-definition-json.h"
#include "document/ink-document.h"
#include "events/ink-block.h"
#include "events/ink-event-store-builder.h"
#include "support/ink-test.h"

/* A home of the test's own, for main() to call first; the caller removes the folder. */
static inline char *
fixture_home (void)
{
  char *home = ink_test_folder ();

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  return home;
}

/* What the test's own import makes: @people people with @events events each, named after @tag, so
 * that two tags make two different imports. */
typedef struct
{
  const char *tag;
  guint people;
  guint events;
} FixtureImport;

static inline InkEventStore *
fixture_build (InkEventStore       *base,
               const FixtureImport *import,
               GCancellable        *cancellable,
               GError             **error)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (base);
  guint page = ink_event_store_builder_property (builder, "page", INK_ON_EVENT);
  guint value = ink_event_store_builder_property (builder, "value", INK_ON_EVENT);
  g_autofree char *event = g_strconcat ("Viewed ", import->tag, NULL);
  guint32 name = ink_event_store_builder_name (builder, event, strlen (event));
  InkBuildReport report = { 0 };

  for (guint p = 0; p < import->people; p++)
    {
      g_autofree char *id = g_strdup_printf ("person-%u", p);
      guint32 person = ink_event_store_builder_person (builder, id, strlen (id));

      for (guint e = 0; e < import->events; e++)
        {
          g_autofree char *path = g_strdup_printf ("/%s/%u", import->tag, (p * 7 + e * 13) % 997);

          ink_event_store_builder_event (builder, person, name,
                                         G_GINT64_CONSTANT (1780000000000000) +
                                             (gint64) (p * 1000 + e) * INK_MINUTE);
          ink_event_store_builder_set_text (builder, page, path, strlen (path));
          ink_event_store_builder_set_number (builder, value, (double) (p + e) / 4.0);
        }
    }
  return ink_event_store_builder_end (builder, &report, cancellable, error);
}

/* An InkImportFunc over a FixtureImport. */
static inline InkEventStore *
fixture_import_func (InkEventStore     *base,
                     InkDefinition     *definition,
                     InkImportOutcome  *outcome,
                     gpointer           data,
                     InkProgress       *progress,
                     GCancellable      *cancellable,
                     GError           **error)
{
  const FixtureImport *import = data;
  g_autofree char *file = g_strconcat (import->tag, ".csv", NULL);
  g_autofree char *report = g_strdup_printf ("{\"file\":\"%s\",\"rejected\":[{\"line\":3,"
                                             "\"reason\":\"no time for person-3\"}]}", file);
  InkImportRecord *record = ink_import_record_new (file, "test", report);

  record->rows = record->imported = (guint64) import->people * import->events;
  g_ptr_array_add (outcome->records, record);
  return fixture_build (base, import, cancellable, error);
}

static inline void
fixture_import (InkDocument *document,
                const char  *tag,
                guint        people,
                guint        events)
{
  FixtureImport import = { tag, people, events };
  g_autofree char *label = g_strdup_printf ("Import %s", tag);
  g_autoptr (GError) error = NULL;
  gboolean good = ink_document_import (document, label, fixture_import_func, &import, NULL, NULL,
                                       &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

/* A definition with goals of these names, each on its own event. */
static inline InkDefinition *
fixture_definition (const char *const *goals)
{
  GString *text = g_string_new ("{\"inkling\":1,\"time_zone\":\"Europe/Berlin\",\"goals\":[");
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  InkDefinition *definition;

  for (guint i = 0; goals[i] != NULL; i++)
    g_string_append_printf (text,
                            "%s{\"name\":\"%s\",\"kind\":\"micro\",\"rule\":{\"does\":\"%s\"}}",
                            i > 0 ? "," : "", goals[i], goals[i]);
  g_string_append (text, "]}");
  json = g_string_free (text, FALSE);
  definition = ink_definition_from_json (json, -1, "test.json", NULL, NULL, &error);
  g_assert_no_error (error);
  return definition;
}

/* The definition with one more goal. */
static inline InkDefinition *
fixture_with_goal (InkDefinition *definition,
                   const char    *name)
{
  const char *const names[] = { name, NULL };
  g_autoptr (InkDefinition) one = fixture_definition (names);

  return ink_definition_with_goal (definition, one->goals[0]);
}

/* The definition whose first goal has another name; it stays that goal. */
static inline InkDefinition *
fixture_with_name (InkDefinition *definition,
                   const char    *name)
{
  const char *const names[] = { name, NULL };
  g_autoptr (InkDefinition) one = fixture_definition (names);

  g_free (one->goals[0]->id);
  one->goals[0]->id = g_strdup (definition->goals[0]->id);
  return ink_definition_with_goal (definition, one->goals[0]);
}

static inline void
fixture_add_goal (InkDocument *document,
                  const char  *name)
{
  g_autoptr (InkDefinition) next =
    fixture_with_goal (ink_document_get_definition (document), name);
  g_autofree char *label = g_strdup_printf ("Add %s", name);

  ink_document_edit (document, label, NULL, next);
}

static inline guint
fixture_n_goals (InkDocument *document)
{
  InkDefinition *definition = ink_document_get_definition (document);
  guint n = 0;

  while (definition->goals[n] != NULL)
    n++;
  return n;
}

/* Events, people, and a text of every row: two stores with the same digest hold the same. */
static inline char *
fixture_digest (InkEventStore *store)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkProperty) page =
    ink_event_store_load_property (store, "page", INK_ON_EVENT, &error);
  guint32 n = ink_event_store_get_n_events (store);

  g_assert_no_error (error);
  for (guint32 i = 0; i < n; i++)
    {
      guint32 person = ink_event_store_person_of_row (store, i);
      g_autofree char *path = page != NULL ? ink_value_to_text (ink_property_get (page, i)) : NULL;
      g_autofree char *line = g_strdup_printf (
        "%s %s %" G_GINT64_FORMAT " %s\n", ink_event_store_get_person_id (store, person),
        ink_dictionary_get (ink_event_store_get_name_dictionary (store),
                            ink_codes_get (ink_event_store_get_names (store), i)),
        ink_event_store_get_times (store)[i], path);

      g_checksum_update (sum, (const guchar *) line, -1);
    }
  return g_strdup_printf ("%u events, %u people, %s", n, ink_event_store_get_n_people (store),
                          g_checksum_get_string (sum));
}

static inline InkDocument *
fixture_new (void)
{
  g_autoptr (GError) error = NULL;
  InkDocument *document = ink_document_new (&error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static inline InkDocument *
fixture_open (GFile *file)
{
  g_autoptr (GError) error = NULL;
  InkDocument *document = ink_document_open (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
  return document;
}

static inline void
fixture_save (InkDocument *document,
              GFile       *file)
{
  g_autoptr (GError) error = NULL;
  gboolean good = ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (good);
}

static inline void
fixture_close (InkDocument *document,
               InkClose     what)
{
  g_autoptr (GError) error = NULL;
  gboolean good = ink_document_close (document, what, &error);

  g_assert_no_error (error);
  g_assert_true (good);
  g_object_unref (document);
}

/* How many files lie in the folder of working copies. */
static inline guint
fixture_n_working_files (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "inkling", "working", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
