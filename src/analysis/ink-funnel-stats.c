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
count_people (InkFunnelStats *stats,
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

/* Seconds from the step before; what has no time is not timed. */
static void
time_step (InkFunnelStats *stats,
           const InkShape *shape,
           const gint64 *times,
           const InkOutcomes *outcomes,
           guint step,
           gint64 *spans)
{
  gsize n = 0;
  double sum = 0;

  for (guint32 i = 0; i < outcomes->n; i++)
    {
      const guint32 *rows = ink_outcomes_get_rows (outcomes, i);
      gint64 span;

      if (rows[step] == INK_NO_ROW || times[rows[step]] == INK_TIME_NONE)
        continue;
      span = times[rows[step]] - times[rows[shape->before[step]]];
      spans[n++] = span;
      sum += (double) span;
    }
  if (n == 0)
    return;
  stats->steps[step].median = ink_median (spans, n) / INK_SECOND;
  stats->steps[step].mean = sum / (double) n / INK_SECOND;
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
  g_autofree gint64 *spans = NULL;

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
      if (spans == NULL)
        spans = g_new (gint64, (gsize) stats->entered + 1);
      if (stats->steps[step].people > 0)
        time_step (stats, shape, times, outcomes, step, spans);
    }

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
