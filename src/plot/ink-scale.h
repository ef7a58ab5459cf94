/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From data to place: a domain trained on what is shown, a range in points, and ticks between. */
#pragma once

#include "base/ink-table.h"
#include "base/ink-time.h"

G_BEGIN_DECLS

typedef struct _InkScale InkScale;

/**
 * InkTick:
 * @value: in the domain
 * @step: to the next tick, for how many decimals a label needs; 0 where that says nothing
 * @period: for times, the unit between the ticks
 */
typedef struct
{
  double value;
  double step;
  InkPeriod period;
} InkTick;

/**
 * InkScaleKind:
 * @name: for programs
 * @train: (nullable): takes one finite value into the domain; the default widens it
 * @nice: (nullable): widens the domain to round ends
 * @map: value to place; NaN for what cannot be shown
 * @invert: (nullable): place to value
 * @ticks: (nullable): appends about @wanted InkTick to @ticks
 *
 * A row of ink_scale_kinds().
 */
typedef struct
{
  const char *name;
  void   (*train)  (InkScale *scale, double value);
  void   (*nice)   (InkScale *scale, guint wanted);
  double (*map)    (const InkScale *scale, double value);
  double (*invert) (const InkScale *scale, double position);
  void   (*ticks)  (const InkScale *scale, guint wanted, GArray *ticks);
} InkScaleKind;

extern const InkScaleKind ink_scale_linear;
extern const InkScaleKind ink_scale_log;
extern const InkScaleKind ink_scale_sqrt;
extern const InkScaleKind ink_scale_time;
/* Places side by side for the whole numbers 0 to n - 1; a place is its begin. */
extern const InkScaleKind ink_scale_band;
/* To 0-1 along a ramp of colours; diverging has its middle at 0. */
extern const InkScaleKind ink_scale_sequential;
extern const InkScaleKind ink_scale_diverging;
/* To the number of a colour of the palette. */
extern const InkScaleKind ink_scale_categorical;

const InkScaleKind *const *ink_scale_kinds     (void);
const InkScaleKind        *ink_scale_kind_find (const char *name);

/**
 * InkScale:
 * @low: of the domain; above @high while nothing was seen
 * @high: of the domain
 * @from: where @low lies, in points
 * @to: where @high lies, in points
 * @padding: between bands, as a part of what one takes with its padding, 0 to <1
 * @outer: before the first and after the last band, in the same measure
 * @zone: (nullable): of time ticks; UTC
 *
 * Filled while a plot is built and rendered, read-only for marks.
 */
struct _InkScale
{
  const InkScaleKind *kind;
  double low;
  double high;
  double from;
  double to;
  double padding;
  double outer;
  GTimeZone *zone;
};

void     ink_scale_init         (InkScale *scale, const InkScaleKind *kind);
gboolean ink_scale_is_trained   (const InkScale *scale);
void     ink_scale_train        (InkScale *scale, double value);
void     ink_scale_train_column (InkScale *scale, const InkTable *table, guint column);
void     ink_scale_nice         (InkScale *scale, guint wanted);
void     ink_scale_set_range    (InkScale *scale, double from, double to);
double   ink_scale_map          (const InkScale *scale, double value);
double   ink_scale_invert       (const InkScale *scale, double position);
GArray  *ink_scale_ticks        (const InkScale *scale, guint wanted) G_GNUC_WARN_UNUSED_RESULT;

/* Bands: how many, how wide one is, and one with its padding; others: 0. */
guint    ink_scale_get_n_bands  (const InkScale *scale);
double   ink_scale_get_band     (const InkScale *scale);
double   ink_scale_get_pitch    (const InkScale *scale);

/* A round step (1, 2 or 5 times a power of ten) that gives about @wanted parts of @span. */
double   ink_scale_round_step   (double span, guint wanted);

G_END_DECLS
