/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Nobody could ask for it again: the window's tables are sorted, searched and filtered by hand. So it
 * is frozen from the beginning, and small, because every step of the history holds it. */
#include "config.h"

#include "document/ink-slide-table.h"

#include "analysis/ink-answer.h"
#include "charts/ink-table-grid.h"

static void
declare (InkTableBuilder *builder,
         const InkTable *table,
         guint column)
{
  const char *name = ink_table_get_name (table, column);
  const char *title = ink_table_get_title (table, column);

  if (ink_table_is_text (table, column))
    ink_table_builder_add_text (builder, name, title);
  else
    ink_table_builder_add_number (builder, name, title, ink_table_get_format (table, column));
}

static InkTable *
take_first (const InkTable *table,
            guint n_rows)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  guint n_columns = ink_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    declare (builder, table, i);
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_columns; i++)
      if (ink_table_is_text (table, i))
        ink_table_builder_text (builder, ink_table_get_text (table, i, row));
      else
        ink_table_builder_number (builder, ink_table_get_number (table, i, row));

  return ink_table_builder_end (builder);
}

InkSlide *
ink_slide_new_for_table (const InkTable *table,
                         guint n_rows,
                         const char *title,
                         const char *date)
{
  g_autoptr (InkAnswer) answer = NULL;
  InkSlide *slide;

  g_return_val_if_fail (table != NULL && title != NULL && date != NULL, NULL);
  g_return_val_if_fail (n_rows >= ink_table_get_n_rows (table), NULL);

  answer = ink_answer_new ();
  ink_answer_add_table (answer, INK_SLIDE_TABLE,
                        take_first (table, MIN (ink_table_get_n_rows (table),
                                          INK_TABLE_GRID_ROWS)));
  slide = ink_slide_new ();
  slide->title = g_strdup (title);
  slide->chart = g_strdup (INK_SLIDE_TABLE);
  slide->frozen = ink_frozen_new ();
  slide->frozen->date = g_strdup (date);
  slide->frozen->table = ink_answer_to_json (answer);
  slide->frozen->n_rows = n_rows > INK_TABLE_GRID_ROWS ? n_rows : 0;

  return slide;
}
