/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts people per step, those who dropped and those still under way, and times the steps. */
#include "analysis/ink-funnel-stats.h"

#include <math.h>

#include "base/ink-time.h"
#include "stats/ink-quantile.h"

void
ink_shape_init (InkShape *shape,
                const InkPlan *plan)
{
  guint before = 0;

  g_return_if_fail (shape != NULL && plan != NULL);

  shape->n_steps = plan->n_steps;
  shape->n_required = plan->n_required;
  for (guint i = 0; i < plan->n_required; i++)
    shape->required[i] = plan->required[i];
  for (guint i = 0; i < plan->n_steps; i++)
    {
      shape->optional[i] = plan->optional[i];
      shape->before[i] = before;
      if (!plan->optional[i])
        before = i;
    }
}

static void
count_one_by_one (InkFunnelStats *stats,
                  const InkShape *shape,
                  const InkOutcomes *outcomes)
{
  for (guint32 i = 0; i < outcomes->n; i++)
    {
      const guint32 *rows = ink_outcomes_get_rows (outcomes, i);
      gboolean under_way = (outcomes->flags[i] & INK_OUTCOME_UNDER_WAY) != 0;
      gboolean settled = (outcomes->flags[i] & INK_OUTCOME_SETTLED) != 0;

      stats->under_way += under_way;
      stats->settled += settled;
      stats->steps[shape->required[outcomes->levels[i] - 1]].under_way += under_way;
      for (guint step = 0; step < shape->n_steps; step++)
        if (rows[step] != INK_NO_ROW)
          {
            stats->steps[step].people++;
            stats->steps[step].settled += settled;
          }
        else if (ink_outcome_dropped (outcomes, shape, i, step))
          {
            stats->steps[step].dropped++;
          }
    }
}

/* Without optional steps whoever took n steps took the first n: it is enough to count how many
 * there are of each level and flag. */
static void
count_levels (InkFunnelStats *stats,
              const InkOutcomes *outcomes)
{
  guint32 counts[INK_MAX_STEPS + 1][4] = { 0 };
  guint32 people = 0, settled = 0;

  for (guint32 i = 0; i < outcomes->n; i++)
    counts[outcomes->levels[i]][outcomes->flags[i]]++;
  for (guint step = stats->n_steps; step-- > 0;)
    {
      const guint32 *count = counts[step + 1];
      guint32 under_way = count[INK_OUTCOME_UNDER_WAY];

      if (step + 1 < stats->n_steps)
        stats->steps[step + 1].dropped = count[0] + count[INK_OUTCOME_SETTLED];
      people += count[0] + count[INK_OUTCOME_SETTLED] + under_way;
      settled += count[INK_OUTCOME_SETTLED];
      stats->steps[step].people = people;
      stats->steps[step].settled = settled;
      stats->steps[step].under_way = under_way;
      stats->under_way += under_way;
    }
  stats->settled = settled;
}

static void
count_people (InkFunnelStats *stats,
              const InkShape *shape,
              const InkOutcomes *outcomes)
{
  if (shape->n_required == shape->n_steps)
    count_levels (stats, outcomes);
  else
    count_one_by_one (stats, shape, outcomes);
}

/* Who took @step, of all @n where @all, else of the @n in @took: written to @took. */
static guint32
keep_took (const InkOutcomes *outcomes,
           guint step,
           gboolean all,
           guint32 *took,
           guint32 n)
{
  guint32 kept = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 index = all ? i : took[i];

      took[kept] = index;
      kept += ink_outcome_took (outcomes, index, step);
    }
  return kept;
}

/* Seconds from the step before; what has no time is not timed. */
static void
time_step (InkStepStats *stats,
           const gint64 *times,
           const InkOutcomes *outcomes,
           guint before,
           guint step,
           const guint32 *took,
           guint32 n_took,
           gint64 *spans)
{
  gsize n = 0;
  double sum = 0;

  for (guint32 i = 0; i < n_took; i++)
    {
      const guint32 *rows = ink_outcomes_get_rows (outcomes, took[i]);
      gint64 time = times[rows[step]];

      spans[n] = (gint64) ((guint64) time - (guint64) times[rows[before]]);
      n += time != INK_TIME_NONE;
    }
  if (n == 0)
    return;
  for (gsize i = 0; i < n; i++)
    sum += (double) spans[i];
  stats->median = ink_median (spans, n) / INK_SECOND;
  stats->mean = sum / (double) n / INK_SECOND;
}

static void
time_steps (InkFunnelStats *stats,
            const InkShape *shape,
            const gint64 *times,
            const InkOutcomes *outcomes)
{
  gboolean optional = shape->n_required != shape->n_steps;
  guint32 most = stats->n_steps > 1 ? stats->steps[1].people : 0, n_took = 0;
  g_autofree guint32 *took = NULL;
  g_autofree gint64 *spans = NULL;

  if (stats->n_steps < 2 || (most == 0 && !optional))
    return;
  took = g_new (guint32, (gsize) outcomes->n + 1);
  spans = g_new (gint64, (gsize) (optional ? outcomes->n : most) + 1);
  for (guint step = 1; step < shape->n_steps; step++)
    {
      gboolean all = optional || step == 1;

      n_took = keep_took (outcomes, step, all, took, all ? outcomes->n : n_took);
      time_step (&stats->steps[step], times, outcomes, shape->before[step], step, took, n_took,
                 spans);
    }
}

/**
 * ink_funnel_stats_new:
 * @name: of the group, "" for the whole
 * @shape: the funnel's steps
 * @times: of all events
 * @outcomes: (transfer full): what came of the units
 */
InkFunnelStats *
ink_funnel_stats_new (const char *name,
                      const InkShape *shape,
                      const gint64 *times,
                      InkOutcomes *outcomes)
{
  InkFunnelStats *stats;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (shape != NULL && outcomes != NULL, NULL);

  stats = g_new0 (InkFunnelStats, 1);
  stats->name = g_strdup (name);
  stats->outcomes = outcomes;
  stats->entered = outcomes->n;
  stats->n_steps = shape->n_steps;
  stats->steps = g_new0 (InkStepStats, shape->n_steps);
  count_people (stats, shape, outcomes);
  stats->steps[0].before = stats->entered;
  stats->steps[0].median = stats->steps[0].mean = NAN;
  for (guint step = 1; step < shape->n_steps; step++)
    {
      stats->steps[step].before = stats->steps[shape->before[step]].people;
      stats->steps[step].median = stats->steps[step].mean = NAN;
    }
  time_steps (stats, shape, times, outcomes);

  return stats;
}

void
ink_funnel_stats_free (InkFunnelStats *stats)
{
  if (stats == NULL)
    return;
  g_free (stats->name);
  g_free (stats->steps);
  g_clear_pointer (&stats->outcomes, ink_outcomes_free);
  g_free (stats);
}

gboolean
ink_funnel_stats_need_settled (const InkFunnelStats *stats)
{
  g_return_val_if_fail (stats != NULL, FALSE);

  return (guint64) stats->under_way * 50 > stats->entered;
}

/* --- Lists of people --- */

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Ascending, each once: a person may have several visits or tries. */
static void
tidy (GArray *people)
{
  guint n = 0;
  gboolean sorted = TRUE;

  for (guint i = 1; i < people->len; i++)
    sorted = sorted
             && g_array_index (people, guint32, i - 1) <= g_array_index (people, guint32, i);
  if (!sorted)
    g_array_sort (people, compare_people);
  for (guint i = 0; i < people->len; i++)
    if (n == 0 || g_array_index (people, guint32, n - 1) != g_array_index (people, guint32, i))
      g_array_index (people, guint32, n++) = g_array_index (people, guint32, i);
  g_array_set_size (people, n);
}

GArray *
ink_funnel_stats_people_at (const InkFunnelStats *stats,
                            guint step)
{
  GArray *people;

  g_return_val_if_fail (stats != NULL, NULL);
  g_return_val_if_fail (step < stats->n_steps, NULL);

  people = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < stats->outcomes->n; i++)
    if (ink_outcome_took (stats->outcomes, i, step))
      g_array_append_val (people, stats->outcomes->people[i]);
  tidy (people);

  return people;
}

GArray *
ink_funnel_stats_dropped_before (const InkFunnelStats *stats,
                                 const InkShape *shape,
                                 guint step)
{
  GArray *people;

  g_return_val_if_fail (stats != NULL && shape != NULL, NULL);
  g_return_val_if_fail (step < stats->n_steps, NULL);

  people = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < stats->outcomes->n; i++)
    if (ink_outcome_dropped (stats->outcomes, shape, i, step))
      g_array_append_val (people, stats->outcomes->people[i]);
  tidy (people);

  return people;
}
