/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cox regression with values that change in time: an oracle for rate ratios, in tests only. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * InkCox:
 * @start, @stop: (array length=n): a person's row is at risk in (start, stop]
 * @events: (array length=n): 1 for an event at stop
 * @columns: (array): n × k, row by row
 * @efron: ties after B. Efron (1977), else after N. Breslow (1974)
 */
typedef struct
{
  const double *start;
  const double *stop;
  const double *events;
  const double *columns;
  gsize n;
  guint k;
  gboolean efron;
} InkCox;

typedef struct
{
  double coefficients[8];
  double ses[8];
  double log_likelihood_null;
  double log_likelihood;
  double score_test;
  double wald;
} InkCoxFit;

/* FALSE where there is no finite fit; at most 8 columns. n × (event times) × k² work a step. */
gboolean ink_cox_fit (const InkCox *model, InkCoxFit *fit);

G_END_DECLS
