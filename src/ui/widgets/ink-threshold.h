/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a popover holds in which a threshold of numbers is set: dragged over a small histogram, moved
 * by keys, or typed; it says how many events or people lie within.
 *
 * Asks only while it is shown. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-values-query.h"
#include "definition/ink-rule.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_THRESHOLD (ink_threshold_get_type ())
/* Signal "picked" (GArray of InkValue, pointer): the operator's values are these now: one number, or
 * two for INK_OP_BETWEEN, of which an absent one leaves its end open. While it is dragged, too. */
G_DECLARE_FINAL_TYPE (InkThreshold, ink_threshold, INK, THRESHOLD, GtkWidget)

GtkWidget *ink_threshold_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* Whose numbers: @of is copied. */
void       ink_threshold_set_source (InkThreshold *self, InkView *view, const InkValuesOf *of);
/* @op: one that compares numbers: >, >=, <, <=, between. (array length=n) */
void       ink_threshold_set_value  (InkThreshold *self, InkOp op, const InkValue *values, guint n);

G_END_DECLS
