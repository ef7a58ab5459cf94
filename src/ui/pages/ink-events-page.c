/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-events-page.h"

#include "ui/pages/ink-event-item.h"

#include <glib/gi18n-lib.h>

struct _InkEventsPage
{
  InkPage parent_instance;

  GtkWidget *content;
  GtkLabel *summary;
  GtkStringFilter *filter;
  GtkStack *stack;
  GtkFilterListModel *shown;

  GListStore *items;
  guint64 revision;
};

G_DEFINE_FINAL_TYPE (InkEventsPage, ink_events_page, INK_TYPE_PAGE)

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const InkEventInfo *const *left = a;
  const InkEventInfo *const *right = b;

  if ((*left)->events != (*right)->events)
    return (*left)->events < (*right)->events ? 1 : -1;

  return g_utf8_collate ((*left)->name, (*right)->name);
}

/* One change for the list, however many names there are. */
static void
fill_items (InkEventsPage *self,
            const InkSchema *schema)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < schema->n_events; i++)
    g_ptr_array_add (infos, (gpointer) &schema->events[i]);
  g_ptr_array_sort (infos, compare_events);
  for (guint i = 0; i < infos->len; i++)
    g_ptr_array_add (items, ink_event_item_new (g_ptr_array_index (infos, i)));

  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void
update_summary (InkEventsPage *self,
                InkEventStore *store)
{
  guint32 people = ink_event_store_get_n_people (store);
  guint32 events = ink_event_store_get_n_events (store);
  g_autofree char *of_people
      = g_strdup_printf (ngettext ("%'u person", "%'u people", people), people);
  g_autofree char *of_events = g_strdup_printf (ngettext ("%'u event", "%'u events", events),
                                                events);
  g_autofree char *text = g_strdup_printf (_ ("%s of %s"), of_events, of_people);

  gtk_label_set_label (self->summary, text);
}

static void
show_what_matches (InkEventsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  guint all = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  gtk_stack_set_visible_child_name (self->stack,
                                    n > 0 ? "list" : all > 0 ? "no-match" : "empty");
}

static void
update (InkEventsPage *self)
{
  InkEventStore *store = ink_document_get_store (ink_page_get_document (INK_PAGE (self)));

  if (self->revision == ink_event_store_get_revision (store))
    return;
  self->revision = ink_event_store_get_revision (store);
  fill_items (self, ink_event_store_get_schema (store));
  update_summary (self, store);
  show_what_matches (self);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   InkEventsPage *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
  show_what_matches (self);
}

static void
ink_events_page_constructed (GObject *object)
{
  InkEventsPage *self = INK_EVENTS_PAGE (object);
  InkDocument *document = ink_page_get_document (INK_PAGE (self));

  G_OBJECT_CLASS (ink_events_page_parent_class)->constructed (object);

  self->revision = G_MAXUINT64;
  if (document == NULL)
    return;
  g_signal_connect_object (document, "notify::store", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
ink_events_page_dispose (GObject *object)
{
  InkEventsPage *self = INK_EVENTS_PAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (ink_events_page_parent_class)->dispose (object);
}

static void
ink_events_page_class_init (InkEventsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ink_events_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ink_events_page_dispose;
  g_type_ensure (INK_TYPE_EVENT_ITEM);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-events-page.ui");
  gtk_widget_class_bind_template_child (widget_class, InkEventsPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkEventsPage, summary);
  gtk_widget_class_bind_template_child (widget_class, InkEventsPage, filter);
  gtk_widget_class_bind_template_child (widget_class, InkEventsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkEventsPage, shown);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
ink_events_page_init (InkEventsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (INK_TYPE_EVENT_ITEM);
  gtk_filter_list_model_set_model (self->shown, G_LIST_MODEL (self->items));
}
