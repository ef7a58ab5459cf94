/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "stats/ink-incidence.h"

#include "stats/ink-order.h"

gsize
ink_incidence_estimate (const double    *times,
                        const guint8    *ways,
                        gsize            n,
                        InkIncidenceRow *rows)
{
  g_autofree gsize *order = NULL;
  double staying = 1, converted = 0, left = 0;
  gsize n_rows = 0;

  g_return_val_if_fail (n == 0 || (times != NULL && ways != NULL && rows != NULL), 0);

  order = ink_order (times, n);
  for (gsize i = 0; i < n;)
    {
      double time = times[order[i]], at_risk = (double) (n - i), counts[3] = { 0 };

      for (; i < n && times[order[i]] == time; i++)
        counts[MIN (ways[order[i]], INK_WAY_OUT_LEFT)]++;
      converted += staying * counts[INK_WAY_OUT_CONVERTED] / at_risk;
      left += staying * counts[INK_WAY_OUT_LEFT] / at_risk;
      staying *= 1 - (counts[INK_WAY_OUT_CONVERTED] + counts[INK_WAY_OUT_LEFT]) / at_risk;
      rows[n_rows++] = (InkIncidenceRow) { time, converted, left };
    }

  return n_rows;
}
