/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a format's rows go. */

#include "config.h"

#include "import/ink-import-sink.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-progress.h"
#include "import/ink-row-feed.h"
#include "import/ink-row-writer.h"

/* A column more costs memory in every store: a file of random keys must not make millions. */
#define MAX_COLUMNS 2000

typedef enum
{
  USE_SAMPLE,
  USE_DATES,
  USE_IMPORT,
} Use;

typedef struct
{
  guint64 count;
  char *example;
} Note;

struct _InkImportSink
{
  Use use;
  InkImportSample *sample;
  InkImportPlan *plan;
  InkTimeGuess *guesses;
  int *guess_columns; /* USE_DATES: the column of each question */
  const InkImportFormat *format;
  InkEventStoreBuilder *builder;
  InkImportReport *report;
  InkProgress *progress;
  InkRowWriter *writer;
  InkRowFeed *feed;
  gboolean in_batches; /* the plan and the format do not look at rows one by one */
  gboolean lasting;
  GHashTable *columns; /* name -> number + 1 */
  GHashTable *notes;   /* finding -> Note */
  guint64 line;
};

static void
free_note (gpointer data)
{
  Note *note = data;

  g_free (note->example);
  g_free (note);
}

static InkImportSink *
new_sink (Use use)
{
  InkImportSink *sink = g_new0 (InkImportSink, 1);

  sink->use = use;
  sink->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sink->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_note);
  return sink;
}

static void
know_column (InkImportSink *sink,
             const char *name,
             guint number)
{
  g_hash_table_insert (sink->columns, g_strdup (name), GUINT_TO_POINTER (number + 1));
}

InkImportSink *
ink_import_sink_new_sample (InkImportSample *sample)
{
  InkImportSink *sink;

  g_return_val_if_fail (sample != NULL, NULL);

  sink = new_sink (USE_SAMPLE);
  sink->sample = sample;
  return sink;
}

InkImportSink *
ink_import_sink_new_dates (InkImportPlan *plan,
                           InkTimeGuess *guesses)
{
  InkImportSink *sink;

  g_return_val_if_fail (plan != NULL && guesses != NULL, NULL);

  sink = new_sink (USE_DATES);
  sink->plan = plan;
  sink->guesses = guesses;
  sink->guess_columns = g_new (int, plan->questions->len);
  for (guint i = 0; i < plan->columns->len; i++)
    know_column (sink, ink_import_plan_column (plan, i)->name, i);
  for (guint i = 0; i < plan->questions->len; i++)
    {
      const InkImportQuestion *question = &g_array_index (plan->questions, InkImportQuestion, i);

      sink->guess_columns[i] = -1;
      if (question->kind == INK_QUESTION_DATE_ORDER)
        sink->guess_columns[i]
            = GPOINTER_TO_INT (g_hash_table_lookup (sink->columns, question->column)) - 1;
    }
  return sink;
}

InkImportSink *
ink_import_sink_new_import (InkImportPlan *plan,
                            const InkImportFormat *format,
                            const InkImportOptions *options,
                            InkEventStoreBuilder *builder,
                            InkImportReport *report,
                            InkProgress *progress)
{
  InkImportSink *sink;

  g_return_val_if_fail (plan != NULL && format != NULL && options != NULL && builder != NULL, NULL);

  sink = new_sink (USE_IMPORT);
  sink->plan = plan;
  sink->format = format;
  sink->builder = builder;
  sink->report = report;
  sink->progress = progress;
  sink->writer = ink_row_writer_new (plan, options->secret, builder);
  sink->feed = ink_row_feed_new (sink->writer, report, options->threads);
  sink->in_batches = format->row == NULL && !plan->people;
  for (guint i = 0; i < plan->columns->len; i++)
    know_column (sink, ink_import_plan_column (plan, i)->name, i);
  return sink;
}

void
ink_import_sink_free (InkImportSink *sink)
{
  if (sink == NULL)
    return;
  ink_row_feed_free (sink->feed);
  ink_row_writer_free (sink->writer);
  g_hash_table_unref (sink->columns);
  g_hash_table_unref (sink->notes);
  g_free (sink->guess_columns);
  g_free (sink);
}

static guint
add_column (InkImportSink *sink,
            const char *name)
{
  guint number;

  if (sink->use == USE_SAMPLE)
    {
      g_ptr_array_add (sink->sample->columns, g_strdup (name));
      number = sink->sample->columns->len - 1;
    }
  else if (sink->use == USE_IMPORT)
    {
      /* The plan's columns move: nobody may read them meanwhile. */
      ink_import_sink_wait (sink, ink_import_sink_send (sink));
      number = ink_import_plan_add_column (sink->plan, sink->format, name);
    }
  else
    return G_MAXUINT;
  know_column (sink, name, number);
  return number;
}

/**
 * ink_import_sink_column:
 *
 * Returns: the number of the column of this name, which is made where there is none; %G_MAXUINT
 *   where there are too many: its cells are left out
 */
guint
ink_import_sink_column (InkImportSink *sink,
                        const char *name,
                        gsize length)
{
  char stack[128];
  g_autofree char *heap = NULL;
  char *copy = stack;
  gpointer known;

  g_return_val_if_fail (sink != NULL && name != NULL, G_MAXUINT);

  if (length >= sizeof stack)
    copy = heap = g_malloc (length + 1);
  memcpy (copy, name, length);
  copy[length] = '\0';
  known = g_hash_table_lookup (sink->columns, copy);
  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  if (g_hash_table_size (sink->columns) >= MAX_COLUMNS)
    {
      ink_import_sink_note (sink, _("Values under names beyond the first 2000 were left out."), copy);
      return G_MAXUINT;
    }
  return add_column (sink, copy);
}

guint
ink_import_sink_find (const InkImportSink *sink,
                      const char *name)
{
  gpointer known;

  g_return_val_if_fail (sink != NULL && name != NULL, G_MAXUINT);

  known = g_hash_table_lookup (sink->columns, name);
  return known != NULL ? GPOINTER_TO_UINT (known) - 1 : G_MAXUINT;
}

static gboolean
take_dates (InkImportSink *sink,
            const InkCell *cells,
            guint n_cells)
{
  for (guint i = 0; i < sink->plan->questions->len; i++)
    {
      int column = sink->guess_columns[i];

      if (column >= 0 && (guint) column < n_cells && cells[column].kind != INK_CELL_EMPTY)
        ink_time_guess_add (&sink->guesses[i], cells[column].text, cells[column].length);
    }
  return TRUE;
}

static gboolean
import_row (InkImportSink *sink,
            guint64 line,
            InkCell *cells,
            guint n_cells)
{
  sink->line = line;
  if ((++sink->report->rows & 1023) == 0 && sink->progress != NULL)
    __atomic_store_n (&sink->progress->rows, (gint64) sink->report->rows, __ATOMIC_RELAXED);
  if (sink->format->row != NULL && sink->format->row (sink, cells, n_cells) == INK_ROW_DONE)
    return TRUE;
  if (sink->in_batches && sink->lasting)
    ink_row_feed_add (sink->feed, line, cells, n_cells);
  else
    ink_row_feed_now (sink->feed, line, cells, n_cells);
  return TRUE;
}

gboolean
ink_import_sink_row (InkImportSink *sink,
                     guint64 line,
                     InkCell *cells,
                     guint n_cells)
{
  switch (sink->use)
    {
    case USE_SAMPLE:
      return ink_import_sample_add (sink->sample, cells, n_cells);
    case USE_DATES:
      return take_dates (sink, cells, n_cells);
    case USE_IMPORT:
    default:
      return import_row (sink, line, cells, n_cells);
    }
}

void
ink_import_sink_reject (InkImportSink *sink,
                        guint64 line,
                        const char *reason)
{
  g_return_if_fail (sink != NULL && reason != NULL);

  if (sink->use != USE_IMPORT)
    return;
  sink->report->rows++;
  /* Rejected rows are reported in their order. */
  ink_row_feed_send (sink->feed);
  ink_import_report_reject (sink->report, line, reason);
}

void
ink_import_sink_set_lasting (InkImportSink *sink,
                             gboolean lasting)
{
  g_return_if_fail (sink != NULL);

  sink->lasting = lasting;
}

guint64
ink_import_sink_send (InkImportSink *sink)
{
  g_return_val_if_fail (sink != NULL, 0);

  return sink->use == USE_IMPORT ? ink_row_feed_send (sink->feed) : 0;
}

void
ink_import_sink_wait (InkImportSink *sink,
                      guint64 ticket)
{
  g_return_if_fail (sink != NULL);

  if (sink->use == USE_IMPORT)
    ink_row_feed_wait (sink->feed, ticket);
}

void
ink_import_sink_note (InkImportSink *sink,
                      const char *finding,
                      const char *example)
{
  Note *note;

  g_return_if_fail (sink != NULL && finding != NULL);

  if (sink->use != USE_IMPORT)
    return;
  note = g_hash_table_lookup (sink->notes, finding);
  if (note == NULL)
    {
      note = g_new0 (Note, 1);
      note->example = g_strdup (example);
      g_hash_table_insert (sink->notes, g_strdup (finding), note);
    }
  note->count++;
}

static void
add_line_finding (InkImportReport *report,
                  const char *finding,
                  guint64 count,
                  guint64 line)
{
  g_autofree char *example = NULL;

  if (count == 0)
    return;
  if (line > 0)
    example = g_strdup_printf (_("line %" G_GUINT64_FORMAT), line);
  ink_import_report_add_quality (report, finding, count, example);
}

/* 0: none. */
static guint64
first_line (guint64 a,
            guint64 b)
{
  return a == 0 || b == 0 ? MAX (a, b) : MIN (a, b);
}

void
ink_import_sink_finish (InkImportSink *sink)
{
  const InkRowCounts *counts;
  g_autoptr (GList) findings = NULL;

  g_return_if_fail (sink != NULL && sink->use == USE_IMPORT);

  ink_import_sink_wait (sink, ink_import_sink_send (sink));
  counts = ink_row_writer_get_counts (sink->writer);
  sink->report->imported += counts->made;
  add_line_finding (sink->report, _("Events without a time"), counts->no_time, 0);
  add_line_finding (sink->report, _("Times in the future"), counts->future,
                    counts->first_future_line);
  add_line_finding (sink->report, _("Values or durations that are not numbers were left out"),
                    counts->cells.no_number + counts->batch_cells.no_number,
                    first_line (counts->cells.first_no_number_line,
                                counts->batch_cells.first_no_number_line));
  findings = g_list_sort (g_hash_table_get_keys (sink->notes), (GCompareFunc) strcmp);
  for (GList *l = findings; l != NULL; l = l->next)
    {
      const Note *note = g_hash_table_lookup (sink->notes, l->data);

      ink_import_report_add_quality (sink->report, l->data, note->count, note->example);
    }
}

InkEventStoreBuilder *
ink_import_sink_get_builder (InkImportSink *sink)
{
  g_return_val_if_fail (sink != NULL, NULL);

  return sink->builder;
}

guint64
ink_import_sink_get_line (const InkImportSink *sink)
{
  g_return_val_if_fail (sink != NULL, 0);

  return sink->line;
}

guint32
ink_import_sink_person (InkImportSink *sink,
                        guint column,
                        const char *id,
                        gsize length)
{
  g_return_val_if_fail (sink != NULL && sink->writer != NULL, INK_NO_PERSON);

  return ink_row_writer_person (sink->writer, column, id, length);
}

void
ink_import_sink_link (InkImportSink *sink,
                      guint32 shown,
                      guint32 other,
                      InkLink link)
{
  g_return_if_fail (sink != NULL && sink->writer != NULL);

  ink_row_writer_link (sink->writer, shown, other, link);
}

void
ink_import_sink_set_key (InkImportSink *sink,
                         const char *key,
                         gsize length)
{
  g_return_if_fail (sink != NULL && sink->writer != NULL);

  ink_row_writer_set_key (sink->writer, key, length);
}

void
ink_import_sink_count_imported (InkImportSink *sink)
{
  g_return_if_fail (sink != NULL && sink->writer != NULL);

  ink_row_writer_get_counts (sink->writer)->made++;
}
