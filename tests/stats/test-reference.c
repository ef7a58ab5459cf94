/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every function of src/stats against files of reference values made with R and other tools. Given a
 * folder, it runs every file in there and prints what it compared; alone, it is a test. */
#include <stdio.h>

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

int
main (int argc,
      char **argv)
{
  if (argc == 2 && argv[1][0] != '-')
    return run_alone (argv[1]);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stats/reference/own", test_own);
  g_test_add_func ("/stats/reference/shared", test_shared);

  return g_test_run ();
}
