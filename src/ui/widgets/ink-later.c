/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-later.h"

struct _InkLater
{
  GtkWidget parent_instance;

  GtkWidget *child;
  guint tick; /* while it waits for its turn */
  gboolean shown;
};

static void ink_later_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (InkLater, ink_later, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      ink_later_buildable_init))

/* ---- Turns ---- */

/* Of the frame in which the last turn was. */
static gint64 *
get_last_turn (GdkFrameClock *clock)
{
  gint64 *last = g_object_get_data (G_OBJECT (clock), "ink-last-turn");

  if (last == NULL)
    {
      last = g_new0 (gint64, 1);
      g_object_set_data_full (G_OBJECT (clock), "ink-last-turn", last, g_free);
    }
  return last;
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  InkLater *self = INK_LATER (widget);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);
  gint64 *last = get_last_turn (clock);

  if (frame <= *last)
    return G_SOURCE_CONTINUE;
  *last = frame;
  self->tick = 0;
  self->shown = TRUE;
  gtk_widget_set_child_visible (self->child, TRUE);
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

/* The next frame is that of what came first. */
static void
ink_later_map (GtkWidget *widget)
{
  InkLater *self = INK_LATER (widget);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 *last = get_last_turn (clock);

  GTK_WIDGET_CLASS (ink_later_parent_class)->map (widget);
  if (self->shown || self->child == NULL)
    return;
  *last = MAX (*last, gdk_frame_clock_get_frame_counter (clock) + 1);
  self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static void
ink_later_unmap (GtkWidget *widget)
{
  InkLater *self = INK_LATER (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  GTK_WIDGET_CLASS (ink_later_parent_class)->unmap (widget);
}

/* ---- As a widget ---- */

static void
ink_later_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  InkLater *self = INK_LATER (widget);

  *minimum = *natural = 0;
  if (self->shown)
    gtk_widget_measure (self->child, orientation,
                        orientation == GTK_ORIENTATION_HORIZONTAL ? -1 : for_size, minimum,
                        natural, NULL, NULL);
}

static void
ink_later_size_allocate (GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  InkLater *self = INK_LATER (widget);

  if (self->shown)
    gtk_widget_size_allocate (self->child, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
ink_later_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
take_child (InkLater *self,
            GtkWidget *child)
{
  g_return_if_fail (self->child == NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_widget_set_child_visible (child, FALSE);
  g_object_bind_property (child, "visible", self, "visible", G_BINDING_SYNC_CREATE);
}

static void
ink_later_add_child (GtkBuildable *buildable,
                     GtkBuilder *builder,
                     GObject *child,
                     const char *type)
{
  take_child (INK_LATER (buildable), GTK_WIDGET (child));
}

static void
ink_later_buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = ink_later_add_child;
}

static void
ink_later_dispose (GObject *object)
{
  g_clear_pointer (&INK_LATER (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_later_parent_class)->dispose (object);
}

static void
ink_later_class_init (InkLaterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_later_dispose;
  widget_class->map = ink_later_map;
  widget_class->unmap = ink_later_unmap;
  widget_class->measure = ink_later_measure;
  widget_class->size_allocate = ink_later_size_allocate;
  widget_class->get_request_mode = ink_later_get_request_mode;
}

static void
ink_later_init (InkLater *self)
{
}

GtkWidget *
ink_later_new (GtkWidget *child)
{
  InkLater *self = g_object_new (INK_TYPE_LATER, NULL);

  g_return_val_if_fail (GTK_IS_WIDGET (child), GTK_WIDGET (self));

  take_child (self, child);
  return GTK_WIDGET (self);
}

gboolean
ink_later_is_waiting (InkLater *self)
{
  g_return_val_if_fail (INK_IS_LATER (self), FALSE);

  return self->tick != 0;
}
