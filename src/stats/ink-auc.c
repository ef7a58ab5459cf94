/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-auc.h"

#include "stats/ink-normal.h"
#include "stats/ink-order.h"

/* For each person the share of the other kind that the score puts on the right side of it. */
typedef struct
{
  const guint8 *outcomes;
  gsize n;
  double yes;
  double no;
} People;

static People
read_people (const guint8 *outcomes,
             gsize         n)
{
  People people = { outcomes, n, 0, 0 };

  for (gsize i = 0; i < n; i++)
    *(outcomes[i] ? &people.yes : &people.no) += 1;

  return people;
}

/* One group of equal scores: converters beat those below and half of their equals. */
static void
place_ties (const People *people,
            const gsize  *tied,
            gsize         n_tied,
            double        yes_below,
            double        no_below,
            double       *placements)
{
  double yes = 0, no;

  for (gsize i = 0; i < n_tied; i++)
    yes += people->outcomes[tied[i]] != 0;
  no = (double) n_tied - yes;
  for (gsize i = 0; i < n_tied; i++)
    placements[tied[i]] = people->outcomes[tied[i]]
                            ? (no_below + no / 2) / people->no
                            : 1 - (yes_below + yes / 2) / people->yes;
}

static double *
find_placements (const People *people,
                 const double *scores)
{
  g_autofree gsize *order = ink_order (scores, people->n);
  double *placements = g_new (double, people->n + 1), yes = 0, no = 0;

  for (gsize i = 0; i < people->n;)
    {
      gsize end = i;

      while (end < people->n && scores[order[end]] == scores[order[i]])
        end++;
      place_ties (people, order + i, end - i, yes, no, placements);
      for (; i < end; i++)
        *(people->outcomes[order[i]] ? &yes : &no) += 1;
    }

  return placements;
}

/* The mean of the placements of one kind. */
static double
mean_of (const People *people,
         const double *placements,
         gboolean      kind)
{
  double sum = 0;

  for (gsize i = 0; i < people->n; i++)
    if ((people->outcomes[i] != 0) == kind)
      sum += placements[i];

  return sum / (kind ? people->yes : people->no);
}

/* The sample variance of the placements of both kinds, each over how many there are. */
static double
variance_of (const People *people,
             const double *placements)
{
  double means[2] = { mean_of (people, placements, FALSE), mean_of (people, placements, TRUE) };
  double squares[2] = { 0 };

  if (people->yes < 2 || people->no < 2)
    return NAN;
  for (gsize i = 0; i < people->n; i++)
    {
      gboolean kind = people->outcomes[i] != 0;
      double away = placements[i] - means[kind];

      squares[kind] += away * away;
    }

  return squares[FALSE] / (people->no - 1) / people->no
         + squares[TRUE] / (people->yes - 1) / people->yes;
}

static void
summarise (const People *people,
           const double *placements,
           InkAuc       *result)
{
  double reach;

  *result = (InkAuc) { NAN, NAN, { NAN, NAN } };
  if (people->yes == 0 || people->no == 0)
    return;
  result->auc = mean_of (people, placements, TRUE);
  result->variance = variance_of (people, placements);
  reach = INK_Z95 * sqrt (result->variance);
  if (!isnan (reach))
    result->range = (InkInterval) { MAX (result->auc - reach, 0), MIN (result->auc + reach, 1) };
}

void
ink_auc_estimate (const double *scores,
                  const guint8 *outcomes,
                  gsize         n,
                  InkAuc       *result)
{
  g_autofree double *placements = NULL;
  People people;

  g_return_if_fail (n == 0 || (scores != NULL && outcomes != NULL));
  g_return_if_fail (result != NULL);

  people = read_people (outcomes, n);
  placements = find_placements (&people, scores);
  summarise (&people, placements, result);
}

void
ink_auc_compare (const double     *scores,
                 const double     *other_scores,
                 const guint8     *outcomes,
                 gsize             n,
                 InkAucComparison *result)
{
  g_autofree double *placements = NULL, *other = NULL;
  double difference;
  People people;

  g_return_if_fail (n == 0 || (scores != NULL && other_scores != NULL && outcomes != NULL));
  g_return_if_fail (result != NULL);

  people = read_people (outcomes, n);
  placements = find_placements (&people, scores);
  other = find_placements (&people, other_scores);
  summarise (&people, placements, &result->one);
  summarise (&people, other, &result->other);
  difference = result->one.auc - result->other.auc;
  for (gsize i = 0; i < n; i++)
    placements[i] -= other[i];
  result->z = difference / sqrt (variance_of (&people, placements));
  if (difference == 0 && people.yes > 1 && people.no > 1)
    result->z = 0;
  result->p_value = ink_normal_two_sided (result->z);
}
