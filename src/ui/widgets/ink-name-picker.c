/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-name-picker.h"

#include <glib/gi18n-lib.h>

struct _InkNamePicker
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkPopover *popover;
  GtkSearchEntry *search;
  GtkStringFilter *filter;
  GtkStringList *names;
  GtkListView *list;
};

enum
{
  PROP_0,
  PROP_LABEL,
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

static guint
find_name (InkNamePicker *self,
           const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->names));

  for (guint i = 0; i < n; i++)
    if (g_str_equal (gtk_string_list_get_string (self->names, i), name))
      return i;

  g_return_val_if_reached (0);
}

static void
pick (InkNamePicker *self,
      guint position)
{
  GListModel *shown = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GtkStringObject) object = g_list_model_get_item (shown, position);

  if (object == NULL)
    return;
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0,
                 find_name (self, gtk_string_object_get_string (object)));
}

static void
activated_cb (GtkListView *list,
              guint position,
              InkNamePicker *self)
{
  pick (self, position);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   InkNamePicker *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* Enter in the search takes the first match: typing a few letters is enough. */
static void
search_activated_cb (GtkSearchEntry *entry,
                     InkNamePicker *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (entry)));
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
ink_name_picker_set_names (InkNamePicker *self,
                           const char *const *names)
{
  g_return_if_fail (INK_IS_NAME_PICKER (self));

  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          names);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_name_picker_dispose (GObject *object)
{
  InkNamePicker *self = INK_NAME_PICKER (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

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
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/widgets/ink-name-picker.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, button);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, popover);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, search);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, filter);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, names);
  gtk_widget_class_bind_template_child (widget_class, InkNamePicker, list);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
ink_name_picker_init (InkNamePicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
