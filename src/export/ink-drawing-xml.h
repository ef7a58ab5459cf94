/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What slides and charts write alike: colours of the theme, fills, lines, runs of text. */
#pragma once

#include "charts/ink-native-chart.h"
#include "export/ink-xml.h"

G_BEGIN_DECLS

/* Lengths of presentations: English Metric Units. */
#define INK_EMU_PER_POINT 12700

void ink_drawing_fill (InkXml *xml, InkNativeInk ink);
/* @dashed: ISO 29500's dash. @width: in points. */
void ink_drawing_line (InkXml *xml, InkNativeInk ink, double width, gboolean dashed);
/* <c:txPr>: @size in points, @ink of the text. */
void ink_drawing_text_properties (InkXml *xml, const char *element, double size, InkNativeInk ink,
                                  const char *language);
/* A run of a paragraph. @element: "a:rPr", "a:defRPr" or "a:endParaRPr". */
void ink_drawing_font (InkXml *xml, const char *element, double size, gboolean bold,
                       InkNativeInk ink, const char *language);
/* Whether a paragraph of @text begins at the right. */
gboolean ink_drawing_is_right_to_left (const char *text);
/* The colour of ordinary text. */
#define INK_NATIVE_TEXT_INK INK_NATIVE_NO_INK

G_END_DECLS
