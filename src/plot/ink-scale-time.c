/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Times in microseconds, ticks on the calendar: hours are not shown, days are the smallest step. */

#include "plot/ink-scale.h"

#include <math.h>

typedef struct
{
  InkPeriod period;
  guint every;
  double days;
} Step;

static const Step steps[] = {
  { INK_PERIOD_DAY, 1, 1 },       { INK_PERIOD_DAY, 2, 2 },      { INK_PERIOD_WEEK, 1, 7 },
  { INK_PERIOD_WEEK, 2, 14 },     { INK_PERIOD_MONTH, 1, 30.4 }, { INK_PERIOD_MONTH, 3, 91.3 },
  { INK_PERIOD_MONTH, 6, 182.6 }, { INK_PERIOD_MONTH, 12, 365 }, { INK_PERIOD_MONTH, 24, 730 },
  { INK_PERIOD_MONTH, 60, 1826 }, { INK_PERIOD_MONTH, 120, 3652 },
};

/* Beyond this GDateTime has no answer; ticks there would help nobody. */
#define LIMIT (INK_DAY * 365.0 * 6000)

static double
time_map (const InkScale *scale,
          double value)
{
  return ink_scale_linear.map (scale, value);
}

static double
time_invert (const InkScale *scale,
             double position)
{
  return ink_scale_linear.invert (scale, position);
}

static const Step *
choose_step (double days,
             guint wanted)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && days / steps[i].days > wanted)
    i++;

  return &steps[i];
}

/* Months are counted from January of year 0, so that quarters begin where people expect them. */
static gboolean
falls_on (gint64 time,
          const Step *step,
          guint index,
          GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (step->period != INK_PERIOD_MONTH)
    return index % step->every == 0;

  utc = g_date_time_new_from_unix_utc (time / INK_SECOND);
  local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  return local != NULL && (g_date_time_get_year (local) * 12 + g_date_time_get_month (local) - 1) %
                                  (int) step->every == 0;
}

static void
time_ticks (const InkScale *scale,
            guint wanted,
            GArray *ticks)
{
  const Step *step = choose_step ((scale->high - scale->low) / INK_DAY, wanted);
  g_autoptr (GTimeZone) zone = scale->zone != NULL ? g_time_zone_ref (scale->zone)
                                                   : g_time_zone_new_utc ();
  gint64 time;

  if (fabs (scale->low) > LIMIT || fabs (scale->high) > LIMIT)
    return;

  time = ink_time_period_start ((gint64) scale->low, step->period, zone);
  for (guint index = 0; time <= (gint64) scale->high && ticks->len < 400; index++)
    {
      InkTick tick = { .value = (double) time, .period = step->period };
      gint64 next = ink_time_period_next (time, step->period, zone);

      if (tick.value >= scale->low && falls_on (time, step, index, zone))
        g_array_append_val (ticks, tick);
      if (next <= time)
        break;
      time = next;
    }
}

const InkScaleKind ink_scale_time = {
  .name = "time",
  .map = time_map,
  .invert = time_invert,
  .ticks = time_ticks,
};
