/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The numbers under a small histogram: every bin is as wide as the others, whatever it spans. A
 * place on it goes from 0 to 1; numbers that a hand picks are round. */
#pragma once

#include "base/ink-table.h"

G_BEGIN_DECLS

typedef struct _InkThresholdAxis InkThresholdAxis;

/* @histogram: as ink_spread_query_new() answers; nullable: no bins. */
InkThresholdAxis *ink_threshold_axis_new  (const InkTable *histogram) G_GNUC_WARN_UNUSED_RESULT;
void              ink_threshold_axis_free (InkThresholdAxis *self);

guint     ink_threshold_axis_count      (const InkThresholdAxis *self);
InkFormat ink_threshold_axis_get_format (const InkThresholdAxis *self);
/* Where it begins and ends; NaN without bins. */
double    ink_threshold_axis_get_start  (const InkThresholdAxis *self);
double    ink_threshold_axis_get_end    (const InkThresholdAxis *self);
/* Of one bin: where it begins, and its count as a share of the greatest one. */
double    ink_threshold_axis_get_from   (const InkThresholdAxis *self, guint bin);
double    ink_threshold_axis_get_share  (const InkThresholdAxis *self, guint bin);

/* Where a number lies, and which round number lies at a place; NaN without bins. */
double    ink_threshold_axis_get_place  (const InkThresholdAxis *self, double number);
double    ink_threshold_axis_get_number (const InkThresholdAxis *self, double place);
/* The round number @steps further; the edge of a bin, @by bins further. NaN where @number is or
 * there are no bins. */
double    ink_threshold_axis_step       (const InkThresholdAxis *self, double number, int steps);
double    ink_threshold_axis_step_bin   (const InkThresholdAxis *self, double number, int by);

G_END_DECLS
