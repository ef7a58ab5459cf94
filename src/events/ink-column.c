/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns in the order of the file: codes of one, two or four bytes, hundredths in four before
 * they become doubles, times; a column that meets another kind becomes codes without loss. */
#include "events/ink-column-private.h"

#include <math.h>

#include "base/ink-time.h"
#include "events/ink-column-put-private.h"
#include "events/ink-value-codes-private.h"

#define NUMBERS_AT_ONCE 64

InkColumn *
ink_column_new (const char *name,
                InkOn on,
                InkDictionary *values)
{
  InkColumn *column = g_new0 (InkColumn, 1);

  column->name = g_strdup (name);
  column->on = on;
  column->values = values;
  column->n_base_values = values != NULL ? ink_dictionary_size (values) : 0;
  return column;
}

void
ink_column_free (InkColumn *column)
{
  ink_column_free_data (column);
  g_clear_pointer (&column->values, ink_dictionary_unref);
  g_free (column->name);
  g_free (column);
}

void
ink_column_free_data (InkColumn *column)
{
  g_clear_pointer (&column->data, g_free);
  g_clear_pointer (&column->pending, g_free);
  g_clear_pointer (&column->short_texts, g_free);
}

static guint
value_size (const InkColumn *column)
{
  switch (column->form)
    {
    case INK_FORM_CODES:
      return column->width;
    case INK_FORM_HUNDREDTHS:
      return 4;
    case INK_FORM_DOUBLES:
    case INK_FORM_TIMES:
      return 8;
    case INK_FORM_EMPTY:
    default:
      return 0;
    }
}

static void
fill_absent (InkColumn *column,
             guint32 from,
             guint32 to)
{
  switch (column->form)
    {
    case INK_FORM_CODES:
      memset (column->u8 + (gsize) from * column->width, 0, (gsize) (to - from) * column->width);
      break;
    case INK_FORM_HUNDREDTHS:
      for (guint32 i = from; i < to; i++)
        column->hundredths[i] = G_MININT32;
      break;
    case INK_FORM_DOUBLES:
      for (guint32 i = from; i < to; i++)
        column->doubles[i] = NAN;
      break;
    case INK_FORM_TIMES:
      for (guint32 i = from; i < to; i++)
        column->times[i] = INK_TIME_NONE;
      break;
    case INK_FORM_EMPTY:
    default:
      break;
    }
}

void
ink_column_make_room (InkColumn *column,
                      guint32 row)
{
  if (row >= column->n_allocated)
    {
      guint64 n = MAX (1024, (guint64) row + 1 + row / 2);

      column->n_allocated = (guint32) MIN (n, G_MAXUINT32);
      column->data = g_realloc (column->data, (gsize) column->n_allocated * value_size (column));
    }
  if (row > column->n)
    fill_absent (column, column->n, row);
  column->n = row + 1;
}

void
ink_column_widen (InkColumn *column)
{
  guint width = column->width * 2;
  void *wide = g_malloc ((gsize) MAX (1, column->n_allocated) * width);

  for (guint32 i = 0; i < column->n; i++)
    if (width == 2)
      ((guint16 *) wide)[i] = column->u8[i];
    else
      ((guint32 *) wide)[i] = column->u16[i];
  g_free (column->data);
  column->data = wide;
  column->width = width;
}

/* --- From one form to another --- */

static void
begin (InkColumn *column,
       InkColumnForm form)
{
  column->form = form;
  column->width = form == INK_FORM_CODES ? 1 : 0;
  column->n = column->n_allocated = 0;
  column->data = NULL;
  if (form == INK_FORM_CODES && column->values == NULL)
    column->values = ink_dictionary_new ();
}

static void
hundredths_to_doubles (InkColumn *column)
{
  gint32 *hundredths = column->hundredths;
  double *doubles = g_new (double, MAX (1, column->n_allocated));

  for (guint32 i = 0; i < column->n; i++)
    doubles[i] = hundredths[i] == G_MININT32 ? NAN : hundredths[i] / 100.0;
  g_free (hundredths);
  column->doubles = doubles;
  column->form = INK_FORM_DOUBLES;
}

void
ink_column_to_codes (InkColumn *column)
{
  InkColumn before = *column;

  ink_column_flush_texts (column);
  begin (column, INK_FORM_CODES);
  for (guint32 row = 0; row < before.n; row++)
    {
      InkValue value = ink_column_get (&before, row);

      if (value.kind != INK_KIND_ABSENT)
        ink_column_put_code (column, row, ink_value_codes_intern (column->values, value));
    }
  g_free (before.data);
}

static void
set_value (InkColumn *column,
           guint32 row,
           InkValue value)
{
  if (column->form != INK_FORM_CODES)
    ink_column_to_codes (column);
  ink_column_flush_texts (column);
  ink_column_put_code (column, row, ink_value_codes_intern (column->values, value));
}

/* --- Public --- */

void
ink_column_set_code (InkColumn *column,
                     guint32 row,
                     guint32 code)
{
  if (G_UNLIKELY (column->form == INK_FORM_EMPTY))
    begin (column, INK_FORM_CODES);
  ink_column_put_code (column, row, code);
}

void
ink_column_set_number (InkColumn *column,
                       guint32 row,
                       double number)
{
  gint32 hundredths;

  if (!isfinite (number))
    return;
  number += 0.0; /* no negative zero */
  if (G_UNLIKELY (column->form == INK_FORM_EMPTY && !column->always_codes))
    begin (column, INK_FORM_HUNDREDTHS);
  if (column->form == INK_FORM_HUNDREDTHS)
    {
      if (fabs (number) < 2e7)
        {
          hundredths = (gint32) (number * 100 + (number < 0 ? -0.5 : 0.5));
          if (hundredths / 100.0 == number)
            {
              ink_column_reach (column, row);
              column->hundredths[row] = hundredths;
              return;
            }
        }
      hundredths_to_doubles (column);
    }
  if (column->form == INK_FORM_DOUBLES)
    {
      ink_column_reach (column, row);
      column->doubles[row] = number;
      return;
    }
  set_value (column, row, ink_value_number (number));
}

/* As hundredths without loss; FALSE where one is not that. No branch within, so that the compiler
 * takes several numbers at a time. */
static gboolean
to_hundredths (const double *numbers,
               guint n,
               gint32 *hundredths)
{
  guint bad = 0;

  for (guint i = 0; i < n; i++)
    {
      double small = fabs (numbers[i]) < 2e7 ? numbers[i] : 0;

      hundredths[i] = (gint32) (small * 100 + (small < 0 ? -0.5 : 0.5));
      bad |= hundredths[i] / 100.0 != numbers[i];
    }
  return bad == 0;
}

void
ink_column_set_numbers (InkColumn *column,
                        const guint32 *rows,
                        const double *numbers,
                        guint n)
{
  gint32 hundredths[NUMBERS_AT_ONCE];

  for (guint i = 0, part; i < n; i += part)
    {
      part = MIN (n - i, NUMBERS_AT_ONCE);
      if (column->form == INK_FORM_HUNDREDTHS && to_hundredths (numbers + i, part, hundredths))
        for (guint k = 0; k < part; k++)
          {
            ink_column_reach (column, rows[i + k]);
            column->hundredths[rows[i + k]] = hundredths[k];
          }
      else
        for (guint k = 0; k < part; k++)
          ink_column_set_number (column, rows[i + k], numbers[i + k]);
    }
}

void
ink_column_set_boolean (InkColumn *column,
                        guint32 row,
                        gboolean boolean)
{
  set_value (column, row, ink_value_boolean (boolean));
}

void
ink_column_set_time (InkColumn *column,
                     guint32 row,
                     gint64 time)
{
  if (time < INK_TIME_LEAST || time > INK_TIME_GREATEST)
    return;
  if (column->form == INK_FORM_EMPTY && !column->always_codes)
    begin (column, INK_FORM_TIMES);
  if (column->form != INK_FORM_TIMES)
    {
      set_value (column, row, ink_value_time (time));
      return;
    }
  ink_column_reach (column, row);
  column->times[row] = time;
}

void
ink_column_finish (InkColumn *column,
                   guint32 n_rows)
{
  ink_column_flush_texts (column);
  g_clear_pointer (&column->pending, g_free);
  if (column->form != INK_FORM_EMPTY && n_rows > column->n)
    {
      ink_column_make_room (column, n_rows - 1);
      fill_absent (column, n_rows - 1, n_rows);
    }
}

InkPropertyLayout
ink_column_layout (const InkColumn *column)
{
  switch (column->form)
    {
    case INK_FORM_HUNDREDTHS:
    case INK_FORM_DOUBLES:
      return INK_LAYOUT_NUMBERS;
    case INK_FORM_TIMES:
      return INK_LAYOUT_TIMES;
    case INK_FORM_EMPTY:
    case INK_FORM_CODES:
    default:
      return INK_LAYOUT_CODES;
    }
}

InkValue
ink_column_get (const InkColumn *column,
                guint32 row)
{
  guint32 code;

  if (row >= column->n)
    return INK_VALUE_ABSENT;
  switch (column->form)
    {
    case INK_FORM_CODES:
      code = ink_column_get_code (column, row);
      return code == 0 ? INK_VALUE_ABSENT : ink_value_codes_get (column->values, code);
    case INK_FORM_HUNDREDTHS:
      return column->hundredths[row] == G_MININT32
                 ? INK_VALUE_ABSENT
                 : ink_value_number (column->hundredths[row] / 100.0);
    case INK_FORM_DOUBLES:
      return isnan (column->doubles[row]) ? INK_VALUE_ABSENT
                                          : ink_value_number (column->doubles[row]);
    case INK_FORM_TIMES:
      return column->times[row] == INK_TIME_NONE ? INK_VALUE_ABSENT
                                                 : ink_value_time (column->times[row]);
    case INK_FORM_EMPTY:
    default:
      return INK_VALUE_ABSENT;
    }
}
