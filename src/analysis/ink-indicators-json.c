/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The search's result as definitions.md writes it. */
#include <math.h>

#include "analysis/ink-indicator-search.h"
#include "analysis/ink-indicators-private.h"
#include "analysis/ink-json-out.h"
#include "analysis/ink-timeless-json.h"
#include "stats/ink-two-shares.h"

static void
put_range (JsonBuilder *json,
           const char *name,
           InkInterval range)
{
  ink_json_out_put_range (json, name, range.low, range.high);
}

/* ---- Parts of a micro ---- */

static void
put_landmark (JsonBuilder *json,
              const InkFourfold *table)
{
  InkTwoShares shares = { table->a, table->a + table->b, table->c, table->c + table->d };

  json_builder_set_member_name (json, "landmark");
  json_builder_begin_object (json);
  ink_json_out_put_count (json, "a", table->a);
  ink_json_out_put_count (json, "b", table->b);
  ink_json_out_put_count (json, "c", table->c);
  ink_json_out_put_count (json, "d", table->d);
  ink_json_out_put_number (json, "risk_ratio", ink_risk_ratio (&shares));
  put_range (json, "range",
             ink_risk_ratio_range (&shares, INK_RISK_RATIO_MIETTINEN_NURMINEN));
  ink_json_out_put_number (json, "phi", ink_fourfold_phi (table));
  ink_json_out_put_number (json, "precision", (double) table->a / (double) (table->a + table->b));
  ink_json_out_put_number (json, "recall", (double) table->a / (double) (table->a + table->c));
  json_builder_end_object (json);
}

static void
put_personas (JsonBuilder *json,
              const InkIndicators *all,
              guint index)
{
  const InkIndicator *indicator = &all->indicators[index];
  guint n = all->counts->n_personas;

  json_builder_set_member_name (json, "personas");
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    {
      const InkRateRatio *rate = &indicator->rates->personas[i];

      if (!all->present[i])
        continue;
      json_builder_begin_object (json);
      ink_json_out_put_text (json, "persona", all->personas[i]);
      ink_json_out_put_number (json, "lift", rate->ratio);
      put_range (json, "range", rate->range);
      ink_json_out_put_count (json, "people", all->counts->done_by_persona[index * n + i]);
      ink_json_out_put_number (json, "observed", rate->observed);
      ink_json_out_put_number (json, "expected", rate->expected);
      ink_json_out_put_number (json, "p", rate->variance > 0 ? rate->p_value : NAN);
      ink_json_out_put_number (json, "q", indicator->rates->persona_q[i]);
      ink_json_out_put_text (json, "verdict", ink_verdict_to_string (indicator->personas[i]));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
put_estimates (JsonBuilder *json,
               const InkIndicator *indicator)
{
  const InkIndicatorRates *rates = indicator->rates;

  ink_json_out_put_number (json, "naive_lift", indicator->naive);
  ink_json_out_put_number (json, "crude_lift", rates->crude.ratio);
  put_range (json, "crude_range", rates->crude.range);
  ink_json_out_put_number (json, "lift", rates->adjusted.ratio);
  put_range (json, "range", rates->adjusted.range);
  ink_json_out_put_number (json, "p", rates->adjusted.variance > 0 ? rates->adjusted.p_value : NAN);
  ink_json_out_put_number (json, "q", rates->q);
  ink_json_out_put_number (json, "observed", rates->adjusted.observed);
  ink_json_out_put_number (json, "expected", rates->adjusted.expected);
  ink_json_out_put_number (json, "other", rates->adjusted.other);
  ink_json_out_put_number (json, "variance", rates->adjusted.variance);
  ink_json_out_put_number (json, "support", rates->adjusted.support);
  ink_json_out_put_number (json, "joint_lift", indicator->joint);
  put_range (json, "joint_range", indicator->joint_range);
  ink_json_out_put_number (json, "early_lift", rates->early.ratio);
  ink_json_out_put_number (json, "late_lift", rates->late.ratio);
  ink_json_out_put_number (json, "cochran_p", rates->differences.q_p);
  ink_json_out_put_number (json, "cochran_q", rates->cochran_q);
  ink_json_out_put_number (json, "gail_simon_p", rates->differences.gail_simon_p);
  ink_json_out_put_number (json, "gail_simon_q", rates->gail_simon_q);
}

static void
put_buyers (JsonBuilder *json,
            const InkIndicatorMicroTally *counts)
{
  json_builder_set_member_name (json, "buyers");
  json_builder_begin_object (json);
  ink_json_out_put_count (json, "before", counts->before);
  ink_json_out_put_count (json, "after", counts->after);
  ink_json_out_put_count (json, "only_in_buying_session", counts->only_buying);
  ink_json_out_put_count (json, "known_for_a_day", counts->before_known);
  ink_json_out_put_count (json, "too_late", counts->too_late);
  ink_json_out_put_number (json, "days_before", ink_time_sum_days (&counts->before_time));
  ink_json_out_put_number (json, "days_after", ink_time_sum_days (&counts->after_time));
  json_builder_end_object (json);
}

void
ink_indicators_put_micro (JsonBuilder *json,
                          const InkIndicators *all,
                          guint index)
{
  const InkIndicator *indicator = &all->indicators[index];
  double more = indicator->more_people;

  ink_json_out_put_text (json, "micro", indicator->micro);
  ink_json_out_put_count (json, "people", indicator->counts->people);
  ink_json_out_put_number (json, "reach", indicator->reach);
  put_estimates (json, indicator);
  ink_json_out_put_text (json, "verdict", ink_verdict_to_string (indicator->verdict));
  ink_json_out_put_text (json, "sentence", indicator->sentence);
  ink_json_out_put_flag (json, "fading", indicator->verdict == INK_VERDICT_FADING);
  ink_json_out_put_flag (json, "reversed_by_personas", indicator->rates->is_simpson);
  ink_json_out_put_flag (json, "activity_partly_measured", indicator->is_partly_measured);
  ink_json_out_put_text (json, "overlaps_with",
            indicator->overlaps_with >= 0 ? all->indicators[indicator->overlaps_with].micro
                                          : NULL);
  ink_json_out_put_number (json, "more_people", more > 0 ? more : NAN);
  ink_json_out_put_number (json, "median_days_to_macro", indicator->median_days);
  put_personas (json, all, index);
  put_landmark (json, &indicator->counts->landmark);
  put_buyers (json, indicator->counts);
}

/* ---- Inside visits ---- */

static void
put_short_indicator (JsonBuilder *json,
                     const InkShortIndicator *indicator)
{
  const InkCommonRatios *within = &indicator->within;
  gboolean has_range = !indicator->is_step;
  InkInterval none = { NAN, NAN };

  json_builder_begin_object (json);
  ink_json_out_put_text (json, "micro", indicator->micro);
  ink_json_out_put_count (json, "visits", indicator->visits);
  ink_json_out_put_count (json, "buying_visits", indicator->buying);
  ink_json_out_put_number (json, "lift", has_range ? within->risk_ratio : NAN);
  put_range (json, "range", has_range ? within->risk_ratio_range : none);
  ink_json_out_put_number (json, "crude_lift", has_range ? indicator->crude.risk_ratio : NAN);
  put_range (json, "crude_range", has_range ? indicator->crude.risk_ratio_range : none);
  ink_json_out_put_number (json, "p", has_range && within->chi_square > 0 ? within->p_value : NAN);
  ink_json_out_put_number (json, "q", indicator->q);
  ink_json_out_put_number (json, "observed", within->observed);
  ink_json_out_put_number (json, "expected", within->expected);
  ink_json_out_put_text (json, "verdict", ink_short_verdict_to_string (indicator->verdict));
  ink_json_out_put_text (json, "sentence", indicator->sentence);
  json_builder_end_object (json);
}

static void
put_short_journeys (JsonBuilder *json,
                    const InkIndicators *all)
{
  const InkShortJourneys *journeys = all->short_journeys;

  json_builder_set_member_name (json, "short_journeys");
  json_builder_begin_object (json);
  ink_json_out_put_count (json, "buyers_in_first_visit", all->counts->short_buyers);
  ink_json_out_put_count (json, "buyers", all->counts->buyers);
  ink_json_out_put_count (json, "visits", journeys->visits);
  ink_json_out_put_count (json, "buying_visits", journeys->buying);
  ink_json_out_put_count (json, "bought_at_once", journeys->at_once);
  ink_json_out_put_flag (json, "comparable", journeys->is_comparable);
  json_builder_set_member_name (json, "indicators");
  json_builder_begin_array (json);
  for (guint i = 0; i < journeys->n; i++)
    put_short_indicator (json, &journeys->indicators[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* ---- The whole ---- */

static void
put_excluded (JsonBuilder *json,
              const InkIndicatorTally *counts)
{
  json_builder_set_member_name (json, "excluded");
  json_builder_begin_object (json);
  ink_json_out_put_count (json, "at_first_sight", counts->fates[INK_INDICATOR_AT_FIRST_SIGHT]);
  ink_json_out_put_count (json, "no_time", counts->fates[INK_INDICATOR_NO_TIME]);
  ink_json_out_put_count (json, "after_the_end", counts->fates[INK_INDICATOR_TOO_LATE]);
  ink_json_out_put_count (json, "outside_the_period", counts->fates[INK_INDICATOR_OUTSIDE]);
  json_builder_end_object (json);
}

/* Left out where there are none. */
static void
put_messages (JsonBuilder *json,
              const InkIndicators *indicators)
{
  if (indicators->messages[0] == NULL)
    return;
  json_builder_set_member_name (json, "looks_like_messages");
  json_builder_begin_array (json);
  for (guint i = 0; indicators->messages[i] != NULL; i++)
    json_builder_add_string_value (json, indicators->messages[i]);
  json_builder_end_array (json);
}

char *
ink_indicators_to_json (const InkIndicators *indicators)
{
  return ink_indicators_to_json_with_search (indicators, NULL);
}

char *
ink_indicators_to_json_with_search (const InkIndicators *indicators,
                                    const InkIndicatorSearch *search)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  g_return_val_if_fail (indicators != NULL, NULL);

  json_builder_begin_object (json);
  ink_json_out_put_text (json, "macro", indicators->macro);
  ink_json_out_put_count (json, "people", indicators->counts->people);
  ink_json_out_put_count (json, "conversions", indicators->counts->conversions);
  ink_json_out_put_number (json, "person_days", ink_time_sum_days (&indicators->counts->time));
  ink_json_out_put_count (json, "strata", indicators->estimates->n_strata);
  ink_json_out_put_flag (json, "has_everyday_activity", indicators->has_background);
  put_excluded (json, indicators->counts);
  put_messages (json, indicators);
  ink_json_out_put_text (json, "note", indicators->note);
  json_builder_set_member_name (json, "indicators");
  json_builder_begin_array (json);
  for (guint i = 0; i < indicators->n; i++)
    {
      json_builder_begin_object (json);
      ink_indicators_put_micro (json, indicators, i);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  if (indicators->short_journeys != NULL)
    put_short_journeys (json, indicators);
  if (indicators->timeless != NULL)
    ink_timeless_table_put_json (indicators->timeless, json);
  if (search != NULL)
    {
      json_builder_set_member_name (json, "search");
      ink_indicator_search_put_json (search, json);
    }
  json_builder_end_object (json);

  return ink_json_out_end (json);
}
