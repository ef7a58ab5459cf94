/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-threshold-axis.h"

#include <math.h>

/* A number is round to so many parts of the bin that it lies in. */
#define PARTS 10

typedef struct
{
  double from;
  double to;
  double rows;
} Bin;

struct _InkThresholdAxis
{
  GArray *bins; /* Bin */
  double greatest;
  InkFormat format;
  gboolean whole; /* all numbers are */
};

static const Bin *
get_bin (const InkThresholdAxis *self,
         guint index)
{
  return &g_array_index (self->bins, Bin, index);
}

/* ---- The bins ---- */

static void
read_bins (InkThresholdAxis *self,
           const InkTable *histogram)
{
  guint from = (guint) ink_table_find_column (histogram, "from");
  guint to = (guint) ink_table_find_column (histogram, "to");
  guint rows = (guint) ink_table_find_column (histogram, "rows");

  self->format = ink_table_get_format (histogram, from);
  for (guint i = 0; i < ink_table_get_n_rows (histogram); i++)
    {
      Bin bin = { ink_table_get_number (histogram, from, i),
                  ink_table_get_number (histogram, to, i),
                  ink_table_get_number (histogram, rows, i) };

      self->greatest = MAX (self->greatest, bin.rows);
      self->whole = self->whole && bin.from == floor (bin.from) && bin.to == floor (bin.to);
      g_array_append_val (self->bins, bin);
    }
}

InkThresholdAxis *
ink_threshold_axis_new (const InkTable *histogram)
{
  InkThresholdAxis *self = g_new0 (InkThresholdAxis, 1);

  self->bins = g_array_new (FALSE, FALSE, sizeof (Bin));
  self->whole = TRUE;
  if (histogram != NULL && ink_table_get_n_rows (histogram) > 0)
    read_bins (self, histogram);

  return self;
}

void
ink_threshold_axis_free (InkThresholdAxis *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->bins);
  g_free (self);
}

guint
ink_threshold_axis_count (const InkThresholdAxis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bins->len;
}

InkFormat
ink_threshold_axis_get_format (const InkThresholdAxis *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->format;
}

double
ink_threshold_axis_get_start (const InkThresholdAxis *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->bins->len > 0 ? get_bin (self, 0)->from : NAN;
}

double
ink_threshold_axis_get_end (const InkThresholdAxis *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->bins->len > 0 ? get_bin (self, self->bins->len - 1)->to : NAN;
}

double
ink_threshold_axis_get_from (const InkThresholdAxis *self,
                             guint bin)
{
  g_return_val_if_fail (self != NULL && bin < self->bins->len, NAN);

  return get_bin (self, bin)->from;
}

double
ink_threshold_axis_get_share (const InkThresholdAxis *self,
                              guint bin)
{
  g_return_val_if_fail (self != NULL && bin < self->bins->len, 0);

  return self->greatest > 0 ? get_bin (self, bin)->rows / self->greatest : 0;
}

/* ---- Numbers and places ---- */

/* There is one. */
static guint
find_bin (const InkThresholdAxis *self,
          double number)
{
  guint i = 0;

  while (i + 1 < self->bins->len && number >= get_bin (self, i)->to)
    i++;

  return i;
}

double
ink_threshold_axis_get_place (const InkThresholdAxis *self,
                              double number)
{
  const Bin *bin;
  guint index;

  g_return_val_if_fail (self != NULL, 0);

  if (self->bins->len == 0)
    return 0;
  index = find_bin (self, number);
  bin = get_bin (self, index);
  if (!(bin->to > bin->from))
    return 0.5;

  return (index + (CLAMP (number, bin->from, bin->to) - bin->from) / (bin->to - bin->from))
         / self->bins->len;
}

/* 1, 2 or 5 times a power of ten. */
static double
round_step (double step)
{
  double unit = pow (10, floor (log10 (step)));

  return step >= 5 * unit ? 5 * unit : step >= 2 * unit ? 2 * unit : unit;
}

static double
get_step (const InkThresholdAxis *self,
          guint index)
{
  const Bin *bin = get_bin (self, index);
  double step = round_step (MAX ((bin->to - bin->from) / PARTS, 1e-300));

  return self->whole ? MAX (step, 1) : step;
}

double
ink_threshold_axis_get_number (const InkThresholdAxis *self,
                               double place)
{
  double at, step;
  const Bin *bin;
  guint index;

  g_return_val_if_fail (self != NULL, NAN);

  if (self->bins->len == 0)
    return NAN;
  at = CLAMP (place, 0, 1) * self->bins->len;
  index = MIN ((guint) at, self->bins->len - 1);
  bin = get_bin (self, index);
  step = get_step (self, index);

  return round ((bin->from + (at - index) * (bin->to - bin->from)) / step) * step;
}

/* ---- Steps ---- */

/* By the step of the bin that it goes through. */
double
ink_threshold_axis_step (const InkThresholdAxis *self,
                         double number,
                         int steps)
{
  double step;
  guint bin;

  g_return_val_if_fail (self != NULL, NAN);

  if (isnan (number) || self->bins->len == 0)
    return NAN;
  bin = find_bin (self, number);
  if (steps < 0 && bin > 0 && number <= get_bin (self, bin)->from)
    bin--;
  step = get_step (self, bin);

  return CLAMP (round (number / step + steps) * step, ink_threshold_axis_get_start (self),
                ink_threshold_axis_get_end (self));
}

double
ink_threshold_axis_step_bin (const InkThresholdAxis *self,
                             double number,
                             int by)
{
  int bin;

  g_return_val_if_fail (self != NULL, NAN);

  if (isnan (number) || self->bins->len == 0)
    return NAN;
  bin = (int) find_bin (self, number) + by;
  /* From within a bin, its own beginning is the first one back. */
  if (by < 0 && number > get_bin (self, (guint) (bin - by))->from)
    bin++;
  bin = MAX (bin, 0);

  return (guint) bin < self->bins->len ? get_bin (self, (guint) bin)->from
                                       : ink_threshold_axis_get_end (self);
}
