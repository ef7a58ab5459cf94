/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Linear, logarithmic and square root scales: one line through a bent axis. */

#include "plot/ink-scale.h"

#include <math.h>

/* Share of the way from low to high after @bend was applied to all three. */
static double
place (const InkScale *scale,
       double low,
       double value,
       double high)
{
  /* One value only: it stands in the middle. */
  double part = high > low ? (value - low) / (high - low) : 0.5;

  return scale->from + part * (scale->to - scale->from);
}

static double
part_of (const InkScale *scale,
         double position)
{
  return scale->to != scale->from ? (position - scale->from) / (scale->to - scale->from) : 0;
}

static double
linear_map (const InkScale *scale,
            double value)
{
  return place (scale, scale->low, value, scale->high);
}

static double
linear_invert (const InkScale *scale,
               double position)
{
  return scale->low + part_of (scale, position) * (scale->high - scale->low);
}

static void
linear_nice (InkScale *scale,
             guint wanted)
{
  double step = ink_scale_round_step (scale->high - scale->low, wanted);

  if (scale->high > scale->low)
    {
      scale->low = floor (scale->low / step + 1e-9) * step;
      scale->high = ceil (scale->high / step - 1e-9) * step;
    }
}

static void
linear_ticks (const InkScale *scale,
              guint wanted,
              GArray *ticks)
{
  double span = scale->high - scale->low;
  double step = ink_scale_round_step (span, wanted);
  double first = ceil (scale->low / step - 1e-9);
  double last = floor (scale->high / step + 1e-9);

  if (!isfinite (span) || span <= 0)
    {
      g_array_append_val (ticks, ((InkTick){ .value = scale->low }));
      return;
    }
  /* Counted in whole steps, so that no error adds up; huge values may have none between. */
  for (double i = first; i <= last && ticks->len <= 4 * wanted; i++)
    {
      InkTick tick = { .value = CLAMP (i * step, scale->low, scale->high), .step = step };

      g_array_append_val (ticks, tick);
    }
}

static void
log_train (InkScale *scale,
           double value)
{
  if (value <= 0)
    return;
  scale->low = MIN (scale->low, value);
  scale->high = MAX (scale->high, value);
}

static double
log_map (const InkScale *scale,
         double value)
{
  return value > 0 ? place (scale, log (scale->low), log (value), log (scale->high)) : NAN;
}

static double
log_invert (const InkScale *scale,
            double position)
{
  double low = log (scale->low), high = log (scale->high);

  return exp (low + part_of (scale, position) * (high - low));
}

static void
log_nice (InkScale *scale,
          guint wanted)
{
  scale->low = pow (10, floor (log10 (scale->low) + 1e-9));
  scale->high = pow (10, ceil (log10 (scale->high) - 1e-9));
}

/* Powers of two over less than two decades, then 1, 2, 5, then every nth power of ten. */
static void
log_ticks (const InkScale *scale,
           guint wanted,
           GArray *ticks)
{
  static const double dense[] = { 1, 2, 5, 0 }, sparse[] = { 1, 0 };
  double decades = log10 (scale->high / scale->low);
  const double *units = decades * 3 <= 1.5 * wanted ? dense : sparse;
  int every = units == dense ? 1 : (int) ceil (decades / (1.5 * wanted));
  int first = (int) floor (log10 (scale->low) - 1e-9);
  int last = (int) ceil (log10 (scale->high) + 1e-9);

  if (decades * 3.33 <= wanted && decades > 0)
    {
      for (int i = (int)ceil (log2 (scale->low) - 1e-9); i <= floor (log2 (scale->high) + 1e-9);
           i++)
        {
          InkTick tick = { .value = CLAMP (pow (2, i), scale->low, scale->high) };

          g_array_append_val (ticks, tick);
        }
      return;
    }
  for (int power = first; power <= last; power += MAX (every, 1))
    for (guint i = 0; units[i] > 0; i++)
      {
        InkTick tick = { .value = units[i] * pow (10, power) };

        if (tick.value >= scale->low && tick.value <= scale->high)
          g_array_append_val (ticks, tick);
      }
}

static void
sqrt_train (InkScale *scale,
            double value)
{
  if (value < 0)
    return;
  scale->low = MIN (scale->low, value);
  scale->high = MAX (scale->high, value);
}

static double
sqrt_map (const InkScale *scale,
          double value)
{
  return value >= 0 ? place (scale, sqrt (scale->low), sqrt (value), sqrt (scale->high)) : NAN;
}

static double
sqrt_invert (const InkScale *scale,
             double position)
{
  double low = sqrt (scale->low), high = sqrt (scale->high);
  double root = low + part_of (scale, position) * (high - low);

  return root * root;
}

const InkScaleKind ink_scale_linear = {
  .name = "linear",
  .nice = linear_nice,
  .map = linear_map,
  .invert = linear_invert,
  .ticks = linear_ticks,
};

const InkScaleKind ink_scale_log = {
  .name = "log",
  .train = log_train,
  .nice = log_nice,
  .map = log_map,
  .invert = log_invert,
  .ticks = log_ticks,
};

const InkScaleKind ink_scale_sqrt = {
  .name = "sqrt",
  .train = sqrt_train,
  .nice = linear_nice,
  .map = sqrt_map,
  .invert = sqrt_invert,
  .ticks = linear_ticks,
};
