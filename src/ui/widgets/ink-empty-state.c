/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-empty-state.h"

#include <adwaita.h>

#define ICON_SIZE 96
#define LEAST_CHARS 12
#define MOST_WIDTH 560

struct _InkEmptyState
{
  GtkBox parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *description;
};

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_DESCRIPTION,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkEmptyState, ink_empty_state, GTK_TYPE_BOX)

static void
set_words (GtkLabel *label,
           const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL && words[0] != '\0');
}

const char *
ink_empty_state_get_title (InkEmptyState *self)
{
  g_return_val_if_fail (INK_IS_EMPTY_STATE (self), NULL);

  return gtk_label_get_label (self->title);
}

const char *
ink_empty_state_get_description (InkEmptyState *self)
{
  g_return_val_if_fail (INK_IS_EMPTY_STATE (self), NULL);

  return gtk_label_get_label (self->description);
}

void
ink_empty_state_set_title (InkEmptyState *self,
                           const char *title)
{
  g_return_if_fail (INK_IS_EMPTY_STATE (self));

  set_words (self->title, title);
}

void
ink_empty_state_set_description (InkEmptyState *self,
                                 const char *description)
{
  g_return_if_fail (INK_IS_EMPTY_STATE (self));

  set_words (self->description, description);
}

static void
ink_empty_state_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  InkEmptyState *self = INK_EMPTY_STATE (object);

  switch (id)
    {
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->icon, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->icon), g_value_get_string (value) != NULL);
      break;
    case PROP_TITLE:
      set_words (self->title, g_value_get_string (value));
      break;
    case PROP_DESCRIPTION:
      set_words (self->description, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_empty_state_class_init (InkEmptyStateClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->set_property = ink_empty_state_set_property;
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static GtkLabel *
add_words (InkEmptyState *self,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *clamp = adw_clamp_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* For the least width GTK would lay the words out a letter a line. */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MOST_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MOST_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), label);
  gtk_box_append (GTK_BOX (self), clamp);

  return GTK_LABEL (label);
}

static void
ink_empty_state_init (InkEmptyState *self)
{
  GtkWidget *icon = gtk_image_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "empty-state");
  self->icon = GTK_IMAGE (icon);
  gtk_image_set_pixel_size (self->icon, ICON_SIZE);
  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_set_margin_bottom (icon, 12);
  gtk_widget_set_visible (icon, FALSE);
  gtk_box_append (GTK_BOX (self), icon);
  self->title = add_words (self, "title-2");
  self->description = add_words (self, "body");
}
