/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One evaluation: its columns, its dates and its moments. */
#include "config.h"

#include "analysis/ink-scope.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-program.h"
#include "base/ink-error.h"

static void
unref_column (gpointer column)
{
  if (column != NULL)
    ink_property_unref (column);
}

static void
unref_rows (gpointer rows)
{
  ink_rows_unref (rows);
}

static void
free_program (gpointer program)
{
  if (program != NULL)
    ink_program_free (program);
}

/**
 * ink_scope_new:
 * @store: the events
 * @definition: goals, personas, time zone, passive events, the export's end
 * @cancellable: (nullable): asked while rules are compiled
 *
 * Returns: (transfer full): a new evaluation
 */
InkScope *
ink_scope_new (InkEventStore *store,
               InkDefinition *definition,
               GCancellable *cancellable)
{
  InkScope *scope;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (definition != NULL, NULL);

  scope = g_new0 (InkScope, 1);
  g_atomic_ref_count_init (&scope->ref_count);
  scope->store = definition->passive != NULL && definition->passive[0] != NULL
                     ? ink_event_store_with_passive (
                         store, (const char *const *) (void *) definition->passive)
                     : ink_event_store_ref (store);
  scope->definition = ink_definition_ref (definition);
  scope->zone = ink_definition_get_zone (definition);
  scope->export_time
      = ink_definition_get_export_time (definition, ink_event_store_get_last (scope->store));
  scope->cut = scope->export_time < ink_event_store_get_last (scope->store);
  scope->n_people = ink_event_store_get_n_people (scope->store);
  scope->offsets = ink_event_store_get_offsets (scope->store);
  scope->persons = ink_event_store_get_person_index (scope->store);
  scope->times = ink_event_store_get_times (scope->store);
  scope->names = ink_event_store_get_names (scope->store);
  scope->n_rows = scope->n_people > 0 ? scope->offsets[scope->n_people] : 0;
  scope->goals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_program);
  scope->scanned = g_hash_table_new_full (NULL, NULL, NULL, unref_rows);
  scope->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_column);
  scope->n_personas = g_strv_length ((char **) (void *) definition->personas);
  scope->personas = g_new0 (InkProgram *, scope->n_personas + 1);
  scope->persona_state = g_new0 (guint8, scope->n_personas + 1);
  scope->persona_memo = g_new0 (guint8, scope->n_personas + 1);
  scope->memo_person = INK_NO_PERSON;
  if (cancellable != NULL)
    scope->cancellable = g_object_ref (cancellable);

  return scope;
}

InkScope *
ink_scope_ref (InkScope *scope)
{
  g_return_val_if_fail (scope != NULL, NULL);

  g_atomic_ref_count_inc (&scope->ref_count);
  return scope;
}

void
ink_scope_finish (InkScope *scope)
{
  g_return_if_fail (scope != NULL);

  for (guint i = 0; i < scope->n_personas; i++)
    g_clear_pointer (&scope->personas[i], ink_program_free);
  g_hash_table_remove_all (scope->goals);
  g_hash_table_remove_all (scope->scanned);
  g_hash_table_remove_all (scope->columns);
  g_clear_object (&scope->cancellable);
}

void
ink_scope_unref (InkScope *scope)
{
  g_return_if_fail (scope != NULL);

  if (!g_atomic_ref_count_dec (&scope->ref_count))
    return;
  ink_scope_finish (scope);
  g_free (scope->personas);
  g_free (scope->persona_state);
  g_free (scope->persona_memo);
  g_hash_table_unref (scope->goals);
  g_hash_table_unref (scope->scanned);
  g_hash_table_unref (scope->columns);
  g_time_zone_unref (scope->zone);
  ink_event_store_unref (scope->store);
  ink_definition_unref (scope->definition);
  g_free (scope);
}

guint32 *
ink_scope_persons_of_rows (const InkScope *scope,
                           const guint32 *rows,
                           guint32 n)
{
  guint32 *persons;

  g_return_val_if_fail (scope != NULL, NULL);

  persons = g_new (guint32, (gsize) n + 1);
  for (guint32 i = 0; i < n; i++)
    persons[i] = ink_scope_person_of_row (scope, rows[i]);
  return persons;
}

const guint32 *
ink_scope_need_sessions (InkScope *scope)
{
  g_return_val_if_fail (scope != NULL, NULL);

  if (scope->sessions == NULL)
    scope->sessions = ink_event_store_get_sessions (scope->store, &scope->n_sessions);
  return scope->sessions;
}

InkProperty *
ink_scope_event_property (InkScope *scope,
                          const char *name,
                          GError **error)
{
  InkProperty *column = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (g_hash_table_lookup_extended (scope->columns, name, NULL, (gpointer *) &column))
    return column;
  column = ink_event_store_load_property (scope->store, name, INK_ON_EVENT, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  g_hash_table_insert (scope->columns, g_strdup (name), column);

  return column;
}

gboolean
ink_scope_parse_time (const InkScope *scope,
                      const char *text,
                      gboolean last,
                      gint64 *time)
{
  gint64 first, after_last;

  g_return_val_if_fail (scope != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  if (ink_time_parse_date (text, strlen (text), scope->zone, &first, &after_last))
    {
      *time = last ? after_last - 1 : first;
      return TRUE;
    }
  return ink_time_parse_iso (text, strlen (text), scope->zone, time);
}

static gboolean
parse_end (const InkScope *scope,
           const char *text,
           gboolean last,
           gint64 *time,
           GError **error)
{
  if (text == NULL || ink_scope_parse_time (scope, text, last, time))
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
               _ ("'%s' is not a date. Write it as 2026-07-31, or with a time as "
                  "2026-07-31T18:00:00Z."),
               text);
  return FALSE;
}

gboolean
ink_scope_parse_dates (const InkScope *scope,
                       const InkDates *dates,
                       gint64 *from,
                       gint64 *to,
                       GError **error)
{
  g_return_val_if_fail (scope != NULL, FALSE);
  g_return_val_if_fail (dates != NULL, FALSE);

  *from = INK_TIME_NONE + 1;
  *to = G_MAXINT64;
  return !dates->given
         || (parse_end (scope, dates->from, FALSE, from, error)
             && parse_end (scope, dates->to, TRUE, to, error));
}

/* A day is looked at once: looking a moment up in a zone takes far longer than a table. */
static gboolean
is_midnight (const InkScope *scope,
             gint64 time,
             GHashTable *midnights)
{
  if (g_hash_table_contains (midnights, &time))
    return TRUE;
  if (ink_time_period_start (time, INK_PERIOD_DAY, scope->zone) != time)
    return FALSE;
  g_hash_table_add (midnights, g_memdup2 (&time, sizeof time));

  return TRUE;
}

gboolean
ink_scope_has_only_days (const InkScope *scope)
{
  g_autoptr (GHashTable) midnights = NULL;

  g_return_val_if_fail (scope != NULL, FALSE);

  if (ink_event_store_has_only_days (scope->store))
    return TRUE;
  /* Zones differ by quarters of an hour: other exports are told apart at their first events. */
  midnights = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint32 row = 0; row < scope->n_rows; row++)
    if (scope->times[row] != INK_TIME_NONE
        && (scope->times[row] % (15 * INK_MINUTE) != 0
            || !is_midnight (scope, scope->times[row], midnights)))
      return FALSE;

  return g_hash_table_size (midnights) > 0;
}

InkMoment
ink_scope_moment_of_row (const InkScope *scope,
                         guint32 row)
{
  return (InkMoment){ .end = row + 1, .time = scope->times[row] };
}

guint32
ink_scope_end_of_person (const InkScope *scope,
                         guint32 person)
{
  guint32 end = scope->offsets[person + 1];

  while (scope->cut && end > scope->offsets[person] && scope->times[end - 1] > scope->export_time)
    end--;
  return end;
}

InkMoment
ink_scope_moment_of_end (const InkScope *scope,
                         guint32 person)
{
  return (InkMoment){ .end = ink_scope_end_of_person (scope, person),
                      .time = scope->export_time };
}
