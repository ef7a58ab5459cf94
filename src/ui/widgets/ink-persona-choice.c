/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-choice.h"

#include "analysis/ink-persona-queries.h"
#include "definition/ink-persona-edit.h"
#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>

struct _InkPersonaChoice
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkBox *choices;
  InkDefinition *definition; /* nullable before the first */
  GHashTable *left_out;      /* ids of personas (INK_EVERYONE_ELSE too) */
  char *said;                /* names in the menu */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaChoice, ink_persona_choice, GTK_TYPE_WIDGET)

static const char *
id_at (const InkDefinition *definition,
       guint position)
{
  const InkPersona *persona = definition->personas[position];

  return persona != NULL ? persona->id : INK_EVERYONE_ELSE;
}

static const char *
name_at (const InkDefinition *definition,
         guint position)
{
  const InkPersona *persona = definition->personas[position];

  return persona != NULL ? persona->name : INK_EVERYONE_ELSE;
}

static void
toggled_cb (GtkCheckButton *check,
            InkPersonaChoice *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "id");

  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, g_strdup (id));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_choice (InkPersonaChoice *self,
            const char *id,
            const char *name)
{
  GtkWidget *check = gtk_check_button_new_with_label (name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               !g_hash_table_contains (self->left_out, id));
  g_object_set_data_full (G_OBJECT (check), "id", g_strdup (id), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (self->choices, check);
}

static char *
name_choices (const InkDefinition *definition)
{
  GString *said = g_string_new (NULL);

  for (guint i = 0; i <= ink_personas_count (definition); i++)
    g_string_append_printf (said, "%s\n%s\n", id_at (definition, i), name_at (definition, i));

  return g_string_free (said, FALSE);
}

/* Making widgets takes longer than all else of an edit: only while they are seen, and only for other
 * names. */
static void
fill (InkPersonaChoice *self)
{
  g_autofree char *said = self->definition != NULL ? name_choices (self->definition) : NULL;
  GtkWidget *child;

  if (said == NULL || g_strcmp0 (self->said, said) == 0)
    return;
  g_free (self->said);
  self->said = g_steal_pointer (&said);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->choices))) != NULL)
    gtk_box_remove (self->choices, child);
  for (guint i = 0; i <= ink_personas_count (self->definition); i++)
    add_choice (self, id_at (self->definition, i), name_at (self->definition, i));
}

/* ---- The widget ---- */

static void
ink_persona_choice_dispose (GObject *object)
{
  InkPersonaChoice *self = INK_PERSONA_CHOICE (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->left_out, g_hash_table_unref);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (ink_persona_choice_parent_class)->dispose (object);
}

static void
ink_persona_choice_class_init (InkPersonaChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ink_persona_choice_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_persona_choice_init (InkPersonaChoice *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->button = gtk_menu_button_new ();
  self->choices = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->choices));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), _ ("Choose"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (fill), self);
  gtk_widget_set_tooltip_text (self->button, _ ("Choose up to Five Personas"));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));
}

void
ink_persona_choice_set_definition (InkPersonaChoice *self,
                                   InkDefinition *definition)
{
  g_return_if_fail (INK_IS_PERSONA_CHOICE (self));
  g_return_if_fail (definition != NULL);

  ink_definition_ref (definition);
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = definition;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->choices)))
    fill (self);
}

GStrv
ink_persona_choice_find (InkPersonaChoice *self,
                         const InkDefinition *definition)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (INK_IS_PERSONA_CHOICE (self), NULL);
  g_return_val_if_fail (definition != NULL, NULL);

  names = g_ptr_array_new ();
  for (guint i = 0; i <= ink_personas_count (definition) && names->len < INK_MOST_COMPARED; i++)
    if (!g_hash_table_contains (self->left_out, id_at (definition, i)))
      g_ptr_array_add (names, g_strdup (name_at (definition, i)));
  g_ptr_array_add (names, NULL);

  return (GStrv) g_ptr_array_steal (names, NULL);
}
