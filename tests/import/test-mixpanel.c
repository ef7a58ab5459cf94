/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whose clock a Mixpanel export is by, as far as its rows show it. */
#include "import/ink-importer.h"
#include "support/ink-test.h"

#define NOON G_GINT64_CONSTANT (1602590400) /* 2020-10-13T12:00:00Z */

static char *folder;

/* @behind: seconds from the written time to the moment at which each row was taken in; NULL-like
 * MISSING: the row does not say. */
#define MISSING G_MAXINT
#define END G_MININT

static const struct
{
  const char *what;
  int behind[8];
  gboolean asks;
  const char *guess;
} cases[] = {
  { "true UTC", { 1, 2, 40, 3, END }, FALSE, NULL },
  { "true UTC, with a late one", { 1, 2, 40, 90000, END }, FALSE, NULL },
  { "New York in summer", { 14400, 14402, 14431, 14401, END }, TRUE, "-04:00" },
  { "Berlin in summer", { -7199, -7198, -7100, -7190, END }, TRUE, "+02:00" },
  { "Berlin in winter", { -3599, -3598, -3500, -3590, END }, TRUE, "+01:00" },
  { "India", { -19799, -19798, -19700, END }, TRUE, "+05:30" },
  { "an hour behind may be a delay", { 3600, 3601, 3602, END }, TRUE, "UTC" },
  { "imported long after", { 90011, 81234, 72222, 31111, END }, TRUE, "UTC" },
  { "too few agree", { -7199, -7198, 4, 5, END }, TRUE, "UTC" },
  { "nothing says it", { MISSING, MISSING, END }, TRUE, "UTC" },
  { "beyond all zones", { 50400 + 3600, 54001, END }, TRUE, "UTC" },
  { "a row without it", { -7199, MISSING, -7198, END }, TRUE, "+02:00" },
};

static char *
write_export (const int *behind)
{
  char *path = g_build_filename (folder, "export.ndjson", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; behind[i] != END; i++)
    {
      gint64 time = NOON + 60 * i;

      g_string_append_printf (text,
                              "{\"event\": \"Viewed\", \"properties\": {\"time\": %" G_GINT64_FORMAT
                              ", \"distinct_id\": \"u1\", \"$insert_id\": \"i%u\"",
                              time, i);
      if (behind[i] != MISSING)
        g_string_append_printf (text, ", \"mp_processing_time_ms\": %" G_GINT64_FORMAT,
                                (time + behind[i]) * 1000 + 7);
      g_string_append (text, "}}\n");
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  return path;
}

static void
test_zone (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *path = write_export (cases[i].behind);
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkImportPreview) preview = ink_importer_preview (path, options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_questions, ==, cases[i].asks ? 1 : 0);
  if (!cases[i].asks)
    return;
  g_assert_cmpint (preview->questions[0].kind, ==, INK_QUESTION_TIME_ZONE);
  g_assert_cmpstr (preview->questions[0].column, ==, "properties.time");
  g_assert_cmpstr (preview->questions[0].guess, ==, cases[i].guess);
}

/* Without an answer the shown zone is taken; with one, the answer. */
static void
test_import (void)
{
  static const struct { const char *zone; gint64 first; const char *taken; } imports[] = {
    { NULL, NOON - 2 * 3600, "+02:00" },
    { "UTC", NOON, "UTC" },
    { "America/New_York", NOON + 4 * 3600, "America/New_York" },
  };
  static const int berlin[] = { -7199, -7198, END };
  g_autofree char *path = write_export (berlin);
  const char *files[] = { path, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (imports); i++)
    {
      g_autoptr (InkImportOptions) options = ink_import_options_new ();
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (InkEventStore) store = NULL;

      if (imports[i].zone != NULL)
        g_assert_true (ink_import_options_set_time_zone (options, imports[i].zone, &error));
      store = ink_importer_import (files, options, NULL, &reports, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ink_event_store_get_first (store), ==, imports[i].first * INK_SECOND);
      g_assert_cmpstr (((InkImportReport *) reports->pdata[0])->time_zone, ==, imports[i].taken);
    }
}

int
main (int argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  folder = ink_test_folder ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/mixpanel/zone/%s", cases[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_zone);
    }
  g_test_add_func ("/import/mixpanel/import", test_import);
  result = g_test_run ();
  ink_test_remove_folder (folder);
  return result;
}
