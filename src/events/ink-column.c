/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Columns in the order of the file: codes of one, two or four bytes, hundredths in four before
 * they become doubles, times; a column that meets another kind becomes codes without loss. */
#include "events/ink-column-private.h"

#include <math.h>

#include "base/ink-time.h"
#include "events/ink-value-codes-private.h"

/* From this many values on a look-up misses the caches: texts then wait in a short queue while
 * their slots and records are fetched. */
#define MANY_VALUES 2048
#define MAX_PENDING 32
#define PENDING_BYTES 8192

struct _InkPendingTexts
{
  guint n;
  guint32 row[MAX_PENDING];
  guint32 hash[MAX_PENDING];
  guint32 start[MAX_PENDING];
  guint32 length[MAX_PENDING];
  guint32 n_bytes;
  char bytes[PENDING_BYTES];
};

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

static void
make_room (InkColumn *column,
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

static inline void
reach (InkColumn *column,
       guint32 row)
{
  if (G_LIKELY (row == column->n && row < column->n_allocated))
    column->n++;
  else if (row >= column->n)
    make_room (column, row);
}

static void
widen (InkColumn *column)
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

static inline void
put_code (InkColumn *column,
          guint32 row,
          guint32 code)
{
  reach (column, row);
  while (column->width < 4 && code >> (8 * column->width) != 0)
    widen (column);
  if (column->width == 1)
    column->u8[row] = (guint8) code;
  else if (column->width == 2)
    column->u16[row] = (guint16) code;
  else
    column->u32[row] = code;
}

static void
flush_pending (InkColumn *column)
{
  InkPendingTexts *pending = column->pending;

  if (pending == NULL || pending->n == 0)
    return;
  for (guint i = 0; i < pending->n; i++)
    ink_dictionary_fetch (column->values, pending->hash[i]);
  for (guint i = 0; i < pending->n; i++)
    put_code (column, pending->row[i],
              ink_dictionary_intern_hashed (column->values, pending->hash[i],
                                            pending->bytes + pending->start[i],
                                            pending->length[i])
                  + 1);
  pending->n = 0;
  pending->n_bytes = 0;
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

static void
to_codes (InkColumn *column)
{
  InkColumn before = *column;

  flush_pending (column);
  begin (column, INK_FORM_CODES);
  for (guint32 row = 0; row < before.n; row++)
    {
      InkValue value = ink_column_get (&before, row);

      if (value.kind != INK_KIND_ABSENT)
        put_code (column, row, ink_value_codes_intern (column->values, value));
    }
  g_free (before.data);
}

static void
set_value (InkColumn *column,
           guint32 row,
           InkValue value)
{
  if (column->form != INK_FORM_CODES)
    to_codes (column);
  flush_pending (column);
  put_code (column, row, ink_value_codes_intern (column->values, value));
}

/* --- Public --- */

static gsize
cut_text (const char *text,
          gsize length)
{
  if (length <= INK_TEXT_MAX_BYTES)
    return length;
  for (length = INK_TEXT_MAX_BYTES; length > 0 && ((guint8) text[length] & 0xc0) == 0x80;)
    length--;
  return length;
}

static void
intern_text (InkColumn *column,
             guint32 row,
             const char *text,
             gsize length)
{
  guint32 hash = ink_dictionary_hash (column->values, text, length);

  flush_pending (column);
  put_code (column, row,
            ink_dictionary_intern_hashed (column->values, hash, text, length) + 1);
}

/* A column of few values, and a text that two words hold. */
static void
set_short_text (InkColumn *column,
                guint32 row,
                const char *text,
                gsize length)
{
  InkShortText read = ink_short_text_read (text, length);
  InkShortText *place;

  if (G_UNLIKELY (column->short_texts == NULL))
    column->short_texts = g_new0 (InkShortTexts, 1);
  place = ink_short_texts_place (column->short_texts, &read);
  if (G_LIKELY (ink_short_text_equal (place, &read)))
    {
      put_code (column, row, place->code);
      return;
    }
  intern_text (column, row, text, length);
  read.code = ink_column_get_code (column, row);
  *place = read;
}

/* Sixteen bytes at a time: what compilers make of memcpy here takes longer to begin than to do. */
static inline void
copy_text (char *to,
           const char *from,
           gsize length)
{
  gsize done = 0;

  for (; done + 16 <= length; done += 16)
    memcpy (to + done, from + done, 16);
  for (; done < length; done++)
    to[done] = from[done];
}

void
ink_column_set_text (InkColumn *column,
                     guint32 row,
                     const char *text,
                     gsize length)
{
  guint32 hash;
  InkPendingTexts *pending;

  for (; length > 0 && *text == '\0'; text++)
    length--;
  if (length == 0)
    return;
  if (G_UNLIKELY (column->form != INK_FORM_CODES))
    to_codes (column);
  if (ink_dictionary_size (column->values) < MANY_VALUES)
    {
      if (length <= INK_SHORT_TEXT_MAX)
        set_short_text (column, row, text, length);
      else
        intern_text (column, row, text, cut_text (text, length));
      return;
    }
  length = cut_text (text, length);
  if (length > PENDING_BYTES / 2)
    {
      intern_text (column, row, text, length);
      return;
    }

  hash = ink_dictionary_hash (column->values, text, length);
  if (column->pending == NULL)
    column->pending = g_new0 (InkPendingTexts, 1);
  pending = column->pending;
  if (pending->n == MAX_PENDING || pending->n_bytes + length > PENDING_BYTES)
    flush_pending (column);
  pending->row[pending->n] = row;
  pending->hash[pending->n] = hash;
  pending->start[pending->n] = pending->n_bytes;
  pending->length[pending->n] = (guint32) length;
  copy_text (pending->bytes + pending->n_bytes, text, length);
  pending->n_bytes += (guint32) length;
  pending->n++;
}

void
ink_column_set_code (InkColumn *column,
                     guint32 row,
                     guint32 code)
{
  if (G_UNLIKELY (column->form == INK_FORM_EMPTY))
    begin (column, INK_FORM_CODES);
  put_code (column, row, code);
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
              reach (column, row);
              column->hundredths[row] = hundredths;
              return;
            }
        }
      hundredths_to_doubles (column);
    }
  if (column->form == INK_FORM_DOUBLES)
    {
      reach (column, row);
      column->doubles[row] = number;
      return;
    }
  set_value (column, row, ink_value_number (number));
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
  reach (column, row);
  column->times[row] = time;
}

void
ink_column_finish (InkColumn *column,
                   guint32 n_rows)
{
  flush_pending (column);
  g_clear_pointer (&column->pending, g_free);
  if (column->form != INK_FORM_EMPTY && n_rows > column->n)
    {
      make_room (column, n_rows - 1);
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
