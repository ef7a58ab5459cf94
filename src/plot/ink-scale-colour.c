/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scales whose range is a colour: along a ramp, to both sides of zero, or by number. */

#include "plot/ink-scale.h"

#include <math.h>

static double
ramp_map (const InkScale *scale,
          double value)
{
  double part = scale->high > scale->low ? (value - scale->low) / (scale->high - scale->low) : 0.5;

  return CLAMP (part, 0, 1);
}

static double
ramp_invert (const InkScale *scale,
             double position)
{
  return scale->low + position * (scale->high - scale->low);
}

/* The same distance from zero is the same strength on either side. */
static void
diverging_train (InkScale *scale,
                 double value)
{
  scale->high = MAX (scale->high, fabs (value));
  scale->low = -scale->high;
}

static double
number_map (const InkScale *scale,
            double value)
{
  return value >= 0 ? floor (value) : NAN;
}

static double
number_invert (const InkScale *scale,
               double position)
{
  return floor (position);
}

const InkScaleKind ink_scale_sequential = {
  .name = "sequential",
  .map = ramp_map,
  .invert = ramp_invert,
};

const InkScaleKind ink_scale_diverging = {
  .name = "diverging",
  .train = diverging_train,
  .map = ramp_map,
  .invert = ramp_invert,
};

const InkScaleKind ink_scale_categorical = {
  .name = "categorical",
  .map = number_map,
  .invert = number_invert,
};
