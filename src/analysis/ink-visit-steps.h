/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The visits of a short journey, one after the other: what a person did in each, up to the sale. */
#pragma once

#include "analysis/ink-indicator-personas.h"

G_BEGIN_DECLS

/**
 * InkVisitEvent:
 * @marks: bits of the micros that it completes
 */
typedef struct
{
  gint64 time;
  guint64 marks;
} InkVisitEvent;

/**
 * InkVisit: a session up to and including the one of the sale, without passive events, without
 * repeats, and without the sale and all that follows it.
 * @events: (array length=n): may be none only in a buying visit
 * @is_buying: it ends with the sale
 * @earlier: visits of this person before it
 */
typedef struct
{
  guint32 person;
  const InkVisitEvent *events;
  guint n;
  gboolean is_buying;
  guint earlier;
  gint64 start;
} InkVisit;

typedef void (*InkVisitFunc) (const InkVisit *visit, gpointer data);

/* Calls @each for every visit of everybody, in order. FALSE with @error where it was cancelled. */
gboolean ink_visit_steps_each (const InkIndicatorFrame *frame, InkVisitFunc each, gpointer data,
                               GError **error);

G_END_DECLS
