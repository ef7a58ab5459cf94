/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-event-list-private.h"

#include "analysis/ink-data-queries.h"
#include "definition/ink-board-edit.h"
#include "ui/widgets/ink-event-row.h"

#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_ADD,
  SIGNAL_EDITED,
  SIGNAL_REMOVED,
  SIGNAL_DRAGGING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkEventList, ink_event_list, GTK_TYPE_WIDGET)

/* ---- What is shown ---- */

static InkDefinition *
get_definition (InkEventList *self)
{
  return ink_document_get_definition (ink_view_get_document (self->view));
}

static void
show_items (InkEventList *self)
{
  g_autoptr (GPtrArray) shown
      = ink_event_catalogue_list (self->catalogue,
                                  gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));

  g_list_store_splice (self->shown, 0, n, shown->pdata, shown->len);
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

static void
read_answer (InkEventList *self)
{
  InkAnswer *answer = ink_live_get_answer (self->live);

  if (answer != NULL && ink_event_catalogue_read (self->catalogue, answer, get_definition (self)))
    show_items (self);
}

/* ---- Which are meant ---- */

/* Of the selected lines the events. */
static GPtrArray *
list_selected (InkEventList *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GListModel *model = G_LIST_MODEL (self->shown);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InkEventItem) item = g_list_model_get_item (model, i);

      if (item->name != NULL
          && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), i))
        g_ptr_array_add (names, item->name);
    }
  g_ptr_array_add (names, NULL);

  return names;
}

InkEventItem *
_ink_event_list_get_focused (InkEventList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;
  row = INK_IS_EVENT_ROW (focus) ? focus : gtk_widget_get_first_child (focus);

  return row != NULL && INK_IS_EVENT_ROW (row) ? ink_event_row_get_item (INK_EVENT_ROW (row))
                                               : NULL;
}

char **
_ink_event_list_list_meant (InkEventList *self,
                            InkEventItem *item)
{
  g_autoptr (GPtrArray) selected = list_selected (self);
  const char *const alone[] = { item != NULL ? item->name : NULL, NULL };

  for (guint i = 0; i + 1 < selected->len; i++)
    if (item == NULL || g_str_equal (g_ptr_array_index (selected, i), item->name))
      return g_strdupv ((char **) selected->pdata);

  return g_strdupv ((char **) alone);
}

void
_ink_event_list_add (InkEventList *self,
                     InkEventItem *item)
{
  g_auto (GStrv) names = _ink_event_list_list_meant (self, item);

  if (names[0] != NULL)
    g_signal_emit (self, signals[SIGNAL_ADD], 0, names);
}

static void
toggle_group (InkEventList *self,
              InkEventGroup group)
{
  ink_event_catalogue_toggle (self->catalogue, group);
  show_items (self);
}

static void
activated_cb (GtkListView *list,
              guint position,
              InkEventList *self)
{
  g_autoptr (InkEventItem) item
      = g_list_model_get_item (G_LIST_MODEL (self->shown), position);

  if (item == NULL)
    return;
  if (item->name == NULL)
    toggle_group (self, item->group);
  else
    _ink_event_list_add (self, item);
}

/* ---- Edits ---- */

void
_ink_event_list_hide (InkEventList *self,
                      InkEventItem *item)
{
  gboolean hidden = item->group != INK_EVENTS_HIDDEN;
  g_autoptr (InkDefinition) edited
      = ink_board_hide_event (get_definition (self), item->name, hidden);
  /* Translators: a step of undo; the name of an event. */
  g_autofree char *label
      = g_strdup_printf (hidden ? _ ("Hid event “%s”") : _ ("Showed event “%s” again"),
                         item->label);
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” hidden"), item->label);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited, label, NULL);
  if (hidden)
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, sentence);
}

gboolean
_ink_event_list_is_passive (InkEventList *self,
                            InkEventItem *item)
{
  return ink_board_is_passive (get_definition (self), item->name);
}

/* Nobody does it: it happens to people, and makes neither a visit nor a duration. */
void
_ink_event_list_set_passive (InkEventList *self,
                             InkEventItem *item)
{
  gboolean passive = !_ink_event_list_is_passive (self, item);
  g_autoptr (InkDefinition) edited
      = ink_board_set_passive (get_definition (self), item->name, passive);
  /* Translators: a step of undo; the name of an event. */
  g_autofree char *label = g_strdup_printf (passive ? _ ("“%s” is not done by the person")
                                                    : _ ("“%s” is done by the person"),
                                            item->label);
  g_autofree char *sentence = g_strdup_printf (
      _ ("“%s” now counts as something that happens to people"), item->label);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited, label, NULL);
  if (passive)
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, sentence);
}

static void
renamed_cb (InkEventRow *row,
            const char *label,
            InkEventList *self)
{
  InkEventItem *item = ink_event_row_get_item (row);
  g_autoptr (InkDefinition) edited
      = ink_board_label_event (get_definition (self), item->name, label);
  /* Translators: a step of undo; the name of an event. */
  g_autofree char *words = g_strdup_printf (_ ("Renamed event “%s”"), item->label);

  g_signal_emit (self, signals[SIGNAL_EDITED], 0, edited, words, NULL);
}

/* ---- The view ---- */

static InkQuery *
build (InkDocument *document,
       gpointer data,
       GError **error)
{
  InkEventList *self = data;
  InkFilter filter = ink_view_get_filter (self->view);

  return ink_events_query_new (ink_document_get_definition (document), &filter);
}

static void
filter_changed_cb (InkEventList *self)
{
  ink_live_refresh (self->live);
}

static void
forget_view (InkEventList *self)
{
  if (self->view == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->live, self);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_signal_handlers_disconnect_by_data (ink_view_get_document (self->view), self);
  g_clear_object (&self->live);
  g_clear_object (&self->view);
}

void
ink_event_list_set_view (InkEventList *self,
                         InkView *view)
{
  g_return_if_fail (INK_IS_EVENT_LIST (self));
  g_return_if_fail (view == NULL || INK_IS_VIEW (view));

  forget_view (self);
  if (view == NULL)
    return;
  self->view = g_object_ref (view);
  self->live = ink_live_new (ink_view_get_document (view), NULL, build, self, NULL);
  g_signal_connect_swapped (self->live, "notify::answer", G_CALLBACK (read_answer), self);
  g_signal_connect_swapped (view, "filter-changed", G_CALLBACK (filter_changed_cb), self);
  /* Labels and hidden names are no part of the question. */
  g_signal_connect_swapped (ink_view_get_document (view), "notify::definition",
                            G_CALLBACK (read_answer), self);
}

void
ink_event_list_set_stage (InkEventList *self,
                          const char *stage)
{
  g_autofree char *words = NULL;

  g_return_if_fail (INK_IS_EVENT_LIST (self));

  if (stage != NULL)
    /* Translators: under the list of events; the name of a stage. */
    words = g_strdup_printf (_ ("Drag onto a stage, or press Enter to add to %s"), stage);
  gtk_label_set_label (self->hint, words != NULL ? words : "");
}

void
ink_event_list_begin_search (InkEventList *self)
{
  g_return_if_fail (INK_IS_EVENT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

guint
ink_event_list_count (InkEventList *self)
{
  guint n = 0;

  g_return_val_if_fail (INK_IS_EVENT_LIST (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (InkEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      n += item->name != NULL;
    }

  return n;
}

/* ---- The widget ---- */

static void
search_changed_cb (GtkSearchEntry *search,
                   InkEventList *self)
{
  show_items (self);
}

/* Enter in the search takes the first that matches. */
static void
search_activated_cb (GtkSearchEntry *search,
                     InkEventList *self)
{
  show_items (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (InkEventItem) item = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (item->name == NULL)
        continue;
      _ink_event_list_add (self, item);
      return;
    }
}

static void
toggled_cb (InkEventRow *row,
            InkEventList *self)
{
  toggle_group (self, ink_event_row_get_item (row)->group);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem *item,
          InkEventList *self)
{
  GtkWidget *row = ink_event_row_new ();

  g_signal_connect (row, "renamed", G_CALLBACK (renamed_cb), self);
  g_signal_connect (row, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem *item,
         InkEventList *self)
{
  InkEventItem *event = gtk_list_item_get_item (item);

  gtk_list_item_set_selectable (item, event->name != NULL);
  ink_event_row_set_item (INK_EVENT_ROW (gtk_list_item_get_child (item)), event);
}

static void
ink_event_list_dispose (GObject *object)
{
  InkEventList *self = INK_EVENT_LIST (object);

  forget_view (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->catalogue, ink_event_catalogue_free);

  G_OBJECT_CLASS (ink_event_list_parent_class)->dispose (object);
}

static void
ink_event_list_class_init (InkEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_event_list_dispose;
  signals[SIGNAL_ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[SIGNAL_EDITED]
      = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      G_TYPE_POINTER, G_TYPE_STRING, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DRAGGING] = g_signal_new ("dragging", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "eventlist");
  _ink_event_list_add_keys (widget_class);
}

static GtkWidget *
make_list (InkEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->shown = g_list_store_new (INK_TYPE_EVENT_ITEM);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  self->list = GTK_LIST_VIEW (
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "event-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Events"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static void
ink_event_list_init (InkEventList *self)
{
  self->catalogue = ink_event_catalogue_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  g_object_set (self->search, "placeholder-text", _ ("Search events"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search events"), -1);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->search));
  gtk_box_append (GTK_BOX (self->box), make_list (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->hint));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  _ink_event_list_add_gestures (self);
}

GtkWidget *
ink_event_list_new (void)
{
  return g_object_new (INK_TYPE_EVENT_LIST, NULL);
}
