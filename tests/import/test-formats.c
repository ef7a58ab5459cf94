/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every file tests/data/import/FORMAT/NAME.in is imported, with the options of NAME.options where
 * there is one; the store and the report must be NAME.expected. Then cut short and with bits turned:
 * anything but a crash. INK_UPDATE_GOLDENS=1 writes the .expected files anew: read them then. */

#include <glib/gstdio.h>
#include <string.h>

#include "import/ink-importer.h"
#include "support/ink-store-dump.h"
#include "support/ink-test.h"

static InkImportOptions *
read_options (const char *path)
{
  InkImportOptions *options = ink_import_options_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return options;
  words = g_strsplit_set (g_strstrip (text), " \n", -1);
  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2)
    {
      g_autoptr (GError) error = NULL;

      if (strcmp (words[i], "--map") == 0)
        ink_import_options_parse_role (options, words[i + 1], &error);
      else if (strcmp (words[i], "--time-zone") == 0)
        ink_import_options_set_time_zone (options, words[i + 1], &error);
      else if (strcmp (words[i], "--date-order") == 0)
        options->date_order = words[i + 1][0] == 'd' ? INK_DATE_ORDER_DMY : INK_DATE_ORDER_MDY;
      else if (strcmp (words[i], "--privacy") == 0)
        options->privacy = strcmp (words[i + 1], "off") == 0 ? INK_PRIVACY_OFF : INK_PRIVACY_ON;
      else
        g_error ("%s: what is %s?", path, words[i]);
      g_assert_no_error (error);
    }
  return options;
}

static void
put_report (GString *out,
            const InkImportReport *report)
{
  g_string_append_printf (out, "format %s, rows %" G_GUINT64_FORMAT ", imported %" G_GUINT64_FORMAT
                               ", repeats %" G_GUINT64_FORMAT ", rejected %" G_GUINT64_FORMAT
                               ", ids merged %u\n",
                          report->format, report->rows, report->imported, report->repeats,
                          report->n_rejected, report->ids_merged);
  for (guint i = 0; i < report->roles->len; i++)
    {
      const InkColumnRole *role = &g_array_index (report->roles, InkColumnRole, i);

      g_string_append_printf (out, "column %s: %s%s%s\n", role->column,
                              ink_role_to_string (role->role), role->property != NULL ? " → " : "",
                              role->property != NULL ? role->property : "");
    }
  for (guint i = 0; i < report->rejected->len; i++)
    {
      const InkRejectedRow *row = &g_array_index (report->rejected, InkRejectedRow, i);

      g_string_append_printf (out, "rejected line %" G_GUINT64_FORMAT ": %s\n", row->line,
                              row->reason);
    }
  for (guint i = 0; i < report->quality->len; i++)
    {
      const InkQualityFinding *finding = &g_array_index (report->quality, InkQualityFinding, i);

      g_string_append_printf (out, "quality: %s: %" G_GUINT64_FORMAT " (%s)\n", finding->finding,
                              finding->count, finding->example != NULL ? finding->example : "-");
    }
  for (guint i = 0; i < report->personal->len; i++)
    {
      const InkPersonalData *data = &g_array_index (report->personal, InkPersonalData, i);

      g_string_append_printf (out, "personal: %s: %s, %s\n", data->column, data->kind, data->done);
    }
}

static char *
import (const char *path,
        const InkImportOptions *options)
{
  const char *files[] = { path, NULL };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = NULL;
  g_autofree char *dump = NULL;
  GString *out;

  store = ink_importer_import (files, options, NULL, &reports, NULL, NULL, &error);
  if (store == NULL)
    {
      g_assert_nonnull (error);
      return g_strdup_printf ("error: %s\n", error->message);
    }
  g_assert_no_error (error);
  out = g_string_new (NULL);
  put_report (out, g_ptr_array_index (reports, 0));
  dump = ink_test_dump_store (store);
  g_string_append (out, dump);
  return g_string_free (out, FALSE);
}

static char *
replace_ending (const char *path,
                const char *ending)
{
  return g_strdup_printf ("%.*s%s", (int) (strlen (path) - strlen (".in")), path, ending);
}

static void
test_golden (gconstpointer data)
{
  const char *path = data;
  g_autofree char *options_path = replace_ending (path, ".options");
  g_autofree char *expected_path = replace_ending (path, ".expected");
  g_autoptr (InkImportOptions) options = read_options (options_path);
  g_autofree char *got = import (path, options);
  g_autofree char *expected = NULL;

  if (g_getenv ("INK_UPDATE_GOLDENS") != NULL)
    g_assert_true (g_file_set_contents (expected_path, got, -1, NULL));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, NULL));
  g_assert_cmpstr (got, ==, expected);
}

/* A second import of the same file adds nothing. */
static void
test_again (gconstpointer data)
{
  const char *files[] = { data, NULL };
  g_autofree char *options_path = replace_ending (data, ".options");
  g_autoptr (InkImportOptions) options = read_options (options_path);
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkEventStore) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const InkImportReport *report;

  store = ink_importer_import (files, options, NULL, &first, NULL, NULL, NULL);
  if (store == NULL)
    return;
  again = ink_importer_import (files, options, store, &second, NULL, NULL, &error);
  g_assert_no_error (error);
  report = g_ptr_array_index (second, 0);
  g_assert_cmpuint (report->events, ==, 0);
  g_assert_cmpuint (report->new_people, ==, 0);
  g_assert_cmpuint (report->rows, ==, report->imported + report->repeats + report->n_rejected);
  before = ink_test_dump_store (store);
  after = ink_test_dump_store (again);
  g_assert_cmpstr (after, ==, before);
}

static void
test_damaged (gconstpointer data)
{
  const char *path = data;
  g_autofree char *options_path = replace_ending (path, ".options");
  g_autoptr (InkImportOptions) options = read_options (options_path);
  g_autofree char *folder = ink_test_folder ();
  g_autofree char *damaged = g_build_filename (folder, "damaged.in", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *copy = g_memdup2 (text, length + 1);
      gsize cut = i % 2 == 0 ? (gsize) g_rand_int_range (rand, 0, (int) length + 1) : length;
      g_autofree char *got = NULL;

      for (int flips = 0; i % 2 == 1 && flips < 1 + i / 4; flips++)
        copy[g_rand_int_range (rand, 0, (int) length)] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      g_assert_true (g_file_set_contents (damaged, copy, (gssize) cut, NULL));
      got = import (damaged, options);
      g_assert_true (g_utf8_validate (got, -1, NULL));
    }
  ink_test_remove_folder (g_steal_pointer (&folder));
}

static void
add_file (const char *format,
          const char *name,
          char *path)
{
  g_autofree char *golden = g_strdup_printf ("/import/%s/%s", format, name);
  g_autofree char *again = g_strdup_printf ("/import/%s/%s/again", format, name);
  g_autofree char *damaged = g_strdup_printf ("/import/%s/%s/damaged", format, name);

  g_test_add_data_func_full (golden, path, test_golden, NULL);
  g_test_add_data_func_full (again, path, test_again, NULL);
  g_test_add_data_func_full (damaged, path, test_damaged, g_free);
}

static void
add_format (const char *folder,
            const char *format)
{
  g_autofree char *path = g_build_filename (folder, format, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (ink_import_formats_find (format));
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".in"))
      add_file (format, name, g_build_filename (path, name, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *format;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  folder = ink_test_data ("import", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((format = g_dir_read_name (dir)) != NULL)
    {
      add_format (folder, format);
      n++;
    }
  /* Every format has a folder. */
  for (const InkImportFormat *const *formats = ink_import_formats_get_all (); *formats != NULL;
       formats++)
    n--;
  g_assert_cmpuint (n, ==, 0);
  return g_test_run ();
}
