/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Score ranges are roots in the logarithm of the ratio, where they are nearly straight. */
#include "stats/ink-two-shares.h"

#include "stats/ink-normal.h"
#include "stats/ink-root.h"
#include "stats/ink-wilson.h"

/* No ratio of counts that fit 64 bits has a limit beyond e to this. */
#define FARTHEST_LOG 200

static const InkInterval undefined = { NAN, NAN };

static gboolean
is_complete (const InkTwoShares *shares)
{
  g_return_val_if_fail (shares != NULL, FALSE);
  g_return_val_if_fail (shares->x1 <= shares->n1 && shares->x2 <= shares->n2, FALSE);

  return shares->n1 > 0 && shares->n2 > 0;
}

double
ink_share_difference (const InkTwoShares *shares)
{
  if (!is_complete (shares))
    return NAN;

  return (double) shares->x1 / (double) shares->n1 - (double) shares->x2 / (double) shares->n2;
}

InkInterval
ink_share_difference_range (const InkTwoShares *shares)
{
  InkInterval one, two;
  double p1, p2;

  if (!is_complete (shares))
    return undefined;
  p1 = (double) shares->x1 / (double) shares->n1;
  p2 = (double) shares->x2 / (double) shares->n2;
  ink_wilson (shares->x1, shares->n1, &one.low, &one.high);
  ink_wilson (shares->x2, shares->n2, &two.low, &two.high);

  return (InkInterval) { p1 - p2 - hypot (p1 - one.low, two.high - p2),
                         p1 - p2 + hypot (one.high - p1, p2 - two.low) };
}

double
ink_share_difference_z (const InkTwoShares *shares,
                        double             *p_value)
{
  double z = NAN;

  if (is_complete (shares))
    {
      double n1 = (double) shares->n1, n2 = (double) shares->n2;
      double pooled = ((double) shares->x1 + (double) shares->x2) / (n1 + n2);

      if (pooled > 0 && pooled < 1)
        z = ink_share_difference (shares) / sqrt (pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    }
  if (p_value != NULL)
    *p_value = ink_normal_two_sided (z);

  return z;
}

double
ink_risk_ratio (const InkTwoShares *shares)
{
  if (!is_complete (shares) || (shares->x1 == 0 && shares->x2 == 0))
    return NAN;

  return (double) shares->x1 / (double) shares->n1
         / ((double) shares->x2 / (double) shares->n2);
}

typedef struct
{
  double x1, n1, x2, n2;
  double factor;
  double z;
} Score;

/* How far the observed shares are from those that fit them best among all with this ratio, less the
 * z that is sought. Falls with the ratio. */
static double
score (double        log_ratio,
       gconstpointer data)
{
  const Score *s = data;
  double ratio = exp (log_ratio), n = s->n1 + s->n2, total = s->x1 + s->x2;
  double b = s->n1 * ratio + s->x1 + s->n2 + s->x2 * ratio;
  double p2 = 2 * total / (b + sqrt (MAX (b * b - 4 * n * ratio * total, 0)));
  double p1 = MIN (ratio * p2, 1), difference = s->x1 / s->n1 - ratio * (s->x2 / s->n2);
  double variance = p1 * (1 - p1) / s->n1 + ratio * ratio * MIN (p2, 1) * (1 - MIN (p2, 1)) / s->n2;

  if (difference == 0)
    return -s->z;

  return difference / sqrt (s->factor * variance) - s->z;
}

static InkInterval
score_range (const InkTwoShares *shares,
             gboolean            corrected)
{
  Score s = { (double) shares->x1, (double) shares->n1, (double) shares->x2, (double) shares->n2 };
  InkInterval range = { 0, INFINITY };
  double n = s.n1 + s.n2;

  s.factor = corrected ? n / (n - 1) : 1;
  s.z = INK_Z95;
  if (shares->x1 > 0)
    range.low = exp (ink_root (score, &s, -FARTHEST_LOG, FARTHEST_LOG));
  s.z = -INK_Z95;
  if (shares->x2 > 0)
    range.high = exp (ink_root (score, &s, -FARTHEST_LOG, FARTHEST_LOG));

  return range;
}

static InkInterval
katz_range (const InkTwoShares *shares,
            double              added)
{
  double x1 = (double) shares->x1 + added, n1 = (double) shares->n1 + added;
  double x2 = (double) shares->x2 + added, n2 = (double) shares->n2 + added;

  if (x1 == 0 || x2 == 0)
    return undefined;

  return ink_interval_of_log (log (x1 / n1) - log (x2 / n2),
                              sqrt (1 / x1 - 1 / n1 + 1 / x2 - 1 / n2));
}

InkInterval
ink_risk_ratio_range (const InkTwoShares *shares,
                      InkRiskRatioMethod  method)
{
  if (!is_complete (shares))
    return undefined;
  switch (method)
    {
    case INK_RISK_RATIO_MIETTINEN_NURMINEN:
      return score_range (shares, TRUE);
    case INK_RISK_RATIO_KOOPMAN:
      return score_range (shares, FALSE);
    case INK_RISK_RATIO_KATZ:
      return katz_range (shares, 0);
    case INK_RISK_RATIO_KATZ_HALF:
      return katz_range (shares, 0.5);
    default:
      g_return_val_if_reached (undefined);
    }
}

double
ink_odds_ratio (const InkTwoShares *shares,
                gboolean            add_half,
                InkInterval        *range)
{
  double a, b, c, d, half = add_half ? 0.5 : 0, log_ratio;

  g_return_val_if_fail (range != NULL, NAN);

  *range = undefined;
  if (!is_complete (shares))
    return NAN;
  a = (double) shares->x1 + half;
  b = (double) (shares->n1 - shares->x1) + half;
  c = (double) shares->x2 + half;
  d = (double) (shares->n2 - shares->x2) + half;
  if (a == 0 || b == 0 || c == 0 || d == 0)
    return NAN;
  log_ratio = log (a) - log (b) - log (c) + log (d);
  *range = ink_interval_of_log (log_ratio, sqrt (1 / a + 1 / b + 1 / c + 1 / d));

  return a / b * (d / c);
}

double
ink_sample_ratio_p (guint64 n1,
                    guint64 n2,
                    double  planned)
{
  double n = (double) n1 + (double) n2, excess = (double) n1 - n * planned;

  g_return_val_if_fail (planned > 0 && planned < 1, NAN);

  return n > 0 ? ink_normal_two_sided (excess / sqrt (n * planned * (1 - planned))) : 1;
}
