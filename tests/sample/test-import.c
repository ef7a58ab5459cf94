/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sample goes through the importer as any export does, with nothing said about it. */
#include <glib/gstdio.h>
#include <string.h>

#include "definition/ink-definition-json.h"
#include "import/ink-importer.h"
#include "sample/ink-sample.h"
#include "support/ink-test.h"

#define PEOPLE 1500

static InkEventStore *
import_sample (GPtrArray **reports)
{
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  char *folder = ink_test_folder ();
  g_autofree char *path = g_build_filename (folder, "sample.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  const char *const files[] = { path, NULL };
  InkEventStore *store;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ink_sample_write (G_OUTPUT_STREAM (stream), PEOPLE, 1, NULL, NULL, &error));
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error));
  store = ink_importer_import (files, options, NULL, reports, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_test_remove_folder (folder);
  return store;
}

static InkRole
role_of (const InkImportReport *report,
         const char            *column)
{
  for (guint i = 0; i < report->roles->len; i++)
    {
      const InkColumnRole *role = &g_array_index (report->roles, InkColumnRole, i);

      if (strcmp (role->column, column) == 0)
        return role->role;
    }
  return INK_N_ROLES;
}

static void
test_roles (void)
{
  static const struct
  {
    const char *column;
    InkRole role;
  } cases[] = {
    { "user_id", INK_ROLE_WHO },         { "anonymous_id", INK_ROLE_ALSO },
    { "event", INK_ROLE_EVENT },         { "timestamp", INK_ROLE_TIME },
    { "page", INK_ROLE_PAGE },           { "duration", INK_ROLE_DURATION },
    { "channel", INK_ROLE_CHANNEL },     { "campaign", INK_ROLE_CAMPAIGN },
    { "value", INK_ROLE_VALUE },         { "currency", INK_ROLE_CURRENCY },
    { "title", INK_ROLE_KEEP },          { "percent", INK_ROLE_KEEP },
    { "step", INK_ROLE_KEEP },
  };
  g_autoptr (GPtrArray) reports = NULL;
  G_GNUC_UNUSED g_autoptr (InkEventStore) store = import_sample (&reports);
  const InkImportReport *report = g_ptr_array_index (reports, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].column);
      g_assert_cmpint (role_of (report, cases[i].column), ==, cases[i].role);
    }
  g_assert_cmpuint (report->rows, ==, report->imported);
  g_assert_cmpuint (report->n_rejected, ==, 0);
  g_assert_cmpuint (report->personal->len, ==, 0);
  g_assert_cmpuint (report->ids_merged, >, PEOPLE / 5);
}

/* Every person of the made-up site is one person, whatever devices it has had. */
static void
test_people (void)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store = import_sample (&reports);
  const InkSchema *schema = ink_event_store_get_schema (store);
  const InkEventInfo *demo = ink_schema_find_event (schema, "Booked Demo");
  const InkPropertyInfo *percent = ink_schema_find_property (schema, "percent", INK_ON_EVENT);

  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, PEOPLE);
  g_assert_cmpuint (schema->n_events, ==, 14);
  g_assert_nonnull (demo);
  g_assert_cmpuint (demo->people, <=, demo->events);
  g_assert_nonnull (percent);
  g_assert_cmpint (percent->kind, ==, INK_KIND_NUMBER);
}

/* The shipped definition knows every name that it uses. */
static void
test_definition (void)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store = import_sample (&reports);
  g_autofree char *text = ink_sample_definition_json ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition = ink_definition_from_json (
      text, -1, "sample-definition.json", ink_event_store_get_schema (store), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ink_definition_find_funnel (definition, "From reading to a demo"));
  g_assert_nonnull (ink_definition_find_persona (definition, "Buyer"));
  g_assert_nonnull (ink_definition_find_goal (definition, "ROI calculator"));
  g_assert_cmpstr (definition->main_goal, ==, "Demo booked");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/import/roles", test_roles);
  g_test_add_func ("/sample/import/people", test_people);
  g_test_add_func ("/sample/import/definition", test_definition);
  return g_test_run ();
}
