/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-slide.h"

#include <adwaita.h>
#include <math.h>

#define MILLISECONDS 220
/* What moves by less jumps. */
#define LEAST 1.0f

struct _InkBoardSlide
{
  GtkWidget *board;     /* not held */
  GHashTable *places;   /* card -> graphene_rect_t: where it was on the board */
  GHashTable *offsets;  /* card -> graphene_point_t: what glides now */
  AdwAnimation *motion; /* nullable */
  double left;          /* of the way, from 1 to 0 */
};

static void
moved_cb (double left,
          gpointer data)
{
  InkBoardSlide *self = data;
  GHashTableIter iter;
  gpointer card;

  self->left = left;
  g_hash_table_iter_init (&iter, self->offsets);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    if (gtk_widget_get_parent (card) != NULL)
      gtk_widget_queue_draw (gtk_widget_get_parent (card));
}

static void
done_cb (InkBoardSlide *self)
{
  moved_cb (0, self);
  g_hash_table_remove_all (self->offsets);
}

static void
stop (InkBoardSlide *self)
{
  if (self->motion == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->motion, self);
  adw_animation_reset (self->motion);
  g_clear_object (&self->motion);
  done_cb (self);
}

void
ink_board_slide_remember (InkBoardSlide *self,
                          GtkWidget *card)
{
  graphene_rect_t box;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (card));

  if (gtk_widget_get_mapped (card) && gtk_widget_compute_bounds (card, self->board, &box))
    g_hash_table_replace (self->places, g_object_ref (card), g_memdup2 (&box, sizeof box));
}

/* What was laid out anew at another width is no longer the same picture. */
static void
take_offset (InkBoardSlide *self,
             GtkWidget *card,
             const graphene_rect_t *old,
             float zoom)
{
  graphene_rect_t box;
  graphene_point_t offset;

  if (gtk_widget_get_parent (card) == NULL
      || !gtk_widget_compute_bounds (card, self->board, &box)
      || fabsf (box.size.width - old->size.width) > LEAST)
    return;
  offset = GRAPHENE_POINT_INIT ((old->origin.x - box.origin.x) / zoom,
                                (old->origin.y - box.origin.y) / zoom);
  if (fabsf (offset.x) >= LEAST || fabsf (offset.y) >= LEAST)
    g_hash_table_replace (self->offsets, g_object_ref (card), g_memdup2 (&offset, sizeof offset));
}

void
ink_board_slide_begin (InkBoardSlide *self,
                       double zoom)
{
  GHashTableIter iter;
  gpointer card, place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (zoom > 0);

  if (g_hash_table_size (self->places) == 0)
    return;
  stop (self);
  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &card, &place))
    take_offset (self, card, place, (float) zoom);
  g_hash_table_remove_all (self->places);
  if (g_hash_table_size (self->offsets) == 0)
    return;
  self->motion = adw_timed_animation_new (self->board, 1, 0, MILLISECONDS,
                                          adw_callback_animation_target_new (moved_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->motion), ADW_EASE_OUT_CUBIC);
  g_signal_connect_swapped (self->motion, "done", G_CALLBACK (done_cb), self);
  adw_animation_play (self->motion);
}

gboolean
ink_board_slide_get (InkBoardSlide *self,
                     GtkWidget *card,
                     graphene_point_t *offset)
{
  const graphene_point_t *whole;

  g_return_val_if_fail (self != NULL && offset != NULL, FALSE);

  whole = g_hash_table_lookup (self->offsets, card);
  if (whole == NULL)
    return FALSE;
  *offset = GRAPHENE_POINT_INIT (whole->x * (float) self->left, whole->y * (float) self->left);

  return TRUE;
}

InkBoardSlide *
ink_board_slide_new (GtkWidget *board)
{
  InkBoardSlide *self = g_new0 (InkBoardSlide, 1);

  self->board = board;
  self->places = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->offsets = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);

  return self;
}

void
ink_board_slide_free (InkBoardSlide *self)
{
  g_return_if_fail (self != NULL);

  stop (self);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->offsets);
  g_free (self);
}
