/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table of results as CSV and as JSON. */

#include "base/ink-table.h"
#include "base/ink-time.h"

#include <math.h>
#include <string.h>

/* RFC 4180: a field with a comma, quote, line end or outer space stands in quotes. */
static void
append_csv_field (GString *csv,
                  const char *text)
{
  gsize length = strlen (text);
  gboolean quote = strpbrk (text, ",\"\r\n") != NULL || text[0] == ' ' ||
                   (length > 0 && text[length - 1] == ' ');

  if (!quote)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

/* What stands in a table comes from an export that anybody may have filled. */
char *
ink_text_guard (const char *text)
{
  const char *begin;

  g_return_val_if_fail (text != NULL, NULL);

  begin = text + strspn (text, " \t\r\n");
  return g_strconcat (*begin != '\0' && strchr ("=+-@", *begin) != NULL ? "'" : "", text, NULL);
}

/* As it stands in a spreadsheet. */
static void
append_csv_text (GString *csv,
                 const char *text)
{
  g_autofree char *guarded = ink_text_guard (text);

  append_csv_field (csv, guarded);
}

/* A cell as bare text, NULL where it is missing: times as ISO-8601, numbers in the C locale. */
static char *
cell_to_text (const InkTable *table,
              guint column,
              guint row)
{
  double number;

  if (ink_table_is_text (table, column))
    return g_strdup (ink_table_get_text (table, column, row));

  number = ink_table_get_number (table, column, row);
  if (!isfinite (number))
    return NULL;
  if (ink_table_get_format (table, column) == INK_FORMAT_TIME)
    return ink_time_to_iso ((gint64) number);

  return ink_number_to_text (number);
}

static void
append_json_string (GString *json,
                    const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (json, "\\%c", *c);
      else if ((guchar) *c < 0x20 || *c == 0x7f)
        g_string_append_printf (json, "\\u%04x", (guint) *c);
      else
        g_string_append_c (json, *c);
    }
  g_string_append_c (json, '"');
}

static void
append_json_cell (GString *json,
                  const InkTable *table,
                  guint column,
                  guint row)
{
  g_autofree char *text = cell_to_text (table, column, row);

  if (text == NULL)
    g_string_append (json, "null");
  else if (ink_table_is_text (table, column)
           || ink_table_get_format (table, column) == INK_FORMAT_TIME)
    append_json_string (json, text);
  else
    g_string_append (json, text);
}

/**
 * ink_table_to_csv:
 *
 * The table as RFC 4180 text with titles on top and CRLF line ends; missing cells are empty,
 * numbers are in the C locale with as many digits as they need, times are ISO-8601 in UTC.
 *
 * Returns: (transfer full): UTF-8 text
 */
char *
ink_table_to_csv (const InkTable *table)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  g_return_val_if_fail (table != NULL, NULL);

  for (guint i = 0; i < ink_table_get_n_columns (table); i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_csv_text (csv, ink_table_get_title (table, i));
    }
  g_string_append (csv, "\r\n");

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      for (guint i = 0; i < ink_table_get_n_columns (table); i++)
        {
          g_autofree char *text = cell_to_text (table, i, row);

          if (i > 0)
            g_string_append_c (csv, ',');
          if (text != NULL && ink_table_is_text (table, i))
            append_csv_text (csv, text);
          else if (text != NULL)
            append_csv_field (csv, text);
        }
      g_string_append (csv, "\r\n");
    }

  return g_string_free (g_steal_pointer (&csv), FALSE);
}

/**
 * ink_table_to_json:
 *
 * The table as a JSON array with one object per row, keyed by column names; missing cells are
 * `null`, times are ISO-8601 texts.
 *
 * Returns: (transfer full): UTF-8 text without a line end
 */
char *
ink_table_to_json (const InkTable *table)
{
  g_autoptr (GString) json = g_string_new ("[");

  g_return_val_if_fail (table != NULL, NULL);

  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_string_append (json, row > 0 ? ",\n {" : "\n {");
      for (guint i = 0; i < ink_table_get_n_columns (table); i++)
        {
          if (i > 0)
            g_string_append (json, ", ");
          append_json_string (json, ink_table_get_name (table, i));
          g_string_append (json, ": ");
          append_json_cell (json, table, i, row);
        }
      g_string_append_c (json, '}');
    }
  g_string_append (json, ink_table_get_n_rows (table) > 0 ? "\n]" : "]");

  return g_string_free (g_steal_pointer (&json), FALSE);
}
