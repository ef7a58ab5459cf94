/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sentences from tables. What differs within its range is not called a difference. */
#include "config.h"

#include "charts/ink-findings.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-funnel-rows.h"
#include "charts/ink-indicator-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From here on who is still under way is said: definitions.md, "settled". */
#define MOST_WAITING 0.02

char *
ink_finding_funnel (InkTable *table,
                    const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  const InkFunnelGroup *whole = g_ptr_array_index (groups, 0);
  int leak = ink_funnel_rows_leak (whole);
  const InkFunnelRow *row;
  g_autofree char *name = NULL, *dropped = NULL, *before = NULL, *waiting = NULL;

  if (leak < 0)
    return NULL;

  row = ink_funnel_group_row (whole, (guint) leak);
  name = ink_text_clean (row->name);
  dropped = ink_numbers_count (options->numbers, row->dropped);
  before = ink_numbers_count (options->numbers, row->before);
  if (row->waiting > MOST_WAITING * row->before)
    {
      waiting = ink_numbers_count (options->numbers, row->waiting);
      /* Translators: a slide's title: a step, three counts. */
      return g_strdup_printf (_ ("Most are lost before “%s”: %s of %s; %s are still under way"),
                              name, dropped, before, waiting);
    }

  /* Translators: a slide's title: a step, two counts. */
  return g_strdup_printf (_ ("Most are lost before “%s”: %s of %s"), name, dropped, before);
}

static const InkFunnelRow *
last_row (const InkFunnelGroup *group)
{
  return group->rows->len > 1 ? ink_funnel_group_row (group, group->rows->len - 1) : NULL;
}

/* The group that finishes most often, beyond what everybody's range and its own allow; else NULL. */
static const InkFunnelGroup *
find_best (GPtrArray *groups)
{
  const InkFunnelRow *whole = last_row (g_ptr_array_index (groups, 0));
  const InkFunnelGroup *best = NULL;

  for (guint i = 1; whole != NULL && i < groups->len; i++)
    {
      const InkFunnelGroup *group = g_ptr_array_index (groups, i);
      const InkFunnelRow *row = last_row (group);

      if (row != NULL && row->of_first_low > whole->of_first_high
          && (best == NULL || row->of_first > last_row (best)->of_first))
        best = group;
    }

  return best;
}

char *
ink_finding_groups (InkTable *table,
                    const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  const InkFunnelGroup *best = find_best (groups);
  g_autofree char *name = NULL, *share = NULL, *all = NULL;

  if (groups->len < 2)
    return NULL;
  if (best == NULL)
    return g_strdup (_ ("No group clearly finishes more often than the rest"));

  name = ink_text_clean (ink_funnel_group_title (best));
  share = ink_numbers_share (options->numbers, last_row (best)->of_first);
  all = ink_numbers_share (options->numbers,
                           last_row (g_ptr_array_index (groups, 0))->of_first);
  /* Translators: a slide's title: a group of people, two shares. */
  return g_strdup_printf (_ ("“%s” finishes most often: %s, against %s of everybody"), name, share,
                          all);
}

char *
ink_finding_histogram (InkTable *table,
                       const InkChartOptions *options)
{
  int from = ink_table_find_column (table, "from");
  g_autofree char *time = NULL;

  if (!(options->median > 0) || from < 0)
    return NULL;

  time = ink_numbers_format (options->numbers, ink_table_get_format (table, (guint) from),
                             options->median);
  /* Translators: a slide's title: a duration. */
  return g_strdup_printf (_ ("Half of those who finish do so within %s"), time);
}

static double
sum_column (InkTable *table,
            const char *name)
{
  int column = ink_table_find_column (table, name);
  double sum = 0;

  for (guint row = 0; column >= 0 && row < ink_table_get_n_rows (table); row++)
    {
      double number = ink_table_get_number (table, (guint) column, row);

      sum += number > 0 ? number : 0;
    }

  return sum;
}

char *
ink_finding_trend (InkTable *table,
                   const InkChartOptions *options)
{
  double entered = sum_column (table, "entered"), finished = sum_column (table, "finished");
  g_autofree char *people = NULL, *share = NULL;

  if (!(entered > 0))
    return NULL;

  people = ink_chart_words_count (options, entered);
  share = ink_numbers_share (options->numbers, finished / entered);
  /* Translators: a slide's title: "21 870 people", a share. */
  return g_strdup_printf (_ ("%s entered, and %s of them have finished so far"), people, share);
}

static guint
count_verdicts (const GArray *rows,
                InkVerdict one,
                InkVerdict other)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      InkVerdict verdict = ink_indicator_rows_get (rows, i)->verdict;

      n += verdict == one || verdict == other;
    }

  return n;
}

char *
ink_finding_indicators (InkTable *table,
                        const InkChartOptions *options)
{
  g_autoptr (GArray) rows = ink_indicator_rows_read (table);
  guint signs = count_verdicts (rows, INK_VERDICT_LEADING, INK_VERDICT_FADING);
  guint busy = count_verdicts (rows, INK_VERDICT_BUSYWORK, INK_VERDICT_CROWD);
  const char *about = options->title != NULL ? options->title : _ ("the macro goal");
  g_autofree char *lead = NULL, *rest = NULL;

  if (rows->len == 0)
    return NULL;

  /* Translators: a slide's title begins so; a macro goal's name. */
  lead = signs == 0
             ? g_strdup_printf (_ ("No sign clearly announces “%s” so far"), about)
             : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sign announces “%s”",
                                             "%u signs announce “%s”", signs),
                                signs, about);
  if (busy == 0)
    return g_steal_pointer (&lead);

  rest = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u only looks busy", "%u only look busy",
                                       busy),
                          busy);
  /* Translators: two halves of a slide's title. */
  return g_strdup_printf (_ ("%s; %s"), lead, rest);
}

/* The sign that most people give, among those that lead. */
static const InkIndicatorRow *
find_widest (const GArray *rows)
{
  const InkIndicatorRow *widest = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      const InkIndicatorRow *row = ink_indicator_rows_get (rows, i);

      if ((row->verdict == INK_VERDICT_LEADING || row->verdict == INK_VERDICT_FADING)
          && isfinite (row->reach) && (widest == NULL || row->reach > widest->reach))
        widest = row;
    }

  return widest;
}

char *
ink_finding_map (InkTable *table,
                 const InkChartOptions *options)
{
  g_autoptr (GArray) rows = ink_indicator_rows_read (table);
  const InkIndicatorRow *widest = find_widest (rows);
  g_autofree char *name = NULL, *reach = NULL, *lift = NULL;

  if (widest == NULL)
    return ink_finding_indicators (table, options);

  name = ink_text_clean (widest->micro);
  reach = ink_numbers_share (options->numbers, widest->reach);
  lift = ink_numbers_ratio (options->numbers, widest->lift);
  /* Translators: a slide's title: a micro goal, "15.5 %", "2.3×". */
  return g_strdup_printf (_ ("Of the signs that lead, “%s” reaches most people: %s, at %s"), name,
                          reach, lift);
}
