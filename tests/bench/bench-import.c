/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `sample`, `import` and `append`: from a file to a project that lies saved on the disk. */
#include "bench.h"

#include <glib/gstdio.h>

#include "document/ink-document.h"
#include "import/ink-import-report.h"
#include "sample/ink-sample.h"

int
bench_sample (int    argc,
              char **argv)
{
  guint64 events = g_ascii_strtoull (argv[1], NULL, 10);
  g_autoptr (GFile) file = g_file_new_for_path (argv[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileOutputStream) stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error);
  BenchTime start = bench_now (), took;
  InkProgress progress = { 0 };
  BenchLine line;

  if (stream == NULL
      || !ink_sample_write (G_OUTPUT_STREAM (stream),
                            (guint32) (events / INK_SAMPLE_EVENTS_PER_PERSON),
                            INK_SAMPLE_DEFAULT_SEED, NULL, &progress, &error)
      || !g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  took = bench_since (start);
  line = bench_line_begin ("sample", "inkling");
  bench_line_number (&line, "events", progress.rows);
  bench_line_number (&line, "csv_mb", bench_file_size (argv[0]) / 1e6);
  bench_line_number (&line, "wall_ms", took.wall * 1e3);
  bench_line_number (&line, "cpu_ms", took.cpu * 1e3);
  bench_line_number (&line, "peak_mib", bench_peak_mib ());
  bench_line_end (&line);
  return 0;
}

static void
print_import (InkDocument *document,
              const char  *csv,
              const char  *doc,
              BenchTime    import,
              BenchTime    all,
              double       before_mib)
{
  BenchLine line = bench_line_begin ("import", "inkling");
  InkEventStore *store = ink_document_get_store (document);
  double events = ink_event_store_get_n_events (store);
  double of = bench_file_size (csv), size = bench_file_size (doc);

  bench_line_number (&line, "events", events);
  bench_line_number (&line, "people", ink_event_store_get_n_people (store));
  bench_line_number (&line, "csv_mb", of / 1e6);
  bench_line_number (&line, "db_mb", size / 1e6);
  bench_line_number (&line, "of_csv", size / of);
  bench_line_number (&line, "ms", all.wall * 1e3);
  bench_line_number (&line, "cpu_ms", all.cpu * 1e3);
  bench_line_number (&line, "save_ms", (all.wall - import.wall) * 1e3);
  bench_line_number (&line, "mb_per_s", of / 1e6 / all.wall);
  bench_line_number (&line, "events_per_s", events / all.wall);
  bench_line_number (&line, "peak_mib", bench_peak_mib ());
  bench_line_number (&line, "peak_bytes_per_event",
                     (bench_peak_mib () - before_mib) * 1048576 / events);
  bench_line_number (&line, "load", bench_load ());
  bench_line_end (&line);
}

int
bench_import (int    argc,
              char **argv)
{
  const char *const files[] = { argv[0], NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  double before = bench_peak_mib ();
  BenchTime start = bench_now (), import = { 0, 0 };
  gboolean done;

  g_unlink (argv[1]);
  document = ink_document_new (&error);
  done = document != NULL
         && ink_document_import_files (document, files, NULL, NULL, NULL, NULL, &error);
  import = bench_since (start);
  done = done && ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, &error);
  if (done)
    print_import (document, argv[0], argv[1], import, bench_since (start), before);
  done = done && ink_document_close (document, INK_CLOSE_DISCARD, &error);
  if (!done)
    g_printerr ("%s\n", error->message);
  return done ? 0 : 1;
}

static void
print_append (const char *csv,
              guint64     added,
              GPtrArray  *reports,
              BenchTime   open,
              BenchTime   all)
{
  const InkImportReport *report = g_ptr_array_index (reports, 0);
  BenchLine line = bench_line_begin ("append", "inkling");

  bench_line_number (&line, "rows", report->rows);
  bench_line_number (&line, "added", added);
  bench_line_number (&line, "csv_mb", bench_file_size (csv) / 1e6);
  bench_line_number (&line, "ms", all.wall * 1e3);
  bench_line_number (&line, "cpu_ms", all.cpu * 1e3);
  bench_line_number (&line, "open_ms", open.wall * 1e3);
  bench_line_number (&line, "peak_mib", bench_peak_mib ());
  bench_line_number (&line, "load", bench_load ());
  bench_line_end (&line);
}

/* Opening is part of it: the command begins with a saved project and ends with one. */
int
bench_append (int    argc,
              char **argv)
{
  const char *const files[] = { argv[1], NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (argv[0]);
  BenchTime start = bench_now (), open;
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, &error);
  guint64 before = 0;
  gboolean done;

  open = bench_since (start);
  if (document != NULL)
    before = ink_event_store_get_n_events (ink_document_get_store (document));
  done = document != NULL
         && ink_document_import_files (document, files, NULL, &reports, NULL, NULL, &error)
         && ink_document_save (document, NULL, INK_SAVE_NORMAL, NULL, NULL, &error);
  if (done)
    print_append (argv[1],
                  ink_event_store_get_n_events (ink_document_get_store (document)) - before,
                  reports, open, bench_since (start));
  done = done && ink_document_close (document, INK_CLOSE_DISCARD, &error);
  if (!done)
    g_printerr ("%s\n", error->message);
  return done ? 0 : 1;
}
