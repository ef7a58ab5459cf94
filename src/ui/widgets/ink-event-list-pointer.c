/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of events by pointer and touch: menus, and what is dragged onto the board. */

#include "config.h"

#include "ui/widgets/ink-event-list-private.h"

#include "ui/widgets/ink-board.h"
#include "ui/widgets/ink-event-row.h"
#include "ui/widgets/ink-touch-drag.h"

static InkEventRow *
pick_row (InkEventList *self,
          double x,
          double y)
{
  GtkWidget *found = gtk_widget_pick (GTK_WIDGET (self->list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = NULL;

  if (found != NULL)
    row = gtk_widget_get_ancestor (found, INK_TYPE_EVENT_ROW);
  /* The pointer may be on the edge of the line, outside of what stands in it. */
  if (row == NULL && found != NULL && gtk_widget_get_parent (found) == GTK_WIDGET (self->list))
    row = gtk_widget_get_first_child (found);
  if (row == NULL || !INK_IS_EVENT_ROW (row)
      || ink_event_row_get_item (INK_EVENT_ROW (row))->name == NULL)
    return NULL;

  return INK_EVENT_ROW (row);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n,
            double x,
            double y,
            InkEventList *self)
{
  InkEventRow *row = pick_row (self, x, y);
  double own_x, own_y;

  if (row == NULL
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self->list), GTK_WIDGET (self), x, y,
                                            &own_x, &own_y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  _ink_event_list_show_menu (self, ink_event_row_get_item (row), own_x, own_y);
}

static GdkContentProvider *
take (InkEventList *self,
      InkEventRow *row)
{
  g_auto (GStrv) names = _ink_event_list_list_meant (self, ink_event_row_get_item (row));

  return gdk_content_provider_new_typed (INK_TYPE_EVENT_NAMES, names);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            InkEventList *self)
{
  InkEventRow *row = pick_row (self, x, y);
  g_autoptr (GdkPaintable) paintable = NULL;

  if (row == NULL || ink_touch_drag_is_touch (GTK_EVENT_CONTROLLER (source)))
    return NULL;
  paintable = gtk_widget_paintable_new (GTK_WIDGET (row));
  gtk_drag_source_set_icon (source, paintable, 12, 12);

  return take (self, row);
}

static void
touch_ended_cb (InkEventList *self)
{
  g_signal_emit_by_name (self, "dragging", FALSE);
}

static void
held_cb (GtkGestureLongPress *gesture,
         double x,
         double y,
         InkEventList *self)
{
  InkEventRow *row = pick_row (self, x, y);
  g_autoptr (GdkContentProvider) content = NULL;
  GdkDrag *drag;

  if (row == NULL)
    return;
  content = take (self, row);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  drag = ink_touch_drag_begin (GTK_GESTURE (gesture), content, GTK_WIDGET (row), GDK_ACTION_COPY);
  if (drag == NULL)
    return;
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (touch_ended_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (touch_ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_emit_by_name (self, "dragging", TRUE);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               InkEventList *self)
{
  g_signal_emit_by_name (self, "dragging", TRUE);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag *drag,
             gboolean delete_data,
             InkEventList *self)
{
  g_signal_emit_by_name (self, "dragging", FALSE);
}

void
_ink_event_list_add_gestures (InkEventList *self)
{
  GtkWidget *list = GTK_WIDGET (self->list);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (held_cb), self);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (source));
}
