/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-value-set.h"

#include <string.h>

static void
clear_value (gpointer data)
{
  InkValue *value = data;

  if (value->kind == INK_KIND_TEXT)
    g_free ((char *) value->text);
}

GArray *
ink_value_set_new (void)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (InkValue));

  g_array_set_clear_func (values, clear_value);

  return values;
}

void
ink_value_set_add (GArray *values,
                   InkValue value)
{
  g_return_if_fail (values != NULL);

  if (value.kind == INK_KIND_TEXT)
    value.text = g_strdup (value.text);
  g_array_append_val (values, value);
}

gboolean
ink_value_is_same (InkValue a,
                   InkValue b)
{
  g_autofree char *x = ink_value_to_text (a);
  g_autofree char *y = ink_value_to_text (b);
  g_autofree char *p = g_utf8_casefold (x, -1);
  g_autofree char *q = g_utf8_casefold (y, -1);

  return strcmp (p, q) == 0;
}

int
ink_value_set_find (const GArray *values,
                    InkValue value)
{
  g_return_val_if_fail (values != NULL, -1);

  for (guint i = 0; i < values->len; i++)
    if (ink_value_is_same (g_array_index (values, InkValue, i), value))
      return (int) i;

  return -1;
}
