/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* K-means with fixed seeds, and silhouettes. */
#include "analysis/ink-persona-clusters.h"

#include <math.h>
#include <string.h>

#define N_SEEDS 4
#define MOST_ROUNDS 30
/* What one group more must add: few that are clear say more than many that are a little clearer. */
#define LEAST_GAIN 0.02
/* Silhouettes look at each pair of so many points. */
#define MOST_IN_SILHOUETTE 700

typedef struct
{
  const float *points;
  guint n;
  guint dimensions;
} Points;

static const float *
get_point (const Points *points,
           guint index)
{
  return points->points + (gsize) index * points->dimensions;
}

static float
dot (const float *a,
     const float *b,
     guint dimensions)
{
  float sum = 0;

  for (guint i = 0; i < dimensions; i++)
    sum += a[i] * b[i];
  return sum;
}

/* ---- Chance that is always the same: xorshift64* (S. Vigna, 2016) ---- */

static double
draw (guint64 *state)
{
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return (double) (*state * G_GUINT64_CONSTANT (0x2545F4914F6CDD1D) >> 11) / 9007199254740992.0;
}

/* ---- One number of groups from one seed ---- */

typedef struct
{
  guint k;
  float *centres;
  guint8 *groups; /* of each point */
  double fit;     /* sum of cosines */
} Try;

static void
try_clear (Try *attempt)
{
  g_clear_pointer (&attempt->centres, g_free);
  g_clear_pointer (&attempt->groups, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Try, try_clear)

static float *
get_centre (const Try *attempt,
            guint group,
            guint dimensions)
{
  return attempt->centres + (gsize) group * dimensions;
}

/* A point with a chance in proportion to @weights; the last one where rounding says so. */
static guint
pick (const double *weights,
      guint n,
      guint64 *state)
{
  double sum = 0, at;

  for (guint i = 0; i < n; i++)
    sum += weights[i];
  at = draw (state) * sum;
  for (guint i = 0; i < n; i++)
    {
      at -= weights[i];
      if (at < 0)
        return i;
    }

  return n - 1;
}

/* k-means++ (D. Arthur & S. Vassilvitskii, 2007): far from those that were picked. */
static void
seed (Try *attempt,
      const Points *points,
      guint64 state)
{
  g_autofree double *weights = g_new (double, points->n);
  guint picked;

  for (guint i = 0; i < points->n; i++)
    weights[i] = 1;
  for (guint group = 0; group < attempt->k; group++)
    {
      picked = pick (weights, points->n, &state);
      memcpy (get_centre (attempt, group, points->dimensions), get_point (points, picked),
              points->dimensions * sizeof (float));
      for (guint i = 0; i < points->n; i++)
        {
          double distance = 1 - (double) dot (get_point (points, i), get_point (points, picked),
                                              points->dimensions);

          weights[i] = MIN (weights[i], MAX (distance, 0));
        }
    }
}

static guint
find_nearest (const float *centres,
              guint k,
              guint dimensions,
              const float *point,
              float *cosine)
{
  guint nearest = 0;
  float best = -2;

  for (guint i = 0; i < k; i++)
    {
      float near = dot (centres + (gsize) i * dimensions, point, dimensions);

      if (near > best)
        {
          best = near;
          nearest = i;
        }
    }
  *cosine = best;

  return nearest;
}

/* Returns: whether any point changed its group. */
static gboolean
assign (Try *attempt,
        const Points *points)
{
  gboolean changed = FALSE;

  attempt->fit = 0;
  for (guint i = 0; i < points->n; i++)
    {
      float cosine;
      guint group = find_nearest (attempt->centres, attempt->k, points->dimensions,
                                  get_point (points, i), &cosine);

      changed |= attempt->groups[i] != group;
      attempt->groups[i] = (guint8) group;
      attempt->fit += (double) cosine;
    }

  return changed;
}

/* A group that lost all its points keeps its centre. */
static void
move_centres (Try *attempt,
              const Points *points)
{
  guint dimensions = points->dimensions;
  g_autofree double *sums = g_new0 (double, (gsize) attempt->k * dimensions);

  for (guint i = 0; i < points->n; i++)
    for (guint j = 0; j < dimensions; j++)
      sums[(gsize) attempt->groups[i] * dimensions + j] += (double) get_point (points, i)[j];
  for (guint group = 0; group < attempt->k; group++)
    {
      const double *sum = sums + (gsize) group * dimensions;
      double length = 0;

      for (guint j = 0; j < dimensions; j++)
        length += sum[j] * sum[j];
      length = sqrt (length);
      for (guint j = 0; length > 0 && j < dimensions; j++)
        get_centre (attempt, group, dimensions)[j] = (float) (sum[j] / length);
    }
}

static gboolean
settle (Try *attempt,
        const Points *points,
        guint64 state,
        GCancellable *cancellable,
        GError **error)
{
  memset (attempt->groups, G_MAXUINT8, points->n);
  seed (attempt, points, state);
  for (guint round = 0; round < MOST_ROUNDS && assign (attempt, points); round++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      move_centres (attempt, points);
    }

  return TRUE;
}

static void
try_init (Try *attempt,
          const Points *points,
          guint k)
{
  attempt->k = k;
  attempt->centres = g_new0 (float, (gsize) k * points->dimensions);
  attempt->groups = g_malloc (points->n);
  attempt->fit = -1;
}

/* The best of all seeds. */
static gboolean
settle_best (Try *best,
             const Points *points,
             guint k,
             GCancellable *cancellable,
             GError **error)
{
  try_init (best, points, k);
  for (guint i = 0; i < N_SEEDS; i++)
    {
      g_auto (Try) attempt = { 0 };
      Try other;

      try_init (&attempt, points, k);
      if (!settle (&attempt, points, G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) * (i + 1) + k,
                   cancellable, error))
        return FALSE;
      if (attempt.fit <= best->fit + 1e-9 * points->n)
        continue;
      other = *best;
      *best = attempt;
      attempt = other;
    }

  return TRUE;
}

/* ---- Silhouettes ---- */

/* @distances: of each pair of the first @n points. */
static double
find_silhouette (const Try *attempt,
                 const float *distances,
                 guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      double to[G_MAXUINT8] = { 0 }, own, next = INFINITY;
      guint counts[G_MAXUINT8] = { 0 };
      guint group = attempt->groups[i];

      for (guint j = 0; j < n; j++)
        {
          to[attempt->groups[j]] += (double) distances[(gsize) i * n + j];
          counts[attempt->groups[j]]++;
        }
      if (counts[group] < 2)
        continue; /* alone: 0 */
      own = to[group] / (counts[group] - 1);
      for (guint other = 0; other < attempt->k; other++)
        if (other != group && counts[other] > 0)
          next = MIN (next, to[other] / counts[other]);
      if (isfinite (next) && MAX (own, next) > 0)
        sum += (next - own) / MAX (own, next);
    }

  return n > 0 ? sum / n : 0;
}

static float *
find_distances (const Points *points,
                guint n)
{
  float *distances = g_new (float, (gsize) n * n + 1);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j <= i; j++)
      {
        float distance
            = 1 - dot (get_point (points, i), get_point (points, j), points->dimensions);

        distances[(gsize) i * n + j] = distances[(gsize) j * n + i] = MAX (distance, 0);
      }
  for (guint i = 0; i < n; i++)
    distances[(gsize) i * n + i] = 0;

  return distances;
}

/* ---- All of it ---- */

static void
keep (InkClusters *clusters,
      Try *best,
      double silhouette)
{
  g_free (clusters->centres);
  clusters->k = best->k;
  clusters->centres = g_steal_pointer (&best->centres);
  clusters->silhouette = silhouette;
}

gboolean
ink_clusters_find (InkClusters *clusters,
                   const float *points,
                   guint n,
                   guint n_dimensions,
                   guint least,
                   guint most,
                   GCancellable *cancellable,
                   GError **error)
{
  const Points all = { points, n, n_dimensions };
  guint n_pairs = MIN (n, MOST_IN_SILHOUETTE);
  g_autofree float *distances = NULL;

  g_return_val_if_fail (clusters != NULL, FALSE);
  g_return_val_if_fail (n == 0 || points != NULL, FALSE);
  g_return_val_if_fail (least >= 2 && most < G_MAXUINT8, FALSE);

  *clusters = (InkClusters){ .n_dimensions = n_dimensions };
  distances = find_distances (&all, n_pairs);
  for (guint k = least; k <= MIN (most, n); k++)
    {
      g_auto (Try) best = { 0 };
      double silhouette;

      if (!settle_best (&best, &all, k, cancellable, error))
        return FALSE;
      silhouette = find_silhouette (&best, distances, n_pairs);
      if (silhouette > clusters->silhouette + LEAST_GAIN * (clusters->k > 0 ? k - clusters->k : 0))
        keep (clusters, &best, silhouette);
    }

  return TRUE;
}

void
ink_clusters_clear (InkClusters *clusters)
{
  g_return_if_fail (clusters != NULL);

  g_clear_pointer (&clusters->centres, g_free);
  clusters->k = 0;
}

guint
ink_clusters_nearest (const InkClusters *clusters,
                      const float *point)
{
  float cosine;

  g_return_val_if_fail (clusters != NULL && point != NULL, 0);

  return find_nearest (clusters->centres, clusters->k, clusters->n_dimensions, point, &cosine);
}
