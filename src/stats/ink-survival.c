/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-survival.h"

#include "stats/ink-order.h"

/* As near to one half as rounding brings a product of fractions. */
#define SAME 1.5e-8

static InkInterval
log_log_band (double survival,
              double log_se)
{
  double reach = exp (INK_Z95 * log_se / fabs (log (survival)));

  if (survival <= 0 || survival >= 1)
    return (InkInterval) { NAN, NAN };

  return (InkInterval) { pow (survival, reach), pow (survival, 1 / reach) };
}

static InkInterval
plain_log_band (double survival,
                double log_se)
{
  InkInterval band;

  if (survival <= 0)
    return (InkInterval) { NAN, NAN };
  band = ink_interval_of_log (log (survival), log_se);
  band.high = MIN (band.high, 1);

  return band;
}

/* @hazard_variance: Greenwood's sum, the variance of log S. */
static void
finish_row (InkSurvivalRow *row,
            double          hazard_variance)
{
  double log_se = sqrt (hazard_variance);

  row->se = row->survival > 0 ? row->survival * log_se : NAN;
  row->log_log = log_log_band (row->survival, log_se);
  row->plain_log = plain_log_band (row->survival, log_se);
}

gsize
ink_survival_estimate (const double   *times,
                       const guint8   *events,
                       gsize           n,
                       InkSurvivalRow *rows)
{
  g_autofree gsize *order = NULL;
  double survival = 1, hazard_variance = 0;
  gsize n_rows = 0;

  g_return_val_if_fail (n == 0 || (times != NULL && events != NULL && rows != NULL), 0);

  order = ink_order (times, n);
  for (gsize i = 0; i < n;)
    {
      InkSurvivalRow *row = &rows[n_rows++];
      double at_risk = (double) (n - i), converted = 0;

      *row = (InkSurvivalRow) { .time = times[order[i]], .at_risk = at_risk };
      for (; i < n && times[order[i]] == row->time; i++)
        converted += events[order[i]] != 0;
      survival *= (at_risk - converted) / at_risk;
      if (at_risk > converted)
        hazard_variance += converted / at_risk / (at_risk - converted);
      row->events = converted;
      row->survival = survival;
      finish_row (row, hazard_variance);
    }

  return n_rows;
}

const InkSurvivalRow *
ink_survival_at (const InkSurvivalRow *rows,
                 gsize                 n_rows,
                 double                time)
{
  gsize low = 0, high = n_rows;

  g_return_val_if_fail (rows != NULL || n_rows == 0, NULL);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (rows[middle].time <= time)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? &rows[low - 1] : NULL;
}

typedef double (*RowFunc) (const InkSurvivalRow *row);

static double
row_survival (const InkSurvivalRow *row)
{
  return row->survival;
}

static double
row_low (const InkSurvivalRow *row)
{
  return row->log_log.low;
}

static double
row_high (const InkSurvivalRow *row)
{
  return row->log_log.high;
}

static double
time_of_half (const InkSurvivalRow *rows,
              gsize                 n_rows,
              RowFunc               value)
{
  gsize first = 0, next;

  while (first < n_rows && !(value (&rows[first]) <= 0.5 + SAME))
    first++;
  if (first == n_rows)
    return NAN;
  if (value (&rows[first]) < 0.5 - SAME)
    return rows[first].time;
  next = first;
  while (next + 1 < n_rows && !(value (&rows[next]) < 0.5 - SAME))
    next++;

  return (rows[first].time + rows[next].time) / 2;
}

double
ink_survival_median (const InkSurvivalRow *rows,
                     gsize                 n_rows,
                     InkInterval          *range)
{
  g_return_val_if_fail (rows != NULL || n_rows == 0, NAN);

  if (range != NULL)
    *range = (InkInterval) { time_of_half (rows, n_rows, row_low),
                             time_of_half (rows, n_rows, row_high) };

  return time_of_half (rows, n_rows, row_survival);
}

double
ink_survival_risk_without (double risk,
                           double ratio)
{
  g_return_val_if_fail (risk >= 0 && risk <= 1 && ratio >= 0, NAN);

  /* Nobody converts with it: whatever they do without, this share does not say. */
  if (ratio == 0)
    return risk > 0 ? 1 : NAN;

  return -expm1 (log1p (-risk) / ratio);
}
