/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/dialogs/ink-people-dialog.h"

#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>

/* More than anybody reads; a search finds the others. */
#define MOST_SHOWN 10000

struct _InkPeopleDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  GtkSearchEntry *search;
  GtkStack *stack;
  GtkStringList *names;

  InkEventStore *store;
  GArray *people;
};

G_DEFINE_FINAL_TYPE (InkPeopleDialog, ink_people_dialog, ADW_TYPE_WINDOW)

static void
show_names (InkPeopleDialog *self)
{
  g_autofree char *wanted
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < self->people->len && names->len < MOST_SHOWN; i++)
    {
      const char *name
          = ink_event_store_get_person_id (self->store, g_array_index (self->people, guint32, i));
      g_autofree char *folded = *wanted != '\0' ? g_utf8_casefold (name, -1) : NULL;

      if (folded == NULL || strstr (folded, wanted) != NULL)
        g_ptr_array_add (names, (char *) name);
    }
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          (const char *const *) names->pdata);
  gtk_stack_set_visible_child_name (self->stack, names->len > 1 ? "list" : "none");
}

static void
search_cb (GtkSearchEntry *entry,
           InkPeopleDialog *self)
{
  show_names (self);
}

static void
copy_cb (GtkButton *button,
         InkPeopleDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->people->len; i++)
    g_string_append_printf (
        text, "%s\n",
        ink_event_store_get_person_id (self->store, g_array_index (self->people, guint32, i)));
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
}

static void
ink_people_dialog_finalize (GObject *object)
{
  InkPeopleDialog *self = INK_PEOPLE_DIALOG (object);

  g_clear_pointer (&self->store, ink_event_store_unref);
  g_clear_pointer (&self->people, g_array_unref);

  G_OBJECT_CLASS (ink_people_dialog_parent_class)->finalize (object);
}

static void
ink_people_dialog_class_init (InkPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_people_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/dialogs/ink-people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, title);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, search);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, names);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ink_people_dialog_init (InkPeopleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ink_people_dialog_new (GtkWindow *parent,
                       const char *title,
                       InkEventStore *store,
                       GArray *people)
{
  InkPeopleDialog *self;
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autofree char *count = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (title != NULL && store != NULL && people != NULL, NULL);

  self = g_object_new (INK_TYPE_PEOPLE_DIALOG, "transient-for", parent, NULL);
  count = ink_numbers_count (&numbers, people->len);
  subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s person", "%s people", people->len), count);
  self->store = ink_event_store_ref (store);
  self->people = g_array_ref (people);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  show_names (self);

  return GTK_WIDGET (self);
}
