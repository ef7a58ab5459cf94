/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names are found wherever they stand, by one thread and by two: at the ends of blocks of 64, where
 * the halves meet, in lists that hold something, and none at all. */
#include "analysis/ink-scan.h"

#define MOST_ROWS 2000500

static const guint32 sizes[] = { 1, 63, 64, 65, 1000, 2000000, 2000001, MOST_ROWS };

/* @share: one row in so many is one of the names that are looked for. */
static guint8 *
make_names (guint32 n,
            guint share)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n + share);
  guint8 *names = g_new (guint8, (gsize) n + 64);

  for (guint32 row = 0; row < n; row++)
    names[row] = (guint8) (g_rand_int (rand) % share == 0 ? g_rand_int (rand) % 3 : 9);
  return names;
}

static void
check (InkCodes names,
       guint32 n)
{
  static const guint32 wanted[] = { 2, 0, 7, 1 };
  InkRows *lists[G_N_ELEMENTS (wanted)];

  for (guint k = 0; k < G_N_ELEMENTS (wanted); k++)
    lists[k] = ink_rows_new ();
  ink_scan_each (names, n, wanted, G_N_ELEMENTS (wanted), lists);
  for (guint k = 0; k < G_N_ELEMENTS (wanted); k++)
    {
      guint32 found = 0;

      for (guint32 row = 0; row < n; row++)
        if (ink_codes_get (names, row) == wanted[k])
          {
            if (found >= lists[k]->n || lists[k]->rows[found] != row)
              g_error ("row %u of %u has the name %u", row, n, wanted[k]);
            found++;
          }
      g_assert_cmpuint (lists[k]->n, ==, found);
      /* A list that was made goes on to be added to. */
      ink_rows_add (lists[k], n);
      g_assert_cmpuint (lists[k]->rows[found], ==, n);
      ink_rows_unref (lists[k]);
    }
}

static void
test_bytes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint share = 1; share <= 64; share *= 8)
      {
        g_autofree guint8 *names = make_names (sizes[i], share);

        check ((InkCodes){ .width = 1, .data = names }, sizes[i]);
      }
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree guint8 *names = make_names (sizes[i], 4);
      g_autofree guint16 *wide = g_new (guint16, sizes[i]);

      for (guint32 row = 0; row < sizes[i]; row++)
        wide[row] = names[row];
      check ((InkCodes){ .width = 2, .data = wide }, sizes[i]);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/scan/bytes", test_bytes);
  g_test_add_func ("/analysis/scan/words", test_words);
  return g_test_run ();
}
