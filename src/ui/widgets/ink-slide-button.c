/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-slide-button.h"

#include "definition/ink-slide.h"
#include "document/ink-slide-table.h"

#include <glib/gi18n-lib.h>

static void
show_icon (GtkWidget *button)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), "x-office-presentation-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Add to Report"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add to Report"), -1);
}

GtkWidget *
ink_slide_button_new (gboolean icon_only)
{
  GtkWidget *button = icon_only ? gtk_button_new ()
                                : gtk_button_new_with_mnemonic (_ ("Add to _Report"));

  if (icon_only)
    show_icon (button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "{}");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-slide");
  gtk_widget_set_visible (button, FALSE);

  return button;
}

void
ink_slide_button_set_words (GtkWidget *button,
                            const char *title,
                            const char *const *sentences)
{
  g_autoptr (InkSlide) slide = ink_slide_new ();
  g_autofree char *json = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_widget_set_visible (button, title != NULL);
  if (title == NULL)
    return;
  slide->title = g_strdup (title);
  g_strfreev (slide->sentences);
  slide->sentences = g_strdupv ((char **) sentences);
  json = ink_slide_to_json (slide);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", json);
}

void
ink_slide_button_set_table (GtkWidget *button,
                            const InkTable *table,
                            const char *title)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d"), *json = NULL;
  g_autoptr (InkSlide) slide = NULL;

  g_return_if_fail (GTK_IS_BUTTON (button) && title != NULL);

  gtk_widget_set_visible (button, table != NULL);
  if (table == NULL)
    return;
  slide = ink_slide_new_for_table (table, ink_table_get_n_rows (table), title, today);
  json = ink_slide_to_json (slide);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", json);
}

GtkWidget *
ink_slide_button_beside (GtkWidget *heading,
                         const InkTable *table,
                         const char *title)
{
  GtkWidget *line, *button;

  g_return_val_if_fail (GTK_IS_WIDGET (heading), NULL);

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  button = ink_slide_button_new (TRUE);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  ink_slide_button_set_table (button, table, title);
  gtk_box_append (GTK_BOX (line), heading);
  gtk_box_append (GTK_BOX (line), button);

  return line;
}
