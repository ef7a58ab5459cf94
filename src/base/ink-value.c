/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values: equality, reading as a number, and text. */
#include "base/ink-value.h"

#include <string.h>

#include "base/ink-time.h"

gboolean
ink_value_equal (InkValue a,
                 InkValue b)
{
  if (a.kind != b.kind)
    return FALSE;

  switch (a.kind)
    {
    case INK_KIND_TEXT:
      return strcmp (a.text, b.text) == 0;
    case INK_KIND_NUMBER:
      return a.number == b.number;
    case INK_KIND_BOOLEAN:
      return !a.boolean == !b.boolean;
    case INK_KIND_TIME:
      return a.time == b.time;
    case INK_KIND_ABSENT:
    default:
      return TRUE;
    }
}

gboolean
ink_value_as_number (InkValue value,
                     double *number)
{
  if (value.kind == INK_KIND_TEXT)
    return ink_number_parse (value.text, strlen (value.text), number);
  if (value.kind != INK_KIND_NUMBER)
    return FALSE;

  *number = value.number;
  return TRUE;
}

char *
ink_value_to_text (InkValue value)
{
  switch (value.kind)
    {
    case INK_KIND_TEXT:
      return g_strdup (value.text);
    case INK_KIND_NUMBER:
      return ink_number_to_text (value.number);
    case INK_KIND_BOOLEAN:
      return g_strdup (value.boolean ? "true" : "false");
    case INK_KIND_TIME:
      return ink_time_to_iso (value.time);
    case INK_KIND_ABSENT:
    default:
      return g_strdup ("");
    }
}

const char *
ink_kind_to_string (InkKind kind)
{
  switch (kind)
    {
    case INK_KIND_TEXT:
      return "text";
    case INK_KIND_NUMBER:
      return "number";
    case INK_KIND_BOOLEAN:
      return "boolean";
    case INK_KIND_TIME:
      return "time";
    case INK_KIND_ABSENT:
    default:
      return "absent";
    }
}
