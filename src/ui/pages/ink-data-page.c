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

/* Four parts; a property and a person open in their place, with a way back. Each is made when it is
 * first shown: all at once would take longer than a frame. */
struct _InkDataPage
{
  InkPage parent_instance;

  GtkStack *content;
  AdwViewStack *stack;
  GtkStack *details;
  GtkWidget *back;
  GtkLabel *title;
  InkDataPart *property; /* nullable */
  InkDataPart *person;   /* nullable */

  GBinding *summary; /* of the part that is shown */
};

G_DEFINE_FINAL_TYPE (InkDataPage, ink_data_page, INK_TYPE_PAGE)

static gboolean
shows_detail (InkDataPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "detail") == 0;
}

static void show_summary (InkDataPage *self);
static gboolean go_back (InkDataPage *self);

static InkDataPart *
make_part (InkDataPage *self,
           GType type)
{
  InkDataPart *part = g_object_new (type, NULL);

  ink_data_part_set_view (part, ink_page_get_view (INK_PAGE (self)));
  return part;
}

static InkDataPart *
add_detail (InkDataPage *self,
            GType type)
{
  InkDataPart *part = make_part (self, type);

  gtk_stack_add_child (self->details, GTK_WIDGET (part));
  return part;
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
  if (self->property == NULL)
    self->property = add_detail (self, INK_TYPE_PROPERTY_VIEW);
  ink_property_view_set_property (INK_PROPERTY_VIEW (self->property), name, on);
  show_detail (self, self->property, name);
}

static void
person_opened_cb (InkDataPeople *people,
                  const char *id,
                  InkDataPage *self)
{
  if (self->person == NULL)
    {
      self->person = add_detail (self, INK_TYPE_PERSON_VIEW);
      g_signal_connect_object (self->person, "erased", G_CALLBACK (go_back), self,
                               G_CONNECT_SWAPPED);
    }
  ink_person_view_set_person (INK_PERSON_VIEW (self->person), id);
  show_detail (self, self->person, id);
}

/* ---- The parts ---- */

static const struct
{
  const char *name; /* in the template */
  GType (*get_type) (void);
  void (*opened) (void); /* nullable: handler of "opened" */
} kinds[] = {
  { "events", ink_data_events_get_type, NULL },
  { "properties", ink_data_properties_get_type, G_CALLBACK (property_opened_cb) },
  { "people", ink_data_people_get_type, G_CALLBACK (person_opened_cb) },
  { "imports", ink_data_imports_get_type, NULL },
};

/* The part that is picked. */
static GtkWidget *
get_part (InkDataPage *self)
{
  AdwBin *place = ADW_BIN (adw_view_stack_get_visible_child (self->stack));
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (kinds) && adw_bin_get_child (place) == NULL; i++)
    if (g_str_equal (kinds[i].name, name))
      {
        InkDataPart *part = make_part (self, kinds[i].get_type ());

        if (kinds[i].opened != NULL)
          g_signal_connect (part, "opened", kinds[i].opened, self);
        adw_bin_set_child (place, GTK_WIDGET (part));
      }
  return adw_bin_get_child (place);
}

static void
show_summary (InkDataPage *self)
{
  GtkWidget *part = shows_detail (self) ? gtk_stack_get_visible_child (self->details)
                                        : get_part (self);

  if (self->summary != NULL)
    g_binding_unbind (self->summary);
  g_clear_object (&self->summary);
  if (INK_IS_DATA_PART (part))
    self->summary = g_object_ref (g_object_bind_property (part, "summary", self, "subtitle",
                                                          G_BINDING_SYNC_CREATE));
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

  G_OBJECT_CLASS (ink_data_page_parent_class)->constructed (object);

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
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, details);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, back);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, title);
  gtk_widget_class_bind_template_callback (widget_class, show_summary);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
ink_data_page_class_init (InkDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ink_data_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ink_data_page_dispose;
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
