/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The search's result as tables, for charts, the terminal and CSV. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-indicators.h"

static void
add_columns (InkTableBuilder *builder)
{
  ink_table_builder_add_text (builder, "micro", _ ("Micro conversion"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "reach", _ ("Reach"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "naive", _ ("Simple comparison"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "crude", _ ("Before comparing like with like"),
                                INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "lift", _ ("Among comparable people"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "p", _ ("p"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "q", _ ("q"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "observed", _ ("Observed"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "expected", _ ("Expected"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "support", _ ("Compared time"), INK_FORMAT_SHARE);
  ink_table_builder_add_text (builder, "verdict", _ ("Verdict (name)"));
  ink_table_builder_add_text (builder, "title", _ ("Verdict"));
  ink_table_builder_add_number (builder, "more_people", _ ("More people needed"),
                                INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "median_days", _ ("Median days to it"),
                                INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "sentence", _ ("In words"));
}

/* What does not exist is missing in a table. */
static void
put_number (InkTableBuilder *builder,
            double number)
{
  ink_table_builder_number (builder, isfinite (number) ? number : NAN);
}

static void
put_rate (InkTableBuilder *builder,
          const InkRateRatio *rate)
{
  put_number (builder, rate->ratio);
  /* That a ratio is at least 0 says nothing. */
  put_number (builder, isnan (rate->ratio) ? NAN : rate->range.low);
  put_number (builder, rate->range.high);
}

static void
put_indicator (InkTableBuilder *builder,
               const InkIndicator *indicator)
{
  const InkRateRatio *rate = &indicator->rates->adjusted;

  ink_table_builder_text (builder, indicator->micro);
  put_number (builder, (double) indicator->counts->people);
  put_number (builder, indicator->reach);
  put_number (builder, indicator->naive);
  put_number (builder, indicator->rates->crude.ratio);
  put_rate (builder, rate);
  put_number (builder, rate->variance > 0 ? rate->p_value : NAN);
  put_number (builder, indicator->rates->q);
  put_number (builder, rate->observed);
  put_number (builder, rate->expected);
  put_number (builder, rate->support);
  ink_table_builder_text (builder, ink_verdict_to_string (indicator->verdict));
  ink_table_builder_text (builder, ink_verdict_get_title (indicator->verdict));
  put_number (builder, indicator->more_people > 0 ? indicator->more_people : NAN);
  put_number (builder, indicator->median_days);
  ink_table_builder_text (builder, indicator->sentence);
}

InkTable *
ink_indicators_to_table (const InkIndicators *indicators)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (indicators != NULL, NULL);

  builder = ink_table_builder_new ();
  add_columns (builder);
  for (guint i = 0; i < indicators->n; i++)
    put_indicator (builder, &indicators->indicators[i]);

  return ink_table_builder_end (builder);
}

/* What personas do to the average: 2: they go opposite ways, 1: they differ, 0: no proof. */
static double
find_difference (const InkIndicators *all,
                 const InkIndicator *indicator)
{
  const InkIndicatorRates *rates = indicator->rates;

  if (rates->gail_simon_q <= all->settings.false_share)
    return 2;
  return rates->cochran_q <= all->settings.false_share ? 1 : 0;
}

static void
put_persona (InkTableBuilder *builder,
             const InkIndicators *all,
             guint index,
             guint persona)
{
  const InkIndicator *indicator = &all->indicators[index];

  ink_table_builder_text (builder, indicator->micro);
  ink_table_builder_text (builder, all->personas[persona]);
  put_number (builder,
              (double) all->counts->done_by_persona[index * all->counts->n_personas + persona]);
  put_rate (builder, &indicator->rates->personas[persona]);
  put_number (builder, indicator->rates->persona_q[persona]);
  ink_table_builder_text (builder, ink_verdict_to_string (indicator->personas[persona]));
  ink_table_builder_text (builder, ink_verdict_get_title (indicator->personas[persona]));
  put_number (builder, find_difference (all, indicator));
}

InkTable *
ink_indicators_to_personas (const InkIndicators *indicators)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (indicators != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "micro", _ ("Micro conversion"));
  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "lift", _ ("Among comparable people"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "q", _ ("q"), INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "verdict", _ ("Verdict (name)"));
  ink_table_builder_add_text (builder, "title", _ ("Verdict"));
  ink_table_builder_add_number (builder, "differs", _ ("Personas differ"), INK_FORMAT_PLAIN);
  for (guint i = 0; i < indicators->n; i++)
    for (guint j = 0; j < indicators->counts->n_personas; j++)
      if (indicators->present[j])
        put_persona (builder, indicators, i, j);

  return ink_table_builder_end (builder);
}
