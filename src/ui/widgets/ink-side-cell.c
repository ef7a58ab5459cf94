/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-side-cell.h"

#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-persona-look.h"

#define HEAD_LINES 2
#define HEAD_AROUND 10

/* ---- Texts ---- */

GtkWidget *
ink_side_label_new (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0.5 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);

  return label;
}

void
ink_side_label_set (GtkWidget *label,
                    const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

/* ---- Heads ---- */

GtkWidget *
ink_side_head_new (void)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *spot = ink_persona_spot_new ();
  GtkWidget *label = ink_side_label_new (1);

  /* Two lines, then three dots. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), HEAD_LINES);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_halign (spot, GTK_ALIGN_END);
  /* No alignment of the widget: GTK would look for the least width for its height, and lay the text
   * out many times for that. */
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_add_css_class (head, "side-cell");
  gtk_box_append (GTK_BOX (head), spot);
  gtk_box_append (GTK_BOX (head), label);

  return head;
}

void
ink_side_head_set (GtkWidget *head,
                   const char *name,
                   const char *colour)
{
  ink_persona_spot_set_colour (gtk_widget_get_first_child (head), colour);
  ink_side_label_set (gtk_widget_get_last_child (head), name);
  ink_compat_set_tooltip (head, name);
}

/* The longest word of a head, with what is around it. */
int
ink_side_head_measure_words (GtkWidget *head)
{
  GtkWidget *label = gtk_widget_get_last_child (head);
  g_auto (GStrv) words = g_strsplit (gtk_label_get_label (GTK_LABEL (label)), " ", -1);
  int longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, words[i]);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      longest = MAX (longest, width + HEAD_AROUND);
    }

  return longest;
}

/* ---- Values ---- */

/* A hint is only looked up when it is wanted: to set a tooltip, GTK asks the display where the pointer
 * is, once for each cell. */
static gboolean
query_tooltip_cb (GtkWidget *cell,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  gpointer data)
{
  const char *words = g_object_get_data (G_OBJECT (cell), "words");

  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

static void
give_hint (GtkWidget *cell)
{
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

/* Numbers are read from left to right in every language. */
static GtkWidget *
make_value (void)
{
  GtkWidget *label = ink_side_label_new (1);
  gboolean mirrored = gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (GTK_LABEL (label), mirrored ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), mirrored ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

GtkWidget *
ink_side_cell_new (gboolean is_button)
{
  GtkWidget *cell = make_value ();

  if (is_button)
    {
      GtkWidget *label = cell;

      cell = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (cell), label);
      gtk_button_set_has_frame (GTK_BUTTON (cell), FALSE);
    }
  gtk_widget_add_css_class (cell, "side-cell");
  give_hint (cell);

  return cell;
}

void
ink_side_cell_set (GtkWidget *cell,
                   const char *text,
                   const char *words,
                   gboolean strong)
{
  GtkWidget *label = GTK_IS_BUTTON (cell) ? gtk_button_get_child (GTK_BUTTON (cell)) : cell;

  ink_side_label_set (label, text);
  if (strong)
    gtk_widget_add_css_class (label, "strong");
  else
    gtk_widget_remove_css_class (label, "strong");
  if (g_strcmp0 (g_object_get_data (G_OBJECT (cell), "words"), words) == 0)
    return;
  g_object_set_data_full (G_OBJECT (cell), "words", g_strdup (words), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}
