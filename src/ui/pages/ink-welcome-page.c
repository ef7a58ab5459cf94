/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-welcome-page.h"

#include "document/ink-recovery.h"

#include <glib/gi18n-lib.h>

struct _InkWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *drop_frame;
  GtkWidget *recovery_group;
  GtkListBox *recovery_list;
};

enum
{
  SIGNAL_RECOVER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkWelcomePage, ink_welcome_page, GTK_TYPE_WIDGET)

static GtkWidget *
make_recovery_row (InkRecovery *recovery)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (recovery->changed / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (time, _ ("last edited %x %H:%M"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), recovery->title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("document-revert-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "recovery", recovery,
                          (GDestroyNotify) ink_recovery_free);

  return row;
}

static void
recovery_activated_cb (GtkListBox *list,
                       GtkListBoxRow *row,
                       InkWelcomePage *self)
{
  g_signal_emit (self, signals[SIGNAL_RECOVER], 0,
                 g_object_get_data (G_OBJECT (row), "recovery"));
}

void
ink_welcome_page_refresh (InkWelcomePage *self)
{
  g_autoptr (GPtrArray) recoveries = ink_recovery_list ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recovery_list))) != NULL)
    gtk_list_box_remove (self->recovery_list, row);
  gtk_widget_set_visible (self->recovery_group, recoveries->len > 0);

  /* Each row takes its recovery over. */
  g_ptr_array_set_free_func (recoveries, NULL);
  for (guint i = 0; i < recoveries->len; i++)
    gtk_list_box_append (self->recovery_list,
                         make_recovery_row (g_ptr_array_index (recoveries, i)));
}

void
ink_welcome_page_set_dropping (InkWelcomePage *self,
                               gboolean dropping)
{
  if (dropping)
    gtk_widget_add_css_class (self->drop_frame, "dropping");
  else
    gtk_widget_remove_css_class (self->drop_frame, "dropping");
}

static void
ink_welcome_page_dispose (GObject *object)
{
  InkWelcomePage *self = INK_WELCOME_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_welcome_page_parent_class)->dispose (object);
}

static void
ink_welcome_page_class_init (InkWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_welcome_page_dispose;

  signals[SIGNAL_RECOVER] = g_signal_new ("recover", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-welcome-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, content);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, drop_frame);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, recovery_group);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, recovery_list);
  gtk_widget_class_bind_template_callback (widget_class, recovery_activated_cb);
}

static void
ink_welcome_page_init (InkWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
