/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart as the slides' own charts have it: bars, columns, lines or points that stay editable in a
 * presentation, in the colours of its theme. Made from the same table as the drawing. */
#pragma once

#include "base/ink-table.h"

G_BEGIN_DECLS

typedef enum
{
  INK_NATIVE_BARS,    /* lying, the first category on top */
  INK_NATIVE_COLUMNS, /* standing */
  INK_NATIVE_LINES,
  INK_NATIVE_POINTS, /* x and y */
} InkNativeForm;

/* The colours of a presentation's theme; a template brings its own. */
typedef enum
{
  INK_NATIVE_ACCENT_1,
  INK_NATIVE_ACCENT_2,
  INK_NATIVE_ACCENT_3,
  INK_NATIVE_ACCENT_4,
  INK_NATIVE_ACCENT_5,
  INK_NATIVE_ACCENT_6,
  INK_NATIVE_DEEP_2, /* the second accent, darker */
  INK_NATIVE_GREY,
  INK_NATIVE_FAINT,
  INK_NATIVE_NO_INK,
} InkNativeInk;

typedef enum
{
  INK_NATIVE_NO_SYMBOL,
  INK_NATIVE_CIRCLE,
  INK_NATIVE_DIAMOND,
  INK_NATIVE_SQUARE,
  INK_NATIVE_TRIANGLE,
  INK_NATIVE_CROSS,
  INK_NATIVE_DASH,
  INK_NATIVE_PLUS,
} InkNativeSymbol;

/* Where labels stand; what a form does not allow makes PowerPoint repair the file: bars and columns
 * take END, points and lines the others (tests/export has the table). RIGHT becomes another side
 * where there is more room, if the ends of both axes are known. */
typedef enum
{
  INK_NATIVE_NO_LABELS,
  INK_NATIVE_LABELS_END,
  INK_NATIVE_LABELS_RIGHT,
  INK_NATIVE_LABELS_LEFT,
  INK_NATIVE_LABELS_ABOVE,
  INK_NATIVE_LABELS_BELOW,
} InkNativeLabels;

/**
 * InkNativePoint:
 * @x: of points
 * @y: NAN: nothing there, and lines break
 * @low, @high: its range upwards; NAN: none
 * @label: (nullable)
 */
typedef struct
{
  double x;
  double y;
  double low;
  double high;
  char *label;
} InkNativePoint;

/**
 * InkNativeSeries:
 * @has_line: points are joined, where nothing is missing between them
 * @is_dashed: its line
 * @is_aside: it explains, and is left out of the legend
 * @has_ranges: its points have them
 * @points: of InkNativePoint: one per category, or as many as there are
 */
typedef struct
{
  char *name;
  InkNativeInk ink;
  InkNativeSymbol symbol;
  InkNativeLabels labels;
  gboolean has_line;
  gboolean is_dashed;
  gboolean is_aside;
  gboolean has_ranges;
  GArray *points;
} InkNativeSeries;

/**
 * InkNativeAxis:
 * @title: (nullable)
 * @is_hidden: nothing of it is drawn
 * @is_log: by powers of two
 * @is_reversed: it begins at the other end
 * @low, @high: its ends; NAN: as the data has it
 */
typedef struct
{
  char *title;
  InkFormat format;
  gboolean is_hidden;
  gboolean is_log;
  gboolean is_reversed;
  double low;
  double high;
} InkNativeAxis;

/**
 * InkNativeChart:
 * @categories: of char, not for points
 * @x: of categories or points
 * @y: of the values
 * @gap: between bars, in per cent of their width
 * @has_legend: names of series are shown
 * @name_room: share of the width that is kept free on the left for names and the axis (points);
 * 0: as much as the axis needs
 * @value_room: the same on the right, for numbers
 */
typedef struct
{
  InkNativeForm form;
  GPtrArray *categories;
  GPtrArray *series;
  InkNativeAxis x;
  InkNativeAxis y;
  guint gap;
  gboolean has_legend;
  double name_room;
  double value_room;
} InkNativeChart;

InkNativeChart  *ink_native_chart_new  (InkNativeForm form) G_GNUC_WARN_UNUSED_RESULT;
void             ink_native_chart_free (InkNativeChart *chart);
void             ink_native_chart_add_category (InkNativeChart *chart, const char *name);
/* Nothing of it can be drawn. */
gboolean         ink_native_chart_is_empty (const InkNativeChart *chart);
/* (transfer none) */
InkNativeSeries *ink_native_chart_add_series   (InkNativeChart *chart, const char *name,
                                                InkNativeInk ink);
/* @label: nullable. */
void             ink_native_series_add (InkNativeSeries *series, double x, double y,
                                        const char *label);
void             ink_native_series_add_range (InkNativeSeries *series, double x, double y,
                                              double low, double high, const char *label);
/* A series' colour: those of ink_theme_slide, whose first six are the accents. */
InkNativeInk     ink_native_ink_for_series (guint series);

static inline const InkNativePoint *
ink_native_series_get (const InkNativeSeries *series,
                       guint index)
{
  return &g_array_index (series->points, InkNativePoint, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkNativeChart, ink_native_chart_free)

G_END_DECLS
