/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every estimate of every micro conversion: adjusted, crude, by persona, early and late, and next to
 * the others; with what many tests at once cost. */
#pragma once

#include "analysis/ink-indicator-sums.h"
#include "stats/ink-heterogeneity.h"
#include "stats/ink-rate-ratio.h"

G_BEGIN_DECLS

/**
 * InkIndicatorRates:
 * @adjusted: compared inside strata
 * @q: of @adjusted, among all micros
 * @crude: as if all strata were one
 * @early, @late: the adjusted estimates on either side of the cut
 * @personas: (array): by persona
 * @persona_q: (array): by persona, among all micros and personas
 * @differences: of the personas that have a ratio and a range
 * @cochran_q, @gail_simon_q: of its two tests, each among all micros
 * @is_simpson: the crude average and all personas stand on opposite sides of 1
 * @joint_log_ratio: next to the others
 * @joint_se: INFINITY where it is not in the joint model
 */
typedef struct
{
  InkRateRatio adjusted;
  double q;
  InkRateRatio crude;
  InkRateRatio early;
  InkRateRatio late;
  InkRateRatio *personas;
  double *persona_q;
  InkHeterogeneity differences;
  double cochran_q;
  double gail_simon_q;
  gboolean is_simpson;
  double joint_log_ratio;
  double joint_se;
} InkIndicatorRates;

/**
 * InkIndicatorEstimates:
 * @n_personas: with everyone else
 * @present: (array length=n_personas): whether anybody was at risk in it; none where the project has
 *   no personas
 * @n_strata: of all cells
 */
typedef struct
{
  guint n_micros;
  guint n_personas;
  gboolean *present;
  guint n_strata;
  InkIndicatorRates *micros;
} InkIndicatorEstimates;

/* NULL with @error where it was cancelled. */
InkIndicatorEstimates *ink_indicator_estimates_new  (const InkIndicatorFrame *frame,
                                                     const InkIndicatorSums *sums,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Each by itself only: not next to the others, and not adjusted for how many there are. */
InkIndicatorEstimates *ink_indicator_estimates_new_apart (const InkIndicatorFrame *frame,
                                                          const InkIndicatorSums *sums,
                                                          GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Writes what many tests at once cost: every q, of all micros that are there. */
void                   ink_indicator_estimates_adjust (InkIndicatorEstimates *estimates);
/* Puts each micro from the @n_own -th on next to those before it, and no other. */
void                   ink_indicator_estimates_fit_next_to (InkIndicatorEstimates *estimates,
                                                            const InkIndicatorFrame *frame,
                                                            const InkIndicatorSums *sums,
                                                            guint n_own);
void                   ink_indicator_estimates_free (InkIndicatorEstimates *estimates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicatorEstimates, ink_indicator_estimates_free)

G_END_DECLS
