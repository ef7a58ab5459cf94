/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The board by pointer and touch: picking and dragging. */

#include "ui/widgets/ink-board-private.h"

#include "ui/widgets/ink-touch-drag.h"

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
  if (lane == NULL || !_ink_board_is_of_stage (self, GTK_WIDGET (lane)))
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
  _ink_board_add_drop_target (self);
}
