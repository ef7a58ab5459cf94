/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/compat/ink-compat-name.h"

void
ink_compat_set_tooltip (GtkWidget *widget,
                        const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

void
ink_compat_set_hint (GtkWidget *widget,
                     const char *hint)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (hint != NULL);

  ink_compat_set_tooltip (widget, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, hint,
                                  -1);
}

/* Mnemonics are marked by underscores; a pair of them is one to be read. */
static char *
drop_mnemonics (const char *label)
{
  GString *words = g_string_new (NULL);

  for (; *label != '\0'; label++)
    if (*label != '_' || *++label != '\0')
      g_string_append_c (words, *label);
    else
      break;

  return g_string_free (words, FALSE);
}

static void
label_changed_cb (GtkMenuButton *button)
{
  const char *label = gtk_menu_button_get_label (button);
  g_autofree char *words = NULL;

  if (label == NULL)
    return;
  words = gtk_menu_button_get_use_underline (button) ? drop_mnemonics (label) : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static void
name_menu (GtkWidget *button)
{
  GtkWidget *inner = gtk_widget_get_first_child (button);

  /* What holds it has named it. */
  if (g_signal_handler_find (button, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, label_changed_cb, NULL) != 0)
    return;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  button, NULL, -1);
  g_signal_connect (button, "notify::label", G_CALLBACK (label_changed_cb), NULL);
  label_changed_cb (GTK_MENU_BUTTON (button));
}

void
ink_compat_name_menus (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_MENU_BUTTON (widget))
    {
      name_menu (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ink_compat_name_menus (child);
}

static void
chosen_cb (GtkDropDown *choice)
{
  GtkWidget *inner = gtk_widget_get_first_child (GTK_WIDGET (choice));
  gpointer item = gtk_drop_down_get_selected_item (choice);
  const char *chosen = item != NULL ? gtk_string_object_get_string (item) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen, -1);
}

void
ink_compat_name_choice (GtkDropDown *choice,
                        const char *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (choice));
  g_return_if_fail (name != NULL);

  /* What labels it goes before its label, and the newer toolkit lets its value label it. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* The keyboard is in a button inside, which the older one gives no name. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (
                                      gtk_widget_get_first_child (GTK_WIDGET (choice))),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, choice, NULL, -1);
  g_signal_handlers_disconnect_by_func (choice, chosen_cb, NULL);
  g_signal_connect (choice, "notify::selected-item", G_CALLBACK (chosen_cb), NULL);
  chosen_cb (choice);
}

static void
opened_cb (GtkToggleButton *inner,
           GParamSpec *pspec,
           GtkWidget *button)
{
  gtk_widget_set_has_tooltip (button, !gtk_toggle_button_get_active (inner));
}

void
ink_compat_hush_menu (GtkWidget *menu_button)
{
  GtkWidget *inner = gtk_widget_get_first_child (menu_button);

  if (GTK_IS_TOGGLE_BUTTON (inner))
    g_signal_connect_object (inner, "notify::active", G_CALLBACK (opened_cb), menu_button, 0);
}
