/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What happens inside visits, against numbers that R has from the same file of events. */
#include "analysis/ink-indicator-cases.h"
#include "analysis/ink-indicators.h"

#define TOLERANCE 1e-8

typedef struct
{
  InkEventStore *store;
  InkDefinition *definition;
  InkScope *scope;
  InkIndicatorFrame *frame;
  InkShortJourneys *journeys;
} Run;

static char **
list_texts (JsonArray *array)
{
  char **texts = g_new0 (char *, json_array_get_length (array) + 1);

  for (guint i = 0; i < json_array_get_length (array); i++)
    texts[i] = g_strdup (json_array_get_string_element (array, i));
  return texts;
}

static void
open_run (Run *run,
          const char *folder,
          JsonObject *input)
{
  g_autofree char *events
      = g_build_filename (folder, json_object_get_string_member (input, "events"), NULL);
  g_auto (GStrv) micros = list_texts (json_object_get_array_member (input, "micros"));
  g_auto (GStrv) passive = list_texts (json_object_get_array_member (input, "passive"));
  const char *const personas[] = { "desktop", "mobile", "tablet", NULL };
  const char *macro = json_object_get_string_member (input, "macro");
  g_autoptr (InkIndicatorPersonas) by_person = NULL;
  g_autoptr (GError) error = NULL;

  run->store = ink_indicator_import (events);
  run->definition = ink_indicator_definition (
      macro, (const char *const *) micros, json_object_get_string_member (input, "persona"),
      personas, json_object_get_string_member (input, "export_time"), passive[0]);
  run->scope = ink_scope_new (run->store, run->definition, NULL);
  run->frame = ink_indicator_frame_new (run->scope, macro, INK_TIME_NONE, INK_TIME_NONE, &error);
  g_assert_no_error (error);
  by_person = ink_indicator_personas_new (run->frame, &error);
  g_assert_no_error (error);
  run->journeys
      = ink_short_journeys_new (run->frame, by_person, INK_INDICATOR_ALL_PERSONAS, &error);
  g_assert_no_error (error);
}

static void
close_run (Run *run)
{
  ink_short_journeys_free (run->journeys);
  ink_indicator_frame_free (run->frame);
  ink_scope_unref (run->scope);
  ink_definition_unref (run->definition);
  ink_event_store_unref (run->store);
}

static void
agree_counts (const InkShortJourneys *got,
              JsonObject *want)
{
  const struct
  {
    const char *member;
    guint64 count;
  } rows[] = {
    { "visits", got->visits },
    { "buying_visits", got->buying },
    { "sale_without_earlier_event_in_visit", got->at_once },
    { "median_events_buying", got->middle },
    { "deep_visits", got->deep },
    { "buying_visits_starting_at_a_step_of_buying", got->starts },
    { "steps", got->steps },
    { "strata", got->strata },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ink_indicator_agree_member ("all", (double) rows[i].count, want, rows[i].member, 0);
}

static void
agree_ratios (const char *what,
              const InkCommonRatios *got,
              JsonObject *want)
{
  ink_indicator_agree_member (what, got->observed, want, "observed", TOLERANCE);
  ink_indicator_agree_member (what, got->other, want, "other", TOLERANCE);
  ink_indicator_agree_member (what, got->expected, want, "expected", TOLERANCE);
  ink_indicator_agree_member (what, got->chi_square, want, "chi2", TOLERANCE);
  ink_indicator_agree_member (what, got->p_value, want, "p", TOLERANCE);
  ink_indicator_agree_member (what, got->log_risk_ratio_se, want, "se", TOLERANCE);
  ink_indicator_agree_member (what, got->risk_ratio, want, "rr", TOLERANCE);
  if (json_object_has_member (want, "ci95"))
    {
      JsonArray *range = json_object_get_array_member (want, "ci95");

      ink_indicator_agree (what, got->risk_ratio_range.low, json_array_get_element (range, 0),
                           TOLERANCE);
      ink_indicator_agree (what, got->risk_ratio_range.high, json_array_get_element (range, 1),
                           TOLERANCE);
    }
}

static void
agree_micro (const InkShortIndicator *got,
             JsonObject *want)
{
  JsonObject *counts = json_object_get_object_member (
      json_object_get_object_member (want, "micros"), got->micro);
  JsonObject *all = json_object_get_object_member (want, "estimates"), *estimates;

  ink_indicator_agree_member (got->micro, (double) got->visits, counts, "visits_with", 0);
  ink_indicator_agree_member (got->micro, (double) got->buying, counts, "buying_visits_with", 0);
  ink_indicator_agree_member (got->micro, (double) got->among_last, counts,
                              "first_among_last_two", 0);
  ink_indicator_agree_member (got->micro, (double) got->deep, counts, "deep_visits_with", 0);
  g_assert_cmpint (got->is_step, ==, json_object_get_boolean_member (counts, "step_of_buying"));
  g_assert_cmpstr (ink_short_verdict_to_string (got->verdict), ==,
                   json_object_get_string_member (
                       json_object_get_object_member (want, "verdicts"), got->micro));
  if (!json_object_has_member (all, got->micro))
    return;
  estimates = json_object_get_object_member (all, got->micro);
  agree_ratios (got->micro, &got->within, json_object_get_object_member (estimates, "within"));
  agree_ratios (got->micro, &got->crude, json_object_get_object_member (estimates, "crude"));
  ink_indicator_agree_member (got->micro, got->q,
                              json_object_get_object_member (estimates, "within"), "q",
                              TOLERANCE);
}

static void
test_reference (void)
{
  g_autofree char *folder = ink_test_shared ("reference/stats");
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *root, *want;
  Run run = { 0 };

  if (folder == NULL)
    return;
  path = g_build_filename (folder, "short_journeys.json", NULL);
  node = ink_indicator_json (path);
  root = json_node_get_object (node);
  want = json_object_get_object_member (root, "expected");
  open_run (&run, folder, json_object_get_object_member (root, "input"));
  agree_counts (run.journeys, want);
  for (guint i = 0; i < run.journeys->n; i++)
    agree_micro (&run.journeys->indicators[i], want);
  g_test_message ("largest relative difference %.3g", ink_indicator_worst);
  close_run (&run);
}

/* ---- A real day ---- */

/* The figures that method.md's section 6a gives of it. */
static const struct
{
  const char *micro;
  const char *verdict;
  double ratio;
  double low;
  double high;
  double crude;
} figures[] = {
  { "checkout", "Step of buying", 0, 0, 0, 0 },
  { "add_to_cart", "Goes with buying", 5.7, 1.9, 17.5, 0 },
  { "product_detail_view", "Comes with long visits", 0.9, 0.4, 2.2, 5.8 },
  { "product_list_click", "Comes with long visits", 0.9, 0.4, 2.2, 5.8 },
};

static void
agree_figure (const InkShortIndicator *got,
              guint number)
{
  g_assert_cmpstr (ink_short_verdict_to_string (got->verdict), ==, figures[number].verdict);
  if (figures[number].ratio == 0)
    return;
  g_assert_cmpfloat_with_epsilon (got->within.risk_ratio, figures[number].ratio, 0.05);
  g_assert_cmpfloat_with_epsilon (got->within.risk_ratio_range.low, figures[number].low, 0.05);
  g_assert_cmpfloat_with_epsilon (got->within.risk_ratio_range.high, figures[number].high, 0.05);
  if (figures[number].crude > 0)
    g_assert_cmpfloat_with_epsilon (got->crude.risk_ratio, figures[number].crude, 0.05);
}

static void
agree_day (const InkIndicators *all)
{
  g_assert_cmpuint (all->counts->buyers, ==, 42);
  g_assert_true (all->is_short);
  for (guint i = 0; i < all->n; i++)
    {
      g_assert_cmpstr (ink_verdict_to_string (all->indicators[i].verdict), ==, "Short journey");
      g_assert_cmpstr (all->short_journeys->indicators[i].micro, ==, figures[i].micro);
      agree_figure (&all->short_journeys->indicators[i], i);
    }
  g_assert_cmpuint (all->short_journeys->indicators[0].buying, ==, 42);
}

static void
test_real_day (void)
{
  const char *const micros[] = { "checkout", "add_to_cart", "product_detail_view",
                                 "product_list_click", NULL };
  const char *const personas[] = { "mobile", "desktop", NULL };
  g_autofree char *path = ink_test_shared ("data/ga360-sessions/hits_flat.csv.gz");
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (InkIndicators) all = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  store = ink_indicator_import (path);
  definition = ink_indicator_definition ("purchase", micros, "device", personas, NULL, NULL);
  all = ink_indicators_evaluate (store, definition, "purchase", NULL, NULL, &error);
  g_assert_no_error (error);
  agree_day (all);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/short-journeys/reference", test_reference);
  g_test_add_func ("/analysis/short-journeys/real-day", test_real_day);

  return g_test_run ();
}
