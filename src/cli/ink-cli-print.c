/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ink-cli-print.h"

#include "base/ink-time.h"
#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP "  "

static char *
format_seconds (double seconds)
{
  if (seconds < 120)
    return g_strdup_printf (_ ("%.0f s"), seconds);
  if (seconds < 2 * 3600)
    return g_strdup_printf (_ ("%.0f min"), seconds / 60);
  if (seconds < 2 * 86400)
    return g_strdup_printf (_ ("%.1f h"), seconds / 3600);

  return g_strdup_printf (_ ("%.1f days"), seconds / 86400);
}

static char *
format_number (InkFormat format,
               double number)
{
  const InkNumbers numbers = ink_numbers_for_locale ();

  if (isnan (number))
    return g_strdup ("–");

  switch (format)
    {
    case INK_FORMAT_COUNT:
      return g_strdup_printf ("%'.0f", number);
    case INK_FORMAT_SHARE:
      return g_strdup_printf (_ ("%.1f %%"), 100 * number);
    case INK_FORMAT_SECONDS:
      return format_seconds (number);
    case INK_FORMAT_DAYS:
      return ink_numbers_days (&numbers, number);
    case INK_FORMAT_TIME:
      return ink_time_to_iso ((gint64) number);
    case INK_FORMAT_RATIO:
      return ink_numbers_ratio (&numbers, number);
    case INK_FORMAT_MONEY:
      return g_strdup_printf ("%'.2f", number);
    case INK_FORMAT_PLAIN:
    default:
      return ink_number_to_text (number);
    }
}

static char *
format_cell (const InkTable *table,
             guint column,
             guint row)
{
  const char *text;

  if (!ink_table_is_text (table, column))
    return format_number (ink_table_get_format (table, column),
                          ink_table_get_number (table, column, row));

  text = ink_table_get_text (table, column, row);
  return g_strdup (text != NULL ? text : "");
}

/* The column as lines of one width: its title, then its cells; numbers to the right. */
static char **
format_column (const InkTable *table,
               guint column)
{
  guint n_rows = ink_table_get_n_rows (table);
  char **lines = g_new0 (char *, n_rows + 2);
  glong width = 0;

  lines[0] = g_strdup (ink_table_get_title (table, column));
  for (guint row = 0; row < n_rows; row++)
    lines[row + 1] = format_cell (table, column, row);
  for (guint i = 0; i <= n_rows; i++)
    width = MAX (width, g_utf8_strlen (lines[i], -1));

  for (guint i = 0; i <= n_rows; i++)
    {
      g_autofree char *text = lines[i];
      g_autofree char *space = g_strnfill (width - g_utf8_strlen (text, -1), ' ');

      lines[i] = ink_table_is_text (table, column) ? g_strconcat (text, space, NULL)
                                                   : g_strconcat (space, text, NULL);
    }

  return lines;
}

static GPtrArray *
format_columns (const InkTable *table,
                const char *const *columns)
{
  GPtrArray *formatted = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (columns == NULL)
    {
      for (guint i = 0; i < ink_table_get_n_columns (table); i++)
        g_ptr_array_add (formatted, format_column (table, i));
      return formatted;
    }

  for (guint i = 0; columns[i] != NULL; i++)
    {
      int column = ink_table_find_column (table, columns[i]);

      if (column >= 0)
        g_ptr_array_add (formatted, format_column (table, column));
    }

  return formatted;
}

char *
ink_cli_table_to_text (const InkTable *table,
                       const char *const *columns)
{
  g_autoptr (GPtrArray) formatted = format_columns (table, columns);
  GString *text = g_string_new (NULL);

  for (guint line = 0; line <= ink_table_get_n_rows (table); line++)
    {
      g_autoptr (GString) row = g_string_new (NULL);

      for (guint i = 0; i < formatted->len; i++)
        g_string_append_printf (row, "%s%s", i > 0 ? GAP : "",
                                ((char **) g_ptr_array_index (formatted, i))[line]);
      g_strchomp (row->str);
      g_string_append_printf (text, "%s\n", row->str);
    }

  return g_string_free (text, FALSE);
}
