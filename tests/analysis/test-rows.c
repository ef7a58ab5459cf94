/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists of rows against the obvious way. */
#include "analysis/ink-rows.h"

#include <glib.h>

static InkRows *
make_rows (GRand *random,
           guint32 span)
{
  InkRows *rows = ink_rows_new ();

  for (guint32 row = 0; row < span; row++)
    if (g_rand_int_range (random, 0, 3) == 0)
      ink_rows_add (rows, row);
  return rows;
}

static void
test_seek (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (InkRows) rows = make_rows (random, 60);

      for (guint32 from = 0; from <= rows->n; from++)
        for (guint32 row = 0; row < 62; row++)
          {
            guint32 wanted = from;

            while (wanted < rows->n && rows->rows[wanted] < row)
              wanted++;
            g_assert_cmpuint (ink_rows_seek (rows->rows, rows->n, from, row), ==, wanted);
          }
    }
}

static gboolean
has (const InkRows *rows,
     guint32 row)
{
  for (guint32 i = 0; i < rows->n; i++)
    if (rows->rows[i] == row)
      return TRUE;

  return FALSE;
}

static void
test_union (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2);

  for (guint round = 0; round < 300; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 6);
      InkRows *lists[6];
      g_autoptr (InkRows) all = NULL;

      for (guint i = 0; i < n; i++)
        lists[i] = make_rows (random, (guint32) g_rand_int_range (random, 0, 50));
      all = ink_rows_union (lists, n);
      for (guint32 i = 1; i < all->n; i++)
        g_assert_cmpuint (all->rows[i - 1], <, all->rows[i]);
      for (guint32 row = 0; row < 50; row++)
        {
          gboolean wanted = FALSE;

          for (guint i = 0; i < n; i++)
            wanted = wanted || has (lists[i], row);
          g_assert_cmpint (has (all, row), ==, wanted);
        }
      for (guint i = 0; i < n; i++)
        ink_rows_unref (lists[i]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/rows/seek", test_seek);
  g_test_add_func ("/analysis/rows/union", test_union);

  return g_test_run ();
}
