/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A column's levels are only laid out when it is opened: a table may have a hundred columns. */
#include "config.h"

#include "ui/widgets/ink-timeless-view.h"

#include "analysis/ink-indicator-words.h"
#include "analysis/ink-timeless-sentence.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-slide-button.h"
#include "ui/widgets/ink-text-column.h"
#include "ui/widgets/ink-warning-card.h"
#include "ui/widgets/ink-width-layout.h"
#include "ui/widgets/ink-wrapped-label.h"

#include <glib/gi18n-lib.h>

struct _InkTimelessView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  InkIndicators *indicators;
};

G_DEFINE_FINAL_TYPE (InkTimelessView, ink_timeless_view, GTK_TYPE_WIDGET)

static guint trusted_signal;

/* ---- Parts ---- */

static void
add (GtkWidget *box,
     GtkWidget *child)
{
  gtk_box_append (GTK_BOX (box), child);
}

/* ---- Micro goals ---- */

static const char *
get_style (InkTimelessVerdict verdict)
{
  static const char *const styles[INK_N_TIMELESS_VERDICTS] = {
    [INK_TIMELESS_NO_DATA] = "dim-label",
    [INK_TIMELESS_MORE] = "success",
    [INK_TIMELESS_LESS] = "error",
    [INK_TIMELESS_NO_DIFFERENCE] = "dim-label",
  };

  return styles[verdict];
}

static void
add_micro (InkTimelessView *self,
           const InkTimelessMicro *micro)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *verdict
      = ink_wrapped_label_new (ink_timeless_verdict_get_title (micro->verdict), "caption-heading");

  gtk_widget_add_css_class (verdict, get_style (micro->verdict));
  add (card, ink_wrapped_label_new (micro->micro, "heading"));
  add (card, verdict);
  add (card, ink_wrapped_label_new (micro->sentence, NULL));
  add (self->box, card);
}

/* ---- Columns ---- */

static void
attach (GtkWidget *grid,
        const char *text,
        int column,
        int row)
{
  GtkWidget *label = ink_wrapped_label_new (text, column > 0 ? "numeric" : NULL);

  gtk_widget_set_hexpand (label, column == 0);
  if (column > 0)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    }
  gtk_grid_attach (GTK_GRID (grid), label, column, row, 1, 1);
}

static GtkWidget *
make_levels (const InkTimelessColumn *column)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 6);
  for (guint i = 0; i < column->n_levels; i++)
    {
      const InkTimelessLevel *level = &column->levels[i];
      g_autofree char *name = ink_timeless_level (column, i);
      g_autofree char *share = ink_words_share ((double) level->converted / (double) level->people);
      g_autofree char *range = ink_words_share_range (level->range);
      g_autofree char *part = ink_words_count ((double) level->converted);
      g_autofree char *all = ink_words_count ((double) level->people);
      /* Translators: a share, its 95 % range, how many, and of how many. */
      g_autofree char *words = g_strdup_printf (_ ("%s (%s)\n%s of %s"), share, range, part, all);

      attach (grid, name, 0, (int) i);
      attach (grid, words, 1, (int) i);
    }
  return grid;
}

static void
expanded_cb (GtkExpander *expander,
             GParamSpec *pspec,
             InkTimelessView *self)
{
  const InkTimelessTable *table = self->indicators->timeless;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (expander), "column"));
  InkTextColumn *place = INK_TEXT_COLUMN (gtk_expander_get_child (expander));

  if (gtk_widget_get_first_child (GTK_WIDGET (place)) == NULL && index < table->n_columns)
    ink_text_column_append (place, make_levels (table->columns[index]));
}

static void
trusted_cb (GtkCheckButton *check,
            GParamSpec *pspec,
            InkTimelessView *self)
{
  const InkTimelessTable *table = self->indicators->timeless;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "column"));

  if (index < table->n_columns)
    g_signal_emit (self, trusted_signal, 0, table->columns[index]->column,
                   gtk_check_button_get_active (check));
}

/* Struck through where it almost gives the answer away. */
static GtkWidget *
make_name (const InkTimelessColumn *column)
{
  GtkWidget *label = ink_wrapped_label_new (column->column, NULL);

  if (column->check)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
    }
  return label;
}

/* The question whether the column was filled in afterwards, and the user's answer. */
static void
add_question (InkTimelessView *self,
              const InkTimelessColumn *column,
              guint index)
{
  g_autofree char *warning = ink_timeless_warning (column);
  GtkWidget *check = gtk_check_button_new_with_label (_ ("It was known before"));

  if (warning != NULL)
    {
      GtkWidget *label = ink_wrapped_label_new (warning, "caption");

      gtk_widget_add_css_class (label, "warning");
      add (self->box, label);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), column->is_trusted);
  g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (index));
  g_signal_connect (check, "notify::active", G_CALLBACK (trusted_cb), self);
  add (self->box, check);
}

static void
add_column (InkTimelessView *self,
            guint index)
{
  const InkTimelessColumn *column = self->indicators->timeless->columns[index];
  GtkWidget *expander = gtk_expander_new (NULL);

  gtk_expander_set_label_widget (GTK_EXPANDER (expander), make_name (column));
  /* Without a child its height does not depend on its width, says GTK, and a name of two lines would
   * lie over the next. */
  gtk_expander_set_child (GTK_EXPANDER (expander), ink_text_column_new (0));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  column->column, -1);
  g_object_set_data (G_OBJECT (expander), "column", GUINT_TO_POINTER (index));
  g_signal_connect (expander, "notify::expanded", G_CALLBACK (expanded_cb), self);
  add (self->box, expander);
  if (column->check || column->is_trusted)
    add_question (self, column, index);
}

/* ---- The view ---- */

static void
say_counts (InkTimelessView *self,
            const InkTimelessTable *table)
{
  g_autofree char *rows = ink_words_count ((double) table->rows);
  g_autofree char *converted = ink_words_count ((double) table->converted);
  g_autofree char *words
      /* Translators: how many rows, how many of them have the outcome, the outcome. */
      = g_strdup_printf (_ ("%s rows, %s of them with “%s”."), rows, converted, table->outcome);

  add (self->box, ink_wrapped_label_new (words, "dim-label"));
}

static void
show (InkTimelessView *self)
{
  const InkTimelessTable *table = self->indicators->timeless;
  g_autoptr (InkTable) micros = ink_timeless_to_table (table);
  g_autoptr (InkTable) levels = ink_timeless_to_levels (table);
  GtkWidget *child, *banner = ink_warning_card_new (NULL, table->banner);

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  add (self->box, banner);
  say_counts (self, table);
  add (self->box, ink_slide_button_beside (
                      ink_idea_button_beside (
                          ink_wrapped_label_new (_ ("What goes together"), "title-4"), "timeless"),
                      table->n > 0 ? micros : NULL, _ ("What goes together")));
  for (guint i = 0; i < table->n; i++)
    add_micro (self, &table->micros[i]);
  if (table->n == 0)
    add (self->box,
         ink_wrapped_label_new (_ ("Make a micro goal of a yes/no column, or of one value of a "
                                   "column, to compare it here."),
                                "dim-label"));
  add (self->box,
       ink_slide_button_beside (ink_wrapped_label_new (_ ("Column by column"), "title-4"),
                                table->n_columns > 0 ? levels : NULL, _ ("Column by column")));
  add (self->box, ink_wrapped_label_new (_ ("Not adjusted for anything."), "dim-label"));
  for (guint i = 0; i < table->n_columns; i++)
    add_column (self, i);
}

void
ink_timeless_view_set_indicators (InkTimelessView *self,
                                  InkIndicators *indicators)
{
  g_return_if_fail (INK_IS_TIMELESS_VIEW (self));
  g_return_if_fail (indicators != NULL && indicators->timeless != NULL);

  if (self->indicators == indicators)
    return;
  g_clear_pointer (&self->indicators, ink_indicators_unref);
  self->indicators = ink_indicators_ref (indicators);
  show (self);
}

static void
ink_timeless_view_dispose (GObject *object)
{
  InkTimelessView *self = INK_TIMELESS_VIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->indicators, ink_indicators_unref);

  G_OBJECT_CLASS (ink_timeless_view_parent_class)->dispose (object);
}

static void
ink_timeless_view_class_init (InkTimelessViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_timeless_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, INK_TYPE_WIDTH_LAYOUT);
  trusted_signal = g_signal_new ("trusted", INK_TYPE_TIMELESS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
ink_timeless_view_init (InkTimelessView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
