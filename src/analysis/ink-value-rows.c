/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-value-rows.h"

#include <string.h>

#include "analysis/ink-scan.h"

static gboolean
is_any (const char *const *events)
{
  return events == NULL || events[0] == NULL || (events[1] == NULL && strcmp (events[0], "*") == 0);
}

static InkRows *
scan_names (const InkScope *scope,
            const char *const *events)
{
  const InkDictionary *names = ink_event_store_get_name_dictionary (scope->store);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  InkRows *rows = ink_rows_new ();

  for (guint i = 0; events[i] != NULL; i++)
    {
      guint32 code = ink_dictionary_find (names, events[i], strlen (events[i]));

      if (code != INK_NO_CODE && g_hash_table_add (seen, GUINT_TO_POINTER (code)))
        g_array_append_val (wanted, code);
    }
  ink_scan_names (scope->names, scope->n_rows, (const guint32 *) (void *) wanted->data,
                  wanted->len, rows);
  return rows;
}

static gboolean
passes (const InkNarrowing *narrowing,
        guint32 row)
{
  guint32 person = ink_scope_person_of_row (narrowing->scope, row);
  gint64 time = narrowing->scope->times[row];

  return (narrowing->personas == NULL || narrowing->personas[person] == narrowing->persona)
         && (!narrowing->dated || (time >= narrowing->from && time <= narrowing->to));
}

/* Every event that the filter leaves. */
static void
list_all (InkValueRows *rows,
          const InkNarrowing *narrowing)
{
  guint32 n = 0;

  rows->n = narrowing->scope->n_rows;
  if (ink_narrowing_is_open (narrowing))
    return;
  rows->list = g_new (guint32, (gsize) rows->n + 1);
  for (guint32 person = 0; person < narrowing->scope->n_people; person++)
    {
      InkRowSpan span = ink_narrowing_rows (narrowing, person);

      for (guint32 row = span.first; row < span.end; row++)
        rows->list[n++] = row;
    }
  rows->n = n;
}

static void
list_named (InkValueRows *rows,
            const InkNarrowing *narrowing,
            const char *const *events)
{
  g_autoptr (InkRows) found = scan_names (narrowing->scope, events);
  guint32 n = 0;

  rows->list = g_new (guint32, (gsize) found->n + 1);
  if (ink_narrowing_is_open (narrowing) && found->n > 0)
    {
      memcpy (rows->list, found->rows, found->n * sizeof (guint32));
      n = found->n;
    }
  else
    {
      for (guint32 i = 0; i < found->n; i++)
        {
          rows->list[n] = found->rows[i];
          n += passes (narrowing, found->rows[i]);
        }
    }
  rows->n = n;
}

void
ink_value_rows_events (InkValueRows *rows,
                       const InkNarrowing *narrowing,
                       const char *const *events)
{
  g_return_if_fail (rows != NULL);

  *rows = (InkValueRows){ .scope = narrowing->scope };
  if (is_any (events))
    list_all (rows, narrowing);
  else
    list_named (rows, narrowing, events);
}

static void
list_people (InkValueRows *rows,
             const InkNarrowing *narrowing)
{
  guint32 n = 0;

  rows->n = narrowing->scope->n_people;
  if (ink_narrowing_is_open (narrowing))
    return;
  rows->list = g_new (guint32, (gsize) rows->n + 1);
  for (guint32 person = 0; person < narrowing->scope->n_people; person++)
    {
      InkRowSpan span = ink_narrowing_rows (narrowing, person);

      rows->list[n] = person;
      n += span.end > span.first;
    }
  rows->n = n;
}

/**
 * ink_value_rows_init:
 * @rows: to be cleared, whatever comes of it
 * @narrowing: must outlive @rows
 * @of: which property of what
 * @error: set where the column could not be read
 */
gboolean
ink_value_rows_init (InkValueRows *rows,
                     const InkNarrowing *narrowing,
                     const InkValuesOf *of,
                     GError **error)
{
  GError *failure = NULL;

  g_return_val_if_fail (rows != NULL, FALSE);
  g_return_val_if_fail (of != NULL && of->property != NULL, FALSE);

  if (of->on_person)
    {
      *rows = (InkValueRows){ .scope = narrowing->scope, .on_person = TRUE };
      list_people (rows, narrowing);
    }
  else
    {
      ink_value_rows_events (rows, narrowing, of->events);
    }
  rows->property = ink_event_store_load_property (narrowing->scope->store, of->property,
                                                  of->on_person ? INK_ON_PERSON : INK_ON_EVENT,
                                                  &failure);
  if (failure != NULL)
    g_propagate_error (error, failure);
  return failure == NULL
         && !g_cancellable_set_error_if_cancelled (narrowing->scope->cancellable, error);
}

void
ink_value_rows_clear (InkValueRows *rows)
{
  g_clear_pointer (&rows->property, ink_property_unref);
  g_clear_pointer (&rows->list, g_free);
}
