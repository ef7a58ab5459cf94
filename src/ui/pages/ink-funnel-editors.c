/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/ink-funnel-editors.h"

struct _InkFunnelEditors
{
  InkFunnelEditorWidgets widgets;
  InkDocument *document;
  InkFunnelChoice *choice;

  /* Whose names are on offer; both nullable. */
  InkDefinition *definition;
  InkEventStore *store;
  gboolean filling;
};

InkFunnelEditors *
ink_funnel_editors_new (const InkFunnelEditorWidgets *widgets,
                        InkDocument *document,
                        InkFunnelChoice *choice)
{
  InkFunnelEditors *self;

  g_return_val_if_fail (widgets != NULL, NULL);
  g_return_val_if_fail (INK_IS_DOCUMENT (document) && INK_IS_FUNNEL_CHOICE (choice), NULL);

  self = g_new0 (InkFunnelEditors, 1);
  self->widgets = *widgets;
  self->document = g_object_ref (document);
  self->choice = g_object_ref (choice);

  return self;
}

void
ink_funnel_editors_free (InkFunnelEditors *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->store, ink_event_store_unref);
  g_clear_object (&self->choice);
  g_clear_object (&self->document);
  g_free (self);
}

/* ---- What there is to choose from ---- */

/* Goals and personas are immutable: the same one is the same pointer. */
static gboolean
has_same (const gpointer *some,
          const gpointer *others)
{
  guint i;

  for (i = 0; some[i] != NULL && some[i] == others[i]; i++)
    ;

  return some[i] == others[i];
}

static gboolean
offers_same (const InkDefinition *one,
             const InkDefinition *other)
{
  if (one == other)
    return TRUE;

  return has_same ((const gpointer *) one->goals, (const gpointer *) other->goals)
         && has_same ((const gpointer *) one->personas, (const gpointer *) other->personas)
         && g_strv_equal ((const char *const *) one->hidden, (const char *const *) other->hidden)
         && g_hash_table_size (one->labels) == 0 && g_hash_table_size (other->labels) == 0;
}

static void
offer_names (InkFunnelEditors *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  InkEventStore *store = ink_document_get_store (self->document);
  const InkSchema *schema = ink_event_store_get_schema (store);

  if (self->store == store && self->definition != NULL
      && offers_same (self->definition, definition))
    return;
  ink_step_strip_set_choice (self->widgets.steps, definition, schema);
  ink_funnel_settings_set_choice (self->widgets.settings, definition, schema);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->store, ink_event_store_unref);
  self->definition = ink_definition_ref (definition);
  self->store = ink_event_store_ref (store);
}

/* ---- The funnel ---- */

/* Setting the same anew would lay it out anew. */
static void
show_name (GtkEditable *name,
           const char *text)
{
  if (!g_str_equal (gtk_editable_get_text (name), text))
    gtk_editable_set_text (name, text);
}

InkFunnel *
ink_funnel_editors_fill (InkFunnelEditors *self)
{
  InkFunnel *funnel;
  g_autoptr (GMenuModel) menu = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  funnel = ink_funnel_choice_need_funnel (self->choice);
  menu = ink_funnel_choice_make_menu (self->choice);
  self->filling = TRUE;
  show_name (GTK_EDITABLE (self->widgets.name), funnel->name);
  if (menu != NULL)
    gtk_menu_button_set_menu_model (self->widgets.menu, menu);
  offer_names (self);
  ink_step_strip_set_funnel (self->widgets.steps, funnel);
  ink_funnel_settings_set_funnel (self->widgets.settings, funnel);
  gtk_widget_set_sensitive (GTK_WIDGET (self->widgets.settings), funnel->n_steps > 0);
  self->filling = FALSE;

  return funnel;
}

gboolean
ink_funnel_editors_are_filling (const InkFunnelEditors *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->filling;
}
