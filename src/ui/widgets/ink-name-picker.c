/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-name-picker.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>

struct _InkNamePicker
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkListView *list;

  GListStore *items; /* InkNameItem, ranked */
  GtkCustomFilter *filter;
  char **words; /* of the search, folded */
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_ICON_NAME,
  PROP_TOOLTIP,
  N_PROPS,
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkNamePicker, ink_name_picker, GTK_TYPE_WIDGET)

static void
pick (InkNamePicker *self,
      guint position)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (InkNameItem) item = g_list_model_get_item (shown, position);

  if (item == NULL)
    return;
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, ink_name_item_get_index (item));
}

static void
activated_cb (GtkListView *list,
              guint position,
              InkNamePicker *self)
{
  pick (self, position);
}

static gboolean
matches (gpointer item,
         gpointer data)
{
  InkNamePicker *self = data;

  return self->words == NULL
         || ink_name_item_matches (item, (const char *const *) self->words);
}

/* Words in any order, anywhere in the name. */
static void
search (InkNamePicker *self)
{
  g_autofree char *folded
      = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_strfreev (self->words);
  self->words = g_strsplit_set (folded, " \t", -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   InkNamePicker *self)
{
  search (self);
}

/* Enter in the search takes the first match: typing a few letters is enough. */
static void
search_activated_cb (GtkSearchEntry *entry,
                     InkNamePicker *self)
{
  search (self);
  pick (self, 0);
}

static void
shown_cb (GtkPopover *popover,
          InkNamePicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
ink_name_picker_set_items (InkNamePicker *self,
                           GPtrArray *items)
{
  g_return_if_fail (INK_IS_NAME_PICKER (self));

  ink_name_items_fill (self->items, items);
}

void
ink_name_picker_open (InkNamePicker *self)
{
  g_return_if_fail (INK_IS_NAME_PICKER (self));

  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}

static void
ink_name_picker_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  InkNamePicker *self = INK_NAME_PICKER (object);

  switch (id)
    {
    case PROP_LABEL:
      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), g_value_get_string (value));
      break;
    case PROP_TOOLTIP:
      if (g_value_get_string (value) != NULL)
        ink_compat_set_hint (self->button, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_name_picker_dispose (GObject *object)
{
  InkNamePicker *self = INK_NAME_PICKER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (ink_name_picker_parent_class)->dispose (object);
}

static void
ink_name_picker_class_init (InkNamePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ink_name_picker_set_property;
  object_class->dispose = ink_name_picker_dispose;

  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TOOLTIP] = g_param_spec_string ("tooltip", NULL, NULL, NULL,
                                                  G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-name-picker.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, button);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, popover);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, search);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
ink_name_picker_init (InkNamePicker *self)
{
  GtkFilterListModel *filtered;
  GtkSelectionModel *model;

  gtk_widget_init_template (GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));

  self->items = g_list_store_new (INK_TYPE_NAME_ITEM);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                        GTK_FILTER (self->filter));
  model = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (filtered)));
  gtk_list_view_set_model (self->list, model);
  g_object_unref (model);
}
