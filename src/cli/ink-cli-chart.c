/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli chart: a chart of the project as a picture, or its numbers. */

#include "config.h"

#include "analysis/ink-indicator-payoff.h"
#include "analysis/ink-rule-query.h"
#include "charts/ink-indicator-rows.h"
#include "cli/ink-cli-chart-wish.h"
#include "cli/ink-cli-job.h"
#include "cli/ink-cli-names.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"

#include <glib/gi18n-lib.h>

typedef InkCliChartWish Wish;

/* Groups need a comparison: the funnel's own, else the personas. */
static InkFunnel *
find_funnel (InkDocument *document,
             const Wish *wish,
             const char *name,
             GError **error)
{
  g_autoptr (InkFunnel) funnel = ink_cli_find_funnel (document, name, wish->steps, error);

  if (funnel == NULL || wish->kind != &ink_chart_groups || funnel->compare != INK_COMPARE_NONE)
    return g_steal_pointer (&funnel);

  return ink_funnel_copy_with_compare (funnel, INK_COMPARE_PERSONA, NULL, INK_TAKE_FIRST, 0, 0);
}

static InkTable *
make_table (const InkFunnelResult *result,
            const Wish *wish)
{
  if (g_str_equal (wish->kind->table, "histogram"))
    return ink_funnel_result_to_histogram (result);
  if (g_str_equal (wish->kind->table, "trend"))
    return ink_funnel_result_to_trend (result, wish->by);

  return ink_funnel_result_to_steps (result);
}

/* @of: what differs by chart; the rest is as wished. */
static gboolean
write_table (InkDocument *document,
             InkTable *table,
             const InkChartOptions *of,
             const Wish *wish,
             GError **error)
{
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (ink_document_get_definition (document));
  InkChartOptions options = *of;
  InkExportOptions export_options = { .scale = wish->scale, .title = of->title, .zone = zone };
  g_autoptr (InkScene) scene = NULL;

  options.theme = wish->look;
  options.width = wish->width;
  options.height = wish->height;
  options.transparent = wish->transparent;
  options.zone = zone;
  if (wish->size != NULL)
    options.height = CLAMP (ink_chart_get_natural_height (wish->kind, table, &options),
                            wish->size->height, wish->size->most_height);
  if (wish->exporter->is_picture)
    scene = ink_chart_render (wish->kind, table, &options);

  return ink_export_to_file (wish->exporter, scene, table, &export_options, wish->output, error);
}

static gboolean
write_funnel (InkDocument *document,
              const InkFunnel *funnel,
              InkFunnelResult *result,
              const Wish *wish,
              GError **error)
{
  g_autoptr (InkTable) table = make_table (result, wish);
  g_autofree char *rule = ink_funnel_to_words (funnel);
  InkChartOptions options = { .title = funnel->name,
                              .rule = rule,
                              .period = wish->by,
                              .personas = ink_funnel_result_get_personas (result),
                              .median = ink_funnel_result_get_median (result),
                              .count = funnel->count };

  return write_table (document, table, &options, wish, error);
}

static gboolean
draw_funnel (InkDocument *document,
             const Wish *wish,
             const char *name,
             const InkFilter *filter,
             GError **error)
{
  g_autoptr (InkFunnel) funnel = find_funnel (document, wish, name, error);
  g_autoptr (InkFunnelResult) result = NULL;
  g_autoptr (InkCliJob) job = NULL;

  if (funnel == NULL)
    return FALSE;

  job = ink_cli_job_start (_ ("Counting"));
  result = ink_funnel_evaluate (ink_document_get_store (document),
                                ink_document_get_definition (document), funnel, filter,
                                ink_cli_job_get_cancellable (job), error);

  return result != NULL && write_funnel (document, funnel, result, wish, error);
}

/* The table that the chart reads, in the order in which it shows it. */
static InkTable *
pick_table (const InkIndicators *indicators,
            const InkChartKind *kind)
{
  g_autoptr (InkTable) table = NULL;

  if (g_str_equal (kind->table, "personas"))
    return ink_indicators_to_personas (indicators);
  if (g_str_equal (kind->table, "overlap"))
    return ink_indicators_to_overlap (indicators);
  if (g_str_equal (kind->table, "payoff"))
    return ink_indicators_to_payoff (indicators, -1);
  table = ink_indicators_to_table (indicators);
  return ink_indicator_rows_sort (table);
}

/* What leads to the goal @name. */
static gboolean
draw_indicators (InkDocument *document,
                 const Wish *wish,
                 const char *name,
                 const InkFilter *filter,
                 GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  const InkGoal *goal = ink_cli_find_goal (document, name, error);
  g_autoptr (InkIndicators) indicators = NULL;
  g_autoptr (InkTable) table = NULL;
  g_autoptr (InkCliJob) job = NULL;
  g_autofree char *title = NULL;
  InkChartOptions options = { 0 };

  if (goal == NULL)
    return FALSE;

  job = ink_cli_job_start (_ ("Comparing"));
  indicators = ink_indicators_evaluate (ink_document_get_store (document), definition, goal->name,
                                        filter, ink_cli_job_get_cancellable (job), error);
  if (indicators == NULL)
    return FALSE;
  table = pick_table (indicators, wish->kind);
  /* Translators: the title of a chart; a macro goal's name. */
  options.title = title = g_strdup_printf (_ ("What leads to “%s”"), goal->name);

  return write_table (document, table, &options, wish, error);
}

/* How often the goal @name was completed over time. */
static gboolean
draw_events (InkDocument *document,
             const Wish *wish,
             const char *name,
             const InkFilter *filter,
             GError **error)
{
  InkDefinition *definition = ink_document_get_definition (document);
  const InkGoal *goal = ink_cli_find_goal (document, name, error);
  g_autoptr (InkCliJob) job = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkQuery) query = NULL;
  g_autoptr (InkAnswer) answer = NULL;
  InkChartOptions options = { .definition = definition };

  if (goal == NULL)
    return FALSE;

  job = ink_cli_job_start (_ ("Counting"));
  rule = ink_rule_new_goal (goal->name);
  query = ink_rule_query_new (definition, rule, INK_ASK_COMPLETED, filter);
  answer = ink_query_run (query, ink_document_get_store (document),
                          ink_cli_job_get_cancellable (job), NULL, error);
  options.title = goal->name;

  return answer != NULL
         && write_table (document, ink_answer_get_table (answer, "series"), &options, wish, error);
}

static gboolean
is_of_goal (const Wish *wish)
{
  return !ink_chart_is_of_funnel (wish->kind);
}

static gboolean
draw (InkDocument *document,
      const Wish *wish,
      const char *name,
      GError **error)
{
  InkFilter filter;

  if (!ink_cli_read_filter (document, wish->persona, wish->from, wish->to, &filter, error))
    return FALSE;
  if (wish->kind == &ink_chart_events)
    return draw_events (document, wish, name, &filter, error);
  if (is_of_goal (wish))
    return draw_indicators (document, wish, name, &filter, error);

  return draw_funnel (document, wish, name, &filter, error);
}

static int
run_chart (const InkCommand *command,
           int argc,
           char **argv)
{
  g_auto (InkCliChartWish) wish = { .scale = 2 };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &wish.output, N_ ("The file to write"),
      N_ ("FILE.svg|png|pdf|csv|xlsx") },
    { "steps", 0, 0, G_OPTION_ARG_FILENAME, &wish.steps, N_ ("A file with one funnel object"),
      N_ ("FILE") },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &wish.persona, N_ ("Only people of this persona"),
      N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &wish.from, N_ ("Only tries that start on this day or "
                                                         "later"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &wish.to, N_ ("Only tries that start on this day or "
                                                     "earlier"),
      N_ ("DATE") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &wish.period, N_ ("Of a trend"),
      N_ ("day|week|month") },
    { "width", 0, 0, G_OPTION_ARG_INT, &wish.width, N_ ("In points (960)"), N_ ("W") },
    { "height", 0, 0, G_OPTION_ARG_INT, &wish.height, N_ ("In points (540)"), N_ ("H") },
    { "scale", 0, 0, G_OPTION_ARG_INT, &wish.scale, N_ ("Pixels per point of a PNG (2)"),
      N_ ("1-4") },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &wish.preset, N_ ("A size by what the picture is for"),
      N_ ("slide|half-slide|square|document") },
    { "dark", 0, 0, G_OPTION_ARG_NONE, &wish.dark, N_ ("For a dark ground"), NULL },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &wish.theme, N_ ("How it looks (slide)"),
      N_ ("light|dark|contrast|slide|print") },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &wish.transparent, N_ ("Without a background"),
      NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  gboolean drawn;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 2, 3, &arguments, &status))
    return status;
  if (wish.output == NULL)
    return ink_cli_usage (command, _ ("Give the file to write with --output."));
  if (!ink_cli_chart_wish_check (&wish, arguments[1], &error))
    return ink_cli_fail (error);
  if (is_of_goal (&wish) ? wish.steps != NULL
                               : (arguments[2] == NULL) == (wish.steps == NULL))
    return ink_cli_usage (command, is_of_goal (&wish)
                                       ? _ ("This chart is of a goal: --steps is for funnels.")
                                       : _ ("Give the name of a funnel or a file with --steps."));

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);
  drawn = draw (document, &wish, arguments[2], &error);
  ink_cli_project_close (document);

  return drawn ? INK_EXIT_DONE : ink_cli_fail (error);
}

const InkCommand ink_command_chart = {
  .name = "chart",
  .arguments = "PROJECT KIND [NAME] --output FILE",
  .summary = N_ ("Draw a chart as SVG, PNG or PDF, or write its numbers as CSV"),
  .teaching = N_ ("KIND is funnel, groups (by persona, or as the funnel compares), histogram (the\n"
                  "whole way's time) or trend (by day, week or month of entry), with a funnel's name;\n"
                  "or indicators (what leads to a goal), map (its reach against its lift),\n"
                  "personas-grid (the same by persona) or overlap (which micro goals the same people\n"
                  "complete), payoff (when the strongest sign pays off) or events (how often a goal is\n"
                  "completed over time), with the goal's, else of the main goal:\n"
                  "  inkling-cli chart shop.inkling funnel \"Visit to purchase\" --output f.svg\n"
                  "  inkling-cli chart shop.inkling groups \"Visit to purchase\" --output g.png "
                  "--theme dark --scale 3\n"
                  "  inkling-cli chart shop.inkling map --preset half-slide --dark --transparent "
                  "--output m.svg\n"
                  "  inkling-cli chart shop.inkling indicators \"Order paid\" --output i.svg"),
  .run = run_chart,
};
