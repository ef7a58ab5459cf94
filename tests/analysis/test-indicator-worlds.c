/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Simulated worlds through the whole method: every number and every verdict that the reference has
 * of them. The worlds are made by the reference's own program; one by default, all with -m slow. */
#include "analysis/ink-indicator-cases.h"
#include "analysis/ink-indicators.h"

#define TOLERANCE 1e-7

/* FALSE where there is no Python. */
static gboolean
make_world (JsonObject *of,
            const char *folder)
{
  g_autofree char *script = ink_test_shared ("reference/simulate.py");
  g_autofree char *seed
      = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (of, "seed"));
  g_autofree char *people
      = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (of, "people"));
  const char *arguments[] = { "python3",  script, "--world",
                              json_object_get_string_member (of, "world"), "--seed", seed,
                              "--people", people, "--out", folder, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, (char **) (void *) arguments, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                     &status, &error))
    {
      g_test_skip_printf ("no python3: %s", error->message);
      return FALSE;
    }
  g_assert_cmpint (status, ==, 0);
  return TRUE;
}

static InkIndicators *
search (const char *folder)
{
  g_autofree char *events = g_build_filename (folder, "events.csv", NULL);
  g_autofree char *truth = g_build_filename (folder, "truth.json", NULL);
  g_autoptr (JsonNode) node = ink_indicator_json (truth);
  JsonObject *root = json_node_get_object (node);
  g_auto (GStrv) micros = ink_indicator_keys (json_object_get_object_member (root, "micros"));
  const char *const personas[] = { "founder", "marketer", "analyst", NULL };
  const char *macro = json_object_get_string_member (root, "macro");
  g_autoptr (InkEventStore) store = ink_indicator_import (events);
  g_autoptr (InkDefinition) definition = ink_indicator_definition (
      macro, (const char *const *) micros, json_object_get_string_member (root, "persona_property"),
      personas, json_object_get_string_member (root, "export_time"), NULL);
  g_autoptr (GError) error = NULL;
  InkIndicators *indicators
      = ink_indicators_evaluate (store, definition, macro, NULL, NULL, &error);

  g_assert_no_error (error);
  return indicators;
}

static const InkIndicator *
find_micro (const InkIndicators *all,
            const char *name)
{
  for (guint i = 0; i < all->n; i++)
    if (g_str_equal (all->indicators[i].micro, name))
      return &all->indicators[i];
  g_assert_not_reached ();
}

static void
agree_personas (const InkIndicators *all,
                const InkIndicator *got,
                JsonObject *want)
{
  for (guint i = 0; i < all->counts->n_personas; i++)
    {
      const InkRateRatio *rate = &got->rates->personas[i];
      JsonObject *of;

      if (!all->present[i])
        continue;
      of = json_object_get_object_member (want, all->personas[i]);
      ink_indicator_agree_member (got->micro, rate->observed, of, "observed_informative",
                                  TOLERANCE);
      ink_indicator_agree_member (got->micro, rate->log_ratio, of, "log_rr", TOLERANCE);
      ink_indicator_agree_member (got->micro, rate->se, of, "se", TOLERANCE);
      g_assert_cmpstr (ink_verdict_to_string (got->personas[i]), ==,
                       json_object_get_string_member (of, "verdict"));
    }
}

static void
agree_counts (const InkIndicator *got,
              JsonObject *want)
{
  const InkIndicatorMicroTally *counts = got->counts;
  JsonArray *ever = json_object_get_array_member (want, "naive_ever_table");
  const guint64 table[] = { counts->ever.a, counts->ever.b, counts->ever.c, counts->ever.d };
  const struct
  {
    const char *member;
    double number;
  } rows[] = {
    { "people_exposed", (double) counts->people },
    { "converters_before", (double) counts->before },
    { "converters_after", (double) counts->after },
    { "days_before", ink_time_sum_days (&counts->before_time) },
    { "days_after", ink_time_sum_days (&counts->after_time) },
    { "only_in_buying_session", (double) counts->only_buying },
    { "last_step_b2", (double) counts->before_known },
    { "last_step_u2", (double) counts->too_late },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpuint (table[i], ==, json_array_get_int_element (ever, i));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ink_indicator_agree_member (got->micro, rows[i].number, want, rows[i].member, TOLERANCE);
}

static void
agree_rates (const InkIndicator *got,
             JsonObject *want)
{
  const InkIndicatorRates *rates = got->rates;
  gboolean compared = rates->adjusted.variance > 0;
  const struct
  {
    const char *member;
    double number;
  } rows[] = {
    { "observed_informative", rates->adjusted.observed },
    { "expected_informative", rates->adjusted.expected },
    { "other_informative", rates->adjusted.other },
    { "variance", rates->adjusted.variance },
    { "p", compared ? rates->adjusted.p_value : NAN },
    { "q", rates->q },
    { "log_rr", rates->adjusted.log_ratio },
    { "se", rates->adjusted.se },
    { "crude_log_rr", rates->crude.log_ratio },
    { "crude_se", rates->crude.se },
    { "joint_coef", isfinite (rates->joint_se) ? rates->joint_log_ratio : NAN },
    { "joint_se", rates->joint_se },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ink_indicator_agree_member (got->micro, rows[i].number, want, rows[i].member, TOLERANCE);
}

static void
test_world (gconstpointer data)
{
  JsonObject *of = (JsonObject *) data;
  JsonObject *micros = json_object_get_object_member (of, "micros");
  g_auto (GStrv) names = ink_indicator_keys (micros);
  char *folder = ink_test_folder ();
  g_autoptr (InkIndicators) indicators = NULL;

  if (make_world (of, folder))
    {
      indicators = search (folder);
      ink_indicator_agree_member ("all", (double) indicators->counts->conversions, of,
                                  "macro_events", TOLERANCE);
      ink_indicator_agree_member ("all", ink_time_sum_days (&indicators->counts->time), of,
                                  "person_days", TOLERANCE);
      for (guint i = 0; names[i] != NULL; i++)
        {
          JsonObject *want = json_object_get_object_member (micros, names[i]);
          const InkIndicator *got = find_micro (indicators, names[i]);

          agree_counts (got, want);
          agree_rates (got, want);
          agree_personas (indicators, got,
                          json_object_get_object_member (want, "by_persona"));
          g_assert_cmpstr (ink_verdict_to_string (got->verdict), ==,
                           json_object_get_string_member (want, "verdict"));
        }
      g_test_message ("largest relative difference %.3g", ink_indicator_worst);
    }
  ink_test_remove_folder (folder);
}

static void
test_nothing (void)
{
  g_test_skip ("the reference is not here");
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *cases;

  g_test_init (&argc, &argv, NULL);

  path = ink_test_shared ("reference/stats/worlds_expected.json");
  if (path == NULL)
    {
      g_test_add_func ("/analysis/indicators/worlds", test_nothing);
      return g_test_run ();
    }
  node = ink_indicator_json (path);
  cases = json_object_get_array_member (json_node_get_object (node), "cases");
  for (guint i = 0; i < (g_test_slow () ? json_array_get_length (cases) : 1); i++)
    {
      JsonObject *of = json_array_get_object_element (cases, i);
      g_autofree char *name = g_strdup_printf ("/analysis/indicators/worlds/%s-%d",
                                               json_object_get_string_member (of, "world"),
                                               (int) json_object_get_int_member (of, "seed"));

      g_test_add_data_func (name, of, test_world);
    }

  return g_test_run ();
}
