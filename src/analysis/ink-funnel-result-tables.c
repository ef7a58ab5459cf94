/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A funnel's result as tables: steps, histogram, and people by period of entry. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-funnel-result-private.h"

/* Of an export that gives only days, hours and seconds would be made up. */
static InkFormat
time_format (const InkFunnelResult *result)
{
  return ink_scope_has_only_days (result->scope) ? INK_FORMAT_DAYS : INK_FORMAT_SECONDS;
}

/* --- Steps --- */

static void
declare_steps (InkTableBuilder *builder,
               InkFormat time)
{
  ink_table_builder_add_text (builder, "group", _ ("Group"));
  ink_table_builder_add_text (builder, "step", _ ("Step"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "before", _ ("At the step before"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "dropped", _ ("Dropped"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "under_way", _ ("Still under way"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "of_first", _ ("Of the first step"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "of_first_low", _ ("At least"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "of_first_high", _ ("At most"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "of_previous", _ ("Of the step before"),
                                INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "of_previous_low", _ ("Of the step before, at least"),
                                INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "of_previous_high", _ ("Of the step before, at most"),
                                INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "median_seconds", _ ("Median time"), time);
  ink_table_builder_add_number (builder, "mean_seconds", _ ("Mean time"), time);
}

static void
add_share (InkTableBuilder *builder,
           InkShare share,
           gboolean first)
{
  ink_table_builder_number (builder, share.share);
  ink_table_builder_number (builder, first ? NAN : share.low);
  ink_table_builder_number (builder, first ? NAN : share.high);
}

static void
add_steps (InkTableBuilder *builder,
           const InkFunnelResult *result,
           const InkFunnelStats *stats)
{
  for (guint i = 0; i < stats->n_steps; i++)
    {
      const InkStepStats *step = &stats->steps[i];

      ink_table_builder_text (builder, stats->name);
      ink_table_builder_text (builder, result->labels[i]);
      ink_table_builder_number (builder, step->people);
      ink_table_builder_number (builder, step->before);
      ink_table_builder_number (builder, step->dropped);
      ink_table_builder_number (builder, step->under_way);
      add_share (builder, ink_share_of (step->people, stats->entered), i == 0);
      add_share (builder, ink_share_of (step->people, step->before), i == 0);
      ink_table_builder_number (builder, step->median);
      ink_table_builder_number (builder, step->mean);
    }
}

gboolean
ink_funnel_steps_are_sound (const InkTable *steps)
{
  g_autoptr (InkTable) model = NULL;
  InkTableBuilder *builder = ink_table_builder_new ();

  g_return_val_if_fail (steps != NULL, FALSE);

  declare_steps (builder, INK_FORMAT_SECONDS);
  model = ink_table_builder_end (builder);
  if (ink_table_get_n_rows (steps) == 0
      || ink_table_get_n_columns (steps) != ink_table_get_n_columns (model))
    return FALSE;
  for (guint i = 0; i < ink_table_get_n_columns (model); i++)
    if (!g_str_equal (ink_table_get_name (steps, i), ink_table_get_name (model, i))
        || ink_table_is_text (steps, i) != ink_table_is_text (model, i))
      return FALSE;

  return TRUE;
}

InkTable *
ink_funnel_result_to_steps (const InkFunnelResult *result)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (result != NULL, NULL);

  builder = ink_table_builder_new ();
  declare_steps (builder, time_format (result));
  add_steps (builder, result, result->whole);
  for (guint i = 0; i < result->groups->len; i++)
    add_steps (builder, result, g_ptr_array_index (result->groups, i));

  return ink_table_builder_end (builder);
}

/* --- Histogram --- */

InkTable *
ink_funnel_result_to_histogram (const InkFunnelResult *result)
{
  InkTableBuilder *builder;
  InkHistogram histogram;

  g_return_val_if_fail (result != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_table_builder_add_number (builder, "from", _ ("From"), time_format (result));
  ink_table_builder_add_number (builder, "to", _ ("To"), time_format (result));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_funnel_result_find_histogram (result, &histogram);
  for (guint i = 0; i < histogram.n; i++)
    {
      ink_table_builder_number (builder, histogram.from + (double) histogram.width * i);
      ink_table_builder_number (builder, histogram.from + (double) histogram.width * (i + 1));
      ink_table_builder_number (builder, histogram.people[i]);
    }

  return ink_table_builder_end (builder);
}

/* --- By period of entry --- */

/* Periods without anybody between two that have somebody are rows too, unless there are absurdly
 * many (one event in 1970 and one in 2026, by day, are not). */
#define MAX_PERIODS 100000

typedef struct
{
  gint64 time;
  gboolean finished;
  gboolean under_way;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;

  return x->time < y->time ? -1 : x->time > y->time;
}

/* Whoever came back later may be under way by a later try, too; but then the way that began in this
 * period is over, and the period's share is what it will be. */
static gboolean
may_finish (const InkFunnelResult *result,
            guint32 index,
            gint64 start)
{
  gint64 length = ink_span_length (result->funnel->within);

  return (result->outcomes->flags[index] & INK_OUTCOME_UNDER_WAY) != 0 && length > 0
         && start > result->scope->export_time - length;
}

static GArray *
find_entries (const InkFunnelResult *result)
{
  const InkOutcomes *outcomes = result->outcomes;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint32 i = 0; i < outcomes->n; i++)
    {
      gint64 start = result->scope->times[ink_outcomes_get_rows (outcomes, i)[0]];
      Entry entry = { start, outcomes->levels[i] == result->shape.n_required,
                      may_finish (result, i, start) };

      if (start != INK_TIME_NONE)
        g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  return entries;
}

static void
add_period (InkTableBuilder *builder,
            gint64 start,
            guint32 entered,
            guint32 finished,
            double under_way)
{
  ink_table_builder_number (builder, (double) start);
  ink_table_builder_number (builder, entered);
  ink_table_builder_number (builder, finished);
  ink_table_builder_number (builder, under_way);
}

static void
add_periods (InkTableBuilder *builder,
             const InkFunnelResult *result,
             const GArray *entries,
             InkPeriod period)
{
  GTimeZone *zone = result->scope->zone;
  gboolean has_window = ink_span_length (result->funnel->within) > 0;
  gint64 start = ink_time_period_start (g_array_index (entries, Entry, 0).time, period, zone);
  guint i = 0;

  for (guint n = 0; i < entries->len; n++)
    {
      gint64 next = ink_time_period_next (start, period, zone);
      guint32 entered = 0, finished = 0, under_way = 0;

      for (; i < entries->len && g_array_index (entries, Entry, i).time < next; i++)
        {
          entered++;
          finished += g_array_index (entries, Entry, i).finished;
          under_way += g_array_index (entries, Entry, i).under_way;
        }
      add_period (builder, start, entered, finished, has_window ? under_way : NAN);
      start = next;
      if (n >= MAX_PERIODS && i < entries->len)
        start = ink_time_period_start (g_array_index (entries, Entry, i).time, period, zone);
    }
}

InkTable *
ink_funnel_result_to_trend (const InkFunnelResult *result,
                            InkPeriod period)
{
  g_autoptr (GArray) entries = NULL;
  InkTableBuilder *builder;

  g_return_val_if_fail (result != NULL, NULL);

  entries = find_entries (result);
  builder = ink_table_builder_new ();
  ink_table_builder_add_number (builder, "start", _ ("Entered in"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "entered", _ ("Entered"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "finished", _ ("Finished"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "under_way", _ ("Still under way"), INK_FORMAT_COUNT);
  if (entries->len > 0)
    add_periods (builder, result, entries, period);

  return ink_table_builder_end (builder);
}
