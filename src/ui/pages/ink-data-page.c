/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-page.h"

#include "ui/pages/ink-data-events.h"
#include "ui/pages/ink-data-imports.h"
#include "ui/pages/ink-data-people.h"
#include "ui/pages/ink-data-properties.h"
#include "ui/pages/ink-person-view.h"
#include "ui/pages/ink-property-view.h"

/* Four parts; a property and a person open in their place, with a way back. */
struct _InkDataPage
{
  InkPage parent_instance;

  GtkStack *content;
  AdwViewStack *stack;
  InkDataPart *events;
  InkDataPart *properties;
  InkDataPart *people;
  InkDataPart *imports;
  GtkStack *details;
  GtkWidget *back;
  GtkLabel *title;
  InkDataPart *property;
  InkDataPart *person;

  GBinding *summary; /* of the part that is shown */
};

G_DEFINE_FINAL_TYPE (InkDataPage, ink_data_page, INK_TYPE_PAGE)

static gboolean
shows_detail (InkDataPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "detail") == 0;
}

static void
show_summary (InkDataPage *self)
{
  GtkWidget *part = shows_detail (self) ? gtk_stack_get_visible_child (self->details)
                                        : adw_view_stack_get_visible_child (self->stack);

  if (self->summary != NULL)
    g_binding_unbind (self->summary);
  g_clear_object (&self->summary);
  if (INK_IS_DATA_PART (part))
    self->summary = g_object_ref (g_object_bind_property (part, "summary", self, "subtitle",
                                                          G_BINDING_SYNC_CREATE));
}

static void
show_detail (InkDataPage *self,
             InkDataPart *part,
             const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_stack_set_visible_child (self->details, GTK_WIDGET (part));
  gtk_stack_set_visible_child_name (self->content, "detail");
  show_summary (self);
  gtk_widget_grab_focus (self->back);
}

static void
property_opened_cb (InkDataProperties *properties,
                    const char *name,
                    guint on,
                    InkDataPage *self)
{
  ink_property_view_set_property (INK_PROPERTY_VIEW (self->property), name, on);
  show_detail (self, self->property, name);
}

static void
person_opened_cb (InkDataPeople *people,
                  const char *id,
                  InkDataPage *self)
{
  ink_person_view_set_person (INK_PERSON_VIEW (self->person), id);
  show_detail (self, self->person, id);
}

static gboolean
go_back (InkDataPage *self)
{
  if (!shows_detail (self))
    return FALSE;
  gtk_stack_set_visible_child_name (self->content, "parts");
  show_summary (self);
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
back_cb (GtkButton *button,
         InkDataPage *self)
{
  go_back (self);
}

static gboolean
back_shortcut_cb (GtkWidget *widget,
                  GVariant *args,
                  gpointer data)
{
  return go_back (INK_DATA_PAGE (widget));
}

static void
ink_data_page_constructed (GObject *object)
{
  InkDataPage *self = INK_DATA_PAGE (object);
  InkView *view = ink_page_get_view (INK_PAGE (self));
  InkDataPart *parts[] = { self->events,  self->properties, self->people,
                           self->imports, self->property,   self->person };

  G_OBJECT_CLASS (ink_data_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    ink_data_part_set_view (parts[i], view);
  show_summary (self);
}

static void
ink_data_page_dispose (GObject *object)
{
  InkDataPage *self = INK_DATA_PAGE (object);

  g_clear_object (&self->summary);
  if (self->content != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->content));
  self->content = NULL;

  G_OBJECT_CLASS (ink_data_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, events);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, properties);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, people);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, imports);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, details);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, back);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, title);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, property);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, person);
  gtk_widget_class_bind_template_callback (widget_class, show_summary);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, property_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_opened_cb);
}

static void
ink_data_page_class_init (InkDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ink_data_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ink_data_page_dispose;
  g_type_ensure (INK_TYPE_DATA_EVENTS);
  g_type_ensure (INK_TYPE_DATA_PROPERTIES);
  g_type_ensure (INK_TYPE_DATA_PEOPLE);
  g_type_ensure (INK_TYPE_DATA_IMPORTS);
  g_type_ensure (INK_TYPE_PROPERTY_VIEW);
  g_type_ensure (INK_TYPE_PERSON_VIEW);
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, back_shortcut_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_ALT_MASK, back_shortcut_cb, NULL);
}

static void
ink_data_page_init (InkDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ink_data_page_show_part (InkDataPage *self,
                         const char *name)
{
  g_return_if_fail (INK_IS_DATA_PAGE (self));

  go_back (self);
  adw_view_stack_set_visible_child_name (self->stack, name);
}
