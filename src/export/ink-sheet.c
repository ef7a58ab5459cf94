/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cells as they come, row by row when they are written. */
#include "config.h"

#include "export/ink-sheet-private.h"

#include <math.h>
#include <string.h>

#include "base/ink-time.h"

/* 1 January 1970 in the days of spreadsheets. */
#define EPOCH 25569

static void
clear_cell (gpointer data)
{
  InkCell *cell = data;

  g_free (cell->text);
}

static GArray *
new_row (void)
{
  GArray *row = g_array_new (FALSE, TRUE, sizeof (InkCell));

  g_array_set_clear_func (row, clear_cell);
  return row;
}

/* What spreadsheets refuse in a name becomes a space; an empty name is none. */
static char *
fit_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) fit = g_string_new (NULL);
  guint n = 0;

  for (const char *at = valid; *at != '\0' && n < 31; at = g_utf8_next_char (at), n++)
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (fit, c < 0x20 || (c < 0x80 && strchr ("[]:*?/\\'", (int) c) != NULL)
                                        ? ' '
                                        : c);
    }
  g_strstrip (fit->str);

  return g_strdup (*fit->str != '\0' ? fit->str : "Sheet");
}

InkSheet *
ink_sheet_new (const char *name)
{
  InkSheet *sheet;

  g_return_val_if_fail (name != NULL, NULL);

  sheet = g_new0 (InkSheet, 1);
  sheet->name = fit_name (name);
  sheet->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  return sheet;
}

void
ink_sheet_free (InkSheet *sheet)
{
  if (sheet == NULL)
    return;

  g_free (sheet->name);
  g_ptr_array_unref (sheet->rows);
  g_free (sheet);
}

const char *
ink_sheet_get_name (const InkSheet *sheet)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  return sheet->name;
}

static InkCell *
reach_cell (InkSheet *sheet,
            guint row,
            guint column)
{
  GArray *cells;

  while (sheet->rows->len <= row)
    g_ptr_array_add (sheet->rows, new_row ());
  cells = g_ptr_array_index (sheet->rows, row);
  if (cells->len <= column)
    g_array_set_size (cells, column + 1);

  return &g_array_index (cells, InkCell, column);
}

void
ink_sheet_set_text (InkSheet *sheet,
                    guint row,
                    guint column,
                    const char *text)
{
  InkCell *cell;

  g_return_if_fail (sheet != NULL && column < INK_SHEET_MAX_COLUMNS);

  cell = reach_cell (sheet, row, column);
  g_free (cell->text);
  *cell = (InkCell){ .kind = text != NULL ? INK_CELL_TEXT : INK_CELL_EMPTY,
                     .text = g_strdup (text) };
}

void
ink_sheet_set_number (InkSheet *sheet,
                      guint row,
                      guint column,
                      double number,
                      InkFormat format)
{
  InkCell *cell;

  g_return_if_fail (sheet != NULL && column < INK_SHEET_MAX_COLUMNS);

  cell = reach_cell (sheet, row, column);
  g_free (cell->text);
  if (format == INK_FORMAT_TIME)
    number = number / (double) INK_DAY + EPOCH;
  *cell = (InkCell){ .kind = isfinite (number) ? INK_CELL_NUMBER : INK_CELL_EMPTY,
                     .number = number,
                     .format = format };
}

/* A clock's time in @zone, as if it were UTC. */
static double
to_local (double time,
          GTimeZone *zone)
{
  gint64 seconds = isfinite (time) ? (gint64) floor (time / INK_SECOND) : 0;
  int interval;

  if (!isfinite (time) || zone == NULL)
    return time;

  interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds);
  return time + (double) g_time_zone_get_offset (zone, interval) * INK_SECOND;
}

static void
put_column (InkSheet *sheet,
            const InkTable *table,
            guint column,
            GTimeZone *zone)
{
  gboolean is_text = ink_table_is_text (table, column);
  InkFormat format = is_text ? INK_FORMAT_PLAIN : ink_table_get_format (table, column);
  const char *title = ink_table_get_title (table, column);

  ink_sheet_set_text (sheet, 0, column, title);
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      double number = is_text ? NAN : ink_table_get_number (table, column, row);

      if (is_text)
        ink_sheet_set_text (sheet, row + 1, column, ink_table_get_text (table, column, row));
      else
        ink_sheet_set_number (sheet, row + 1, column,
                              format == INK_FORMAT_TIME ? to_local (number, zone) : number, format);
    }
}

InkSheet *
ink_sheet_new_for_table (const char *name,
                         const InkTable *table,
                         GTimeZone *zone)
{
  InkSheet *sheet;

  g_return_val_if_fail (table != NULL, NULL);

  sheet = ink_sheet_new (name);
  sheet->has_headings = TRUE;
  for (guint column = 0; column < ink_table_get_n_columns (table); column++)
    put_column (sheet, table, column, zone);

  return sheet;
}

/* 0 is A, 26 is AA. */
void
ink_sheet_append_column (GString *text,
                         guint column)
{
  char letters[8] = { 0 };
  guint at = sizeof letters - 1;

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    letters[--at] = (char) ('A' + (n - 1) % 26);
  g_string_append (text, letters + at);
}

char *
ink_sheet_reference (const InkSheet *sheet,
                     guint row,
                     guint column,
                     guint last_row,
                     guint last_column)
{
  GString *text;

  g_return_val_if_fail (sheet != NULL, NULL);

  text = g_string_new (NULL);
  g_string_printf (text, "'%s'!$", sheet->name);
  ink_sheet_append_column (text, column);
  g_string_append_printf (text, "$%u", row + 1);
  if (last_row != row || last_column != column)
    {
      g_string_append (text, ":$");
      ink_sheet_append_column (text, last_column);
      g_string_append_printf (text, "$%u", last_row + 1);
    }

  return g_string_free (text, FALSE);
}
