/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files in, the next event store and a report per file out.
 *
 * A file is read twice: its first rows for the plan, then all of it by the plan. Only where the
 * first rows do not tell days from months it is read once more between the two. */

#include "config.h"

#include "import/ink-importer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "events/ink-event-store-builder.h"
#include "import/ink-import-input.h"
#include "import/ink-import-plan.h"
#include "import/ink-import-sink.h"

/* One file on its way. */
typedef struct
{
  const char *path;
  const InkImportOptions *options;
  GCancellable *cancellable;
  const InkImportFormat *format;
  char *reason;
  char *name;
  InkImportSample *sample;
  InkImportPlan *plan;
} Job;

static void
clear_job (Job *job)
{
  g_free (job->reason);
  g_free (job->name);
  ink_import_sample_free (job->sample);
  ink_import_plan_free (job->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, clear_job)

/* The surest format. NULL where none is. */
static const InkImportFormat *
recognise (const InkImportHead *head,
           char **reason)
{
  const InkImportFormat *const *formats = ink_import_formats_get_all ();
  const InkImportFormat *best = NULL;
  int best_score = 0;

  for (; *formats != NULL; formats++)
    {
      g_autofree char *why = NULL;
      int score = (*formats)->sniff (head, &why);

      if (score <= best_score)
        continue;
      best = *formats;
      best_score = score;
      g_free (*reason);
      *reason = g_steal_pointer (&why);
    }
  return best;
}

static const InkImportFormat *
refuse (Job *job,
        const char *sentence,
        GError **error)
{
  g_set_error (error, INK_ERROR, INK_ERROR_FORMAT, "%s: %s", job->name, sentence);
  return NULL;
}

/* What is clearly something else gets the way out named. */
static const InkImportFormat *
check_head (Job *job,
            const InkImportHead *head,
            GError **error)
{
  const char *p = head->text;
  gsize odd = 0;

  while (g_ascii_isspace (*p))
    p++;
  if (*p == '\0' && head->whole)
    return refuse (job, _("The file is empty."), error);
  if (*p == '<')
    return refuse (job,
                   _("This is HTML or XML, which Inkling does not read. Export the data as CSV or "
                     "JSON instead."),
                   error);
  for (gsize i = 0; i < head->length; i++)
    odd += (guint8) head->text[i] < 9 || (head->text[i] > 13 && head->text[i] < 27)
           || (guint8) head->text[i] == 0xef;
  if (odd * 5 > head->length && head->length > 0)
    return refuse (job, _("This is not text. Export the data as CSV or JSON."), error);
  return refuse (job, _("This is no format that Inkling knows. Export the data as CSV or JSON."),
                 error);
}

static gboolean
looks_binary (const InkImportHead *head)
{
  gsize odd = 0;

  for (gsize i = 0; i < head->length; i++)
    odd += (guint8) head->text[i] < 9 || (head->text[i] > 13 && head->text[i] < 27)
           || ((guint8) head->text[i] == 0xef && (guint8) head->text[i + 1] == 0xbf);
  return odd * 5 > head->length;
}

static const InkImportFormat *
find_format (Job *job,
             const InkImportHead *head,
             GError **error)
{
  const char *wanted = job->options->source;
  const InkImportFormat *format;

  if (wanted != NULL && strcmp (wanted, "auto") != 0)
    {
      format = ink_import_formats_find (wanted);
      job->reason = g_strdup (_("You chose it."));
      if (format == NULL)
        g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
                     _("There is no source '%s'. Sources are auto, delimited, json, inkling, "
                       "mixpanel and ga4."),
                     wanted);
      return format;
    }
  format = looks_binary (head) || head->length == 0 ? NULL : recognise (head, &job->reason);
  return format != NULL ? format : check_head (job, head, error);
}

/* Opens the file at its first part. */
static InkImportInput *
open_input (Job *job,
            InkProgress *progress,
            GError **error)
{
  g_autoptr (InkImportInput) input
      = ink_import_input_open (job->path, progress, job->cancellable, error);
  GError *local = NULL;

  if (input == NULL)
    return NULL;
  if (!ink_import_input_next (input, &local))
    {
      if (local == NULL)
        g_set_error (&local, INK_ERROR, INK_ERROR_FORMAT, _("%s: The file is empty."), job->name);
      g_propagate_error (error, local);
      return NULL;
    }
  return g_steal_pointer (&input);
}

/* Finds the format and makes the plan by the first rows. */
static gboolean
examine (Job *job,
         GError **error)
{
  g_autoptr (InkImportInput) input = NULL;
  g_autoptr (InkImportSink) sink = NULL;
  InkImportHead head;

  job->name = g_filename_display_basename (job->path);
  input = open_input (job, NULL, error);
  if (input == NULL || !ink_import_input_get_head (input, &head, error))
    return FALSE;
  job->format = find_format (job, &head, error);
  if (job->format == NULL)
    return FALSE;
  job->sample = ink_import_sample_new ();
  sink = ink_import_sink_new_sample (job->sample);
  if (!job->format->read (input, sink, error))
    return FALSE;
  job->plan = ink_import_plan_new (job->sample, job->format, job->options,
                                   ink_import_input_get_stem (input), error);
  return job->plan != NULL;
}

static gboolean
settle_dates (Job *job,
              InkProgress *progress,
              GError **error)
{
  g_autofree InkTimeGuess *guesses = g_new0 (InkTimeGuess, job->plan->questions->len + 1);
  g_autoptr (InkImportInput) input = open_input (job, progress, error);
  g_autoptr (InkImportSink) sink = ink_import_sink_new_dates (job->plan, guesses);

  return input != NULL && job->format->read (input, sink, error)
         && ink_import_plan_settle_dates (job->plan, guesses, error);
}

/* A further member of a zip file must be of the same format. */
static gboolean
fits (Job *job,
      InkImportInput *input,
      InkImportSink *sink,
      gboolean *fit,
      GError **error)
{
  g_autofree char *reason = NULL;
  InkImportHead head;

  if (!ink_import_input_get_head (input, &head, error))
    return FALSE;
  *fit = head.length > 0 && !looks_binary (&head)
         && (job->options->source != NULL || recognise (&head, &reason) == job->format);
  if (!*fit)
    ink_import_sink_note (sink, _("Members of the file that are unlike the first were left out"),
                          ink_import_input_get_member (input));
  return TRUE;
}

static gboolean
read_parts (Job *job,
            InkImportInput *input,
            InkImportSink *sink,
            GError **error)
{
  GError *local = NULL;

  if (!job->format->read (input, sink, error))
    return FALSE;
  while (ink_import_input_next (input, &local))
    {
      gboolean fit;

      if (!fits (job, input, sink, &fit, error)
          || (fit && !job->format->read (input, sink, error)))
        return FALSE;
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, local);
  return FALSE;
}

static void
note_input (const InkImportInput *input,
            InkImportReport *report)
{
  report->size = (guint64) ink_import_input_get_size (input);
  if (ink_import_input_get_replaced (input) > 0)
    ink_import_report_add_quality (report, _("Characters that could not be read were replaced"),
                                   ink_import_input_get_replaced (input),
                                   ink_import_input_get_encoding (input));
}

static void
take_build (InkImportReport *report,
            const InkBuildReport *build,
            gboolean people)
{
  guint64 made = report->imported;

  report->events = build->events;
  report->people = build->people;
  report->new_people = build->new_people;
  report->of_nobody = build->of_nobody;
  report->ids_merged = build->ids_merged;
  report->first = build->first;
  report->last = build->last;
  /* A row of people can make several events: it is a repeat where all it said was known. */
  if (people)
    report->repeats = build->events == 0 && build->repeats > 0 ? made : 0;
  else
    report->repeats = MIN (build->repeats, made);
  report->imported = made - report->repeats;
  if (build->of_nobody > 0)
    ink_import_report_add_quality (report,
                                   _("Events of nobody, kept out of all counts of people"),
                                   build->of_nobody, NULL);
}

static InkImportReport *
new_report (const Job *job)
{
  InkImportReport *report = ink_import_report_new ();

  report->file = g_strdup (job->name);
  report->format = g_strdup (job->format->id);
  report->format_reason = g_strdup (job->reason);
  return report;
}

static InkEventStore *
import_file (Job *job,
             InkEventStore *base,
             InkImportReport **report,
             InkProgress *progress,
             GError **error)
{
  g_autoptr (InkImportReport) made = NULL;
  g_autoptr (InkEventStoreBuilder) builder = NULL;
  g_autoptr (InkImportInput) input = NULL;
  g_autoptr (InkImportSink) sink = NULL;
  g_autoptr (InkEventStore) store = NULL;
  InkBuildReport build = { 0 };

  if (!examine (job, error) || !ink_import_plan_check (job->plan, job->name, error)
      || (job->plan->ambiguous && !settle_dates (job, progress, error)))
    return NULL;
  made = new_report (job);
  builder = ink_event_store_builder_new (base);
  input = open_input (job, progress, error);
  if (input == NULL)
    return NULL;
  sink = ink_import_sink_new_import (job->plan, job->format, job->options, builder, made, progress);
  if (!read_parts (job, input, sink, error))
    return NULL;
  ink_import_sink_finish (sink);
  store = ink_event_store_builder_end (builder, &build, job->cancellable, error);
  if (store == NULL)
    return NULL;
  take_build (made, &build, job->plan->people);
  note_input (input, made);
  ink_import_plan_report (job->plan, made);
  *report = g_steal_pointer (&made);
  return g_steal_pointer (&store);
}

InkEventStore *
ink_importer_import (const char *const *files,
                     const InkImportOptions *options,
                     InkEventStore *base,
                     GPtrArray **reports,
                     GCancellable *cancellable,
                     InkProgress *progress,
                     GError **error)
{
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (InkEventStore) store = NULL;

  g_return_val_if_fail (files != NULL && options != NULL && reports != NULL, NULL);

  *reports = NULL;
  made = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_import_report_unref);
  store = base != NULL ? ink_event_store_ref (base) : ink_event_store_new_empty ();
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_auto (Job) job = { .path = files[i], .options = options, .cancellable = cancellable };
      InkImportReport *report = NULL;
      InkEventStore *next = import_file (&job, store, &report, progress, error);

      if (next == NULL)
        return NULL;
      g_ptr_array_add (made, report);
      ink_event_store_unref (store);
      store = next;
    }
  *reports = g_steal_pointer (&made);
  return g_steal_pointer (&store);
}

static void
take_rows (InkImportPreview *preview,
           const InkImportSample *sample)
{
  preview->n_rows = MIN (sample->rows->len, INK_PREVIEW_ROWS);
  preview->cells = g_new0 (char *, (gsize) preview->n_rows * preview->n_columns + 1);
  for (guint row = 0; row < preview->n_rows; row++)
    for (guint i = 0; i < preview->n_columns; i++)
      {
        InkCell cell = ink_import_sample_get (sample, row, i);

        preview->cells[row * preview->n_columns + i]
            = cell.kind == INK_CELL_EMPTY ? g_strdup ("") : g_strndup (cell.text, cell.length);
      }
}

static InkKind
get_shown_kind (const InkPlanColumn *column)
{
  if (column->role == INK_ROLE_TIME)
    return INK_KIND_TIME;
  if (column->kind == INK_KIND_TEXT && column->stats.cells > 0
      && column->stats.numbers == column->stats.cells && column->role >= INK_ROLE_KEEP
      && column->stats.texts == 0)
    return INK_KIND_NUMBER;
  return column->stats.cells > 0 ? column->kind : INK_KIND_ABSENT;
}

static void
take_columns (InkImportPreview *preview,
              const InkImportPlan *plan)
{
  preview->n_columns = plan->columns->len;
  preview->columns = g_new0 (InkPreviewColumn, plan->columns->len + 1);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);
      InkPreviewColumn *shown = &preview->columns[i];

      shown->name = g_strdup (column->name);
      shown->role = column->role;
      shown->property = g_strdup (column->property);
      shown->kind = get_shown_kind (column);
      shown->personal = g_strdup (column->personal);
      if (column->flag)
        shown->note = g_strdup_printf (_("Each yes is an event '%s'."), column->name);
      else if (column->pseudonyms)
        shown->note = g_strdup (_("The ids are replaced by pseudonyms."));
      else if (column->personal != NULL && column->role == INK_ROLE_LEAVE_OUT)
        shown->note = g_strdup (_("Personal data: left out."));
    }
}

static void
take_questions (InkImportPreview *preview,
                const InkImportPlan *plan)
{
  preview->n_questions = plan->questions->len;
  preview->questions = g_new0 (InkImportQuestion, plan->questions->len + 1);
  for (guint i = 0; i < plan->questions->len; i++)
    {
      const InkImportQuestion *question = &g_array_index (plan->questions, InkImportQuestion, i);

      preview->questions[i]
          = (InkImportQuestion){ question->kind, g_strdup (question->column),
                                 g_strdup (question->sentence), g_strdup (question->guess) };
    }
}

InkImportPreview *
ink_importer_preview (const char *file,
                      const InkImportOptions *options,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Job) job = { .path = file, .options = options, .cancellable = cancellable };
  InkImportPreview *preview;

  g_return_val_if_fail (file != NULL && options != NULL, NULL);

  if (!examine (&job, error))
    return NULL;
  preview = g_new0 (InkImportPreview, 1);
  g_atomic_ref_count_init (&preview->ref_count);
  preview->file = g_strdup (job.name);
  preview->format = g_strdup (job.format->id);
  preview->format_title = g_strdup (_(job.format->title));
  preview->format_reason = g_strdup (job.reason);
  preview->people = job.plan->people;
  preview->event_name = g_strdup (job.plan->event_name);
  take_columns (preview, job.plan);
  take_rows (preview, job.sample);
  take_questions (preview, job.plan);
  return preview;
}
