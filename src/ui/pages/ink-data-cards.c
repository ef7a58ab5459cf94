/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-cards.h"

/* Characters of a value that never give way to the row's title. */
#define LONGEST 24

static GtkListBox *
get_list (GtkWidget *card)
{
  return GTK_LIST_BOX (gtk_widget_get_last_child (card));
}

GtkWidget *
ink_data_card_new (const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (card), heading);
  gtk_box_append (GTK_BOX (card), list);
  return card;
}

static GtkWidget *
make_value (const char *value)
{
  GtkWidget *label = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (g_utf8_strlen (value, -1) > LONGEST)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), LONGEST);
      gtk_widget_set_tooltip_text (label, value);
    }
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

void
ink_data_card_add (GtkWidget *card,
                   const char *title,
                   const char *detail,
                   const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (detail != NULL)
    {
      g_autofree char *second = g_markup_escape_text (detail, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), second);
    }
  if (value != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_value (value));
  gtk_list_box_append (get_list (card), row);
}

void
ink_data_card_clear (GtkWidget *card)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (get_list (card)))) != NULL)
    gtk_list_box_remove (get_list (card), row);
}

guint
ink_data_card_count (GtkWidget *card)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (get_list (card), (int) n) != NULL)
    n++;
  return n;
}
