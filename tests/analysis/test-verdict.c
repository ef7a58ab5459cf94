/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The verdict rule: each step, its edges, and that an earlier step wins. */
#include <math.h>

#include "analysis/ink-verdict.h"

/* A case differs from one that leads clearly: 200 did it, 40 conversions observed, 20 expected. */
typedef struct
{
  const char *what;
  double ratio;
  double low;
  double high;
  double crude;
  double crude_low;
  double q;
  double observed;
  double expected;
  double other;
  guint64 people;
  guint64 after;
  guint64 before;
  guint64 known;
  guint64 too_late;
  double gail_simon_q;
  double cochran_q;
  double early_observed;
  double late_expected;
  double late_ratio;
  gboolean no_background;
  gboolean no_conversions;
  InkVerdict verdict;
} Case;

#define LEADING_CASE \
  .ratio = 2, .low = 1.5, .high = 2.7, .crude = 4, .crude_low = 3, .q = 0.001, .observed = 40, \
  .expected = 20, .other = 30, .people = 200, .before = 40, .known = 40, .gail_simon_q = 1, \
  .cochran_q = 1, .early_observed = 20, .late_expected = 10, .late_ratio = 1.8

/* The second of two initialisers of a field counts. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"
#ifdef __clang__
#pragma clang diagnostic ignored "-Winitializer-overrides"
#endif

static const Case cases[] = {
  { "leads", LEADING_CASE, .verdict = INK_VERDICT_LEADING },
  { "nobody converted", LEADING_CASE, .no_conversions = TRUE, .verdict = INK_VERDICT_NO_DATA },
  { "nobody did it", LEADING_CASE, .people = 0, .before = 0, .verdict = INK_VERDICT_NO_DATA },
  { "trails", LEADING_CASE, .after = 60, .before = 10, .verdict = INK_VERDICT_TRAILS },
  { "trails before it is asked for activity", LEADING_CASE, .after = 60, .before = 10,
    .no_background = TRUE, .verdict = INK_VERDICT_TRAILS },
  { "rare and late by chance", LEADING_CASE, .after = 6, .before = 3, .known = 3,
    .verdict = INK_VERDICT_LEADING },
  { "last step", LEADING_CASE, .too_late = 35, .verdict = INK_VERDICT_LAST_STEP },
  { "half in the last step", LEADING_CASE, .too_late = 20, .verdict = INK_VERDICT_LEADING },
  { "few in the last step", LEADING_CASE, .known = 9, .too_late = 9,
    .verdict = INK_VERDICT_LEADING },
  { "activity unknown", LEADING_CASE, .no_background = TRUE,
    .verdict = INK_VERDICT_ACTIVITY_UNKNOWN },
  { "opposite directions", LEADING_CASE, .gail_simon_q = 0.05, .verdict = INK_VERDICT_DEPENDS },
  { "personas differ, none against", LEADING_CASE, .cochran_q = 0.01,
    .verdict = INK_VERDICT_LEADING },
  { "too few people", LEADING_CASE, .people = 19, .verdict = INK_VERDICT_NOT_ENOUGH },
  { "enough people", LEADING_CASE, .people = 20, .verdict = INK_VERDICT_LEADING },
  { "too few expected", LEADING_CASE, .observed = 4.9, .expected = 4.9,
    .verdict = INK_VERDICT_NOT_ENOUGH },
  { "too few to compare", LEADING_CASE, .observed = 6, .other = 3,
    .verdict = INK_VERDICT_NOT_ENOUGH },
  { "short journey", LEADING_CASE, .people = 19, .known = 19,
    .verdict = INK_VERDICT_SHORT_JOURNEY },
  { "half a short journey", LEADING_CASE, .people = 19, .known = 20,
    .verdict = INK_VERDICT_NOT_ENOUGH },
  { "too few observed to lead", LEADING_CASE, .observed = 9.9,
    .verdict = INK_VERDICT_PROMISING },
  { "not sure enough", LEADING_CASE, .q = 0.051, .verdict = INK_VERDICT_PROMISING },
  { "a trifle", LEADING_CASE, .ratio = 1.24, .low = 1.1, .high = 1.4, .crude = 1.3,
    .crude_low = 1.2, .verdict = INK_VERDICT_BUSYWORK },
  { "just enough", LEADING_CASE, .ratio = 1.25, .low = 1.1, .verdict = INK_VERDICT_LEADING },
  { "infinite", LEADING_CASE, .ratio = INFINITY, .low = 3, .high = INFINITY,
    .verdict = INK_VERDICT_LEADING },
  { "fading", LEADING_CASE, .late_ratio = 1, .verdict = INK_VERDICT_FADING },
  { "few late ones", LEADING_CASE, .late_ratio = 0.5, .late_expected = 4.9,
    .verdict = INK_VERDICT_LEADING },
  { "few early ones", LEADING_CASE, .late_ratio = 0.5, .early_observed = 4,
    .verdict = INK_VERDICT_LEADING },
  { "negative", LEADING_CASE, .ratio = 0.5, .low = 0.3, .high = 0.9,
    .verdict = INK_VERDICT_NEGATIVE },
  { "nobody who did it converted", LEADING_CASE, .ratio = 0, .low = 0, .high = 0.4,
    .observed = 0, .verdict = INK_VERDICT_NEGATIVE },
  { "follows the crowd", LEADING_CASE, .ratio = 1.1, .low = 0.8, .high = 1.5,
    .verdict = INK_VERDICT_CROWD },
  { "the apparent lift is not excluded", LEADING_CASE, .ratio = 1.1, .low = 0.5, .high = 4.1,
    .verdict = INK_VERDICT_NOT_ENOUGH },
  { "busywork", LEADING_CASE, .ratio = 1, .low = 0.7, .high = 1.4, .crude = 1.2, .crude_low = 0.9,
    .verdict = INK_VERDICT_BUSYWORK },
  { "busywork is not excluded below", LEADING_CASE, .ratio = 0.9, .low = 0.6, .high = 1.4,
    .crude = 1.2, .crude_low = 0.9, .q = 1, .verdict = INK_VERDICT_NOT_ENOUGH },
  { "no ratio", LEADING_CASE, .ratio = NAN, .low = 0, .high = INFINITY, .q = 1,
    .verdict = INK_VERDICT_NOT_ENOUGH },
};

#pragma GCC diagnostic pop

static InkRateRatio
make_rate (double ratio,
           double low,
           double high)
{
  return (InkRateRatio){ .ratio = ratio, .range = { low, high }, .se = 0.1 };
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  InkIndicatorSettings settings;
  InkIndicatorMicroTally counts = { .people = test->people, .after = test->after,
                                    .before = test->before, .before_known = test->known,
                                    .too_late = test->too_late };
  InkIndicatorRates rates = { .q = test->q, .gail_simon_q = test->gail_simon_q,
                              .cochran_q = test->cochran_q };
  InkVerdictCase of = { .settings = &settings, .counts = &counts, .rates = &rates,
                        .conversions = test->no_conversions ? 0 : 70,
                        .has_background = !test->no_background };
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();

  settings = ink_indicator_settings_read (definition);
  counts.ever.a = test->before + test->after;
  counts.ever.b = test->people > 0 ? test->people - MIN (test->people, test->before) : 0;
  ink_time_sum_add (&counts.before_time, 1000 * INK_DAY);
  ink_time_sum_add (&counts.after_time, 1000 * INK_DAY);
  rates.adjusted = make_rate (test->ratio, test->low, test->high);
  rates.adjusted.observed = test->observed;
  rates.adjusted.expected = test->expected;
  rates.adjusted.other = test->other;
  rates.crude = make_rate (test->crude, test->crude_low, 9);
  rates.early = make_rate (2, 1, 3);
  rates.early.observed = test->early_observed;
  rates.late = make_rate (test->late_ratio, 0.1, 3);
  rates.late.expected = test->late_expected;

  g_assert_cmpstr (ink_verdict_to_string (ink_verdict_judge (&of)), ==,
                   ink_verdict_to_string (test->verdict));
}

/* A persona that leads beside one below 1, or a negative one beside one above it. */
static void
test_personas (void)
{
  static const struct
  {
    InkVerdict first;
    double others[2];
    double se;
    gboolean present;
    gboolean depends;
  } rows[] = {
    { INK_VERDICT_LEADING, { 2, 0.9 }, 0.1, TRUE, TRUE },
    { INK_VERDICT_LEADING, { 2, 1.1 }, 0.1, TRUE, FALSE },
    { INK_VERDICT_NEGATIVE, { 0.5, 1.1 }, 0.1, TRUE, TRUE },
    { INK_VERDICT_NEGATIVE, { 0.5, 0.9 }, 0.1, TRUE, FALSE },
    { INK_VERDICT_BUSYWORK, { 1, 0.5 }, 0.1, TRUE, FALSE },
    { INK_VERDICT_LEADING, { 2, 0.9 }, INFINITY, TRUE, FALSE },
    { INK_VERDICT_LEADING, { 2, 0.9 }, 0.1, FALSE, FALSE },
  };
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  InkIndicatorSettings settings = ink_indicator_settings_read (definition);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      InkRateRatio personas[2] = { make_rate (rows[i].others[0], 0, 9),
                                   make_rate (rows[i].others[1], 0, 9) };
      InkVerdict verdicts[2] = { rows[i].first, INK_VERDICT_NOT_ENOUGH };
      gboolean present[2] = { TRUE, rows[i].present };
      InkIndicatorMicroTally counts = { .ever = { 50, 50, 50, 50 } };
      InkIndicatorRates rates = { .gail_simon_q = 1, .cochran_q = 0.01, .q = 1,
                                  .personas = personas };
      InkVerdictCase of = { &settings, 100, &counts, &rates, 2, present, verdicts, TRUE };

      personas[1].se = rows[i].se;
      g_assert_cmpint (ink_verdict_judge (&of) == INK_VERDICT_DEPENDS, ==, rows[i].depends);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/verdict/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/analysis/verdict/personas", test_personas);

  return g_test_run ();
}
