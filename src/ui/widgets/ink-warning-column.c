/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-warning-column.h"

static GtkWidget *
make_warning (const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (sentence);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "warning");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* Is that said already? */
static gboolean
says (InkTextColumn *column,
      GPtrArray *warnings)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (column));

  for (guint i = 0; i < warnings->len; i++)
    {
      if (child == NULL
          || g_strcmp0 (gtk_label_get_label (GTK_LABEL (gtk_widget_get_last_child (child))),
                        g_ptr_array_index (warnings, i))
                 != 0)
        return FALSE;
      child = gtk_widget_get_next_sibling (child);
    }

  return child == NULL;
}

void
ink_warning_column_show (InkTextColumn *column,
                         GPtrArray *warnings)
{
  g_return_if_fail (INK_IS_TEXT_COLUMN (column));
  g_return_if_fail (warnings != NULL);

  if (says (column, warnings))
    return;
  ink_text_column_clear (column);
  for (guint i = 0; i < warnings->len; i++)
    ink_text_column_append (column, make_warning (g_ptr_array_index (warnings, i)));
  gtk_widget_set_visible (GTK_WIDGET (column), warnings->len > 0);
}
