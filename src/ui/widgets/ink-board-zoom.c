/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How near the board is looked at: by keys, wheel, pinching and buttons. */

#include "config.h"

#include "ui/widgets/ink-board-private.h"

#include "plot/ink-numbers.h"
#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_ZOOM 0.4
#define MOST_ZOOM 2.0
#define WHEEL_STEP 1.1
/* In a smaller view the map would cover too much of it. */
#define LEAST_FOR_MAP 260

double
ink_board_get_zoom (InkBoard *self)
{
  g_return_val_if_fail (INK_IS_BOARD (self), 1);

  return ink_board_canvas_get_zoom (self->canvas);
}

static void
show_zoom (InkBoard *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  double zoom = ink_board_get_zoom (self);
  g_autofree char *percent = ink_numbers_count (&numbers, round (zoom * 100));
  /* Translators: how near the board is looked at. */
  g_autofree char *label = g_strdup_printf (_ ("%s\342\200\257%%"), percent);

  gtk_button_set_label (self->zoom_reset, label);
}

void
_ink_board_zoom_to (InkBoard *self,
                    double zoom)
{
  zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  /* Near enough to be meant: whole pixels are crisp. */
  if (fabs (zoom - 1) < 0.03)
    zoom = 1;
  ink_board_canvas_set_zoom (self->canvas, zoom);
  show_zoom (self);
}

void
_ink_board_zoom_by (InkBoard *self,
                    double factor)
{
  if (!self->narrow)
    _ink_board_zoom_to (self, ink_board_get_zoom (self) * factor);
}

void
_ink_board_zoom_fit (InkBoard *self)
{
  double width, height;

  ink_board_canvas_get_natural (self->canvas, &width, &height);
  _ink_board_zoom_to (self, MIN (1, MIN (gtk_widget_get_width (GTK_WIDGET (self)) / width,
                                         gtk_widget_get_height (GTK_WIDGET (self)) / height)));
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           InkBoard *self)
{
  GdkModifierType state
      = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  _ink_board_zoom_by (self, pow (WHEEL_STEP, -dy));

  return TRUE;
}

static void
pinch_begin_cb (GtkGestureZoom *gesture,
                GdkEventSequence *sequence,
                InkBoard *self)
{
  self->pinch_from = ink_board_get_zoom (self);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double scale,
          InkBoard *self)
{
  if (!self->narrow)
    _ink_board_zoom_to (self, self->pinch_from * scale);
}

static GtkWidget *
make_button (const char *icon,
             const char *hint,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  ink_compat_set_hint (button, hint);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
make_buttons (InkBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->zoom_reset = GTK_BUTTON (gtk_button_new ());
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->zoom_reset), "board.zoom-reset");
  gtk_widget_add_css_class (GTK_WIDGET (self->zoom_reset), "numeric");
  gtk_box_append (GTK_BOX (box),
                  make_button ("list-remove-symbolic", _ ("Smaller"), "board.zoom-out"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->zoom_reset));
  gtk_box_append (GTK_BOX (box),
                  make_button ("list-add-symbolic", _ ("Larger"), "board.zoom-in"));
  gtk_box_append (GTK_BOX (box),
                  make_button ("view-fullscreen-symbolic", _ ("See All"), "board.zoom-fit"));
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (box, "zoom-controls");

  return box;
}

static GtkWidget *
make_controls (InkBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->map = ink_board_map_new (self->canvas, self->scrolled);
  gtk_widget_set_halign (self->map, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->map);
  gtk_box_append (GTK_BOX (box), make_buttons (self));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_END);

  return box;
}

/* Is there more than can be seen, room that was added at the end aside? */
static gboolean
is_larger (GtkAdjustment *adjustment,
           int added)
{
  return gtk_adjustment_get_upper (adjustment) - added
         > gtk_adjustment_get_page_size (adjustment) + 1;
}

/* What lies over the board hides nothing: below its last cards there is as much room. */
static void
set_foot (InkBoard *self,
          gboolean needed)
{
  int height = 0;

  if (needed)
    gtk_widget_measure (self->zoom_controls, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL,
                        NULL);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->canvas), height);
}

static gboolean
update_controls_cb (gpointer data)
{
  InkBoard *self = data;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scrolled);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scrolled);
  int foot = gtk_widget_get_margin_bottom (GTK_WIDGET (self->canvas));
  gboolean larger = is_larger (across, 0) || is_larger (down, foot);
  double zoom = ink_board_get_zoom (self);
  gboolean wanted = !self->narrow && (larger || zoom < 1 || zoom > 1);

  self->update_controls = 0;
  gtk_widget_set_visible (self->zoom_controls, wanted);
  gtk_widget_set_visible (self->map, larger
                                         && gtk_adjustment_get_page_size (across) > LEAST_FOR_MAP
                                         && gtk_adjustment_get_page_size (down) > LEAST_FOR_MAP);
  gtk_widget_queue_resize (self->map);
  set_foot (self, wanted && is_larger (down, foot));

  return G_SOURCE_REMOVE;
}

/* Adjustments change while the board is laid out, when nothing can be shown or hidden. */
static void
update_controls (InkBoard *self)
{
  if (self->update_controls == 0)
    self->update_controls
        = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_controls_cb, self, NULL);
}

void
_ink_board_add_zoom (InkBoard *self)
{
  GtkEventController *scroll
      = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  self->zoom_controls = make_controls (self);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->zoom_controls);
  gtk_widget_set_visible (self->zoom_controls, FALSE);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed",
                           G_CALLBACK (update_controls), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scrolled), "changed",
                           G_CALLBACK (update_controls), self, G_CONNECT_SWAPPED);
  show_zoom (self);
}
