/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Wilson's range against the values of R's prop.test (correct = FALSE), and the median. */
#include <math.h>
#include <stdlib.h>

#include "stats/ink-quantile.h"
#include "stats/ink-wilson.h"

static const struct
{
  guint64 successes;
  guint64 trials;
  double low;
  double high;
} ranges[] = {
  { 4, 5, 0.3755347, 0.9637759 },   { 0, 10, 0, 0.2775328 },   { 10, 10, 0.7224672, 1 },
  { 50, 100, 0.4038315, 0.5961685 }, { 1, 1000, 0.0001765450, 0.005642562 },
};

static void
test_wilson (void)
{
  double low, high;

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      ink_wilson (ranges[i].successes, ranges[i].trials, &low, &high);
      g_assert_cmpfloat_with_epsilon (low, ranges[i].low, 5e-7);
      g_assert_cmpfloat_with_epsilon (high, ranges[i].high, 5e-7);
    }
  ink_wilson (0, 0, &low, &high);
  g_assert_true (isnan (low) && isnan (high));
}

static int
compare (const void *a,
         const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static void
test_median (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  gint64 values[200], sorted[200];

  g_assert_true (isnan (ink_median (values, 0)));
  for (guint round = 0; round < 3000; round++)
    {
      gsize n = (gsize) g_rand_int_range (random, 1, 200);
      int range = round % 3 == 0 ? 3 : 1000;

      for (gsize i = 0; i < n; i++)
        sorted[i] = values[i] = g_rand_int_range (random, -range, range);
      qsort (sorted, n, sizeof *sorted, compare);
      g_assert_cmpfloat (ink_median (values, n), ==,
                         ((double) sorted[(n - 1) / 2] + (double) sorted[n / 2]) / 2);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/wilson", test_wilson);
  g_test_add_func ("/stats/median", test_median);

  return g_test_run ();
}
