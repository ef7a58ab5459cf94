/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values as entries of a dictionary. */
#include "events/ink-value-codes-private.h"

#include <math.h>
#include <string.h>

#define ENTRY_BYTES 10

guint32
ink_value_codes_intern (InkDictionary *values,
                        InkValue value)
{
  char entry[ENTRY_BYTES] = { '\0', (char) value.kind };
  gint64 word = 0;

  switch (value.kind)
    {
    case INK_KIND_TEXT:
      return ink_dictionary_intern (values, value.text, strlen (value.text)) + 1;
    case INK_KIND_NUMBER:
      memcpy (entry + 2, &value.number, 8);
      break;
    case INK_KIND_BOOLEAN:
      word = !!value.boolean;
      memcpy (entry + 2, &word, 8);
      break;
    case INK_KIND_TIME:
      memcpy (entry + 2, &value.time, 8);
      break;
    case INK_KIND_ABSENT:
    default:
      return 0;
    }
  return ink_dictionary_intern (values, entry, ENTRY_BYTES) + 1;
}

InkValue
ink_value_codes_get (const InkDictionary *values,
                     guint32 code)
{
  const char *entry = ink_dictionary_get (values, code - 1);
  InkValue value = { .kind = INK_KIND_TEXT, .text = entry };
  gint64 word;

  if (entry[0] != '\0')
    return value;

  value.kind = (InkKind) entry[1];
  memcpy (&word, entry + 2, 8);
  if (value.kind == INK_KIND_NUMBER)
    memcpy (&value.number, entry + 2, 8);
  else if (value.kind == INK_KIND_TIME)
    value.time = word;
  else
    {
      value.text = NULL;
      value.boolean = word != 0;
    }
  return value;
}

gboolean
ink_value_codes_valid (const char *bytes,
                       gsize length)
{
  double number;
  gint64 word;

  if (length == 0)
    return FALSE;
  if (bytes[0] != '\0')
    return TRUE;
  if (length != ENTRY_BYTES)
    return FALSE;

  memcpy (&number, bytes + 2, 8);
  memcpy (&word, bytes + 2, 8);
  switch ((InkKind) bytes[1])
    {
    case INK_KIND_NUMBER:
      return isfinite (number);
    case INK_KIND_BOOLEAN:
      return word == 0 || word == 1;
    case INK_KIND_TIME:
      return word != G_MININT64;
    case INK_KIND_ABSENT:
    case INK_KIND_TEXT:
    default:
      return FALSE;
    }
}

InkValue *
ink_value_codes_list (const InkDictionary *values)
{
  guint32 n = ink_dictionary_size (values) + 1;
  InkValue *list = g_new (InkValue, n);

  list[0] = INK_VALUE_ABSENT;
  for (guint32 code = 1; code < n; code++)
    list[code] = ink_value_codes_get (values, code);
  return list;
}
