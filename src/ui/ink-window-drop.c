/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that are dropped on the window. */

#include "config.h"

#include "ui/ink-window-private.h"

static GdkDragAction
drop_enter_cb (GtkDropTarget *target,
               double x,
               double y,
               InkWindow *self)
{
  ink_welcome_page_set_dropping (self->welcome_page, TRUE);
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target,
               InkWindow *self)
{
  ink_welcome_page_set_dropping (self->welcome_page, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         InkWindow *self)
{
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  ink_welcome_page_set_dropping (self->welcome_page, FALSE);
  ink_window_open_files (self, (GFile **) files->pdata, (int) files->len);
  g_slist_free (dropped);

  return TRUE;
}

void
_ink_window_take_drops (InkWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (drop_enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
