/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cards of the journey board glide from where they were to where they belong, so that the eye can
 * follow them. Only how they are drawn: they lie at their new place from the start. Nothing glides
 * where the desktop wants no motion. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _InkBoardSlide InkBoardSlide;

/* @board: on which they lie and whose frames move them; not held. */
InkBoardSlide *ink_board_slide_new      (GtkWidget *board) G_GNUC_WARN_UNUSED_RESULT;
void           ink_board_slide_free     (InkBoardSlide *self);
/* @card is at its old place. */
void           ink_board_slide_remember (InkBoardSlide *self, GtkWidget *card);
/* Everything lies at its new place: what was remembered glides there. @zoom: at which it lies. */
void           ink_board_slide_begin    (InkBoardSlide *self, double zoom);
/* How far @card is still off its place, without zoom; FALSE: it is there. */
gboolean       ink_board_slide_get      (InkBoardSlide *self, GtkWidget *card,
                                         graphene_point_t *offset);

G_END_DECLS
