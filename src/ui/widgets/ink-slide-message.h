/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What there is to know about a slide, above its words: that its message changed, with what to do
 * about it, or that it is frozen. */
#pragma once

#include "document/ink-slide-content.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_SLIDE_MESSAGE (ink_slide_message_get_type ())
/* Its buttons activate "report.take-title", "report.keep-title" and "report.frozen". */
G_DECLARE_FINAL_TYPE (InkSlideMessage, ink_slide_message, INK, SLIDE_MESSAGE, GtkWidget)

/* Hides where there is nothing to be said. @content: nullable. @old: (nullable): what the slide said
 * before (ink_slide_find_old_message()). */
void        ink_slide_message_set (InkSlideMessage *self, const InkSlideContent *content,
                                   const char *old);
/* What is said; NULL: nothing. */
const char *ink_slide_message_get_sentence (InkSlideMessage *self);

G_END_DECLS
