/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-table-work.h"

#include "ui/widgets/ink-data-export.h"
#include "ui/widgets/ink-table-save.h"

#include <glib/gi18n-lib.h>

/* Between two looks at the clock; and for so long until the window has its turn. */
#define ROWS_AT_ONCE 256
#define TURN_MICROSECONDS 6000
/* What is done sooner needs no bar. */
#define SHOW_AFTER_MILLISECONDS 400

struct _InkTableWork
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkProgressBar *bar;

  InkDataExport *export; /* nullable: the rows are read */
  InkRowList *rows;
  gulong changed;
  guint turn_source;
  guint show_source;
  GCancellable *cancellable; /* nullable: nothing is done */
  GTimeZone *zone;           /* nullable */
  char *title;               /* nullable */
  char *ending;
  GFile *file;
};

G_DEFINE_FINAL_TYPE (InkTableWork, ink_table_work, GTK_TYPE_WIDGET)

/* ---- The end ---- */

static void
end (InkTableWork *self)
{
  g_clear_handle_id (&self->turn_source, g_source_remove);
  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->rows != NULL)
    g_clear_signal_handler (&self->changed, self->rows);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->export, ink_data_export_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->ending, g_free);
  g_clear_object (&self->file);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ink_table_work_stop (InkTableWork *self)
{
  g_return_if_fail (INK_IS_TABLE_WORK (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  end (self);
}

static void
changed_cb (InkTableWork *self)
{
  ink_table_work_stop (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s",
                              _ ("The table changed while it was being written, so no file was made. "
                                 "Save it again."));
}

/* ---- The file ---- */

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (InkTableWork) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = ink_table_write_finish (result, &error);

  /* Stopped: there is a new one, or none. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  end (self);
  ink_table_write_say (GTK_WIDGET (self), done ? NULL : error);
}

static void
write_file (InkTableWork *self)
{
  g_autoptr (InkTable) table = ink_data_export_end (g_steal_pointer (&self->export));

  g_clear_signal_handler (&self->changed, self->rows);
  gtk_progress_bar_set_text (self->bar, _ ("Writing the file"));
  ink_table_write_async (table, self->zone, self->title, self->ending, self->file,
                         self->cancellable, written_cb, g_object_ref (self));
}

/* ---- The rows ---- */

static gboolean
turn_cb (gpointer data)
{
  InkTableWork *self = data;
  gint64 until = g_get_monotonic_time () + TURN_MICROSECONDS;
  gboolean more;

  do
    more = ink_data_export_read (self->export, ROWS_AT_ONCE);
  while (more && g_get_monotonic_time () < until);
  gtk_progress_bar_set_fraction (self->bar, ink_data_export_get_progress (self->export));
  if (more)
    return G_SOURCE_CONTINUE;

  self->turn_source = 0;
  write_file (self);
  return G_SOURCE_REMOVE;
}

static gboolean
show_cb (gpointer data)
{
  InkTableWork *self = data;

  self->show_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  return G_SOURCE_REMOVE;
}

void
ink_table_work_start (InkTableWork *self,
                      const InkDataSource *source,
                      gpointer data,
                      InkRowList *rows,
                      GTimeZone *zone,
                      const char *title,
                      const char *ending,
                      GFile *file)
{
  g_return_if_fail (INK_IS_TABLE_WORK (self));
  g_return_if_fail (source != NULL && INK_IS_ROW_LIST (rows) && ending != NULL && G_IS_FILE (file));

  ink_table_work_stop (self);
  self->cancellable = g_cancellable_new ();
  self->rows = g_object_ref (rows);
  self->changed = g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (changed_cb), self);
  self->export = ink_data_export_new (source, data, rows, G_MAXUINT);
  self->zone = zone != NULL ? g_time_zone_ref (zone) : NULL;
  self->title = g_strdup (title);
  self->ending = g_strdup (ending);
  self->file = g_object_ref (file);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_progress_bar_set_text (self->bar, _ ("Reading the rows"));
  self->turn_source = g_idle_add (turn_cb, self);
  self->show_source = g_timeout_add (SHOW_AFTER_MILLISECONDS, show_cb, self);
}

gboolean
ink_table_work_is_at_work (InkTableWork *self)
{
  g_return_val_if_fail (INK_IS_TABLE_WORK (self), FALSE);

  return self->cancellable != NULL;
}

/* ---- Life ---- */

static void
ink_table_work_dispose (GObject *object)
{
  InkTableWork *self = INK_TABLE_WORK (object);

  ink_table_work_stop (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_table_work_parent_class)->dispose (object);
}

static void
stop_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  ink_table_work_stop (INK_TABLE_WORK (widget));
}

static void
ink_table_work_class_init (InkTableWorkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_table_work_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "work.stop", NULL, stop_action);
}

static void
ink_table_work_init (InkTableWork *self)
{
  GtkWidget *stop = gtk_button_new_with_mnemonic (_ ("_Stop"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  gtk_progress_bar_set_ellipsize (self->bar, PANGO_ELLIPSIZE_END);
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (stop), "work.stop");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self->box), stop);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ink_table_work_new (void)
{
  return g_object_new (INK_TYPE_TABLE_WORK, NULL);
}
