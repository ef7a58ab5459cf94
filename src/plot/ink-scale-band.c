/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Places side by side for the whole numbers 0 to n - 1: steps, groups, periods. */

#include "plot/ink-scale.h"

#include <math.h>

/* Nobody looks at more; a wrong number must not make a plot that never ends. */
#define MAX_BANDS 100000.0

static void
band_train (InkScale *scale,
            double value)
{
  if (value < 0 || value >= MAX_BANDS)
    return;
  scale->low = 0;
  scale->high = MAX (scale->high, floor (value));
}

/* Outer padding stands on both sides; between bands there is one padding less than there are bands.
 */
static double
pitch_of (const InkScale *scale)
{
  double n = scale->high + 1;

  return (scale->to - scale->from) / (n - scale->padding + 2 * scale->outer);
}

static double
band_map (const InkScale *scale,
          double value)
{
  double pitch = pitch_of (scale);
  double begin = scale->from + (scale->outer + floor (value)) * pitch;

  if (value < scale->low || value >= scale->high + 1)
    return NAN;
  /* A range that runs backwards: a band still begins at its smaller end. */
  return pitch < 0 ? begin + pitch * (1 - scale->padding) : begin;
}

static double
band_invert (const InkScale *scale,
             double position)
{
  double pitch = pitch_of (scale);
  double value = floor ((position - scale->from) / pitch - scale->outer + scale->padding / 2);

  return CLAMP (value, scale->low, scale->high);
}

static void
band_ticks (const InkScale *scale,
            guint wanted,
            GArray *ticks)
{
  for (double value = 0; value <= scale->high; value++)
    {
      InkTick tick = { .value = value, .step = 1 };

      g_array_append_val (ticks, tick);
    }
}

guint
ink_scale_get_n_bands (const InkScale *scale)
{
  g_return_val_if_fail (scale != NULL, 0);

  return scale->kind == &ink_scale_band && ink_scale_is_trained (scale) ? (guint)scale->high + 1
                                                                        : 0;
}

double
ink_scale_get_pitch (const InkScale *scale)
{
  g_return_val_if_fail (scale != NULL, 0);

  return ink_scale_get_n_bands (scale) > 0 ? fabs (pitch_of (scale)) : 0;
}

double
ink_scale_get_band (const InkScale *scale)
{
  return ink_scale_get_pitch (scale) * (1 - scale->padding);
}

const InkScaleKind ink_scale_band = {
  .name = "band",
  .train = band_train,
  .map = band_map,
  .invert = band_invert,
  .ticks = band_ticks,
};
