/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From a file of events to adjusted ratios, against numbers that R has from the same file by code of
 * its own: person-time, strata, estimates, the joint model, and whether leads still hold. */
#include "analysis/ink-indicator-cases.h"
#include "analysis/ink-indicator-rates.h"
#include "stats/ink-stability.h"

#define TOLERANCE 1e-8

typedef struct
{
  InkDefinition *definition;
  InkEventStore *store;
  InkScope *scope;
  InkIndicatorFrame *frame;
  InkIndicatorPersonas *personas;
  InkIndicatorSums *sums;
  InkIndicatorEstimates *estimates;
} Run;

static void
open_run (Run *run,
          const char *folder)
{
  g_autofree char *events = g_build_filename (folder, "pipeline", "events.csv", NULL);
  g_autofree char *truth = g_build_filename (folder, "pipeline", "truth.json", NULL);
  g_autoptr (JsonNode) node = ink_indicator_json (truth);
  JsonObject *root = json_node_get_object (node);
  g_auto (GStrv) micros
      = ink_indicator_keys (json_object_get_object_member (root, "micros"));
  const char *const personas[] = { "founder", "marketer", "analyst", NULL };
  const char *macro = json_object_get_string_member (root, "macro");
  g_autoptr (GError) error = NULL;

  run->store = ink_indicator_import (events);
  run->definition = ink_indicator_definition (
      macro, (const char *const *) micros, json_object_get_string_member (root, "persona_property"),
      personas, json_object_get_string_member (root, "export_time"), NULL);
  run->scope = ink_scope_new (run->store, run->definition, NULL);
  run->frame = ink_indicator_frame_new (run->scope, macro, INK_TIME_NONE, INK_TIME_NONE, &error);
  g_assert_no_error (error);
  run->personas = ink_indicator_personas_new (run->frame, &error);
  g_assert_no_error (error);
  run->sums = ink_indicator_sums_new (run->frame, run->personas, INK_INDICATOR_ALL_PERSONAS, 0,
                                      &error);
  g_assert_no_error (error);
  run->estimates = ink_indicator_estimates_new (run->frame, run->sums, &error);
  g_assert_no_error (error);
}

static void
close_run (Run *run)
{
  ink_indicator_estimates_free (run->estimates);
  ink_indicator_sums_free (run->sums);
  ink_indicator_personas_unref (run->personas);
  ink_indicator_frame_free (run->frame);
  ink_scope_unref (run->scope);
  ink_event_store_unref (run->store);
  ink_definition_unref (run->definition);
}

static guint
find_micro (const Run *run,
            const char *name)
{
  for (guint i = 0; i < run->frame->n_micros; i++)
    if (g_str_equal (run->frame->micros[i]->name, name))
      return i;
  g_assert_not_reached ();
}

static void
agree_ratio (const char *what,
             const InkRateRatio *got,
             JsonObject *want)
{
  ink_indicator_agree_member (what, got->observed, want, "observed", TOLERANCE);
  ink_indicator_agree_member (what, got->expected, want, "expected", TOLERANCE);
  ink_indicator_agree_member (what, got->variance, want, "variance", TOLERANCE);
  ink_indicator_agree_member (what, got->chi_square, want, "chi2", TOLERANCE);
  ink_indicator_agree_member (what, got->p_value, want, "p", TOLERANCE);
  ink_indicator_agree_member (what, got->log_ratio, want, "log_rr", TOLERANCE);
  ink_indicator_agree_member (what, got->se, want, "se", TOLERANCE);
  ink_indicator_agree_member (what, got->ratio, want, "rr", TOLERANCE);
  ink_indicator_agree_member (what, (double) got->n_strata, want, "informative_strata", TOLERANCE);
  if (json_object_has_member (want, "ci95"))
    {
      JsonArray *range = json_object_get_array_member (want, "ci95");

      ink_indicator_agree (what, got->range.low, json_array_get_element (range, 0), TOLERANCE);
      ink_indicator_agree (what, got->range.high, json_array_get_element (range, 1), TOLERANCE);
    }
}

static void
agree_micro (const Run *run,
             const char *name,
             JsonObject *want)
{
  guint index = find_micro (run, name);
  const InkIndicatorRates *got = &run->estimates->micros[index];
  JsonObject *personas = json_object_get_object_member (want, "by_persona");
  g_autofree char *crude = g_strdup_printf ("%s, crude", name);

  ink_indicator_agree_member (name, (double) run->sums->tally->micros[index].people, want,
                              "people_exposed", TOLERANCE);
  agree_ratio (name, &got->adjusted, json_object_get_object_member (want, "adjusted"));
  agree_ratio (crude, &got->crude, json_object_get_object_member (want, "crude"));
  for (guint i = 0; i < run->scope->n_personas; i++)
    {
      const char *persona = ink_scope_persona_name (run->scope, i);
      g_autofree char *what = g_strdup_printf ("%s of %s", name, persona);

      agree_ratio (what, &got->personas[i], json_object_get_object_member (personas, persona));
    }
}

static void
agree_joint (const Run *run,
             JsonObject *want)
{
  JsonArray *names = json_object_get_array_member (want, "micros");

  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);
      const InkIndicatorRates *got = &run->estimates->micros[find_micro (run, name)];

      ink_indicator_agree (name, got->joint_log_ratio,
                           json_array_get_element (json_object_get_array_member (want, "coef"), i),
                           TOLERANCE);
      ink_indicator_agree (name, got->joint_se,
                           json_array_get_element (json_object_get_array_member (want, "se"), i),
                           TOLERANCE);
    }
}

static void
test_pipeline (void)
{
  g_autofree char *folder = ink_test_shared ("reference/stats");
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (GStrv) names = NULL;
  JsonObject *want, *micros;
  Run run = { 0 };

  if (folder == NULL)
    return;
  path = g_build_filename (folder, "pipeline.json", NULL);
  node = ink_indicator_json (path);
  want = json_object_get_object_member (
      json_object_get_object_member (json_node_get_object (node), "expected"), "visit");
  open_run (&run, folder);
  ink_indicator_agree_member ("all", (double) run.sums->tally->people, want, "people_at_risk",
                              TOLERANCE);
  ink_indicator_agree_member ("all", (double) run.sums->tally->conversions, want, "macro_events",
                              TOLERANCE);
  ink_indicator_agree_member ("all", ink_time_sum_days (&run.sums->tally->time), want,
                              "person_days", TOLERANCE);
  ink_indicator_agree_member ("all", run.estimates->n_strata, want, "strata", TOLERANCE);
  micros = json_object_get_object_member (want, "micros");
  names = ink_indicator_keys (micros);
  for (guint i = 0; names[i] != NULL; i++)
    agree_micro (&run, names[i], json_object_get_object_member (micros, names[i]));
  agree_joint (&run, json_object_get_object_member (want, "joint"));
  g_test_message ("largest relative difference %.3g", ink_indicator_worst);
  close_run (&run);
}

static void
test_stability (void)
{
  g_autofree char *folder = ink_test_shared ("reference/stats");
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (GStrv) names = NULL;
  JsonObject *want, *micros;
  Run run = { 0 };

  if (folder == NULL)
    return;
  path = g_build_filename (folder, "stability.json", NULL);
  node = ink_indicator_json (path);
  want = json_object_get_object_member (json_node_get_object (node), "expected");
  open_run (&run, folder);
  g_assert_cmpint (run.sums->cut / INK_SECOND, ==, json_object_get_int_member (want, "cut"));
  micros = json_object_get_object_member (want, "micros");
  names = ink_indicator_keys (micros);
  for (guint i = 0; names[i] != NULL; i++)
    {
      JsonObject *micro = json_object_get_object_member (micros, names[i]);
      const InkIndicatorRates *got = &run.estimates->micros[find_micro (&run, names[i])];

      agree_ratio (names[i], &got->early, json_object_get_object_member (micro, "early"));
      agree_ratio (names[i], &got->late, json_object_get_object_member (micro, "late"));
      g_assert_cmpint (ink_is_fading (&got->early, &got->late), ==,
                       json_object_get_boolean_member (micro, "fading_if_leading"));
    }
  close_run (&run);
}

/* However many threads there are, every cell is the same to the last bit. */
static void
test_threads (void)
{
  g_autofree char *folder = ink_test_shared ("reference/stats");
  g_autoptr (GError) error = NULL;
  Run run = { 0 };

  if (folder == NULL)
    return;
  open_run (&run, folder);
  for (guint threads = 2; threads < 6; threads++)
    {
      g_autoptr (InkIndicatorSums) sums = ink_indicator_sums_new (
          run.frame, run.personas, INK_INDICATOR_ALL_PERSONAS, threads, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (sums->cells->data, sums->cells->len * sizeof (InkIndicatorCell),
                       run.sums->cells->data, run.sums->cells->len * sizeof (InkIndicatorCell));
    }
  close_run (&run);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/indicators/pipeline", test_pipeline);
  g_test_add_func ("/analysis/indicators/stability", test_stability);
  g_test_add_func ("/analysis/indicators/threads", test_threads);

  return g_test_run ();
}
