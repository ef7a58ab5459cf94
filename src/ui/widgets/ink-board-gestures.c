/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The board by pointer and touch: picking, dragging, dropping. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include "ui/widgets/ink-touch-drag.h"

#define EDGE 36.0       /* from here to the border the board scrolls while something is dragged */
#define MOST_SPEED 18.0 /* pixels a frame */
/* What is held over the middle of a card becomes part of it; nearer to an edge, its neighbour. */
#define MIDDLE_BEGINS 0.22

/* ---- Picking ---- */

static void
pressed_cb (GtkGestureClick *gesture,
            int n,
            double x,
            double y,
            InkBoard *self)
{
  InkGoalCard *card = ink_board_canvas_find_card (self->canvas, x, y);
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  graphene_rect_t box;

  if (card == NULL)
    return;
  if (button == GDK_BUTTON_SECONDARY
      && ink_board_canvas_get_box (self->canvas, GTK_WIDGET (card), &box))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      _ink_board_show_menu (self, card, x - box.origin.x, y - box.origin.y);
      return;
    }
  if (button != GDK_BUTTON_PRIMARY)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (card));
  ink_board_select (self, ink_goal_card_get_goal (card)->id);
}

static void
released_cb (GtkGestureClick *gesture,
             int n,
             double x,
             double y,
             InkBoard *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  InkGoalCard *card = ink_board_canvas_find_card (self->canvas, x, y);

  if (button == GDK_BUTTON_PRIMARY && card == NULL && n == 1)
    _ink_board_follow_at (self, x, y);
  /* In a list there is no room for the sentence beside it: a tap opens it. */
  if (button == GDK_BUTTON_PRIMARY && card != NULL && (self->narrow || n == 2))
    gtk_widget_activate_action (GTK_WIDGET (self), "board.open", NULL);
}

/* ---- What is dragged ---- */

static InkBoardLane *
find_header_lane (InkBoard *self,
                  double x,
                  double y)
{
  GtkWidget *found = gtk_widget_pick (GTK_WIDGET (self->canvas), x, y, GTK_PICK_DEFAULT);
  GtkWidget *header;

  if (found == NULL || gtk_widget_get_ancestor (found, GTK_TYPE_ENTRY) != NULL
      || gtk_widget_get_ancestor (found, GTK_TYPE_MENU_BUTTON) != NULL)
    return NULL;
  header = gtk_widget_get_ancestor (found, INK_TYPE_LANE_HEADER);

  return header != NULL
             ? INK_BOARD_LANE (gtk_widget_get_ancestor (header, INK_TYPE_BOARD_LANE))
             : NULL;
}

static guint
find_position (InkBoard *self,
               InkBoardLane *lane)
{
  for (guint i = 0; i < ink_board_canvas_count_lanes (self->canvas); i++)
    if (ink_board_canvas_get_lane (self->canvas, i) == lane)
      return i;

  return INK_NO_POSITION;
}

static gboolean
is_of_stage (InkBoard *self,
             guint position)
{
  return position != INK_NO_POSITION && _ink_board_get_lane (self, position) != INK_NO_LANE;
}

/* What lies at the point and can be dragged, as content; NULL where nothing does. */
static GdkContentProvider *
take (InkBoard *self,
      double x,
      double y,
      GtkWidget **dragged)
{
  InkGoalCard *card = ink_board_canvas_find_card (self->canvas, x, y);
  InkBoardLane *lane = card == NULL ? find_header_lane (self, x, y) : NULL;

  if (card != NULL)
    {
      *dragged = GTK_WIDGET (card);
      return gdk_content_provider_new_typed (INK_TYPE_GOAL_CARD, card);
    }
  if (lane == NULL || !is_of_stage (self, find_position (self, lane)))
    return NULL;
  *dragged = GTK_WIDGET (ink_board_lane_get_header (lane));

  return gdk_content_provider_new_typed (INK_TYPE_BOARD_LANE, lane);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            InkBoard *self)
{
  GtkWidget *dragged = NULL;
  GdkContentProvider *content;
  g_autoptr (GdkPaintable) paintable = NULL;
  graphene_rect_t box = { 0 };

  /* A finger that moves scrolls; one that rests first, drags. */
  if (ink_touch_drag_is_touch (GTK_EVENT_CONTROLLER (source)))
    return NULL;
  content = take (self, x, y, &dragged);
  if (content == NULL)
    return NULL;
  paintable = gtk_widget_paintable_new (dragged);
  if (ink_board_canvas_get_box (self->canvas, dragged, &box))
    gtk_drag_source_set_icon (source, paintable, (int) (x - box.origin.x),
                              (int) (y - box.origin.y));

  return content;
}

static void
held_cb (GtkGestureLongPress *gesture,
         double x,
         double y,
         InkBoard *self)
{
  GtkWidget *dragged = NULL;
  g_autoptr (GdkContentProvider) content = take (self, x, y, &dragged);

  if (content == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  ink_touch_drag_begin (GTK_GESTURE (gesture), content, dragged, GDK_ACTION_MOVE);
}

/* ---- Scrolling along ---- */

static double
get_speed (double at,
           double size)
{
  if (at < EDGE)
    return -MOST_SPEED * (EDGE - MAX (at, 0)) / EDGE;
  if (at > size - EDGE)
    return MOST_SPEED * (EDGE - MAX (size - at, 0)) / EDGE;

  return 0;
}

static void
scroll_by (GtkAdjustment *adjustment,
           double by)
{
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + by);
}

static gboolean
autoscroll_cb (GtkWidget *widget,
               GdkFrameClock *clock,
               gpointer data)
{
  InkBoard *self = INK_BOARD (widget);
  GtkWidget *scrolled = GTK_WIDGET (self->scrolled);

  scroll_by (gtk_scrolled_window_get_hadjustment (self->scrolled),
             get_speed (self->pointer_x, gtk_widget_get_width (scrolled)));
  scroll_by (gtk_scrolled_window_get_vadjustment (self->scrolled),
             get_speed (self->pointer_y, gtk_widget_get_height (scrolled)));

  return G_SOURCE_CONTINUE;
}

static void
follow_pointer (InkBoard *self,
                double x,
                double y)
{
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), GTK_WIDGET (self->scrolled),
                                         x, y, &self->pointer_x, &self->pointer_y))
    return;
  if (self->autoscroll == 0)
    self->autoscroll
        = gtk_widget_add_tick_callback (GTK_WIDGET (self), autoscroll_cb, NULL, NULL);
}

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
  if (self->autoscroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->autoscroll);
  self->autoscroll = 0;
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

/* @but: (nullable): the card that is dragged itself; @into: cards take what is dropped on them. */
static Spot
find_spot (InkBoard *self,
           double x,
           double y,
           InkGoalCard *but,
           gboolean into)
{
  Spot spot = { ink_board_canvas_find_lane (self->canvas, x, y), 0, NULL };
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
  follow_pointer (self, x, y);
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
  guint from = find_position (self, lane);
  guint to = find_lane_place (self, x, y);

  if (!is_of_stage (self, from))
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

/* ---- The gestures ---- */

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               InkBoard *self)
{
  ink_board_set_waiting (self, TRUE);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag *drag,
             gboolean delete_data,
             InkBoard *self)
{
  ink_board_set_waiting (self, FALSE);
}

static void
add_drop_target (InkBoard *self)
{
  GType types[] = { INK_TYPE_EVENT_NAMES, INK_TYPE_GOAL_CARD, INK_TYPE_BOARD_LANE };

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

void
_ink_board_add_gestures (InkBoard *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (source));
  add_drop_target (self);
}
