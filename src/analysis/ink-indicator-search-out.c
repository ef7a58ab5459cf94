/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a search found, as words, tables, JSON, and the answer to a question. */
#include "config.h"

#include "analysis/ink-indicator-search.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-dependence.h"
#include "analysis/ink-indicator-words.h"
#include "analysis/ink-indicators-private.h"
#include "analysis/ink-json-out.h"
#include "analysis/ink-narrowing.h"
#include "definition/ink-definition-json.h"

/* ---- The value ---- */

InkIndicatorSearch *
ink_indicator_search_ref (InkIndicatorSearch *search)
{
  g_return_val_if_fail (search != NULL, NULL);

  g_atomic_ref_count_inc (&search->ref_count);
  return search;
}

void
ink_indicator_search_unref (InkIndicatorSearch *search)
{
  g_return_if_fail (search != NULL);

  if (!g_atomic_ref_count_dec (&search->ref_count))
    return;
  for (guint i = 0; i < search->n; i++)
    {
      ink_goal_unref (search->found[i].goal);
      g_free (search->found[i].says);
    }
  g_free (search->found);
  g_clear_pointer (&search->verdicts, ink_indicators_unref);
  g_free (search->macro);
  g_free (search->note);
  g_free (search);
}

/* ---- In words ---- */

char *
ink_found_to_words (const InkFound *found)
{
  const char *sentence;
  g_autofree char *searched = NULL;

  g_return_val_if_fail (found != NULL, NULL);

  sentence = found->indicator->sentence;
  searched = ink_words_ratio (found->searched.ratio);
  if (!ink_found_holds (found))
    /* Translators: a ratio such as 2.9×, and a sentence. */
    return g_strdup_printf (_ ("Stood out in the half that was searched (%s) and does not hold in "
                               "the other: %s"),
                            searched, sentence);
  if (found->kind == INK_CANDIDATE_EVENT && found->indicator->overlaps_with < 0)
    return g_strdup_printf (_ ("This event leads but is no goal yet. Found by a search in one half "
                               "of the people (%s); in the other half: %s"),
                            searched, sentence);
  return g_strdup_printf (_ ("Found by a search in one half of the people (%s); in the other half: "
                             "%s"),
                          searched, sentence);
}

static guint
count_holding (const InkIndicatorSearch *search)
{
  guint n = 0;

  for (guint i = 0; i < search->n; i++)
    n += ink_found_holds (&search->found[i]) ? 1 : 0;
  return n;
}

static guint
count_searched (const InkIndicatorSearch *search)
{
  guint n = 0;

  for (guint kind = 0; kind < INK_N_CANDIDATE_KINDS; kind++)
    n += search->n_searched[kind];
  return n;
}

char *
ink_indicator_search_summarise (const InkIndicatorSearch *search)
{
  g_autofree char *tried = NULL;
  guint n, holding;

  g_return_val_if_fail (search != NULL, NULL);

  if (search->note != NULL)
    return g_strdup (search->note);
  n = count_searched (search);
  holding = count_holding (search);
  tried = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Tried %u event, value or frequency that is no goal in one "
                                        "half of the people, and judged in the other half.",
                                        "Tried %u events, values and frequencies that are no goals "
                                        "in one half of the people, and judged in the other half.",
                                        n),
                           n);
  if (search->n == 0)
    return g_strdup_printf (_ ("%s Nothing stood out."), tried);
  if (holding == 0)
    return g_strdup_printf (_ ("%s What stood out did not hold there."), tried);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s %u holds there.",
                                       "%s %u hold there.", holding),
                          tried, holding);
}

/* ---- Tables ---- */

static void
put_ratio (InkTableBuilder *builder,
           double ratio)
{
  ink_table_builder_number (builder, isfinite (ratio) ? ratio : NAN);
}

static void
put_found (InkTableBuilder *builder,
           const InkFound *found)
{
  const InkRateRatio *rate = &found->indicator->rates->adjusted;
  g_autofree char *rule = ink_rule_to_json (found->goal->rule);

  ink_table_builder_text (builder, found->goal->name);
  ink_table_builder_text (builder, rule);
  ink_table_builder_text (builder, found->goal->stage);
  ink_table_builder_text (builder, ink_candidate_kind_to_string (found->kind));
  ink_table_builder_number (builder, (double) found->indicator->counts->people);
  put_ratio (builder, rate->ratio);
  put_ratio (builder, rate->range.low);
  put_ratio (builder, rate->range.high);
  ink_table_builder_number (builder, found->indicator->rates->q);
  put_ratio (builder, found->searched.ratio);
  ink_table_builder_text (builder, ink_verdict_to_string (found->indicator->verdict));
  ink_table_builder_text (builder, ink_verdict_get_title (found->indicator->verdict));
  ink_table_builder_number (builder, ink_found_holds (found) ? 1 : 0);
  ink_table_builder_text (builder, found->says);
}

InkTable *
ink_indicator_search_to_table (const InkIndicatorSearch *search)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Found by a search"));
  ink_table_builder_add_text (builder, "rule", _ ("Rule"));
  ink_table_builder_add_text (builder, "stage", _ ("Stage"));
  ink_table_builder_add_text (builder, "kind", _ ("Kind"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "lift", _ ("Among comparable people"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "low", _ ("At least"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "high", _ ("At most"), INK_FORMAT_RATIO);
  ink_table_builder_add_number (builder, "q", _ ("q"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "searched", _ ("In the half that was searched"),
                                INK_FORMAT_RATIO);
  ink_table_builder_add_text (builder, "verdict", _ ("Verdict (name)"));
  ink_table_builder_add_text (builder, "title", _ ("Verdict"));
  ink_table_builder_add_number (builder, "holds", _ ("Holds"), INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "sentence", _ ("In words"));
  for (guint i = 0; i < search->n; i++)
    put_found (builder, &search->found[i]);

  return ink_table_builder_end (builder);
}

InkTable *
ink_indicator_search_to_summary (const InkIndicatorSearch *search)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  const InkIndicatorTally *counts = search->verdicts != NULL ? search->verdicts->counts : NULL;
  g_autofree char *summary = ink_indicator_search_summarise (search);

  ink_table_builder_add_number (builder, "candidates", _ ("Tried"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "events", _ ("Events"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "values", _ ("Values"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "frequencies", _ ("Frequencies"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "conversions", _ ("Conversions"), INK_FORMAT_COUNT);
  ink_table_builder_add_text (builder, "note", _ ("Note"));
  ink_table_builder_add_text (builder, "summary", _ ("In words"));
  ink_table_builder_number (builder, count_searched (search));
  for (guint kind = 0; kind < INK_N_CANDIDATE_KINDS; kind++)
    ink_table_builder_number (builder, search->n_searched[kind]);
  ink_table_builder_number (builder, counts != NULL ? (double) counts->people : NAN);
  ink_table_builder_number (builder, counts != NULL ? (double) counts->conversions : NAN);
  ink_table_builder_text (builder, search->note);
  ink_table_builder_text (builder, summary);

  return ink_table_builder_end (builder);
}

/* ---- JSON ---- */

static void
put_searched (JsonBuilder *json,
              const InkFound *found)
{
  json_builder_set_member_name (json, "searched");
  json_builder_begin_object (json);
  ink_json_out_put_number (json, "lift", found->searched.ratio);
  ink_json_out_put_range (json, "range", found->searched.range.low, found->searched.range.high);
  ink_json_out_put_number (json, "p", found->searched.p_value);
  json_builder_end_object (json);
}

static void
put_found_json (JsonBuilder *json,
                const InkIndicatorSearch *search,
                const InkFound *found)
{
  g_autofree char *rule = ink_rule_to_json (found->goal->rule);

  json_builder_begin_object (json);
  ink_json_out_put_text (json, "found_as", ink_candidate_kind_to_string (found->kind));
  json_builder_set_member_name (json, "rule");
  json_builder_add_value (json, json_from_string (rule, NULL));
  ink_json_out_put_flag (json, "holds", ink_found_holds (found));
  ink_json_out_put_text (json, "says", found->says);
  put_searched (json, found);
  ink_indicators_put_micro (json, search->verdicts,
                            (guint) (found->indicator - search->verdicts->indicators));
  json_builder_end_object (json);
}

static void
put_half (JsonBuilder *json,
          const char *name,
          guint64 people,
          guint64 conversions)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  ink_json_out_put_count (json, "people", people);
  ink_json_out_put_count (json, "conversions", conversions);
  json_builder_end_object (json);
}

void
ink_indicator_search_put_json (const InkIndicatorSearch *search,
                               JsonBuilder *json)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (search != NULL && json != NULL);

  summary = ink_indicator_search_summarise (search);
  json_builder_begin_object (json);
  ink_json_out_put_count (json, "candidates", count_searched (search));
  ink_json_out_put_count (json, "events", search->n_searched[INK_CANDIDATE_EVENT]);
  ink_json_out_put_count (json, "values", search->n_searched[INK_CANDIDATE_VALUE]);
  ink_json_out_put_count (json, "frequencies", search->n_searched[INK_CANDIDATE_FREQUENCY]);
  put_half (json, "searched_half", search->searched_people, search->searched_conversions);
  if (search->verdicts != NULL)
    put_half (json, "judging_half", search->verdicts->counts->people,
              search->verdicts->counts->conversions);
  ink_json_out_put_text (json, "note", search->note);
  ink_json_out_put_text (json, "summary", summary);
  json_builder_set_member_name (json, "found");
  json_builder_begin_array (json);
  for (guint i = 0; i < search->n; i++)
    put_found_json (json, search, &search->found[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}
