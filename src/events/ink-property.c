/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Properties: immutable columns and what keeps their arrays alive. */
#include "events/ink-property-private.h"

#include <math.h>
#include <string.h>

#include "base/ink-time.h"
#include "events/ink-value-codes-private.h"

typedef struct
{
  InkProperty public;
  int ref_count;
  char *name;
  void *data;
  InkValue *values;
  InkDictionary *dictionary;
  InkProperty *other[2];
} Owner;

InkProperty *
ink_property_new (const char *name,
                  InkOn on,
                  guint32 n_rows)
{
  Owner *owner = g_new0 (Owner, 1);

  owner->ref_count = 1;
  owner->name = g_strdup (name);
  owner->public.name = owner->name;
  owner->public.on = on;
  owner->public.n_rows = n_rows;
  return &owner->public;
}

InkProperty *
ink_property_ref (InkProperty *property)
{
  g_atomic_int_inc (&((Owner *) property)->ref_count);
  return property;
}

void
ink_property_unref (InkProperty *property)
{
  Owner *owner = (Owner *) property;

  if (!g_atomic_int_dec_and_test (&owner->ref_count))
    return;
  g_free (owner->name);
  g_free (owner->data);
  g_free (owner->values);
  g_clear_pointer (&owner->dictionary, ink_dictionary_unref);
  for (guint i = 0; i < G_N_ELEMENTS (owner->other); i++)
    g_clear_pointer (&owner->other[i], ink_property_unref);
  g_free (owner);
}

void
ink_property_take_codes (InkProperty *property,
                         void *data,
                         guint width,
                         InkValue *values,
                         guint32 n_values)
{
  Owner *owner = (Owner *) property;

  owner->data = data;
  owner->values = values;
  property->layout = INK_LAYOUT_CODES;
  property->codes = (InkCodes){ .width = width, .data = data };
  property->values = values;
  property->n_values = n_values;
}

void
ink_property_take_numbers (InkProperty *property,
                           double *numbers)
{
  property->layout = INK_LAYOUT_NUMBERS;
  property->numbers = numbers;
  ((Owner *) property)->data = numbers;
}

double *
ink_property_steal_numbers (InkProperty *property)
{
  Owner *owner = (Owner *) property;

  if (property->layout != INK_LAYOUT_NUMBERS || g_atomic_int_get (&owner->ref_count) != 1)
    return NULL;
  property->numbers = NULL;
  property->n_rows = 0;
  return g_steal_pointer (&owner->data);
}

void
ink_property_take_times (InkProperty *property,
                         gint64 *times)
{
  property->layout = INK_LAYOUT_TIMES;
  property->times = times;
  ((Owner *) property)->data = times;
}

void
ink_property_keep_dictionary (InkProperty *property,
                              InkDictionary *dictionary)
{
  ((Owner *) property)->dictionary = ink_dictionary_ref (dictionary);
}

void
ink_property_keep_property (InkProperty *property,
                            InkProperty *other)
{
  Owner *owner = (Owner *) property;

  owner->other[owner->other[0] != NULL] = ink_property_ref (other);
}

InkValue
ink_property_get (const InkProperty *property,
                  guint32 row)
{
  g_return_val_if_fail (row < property->n_rows, INK_VALUE_ABSENT);

  switch (property->layout)
    {
    case INK_LAYOUT_NUMBERS:
      return isnan (property->numbers[row]) ? INK_VALUE_ABSENT
                                            : ink_value_number (property->numbers[row]);
    case INK_LAYOUT_TIMES:
      return property->times[row] == INK_TIME_NONE ? INK_VALUE_ABSENT
                                                   : ink_value_time (property->times[row]);
    case INK_LAYOUT_CODES:
    default:
      return property->values[ink_codes_get (property->codes, row)];
    }
}

InkProperty *
ink_property_pick (InkProperty *property,
                   const char *name,
                   InkOn on,
                   const guint32 *rows,
                   guint32 n_rows)
{
  InkProperty *picked = ink_property_new (name, on, n_rows);
  gsize n = (gsize) n_rows + 1;

  if (property->layout == INK_LAYOUT_NUMBERS)
    {
      double *numbers = g_new (double, n);

      for (guint32 i = 0; i < n_rows; i++)
        numbers[i] = rows[i] == G_MAXUINT32 ? NAN : property->numbers[rows[i]];
      ink_property_take_numbers (picked, numbers);
    }
  else if (property->layout == INK_LAYOUT_TIMES)
    {
      gint64 *times = g_new (gint64, n);

      for (guint32 i = 0; i < n_rows; i++)
        times[i] = rows[i] == G_MAXUINT32 ? INK_TIME_NONE : property->times[rows[i]];
      ink_property_take_times (picked, times);
    }
  else
    {
      guint width = property->codes.width;
      void *codes = g_malloc (n * width);

      for (guint32 i = 0; i < n_rows; i++)
        ink_codes_put (codes, width, i,
                       rows[i] == G_MAXUINT32 ? 0 : ink_codes_get (property->codes, rows[i]));
      ink_property_take_codes (picked, codes, width, NULL, property->n_values);
      picked->values = property->values;
      ink_property_keep_property (picked, property);
    }
  return picked;
}

/* Codes of one property in the dictionary of a combined one, made when first met. */
typedef struct
{
  InkProperty *property;
  guint32 *code_of; /* G_MAXUINT32: not met yet */
  InkDictionary *values;
} Translation;

static Translation
translation (InkProperty *property,
             InkDictionary *values)
{
  Translation t = { .property = property, .values = values };

  if (property->layout == INK_LAYOUT_CODES)
    {
      t.code_of = g_new (guint32, property->n_values + 1);
      memset (t.code_of, 0xff, (property->n_values + 1) * sizeof (guint32));
      t.code_of[0] = 0;
    }
  return t;
}

static guint32
translate (Translation *t,
           guint32 row)
{
  guint32 *code;

  if (t->code_of == NULL)
    return ink_value_codes_intern (t->values, ink_property_get (t->property, row));
  code = &t->code_of[ink_codes_get (t->property->codes, row)];
  if (*code == G_MAXUINT32)
    *code = ink_value_codes_intern (t->values, ink_property_get (t->property, row));
  return *code;
}

static InkProperty *
combine_as_codes (InkProperty *first,
                  InkProperty *second)
{
  g_autoptr (InkDictionary) values = ink_dictionary_new ();
  InkProperty *combined = ink_property_new (first->name, first->on, first->n_rows);
  Translation one = translation (first, values), two = translation (second, values);
  guint32 *codes = g_new (guint32, (gsize) first->n_rows + 1);

  for (guint32 row = 0; row < first->n_rows; row++)
    {
      codes[row] = translate (&one, row);
      if (codes[row] == 0)
        codes[row] = translate (&two, row);
    }
  ink_property_take_codes (combined, codes, 4, ink_value_codes_list (values),
                           ink_dictionary_size (values) + 1);
  ink_property_keep_dictionary (combined, values);
  g_free (one.code_of);
  g_free (two.code_of);
  return combined;
}

InkProperty *
ink_property_as_codes (InkProperty *property)
{
  return property->layout == INK_LAYOUT_CODES ? ink_property_ref (property)
                                              : combine_as_codes (property, property);
}

InkProperty *
ink_property_combine (InkProperty *first,
                      InkProperty *second)
{
  InkProperty *combined;
  double *numbers;

  g_return_val_if_fail (first->n_rows == second->n_rows, NULL);

  if (first->layout != INK_LAYOUT_NUMBERS || second->layout != INK_LAYOUT_NUMBERS)
    return combine_as_codes (first, second);

  combined = ink_property_new (first->name, first->on, first->n_rows);
  numbers = g_new (double, (gsize) first->n_rows + 1);
  for (guint32 row = 0; row < first->n_rows; row++)
    numbers[row] = isnan (first->numbers[row]) ? second->numbers[row] : first->numbers[row];
  ink_property_take_numbers (combined, numbers);
  return combined;
}
