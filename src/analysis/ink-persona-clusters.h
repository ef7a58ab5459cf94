/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Points in groups of similar direction. The same points in the same order give the same groups:
 * whoever wants them whatever the order, sorts the points by something of their own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * InkClusters:
 * @k: how many groups; 0 where the points cannot be told apart
 * @n_dimensions: of a point
 * @centres: (array length=k*n_dimensions): of length 1
 * @silhouette: mean over (a sample of) the points, -1 to 1: how much nearer they are to their own
 *   group than to the next (P. Rousseeuw, 1987); distance is 1 - cosine
 */
typedef struct
{
  guint k;
  guint n_dimensions;
  float *centres;
  double silhouette;
} InkClusters;

/* Spherical k-means (I. Dhillon & D. Modha, 2001) for each number of groups from @least to @most, from
 * several seeds that are always the same; the number with the best silhouette. @points: @n times
 * @n_dimensions numbers, each point of length 1. FALSE with @error when cancelled. */
gboolean ink_clusters_find    (InkClusters *clusters, const float *points, guint n,
                               guint n_dimensions, guint least, guint most,
                               GCancellable *cancellable, GError **error);
void     ink_clusters_clear   (InkClusters *clusters);
/* The group that is nearest to @point. */
guint    ink_clusters_nearest (const InkClusters *clusters, const float *point);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkClusters, ink_clusters_clear)

G_END_DECLS
