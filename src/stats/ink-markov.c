/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-markov.h"

#include <math.h>

static void
add_path (const InkPath *path,
          guint          n_channels,
          double        *counts)
{
  gsize width = (gsize) n_channels + 2, row = 0;
  double people = path->conversions + path->nulls;

  for (gsize i = 0; i < path->n; i++)
    {
      counts[row * width + path->channels[i]] += people;
      row = 1 + (gsize) path->channels[i];
    }
  counts[row * width + n_channels] += path->conversions;
  counts[row * width + n_channels + 1] += path->nulls;
}

double *
ink_markov_transitions (const InkPath *paths,
                        gsize          n_paths,
                        guint          n_channels)
{
  gsize width = (gsize) n_channels + 2;
  double *counts = g_new0 (double, ((gsize) n_channels + 1) * width);

  g_return_val_if_fail (paths != NULL || n_paths == 0, counts);

  for (gsize i = 0; i < n_paths; i++)
    add_path (&paths[i], n_channels, counts);
  for (gsize row = 0; row <= n_channels; row++)
    {
      double sum = 0;

      for (gsize c = 0; c < width; c++)
        sum += counts[row * width + c];
      for (gsize c = 0; c < width && sum > 0; c++)
        counts[row * width + c] /= sum;
    }

  return counts;
}

static void
swap_rows (double *a,
           double *b,
           gsize   n)
{
  for (gsize i = 0; i < n; i++)
    {
      double kept = a[i];

      a[i] = b[i];
      b[i] = kept;
    }
}

/* Gauss with the largest pivot of the column; @matrix is n × (n + 1), its last column the right side
 * and then the solution. */
static void
solve (double *matrix,
       gsize   n)
{
  gsize width = n + 1;

  for (gsize i = 0; i < n; i++)
    {
      gsize pivot = i;

      for (gsize r = i + 1; r < n; r++)
        if (fabs (matrix[r * width + i]) > fabs (matrix[pivot * width + i]))
          pivot = r;
      swap_rows (matrix + i * width, matrix + pivot * width, width);
      for (gsize r = 0; r < n; r++)
        {
          double factor = matrix[r * width + i] / matrix[i * width + i];

          for (gsize c = i; c < width && r != i; c++)
            matrix[r * width + c] -= factor * matrix[i * width + c];
        }
    }
  for (gsize i = 0; i < n; i++)
    matrix[i * width + n] /= matrix[i * width + i];
}

/* P (conversion) from the start where what comes to @removed (@n_channels for none) is lost. Each channel's chance is the sum
 * of those of its next steps; every channel leaves in the end, so that the equations have a
 * solution. */
static double
conversion_without (const double *transitions,
                    guint         n_channels,
                    guint         removed,
                    double       *matrix)
{
  gsize n = n_channels, width = n + 2;
  double chance = transitions[n];

  for (gsize i = 0; i < n; i++)
    {
      for (gsize j = 0; j <= n; j++)
        {
          gboolean is_lost = i == removed || (j == removed && j < n);
          double step = is_lost ? 0 : transitions[(i + 1) * width + j];

          matrix[i * (n + 1) + j] = j == n ? step : (i == j) - step;
        }
    }
  solve (matrix, n);
  for (gsize i = 0; i < n; i++)
    if (i != removed)
      chance += transitions[i] * matrix[i * (n + 1) + n];

  return chance;
}

double
ink_markov_removal (const double *transitions,
                    guint         n_channels,
                    double       *effects)
{
  g_autofree double *matrix = NULL;
  double whole;

  g_return_val_if_fail (transitions != NULL, NAN);
  g_return_val_if_fail (effects != NULL || n_channels == 0, NAN);

  matrix = g_new (double, (gsize) n_channels * ((gsize) n_channels + 1) + 1);
  whole = conversion_without (transitions, n_channels, n_channels, matrix);
  for (guint c = 0; c < n_channels; c++)
    effects[c] = whole > 0 ? 1 - conversion_without (transitions, n_channels, c, matrix) / whole : 0;

  return whole;
}
