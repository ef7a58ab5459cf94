/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows in batches, by one thread and by two: the same as row by row, around the ends of batches and
 * of the buffers that they lie in. */

#include <string.h>

#include "events/ink-block.h"
#include "import/ink-importer.h"
#include "import/ink-row-batch.h"
#include "support/ink-store-dump.h"
#include "support/ink-test.h"

static char *folder;

/* What the rows of a made file are like. */
typedef struct
{
  const char *name;
  guint rows;
  guint people;
  gboolean by_person; /* else they come in turns */
  guint urls;
  guint bad_times; /* every so many; 0: none */
  guint quoted;
  guint odd_numbers;
} Made;

static const Made files[] = {
  { "one row", 1, 1, FALSE, 1, 0, 0, 0 },
  { "a row less than a batch", INK_BATCH_MAX_ROWS - 1, 40, FALSE, 9, 0, 0, 0 },
  { "a batch", INK_BATCH_MAX_ROWS, 40, FALSE, 9, 0, 0, 0 },
  { "a row more than a batch", INK_BATCH_MAX_ROWS + 1, 40, FALSE, 9, 0, 0, 0 },
  { "several batches", 9 * INK_BATCH_MAX_ROWS, 400, FALSE, 900, 7, 3, 11 },
  { "several buffers", 20011, 3000, FALSE, 6000, 101, 13, 17 },
  { "sorted by person", 5000, 611, TRUE, 3000, 0, 0, 0 },
  { "every row with quotes", 3000, 77, FALSE, 2500, 0, 1, 5 },
};

static guint
person_of (const Made *made,
           guint i)
{
  return made->by_person ? (guint) ((guint64) i * made->people / made->rows)
                         : (i * 7919u) % made->people;
}

static gboolean
every (guint n,
       guint i)
{
  return n > 0 && i % n == n - 1;
}

/* Numbers in the column whose first thousands of cells are numbers, and some that are not. */
static void
append_number (GString *text,
               const Made *made,
               guint i,
               gboolean json)
{
  const char *mark = json ? "\"" : "";

  if (every (made->odd_numbers, i) && i > 4000)
    g_string_append_printf (text, "%sabout %u%s", mark, i % 50, mark);
  else if (i % 4 == 0)
    g_string_append_printf (text, "%u.%u", i % 1000, i % 9 + 1);
  else
    g_string_append_printf (text, "%u", i % 1000 + 1);
}

static char *
time_of (const Made *made,
         guint i)
{
  guint minute = i % 1440;

  if (every (made->bad_times, i))
    return g_strdup_printf ("once %u", i % 3);
  return g_strdup_printf ("2026-%02u-%02uT%02u:%02u:%02uZ", i / 28 / 1440 % 12 + 1,
                          i / 1440 % 28 + 1, minute / 60, minute % 60, i % 60);
}

static void
append_row (GString *text,
            const Made *made,
            guint i,
            gboolean json)
{
  g_autofree char *time = time_of (made, i);
  const char *event = i % 5 == 0 ? "a longer name of an event " : "e";
  const char *word = i % 3 == 0 ? "yes it is" : "no";
  guint person = person_of (made, i), place = (i * 31) % made->urls;
  gboolean quoted = every (made->quoted, i);

  if (json)
    g_string_append_printf (text,
                            "{\"user\":\"u%u\",\"event\":\"%s%u\",\"time\":\"%s\","
                            "\"place\":\"%s%u\",\"word\":\"%s\",\"size\":",
                            person, event, i % 11, time, quoted ? "a \\\"b\\\", " : "p", place,
                            word);
  else
    g_string_append_printf (text, "u%u,%s%u,%s,%s%u%s,%s,", person, event, i % 11, time,
                            quoted ? "\"a \"\"b\"\", " : "p", place, quoted ? "\"" : "", word);
  append_number (text, made, i, json);
  g_string_append (text, json ? "}\n" : "\n");
}

static char *
put_file (const Made *made,
          gboolean json)
{
  char *path = g_build_filename (folder, json ? "made.json" : "made.csv", NULL);
  GString *text = g_string_new (json ? "" : "user,event,time,place,word,size\n");

  for (guint i = 0; i < made->rows; i++)
    append_row (text, made, i, json);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  g_string_free (text, TRUE);
  return path;
}

static InkEventStore *
import (const char *path,
        guint threads,
        GPtrArray **reports)
{
  const char *paths[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  g_autoptr (GError) error = NULL;
  InkEventStore *store;

  options->threads = threads;
  store = ink_importer_import (paths, options, NULL, reports, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static gboolean
add_block (const InkBlock *block,
           gpointer data,
           GError **error)
{
  GChecksum *sum = data;
  gsize n;
  const guint8 *bytes = g_bytes_get_data (block->data, &n);

  g_checksum_update (sum, (const guint8 *) block->column, (gssize) strlen (block->column));
  g_checksum_update (sum, bytes, (gssize) n);
  return TRUE;
}

/* Of all that the document would keep. */
static char *
sum_blocks (InkEventStore *store)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_assert_true (ink_event_store_write_run (store, 0, add_block, sum, NULL, NULL));
  return g_strdup (g_checksum_get_string (sum));
}

static char *
report_of (GPtrArray *reports)
{
  return ink_import_report_to_json (g_ptr_array_index (reports, 0));
}

static void
test_same (gconstpointer data)
{
  const Made *made = data;
  g_autofree char *csv = put_file (made, FALSE);
  g_autofree char *json = put_file (made, TRUE);
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) reports_two = NULL;
  g_autoptr (GPtrArray) reports_rows = NULL;
  g_autoptr (InkEventStore) one = import (csv, 1, &reports);
  g_autoptr (InkEventStore) two = import (csv, 2, &reports_two);
  /* Objects of JSON are taken row by row. */
  g_autoptr (InkEventStore) rows = import (json, 1, &reports_rows);
  g_autofree char *sum_one = sum_blocks (one);
  g_autofree char *sum_two = sum_blocks (two);
  g_autofree char *report_one = report_of (reports);
  g_autofree char *report_two = report_of (reports_two);
  g_autofree char *dump = ink_test_dump_store (one);
  g_autofree char *dump_of_rows = ink_test_dump_store (rows);
  guint bad = made->bad_times > 0 ? made->rows / made->bad_times : 0;

  g_assert_cmpuint (ink_event_store_get_n_events (one), ==, made->rows - bad);
  g_assert_cmpstr (sum_one, ==, sum_two);
  g_assert_cmpstr (report_one, ==, report_two);
  g_assert_cmpstr (dump, ==, dump_of_rows);
}

/* --- Stopped in the middle --- */

typedef struct
{
  InkProgress progress;
  GCancellable *cancellable;
  gint64 at; /* rows */
} Stop;

static gpointer
stop_at (gpointer data)
{
  Stop *stop = data;

  while (__atomic_load_n (&stop->progress.rows, __ATOMIC_RELAXED) < stop->at)
    g_thread_yield ();
  g_cancellable_cancel (stop->cancellable);
  return NULL;
}

static void
test_stopped (void)
{
  static const Made made = { "", 150000, 30000, FALSE, 50000, 0, 50, 0 };
  g_autofree char *path = put_file (&made, FALSE);
  const char *paths[] = { path, NULL };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();

  for (guint threads = 1; threads <= 2; threads++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GError) error = NULL;
      Stop stop = { .cancellable = cancellable, .at = 20000 };
      GThread *thread = g_thread_new ("stop", stop_at, &stop);

      options->threads = threads;
      g_assert_null (ink_importer_import (paths, options, NULL, &reports, cancellable,
                                          &stop.progress, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (reports);
      g_thread_join (thread);
    }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = ink_test_folder ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strdup_printf ("/import/batches/same/%s", files[i].name);

      g_test_add_data_func (path, &files[i], test_same);
    }
  g_test_add_func ("/import/batches/stopped", test_stopped);
  status = g_test_run ();
  ink_test_remove_folder (folder);
  return status;
}
