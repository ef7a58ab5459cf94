/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-dates-dialog.h"

#include "base/ink-time.h"

#include <glib/gi18n-lib.h>

struct _InkDatesDialog
{
  AdwWindow parent_instance;

  GtkCalendar *from;
  GtkCalendar *to;
  GtkWidget *show;
  GtkWidget *hint;

  GTimeZone *zone;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkDatesDialog, ink_dates_dialog, ADW_TYPE_WINDOW)

/* Midnight in the project's zone, @later days after the day that is picked. */
static gint64
get_time (InkDatesDialog *self,
          GtkCalendar *calendar,
          int later)
{
  g_autoptr (GDateTime) picked = gtk_calendar_get_date (calendar);
  g_autoptr (GDateTime) day = g_date_time_new (self->zone, g_date_time_get_year (picked),
                                               g_date_time_get_month (picked),
                                               g_date_time_get_day_of_month (picked), 0, 0, 0);
  g_autoptr (GDateTime) moved = g_date_time_add_days (day, later);

  return g_date_time_to_unix (moved) * G_USEC_PER_SEC;
}

static void
day_selected_cb (GtkCalendar *calendar,
                 InkDatesDialog *self)
{
  gboolean in_order = get_time (self, self->from, 0) <= get_time (self, self->to, 0);

  gtk_widget_set_sensitive (self->show, in_order);
  gtk_widget_set_visible (self->hint, !in_order);
}

static void
show_cb (GtkButton *button,
         InkDatesDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, get_time (self, self->from, 0),
                 get_time (self, self->to, 1) - 1);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ink_dates_dialog_finalize (GObject *object)
{
  g_clear_pointer (&INK_DATES_DIALOG (object)->zone, g_time_zone_unref);

  G_OBJECT_CLASS (ink_dates_dialog_parent_class)->finalize (object);
}

static void
ink_dates_dialog_class_init (InkDatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_dates_dialog_finalize;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                         G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-dates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, InkDatesDialog, from);
  gtk_widget_class_bind_template_child (widget_class, InkDatesDialog, to);
  gtk_widget_class_bind_template_child (widget_class, InkDatesDialog, show);
  gtk_widget_class_bind_template_child (widget_class, InkDatesDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ink_dates_dialog_init (InkDatesDialog *self)
{
  self->zone = g_time_zone_new_utc ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
select_day (GtkCalendar *calendar,
            gint64 time,
            GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) day = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;

  if (day != NULL)
    gtk_calendar_select_day (calendar, day);
}

InkDatesDialog *
ink_dates_dialog_new (GtkWindow *parent,
                      gint64 from,
                      gint64 to,
                      GTimeZone *zone)
{
  InkDatesDialog *self
      = g_object_new (INK_TYPE_DATES_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  g_time_zone_unref (self->zone);
  self->zone = g_time_zone_ref (zone);
  if (from != INK_TIME_NONE)
    select_day (self->from, from, zone);
  if (to != INK_TIME_NONE)
    select_day (self->to, to, zone);
  day_selected_cb (NULL, self);
  return self;
}
