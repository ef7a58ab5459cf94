/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every function of src/stats against files of reference values made with R and other tools. Given a
 * folder, it runs every file in there and prints what it compared; alone, it is a test. */
#include <math.h>
#include <stdio.h>

#include "stats/ink-cox.h"
#include "stats/ink-rate-ratio.h"
#include "stats/ink-reference.h"
#include "support/ink-test.h"

static void
print_line (const char *line)
{
  printf ("%s\n", line);
}

static void
print_message (const char *line)
{
  g_test_message ("%s", line);
}

static int
run_alone (const char *folder)
{
  guint64 n_compared;
  guint n_wrong = ink_reference_run_folder (folder, print_line, &n_compared);

  printf ("%" G_GUINT64_FORMAT " values compared, %u wrong\n", n_compared, n_wrong);

  return n_wrong > 0 || n_compared == 0;
}

static void
run_as_test (const char *folder)
{
  guint64 n_compared;
  guint n_wrong = ink_reference_run_folder (folder, print_message, &n_compared);

  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_compared, >, 0);
}

static void
test_own (void)
{
  g_autofree char *folder = ink_test_data ("stats", NULL);

  run_as_test (folder);
}

static void
test_shared (void)
{
  g_autofree char *folder = ink_test_shared ("reference/stats");

  if (folder != NULL)
    run_as_test (folder);
}

#define PEOPLE 150

/* People who do the micro on a day of their own; from then on they convert at three times the rate. */
typedef struct
{
  double start[2 * PEOPLE];
  double stop[2 * PEOPLE];
  double events[2 * PEOPLE];
  double exposed[2 * PEOPLE];
  gsize n;
} World;

static void
add_row (World  *world,
         double  start,
         double  stop,
         double  event,
         double  exposed)
{
  world->start[world->n] = start;
  world->stop[world->n] = stop;
  world->events[world->n] = event;
  world->exposed[world->n++] = exposed;
}

static void
add_person (World *world,
            GRand *random)
{
  double micro = g_rand_double_range (random, 0, 20), left = -log (1 - g_rand_double (random));
  double before = left / 0.03, after = micro + (left - micro * 0.03) / 0.09;

  if (before <= micro)
    add_row (world, 0, before, 1, 0);
  else
    {
      add_row (world, 0, micro, 0, 0);
      add_row (world, micro, MIN (after, 30), after <= 30, 1);
    }
}

/* Where rates are constant, Cox's ratio and Mantel and Haenszel's estimate the same thing. */
static void
test_cox_agrees (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (51);
  const guint worlds = 20;
  double apart = 0, sum = 0;

  for (guint w = 0; w < worlds; w++)
    {
      World world = { .n = 0 };
      InkRateStratum stratum = { 0 };
      InkRateRatio ratio;
      InkCoxFit fit;

      for (guint i = 0; i < PEOPLE; i++)
        add_person (&world, random);
      for (gsize i = 0; i < world.n; i++)
        {
          *(world.exposed[i] != 0 ? &stratum.d1 : &stratum.d0) += world.events[i];
          *(world.exposed[i] != 0 ? &stratum.y1 : &stratum.y0) += world.stop[i] - world.start[i];
        }
      ink_rate_ratio_estimate (&stratum, 1, &ratio);
      g_assert_true (ink_cox_fit (&(InkCox) { world.start, world.stop, world.events, world.exposed,
                                              world.n, 1, TRUE }, &fit));
      g_assert_cmpfloat (fabs (fit.coefficients[0] - ratio.log_ratio), <, 2 * ratio.se);
      apart += (fit.coefficients[0] - ratio.log_ratio) / worlds;
      sum += ratio.log_ratio / worlds;
    }
  g_assert_cmpfloat (fabs (apart), <, 0.1);
  g_assert_cmpfloat (fabs (sum - log (3)), <, 0.1);
}

int
main (int argc,
      char **argv)
{
  if (argc == 2 && argv[1][0] != '-')
    return run_alone (argv[1]);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/cox-agrees", test_cox_agrees);
  g_test_add_func ("/stats/reference/own", test_own);
  g_test_add_func ("/stats/reference/shared", test_shared);

  return g_test_run ();
}
