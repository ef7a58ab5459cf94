/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How wide and high a text is, and how it is shortened or broken to fit.
 *
 * On a font map of its own without hinting, so that one layout serves every device and scale. One
 * is used by one thread at a time. */
#pragma once

#include <pango/pangocairo.h>

#include "plot/ink-theme.h"

G_BEGIN_DECLS

typedef struct _InkTextMeasure InkTextMeasure;

InkTextMeasure *ink_text_measure_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void            ink_text_measure_free        (InkTextMeasure *measure);
/* This thread's own; never freed by the caller. */
InkTextMeasure *ink_text_measure_get_default (void);

double ink_text_measure_width   (InkTextMeasure *measure, const InkFont *font, const char *text);
double ink_text_measure_ascent  (InkTextMeasure *measure, const InkFont *font);
double ink_text_measure_descent (InkTextMeasure *measure, const InkFont *font);
double ink_text_measure_line    (InkTextMeasure *measure, const InkFont *font);
char  *ink_text_measure_ellipsise (InkTextMeasure *measure, const InkFont *font, const char *text,
                                   double width) G_GNUC_WARN_UNUSED_RESULT;
char **ink_text_measure_wrap    (InkTextMeasure *measure, const InkFont *font, const char *text,
                                 double width, guint max_lines) G_GNUC_WARN_UNUSED_RESULT;

/* One line of text that may come from anywhere: valid UTF-8, no control characters, bounded. */
char  *ink_text_clean           (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Draws one line with its baseline beginning at (@x, @y). */
void   ink_text_measure_show    (InkTextMeasure *measure, cairo_t *cr, const InkFont *font,
                                 const char *text, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkTextMeasure, ink_text_measure_free)

G_END_DECLS
