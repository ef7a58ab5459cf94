/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-page.h"

#include "ui/pages/ink-data-events.h"

struct _InkDataPage
{
  InkPage parent_instance;

  GtkWidget *content;
  AdwViewStack *stack;
  InkDataPart *events;

  GBinding *summary; /* of the part that is shown */
};

G_DEFINE_FINAL_TYPE (InkDataPage, ink_data_page, INK_TYPE_PAGE)

static void
part_changed_cb (InkDataPage *self)
{
  GtkWidget *part = adw_view_stack_get_visible_child (self->stack);

  if (self->summary != NULL)
    g_binding_unbind (self->summary);
  g_clear_object (&self->summary);
  if (INK_IS_DATA_PART (part))
    self->summary = g_object_ref (g_object_bind_property (part, "summary", self, "subtitle",
                                                          G_BINDING_SYNC_CREATE));
}

static void
ink_data_page_constructed (GObject *object)
{
  InkDataPage *self = INK_DATA_PAGE (object);
  InkView *view = ink_page_get_view (INK_PAGE (self));

  G_OBJECT_CLASS (ink_data_page_parent_class)->constructed (object);

  ink_data_part_set_view (self->events, view);
  part_changed_cb (self);
}

static void
ink_data_page_dispose (GObject *object)
{
  InkDataPage *self = INK_DATA_PAGE (object);

  g_clear_object (&self->summary);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_data_page_parent_class)->dispose (object);
}

static void
ink_data_page_class_init (InkDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ink_data_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ink_data_page_dispose;
  g_type_ensure (INK_TYPE_DATA_EVENTS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkDataPage, events);
  gtk_widget_class_bind_template_callback (widget_class, part_changed_cb);
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

  adw_view_stack_set_visible_child_name (self->stack, name);
}
