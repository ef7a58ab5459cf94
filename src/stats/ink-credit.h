/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules that share a conversion out to the channels before it. Rules, not effects. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkCreditRule:
 * @INK_CREDIT_FIRST: all to the first touch
 * @INK_CREDIT_LAST: all to the last
 * @INK_CREDIT_LINEAR: the same to each
 * @INK_CREDIT_POSITION: 40 % to the first and to the last, 20 % to those between; two get half each
 * @INK_CREDIT_DECAY: 2^(-days before the conversion / half-life), as shares of 1
 */
typedef enum
{
  INK_CREDIT_FIRST,
  INK_CREDIT_LAST,
  INK_CREDIT_LINEAR,
  INK_CREDIT_POSITION,
  INK_CREDIT_DECAY,
} InkCreditRule;

/* Half-life of the decay that Inkling shows, in days. */
#define INK_CREDIT_HALF_LIFE 7.0

/**
 * ink_credit_share:
 * @days: (array length=n) (nullable): before the conversion, for INK_CREDIT_DECAY only
 * @half_life: in days, for INK_CREDIT_DECAY only
 * @shares: (out) (array length=n): of each touch, 1 in all
 */
void ink_credit_share (InkCreditRule rule, const double *days, double half_life, gsize n,
                       double *shares);

/* Adds what @conversions along @path (channel numbers, in order) earn to @credit, by channel. */
void ink_credit_add   (InkCreditRule rule, const guint *path, const double *days, gsize n,
                       double half_life, double conversions, double *credit);

/**
 * ink_credit_add_shapley:
 *
 * What L. Shapley's value (1953) gives the channels of @path where a coalition is worth the
 * conversions of all paths that lie in it. That game is a sum of one simple game for each path, which
 * only its full set of channels wins, so each distinct channel of it gets the same: exact, for any
 * number of channels. Over all paths this adds up to the value of the whole.
 */
void ink_credit_add_shapley (const guint *path, gsize n, double conversions, double *credit);

G_END_DECLS
