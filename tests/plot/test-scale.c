/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scales: what maps comes back, ticks are round and inside, nothing breaks on odd values. */

#include "plot/ink-scale.h"

#include <math.h>

static const double domains[][2] = {
  { 0, 1 },        { 0, 21870 },      { 3, 4118 },   { 0.001, 0.4 }, { 1, 1e15 },
  { 17, 17.00001 }, { 1e-12, 3e-12 }, { 5, 5 },      { 2, 90000 },   { 0.25, 8 },
};

static void
test_round_trip (void)
{
  static const InkScaleKind *const kinds[] = { &ink_scale_linear, &ink_scale_log, &ink_scale_sqrt,
                                               &ink_scale_time, &ink_scale_sequential };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint d = 0; d < G_N_ELEMENTS (domains); d++)
      {
        double low = domains[d][0], high = domains[d][1];
        InkScale scale;

        if (kinds[k] == &ink_scale_log && low <= 0)
          low = high / 1000;
        if (low == high)
          continue;
        ink_scale_init (&scale, kinds[k]);
        ink_scale_train (&scale, high);
        ink_scale_train (&scale, low);
        if (kinds[k] != &ink_scale_sequential)
          ink_scale_set_range (&scale, 400, 20);
        for (guint i = 0; i <= 10; i++)
          {
            double value = low + (high - low) * i / 10;
            double back = ink_scale_invert (&scale, ink_scale_map (&scale, value));

            g_assert_cmpfloat_with_epsilon (back, value, (high - low) * 1e-9 + fabs (high) * 1e-9);
          }
      }
}

static void
test_ticks (void)
{
  static const InkScaleKind *const kinds[] = { &ink_scale_linear, &ink_scale_log, &ink_scale_sqrt };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint d = 0; d < G_N_ELEMENTS (domains); d++)
      for (guint wanted = 1; wanted < 12; wanted++)
        {
          InkScale scale;
          g_autoptr (GArray) ticks = NULL;
          double before = -INFINITY;

          ink_scale_init (&scale, kinds[k]);
          ink_scale_train (&scale, domains[d][0]);
          ink_scale_train (&scale, domains[d][1]);
          ticks = ink_scale_ticks (&scale, wanted);
          g_assert_cmpuint (ticks->len, <=, 4 * wanted + 8);
          for (guint i = 0; i < ticks->len; i++)
            {
              double value = g_array_index (ticks, InkTick, i).value;

              g_assert_cmpfloat (value, >=, scale.low);
              g_assert_cmpfloat (value, <=, scale.high);
              g_assert_cmpfloat (value, >, before);
              before = value;
            }
        }
}

static void
test_nice (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (domains); d++)
    {
      InkScale scale;
      double step, parts;

      ink_scale_init (&scale, &ink_scale_linear);
      ink_scale_train (&scale, domains[d][0]);
      ink_scale_train (&scale, domains[d][1]);
      ink_scale_nice (&scale, 5);
      g_assert_cmpfloat (scale.low, <=, domains[d][0]);
      g_assert_cmpfloat (scale.high, >=, domains[d][1] * (1 - 1e-12));
      if (domains[d][0] == domains[d][1] || domains[d][0] > 16)
        continue;
      step = ink_scale_round_step (domains[d][1] - domains[d][0], 5);
      parts = scale.high / step;
      g_assert_cmpfloat_with_epsilon (parts, round (parts), 1e-6);
    }
}

static void
test_round_step (void)
{
  static const struct { double span; guint wanted; double step; } cases[] = {
    { 100, 5, 20 }, { 10, 5, 2 }, { 1, 5, 0.2 }, { 7, 7, 1 }, { 21870, 5, 5000 }, { 0, 5, 1 },
    { -3, 5, 1 },   { INFINITY, 5, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (ink_scale_round_step (cases[i].span, cases[i].wanted),
                                    cases[i].step, 1e-9);
}

static void
test_band (void)
{
  InkScale scale;

  ink_scale_init (&scale, &ink_scale_band);
  g_assert_cmpuint (ink_scale_get_n_bands (&scale), ==, 0);
  ink_scale_train (&scale, 3);
  ink_scale_train (&scale, -1);
  ink_scale_train (&scale, 1e12);
  g_assert_cmpuint (ink_scale_get_n_bands (&scale), ==, 4);
  scale.padding = 0.25;
  scale.outer = 0.125;
  ink_scale_set_range (&scale, 0, 400);
  g_assert_cmpfloat_with_epsilon (ink_scale_get_pitch (&scale), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (ink_scale_get_band (&scale), 75, 1e-9);
  g_assert_cmpfloat_with_epsilon (ink_scale_map (&scale, 0), 12.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (ink_scale_map (&scale, 3), 312.5, 1e-9);
  g_assert_true (isnan (ink_scale_map (&scale, 4)));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (ink_scale_invert (&scale, ink_scale_map (&scale, i) + 40), ==, i);
}

static void
test_odd_values (void)
{
  for (guint k = 0; ink_scale_kinds ()[k] != NULL; k++)
    {
      InkScale scale;
      g_autoptr (GArray) none = NULL, ticks = NULL;

      ink_scale_init (&scale, ink_scale_kinds ()[k]);
      g_assert_true (ink_scale_kind_find (scale.kind->name) == scale.kind);
      none = ink_scale_ticks (&scale, 5);
      g_assert_cmpuint (none->len, ==, 0);
      g_assert_true (isnan (ink_scale_map (&scale, 1)));
      ink_scale_train (&scale, NAN);
      ink_scale_train (&scale, INFINITY);
      g_assert_false (ink_scale_is_trained (&scale));
      ink_scale_train (&scale, 1e300);
      ink_scale_train (&scale, 1);
      ink_scale_nice (&scale, 5);
      ticks = ink_scale_ticks (&scale, 5);
      g_assert_cmpuint (ticks->len, <, 500);
      g_assert_true (isnan (ink_scale_map (&scale, NAN)));
    }
}

static void
test_time_ticks (void)
{
  static const struct { double days; guint wanted; } cases[] = {
    { 5, 10 }, { 13, 8 }, { 60, 9 }, { 365, 12 }, { 4000, 6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      InkScale scale;
      g_autoptr (GArray) ticks = NULL;

      ink_scale_init (&scale, &ink_scale_time);
      ink_scale_train (&scale, 0);
      ink_scale_train (&scale, cases[i].days * INK_DAY);
      ticks = ink_scale_ticks (&scale, cases[i].wanted);
      g_assert_cmpuint (ticks->len, >=, 2);
      g_assert_cmpuint (ticks->len, <=, cases[i].wanted + 2);
      for (guint t = 0; t < ticks->len; t++)
        g_assert_cmpfloat (fmod (g_array_index (ticks, InkTick, t).value, INK_DAY), ==, 0);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/round-trip", test_round_trip);
  g_test_add_func ("/scale/ticks", test_ticks);
  g_test_add_func ("/scale/nice", test_nice);
  g_test_add_func ("/scale/round-step", test_round_step);
  g_test_add_func ("/scale/band", test_band);
  g_test_add_func ("/scale/odd-values", test_odd_values);
  g_test_add_func ("/scale/time-ticks", test_time_ticks);
  return g_test_run ();
}
