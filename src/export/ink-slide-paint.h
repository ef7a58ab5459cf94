/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slide drawn: a page of the PDF, and what the window shows. */
#pragma once

#include "export/ink-deck.h"

G_BEGIN_DECLS

/* As InkDeckSlide; @scene: (nullable): drawn for ink_deck_get_body_size(). */
typedef struct
{
  const char *title;
  gboolean is_opening;
  const char *source;
  const InkScene *scene;
  const char *const *sentences;
} InkSlidePicture;

/* In points. */
void ink_slide_get_size (InkDeckShape shape, double *width, double *height);
/* @number: of the page. The ground is left to the caller. */
void ink_slide_paint    (const InkSlidePicture *slide, InkDeckShape shape, guint number,
                         cairo_t *cr);

G_END_DECLS
