/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-word-list.h"

#include <glib/gi18n-lib.h>

#define WIDTH 300
#define MAX_HEIGHT 300

struct _InkWordList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkListView *list;

  gboolean ticks;
  GListStore *items; /* InkNameItem, ranked */
  GtkCustomFilter *filter;
  GHashTable *ticked; /* index -> itself */
  char **words;       /* of the search, folded */
  gboolean filling;
};

enum
{
  SIGNAL_PICKED,
  SIGNAL_TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkWordList, ink_word_list, GTK_TYPE_WIDGET)

/* --- Searching and picking --- */

static void
pick (InkWordList *self,
      guint position)
{
  g_autoptr (InkNameItem) item
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list)), position);

  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_PICKED], 0, ink_name_item_get_index (item));
}

static void
activated_cb (GtkListView *list,
              guint position,
              InkWordList *self)
{
  pick (self, position);
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  InkWordList *self = data;

  return self->words == NULL
         || ink_name_item_matches (item, (const char *const *) self->words);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   InkWordList *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (entry)), -1);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \t", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* A few letters and Return are enough. */
static void
search_activated_cb (GtkSearchEntry *entry,
                     InkWordList *self)
{
  search_changed_cb (entry, self);
  pick (self, 0);
}

/* The entry takes Esc for itself. */
static void
stop_search_cb (GtkSearchEntry *entry,
                InkWordList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static gboolean
search_key_cb (GtkEventControllerKey *controller,
               guint key,
               guint code,
               GdkModifierType state,
               InkWordList *self)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* --- Rows --- */

static void
toggled_cb (GtkCheckButton *check,
            GtkListItem *row)
{
  InkWordList *self = INK_WORD_LIST (
      gtk_widget_get_ancestor (GTK_WIDGET (check), INK_TYPE_WORD_LIST));
  InkNameItem *item = gtk_list_item_get_item (row);

  if (self == NULL || self->filling || item == NULL)
    return;
  ink_word_list_tick (self, ink_name_item_get_index (item), gtk_check_button_get_active (check));
}

static GtkWidget *
make_label (gboolean title)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (title)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
      return label;
    }

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *row,
          InkWordList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_widget_set_visible (check, self->ticks);
  gtk_widget_set_tooltip_text (check, _ ("Any of Several"));
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), row, 0);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), make_label (TRUE));
  gtk_box_append (GTK_BOX (box), make_label (FALSE));
  gtk_list_item_set_child (row, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *row,
         InkWordList *self)
{
  InkNameItem *item = gtk_list_item_get_item (row);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (row));
  GtkWidget *title = gtk_widget_get_next_sibling (check);
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;
  gboolean ticked = g_hash_table_contains (self->ticked,
                                           GUINT_TO_POINTER (ink_name_item_get_index (item)));

  g_object_get (item, "title", &name, "detail", &detail, NULL);
  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->filling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), ticked);
  self->filling = FALSE;
  if (ticked)
    gtk_widget_add_css_class (title, "word-current");
  else
    gtk_widget_remove_css_class (title, "word-current");
}

/* --- Life --- */

static void
ink_word_list_map (GtkWidget *widget)
{
  InkWordList *self = INK_WORD_LIST (widget);

  GTK_WIDGET_CLASS (ink_word_list_parent_class)->map (widget);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
ink_word_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (INK_WORD_LIST (widget)->search));
}

static void
ink_word_list_dispose (GObject *object)
{
  InkWordList *self = INK_WORD_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_pointer (&self->ticked, g_hash_table_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (ink_word_list_parent_class)->dispose (object);
}

static void
ink_word_list_class_init (InkWordListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_word_list_dispose;
  widget_class->map = ink_word_list_map;
  widget_class->grab_focus = ink_word_list_grab_focus;
  signals[SIGNAL_PICKED] = g_signal_new ("picked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkListItemFactory *
make_factory (InkWordList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  return factory;
}

static GtkWidget *
make_search (InkWordList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->search, "placeholder-text", _ ("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
  g_signal_connect (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect (self->search, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect (self->search, "activate", G_CALLBACK (search_activated_cb), self);
  return GTK_WIDGET (self->search);
}

static GtkWidget *
make_list (InkWordList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered
      = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                   GTK_FILTER (self->filter));
  GtkSelectionModel *model
      = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered)));

  self->list = GTK_LIST_VIEW (gtk_list_view_new (model, make_factory (self)));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "word-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Names"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activated_cb), self);
  g_object_set (scrolled, "child", self->list, "hscrollbar-policy", GTK_POLICY_NEVER,
                "propagate-natural-height", TRUE, "max-content-height", MAX_HEIGHT, NULL);
  return scrolled;
}

static void
ink_word_list_init (InkWordList *self)
{
  self->items = g_list_store_new (INK_TYPE_NAME_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->ticked = g_hash_table_new (NULL, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (self->box, WIDTH, -1);
  gtk_box_append (GTK_BOX (self->box), make_search (self));
  gtk_box_append (GTK_BOX (self->box), make_list (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
ink_word_list_new (gboolean ticks)
{
  InkWordList *self = g_object_new (INK_TYPE_WORD_LIST, NULL);

  self->ticks = ticks;
  return GTK_WIDGET (self);
}

void
ink_word_list_set_items (InkWordList *self,
                         GPtrArray *items)
{
  g_return_if_fail (INK_IS_WORD_LIST (self));

  ink_name_items_fill (self->items, items);
}

void
ink_word_list_set_ticked (InkWordList *self,
                          GArray *indexes)
{
  g_return_if_fail (INK_IS_WORD_LIST (self));

  g_hash_table_remove_all (self->ticked);
  for (guint i = 0; i < indexes->len; i++)
    g_hash_table_add (self->ticked, GUINT_TO_POINTER (g_array_index (indexes, guint, i)));
}

void
ink_word_list_add_below (InkWordList *self,
                         GtkWidget *child)
{
  g_return_if_fail (INK_IS_WORD_LIST (self));

  gtk_box_append (GTK_BOX (self->box), child);
}

void
ink_word_list_pick (InkWordList *self,
                    guint index)
{
  g_return_if_fail (INK_IS_WORD_LIST (self));

  g_signal_emit (self, signals[SIGNAL_PICKED], 0, index);
}

void
ink_word_list_tick (InkWordList *self,
                    guint index,
                    gboolean ticked)
{
  g_return_if_fail (INK_IS_WORD_LIST (self));

  if (ticked)
    g_hash_table_add (self->ticked, GUINT_TO_POINTER (index));
  else
    g_hash_table_remove (self->ticked, GUINT_TO_POINTER (index));
  g_signal_emit (self, signals[SIGNAL_TICKED], 0, index, ticked);
}
