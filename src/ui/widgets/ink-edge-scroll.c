/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-edge-scroll.h"

#define EDGE 36.0       /* from here to the border it scrolls */
#define MOST_SPEED 18.0 /* pixels a frame */

struct _InkEdgeScroll
{
  GtkScrolledWindow *scrolled; /* not held */
  guint ticker;                /* 0: at rest */
  double x;                    /* of the pointer, in the scrolled window */
  double y;
};

InkEdgeScroll *
ink_edge_scroll_new (GtkScrolledWindow *scrolled)
{
  InkEdgeScroll *self;

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled), NULL);

  self = g_new0 (InkEdgeScroll, 1);
  self->scrolled = scrolled;

  return self;
}

void
ink_edge_scroll_free (InkEdgeScroll *self)
{
  g_return_if_fail (self != NULL);

  ink_edge_scroll_stop (self);
  g_free (self);
}

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
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  InkEdgeScroll *self = data;

  scroll_by (gtk_scrolled_window_get_hadjustment (self->scrolled),
             get_speed (self->x, gtk_widget_get_width (widget)));
  scroll_by (gtk_scrolled_window_get_vadjustment (self->scrolled),
             get_speed (self->y, gtk_widget_get_height (widget)));

  return G_SOURCE_CONTINUE;
}

void
ink_edge_scroll_follow (InkEdgeScroll *self,
                        GtkWidget *widget,
                        double x,
                        double y)
{
  GtkWidget *scrolled;

  g_return_if_fail (self != NULL);

  scrolled = GTK_WIDGET (self->scrolled);
  if (!gtk_widget_translate_coordinates (widget, scrolled, x, y, &self->x, &self->y))
    return;
  if (self->ticker == 0)
    self->ticker = gtk_widget_add_tick_callback (scrolled, tick_cb, self, NULL);
}

void
ink_edge_scroll_stop (InkEdgeScroll *self)
{
  g_return_if_fail (self != NULL);

  if (self->ticker != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scrolled), self->ticker);
  self->ticker = 0;
}
