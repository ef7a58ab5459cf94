/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The importer around the formats: containers, cancelling, previews, reports, pseudonyms, and the
 * way out and back. */

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#include "base/ink-error.h"
#include "events/ink-block.h"
#include "import/ink-events-writer.h"
#include "import/ink-importer.h"
#include "import/ink-pseudonym.h"
#include "support/ink-store-dump.h"
#include "support/ink-test.h"

static const char rows_a[] = "uid,event,time,x\nu1,a,2026-01-01T00:00:00Z,1\n";
static const char rows_b[] = "uid,event,time,y\nu2,b,2026-01-02T00:00:00Z,2\n";

static char *folder;

static char *
put_file (const char *name,
          const char *text,
          gssize length)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static void
add_member (struct archive *archive,
            const char *name,
            const char *text,
            gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text, length), ==, (la_ssize_t) length);
  archive_entry_free (entry);
}

/* One text packed by a filter such as "gzip". */
static char *
put_packed (const char *name,
            const char *filter,
            const char *text)
{
  char *path = g_build_filename (folder, name, NULL);
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_add_filter_by_name (archive, filter), ==, ARCHIVE_OK);
  archive_write_set_format_raw (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  add_member (archive, "data", text, strlen (text));
  archive_write_free (archive);
  return path;
}

static InkEventStore *
import (const char *path,
        InkEventStore *base,
        GPtrArray **reports,
        GError **error)
{
  const char *files[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();

  return ink_importer_import (files, options, base, reports, NULL, NULL, error);
}

static void
check_import (const char *path,
              const char *expected)
{
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = import (path, NULL, &reports, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = ink_test_dump_store (store);
  g_assert_cmpstr (dump, ==, expected);
}

static void
test_packed (void)
{
  static const char *const filters[] = { "gzip", "bzip2", "zstd" };
  static const char expected[] = "u1\n  2026-01-01T00:00:00.000Z a x=1\n";

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      /* The name says nothing: the content does. */
      g_autofree char *path = put_packed ("packed.csv", filters[i], rows_a);

      check_import (path, expected);
    }
}

/* Two gzip files one after the other are one. */
static void
test_joined_gzip (void)
{
  g_autofree char *first = put_packed ("1.gz", "gzip", rows_a);
  g_autofree char *second = put_packed ("2.gz", "gzip", "u9,z,2026-01-03T00:00:00Z,3\n");
  g_autofree char *joined = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  GString *both = g_string_new (NULL);
  gsize n_a;
  gsize n_b;

  g_assert_true (g_file_get_contents (first, &a, &n_a, NULL));
  g_assert_true (g_file_get_contents (second, &b, &n_b, NULL));
  g_string_append_len (both, a, (gssize) n_a);
  g_string_append_len (both, b, (gssize) n_b);
  joined = put_file ("joined.gz", both->str, (gssize) both->len);
  g_string_free (both, TRUE);
  check_import (joined, "u1\n  2026-01-01T00:00:00.000Z a x=1\n"
                        "u9\n  2026-01-03T00:00:00.000Z z x=3\n");
}

/* A zip of a plain and a packed member, as Amplitude gives them, and what is not data. */
static void
test_zip (void)
{
  g_autofree char *packed = put_packed ("inner.gz", "gzip", rows_b);
  g_autofree char *path = g_build_filename (folder, "all.json.gz", NULL);
  g_autofree char *inner = NULL;
  struct archive *archive = archive_write_new ();
  gsize length;

  g_assert_true (g_file_get_contents (packed, &inner, &length, NULL));
  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  add_member (archive, "__MACOSX/._a.csv", "junk", 4);
  add_member (archive, "day/a.csv", rows_a, strlen (rows_a));
  add_member (archive, "day/b.csv.gz", inner, length);
  archive_write_free (archive);
  check_import (path, "u1\n  2026-01-01T00:00:00.000Z a x=1\n"
                      "u2\n  2026-01-02T00:00:00.000Z b y='2'\n");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *says;
  } files[] = {
    { "PAR1\0\0\0\0", 8, "Parquet" },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "Excel" },
    { "SQLite format 3\0", 16, "database" },
    { "<html><table>", 13, "HTML" },
    { "", 0, "empty" },
    { "   \n \n", 6, "empty" },
    { "\x1f\x8b\x08\x00\x00\x00\x00\x00", 8, "damaged" },
    { "\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11", 12, "not text" },
    { "just one line of words", 22, "neither" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = put_file ("foreign", files[i].bytes, (gssize) files[i].length);
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (import (path, NULL, &reports, &error));
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, files[i].says));
      g_assert_null (reports);
    }
}

/* Blocks that end everywhere in a row, a quote, a character: 3 MB against the same in one piece. */
static void
test_large (void)
{
  GString *text = g_string_new ("uid,event,time,note\n");
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkProperty) note = NULL;
  guint n = 40000;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "u%u,e%u,%u,%s%u%s\n", i % 500, i % 7, 1700000000 + i,
                            i % 3 == 0 ? "\"\xc3\xa4, \"\"" : "plain ", i,
                            i % 3 == 0 ? "\"\"\nnext\"" : " text and more of it");
  path = put_file ("large.csv", text->str, (gssize) text->len);
  g_string_free (text, TRUE);
  store = import (path, NULL, &reports, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ink_event_store_get_n_events (store), ==, n);
  g_assert_cmpuint (ink_event_store_get_n_people (store), ==, 500);
  note = ink_event_store_load_property (store, "note", INK_ON_EVENT, NULL);
  for (guint32 row = 0; row < n; row++)
    {
      guint i = (guint) (ink_event_store_get_times (store)[row] / INK_SECOND - 1700000000);
      g_autofree char *expected
          = i % 3 == 0 ? g_strdup_printf ("\xc3\xa4, \"%u\"\nnext", i)
                       : g_strdup_printf ("plain %u text and more of it", i);

      g_assert_cmpstr (ink_property_get (note, row).text, ==, expected);
    }
}

static void
test_cancelled (void)
{
  g_autofree char *path = put_file ("a.csv", rows_a, -1);
  const char *files[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) base = import (path, NULL, &first, NULL);
  g_autofree char *before = ink_test_dump_store (base);
  g_autofree char *after = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (
      ink_importer_import (files, options, base, &reports, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (reports);
  after = ink_test_dump_store (base);
  g_assert_cmpstr (after, ==, before);
}

/* One bad file of two: nothing of the good one either. */
static void
test_all_or_nothing (void)
{
  g_autofree char *good = put_file ("good.csv", rows_a, -1);
  g_autofree char *bad = put_file ("bad.csv", "PAR1", -1);
  const char *files[] = { good, bad, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (ink_importer_import (files, options, NULL, &reports, NULL, NULL, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  g_assert_null (reports);
}

static void
test_preview (void)
{
  g_autofree char *path = put_file (
      "p.csv", "uid,event,date,mail\nu1,a,03/04/2026 10:00,x@y.de\nu2,b,05/04/2026 11:00,\n", -1);
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkImportPreview) preview = ink_importer_preview (path, options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (preview->format, ==, "delimited");
  g_assert_cmpuint (preview->n_columns, ==, 4);
  g_assert_cmpuint (preview->n_rows, ==, 2);
  g_assert_cmpint (preview->columns[0].role, ==, INK_ROLE_WHO);
  g_assert_cmpint (preview->columns[2].role, ==, INK_ROLE_TIME);
  g_assert_cmpint (preview->columns[3].role, ==, INK_ROLE_LEAVE_OUT);
  g_assert_cmpstr (preview->columns[3].personal, ==, "e-mail");
  g_assert_cmpstr (ink_import_preview_get_cell (preview, 0, 3), ==, "x@y.de");
  g_assert_cmpstr (ink_import_preview_get_cell (preview, 1, 3), ==, "");
  g_assert_cmpuint (preview->n_questions, ==, 2);
  g_assert_cmpint (preview->questions[0].kind, ==, INK_QUESTION_DATE_ORDER);
  g_assert_cmpint (preview->questions[1].kind, ==, INK_QUESTION_TIME_ZONE);
  g_assert_cmpstr (preview->questions[1].guess, ==, "UTC");
}

/* What is a table between blanks, what is not, and how its columns are called. */
static void
test_blanks (void)
{
  static const struct
  {
    const char *text;
    guint n_columns;
    const char *last;
  } tables[] = {
    { " 1 2  20260101\n  3 4 20260102\n", 3, "column_3" },
    { "1 2 3\r\n4  5   6  \r\n\r\n", 3, "column_3" },
    { "1 2 3\r4 5 6\r", 3, "column_3" },
    { "who page  time\na b 20260101\n", 3, "time" },
    { "\n\n  who   \"the page\" time \n  a \"\" 20260101", 3, "time" },
    /* Two columns, one row, words alone, other numbers of fields, other separators. */
    { "1 2\n3 4\n", 1, "1 2" },
    { "1 2 3\n", 1, "1 2 3" },
    { "a table of words\nthat has no number\n", 1, "a table of words" },
    { "1 2 3\n4 5 6\n7 8\n", 1, "1 2 3" },
    { "# 1 2\n1 2 3\n4 5 6\n", 1, "# 1 2" },
    { "a b c,d\n1 2 3,4\n", 2, "d" },
    { "a b c\td\n1 2 3\t4\n", 2, "d" },
    { "a b c\n1 2 3,5\n", 2, NULL },
    { "sep= \na b c d\n1  2 3\n", 4, "d" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = put_file ("blanks.txt", tables[i].text, -1);
      g_autoptr (InkImportOptions) options = ink_import_options_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (InkImportPreview) preview = ink_importer_preview (path, options, NULL, &error);

      g_test_message ("%s", tables[i].text);
      g_assert_no_error (error);
      g_assert_cmpuint (preview->n_columns, ==, tables[i].n_columns);
      if (tables[i].last != NULL)
        g_assert_cmpstr (preview->columns[preview->n_columns - 1].name, ==, tables[i].last);
    }
}

/* The reason says that no line names the columns, and they can be called as people say it. */
static void
test_no_header (void)
{
  static const struct
  {
    const char *text;
    const char *column;
    gboolean found;
  } cases[] = {
    { "7 20260101 3\n8 20260102 4\n", "Column 1", TRUE },
    { "7,20260101,3\n8,20260102,4\n", "column 1", TRUE },
    { "7 20260101 3\n8 20260102 4\n", "column_1", TRUE },
    { "7 20260101 3\n8 20260102 4\n", "Column 4", FALSE },
    { "7 20260101 3\n8 20260102 4\n", "Column 01", FALSE },
    { "a,b,c\n8,20260102,4\n", "Column 1", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = put_file ("unnamed.txt", cases[i].text, -1);
      g_autoptr (InkImportOptions) options = ink_import_options_new ();
      g_autoptr (GError) error = NULL;
      g_autoptr (InkImportPreview) preview = NULL;

      ink_import_options_set_role (options, INK_ROLE_WHO, cases[i].column);
      preview = ink_importer_preview (path, options, NULL, &error);
      g_test_message ("%s: %s", cases[i].column, error != NULL ? error->message : "found");
      g_assert_cmpint (preview != NULL, ==, cases[i].found);
      if (preview == NULL)
        continue;
      g_assert_cmpint (preview->columns[0].role, ==, INK_ROLE_WHO);
      g_assert_nonnull (strstr (preview->format_reason, "column_1 to column_3"));
    }
}

static void
test_report_json (void)
{
  g_autofree char *path = put_file ("r.csv",
                                    "email,event,time\na@b.de,x,2026-01-01T00:00:00Z\n"
                                    "c@d.de,,2026-01-01T00:00:00Z\nc@d.de,y,never\n",
                                    -1);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  G_GNUC_UNUSED g_autoptr (InkEventStore) store = import (path, NULL, &reports, &error);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (InkImportReport) back = NULL;

  g_assert_no_error (error);
  json = ink_import_report_to_json (g_ptr_array_index (reports, 0));
  back = ink_import_report_from_json (json, &error);
  g_assert_no_error (error);
  again = ink_import_report_to_json (back);
  g_assert_cmpstr (again, ==, json);
  g_assert_nonnull (strstr (json, "\"rows\":3"));
  g_assert_nonnull (strstr (json, "\"line\":4"));
  g_assert_nonnull (strstr (json, "\"roles\":{\"email\":\"who\""));
  g_assert_nonnull (strstr (json, "\"done\":\"pseudonyms\""));
  g_assert_null (ink_import_report_from_json ("[1", &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
}

static void
test_pseudonyms (void)
{
  g_autofree char *path
      = put_file ("mail.csv", "email,event,time\nAnn@B.de,x,2026-01-01T00:00:00Z\n", -1);
  g_autofree char *plain = ink_pseudonym_new ("ann@b.de", NULL);
  g_autofree char *keyed = ink_pseudonym_new ("ann@b.de", "key");
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store = import (path, NULL, &reports, NULL);

  g_assert_cmpuint (strlen (plain), ==, 22);
  g_assert_cmpstr (plain, !=, keyed);
  g_assert_cmpuint (ink_event_store_find_person (store, "Ann@B.de"), ==, INK_NO_PERSON);
  g_assert_cmpuint (ink_pseudonym_find_person (store, "ann@b.DE", NULL), ==, 0);
  g_assert_cmpuint (ink_pseudonym_find_person (store, plain, NULL), ==, 0);
  g_assert_cmpuint (ink_pseudonym_find_person (store, "ann@b.de", "key"), ==, INK_NO_PERSON);
  g_assert_false (ink_pseudonym_wanted ("a@b", 3));
  g_assert_false (ink_pseudonym_wanted ("no mail@b.de", 12));
  g_assert_true (ink_pseudonym_wanted ("a.b+c@d.co.uk", 13));
}

static void
test_options (void)
{
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (InkImportOptions) copy = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ink_import_options_parse_role (options, "who=id", NULL));
  g_assert_true (ink_import_options_parse_role (options, "keep=id", NULL));
  g_assert_true (ink_import_options_parse_role (options, "event=@Opened=1", NULL));
  copy = ink_import_options_copy (options);
  g_assert_cmpuint (copy->choices->len, ==, 2);
  g_assert_cmpint (g_array_index (copy->choices, InkRoleChoice, 0).role, ==, INK_ROLE_KEEP);
  g_assert_cmpstr (g_array_index (copy->choices, InkRoleChoice, 1).column, ==, "@Opened=1");
  g_assert_false (ink_import_options_parse_role (options, "nobody=id", &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
  g_assert_false (ink_import_options_parse_role (options, "who", NULL));
  g_assert_false (ink_import_options_parse_role (options, "who=@x", NULL));
  g_assert_false (ink_import_options_set_time_zone (options, "Mars/Base", NULL));
  g_assert_true (ink_import_options_set_time_zone (options, "Europe/Berlin", NULL));
}

static char *
write_out (InkEventStore *store,
           gboolean csv)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  if (csv)
    ink_events_writer_write_csv (store, stream, NULL, NULL, &error);
  else
    ink_events_writer_write_ndjson (store, stream, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Out as NDJSON and in again is the same store, and writes the same lines. */
static void
test_round_trip (void)
{
  static const char *const files[] = { "inkling/all.in", "mixpanel/raw.in", "ga4/export.in",
                                       "delimited/people.in", "delimited/basic.in",
                                       "delimited/times.in", "json/lines.in" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = ink_test_data ("import", files[i], NULL);
      g_autoptr (GPtrArray) first = NULL;
      g_autoptr (GPtrArray) second = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (InkEventStore) store = import (path, NULL, &first, &error);
      g_autofree char *text = write_out (store, FALSE);
      g_autofree char *out = put_file ("out.ndjson", text, -1);
      g_autoptr (InkEventStore) back = import (out, NULL, &second, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      again = write_out (back, FALSE);
      g_test_message ("%s", files[i]);
      g_assert_cmpstr (again, ==, text);
      g_assert_cmpuint (ink_event_store_get_n_people (back), ==,
                        ink_event_store_get_n_people (store));
    }
}

static void
test_csv_out (void)
{
  g_autofree char *path = put_file (
      "c.csv", "uid,event,time,n,t\nu1,\"a,b\",2026-01-01T00:00:00Z,1.5,\"x\"\"y\"\n,c,,2,\n", -1);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (InkEventStore) store = import (path, NULL, &reports, NULL);
  g_autofree char *text = write_out (store, TRUE);

  g_assert_cmpstr (text, ==,
                   "person,event,time,n,t\n"
                   "u1,\"a,b\",2026-01-01T00:00:00.000Z,1.5,\"x\"\"y\"\n"
                   ",c,,2,\n");
}

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = ink_test_folder ();
  g_test_add_func ("/import/importer/packed", test_packed);
  g_test_add_func ("/import/importer/joined-gzip", test_joined_gzip);
  g_test_add_func ("/import/importer/zip", test_zip);
  g_test_add_func ("/import/importer/refused", test_refused);
  g_test_add_func ("/import/importer/large", test_large);
  g_test_add_func ("/import/importer/cancelled", test_cancelled);
  g_test_add_func ("/import/importer/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/import/importer/preview", test_preview);
  g_test_add_func ("/import/importer/blanks", test_blanks);
  g_test_add_func ("/import/importer/no-header", test_no_header);
  g_test_add_func ("/import/importer/report-json", test_report_json);
  g_test_add_func ("/import/importer/pseudonyms", test_pseudonyms);
  g_test_add_func ("/import/importer/options", test_options);
  g_test_add_func ("/import/importer/round-trip", test_round_trip);
  g_test_add_func ("/import/importer/csv-out", test_csv_out);
  status = g_test_run ();
  ink_test_remove_folder (folder);
  return status;
}
