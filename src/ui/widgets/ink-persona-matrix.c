/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-matrix.h"

#include "ui/compat/ink-compat-name.h"

#include <math.h>

#include "definition/ink-persona-edit.h"
#include "plot/ink-numbers.h"
#include "ui/widgets/ink-persona-look.h"
#include "ui/widgets/ink-persona-words.h"
#include "ui/widgets/ink-table-view.h"
#include "ui/widgets/ink-text-column.h"

#include <glib/gi18n-lib.h>

/* More do not fit on a phone; then the words and the table say it. */
#define MOST_IN_MATRIX 6
#define MOST_SENTENCES 3
/* Fewer in common are not worth a sentence. */
#define LEAST_SHARE 0.01

struct _InkPersonaMatrix
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkGrid *grid;
  InkTextColumn *sentences;
  GtkToggleButton *expander;
  InkTableView *table_view;

  guint n_shown;     /* personas in the grid */
  InkTable *overlap; /* that is shown */
  char *said;        /* names and colours that are shown */
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkPersonaMatrix, ink_persona_matrix, GTK_TYPE_WIDGET)

/* ---- The matrix ---- */

static void
empty_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

static int
find_pair (const InkTable *overlap,
           const char *first,
           const char *second)
{
  for (guint row = 0; row < ink_table_get_n_rows (overlap); row++)
    if (g_strcmp0 (ink_table_get_text (overlap, 0, row), first) == 0
        && g_strcmp0 (ink_table_get_text (overlap, 1, row), second) == 0)
      return (int) row;

  return -1;
}

/* The share of the persona @row that matches @column too. */
static double
get_share (InkPersonaMatrix *self,
           const InkDefinition *definition,
           guint row,
           guint column)
{
  const char *first = definition->personas[MIN (row, column)]->name;
  const char *second = definition->personas[MAX (row, column)]->name;
  int pair = find_pair (self->overlap, first, second);

  return pair >= 0 ? ink_table_get_number (self->overlap, row < column ? 3 : 4, (guint) pair) : 0;
}

static void
cell_clicked_cb (GtkWidget *cell,
                 InkPersonaMatrix *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, g_object_get_data (G_OBJECT (cell), "first"),
                 g_object_get_data (G_OBJECT (cell), "second"));
}

static void
name_cell (GtkWidget *cell,
           const char *first,
           const char *second,
           const char *share)
{
  /* Translators: a share, the name of a persona, the name of another */
  g_autofree char *words
      = g_strdup_printf (_ ("%s of those who match “%s” also match “%s”"), share, first, second);

  g_object_set_data_full (G_OBJECT (cell), "first", g_strdup (first), g_free);
  g_object_set_data_full (G_OBJECT (cell), "second", g_strdup (second), g_free);
  ink_compat_set_tooltip (cell, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
}

static GtkWidget *
make_cell (InkPersonaMatrix *self,
           guint row,
           guint column)
{
  GtkWidget *cell = row == column ? gtk_label_new ("") : gtk_button_new_with_label ("");

  gtk_widget_add_css_class (cell, "overlap-cell");
  if (row == column)
    return cell;
  gtk_button_set_has_frame (GTK_BUTTON (cell), FALSE);
  gtk_widget_add_css_class (cell, "numeric");
  g_signal_connect (cell, "clicked", G_CALLBACK (cell_clicked_cb), self);

  return cell;
}

static void
fill_cell (InkPersonaMatrix *self,
           GtkWidget *cell,
           const InkDefinition *definition,
           guint row,
           guint column)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  double share = get_share (self, definition, row, column);
  g_autofree char *text = ink_numbers_share (&numbers, share);
  g_autofree char *shade = g_strdup_printf ("overlap-%d", (int) ceil (share * 4));
  const char *old = g_object_get_data (G_OBJECT (cell), "shade");

  if (g_strcmp0 (old, shade) != 0)
    {
      if (old != NULL)
        gtk_widget_remove_css_class (cell, old);
      gtk_widget_add_css_class (cell, shade);
      g_object_set_data_full (G_OBJECT (cell), "shade", g_steal_pointer (&shade), g_free);
    }
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (cell)), text) != 0)
    gtk_button_set_label (GTK_BUTTON (cell), text);
  gtk_widget_set_sensitive (cell, share > 0);
  name_cell (cell, definition->personas[row]->name, definition->personas[column]->name, text);
}

static GtkWidget *
make_head (gboolean with_name)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_set_visible (label, with_name);
  gtk_widget_set_hexpand (label, with_name);
  gtk_widget_set_halign (head, with_name ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), ink_persona_spot_new ());
  gtk_box_append (GTK_BOX (head), label);

  return head;
}

static void
fill_head (GtkWidget *head,
           const InkDefinition *definition,
           guint persona)
{
  const char *name = definition->personas[persona]->name;

  ink_persona_spot_set_colour (gtk_widget_get_first_child (head),
                               ink_persona_colour_at (definition, persona));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (head)), name);
  ink_compat_set_tooltip (head, name);
}

/* Row and column 0 are the heads. Widgets are made anew only where there are more personas, or
 * fewer. */
static void
make_matrix (InkPersonaMatrix *self,
             guint n)
{
  if (self->n_shown == n)
    return;
  self->n_shown = n;
  empty_grid (self->grid);
  for (guint row = 0; row < n; row++)
    {
      gtk_grid_attach (self->grid, make_head (TRUE), 0, (int) row + 1, 1, 1);
      gtk_grid_attach (self->grid, make_head (FALSE), (int) row + 1, 0, 1, 1);
      for (guint column = 0; column < n; column++)
        gtk_grid_attach (self->grid, make_cell (self, row, column), (int) column + 1,
                         (int) row + 1, 1, 1);
    }
}

static void
show_matrix (InkPersonaMatrix *self,
             const InkDefinition *definition)
{
  guint n = ink_personas_count (definition);
  gboolean fits = n <= MOST_IN_MATRIX;

  gtk_widget_set_visible (GTK_WIDGET (self->grid), fits);
  make_matrix (self, fits ? n : 0);
  for (guint row = 0; row < self->n_shown; row++)
    {
      fill_head (gtk_grid_get_child_at (self->grid, 0, (int) row + 1), definition, row);
      fill_head (gtk_grid_get_child_at (self->grid, (int) row + 1, 0), definition, row);
      for (guint column = 0; column < n; column++)
        if (row != column)
          fill_cell (self, gtk_grid_get_child_at (self->grid, (int) column + 1, (int) row + 1),
                     definition, row, column);
    }
}

/* ---- Words ---- */

/* The row with the largest share of the second that is not above @below; -1. */
static int
find_next (const InkTable *overlap,
           const gboolean *said)
{
  double most = LEAST_SHARE;
  int found = -1;

  for (guint row = 0; row < ink_table_get_n_rows (overlap); row++)
    if (!said[row] && ink_table_get_number (overlap, 4, row) >= most)
      {
        most = ink_table_get_number (overlap, 4, row);
        found = (int) row;
      }

  return found;
}

static void
show_sentences (InkPersonaMatrix *self)
{
  g_autofree gboolean *said = g_new0 (gboolean, ink_table_get_n_rows (self->overlap) + 1);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MOST_SENTENCES; i++)
    {
      int row = find_next (self->overlap, said);
      g_autofree char *words = NULL;

      if (row < 0)
        break;
      said[row] = TRUE;
      words = ink_persona_words_of_overlap (self->overlap, (guint) row);
      g_ptr_array_add (sentences, g_markup_escape_text (words, -1));
    }
  ink_text_column_say (self->sentences, sentences);
}

/* ---- The widget ---- */

static void
expanded_cb (InkPersonaMatrix *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->expander);

  gtk_widget_set_visible (GTK_WIDGET (self->table_view), expanded);
  ink_table_view_set_table (self->table_view, expanded ? self->overlap : NULL, NULL);
}

static void
ink_persona_matrix_dispose (GObject *object)
{
  InkPersonaMatrix *self = INK_PERSONA_MATRIX (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->overlap, ink_table_unref);
  g_clear_pointer (&self->said, g_free);

  G_OBJECT_CLASS (ink_persona_matrix_parent_class)->dispose (object);
}

static void
ink_persona_matrix_class_init (InkPersonaMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_persona_matrix_dispose;
  g_type_ensure (INK_TYPE_TEXT_COLUMN);
  g_type_ensure (INK_TYPE_TABLE_VIEW);
  signals[SIGNAL_ACTIVATED]
      = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, INK_RESOURCE_BASE "/widgets/ink-persona-matrix.ui");
  gtk_widget_class_bind_template_child (widget_class, InkPersonaMatrix, box);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaMatrix, grid);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaMatrix, sentences);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaMatrix, expander);
  gtk_widget_class_bind_template_child (widget_class, InkPersonaMatrix, table_view);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ink_persona_matrix_init (InkPersonaMatrix *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_table_view_set_title (self->table_view, _ ("Who also matches another"));
}

/* What is shown beside the numbers. */
static char *
name_all (const InkDefinition *definition)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; definition->personas[i] != NULL; i++)
    g_string_append_printf (names, "%s\n%s\n", definition->personas[i]->name,
                            ink_persona_colour_at (definition, i));

  return g_string_free (names, FALSE);
}

void
ink_persona_matrix_set_tables (InkPersonaMatrix *self,
                               const InkDefinition *definition,
                               const InkTable *personas,
                               InkTable *overlap)
{
  g_autofree char *said = NULL;

  g_return_if_fail (INK_IS_PERSONA_MATRIX (self));
  g_return_if_fail (definition != NULL && personas != NULL && overlap != NULL);

  said = name_all (definition);
  if (self->overlap != NULL && ink_table_equal (self->overlap, overlap)
      && g_strcmp0 (self->said, said) == 0)
    return;
  g_clear_pointer (&self->overlap, ink_table_unref);
  g_free (self->said);
  self->said = g_steal_pointer (&said);
  self->overlap = ink_table_ref (overlap);
  gtk_widget_set_visible (GTK_WIDGET (self), ink_table_get_n_rows (overlap) > 0);
  show_matrix (self, definition);
  show_sentences (self);
  expanded_cb (self);
}
