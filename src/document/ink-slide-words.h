/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words around a slide's chart, where nobody wrote others: title, source line, speaker notes. */
#pragma once

#include "document/ink-slide-content.h"

G_BEGIN_DECLS

/* "Source: export with 20 000 people · 1 Jul 2026 – 30 Sep 2026 · only Buyer": what a result is of
 * that is shown now. */
char *ink_slide_words_data   (InkDefinition *definition, InkEventStore *store,
                              const InkFilter *filter, const InkNumbers *numbers)
    G_GNUC_WARN_UNUSED_RESULT;

/* For ink-slide-content.c; the chart's own words are in @content already. Source and notes:
 * nullable. */
char *ink_slide_words_title  (const InkSlideContent *content) G_GNUC_WARN_UNUSED_RESULT;
char *ink_slide_words_source (const InkSlideContent *content, const InkFilter *filter,
                              InkEventStore *store, const InkNumbers *numbers)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_slide_words_notes  (const InkSlideContent *content) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
