/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-scroll-bin.h"

/* Less than this is no use to scroll in. */
#define LEAST_HEIGHT 72

struct _InkScrollBin
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkWidget *child;
  int most;
};

G_DEFINE_FINAL_TYPE (InkScrollBin, ink_scroll_bin, GTK_TYPE_WIDGET)

static void
ink_scroll_bin_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  InkScrollBin *self = INK_SCROLL_BIN (widget);

  if (self->child == NULL)
    {
      *minimum = *natural = 0;
      return;
    }
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  if (self->most >= 0)
    *natural = MIN (*natural, self->most);
  *minimum = MIN (*natural, LEAST_HEIGHT);
}

static void
ink_scroll_bin_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  gtk_widget_allocate (INK_SCROLL_BIN (widget)->scrolled, width, height, -1, NULL);
}

static GtkSizeRequestMode
ink_scroll_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_scroll_bin_dispose (GObject *object)
{
  InkScrollBin *self = INK_SCROLL_BIN (object);

  self->child = NULL;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_scroll_bin_parent_class)->dispose (object);
}

static void
ink_scroll_bin_class_init (InkScrollBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_scroll_bin_dispose;
  widget_class->measure = ink_scroll_bin_measure;
  widget_class->size_allocate = ink_scroll_bin_size_allocate;
  widget_class->get_request_mode = ink_scroll_bin_get_request_mode;
}

static void
ink_scroll_bin_init (InkScrollBin *self)
{
  self->most = -1;
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
ink_scroll_bin_new (GtkWidget *child)
{
  InkScrollBin *self = g_object_new (INK_TYPE_SCROLL_BIN, NULL);

  self->child = child;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), child);

  return GTK_WIDGET (self);
}

void
ink_scroll_bin_set_most (InkScrollBin *self,
                         int most)
{
  g_return_if_fail (INK_IS_SCROLL_BIN (self));

  self->most = most;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
