/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pointer and touch on a chart's canvas. */

#include "ui/widgets/ink-chart-canvas-private.h"

static void
motion_cb (GtkEventControllerMotion *motion,
           double x,
           double y,
           InkChartCanvas *self)
{
  _ink_chart_canvas_hover (self, _ink_chart_canvas_pick (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *motion,
          InkChartCanvas *self)
{
  _ink_chart_canvas_hover (self, INK_NO_DATUM);
}

static void
clicked_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            InkChartCanvas *self)
{
  guint datum = _ink_chart_canvas_pick (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (datum != INK_NO_DATUM)
    _ink_chart_canvas_activate (self, datum);
}

static void
menu_pressed_cb (GtkGestureClick *click,
                 int n_press,
                 double x,
                 double y,
                 InkChartCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  _ink_chart_canvas_ask_menu (self, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *press,
                 double x,
                 double y,
                 InkChartCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  _ink_chart_canvas_ask_menu (self, x, y);
}

void
_ink_chart_canvas_add_pointer (InkChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}
