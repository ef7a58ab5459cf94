/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-touch-drag.h"

gboolean
ink_touch_drag_is_touch (GtkEventController *controller)
{
  GdkDevice *device;

  g_return_val_if_fail (GTK_IS_EVENT_CONTROLLER (controller), FALSE);

  device = gtk_event_controller_get_current_event_device (controller);

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

GdkDrag *
ink_touch_drag_begin (GtkGesture *gesture,
                      GdkContentProvider *content,
                      GtkWidget *icon,
                      GdkDragAction actions)
{
  GtkWidget *widget;
  GdkDevice *device;
  GdkSurface *surface;
  GdkDrag *drag;
  g_autoptr (GdkPaintable) paintable = NULL;

  g_return_val_if_fail (GTK_IS_GESTURE (gesture), NULL);
  g_return_val_if_fail (GDK_IS_CONTENT_PROVIDER (content), NULL);
  g_return_val_if_fail (GTK_IS_WIDGET (icon), NULL);

  widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  device = gtk_gesture_get_device (gesture);
  surface = gtk_native_get_surface (gtk_widget_get_native (widget));
  if (device == NULL || surface == NULL)
    return NULL;
  drag = gdk_drag_begin (surface, device, content, actions, 0, 0);
  if (drag == NULL)
    return NULL;
  paintable = gtk_widget_paintable_new (icon);
  gtk_drag_icon_set_from_paintable (drag, paintable, 0, 0);
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (g_object_unref), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (g_object_unref), NULL);

  return drag;
}
