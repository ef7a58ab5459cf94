/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-credit.h"

#include <math.h>

/* Against the latest touch, so that a long way back does not vanish altogether. */
static void
share_by_decay (const double *days,
                double        half_life,
                gsize         n,
                double       *shares)
{
  double latest = days[0], sum = 0;

  for (gsize i = 1; i < n; i++)
    latest = MIN (latest, days[i]);
  for (gsize i = 0; i < n; i++)
    {
      shares[i] = exp2 ((latest - days[i]) / half_life);
      sum += shares[i];
    }
  for (gsize i = 0; i < n; i++)
    shares[i] /= sum;
}

static double
share_by_position (gsize i,
                   gsize n)
{
  if (n <= 2)
    return 1 / (double) n;

  return i == 0 || i == n - 1 ? 0.4 : 0.2 / (double) (n - 2);
}

void
ink_credit_share (InkCreditRule rule,
                  const double *days,
                  double        half_life,
                  gsize         n,
                  double       *shares)
{
  g_return_if_fail (n == 0 || shares != NULL);
  g_return_if_fail (rule != INK_CREDIT_DECAY || n == 0 || (days != NULL && half_life > 0));

  if (rule == INK_CREDIT_DECAY && n > 0)
    {
      share_by_decay (days, half_life, n, shares);
      return;
    }
  for (gsize i = 0; i < n; i++)
    if (rule == INK_CREDIT_LINEAR)
      shares[i] = 1 / (double) n;
    else if (rule == INK_CREDIT_POSITION)
      shares[i] = share_by_position (i, n);
    else
      shares[i] = i == (rule == INK_CREDIT_FIRST ? 0 : n - 1) ? 1 : 0;
}

void
ink_credit_add (InkCreditRule rule,
                const guint  *path,
                const double *days,
                gsize         n,
                double        half_life,
                double        conversions,
                double       *credit)
{
  g_autofree double *shares = NULL;

  g_return_if_fail (n == 0 || (path != NULL && credit != NULL));

  shares = g_new (double, n + 1);
  ink_credit_share (rule, days, half_life, n, shares);
  for (gsize i = 0; i < n; i++)
    credit[path[i]] += shares[i] * conversions;
}

static gboolean
is_first_of_its_kind (const guint *path,
                      gsize        i)
{
  for (gsize j = 0; j < i; j++)
    if (path[j] == path[i])
      return FALSE;

  return TRUE;
}

void
ink_credit_add_shapley (const guint *path,
                        gsize        n,
                        double       conversions,
                        double      *credit)
{
  double distinct = 0;

  g_return_if_fail (n == 0 || (path != NULL && credit != NULL));

  for (gsize i = 0; i < n; i++)
    distinct += is_first_of_its_kind (path, i);
  for (gsize i = 0; i < n; i++)
    if (is_first_of_its_kind (path, i))
      credit[path[i]] += conversions / distinct;
}
