/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-welcome-page.h"

#include "document/ink-recovery.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-recent-row.h"

#include <glib/gi18n-lib.h>

struct _InkWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *columns;
  GtkBox *buttons;
  GtkWidget *lists;
  GtkWidget *drop_frame;
  GtkWidget *recovery_group;
  GtkListBox *recovery_list;
  GtkWidget *recent_group;
  GtkListBox *recent_list;

  GCancellable *looking; /* at what crashes left */
};

enum
{
  SIGNAL_RECOVER,
  SIGNAL_DISCARD,
  SIGNAL_FORGET,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkWelcomePage, ink_welcome_page, GTK_TYPE_WIDGET)

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

/* Nothing beside the drop frame: it stands in the middle. */
static void
show_lists (InkWelcomePage *self)
{
  gtk_widget_set_visible (self->lists, gtk_widget_get_visible (self->recent_group)
                                           || gtk_widget_get_visible (self->recovery_group));
}

/* ---- What a crash left ---- */

static void
discard_cb (GtkButton *button,
            InkWelcomePage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  g_signal_emit (self, signals[SIGNAL_DISCARD], 0, g_object_get_data (G_OBJECT (row), "recovery"));
}

static void
recovery_activated_cb (GtkListBox *list,
                       GtkListBoxRow *row,
                       InkWelcomePage *self)
{
  g_signal_emit (self, signals[SIGNAL_RECOVER], 0,
                 g_object_get_data (G_OBJECT (row), "recovery"));
}

static void
recover_cb (GtkButton *button,
            InkWelcomePage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  recovery_activated_cb (self->recovery_list, GTK_LIST_BOX_ROW (row), self);
}

static void
add_buttons (InkWelcomePage *self,
             GtkWidget *row)
{
  GtkWidget *discard = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkWidget *recover = gtk_button_new_with_mnemonic (_ ("_Open"));
  GtkWidget *const buttons[] = { discard, recover };

  ink_compat_set_hint (discard, _ ("Discard"));
  gtk_widget_add_css_class (discard, "flat");
  g_signal_connect (discard, "clicked", G_CALLBACK (discard_cb), self);
  g_signal_connect (recover, "clicked", G_CALLBACK (recover_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      gtk_widget_set_valign (buttons[i], GTK_ALIGN_CENTER);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), buttons[i]);
    }
}

/* Takes @recovery over. */
static GtkWidget *
make_recovery_row (InkWelcomePage *self,
                   InkRecovery *recovery)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (recovery->changed / G_USEC_PER_SEC);
  g_autofree char *when = g_date_time_format (time, _ ("last edited %x %H:%M"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), recovery->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  add_buttons (self, row);
  g_object_set_data_full (G_OBJECT (row), "recovery", recovery,
                          (GDestroyNotify) ink_recovery_free);
  return row;
}

static void
show_recoveries (InkWelcomePage *self,
                 GPtrArray *recoveries)
{
  clear_list (self->recovery_list);
  gtk_widget_set_visible (self->recovery_group, recoveries->len > 0);
  g_ptr_array_set_free_func (recoveries, NULL); /* each row takes its own over */
  for (guint i = 0; i < recoveries->len; i++)
    gtk_list_box_append (self->recovery_list,
                         make_recovery_row (self, g_ptr_array_index (recoveries, i)));
  show_lists (self);
}

static void
looked_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (GPtrArray) recoveries = g_task_propagate_pointer (G_TASK (result), NULL);

  if (recoveries != NULL)
    show_recoveries (INK_WELCOME_PAGE (source), recoveries);
}

static void
look_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  /* Two looks at once would lock each other's finds away. */
  static GMutex one_at_a_time;
  GPtrArray *found;

  g_mutex_lock (&one_at_a_time);
  found = ink_recovery_list ();
  g_mutex_unlock (&one_at_a_time);
  g_task_return_pointer (task, found, (GDestroyNotify) g_ptr_array_unref);
}

void
ink_welcome_page_refresh (InkWelcomePage *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (INK_IS_WELCOME_PAGE (self));

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_source_tag (task, ink_welcome_page_refresh);
  g_task_run_in_thread (task, look_thread);
}

/* ---- Recent projects ---- */

static void
forget_cb (InkRecentRow *row,
           InkWelcomePage *self)
{
  /* The list, and the row with it, is made anew while the signal runs. */
  g_autoptr (InkRecent) recent = ink_recent_copy (ink_recent_row_get_recent (row));

  g_signal_emit (self, signals[SIGNAL_FORGET], 0, recent);
}

static void
recent_activated_cb (GtkListBox *list,
                     GtkListBoxRow *row,
                     InkWelcomePage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "row.open", NULL);
}

void
ink_welcome_page_set_recent (InkWelcomePage *self,
                             GPtrArray *list)
{
  g_return_if_fail (INK_IS_WELCOME_PAGE (self));

  clear_list (self->recent_list);
  for (guint i = 0; i < list->len; i++)
    {
      GtkWidget *row = ink_recent_row_new (g_ptr_array_index (list, i));

      g_signal_connect (row, "forget", G_CALLBACK (forget_cb), self);
      gtk_list_box_append (self->recent_list, row);
    }
  gtk_widget_set_visible (self->recent_group, list->len > 0);
  show_lists (self);
}

void
ink_welcome_page_set_narrow (InkWelcomePage *self,
                             gboolean narrow)
{
  GtkOrientation orientation = narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  g_return_if_fail (INK_IS_WELCOME_PAGE (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons), orientation);
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

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_welcome_page_parent_class)->dispose (object);
}

static guint
make_signal (GObjectClass *klass,
             const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ink_welcome_page_class_init (InkWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_welcome_page_dispose;

  signals[SIGNAL_RECOVER] = make_signal (G_OBJECT_CLASS (klass), "recover");
  signals[SIGNAL_DISCARD] = make_signal (G_OBJECT_CLASS (klass), "discard");
  signals[SIGNAL_FORGET] = make_signal (G_OBJECT_CLASS (klass), "forget");

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-welcome-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, content);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, columns);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, buttons);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, lists);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, drop_frame);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, recovery_group);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, recovery_list);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, InkWelcomePage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, recovery_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated_cb);
}

static void
ink_welcome_page_init (InkWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));
}
