/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The slides of a report, small and in order: one is chosen, any can be dragged elsewhere. */
#pragma once

#include "ui/widgets/ink-slide-view.h"

G_BEGIN_DECLS

#define INK_TYPE_SLIDE_STRIP (ink_slide_strip_get_type ())
/* Signals: "chosen" (uint): by the user; "moved" (uint, uint): dragged from one place to another;
 * "shown" (InkSlideView): what a small slide shows is another one now, or is there at last. */
G_DECLARE_FINAL_TYPE (InkSlideStrip, ink_slide_strip, INK, SLIDE_STRIP, GtkWidget)

/* The slides of @document, of which the one at @chosen is the chosen one. */
void          ink_slide_strip_set_slides (InkSlideStrip *self, InkDocument *document,
                                          guint chosen);
/* (nullable) (transfer none) */
InkSlideView *ink_slide_strip_get_slide  (InkSlideStrip *self, guint place);

G_END_DECLS
