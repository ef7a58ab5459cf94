/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether personas differ: by how much, and in opposite directions. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkHeterogeneity:
 * @pooled: the mean of the log ratios weighted by 1 / s² (NaN for none)
 * @pooled_se: √(1 / Σ 1 / s²)
 * @q: W. G. Cochran's, Σ (b - pooled)² / s², df = n - 1
 * @q_p: its p-value; 1 for fewer than two
 * @i_square: max (0, (Q - df) / Q), in percent (J. Higgins & S. Thompson, 2002)
 * @q_plus: Σ (b / s)² of those above 0
 * @q_minus: the same of those below 0
 * @gail_simon: the smaller of the two: effects in opposite directions
 * @gail_simon_p: Σ_h C (n - 1, h) 2^-(n - 1) P (χ²_h >= @gail_simon), h = 1 … n - 1 (M. Gail &
 *   R. Simon, Biometrics 41 (1985) 361, as SAS has it); 1 where @gail_simon is 0
 */
typedef struct
{
  double pooled;
  double pooled_se;
  double q;
  double q_p;
  double i_square;
  double q_plus;
  double q_minus;
  double gail_simon;
  double gail_simon_p;
} InkHeterogeneity;

/* @log_ratios: (array length=n), one a persona, with their standard errors, finite and above 0. */
void     ink_heterogeneity (const double *log_ratios, const double *ses, gsize n,
                            InkHeterogeneity *result);

/* Whether the crude average and every persona stand on opposite sides of 1 (Simpson's paradox); all
 * as logarithms. FALSE for fewer than two personas. */
gboolean ink_is_simpson    (double crude_log_ratio, const double *log_ratios, gsize n);

G_END_DECLS
