/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How sentences write ratios, ranges and shares. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-indicator-sentence.h"
#include "analysis/ink-indicator-words.h"

static const struct
{
  double ratio;
  double low;
  double high;
  const char *times;
  const char *range;
} estimates[] = {
  { 2.94, 2.3, 3.71, "2.9 times", "2.3\302\240–\342\201\240\302\2403.7" },
  { 1, 0.8, 1.3, "1.0 times", "0.8\302\240–\342\201\240\302\2401.3" },
  /* Ends that would look like the middle. */
  { 0.897, 0.844, 0.949, "0.90 times", "0.84\302\240–\342\201\240\302\2400.95" },
  { 1.26, 1.24, 1.34, "1.26 times", "1.24\302\240–\342\201\240\302\2401.34" },
  { 2, 2, 3, "2.0 times", "2.0\302\240–\342\201\240\302\2403.0" },
  /* Where a decimal more would say nothing. */
  { 12.04, 12.01, 12.09, "12.0 times", "12.0\302\240–\342\201\240\302\24012.1" },
  { 120, 100, 140, "120 times", "100\302\240–\342\201\240\302\240140" },
  { 0.031, 0.012, 0.08, "0.03 times", "0.01\302\240–\342\201\240\302\2400.08" },
  { 4, 1.2, INFINITY, "4.0 times", "1.2 or more" },
  { NAN, 0, INFINITY, "no ratio", "0.0 or more" },
  { INFINITY, 2, INFINITY, "many times", "2.0 or more" },
};

static void
test_estimates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (estimates); i++)
    {
      InkInterval limits = { estimates[i].low, estimates[i].high };
      g_autofree char *range = NULL;
      g_autofree char *times = ink_words_estimate (estimates[i].ratio, limits, &range);

      g_assert_cmpstr (times, ==, estimates[i].times);
      g_assert_cmpstr (range, ==, estimates[i].range);
    }
}

static const struct
{
  double share;
  const char *words;
} shares[] = {
  { 0, "0\342\200\257%" },       { 0.001, "0.1\342\200\257%" }, { 0.0994, "9.9\342\200\257%" },
  { 0.0996, "10\342\200\257%" }, { 0.14, "14\342\200\257%" },   { 1, "100\342\200\257%" },
};

static void
test_shares (void)
{
  g_autofree char *range = ink_words_share_range ((InkInterval){ 0.04, 0.18 });

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *words = ink_words_share (shares[i].share);

      g_assert_cmpstr (words, ==, shares[i].words);
    }
  g_assert_cmpstr (range, ==, "4.0\302\240–\342\201\240\302\24018\342\200\257%");
}

static const struct
{
  double ratio;
  const char *words;
} ratios[] = { { 2.94, "2.9×" }, { NAN, "no ratio" }, { INFINITY, "many times" }, { 0, "0.0×" } };

static void
test_ratios (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      g_autofree char *words = ink_words_ratio (ratios[i].ratio);

      g_assert_cmpstr (words, ==, ratios[i].words);
    }
}

/* A range that leaves out 1 is not said to be what keeps the verdict open. */
static const struct
{
  double ratio;
  double low;
  double high;
  const char *words;
} promises[] = {
  { 1.6, 0.8, 3.2, "1.6× so far, but the range is 0.8\302\240–\342\201\240\302\2403.2." },
  { 3, 1.3, 6.7,
    "3.0× so far (1.3\302\240–\342\201\240\302\2406.7), but with so much looked at, this may be chance." },
};

static void
test_promises (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (promises); i++)
    {
      InkIndicatorMicroTally counts = { 0 };
      InkIndicatorTally tally = { 0 };
      InkIndicatorRates rates = {
        .adjusted = { .ratio = promises[i].ratio,
                      .range = { promises[i].low, promises[i].high },
                      .variance = 1,
                      .support = 1 },
      };
      InkIndicator one = { .micro = "M",
                           .counts = &counts,
                           .rates = &rates,
                           .verdict = INK_VERDICT_PROMISING,
                           .overlaps_with = -1 };
      InkIndicators all
          = { .macro = (char *) "Buy", .n = 1, .indicators = &one, .counts = &tally };
      g_autofree char *sentence = ink_indicator_sentence (&all, 0);

      g_assert_true (g_str_has_prefix (sentence, promises[i].words));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator-words/estimates", test_estimates);
  g_test_add_func ("/indicator-words/promises", test_promises);
  g_test_add_func ("/indicator-words/shares", test_shares);
  g_test_add_func ("/indicator-words/ratios", test_ratios);

  return g_test_run ();
}
