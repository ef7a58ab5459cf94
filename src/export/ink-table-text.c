/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "export/ink-table-text.h"

#include <math.h>
#include <string.h>

#include "base/ink-time.h"

#define SHARE_DECIMALS 2

/* Grouped digits would be read as text. */
static InkNumbers
without_groups (const InkNumbers *numbers)
{
  InkNumbers plain = *numbers;

  plain.group[0] = '\0';
  return plain;
}

static char *
share_to_text (const InkNumbers *numbers,
               double share)
{
  g_autofree char *digits = ink_numbers_decimal (numbers, share * 100, SHARE_DECIMALS);

  return g_strconcat (digits, "%", NULL);
}

/* Spreadsheets read hours beyond a day. */
static char *
seconds_to_text (double seconds)
{
  gint64 whole = llround (seconds);

  return g_strdup_printf ("%" G_GINT64_FORMAT ":%02d:%02d", whole / 3600,
                          (int) (whole / 60 % 60), (int) (whole % 60));
}

static char *
time_to_text (double time,
              GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc ((gint64) (time / INK_SECOND));
  g_autoptr (GDateTime) local = NULL;

  if (utc == NULL)
    return g_strdup ("");
  local = zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_ref (utc);
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static char *
cell_to_text (const InkTable *table,
              guint column,
              guint row,
              const InkNumbers *numbers,
              GTimeZone *zone)
{
  double number;

  if (ink_table_is_text (table, column))
    {
      const char *text = ink_table_get_text (table, column, row);

      return ink_text_guard (text != NULL ? text : "");
    }

  number = ink_table_get_number (table, column, row);
  if (!isfinite (number))
    return g_strdup ("");
  switch (ink_table_get_format (table, column))
    {
    case INK_FORMAT_SHARE:
      return share_to_text (numbers, number);
    case INK_FORMAT_SECONDS:
    case INK_FORMAT_DAYS:
      return seconds_to_text (number);
    case INK_FORMAT_TIME:
      return time_to_text (number, zone);
    case INK_FORMAT_COUNT:
      return ink_numbers_decimal (numbers, number, 0);
    case INK_FORMAT_MONEY:
      return ink_numbers_decimal (numbers, number, 2);
    case INK_FORMAT_RATIO:
    case INK_FORMAT_PLAIN:
    default:
      return ink_numbers_plain_number (numbers, number);
    }
}

static void
append_tsv (GString *out,
            const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (out, strchr ("\t\r\n", *at) != NULL ? ' ' : *at);
}

char *
ink_table_to_tsv (const InkTable *table,
                  const InkNumbers *numbers,
                  GTimeZone *zone)
{
  GString *out;
  InkNumbers plain;
  guint n_columns;

  g_return_val_if_fail (table != NULL && numbers != NULL, NULL);

  out = g_string_new (NULL);
  plain = without_groups (numbers);
  n_columns = ink_table_get_n_columns (table);
  for (guint column = 0; column < n_columns; column++)
    {
      append_tsv (out, ink_table_get_title (table, column));
      g_string_append_c (out, column + 1 < n_columns ? '\t' : '\n');
    }
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    for (guint column = 0; column < n_columns; column++)
      {
        g_autofree char *cell = cell_to_text (table, column, row, &plain, zone);

        append_tsv (out, cell);
        g_string_append_c (out, column + 1 < n_columns ? '\t' : '\n');
      }

  return g_string_free (out, FALSE);
}

static void
append_html (GString *out,
             const char *tag,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s>%s</%s>", tag, escaped, tag);
}

char *
ink_table_to_html (const InkTable *table,
                   const InkNumbers *numbers,
                   GTimeZone *zone)
{
  GString *out;
  InkNumbers plain;
  guint n_columns;

  g_return_val_if_fail (table != NULL && numbers != NULL, NULL);

  out = g_string_new ("<meta charset=\"utf-8\"><table><tr>");
  plain = without_groups (numbers);
  n_columns = ink_table_get_n_columns (table);
  for (guint column = 0; column < n_columns; column++)
    append_html (out, "th", ink_table_get_title (table, column));
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      g_string_append (out, "</tr>\n<tr>");
      for (guint column = 0; column < n_columns; column++)
        {
          g_autofree char *cell = cell_to_text (table, column, row, &plain, zone);

          append_html (out, "td", cell);
        }
    }
  g_string_append (out, "</tr></table>\n");

  return g_string_free (out, FALSE);
}
