/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-value-offer.h"

#include "analysis/ink-values-query.h"
#include "ui/widgets/ink-value-set.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Columns of ink_values_query_new(). */
#define TEXT 0
#define COUNT 3

static void
free_offer (gpointer data)
{
  g_free (((InkValueOffer *) data)->title);
  g_free (data);
}

/* @title is taken. */
static void
put (GPtrArray *offers,
     InkValue value,
     char *title,
     double count,
     double share)
{
  InkValueOffer *offer = g_new (InkValueOffer, 1);

  *offer = (InkValueOffer){ value, title, count, share };
  g_ptr_array_add (offers, offer);
}

/* The row of @value; the number of rows where it has none. */
static guint
find_row (const InkTable *values,
          InkValue value)
{
  guint row = 0;

  while (row < ink_table_get_n_rows (values)
         && !ink_value_is_same (ink_values_get (values, row), value))
    row++;

  return row;
}

/* A value that is typed is of the kind that the others are of. */
static InkValue
read_typed (const InkValueWish *wish)
{
  double number;

  if (wish->numbers && ink_number_parse (wish->search, strlen (wish->search), &number))
    return ink_value_number (number);

  return ink_value_text (wish->search);
}

static void
put_typed (GPtrArray *offers,
           const InkTable *values,
           const InkValueWish *wish)
{
  InkValue typed = read_typed (wish);

  if (typed.kind == INK_KIND_ABSENT || find_row (values, typed) < ink_table_get_n_rows (values))
    return;
  /* Translators: take the text that was typed as it is. */
  put (offers, typed, g_strdup_printf (_ ("Use “%s”"), wish->search), NAN, 0);
}

/* Those that hold, whether or not the data has them among the most frequent. */
static void
put_first (GPtrArray *offers,
           const InkTable *values,
           const InkValueWish *wish,
           double greatest)
{
  for (guint i = 0; i < wish->first->len; i++)
    {
      InkValue value = g_array_index (wish->first, InkValue, i);
      guint row = find_row (values, value);
      double count = row < ink_table_get_n_rows (values)
                         ? ink_table_get_number (values, COUNT, row)
                         : NAN;

      put (offers, value, ink_value_to_text (value), count, isnan (count) ? 0 : count / greatest);
    }
}

static void
put_values (GPtrArray *offers,
            const InkTable *values,
            const InkValueWish *wish,
            double greatest)
{
  gboolean searching = *wish->search != '\0';

  for (guint i = 0; i < ink_table_get_n_rows (values); i++)
    {
      InkValue value = ink_values_get (values, i);
      double count = ink_table_get_number (values, COUNT, i);

      if (searching || ink_value_set_find (wish->first, value) < 0)
        put (offers, value, g_strdup (ink_table_get_text (values, TEXT, i)), count,
             count / greatest);
    }
}

GPtrArray *
ink_value_offers_make (const InkTable *values,
                       const InkValueWish *wish)
{
  GPtrArray *offers;
  double greatest = 1;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (wish != NULL && wish->search != NULL && wish->first != NULL, NULL);

  offers = g_ptr_array_new_with_free_func (free_offer);
  if (ink_table_get_n_rows (values) > 0)
    greatest = ink_table_get_number (values, COUNT, 0);
  if (wish->typed_first)
    put_typed (offers, values, wish);
  if (*wish->search == '\0')
    put_first (offers, values, wish, greatest);
  put_values (offers, values, wish, greatest);
  if (!wish->typed_first)
    put_typed (offers, values, wish);

  return offers;
}
