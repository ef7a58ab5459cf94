/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli import: exports into a project, with a report of what became of every row. */

#include "config.h"

#include "cli/ink-cli-job.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "import/ink-import-report.h"

#include <glib/gi18n-lib.h>

#define SHOWN_REJECTED 5

typedef struct
{
  char *source;
  char **map;
  char *time_zone;
  char *date_order;
  char *privacy;
  gboolean dry_run;
  gboolean json;
} Choices;

static void
choices_clear (Choices *choices)
{
  g_free (choices->source);
  g_strfreev (choices->map);
  g_free (choices->time_zone);
  g_free (choices->date_order);
  g_free (choices->privacy);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choices, choices_clear)

static gboolean
choose (const char *option,
        const char *given,
        const char *const *words,
        const int *values,
        int *chosen,
        GError **error)
{
  g_autofree char *all = NULL;

  if (given == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], given))
      {
        *chosen = values[i];
        return TRUE;
      }

  all = g_strjoinv (", ", (char **) words);
  g_set_error (error, INK_ERROR, INK_ERROR_USAGE, _ ("%s takes one of: %s."), option, all);
  return FALSE;
}

static InkImportOptions *
make_options (const Choices *choices,
              GError **error)
{
  static const char *const orders[] = { "auto", "dmy", "mdy", NULL };
  static const int order_values[]
      = { INK_DATE_ORDER_AUTO, INK_DATE_ORDER_DMY, INK_DATE_ORDER_MDY };
  static const char *const switches[] = { "on", "off", NULL };
  static const int switch_values[] = { INK_PRIVACY_ON, INK_PRIVACY_OFF };
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  int order = INK_DATE_ORDER_AUTO;
  int privacy = INK_PRIVACY_AUTO;

  if (!choose ("--date-order", choices->date_order, orders, order_values, &order, error)
      || !choose ("--privacy", choices->privacy, switches, switch_values, &privacy, error))
    return NULL;
  options->date_order = order;
  options->privacy = privacy;

  if (choices->source != NULL)
    ink_import_options_set_source (options, choices->source);
  if (choices->time_zone != NULL
      && !ink_import_options_set_time_zone (options, choices->time_zone, error))
    return NULL;
  for (guint i = 0; choices->map != NULL && choices->map[i] != NULL; i++)
    if (!ink_import_options_parse_role (options, choices->map[i], error))
      return NULL;

  return g_steal_pointer (&options);
}

static GPtrArray *
import_files (InkDocument *document,
              char **paths,
              const InkImportOptions *options,
              GError **error)
{
  g_autofree char *name = g_path_get_basename (paths[0]);
  g_autofree char *what = g_strdup_printf (_ ("Reading %s"), name);
  g_autoptr (InkCliJob) job = ink_cli_job_start (what);
  GPtrArray *reports = NULL;

  if (!ink_document_import_files (document, (const char *const *) paths, options, &reports,
                                  ink_cli_job_get_progress (job),
                                  ink_cli_job_get_cancellable (job), error))
    return NULL;

  return reports;
}

static void
print_report (const InkImportReport *report)
{
  ink_cli_message ("%s: %s", report->file, report->format_reason);
  ink_cli_message (_ ("  %" G_GUINT64_FORMAT " rows: %" G_GUINT64_FORMAT " taken, %" G_GUINT64_FORMAT
                      " repeats left out, %" G_GUINT64_FORMAT " unreadable"),
                   report->rows, report->imported, report->repeats, report->n_rejected);
  ink_cli_message (_ ("  %" G_GUINT64_FORMAT " events of %u people, %u of them new; %u ids merged"),
                   report->events, report->people, report->new_people, report->ids_merged);
  for (guint i = 0; i < MIN (report->rejected->len, SHOWN_REJECTED); i++)
    {
      const InkRejectedRow *row = &g_array_index (report->rejected, InkRejectedRow, i);

      ink_cli_message (_ ("  line %" G_GUINT64_FORMAT ": %s"), row->line, row->reason);
    }
  for (guint i = 0; i < report->quality->len; i++)
    {
      const InkQualityFinding *finding = &g_array_index (report->quality, InkQualityFinding, i);

      ink_cli_message ("  %s (%" G_GUINT64_FORMAT ")", finding->finding, finding->count);
    }
  for (guint i = 0; i < report->personal->len; i++)
    {
      const InkPersonalData *personal = &g_array_index (report->personal, InkPersonalData, i);

      ink_cli_message (_ ("  personal data in '%s' (%s): %s"), personal->column, personal->kind,
                       personal->done);
    }
}

static void
print_json (GPtrArray *reports)
{
  g_autoptr (GString) text = g_string_new ("{\"sources\": [");

  if (reports->len == 1)
    {
      g_autofree char *json = ink_import_report_to_json (g_ptr_array_index (reports, 0));

      ink_cli_print (json);
      return;
    }

  for (guint i = 0; i < reports->len; i++)
    {
      g_autofree char *json = ink_import_report_to_json (g_ptr_array_index (reports, i));

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", json);
    }
  g_string_append (text, "]}");
  ink_cli_print (text->str);
}

static int
import (const Choices *choices,
        char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkImportOptions) options = NULL;
  g_autoptr (InkDocument) document = NULL;
  g_autoptr (GPtrArray) reports = NULL;

  options = make_options (choices, &error);
  if (options == NULL)
    return ink_cli_fail (error);
  document = ink_cli_project_open (arguments[0], TRUE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  reports = import_files (document, arguments + 1, options, &error);
  if (reports == NULL || choices->dry_run)
    ink_cli_project_close (document);
  else if (!ink_cli_project_save (document, arguments[0], &error))
    return ink_cli_fail (error);
  if (reports == NULL)
    return ink_cli_fail (error);

  for (guint i = 0; i < reports->len; i++)
    print_report (g_ptr_array_index (reports, i));
  if (choices->dry_run)
    ink_cli_message (_ ("Nothing was kept: this was a dry run."));
  if (choices->json)
    print_json (reports);

  return INK_EXIT_DONE;
}

static int
run_import (const InkCommand *command,
            int argc,
            char **argv)
{
  g_auto (Choices) choices = { 0 };
  const GOptionEntry entries[] = {
    { "source", 0, 0, G_OPTION_ARG_STRING, &choices.source,
      N_ ("The format, where it is not recognised (csv, json, inkling, mixpanel, ga4)"),
      N_ ("NAME") },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &choices.map,
      N_ ("What a column is for; may be given several times"), N_ ("ROLE=COLUMN") },
    { "time-zone", 0, 0, G_OPTION_ARG_STRING, &choices.time_zone,
      N_ ("The zone of times that say none"), N_ ("ZONE") },
    { "date-order", 0, 0, G_OPTION_ARG_STRING, &choices.date_order,
      N_ ("Which comes first in dates such as 3/4/2026"), N_ ("dmy|mdy") },
    { "privacy", 0, 0, G_OPTION_ARG_STRING, &choices.privacy,
      N_ ("Leave out personal columns and replace e-mail ids by pseudonyms"), N_ ("on|off") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &choices.dry_run,
      N_ ("Read and report, but keep nothing"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &choices.json, N_ ("The report as one JSON object"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 2, G_MAXUINT, &arguments, &status))
    return status;

  return import (&choices, arguments);
}

const InkCommand ink_command_import = {
  .name = "import",
  .arguments = "PROJECT FILE…",
  .summary = N_ ("Take the events of exports into a project"),
  .teaching = N_ ("The format and the meaning of the columns are recognised; --map corrects them:\n"
                  "  inkling-cli import shop.inkling hits.csv.gz --map who=visitor_id --map "
                  "keep=hit_number\n"
                  "Roles: who, also (a second id to merge), event, time, session, page, duration,\n"
                  "value, currency, channel, source, medium, campaign, keep, person (a person's\n"
                  "property), leave-out; event=@NAME gives every row that name.\n\n"
                  "What is already in the project is not counted twice. Rows that cannot be read\n"
                  "are counted and named with line and reason. Several files may be given."),
  .run = run_import,
};
