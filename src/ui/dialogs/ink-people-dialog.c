/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/dialogs/ink-people-dialog.h"

#include "ui/pages/ink-data-people.h"
#include "ui/pages/ink-data-words.h"
#include "ui/pages/ink-person-view.h"

#include <glib/gi18n-lib.h>

struct _InkPeopleDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *title;
  AdwWindowTitle *person_title;
  AdwLeaflet *leaflet;
  GtkWidget *list_page;
  GtkWidget *person_page;
  GtkWidget *back;
  GtkStack *person_stack;
  AdwBin *list_place;
  AdwBin *person_place;

  InkDataPeople *list;
  InkPersonView *person;
  GArray *people; /* nullable: of guint32, numbers of @store */
  InkEventStore *store; /* nullable: that they are numbers of */
};

G_DEFINE_FINAL_TYPE (InkPeopleDialog, ink_people_dialog, ADW_TYPE_WINDOW)

/* ---- One person ---- */

void
ink_people_dialog_show_person (InkPeopleDialog *self,
                               const char *id)
{
  g_return_if_fail (INK_IS_PEOPLE_DIALOG (self));
  g_return_if_fail (id != NULL);

  ink_person_view_set_person (self->person, id);
  adw_window_title_set_title (self->person_title, id);
  gtk_stack_set_visible_child_name (self->person_stack, "person");
  adw_leaflet_set_visible_child (self->leaflet, self->person_page);
  if (adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (self->back);
}

static void
opened_cb (InkDataPeople *list,
           const char *id,
           InkPeopleDialog *self)
{
  ink_people_dialog_show_person (self, id);
}

static void
summary_cb (InkPeopleDialog *self)
{
  const char *summary = ink_data_part_get_summary (INK_DATA_PART (self->person));

  adw_window_title_set_subtitle (self->person_title, summary != NULL ? summary : "");
}

static void
go_back (InkPeopleDialog *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->list_page);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
back_cb (GtkButton *button,
         InkPeopleDialog *self)
{
  go_back (self);
}

/* Escape goes back before it closes. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer data)
{
  InkPeopleDialog *self = INK_PEOPLE_DIALOG (widget);

  if (adw_leaflet_get_folded (self->leaflet)
      && adw_leaflet_get_visible_child (self->leaflet) == self->person_page)
    go_back (self);
  else
    gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}

/* Numbers of people are those of a store; with another store they are found again by their ids. */
static void
follow_store (InkPeopleDialog *self,
              InkEventStore *store)
{
  g_autoptr (GArray) people = NULL;

  if (self->people == NULL || store == self->store)
    return;
  people = g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->people->len);
  for (guint i = 0; i < self->people->len; i++)
    {
      guint32 person = ink_event_store_find_person (
          store, ink_event_store_get_person_id (self->store,
                                                g_array_index (self->people, guint32, i)));

      if (person != INK_NO_PERSON)
        g_array_append_val (people, person);
    }
  g_array_unref (self->people);
  self->people = g_array_ref (people);
  ink_event_store_unref (self->store);
  self->store = ink_event_store_ref (store);
  ink_data_people_set_people (self->list, self->people);
}

static void
erased_cb (InkPersonView *view,
           const char *id,
           InkPeopleDialog *self)
{
  follow_store (self,
                ink_document_get_store (ink_data_part_get_document (INK_DATA_PART (view))));
  gtk_stack_set_visible_child_name (self->person_stack, "none");
  adw_window_title_set_title (self->person_title, "");
  adw_window_title_set_subtitle (self->person_title, "");
  go_back (self);
}

/* ---- The list ---- */

static void
count_cb (InkPeopleDialog *self)
{
  guint n = ink_data_people_get_n (self->list);
  g_autofree char *count = n != G_MAXUINT ? ink_data_people (n) : NULL;

  if (count != NULL)
    adw_window_title_set_subtitle (self->title, count);
}

static void
copy_cb (GtkButton *button,
         InkPeopleDialog *self)
{
  g_autofree char *text = ink_data_people_to_text (self->list);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
ink_people_dialog_finalize (GObject *object)
{
  InkPeopleDialog *self = INK_PEOPLE_DIALOG (object);

  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->store, ink_event_store_unref);

  G_OBJECT_CLASS (ink_people_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/dialogs/ink-people-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, title);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, person_title);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, leaflet);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, list_page);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, person_page);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, back);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, person_stack);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, list_place);
  gtk_widget_class_bind_template_child (widget_class, InkPeopleDialog, person_place);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

/* What lists ask of the project's window. */
static void
forward_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (parent), name, parameter);
}

static void
ink_people_dialog_class_init (InkPeopleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_people_dialog_finalize;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "win.add-slide", "s", forward_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", forward_action);
  gtk_widget_class_install_action (widget_class, "win.say", "s", forward_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
ink_people_dialog_init (InkPeopleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = g_object_new (INK_TYPE_DATA_PEOPLE, NULL);
  self->person = g_object_new (INK_TYPE_PERSON_VIEW, NULL);
  adw_bin_set_child (self->list_place, GTK_WIDGET (self->list));
  adw_bin_set_child (self->person_place, GTK_WIDGET (self->person));
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, 0);
  g_signal_connect_object (self->list, "notify::summary", G_CALLBACK (count_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "notify::summary", G_CALLBACK (summary_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->person, "erased", G_CALLBACK (erased_cb), self, 0);
  g_object_bind_property (self->leaflet, "folded", self->back, "visible", G_BINDING_SYNC_CREATE);
}

static InkPeopleDialog *
make_dialog (GtkWindow *parent,
             const char *title)
{
  InkPeopleDialog *self = g_object_new (INK_TYPE_PEOPLE_DIALOG, "transient-for", parent, NULL);

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  return self;
}

static void
set_view (InkPeopleDialog *self,
          InkView *view)
{
  ink_data_part_set_view (INK_DATA_PART (self->list), view);
  ink_data_part_set_view (INK_DATA_PART (self->person), view);
}

GtkWidget *
ink_people_dialog_new (GtkWindow *parent,
                       InkView *view,
                       const char *title,
                       GArray *people)
{
  InkPeopleDialog *self;
  g_autofree char *count = NULL;

  g_return_val_if_fail (INK_IS_VIEW (view) && title != NULL && people != NULL, NULL);

  self = make_dialog (parent, title);
  self->people = g_array_ref (people);
  self->store = ink_event_store_ref (ink_document_get_store (ink_view_get_document (view)));
  ink_data_people_set_people (self->list, people);
  set_view (self, view);
  count = ink_data_people (people->len);
  adw_window_title_set_subtitle (self->title, count);
  return GTK_WIDGET (self);
}

GtkWidget *
ink_people_dialog_new_for_rule (GtkWindow *parent,
                                InkView *view,
                                const char *title,
                                InkRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  return ink_people_dialog_new_for_ask (
      parent, view, title, rule,
      ink_rule_has_moments (rule) ? INK_ASK_COMPLETED : INK_ASK_HOLDS);
}

GtkWidget *
ink_people_dialog_new_for_ask (GtkWindow *parent,
                               InkView *view,
                               const char *title,
                               InkRule *rule,
                               InkRuleAsk ask)
{
  InkPeopleDialog *self;

  g_return_val_if_fail (INK_IS_VIEW (view) && title != NULL && rule != NULL, NULL);

  self = make_dialog (parent, title);
  ink_data_people_set_rule (self->list, rule, ask);
  ink_person_view_set_rule (self->person, rule, title);
  set_view (self, view);
  return GTK_WIDGET (self);
}

void
ink_people_dialog_ask_about (InkPeopleDialog *self,
                             InkExplainKind kind,
                             const char *name)
{
  g_return_if_fail (INK_IS_PEOPLE_DIALOG (self));

  ink_person_view_ask_about (self->person, kind, name);
}
