/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/ink-indicator-payoff.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_times (const GArray *times,
           guint8 event,
           double *days,
           guint8 *events,
           gsize *n)
{
  for (guint i = 0; i < times->len; i++)
    {
      days[*n] = (double) g_array_index ((GArray *) times, gint64, i) / (double) INK_DAY;
      events[(*n)++] = event;
    }
}

/* Only those whose clock runs out within the window change anything in it; the others are at risk
 * all along. */
InkSurvivalRow *
ink_indicator_payoff_rows (const InkIndicatorMicroTally *counts,
                           double window,
                           gsize *n)
{
  gsize size, filled = 0;
  g_autofree double *days = NULL;
  g_autofree guint8 *events = NULL;
  InkSurvivalRow *rows;

  g_return_val_if_fail (counts != NULL && n != NULL, NULL);

  size = counts->risk_people;
  days = g_new (double, size + 1);
  events = g_new0 (guint8, size + 1);
  rows = g_new (InkSurvivalRow, size + 1);
  add_times (counts->risk_events, 1, days, events, &filled);
  add_times (counts->risk_ends, 0, days, events, &filled);
  for (; filled < size; filled++)
    days[filled] = 2 * window + 1;
  *n = ink_survival_estimate (days, events, size, rows);
  return rows;
}

gboolean
ink_indicator_has_payoff (const InkIndicator *indicator)
{
  double ratio;

  g_return_val_if_fail (indicator != NULL, FALSE);

  ratio = indicator->rates->adjusted.ratio;
  if (!isfinite (ratio) || ratio <= 0 || indicator->counts->risk_events->len == 0)
    return FALSE;

  return indicator->verdict == INK_VERDICT_LEADING || indicator->verdict == INK_VERDICT_FADING
         || indicator->verdict == INK_VERDICT_NEGATIVE || indicator->verdict == INK_VERDICT_CROWD
         || indicator->verdict == INK_VERDICT_BUSYWORK
         || indicator->verdict == INK_VERDICT_PROMISING;
}

static void
put_day (InkTableBuilder *builder,
         const InkIndicator *of,
         double day,
         const InkSurvivalRow *row)
{
  double risk = row != NULL ? 1 - row->survival : 0;

  ink_table_builder_text (builder, of->micro);
  ink_table_builder_number (builder, day);
  ink_table_builder_number (builder, risk);
  ink_table_builder_number (builder, row != NULL && risk > 0 ? 1 - row->log_log.high : NAN);
  ink_table_builder_number (builder, row != NULL && risk > 0 ? 1 - row->log_log.low : NAN);
  ink_table_builder_number (builder,
                            ink_survival_risk_without (risk, of->rates->adjusted.ratio));
}

static void
put_days (InkTableBuilder *builder,
          const InkIndicators *all,
          const InkIndicator *of)
{
  double window = (double) all->settings.risk_window / (double) INK_DAY;
  gsize n;
  g_autofree InkSurvivalRow *rows = ink_indicator_payoff_rows (of->counts, window, &n);

  for (double day = 0; day <= window; day++)
    put_day (builder, of, day, ink_survival_at (rows, n, day));
}

static int
find_strongest (const InkIndicators *all)
{
  int best = -1;

  for (guint i = 0; i < all->n; i++)
    if (all->indicators[i].verdict == INK_VERDICT_LEADING
        && ink_indicator_has_payoff (&all->indicators[i])
        && (best < 0
            || all->indicators[i].rates->adjusted.range.low
                   > all->indicators[best].rates->adjusted.range.low))
      best = (int) i;

  return best;
}

InkTable *
ink_indicators_to_payoff (const InkIndicators *indicators,
                          int index)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  g_return_val_if_fail (indicators != NULL && (index < 0 || (guint) index < indicators->n), NULL);

  ink_table_builder_add_text (builder, "micro", _ ("Micro conversion"));
  ink_table_builder_add_number (builder, "day", _ ("Days since"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "with", _ ("Converted, with it"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "without", _ ("Expected without it"), INK_FORMAT_SHARE);
  if (index < 0)
    index = find_strongest (indicators);
  if (index >= 0 && ink_indicator_has_payoff (&indicators->indicators[index]))
    put_days (builder, indicators, &indicators->indicators[index]);

  return ink_table_builder_end (builder);
}
