/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is held over the board: where it would go, and what becomes of it when it is dropped. */

#include "ui/widgets/ink-board-private.h"

#include <math.h>

/* What is held over the middle of a card becomes part of it; nearer to an edge, its neighbour. */
#define MIDDLE_BEGINS 0.22

/* ---- The marks ---- */

static void
set_target (InkBoard *self,
            InkGoalCard *card)
{
  if (self->target == card)
    return;
  if (self->target != NULL)
    ink_goal_card_set_target (self->target, FALSE);
  self->target = card;
  if (card != NULL)
    ink_goal_card_set_target (card, TRUE);
}

void
_ink_board_stop_drag (InkBoard *self)
{
  ink_edge_scroll_stop (self->edge_scroll);
  set_target (self, NULL);
  ink_board_canvas_set_mark (self->canvas, INK_NO_POSITION, 0, NULL);
  ink_board_canvas_set_lane_mark (self->canvas, INK_NO_POSITION);
}

/* ---- Where it would go ---- */

typedef struct
{
  guint position; /* of a lane on the canvas */
  guint place;
  InkGoalCard *target; /* nullable */
} Spot;

static double
get_distance (const graphene_rect_t *box,
              double x,
              double y,
              gboolean vertical)
{
  double start = vertical ? box->origin.y : box->origin.x;
  double end = start + (vertical ? box->size.height : box->size.width);
  double at = vertical ? y : x;

  return at < start ? start - at : MAX (at - end, 0);
}

/* The nearest lane. */
static guint
find_lane (InkBoard *self,
           double x,
           double y)
{
  guint nearest = INK_NO_POSITION;
  double least = INFINITY;

  for (guint i = 0; i < ink_board_canvas_count_lanes (self->canvas); i++)
    {
      GtkWidget *lane = GTK_WIDGET (ink_board_canvas_get_lane (self->canvas, i));
      graphene_rect_t box;
      double distance;

      if (!ink_board_canvas_get_box (self->canvas, lane, &box))
        continue;
      distance = get_distance (&box, x, y, self->narrow);
      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }

  return nearest;
}

/* @but: (nullable): the card that is dragged itself; @into: cards take what is dropped on them. */
static Spot
find_spot (InkBoard *self,
           double x,
           double y,
           InkGoalCard *but,
           gboolean into)
{
  Spot spot = { find_lane (self, x, y), 0, NULL };
  InkGoalCard *card = into ? ink_board_canvas_find_card (self->canvas, x, y) : NULL;
  graphene_rect_t box;
  double lane_x, lane_y;
  InkBoardLane *lane;

  if (spot.position == INK_NO_POSITION)
    return spot;
  if (card != NULL && ink_board_canvas_get_box (self->canvas, GTK_WIDGET (card), &box)
      && y > box.origin.y + MIDDLE_BEGINS * box.size.height
      && y < box.origin.y + (1 - MIDDLE_BEGINS) * box.size.height)
    spot.target = card;
  lane = ink_board_canvas_get_lane (self->canvas, spot.position);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (lane), x, y,
                                        &lane_x, &lane_y))
    spot.place = ink_board_lane_find_place (lane, lane_y, but);

  return spot;
}

/* The lane before which a lane would go that is dropped there. */
static guint
find_lane_place (InkBoard *self,
                 double x,
                 double y)
{
  guint n = ink_board_count_lanes (self->definition);
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < n; i++)
    {
      graphene_rect_t box;
      double middle;

      if (!ink_board_canvas_get_box (
              self->canvas, GTK_WIDGET (ink_board_canvas_get_lane (self->canvas, i)), &box))
        continue;
      middle = self->narrow ? box.origin.y + box.size.height / 2
                            : box.origin.x + box.size.width / 2;
      if (self->narrow ? y < middle : mirrored ? x > middle : x < middle)
        return i;
    }

  return n;
}

static gboolean
holds (GtkDropTarget *target,
       GType type)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop != NULL && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), type);
}

static InkGoalCard *
get_dragged_card (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL && G_VALUE_HOLDS (value, INK_TYPE_GOAL_CARD) ? g_value_get_object (value)
                                                                    : NULL;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           InkBoard *self)
{
  gboolean events = holds (target, INK_TYPE_EVENT_NAMES);
  InkGoalCard *card = get_dragged_card (target);
  Spot spot;

  if (self->definition == NULL)
    return 0;
  ink_edge_scroll_follow (self->edge_scroll, GTK_WIDGET (self->canvas), x, y);
  if (holds (target, INK_TYPE_BOARD_LANE))
    {
      ink_board_canvas_set_lane_mark (self->canvas, find_lane_place (self, x, y));
      return GDK_ACTION_MOVE;
    }
  spot = find_spot (self, x, y, card, events);
  set_target (self, spot.target);
  ink_board_canvas_set_mark (self->canvas,
                             spot.target == NULL ? spot.position : INK_NO_POSITION, spot.place,
                             card);

  return events ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          InkBoard *self)
{
  _ink_board_stop_drag (self);
}

/* ---- Dropping ---- */

static gboolean
drop_events (InkBoard *self,
             const char *const *events,
             double x,
             double y)
{
  Spot spot = find_spot (self, x, y, NULL, TRUE);
  int lane;

  if (events == NULL || events[0] == NULL || spot.position == INK_NO_POSITION)
    return FALSE;
  lane = _ink_board_get_lane (self, spot.position);
  if (spot.target != NULL)
    _ink_board_add_events (self, ink_goal_card_get_goal (spot.target)->id, events);
  else
    _ink_board_add_goal (self, events, ink_board_choose_kind (self->definition, events, lane), lane,
                         spot.place);

  return TRUE;
}

static gboolean
drop_card (InkBoard *self,
           InkGoalCard *card,
           double x,
           double y)
{
  Spot spot = find_spot (self, x, y, card, FALSE);
  const char *id = ink_goal_card_get_goal (card)->id;

  /* A card of another window's board is none of ours. */
  if (_ink_board_find_card (self, id) != card || spot.position == INK_NO_POSITION)
    return FALSE;
  _ink_board_move_goal (self, id, _ink_board_get_lane (self, spot.position), spot.place);

  return TRUE;
}

static gboolean
drop_lane (InkBoard *self,
           InkBoardLane *lane,
           double x,
           double y)
{
  guint from = ink_board_canvas_get_position (self->canvas, GTK_WIDGET (lane));
  guint to = find_lane_place (self, x, y);

  if (!_ink_board_is_of_stage (self, GTK_WIDGET (lane)))
    return FALSE;
  _ink_board_move_lane (self, from, to > from ? to - 1 : to);

  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         InkBoard *self)
{
  _ink_board_stop_drag (self);
  if (self->definition == NULL)
    return FALSE;
  if (G_VALUE_HOLDS (value, INK_TYPE_EVENT_NAMES))
    return drop_events (self, g_value_get_boxed (value), x, y);
  if (G_VALUE_HOLDS (value, INK_TYPE_GOAL_CARD))
    return drop_card (self, g_value_get_object (value), x, y);
  if (G_VALUE_HOLDS (value, INK_TYPE_BOARD_LANE))
    return drop_lane (self, g_value_get_object (value), x, y);

  return FALSE;
}

void
_ink_board_add_drop_target (InkBoard *self)
{
  GType types[] = { INK_TYPE_EVENT_NAMES, INK_TYPE_GOAL_CARD, INK_TYPE_BOARD_LANE };

  self->edge_scroll = ink_edge_scroll_new (self->scrolled);
  self->drop_target
      = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY | GDK_ACTION_MOVE);
  gtk_drop_target_set_gtypes (self->drop_target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (self->drop_target, TRUE);
  g_signal_connect (self->drop_target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->drop_target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->drop_target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (self->drop_target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas),
                             GTK_EVENT_CONTROLLER (self->drop_target));
}
