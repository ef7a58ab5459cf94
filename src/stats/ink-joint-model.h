/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All micro conversions at once: what each is worth on its own, next to the others. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Micro conversions are bits of one number. */
#define INK_JOINT_MODEL_MAX_MICROS 64

/**
 * InkJointCell:
 * @stratum: cells of one stratum follow one another
 * @done: bit k is set where micro k was done
 * @events: macro conversions in the cell
 * @days: its person-days, above 0
 */
typedef struct
{
  gsize stratum;
  guint64 done;
  double events;
  double days;
} InkJointCell;

/* The micros with at least one exposed event, as bits: the others have nothing to say. */
guint64  ink_joint_model_find_micros (const InkJointCell *cells, gsize n_cells);

/**
 * ink_joint_model_fit:
 * @cells: (array length=n_cells): strata in a fixed order; they are added up in it
 * @micros: bits of the micros to fit, usually what ink_joint_model_find_micros() says
 * @lambda: the ridge; 1 is the prior belief that 95 % of the ratios lie within 1/7 to 7
 * @log_ratios: (out) (array fixed-size=64): by bit; 0 for those left out
 * @ses: (out) (array fixed-size=64): from the penalised Hessian; INFINITY for those left out
 *
 * Poisson regression with the strata conditioned out (multinomial within each): maximises
 * Σ d x'b - Σ_s D_s log Σ_i y exp (x'b) - λ/2 Σ b², by Newton's method with halved steps from 0 until
 * no step is above 1e-10. K. Rothman, S. Greenland & T. Lash, Modern Epidemiology, ch. 21.
 *
 * Returns: FALSE, and nothing written, where there is no single finite maximum (only with @lambda 0)
 * or it was cancelled
 */
gboolean ink_joint_model_fit (const InkJointCell *cells, gsize n_cells, guint64 micros,
                              double lambda, GCancellable *cancellable, double *log_ratios,
                              double *ses) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
