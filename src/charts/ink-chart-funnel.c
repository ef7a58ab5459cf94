/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel: a bar per step, the step before as its ghost, and what was lost between. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"
#include "charts/ink-funnel-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Narrower than this times the label's size, names stand above bars. */
#define NARROW 38.0

static double
get_entered (const InkFunnelGroup *group)
{
  return group->rows->len > 0 ? ink_funnel_group_row (group, 0)->people : 0;
}

/* What is missing, where there is nothing to draw. */
static const char *
find_lack (const InkFunnelGroup *group)
{
  if (group->rows->len == 0)
    return _("This funnel has no steps yet. Add at least one to see how many people take it.");
  if (get_entered (group) <= 0)
    return _ (
        "Nobody took the first step of this funnel. Check its rule, the filter and the dates.");

  return NULL;
}

/* The whole way in one sentence. */
static char *
find_whole_way (const InkFunnelGroup *group,
                const InkChartOptions *options)
{
  const InkFunnelRow *last;
  g_autofree char *entered = NULL, *finished = NULL, *share = NULL;

  if (find_lack (group) != NULL)
    return NULL;

  entered = ink_chart_words_count (options, get_entered (group));
  if (group->rows->len == 1)
    /* Translators: "21 870 people". */
    return g_strdup_printf (_("%s entered"), entered);

  last = ink_funnel_group_row (group, group->rows->len - 1);
  finished = ink_numbers_count (options->numbers, last->people);
  share = ink_numbers_share (options->numbers, last->people / get_entered (group));
  /* Translators: "21 870 people", "331", "1.5 %". */
  return g_strdup_printf (_ ("%s entered, %s of them (%s) went all the way"), entered, finished,
                          share);
}

static char *
find_leak (const InkFunnelGroup *group,
           const InkChartOptions *options)
{
  int leak = ink_funnel_rows_leak (group);
  const InkFunnelRow *row;
  g_autofree char *name = NULL, *dropped = NULL, *before = NULL;

  if (leak < 0)
    return NULL;

  row = ink_funnel_group_row (group, (guint) leak);
  name = ink_text_clean (row->name);
  dropped = ink_numbers_count (options->numbers, row->dropped);
  before = ink_numbers_count (options->numbers, row->before);
  /* Translators: a step's name, then two counts. */
  return g_strdup_printf (
      _ ("The biggest leak is before \342\200\234%s\342\200\235: %s of %s stopped there."), name,
      dropped, before);
}

static void
add_labels (InkPlot *plot,
            const InkFunnelGroup *group,
            const InkChartOptions *options)
{
  for (guint i = 0; i < group->rows->len; i++)
    {
      g_autofree char *label = ink_funnel_row_to_words (group, i, options);

      ink_plot_set_datum_label (plot, ink_funnel_group_row (group, i)->row, label);
    }
}

static gboolean
is_narrow (const InkChartOptions *options)
{
  return options->width < NARROW * ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  const InkFunnelGroup *group = g_ptr_array_index (groups, 0);
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autofree char *finding = find_whole_way (group, options);
  g_autoptr (InkTable) drawn = NULL;
  InkFunnelLayout layout;

  ink_chart_words_set (plot, options, finding, get_entered (group), NULL);
  if (find_lack (group) != NULL)
    {
      ink_plot_set_message (plot, find_lack (group));
      return g_steal_pointer (&plot);
    }

  drawn = ink_funnel_layout_table (group, options);
  layout = (InkFunnelLayout){
    .plot = plot,
    .group = group,
    .options = options,
    .table = drawn,
    .width = MAX (options->width - 2 * options->theme->margin, 1),
    .height = ink_chart_words_room (plot, options),
  };
  add_labels (plot, group, options);
  if (is_narrow (options))
    ink_funnel_stack (&layout);
  else if (!ink_funnel_bars (&layout))
    ink_funnel_lines (&layout);

  return g_steal_pointer (&plot);
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  const InkFunnelGroup *group = g_ptr_array_index (groups, 0);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *whole = find_whole_way (group, options);
  g_autofree char *leak = find_leak (group, options);

  if (find_lack (group) != NULL)
    return g_strdup (find_lack (group));

  g_string_append_printf (words,
                          g_dngettext (GETTEXT_PACKAGE, "Funnel of %u step. ",
                                       "Funnel of %u steps. ", group->rows->len),
                          group->rows->len);
  g_string_append_printf (words, "%s.", whole);
  for (guint i = 0; i < group->rows->len; i++)
    {
      g_autofree char *step = ink_funnel_row_to_words (group, i, options);

      g_string_append_printf (words, " %u. %s.", i + 1, step);
    }
  if (leak != NULL)
    g_string_append_printf (words, " %s", leak);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  guint n_steps = ((const InkFunnelGroup *) g_ptr_array_index (groups, 0))->rows->len;

  if (is_narrow (options))
    return ink_funnel_stack_height (n_steps, options);

  return MAX (ink_funnel_lines_height (n_steps, options),
              22 * ink_theme_get_font (options->theme, INK_FONT_LABEL).size);
}

const InkChartKind ink_chart_funnel = {
  .id = "funnel",
  .title = N_("Funnel"),
  .table = "steps",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_funnel,
  .native = ink_native_funnel,
};
