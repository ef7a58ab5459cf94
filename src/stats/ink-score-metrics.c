/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-score-metrics.h"

#include <float.h>
#include <math.h>

#include "stats/ink-order.h"

/* From the highest score down, group after group of equal ones. */
typedef struct
{
  const double *scores;
  const guint8 *outcomes;
  gsize *order;
  gsize left;
} Descent;

/* How many share the next score, and how many of them convert; 0 at the end. */
static gsize
next_group (Descent *descent,
            double  *converted)
{
  gsize n = 0;
  double score = descent->left > 0 ? descent->scores[descent->order[descent->left - 1]] : 0;

  *converted = 0;
  for (; descent->left > 0; descent->left--, n++)
    {
      gsize i = descent->order[descent->left - 1];

      if (descent->scores[i] != score)
        break;
      *converted += descent->outcomes[i] != 0;
    }

  return n;
}

static double
count_converted (const guint8 *outcomes,
                 gsize         n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += outcomes[i] != 0;

  return sum;
}

static double
average_precision (const double *scores,
                   const guint8 *outcomes,
                   gsize         n,
                   double        all)
{
  g_autofree gsize *order = ink_order (scores, n);
  Descent descent = { scores, outcomes, order, n };
  double sum = 0, found = 0, seen = 0, converted;
  gsize size;

  while ((size = next_group (&descent, &converted)) > 0)
    {
      found += converted;
      seen += (double) size;
      sum += converted / all * (found / seen);
    }

  return all > 0 ? sum : NAN;
}

void
ink_score_measure (const double    *scores,
                   const guint8    *outcomes,
                   gsize            n,
                   InkScoreMetrics *metrics)
{
  double people = (double) n, converted, squares = 0, loss = 0, rate;

  g_return_if_fail (n == 0 || (scores != NULL && outcomes != NULL));
  g_return_if_fail (metrics != NULL);

  converted = count_converted (outcomes, n);
  rate = converted / people;
  for (gsize i = 0; i < n; i++)
    {
      double chance = CLAMP (scores[i], DBL_EPSILON, 1 - DBL_EPSILON), y = outcomes[i] != 0;

      squares += (scores[i] - y) * (scores[i] - y);
      loss -= y > 0 ? log (chance) : log1p (-chance);
    }
  *metrics = (InkScoreMetrics) {
    .base_rate = rate,
    .average_precision = average_precision (scores, outcomes, n, converted),
    .brier = squares / people,
    .brier_skill = rate > 0 && rate < 1 ? 1 - squares / people / (rate * (1 - rate)) : NAN,
    .log_loss = loss / people,
  };
}

void
ink_score_top (const double *scores,
               const guint8 *outcomes,
               gsize         n,
               double        share,
               InkScoreTop  *top)
{
  g_autofree gsize *order = NULL;
  Descent descent;
  double found = 0, room, converted;
  gsize size;

  g_return_if_fail (n == 0 || (scores != NULL && outcomes != NULL));
  g_return_if_fail (share > 0 && share <= 1 && top != NULL);

  order = ink_order (scores, n);
  descent = (Descent) { scores, outcomes, order, n };
  top->n = MIN (MAX (1, (gsize) rint (share * (double) n)), n);
  room = (double) top->n;
  while (room > 0 && (size = next_group (&descent, &converted)) > 0)
    {
      found += converted * MIN (1, room / (double) size);
      room -= (double) size;
    }
  top->gains = found / count_converted (outcomes, n);
  top->lift = top->gains / ((double) top->n / (double) n);
}

gsize
ink_score_roc (const double *scores,
               const guint8 *outcomes,
               gsize         n,
               InkRocPoint  *points)
{
  g_autofree gsize *order = NULL;
  Descent descent;
  double yes, no, yes_found = 0, no_found = 0, converted;
  gsize n_points = 0, size;

  g_return_val_if_fail (n == 0 || (scores != NULL && outcomes != NULL), 0);
  g_return_val_if_fail (points != NULL, 0);

  yes = count_converted (outcomes, n);
  no = (double) n - yes;
  if (yes == 0 || no == 0)
    return 0;
  order = ink_order (scores, n);
  descent = (Descent) { scores, outcomes, order, n };
  points[n_points++] = (InkRocPoint) { 0, 0 };
  while ((size = next_group (&descent, &converted)) > 0)
    {
      yes_found += converted;
      no_found += (double) size - converted;
      points[n_points++] = (InkRocPoint) { no_found / no, yes_found / yes };
    }

  return n_points;
}
