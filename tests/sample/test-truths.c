/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is planted in the sample is what the search for leading indicators finds: the verdict of
 * every micro goal, and its ratio. In two worlds only: in one of some ten, chance alone makes one of
 * the nine look like something else. */
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-indicators.h"
#include "definition/ink-definition-json.h"
#include "import/ink-importer.h"
#include "sample/ink-sample.h"
#include "support/ink-test.h"

#define PEOPLE INK_SAMPLE_DEFAULT_PEOPLE
/* Logarithms apart, besides chance: a demo is recorded two days after it was decided on, and people
 * who do not say what they are are known by what they do. */
#define SLACK 0.2
#define CHANCE 3.0 /* standard errors */

static const struct
{
  const char *truth;
  InkVerdict verdict;
} verdicts[] = {
  { "leading", INK_VERDICT_LEADING },
  { "differs_by_persona", INK_VERDICT_DEPENDS },
  { "follows_the_crowd", INK_VERDICT_CROWD },
  { "busywork", INK_VERDICT_BUSYWORK },
  { "trails_the_sale", INK_VERDICT_TRAILS },
};

static InkEventStore *
import_sample (guint64 seed)
{
  g_autoptr (InkImportOptions) options = ink_import_options_new ();
  char *folder = ink_test_folder ();
  g_autofree char *path = g_build_filename (folder, "sample.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GError) error = NULL;
  const char *const files[] = { path, NULL };
  InkEventStore *store;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ink_sample_write (G_OUTPUT_STREAM (stream), PEOPLE, seed, NULL, NULL, &error));
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error));
  store = ink_importer_import (files, options, NULL, &reports, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_test_remove_folder (folder);
  return store;
}

static InkIndicators *
find_indicators (guint64 seed)
{
  g_autoptr (InkEventStore) store = import_sample (seed);
  g_autofree char *text = ink_sample_definition_json ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition = ink_definition_from_json (
      text, -1, "sample-definition.json", ink_event_store_get_schema (store), NULL, &error);
  InkIndicators *indicators;

  g_assert_no_error (error);
  indicators = ink_indicators_evaluate (store, definition, "Demo booked", NULL, NULL, &error);
  g_assert_no_error (error);
  return indicators;
}

static InkVerdict
verdict_of (const char *truth)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (strcmp (verdicts[i].truth, truth) == 0)
      return verdicts[i].verdict;
  g_assert_not_reached ();
}

static void
check_ratio (const InkRateRatio *found,
             double planted)
{
  g_assert_cmpfloat (fabs (found->log_ratio - log (planted)), <, SLACK + CHANCE * found->se);
}

/* Opposite effects are found in the personas that were given them. */
static void
check_personas (const InkIndicators *indicators,
                const InkIndicator *indicator,
                JsonObject *planted)
{
  guint n_opposite = 0;

  for (guint i = 0; indicators->personas[i] != NULL; i++)
    {
      double ratio = json_object_get_double_member_with_default (planted, indicators->personas[i], 1);

      if (ratio == 1)
        continue;
      g_test_message ("  %s: planted %g, found %g", indicators->personas[i], ratio,
                      indicator->rates->personas[i].ratio);
      g_assert_cmpint (indicator->personas[i], ==,
                       ratio > 1 ? INK_VERDICT_LEADING : INK_VERDICT_NEGATIVE);
      check_ratio (&indicator->rates->personas[i], ratio);
      n_opposite++;
    }
  g_assert_cmpuint (n_opposite, ==, 2);
}

static void
check_micro (const InkIndicators *indicators,
             const InkIndicator *indicator,
             JsonObject *planted)
{
  const char *truth = json_object_get_string_member (planted, "truth");

  g_test_message ("%s: %s, found %g, %s", indicator->micro, truth, indicator->rates->adjusted.ratio,
                  ink_verdict_to_string (indicator->verdict));
  g_assert_cmpint (indicator->verdict, ==, verdict_of (truth));
  if (json_object_has_member (planted, "hazard_ratio_by_persona"))
    check_personas (indicators, indicator,
                    json_object_get_object_member (planted, "hazard_ratio_by_persona"));
  else if (!json_object_get_null_member (planted, "hazard_ratio"))
    check_ratio (&indicator->rates->adjusted,
                 json_object_get_double_member (planted, "hazard_ratio"));
}

static void
test_truths (gconstpointer data)
{
  guint64 seed = GPOINTER_TO_UINT (data);
  g_autofree char *text = ink_sample_truth_json (PEOPLE, seed);
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *micros = json_object_get_object_member (json_node_get_object (root), "micros");
  g_autoptr (InkIndicators) indicators = find_indicators (seed);

  g_assert_cmpuint (indicators->n, ==, json_object_get_size (micros));
  g_assert_null (indicators->short_journeys);
  for (guint i = 0; i < indicators->n; i++)
    {
      const InkIndicator *indicator = &indicators->indicators[i];

      check_micro (indicators, indicator, json_object_get_object_member (micros, indicator->micro));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= 2; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/sample/truths/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_truths);
    }
  return g_test_run ();
}
