/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Evaluates a funnel: compile, run over everybody, count, group; and the lists of people. */
#include "analysis/ink-funnel-result.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/ink-funnel-groups.h"
#include "analysis/ink-funnel-result-private.h"
#include "analysis/ink-walk.h"
#include "stats/ink-quantile.h"
#include "stats/ink-wilson.h"

static void
free_stats (gpointer stats)
{
  ink_funnel_stats_free (stats);
}

static InkFunnelResult *
result_new (InkScope *scope,
            const InkFunnel *funnel)
{
  InkFunnelResult *result = g_new0 (InkFunnelResult, 1);

  g_atomic_ref_count_init (&result->ref_count);
  result->scope = ink_scope_ref (scope);
  result->funnel = ink_funnel_ref ((InkFunnel *) funnel);
  result->labels = g_new0 (char *, (gsize) funnel->n_steps + 1);
  for (guint i = 0; i < funnel->n_steps; i++)
    result->labels[i] = ink_step_to_label (&funnel->steps[i]);
  result->groups = g_ptr_array_new_with_free_func (free_stats);

  return result;
}

static gboolean
run_plan (InkFunnelResult *result,
          InkPlan *plan,
          GError **error)
{
  InkOutcomes *outcomes;

  ink_shape_init (&result->shape, plan);
  outcomes = ink_walk_run (plan, error);
  if (outcomes == NULL)
    return FALSE;
  result->outcomes = outcomes;
  result->whole = ink_funnel_stats_new ("", &result->shape, plan->scope->times, outcomes);

  return ink_funnel_groups_find (plan, &result->shape, result->outcomes, result->groups, error);
}

static InkFunnelResult *
evaluate (InkScope *scope,
          const InkFunnel *funnel,
          const InkFilter *filter,
          gboolean slow,
          GError **error)
{
  g_autoptr (InkFunnelResult) result = result_new (scope, funnel);
  InkPlan plan;
  gboolean done;

  done = ink_plan_init (&plan, scope, funnel, filter, error);
  plan.slow = slow;
  done = done && run_plan (result, &plan, error);
  ink_plan_clear (&plan);
  ink_scope_finish (scope);

  return done ? g_steal_pointer (&result) : NULL;
}

InkFunnelResult *
ink_funnel_evaluate_with (InkEventStore *store,
                          InkDefinition *definition,
                          const InkFunnel *funnel,
                          const InkFilter *filter,
                          gboolean slow,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (InkScope) scope = ink_scope_new (store, definition, cancellable);

  return evaluate (scope, funnel, filter, slow, error);
}

InkFunnelResult *
ink_funnel_evaluate_again (InkEventStore *store,
                           InkDefinition *definition,
                           const InkFunnel *funnel,
                           const InkFilter *filter,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (InkScope) scope = ink_scope_new (store, definition, cancellable);

  scope->keeps = TRUE;

  return evaluate (scope, funnel, filter, FALSE, error);
}

gboolean
ink_funnel_result_add_personas (InkFunnelResult *result,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (InkScope) scope
      = ink_scope_new (result->scope->store, result->scope->definition, cancellable);
  g_autoptr (InkFunnel) funnel = ink_funnel_copy_with_compare (
      result->funnel, INK_COMPARE_PERSONA, NULL, INK_TAKE_FIRST, 0, 0);
  InkPlan plan = { .scope = scope, .funnel = funnel };

  g_return_val_if_fail (result->groups->len == 0, FALSE);

  scope->keeps = TRUE;

  return ink_funnel_groups_find (&plan, &result->shape, result->outcomes, result->groups, error);
}

/**
 * ink_funnel_evaluate:
 * @store: the events
 * @definition: goals, personas, zone, passive events, the export's end
 * @funnel: what is asked
 * @filter: (nullable): what narrows it
 * @cancellable: (nullable): asked every 4096 people
 * @error: says what is refused, or that it was cancelled
 *
 * Returns: (transfer full): the result
 */
InkFunnelResult *
ink_funnel_evaluate (InkEventStore *store,
                     InkDefinition *definition,
                     const InkFunnel *funnel,
                     const InkFilter *filter,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (funnel != NULL, NULL);

  return ink_funnel_evaluate_with (store, definition, funnel, filter, FALSE, cancellable, error);
}

InkFunnelResult *
ink_funnel_result_ref (InkFunnelResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  g_atomic_ref_count_inc (&result->ref_count);
  return result;
}

void
ink_funnel_result_unref (InkFunnelResult *result)
{
  g_return_if_fail (result != NULL);

  if (!g_atomic_ref_count_dec (&result->ref_count))
    return;
  g_clear_pointer (&result->whole, ink_funnel_stats_free);
  g_ptr_array_unref (result->groups);
  g_strfreev (result->labels);
  ink_funnel_unref (result->funnel);
  ink_scope_unref (result->scope);
  g_free (result);
}

static gsize
count_bytes (const InkFunnelStats *stats)
{
  return sizeof *stats + stats->n_steps * sizeof (InkStepStats)
         + (gsize) stats->outcomes->n * (stats->n_steps * sizeof (guint32) + 6);
}

gsize
ink_funnel_result_get_bytes (const InkFunnelResult *result)
{
  gsize bytes;

  g_return_val_if_fail (result != NULL, 0);

  bytes = sizeof *result + count_bytes (result->whole);
  for (guint i = 0; i < result->groups->len; i++)
    bytes += count_bytes (g_ptr_array_index (result->groups, i));

  return bytes;
}

InkShare
ink_share_of (guint32 part,
              guint32 whole)
{
  InkShare share = { NAN, NAN, NAN };

  if (whole > 0)
    {
      share.share = (double) part / whole;
      ink_wilson (part, whole, &share.low, &share.high);
    }

  return share;
}

/* --- Lists of people --- */

GArray *
ink_funnel_result_people_at (const InkFunnelResult *result,
                             guint step)
{
  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (step >= 1 && step <= result->shape.n_steps, NULL);

  return ink_funnel_stats_people_at (result->whole, step - 1);
}

GArray *
ink_funnel_result_dropped_before (const InkFunnelResult *result,
                                  guint step)
{
  g_return_val_if_fail (result != NULL, NULL);
  g_return_val_if_fail (step >= 1 && step <= result->shape.n_steps, NULL);

  return ink_funnel_stats_dropped_before (result->whole, &result->shape, step - 1);
}

/* --- Histogram --- */

/* Microseconds from the first to the last step of each who finished, with a time. */
static gint64 *
find_ways (const InkFunnelResult *result,
           gsize *n)
{
  const InkOutcomes *outcomes = result->outcomes;
  const gint64 *times = result->scope->times;
  guint last = result->shape.required[result->shape.n_required - 1];
  gint64 *ways = g_new (gint64, (gsize) outcomes->n + 1);

  *n = 0;
  for (guint32 i = 0; i < outcomes->n; i++)
    {
      const guint32 *rows = ink_outcomes_get_rows (outcomes, i);

      if (rows[last] != INK_NO_ROW && times[rows[last]] != INK_TIME_NONE)
        ways[(*n)++] = times[rows[last]] - times[rows[0]];
    }

  return ways;
}

static double
find_median (const InkFunnelResult *result)
{
  gsize n;
  g_autofree gint64 *ways = find_ways (result, &n);

  return n > 0 ? ink_median (ways, n) / INK_SECOND : 0;
}

double
ink_funnel_result_get_median (InkFunnelResult *result)
{
  g_return_val_if_fail (result != NULL, 0);

  if (g_once_init_enter (&result->median_known))
    {
      result->median = find_median (result);
      g_once_init_leave (&result->median_known, 1);
    }

  return result->median;
}

InkPersona *const *
ink_funnel_result_get_personas (const InkFunnelResult *result)
{
  g_return_val_if_fail (result != NULL, NULL);

  return result->funnel->compare == INK_COMPARE_PERSONA ? result->scope->definition->personas
                                                        : NULL;
}

#define MAX_BINS 60

static guint
count_bins (gsize n)
{
  guint bins = 1;

  while (bins < MAX_BINS && (gsize) bins * bins * bins < n)
    bins++;
  return bins;
}

gboolean
ink_funnel_result_find_histogram (const InkFunnelResult *result,
                                  InkHistogram *histogram)
{
  gsize n;
  g_autofree gint64 *ways = find_ways (result, &n);
  gint64 shortest = G_MAXINT64, longest = 0, step;
  guint bins = count_bins (n);

  *histogram = (InkHistogram){ 0 };
  if (n == 0)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      shortest = MIN (shortest, ways[i]);
      longest = MAX (longest, ways[i]);
    }
  step = (longest - shortest) / bins + ((longest - shortest) % bins != 0);
  histogram->from = (double) shortest / INK_SECOND;
  histogram->width = MAX (step / INK_SECOND + (step % INK_SECOND != 0), 1);
  step = histogram->width * INK_SECOND;
  histogram->n = MAX (bins, (guint) ((longest - shortest) / step) + 1);
  for (gsize i = 0; i < n; i++)
    histogram->people[(ways[i] - shortest) / step]++;

  return TRUE;
}
