/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks the personas' rules at each session's end at which the answer may have changed. */
#include "analysis/ink-indicator-personas.h"

#include "analysis/ink-dependence.h"
#include "analysis/ink-indicator-watch.h"
#include "analysis/ink-person-value.h"

typedef struct
{
  InkIndicatorPersonas *personas;
  const InkIndicatorWatch *watch;
  InkIndicatorLife life;
} Reading;

InkIndicatorPersonas *
ink_indicator_personas_ref (InkIndicatorPersonas *personas)
{
  g_return_val_if_fail (personas != NULL, NULL);

  g_atomic_ref_count_inc (&personas->ref_count);
  return personas;
}

void
ink_indicator_personas_unref (InkIndicatorPersonas *personas)
{
  g_return_if_fail (personas != NULL);

  if (!g_atomic_ref_count_dec (&personas->ref_count))
    return;
  g_free (personas->first);
  g_free (personas->offsets);
  g_array_unref (personas->changes);
  g_free (personas);
}

/* Whether a property becomes known in the rows of @session: its first value is the one that counts,
 * so @known keeps which ones are. */
static gboolean
learns (const InkIndicatorWatch *watch,
        const InkIndicatorSession *session,
        guint64 *known)
{
  guint64 before = *known;

  for (guint i = 0; i < watch->columns->len && i < 64; i++)
    for (guint32 row = session->first_row;
         !(*known >> i & 1) && row < session->end_row; row++)
      if (ink_property_has (g_ptr_array_index (watch->columns, i), row))
        *known |= G_GUINT64_CONSTANT (1) << i;

  return *known != before;
}

static gboolean
has_name (const InkIndicatorWatch *watch,
          const InkScope *scope,
          const InkIndicatorSession *session)
{
  for (guint32 row = session->first_row; watch->any_name && row < session->end_row; row++)
    if (watch->names[ink_codes_get (scope->names, row)])
      return TRUE;

  return FALSE;
}

static void
read_changes (Reading *reading)
{
  const InkIndicatorLife *life = &reading->life;
  InkScope *scope = life->frame->scope;
  guint persona = reading->personas->first[life->person];
  guint64 known = 0;

  for (guint i = 0; i < life->n_ended; i++)
    {
      const InkIndicatorSession *session = &life->sessions.sessions[i];
      gboolean learnt = learns (reading->watch, session, &known);
      InkIndicatorChange change = { session->end, persona };

      if (!learnt && !reading->watch->always && !has_name (reading->watch, scope, session))
        continue;
      change.persona = ink_scope_persona_at (
          scope, life->person, (InkMoment){ .end = session->end_row, .time = session->end });
      if (change.persona != persona)
        g_array_append_val (reading->personas->changes, change);
      persona = change.persona;
    }
}

static gboolean
may_change (const InkIndicatorWatch *watch)
{
  return watch->always || watch->any_name || watch->columns->len > 0;
}

static gboolean
read_people (Reading *reading,
             GError **error)
{
  const InkIndicatorFrame *frame = reading->life.frame;
  InkIndicatorPersonas *personas = reading->personas;
  InkScope *scope = frame->scope;
  gboolean changing = may_change (reading->watch);
  InkIndicatorFate fate;

  for (guint32 person = 0; person < scope->n_people; person++)
    {
      if (person % 4096 == 0
          && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      if (changing)
        personas->offsets[person] = personas->changes->len;
      fate = ink_indicator_life_read (&reading->life, person);
      if (fate != INK_INDICATOR_AT_RISK && fate != INK_INDICATOR_AT_FIRST_SIGHT)
        continue;
      personas->first[person] = (guint8) ink_scope_persona_at (
          scope, person, ink_scope_moment_of_row (scope, reading->life.first_row));
      if (changing && fate == INK_INDICATOR_AT_RISK)
        read_changes (reading);
    }
  if (changing)
    personas->offsets[scope->n_people] = personas->changes->len;

  return TRUE;
}

/* ---- What is kept ---- */

/* All that who somebody is rests on, beside the personas' own rules. */
typedef struct
{
  guint64 revision;
  InkDefinition *definition;
  InkRule *macro;
  gint64 gap;
  gint64 from;
  gint64 export_time;
  InkIndicatorPersonas *personas;
} Kept;

static GMutex lock; /* below */
static Kept kept;

static Kept
make_key (const InkIndicatorFrame *frame)
{
  return (Kept){ ink_event_store_get_revision (frame->scope->store), frame->scope->definition,
                 frame->macro->rule, frame->gap, frame->from, frame->export_time, NULL };
}

/* With the lock held. */
static gboolean
is_kept (const Kept *key)
{
  g_autoptr (InkDependence) dependence = NULL;

  if (kept.personas == NULL || kept.revision != key->revision || kept.gap != key->gap
      || kept.from != key->from || kept.export_time != key->export_time
      || !ink_rule_equal (kept.macro, key->macro))
    return FALSE;
  dependence = ink_dependence_new (kept.definition, key->definition);
  return ink_dependence_rule (dependence, key->macro) && ink_dependence_personas (dependence);
}

/* (transfer full) (nullable) */
static InkIndicatorPersonas *
find_kept (const InkIndicatorFrame *frame)
{
  Kept key = make_key (frame);
  InkIndicatorPersonas *personas = NULL;

  if (!frame->scope->keeps)
    return NULL;
  g_mutex_lock (&lock);
  if (is_kept (&key))
    personas = ink_indicator_personas_ref (kept.personas);
  g_mutex_unlock (&lock);

  return personas;
}

static void
keep (const InkIndicatorFrame *frame,
      InkIndicatorPersonas *personas)
{
  Kept key = make_key (frame), old;

  if (!frame->scope->keeps)
    return;
  ink_definition_ref (key.definition);
  ink_rule_ref (key.macro);
  key.personas = ink_indicator_personas_ref (personas);
  g_mutex_lock (&lock);
  old = kept;
  kept = key;
  g_mutex_unlock (&lock);
  g_clear_pointer (&old.definition, ink_definition_unref);
  g_clear_pointer (&old.macro, ink_rule_unref);
  g_clear_pointer (&old.personas, ink_indicator_personas_unref);
}

static InkIndicatorPersonas *
find_out (const InkIndicatorFrame *frame,
          GError **error)
{
  g_autoptr (InkIndicatorPersonas) personas = NULL;
  g_auto (InkIndicatorWatch) watch = { 0 };
  Reading reading = { .watch = &watch };
  gboolean done;

  personas = g_new0 (InkIndicatorPersonas, 1);
  g_atomic_ref_count_init (&personas->ref_count);
  personas->n = frame->scope->n_personas + 1;
  personas->first = g_new0 (guint8, frame->scope->n_people + 1);
  personas->changes = g_array_new (FALSE, FALSE, sizeof (InkIndicatorChange));
  if (frame->scope->n_personas == 0)
    return g_steal_pointer (&personas);
  if (!ink_scope_compile_personas (frame->scope, error)
      || !ink_indicator_watch_init (&watch, frame->scope, error))
    return NULL;

  if (may_change (&watch))
    personas->offsets = g_new0 (guint32, frame->scope->n_people + 1);
  reading.personas = personas;
  ink_indicator_life_init (&reading.life, frame);
  done = read_people (&reading, error);
  ink_indicator_life_clear (&reading.life);

  return done ? g_steal_pointer (&personas) : NULL;
}

InkIndicatorPersonas *
ink_indicator_personas_new (const InkIndicatorFrame *frame,
                            GError **error)
{
  InkIndicatorPersonas *personas;

  g_return_val_if_fail (frame != NULL, NULL);

  personas = find_kept (frame);
  if (personas != NULL)
    return personas;
  personas = find_out (frame, error);
  if (personas != NULL)
    keep (frame, personas);
  return personas;
}

const InkIndicatorChange *
ink_indicator_personas_get_changes (const InkIndicatorPersonas *personas,
                                    guint32 person,
                                    guint *n)
{
  guint32 first;

  g_return_val_if_fail (personas != NULL && n != NULL, NULL);

  *n = 0;
  if (personas->offsets == NULL)
    return NULL;
  first = personas->offsets[person];
  *n = personas->offsets[person + 1] - first;
  return *n > 0 ? &g_array_index (personas->changes, InkIndicatorChange, first) : NULL;
}

guint
ink_indicator_personas_at (const InkIndicatorPersonas *personas,
                           guint32 person,
                           gint64 time)
{
  guint n, persona;
  const InkIndicatorChange *changes;

  g_return_val_if_fail (personas != NULL, 0);

  persona = personas->first[person];
  changes = ink_indicator_personas_get_changes (personas, person, &n);
  for (guint i = 0; i < n && changes[i].time <= time; i++)
    persona = changes[i].persona;
  return persona;
}
