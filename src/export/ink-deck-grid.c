/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists of texts. */
#include "config.h"

#include "export/ink-deck-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

InkDeckGrid *
ink_deck_grid_new (const char *const *headings)
{
  InkDeckGrid *grid;
  gboolean numeric = FALSE;

  g_return_val_if_fail (headings != NULL, NULL);

  grid = g_new0 (InkDeckGrid, 1);
  grid->texts = g_ptr_array_new_with_free_func (g_free);
  grid->shades = g_array_new (FALSE, FALSE, sizeof (double));
  grid->numeric = g_array_new (FALSE, TRUE, sizeof (gboolean));
  grid->n_columns = g_strv_length ((char **) headings);
  for (guint i = 0; i < grid->n_columns; i++)
    {
      ink_deck_grid_add (grid, headings[i], NAN);
      g_array_append_val (grid->numeric, numeric);
    }

  return grid;
}

void
ink_deck_grid_free (InkDeckGrid *grid)
{
  if (grid == NULL)
    return;

  g_ptr_array_unref (grid->texts);
  g_array_unref (grid->shades);
  g_array_unref (grid->numeric);
  g_clear_pointer (&grid->parts, g_array_unref);
  g_free (grid->caption);
  g_free (grid);
}

void
ink_deck_grid_add (InkDeckGrid *grid,
                   const char *text,
                   double shade)
{
  g_return_if_fail (grid != NULL);

  g_ptr_array_add (grid->texts, g_strdup (text != NULL ? text : ""));
  g_array_append_val (grid->shades, shade);
  grid->n_rows = (grid->texts->len + grid->n_columns - 1) / MAX (grid->n_columns, 1);
}

InkDeckGrid *
ink_deck_grid_new_for_table (const InkTableGrid *table)
{
  g_auto (GStrv) headings = NULL;
  InkDeckGrid *grid;

  g_return_val_if_fail (table != NULL, NULL);

  headings = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++)
    headings[i] = g_strdup (ink_table_grid_get (table, 0, i));
  grid = ink_deck_grid_new ((const char *const *) headings);
  g_array_set_size (grid->numeric, 0);
  g_array_append_vals (grid->numeric, table->numeric->data, table->n_columns);
  grid->parts = g_array_copy (table->parts);
  for (guint row = 1; row <= table->n_rows; row++)
    for (guint i = 0; i < table->n_columns; i++)
      ink_deck_grid_add (grid, ink_table_grid_get (table, row, i), NAN);
  grid->caption = g_strdup (table->caption);

  return grid;
}

static InkDeckGrid *
new_for_headings (const InkHeatGrid *heat)
{
  g_autoptr (GStrvBuilder) headings = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  gboolean has_marks = FALSE;
  InkDeckGrid *grid;

  g_strv_builder_add (headings, "");
  for (guint i = 0; i < heat->columns->len; i++)
    g_strv_builder_add (headings, g_ptr_array_index (heat->columns, i));
  for (guint i = 0; heat->marks != NULL && i < heat->marks->len; i++)
    has_marks |= g_ptr_array_index (heat->marks, i) != NULL;
  if (has_marks)
    g_strv_builder_add (headings, "");
  names = g_strv_builder_end (headings);
  grid = ink_deck_grid_new ((const char *const *) names);
  for (guint i = 1; i <= heat->columns->len; i++)
    g_array_index (grid->numeric, gboolean, i) = TRUE;

  return grid;
}

static void
add_heat_row (InkDeckGrid *grid,
              const InkHeatGrid *heat,
              guint row)
{
  gboolean has_marks = grid->n_columns > heat->columns->len + 1;
  guint first;

  ink_deck_grid_add (grid, g_ptr_array_index (heat->rows, row), NAN);
  first = grid->texts->len;
  for (guint i = 0; i < heat->columns->len; i++)
    ink_deck_grid_add (grid, NULL, NAN);
  if (has_marks)
    ink_deck_grid_add (grid, g_ptr_array_index (heat->marks, row), NAN);
  for (guint i = 0; i < heat->cells->len; i++)
    {
      const InkHeatCell *cell = &g_array_index (heat->cells, InkHeatCell, i);

      if (cell->row != row)
        continue;
      g_free (grid->texts->pdata[first + cell->column]);
      grid->texts->pdata[first + cell->column] = g_strdup (cell->text != NULL ? cell->text : "");
      g_array_index (grid->shades, double, first + cell->column) = cell->heat;
    }
}

static char *
say_caption (const InkHeatGrid *heat,
             guint n_left)
{
  g_autoptr (GString) caption = g_string_new (heat->remark);

  if (n_left > 0)
    g_string_append_printf (caption, g_dngettext (GETTEXT_PACKAGE, " %u more is not shown.",
                                                  " %u more are not shown.", n_left),
                            n_left);
  return caption->len > 0 ? g_string_free (g_steal_pointer (&caption), FALSE) : NULL;
}

InkDeckGrid *
ink_deck_grid_new_for_heat (const InkHeatGrid *heat,
                            guint most)
{
  InkDeckGrid *grid;
  guint n;

  g_return_val_if_fail (heat != NULL, NULL);

  n = MIN (heat->rows->len, most);
  grid = new_for_headings (heat);
  for (guint row = 0; row < n; row++)
    add_heat_row (grid, heat, row);
  grid->caption = say_caption (heat, heat->rows->len - n);

  return grid;
}
