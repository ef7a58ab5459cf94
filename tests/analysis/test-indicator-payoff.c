/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When a micro conversion pays off, by hand; and for which verdicts that says something. */
#include <math.h>

#include "analysis/ink-indicator-payoff.h"

#define HALF_DAY (INK_DAY / 2)

typedef struct
{
  InkIndicatorMicroTally counts;
  InkIndicatorRates rates;
  InkIndicator indicator;
} Case;

static void
add_time (GArray *times,
          guint half_days)
{
  gint64 time = (gint64) half_days * HALF_DAY;

  g_array_append_val (times, time);
}

/* Four people: one converts after a day, one leaves after a day and a half, one converts after two
 * days, and one is watched on. */
static void
make_case (Case *of,
           const char *name,
           InkVerdict verdict,
           double ratio,
           double low)
{
  *of = (Case){ .counts = { .risk_people = 4,
                            .risk_events = g_array_new (FALSE, FALSE, sizeof (gint64)),
                            .risk_ends = g_array_new (FALSE, FALSE, sizeof (gint64)) },
                .rates = { .adjusted = { .ratio = ratio, .range = { low, 2 * ratio } } } };
  of->indicator = (InkIndicator){
    .micro = name, .counts = &of->counts, .rates = &of->rates, .verdict = verdict
  };
  add_time (of->counts.risk_events, 2);
  add_time (of->counts.risk_events, 4);
  add_time (of->counts.risk_ends, 3);
}

static void
clear_case (Case *of)
{
  g_array_unref (of->counts.risk_events);
  g_array_unref (of->counts.risk_ends);
}

static const struct
{
  InkVerdict verdict;
  double ratio;
  gboolean has;
} says[] = {
  { INK_VERDICT_LEADING, 2, TRUE },        { INK_VERDICT_FADING, 2, TRUE },
  { INK_VERDICT_NEGATIVE, 0.5, TRUE },     { INK_VERDICT_CROWD, 1, TRUE },
  { INK_VERDICT_BUSYWORK, 1, TRUE },       { INK_VERDICT_PROMISING, 2, TRUE },
  { INK_VERDICT_NOT_ENOUGH, 2, FALSE },    { INK_VERDICT_DEPENDS, 2, FALSE },
  { INK_VERDICT_TRAILS, 2, FALSE },        { INK_VERDICT_LAST_STEP, 2, FALSE },
  { INK_VERDICT_SHORT_JOURNEY, 2, FALSE }, { INK_VERDICT_ACTIVITY_UNKNOWN, 2, FALSE },
  { INK_VERDICT_NO_DATA, NAN, FALSE },     { INK_VERDICT_LEADING, NAN, FALSE },
  { INK_VERDICT_LEADING, INFINITY, FALSE }, { INK_VERDICT_NEGATIVE, 0, FALSE },
};

static void
test_says (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (says); i++)
    {
      Case of;

      make_case (&of, "M", says[i].verdict, says[i].ratio, 1.1);
      g_assert_cmpint (ink_indicator_has_payoff (&of.indicator), ==, says[i].has);
      g_array_set_size (of.counts.risk_events, 0);
      g_assert_false (ink_indicator_has_payoff (&of.indicator));
      clear_case (&of);
    }
}

/* The share that has converted: 1 of 4, then half of the 3/4 who are left. */
static const double with[] = { 0, 0.25, 0.625, 0.625 };

static void
test_curve (void)
{
  Case of;
  InkIndicators all = { .n = 1, .settings = { .risk_window = 3 * INK_DAY } };
  g_autoptr (InkTable) table = NULL;

  make_case (&of, "M", INK_VERDICT_LEADING, 2, 1.1);
  all.indicators = &of.indicator;
  table = ink_indicators_to_payoff (&all, 0);
  g_assert_cmpuint (ink_table_get_n_rows (table), ==, G_N_ELEMENTS (with));
  for (guint day = 0; day < G_N_ELEMENTS (with); day++)
    {
      double share = ink_table_get_number (table, 2, day);

      g_assert_cmpfloat (ink_table_get_number (table, 1, day), ==, day);
      g_assert_cmpfloat_with_epsilon (share, with[day], 1e-12);
      g_assert_cmpfloat_with_epsilon (ink_table_get_number (table, 5, day), 1 - sqrt (1 - share),
                                      1e-12);
      if (day == 0)
        continue;
      g_assert_cmpfloat (ink_table_get_number (table, 3, day), <, share);
      g_assert_cmpfloat (ink_table_get_number (table, 4, day), >, share);
    }
  clear_case (&of);
}

/* Without a choice it is the sign whose range begins highest, among those that lead. */
static void
test_strongest (void)
{
  Case cases[3];
  InkIndicator list[3];
  InkIndicators all = { .n = 3, .indicators = list, .settings = { .risk_window = INK_DAY } };
  g_autoptr (InkTable) table = NULL;
  g_autoptr (InkTable) none = NULL;

  make_case (&cases[0], "wide", INK_VERDICT_LEADING, 5, 1.2);
  make_case (&cases[1], "sure", INK_VERDICT_LEADING, 3, 2.5);
  make_case (&cases[2], "crowd", INK_VERDICT_CROWD, 9, 8);
  for (guint i = 0; i < 3; i++)
    list[i] = cases[i].indicator;
  table = ink_indicators_to_payoff (&all, -1);
  g_assert_cmpuint (ink_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (ink_table_get_text (table, 0, 0), ==, "sure");
  list[0].verdict = list[1].verdict = INK_VERDICT_BUSYWORK;
  none = ink_indicators_to_payoff (&all, -1);
  g_assert_cmpuint (ink_table_get_n_rows (none), ==, 0);
  for (guint i = 0; i < 3; i++)
    clear_case (&cases[i]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indicator-payoff/says", test_says);
  g_test_add_func ("/indicator-payoff/curve", test_curve);
  g_test_add_func ("/indicator-payoff/strongest", test_strongest);

  return g_test_run ();
}
