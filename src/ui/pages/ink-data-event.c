/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-event.h"

#include "ui/pages/ink-data-words.h"

#include <math.h>

static InkDataEvent *
get_event (GArray *events,
           guint number)
{
  return &g_array_index (events, InkDataEvent, number);
}

static void
clear_event (gpointer data)
{
  InkDataEvent *event = data;

  g_free (event->key);
  g_free (event->folded);
}

GArray *
ink_data_event_array_new (void)
{
  GArray *events = g_array_new (FALSE, TRUE, sizeof (InkDataEvent));

  g_array_set_clear_func (events, clear_event);
  return events;
}

/* ---- Which ---- */

static gboolean
matches (InkDataEvent *event,
         const char *search)
{
  if (*search == '\0')
    return TRUE;
  if (event->folded == NULL)
    {
      g_autofree char *both = g_strconcat (event->name, "\n", event->label, NULL);

      event->folded = ink_data_fold (both);
    }
  return strstr (event->folded, search) != NULL;
}

GArray *
ink_data_event_find (GArray *events,
                     const char *search,
                     gboolean with_hidden)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_return_val_if_fail (events != NULL && search != NULL, found);

  for (guint32 i = 0; i < events->len; i++)
    {
      InkDataEvent *event = get_event (events, i);

      if ((with_hidden || !event->hidden) && matches (event, search))
        g_array_append_val (found, i);
    }

  return found;
}

/* ---- In which order ---- */

typedef struct
{
  const InkDataEvent *events;
  gboolean by_label;
  gboolean descending;
} Order;

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  const Order *order = data;
  guint32 left = *(const guint32 *) a, right = *(const guint32 *) b;
  const InkDataEvent *x = &order->events[left], *y = &order->events[right];
  int result;

  if (x->hidden != y->hidden)
    return x->hidden - y->hidden;
  if (order->by_label)
    result = strcmp (x->key, y->key);
  else
    result = (x->value > y->value) - (x->value < y->value);
  if (result != 0)
    return order->descending ? -result : result;
  return (left > right) - (left < right);
}

/* Thousands are compared many times: what is compared is looked up once. */
static void
read_value (InkDataEvent *event,
            const InkTable *table,
            guint column,
            guint row,
            gboolean by_label)
{
  if (by_label && event->key == NULL)
    event->key = g_utf8_collate_key_for_filename (event->label, -1);
  if (by_label)
    return;
  event->value = ink_table_get_number (table, column, row);
  if (isnan (event->value))
    event->value = -G_MAXDOUBLE;
}

void
ink_data_event_sort (GArray *numbers,
                     GArray *events,
                     const InkTable *table,
                     guint column,
                     gboolean by_label,
                     gboolean descending)
{
  Order order = { (const InkDataEvent *) (gpointer) events->data, by_label, descending };

  g_return_if_fail (numbers != NULL && events != NULL && table != NULL);

  for (guint i = 0; i < events->len; i++)
    read_value (get_event (events, i), table, column, i, by_label);
  g_array_sort_with_data (numbers, compare, &order);
}
