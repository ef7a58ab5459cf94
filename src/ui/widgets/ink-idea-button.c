/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-idea-button.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-ideas.h"
#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 36

struct _InkIdeaButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  const InkIdea *idea;
};

enum
{
  PROP_0,
  PROP_IDEA,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkIdeaButton, ink_idea_button, GTK_TYPE_WIDGET)

/* Made when it is asked for: a page has two dozen of them, and few are ever opened. */
static void
create_popup_cb (GtkMenuButton *button,
                 gpointer data)
{
  InkIdeaButton *self = data;
  GtkWidget *box, *meaning, *popover;

  if (gtk_menu_button_get_popover (button) != NULL || self->idea == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  meaning = ink_wrapped_label_new (_ (self->idea->meaning), NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (meaning), MOST_CHARS);
  gtk_box_append (GTK_BOX (box), ink_wrapped_label_new (_ (self->idea->name), "heading"));
  gtk_box_append (GTK_BOX (box), meaning);
  gtk_widget_add_css_class (box, "idea");
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

void
ink_idea_button_set_idea (InkIdeaButton *self,
                          const char *idea)
{
  const InkIdea *found;
  g_autofree char *hint = NULL;

  g_return_if_fail (INK_IS_IDEA_BUTTON (self));

  found = idea != NULL ? ink_idea_find (idea) : NULL;
  g_return_if_fail (idea == NULL || found != NULL);
  if (found == self->idea)
    return;
  self->idea = found;
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), NULL);
  gtk_widget_set_visible (self->button, found != NULL);
  if (found != NULL)
    {
      /* Translators: the accessible name of a button; an idea, such as "95 % range". */
      hint = g_strdup_printf (_ ("What does “%s” mean?"), _ (found->name));
      ink_compat_set_hint (self->button, hint);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IDEA]);
}

GtkWidget *
ink_idea_button_new (const char *idea)
{
  return g_object_new (INK_TYPE_IDEA_BUTTON, "idea", idea, NULL);
}

GtkWidget *
ink_idea_button_beside (GtkWidget *words,
                        const char *idea)
{
  GtkWidget *line = ink_lead_box_new (3);

  g_return_val_if_fail (GTK_IS_WIDGET (words), NULL);

  ink_lead_box_append_words (INK_LEAD_BOX (line), words);
  ink_lead_box_append (INK_LEAD_BOX (line), ink_idea_button_new (idea));

  return line;
}

static void
ink_idea_button_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (id == PROP_IDEA)
    ink_idea_button_set_idea (INK_IDEA_BUTTON (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ink_idea_button_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  InkIdeaButton *self = INK_IDEA_BUTTON (object);

  if (id == PROP_IDEA)
    g_value_set_string (value, self->idea != NULL ? self->idea->id : NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ink_idea_button_dispose (GObject *object)
{
  g_clear_pointer (&INK_IDEA_BUTTON (object)->button, gtk_widget_unparent);

  G_OBJECT_CLASS (ink_idea_button_parent_class)->dispose (object);
}

static void
ink_idea_button_class_init (InkIdeaButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = ink_idea_button_set_property;
  object_class->get_property = ink_idea_button_get_property;
  object_class->dispose = ink_idea_button_dispose;
  props[PROP_IDEA] = g_param_spec_string (
      "idea", NULL, NULL, NULL,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_idea_button_init (InkIdeaButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "ink-question-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self,
                                         NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  gtk_widget_add_css_class (self->button, "idea-button");
  gtk_widget_set_visible (self->button, FALSE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
  ink_compat_name_menus (self->button);
}
