/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-late-bar.h"

#include <glib/gi18n-lib.h>

#define SHOW_AFTER_MILLISECONDS 500
#define PULSE_MILLISECONDS 100

struct _InkLateBar
{
  GtkWidget parent_instance;

  GtkProgressBar *bar;

  InkLive *live; /* nullable: of which it waits for the answer */
  guint show_source;
  guint pulse_source;
};

G_DEFINE_FINAL_TYPE (InkLateBar, ink_late_bar, GTK_TYPE_WIDGET)

/* A question that does not know how far it is, is only alive. */
static gboolean
pulse_cb (gpointer data)
{
  InkLateBar *self = data;
  double fraction = ink_live_get_fraction (self->live);

  if (fraction > 0)
    gtk_progress_bar_set_fraction (self->bar, fraction);
  else
    gtk_progress_bar_pulse (self->bar);

  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer data)
{
  InkLateBar *self = data;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->bar), TRUE);
  self->pulse_source = g_timeout_add (PULSE_MILLISECONDS, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

void
ink_late_bar_begin (InkLateBar *self,
                    InkLive *live)
{
  g_return_if_fail (INK_IS_LATE_BAR (self) && INK_IS_LIVE (live));

  g_set_object (&self->live, live);
  if (self->show_source == 0 && self->pulse_source == 0)
    self->show_source = g_timeout_add (SHOW_AFTER_MILLISECONDS, show_cb, self);
}

static void
forget (InkLateBar *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->pulse_source, g_source_remove);
  g_clear_object (&self->live);
}

void
ink_late_bar_end (InkLateBar *self)
{
  g_return_if_fail (INK_IS_LATE_BAR (self));

  forget (self);
  /* A bar that pulses goes on doing it while it is hidden. */
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
}

static void
ink_late_bar_dispose (GObject *object)
{
  InkLateBar *self = INK_LATE_BAR (object);

  forget (self);
  if (self->bar != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->bar));
  self->bar = NULL;

  G_OBJECT_CLASS (ink_late_bar_parent_class)->dispose (object);
}

static void
ink_late_bar_class_init (InkLateBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_late_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_late_bar_init (InkLateBar *self)
{
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), "osd");
  gtk_widget_set_visible (GTK_WIDGET (self->bar), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Counting"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ink_late_bar_new (void)
{
  return g_object_new (INK_TYPE_LATE_BAR, NULL);
}
