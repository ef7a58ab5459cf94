/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart as a plan: scales, marks from back to front, and the words around them. No size yet.
 *
 * Built by a chart, then only read. */
#pragma once

#include "plot/ink-mark.h"

G_BEGIN_DECLS

typedef struct _InkPlot InkPlot;

/**
 * InkPlotRender:
 * @width: in points
 * @height: in points
 * @theme: colours and fonts
 * @numbers: how numbers are written
 * @measure: (nullable): this thread's default
 * @mirrored: right to left
 * @transparent: leave the background out
 */
typedef struct
{
  double width;
  double height;
  const InkTheme *theme;
  const InkNumbers *numbers;
  InkTextMeasure *measure;
  gboolean mirrored;
  gboolean transparent;
} InkPlotRender;

InkPlot *ink_plot_new             (void) G_GNUC_WARN_UNUSED_RESULT;
void     ink_plot_free            (InkPlot *plot);
/* All nullable; the caption stands below. */
void     ink_plot_set_words       (InkPlot *plot, const char *title, const char *subtitle,
                                   const char *caption);
void     ink_plot_set_description (InkPlot *plot, const char *description);
/* Said in the middle instead of marks: what is missing, what to do. */
void     ink_plot_set_message     (InkPlot *plot, const char *message);
void     ink_plot_set_datum_label (InkPlot *plot, guint datum, const char *label);
/* Colours of %INK_COLOUR_SERIES in place of the theme's. */
void     ink_plot_set_series      (InkPlot *plot, const InkColour *colours, guint n);
/* Outside the frame, beyond what axes need, in points. */
void     ink_plot_set_insets      (InkPlot *plot, InkSides insets);
/* A strip of this height below the frame, @gap under it. */
void     ink_plot_set_strip       (InkPlot *plot, double height, double gap);
/* The scale's kind and padding; more may be set on what it returns. */
InkScale *ink_plot_use_scale      (InkPlot *plot, InkScaleName name, const InkScaleKind *kind);
/* Round ends for about so many ticks. */
void     ink_plot_set_nice        (InkPlot *plot, InkScaleName name, guint wanted);
/* (transfer none): the mark, to be bound and styled. */
InkMark *ink_plot_add             (InkPlot *plot, const InkMarkKind *kind, InkTable *table);

InkScene *ink_plot_render         (const InkPlot *plot, const InkPlotRender *render)
    G_GNUC_WARN_UNUSED_RESULT;
/* How high title, subtitle, caption and margins are at a width. */
double   ink_plot_get_frame_height (const InkPlot *plot, const InkPlotRender *render);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkPlot, ink_plot_free)

G_END_DECLS
