/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-fact-grid.h"

#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-lead-box.h"
#include "ui/widgets/ink-text-column.h"
#include "ui/widgets/ink-wrapped-label.h"

#define COLUMN_SPACING 9
#define ROW_SPACING 6

struct _InkFactGrid
{
  GtkWidget parent_instance;

  InkTextColumn *rows;
};

G_DEFINE_FINAL_TYPE (InkFactGrid, ink_fact_grid, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = ink_wrapped_label_new (text, css_class);

  /* As wide as its words where there is room: numbers do not break. */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_valign (label, GTK_ALIGN_START);

  return label;
}

/* At the end of the line, and read from left to right in every language. */
static void
set_number_like (GtkWidget *label)
{
  gboolean mirrored = gtk_widget_get_direction (label) == GTK_TEXT_DIR_RTL;

  gtk_widget_set_direction (label, GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (GTK_LABEL (label), mirrored ? 0 : 1);
  gtk_label_set_justify (GTK_LABEL (label), mirrored ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
}

void
ink_fact_grid_add (InkFactGrid *self,
                   const char *name,
                   const char *value,
                   const char *idea)
{
  GtkWidget *row, *left, *right;

  g_return_if_fail (INK_IS_FACT_GRID (self));
  g_return_if_fail (name != NULL && value != NULL);

  left = make_label (name, "dim-label");
  right = make_label (value, "numeric");
  if (idea != NULL)
    left = ink_idea_button_beside (left, idea);
  gtk_widget_set_hexpand (left, TRUE);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  set_number_like (right);
  /* In columns the widest number would take from the room of every name; a box measures the name in
   * another width than it gives it where both are cut, on newer GTK. */
  row = ink_lead_box_new (COLUMN_SPACING);
  ink_lead_box_append_words (INK_LEAD_BOX (row), left);
  ink_lead_box_append (INK_LEAD_BOX (row), right);
  ink_text_column_append (self->rows, row);
}

void
ink_fact_grid_clear (InkFactGrid *self)
{
  g_return_if_fail (INK_IS_FACT_GRID (self));

  ink_text_column_clear (self->rows);
}

GtkWidget *
ink_fact_grid_new (void)
{
  return g_object_new (INK_TYPE_FACT_GRID, NULL);
}

static void
ink_fact_grid_dispose (GObject *object)
{
  InkFactGrid *self = INK_FACT_GRID (object);

  if (self->rows != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->rows));
  self->rows = NULL;

  G_OBJECT_CLASS (ink_fact_grid_parent_class)->dispose (object);
}

static void
ink_fact_grid_class_init (InkFactGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_fact_grid_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ink_fact_grid_init (InkFactGrid *self)
{
  self->rows = INK_TEXT_COLUMN (ink_text_column_new (ROW_SPACING));
  gtk_widget_set_parent (GTK_WIDGET (self->rows), GTK_WIDGET (self));
}
