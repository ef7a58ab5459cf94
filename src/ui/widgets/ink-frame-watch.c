/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-frame-watch.h"

struct _InkFrameWatch
{
  GtkWidget *widget;
  InkFrameWatchFunc drawn;
  gpointer data;

  GdkFrameClock *clock; /* while a frame is awaited that shows the answer of @asked */
  gulong painted;
  gint64 asked;
  gint64 answered; /* when the answer was there, */
  gint64 begun;    /* its frame began, */
  gint64 filled;   /* and what shows it was told */
};

InkFrameWatch *
ink_frame_watch_new (GtkWidget *widget,
                     InkFrameWatchFunc drawn,
                     gpointer data)
{
  InkFrameWatch *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && drawn != NULL, NULL);

  self = g_new0 (InkFrameWatch, 1);
  self->widget = widget;
  self->drawn = drawn;
  self->data = data;

  return self;
}

void
ink_frame_watch_cancel (InkFrameWatch *self)
{
  g_return_if_fail (self != NULL);

  if (self->clock == NULL)
    return;
  g_signal_handler_disconnect (self->clock, self->painted);
  g_clear_object (&self->clock);
}

void
ink_frame_watch_free (InkFrameWatch *self)
{
  if (self == NULL)
    return;
  ink_frame_watch_cancel (self);
  g_free (self);
}

static double
since (const InkFrameWatch *self,
       gint64 time)
{
  return (time - self->asked) / 1000.0;
}

static void
painted_cb (GdkFrameClock *clock,
            InkFrameWatch *self)
{
  double milliseconds = since (self, g_get_monotonic_time ());

  ink_frame_watch_cancel (self);
  if (g_getenv ("INK_FRAME_LOG") != NULL)
    g_printerr ("frame %s: answer %.1f, frame %.1f, filled %.1f, drawn %.1f ms\n",
                gtk_widget_get_name (self->widget), since (self, self->answered),
                since (self, self->begun), since (self, self->filled), milliseconds);
  self->drawn (milliseconds, self->data);
}

void
ink_frame_watch_answered (InkFrameWatch *self)
{
  g_return_if_fail (self != NULL);

  self->answered = g_get_monotonic_time ();
}

void
ink_frame_watch_began (InkFrameWatch *self)
{
  g_return_if_fail (self != NULL);

  self->begun = g_get_monotonic_time ();
}

void
ink_frame_watch_await (InkFrameWatch *self,
                       gint64 asked)
{
  g_return_if_fail (self != NULL);

  ink_frame_watch_cancel (self);
  self->filled = g_get_monotonic_time ();
  self->asked = asked;
  self->clock = g_object_ref (gtk_widget_get_frame_clock (self->widget));
  self->painted = g_signal_connect (self->clock, "after-paint", G_CALLBACK (painted_cb), self);
}
