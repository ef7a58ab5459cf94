/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slide as it will be: in the report's strip, and large. Live: it follows goals and data. */
#pragma once

#include <gtk/gtk.h>

#include "document/ink-document.h"
#include "document/ink-slide-content.h"

G_BEGIN_DECLS

/* Signs of a slide that keeps its numbers, and of one that says something else than before. */
#define INK_SLIDE_FROZEN_ICON "weather-snow-symbolic"
#define INK_SLIDE_CHANGED_ICON "dialog-information-symbolic"

#define INK_TYPE_SLIDE_VIEW (ink_slide_view_get_type ())
/* Signal "changed": what the slide shows is another one now. */
G_DECLARE_FINAL_TYPE (InkSlideView, ink_slide_view, INK, SLIDE_VIEW, GtkWidget)

GtkWidget             *ink_slide_view_new         (void) G_GNUC_WARN_UNUSED_RESULT;
/* @json: of the slide (nullable: none). @number: from 1. */
void                   ink_slide_view_set_slide   (InkSlideView *self, InkDocument *document,
                                                   const char *json, guint number);
/* (transfer none) (nullable): not there yet, or failed. */
const InkSlideContent *ink_slide_view_get_content (InkSlideView *self);
/* (transfer none) (nullable): none, or it cannot be read. */
InkSlide              *ink_slide_view_get_slide   (InkSlideView *self);
const char            *ink_slide_view_get_json    (InkSlideView *self); /* nullable */

/* A sign in its corner, with the words that it stands for; NULL, NULL: none. */
void                   ink_slide_view_set_mark    (InkSlideView *self, const char *icon,
                                                   const char *words);
const char            *ink_slide_view_get_mark    (InkSlideView *self); /* nullable: the words */

/* On a ground of its own, in the slide's own size in points. */
void                   ink_slide_view_paint       (InkSlideView *self, cairo_t *cr);

G_END_DECLS
