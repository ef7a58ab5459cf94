/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the events, and one over the moments of each goal. */
#include "config.h"

#include "analysis/ink-persona-compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-program.h"
#include "base/ink-error.h"

static gboolean
choose (InkPersonaComparison *comparison,
        const char *const *names,
        GError **error)
{
  const InkScope *scope = comparison->asking->narrowing.scope;

  for (guint i = 0; names[i] != NULL && comparison->n < INK_MOST_COMPARED; i++)
    {
      int persona = ink_scope_find_persona (scope, names[i]);

      if (persona < 0)
        {
          g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("There is no persona '%s'."),
                       names[i]);
          return FALSE;
        }
      comparison->personas[comparison->n++] = (guint) persona;
    }
  memset (comparison->slots, (int) comparison->n, sizeof comparison->slots);
  for (guint i = comparison->n; i-- > 0;)
    comparison->slots[comparison->personas[i]] = (guint8) i;

  return TRUE;
}

/* ---- Events ---- */

/**
 * Seen: what the person did already; a number per thing instead of a bit, so that nothing is cleared
 * from person to person
 * @names: by code of event name: the last person who did it, plus one
 * @sessions: a bit per visit
 */
typedef struct
{
  guint32 *names;
  const guint32 *session_of;
  guint64 *sessions;
} Seen;

static void
count_visit (InkPersonaDeeds *deeds,
             const Seen *seen,
             guint32 row)
{
  guint32 session = seen->session_of[row];
  guint64 bit = G_GUINT64_CONSTANT (1) << session % 64;

  if (session == INK_NO_SESSION)
    return;
  deeds->visits += !(seen->sessions[session / 64] & bit);
  seen->sessions[session / 64] |= bit;
}

static void
count_person (InkPersonaDeeds *deeds,
              const InkScope *scope,
              const Seen *seen,
              guint32 person,
              InkRowSpan span)
{
  deeds->people++;
  deeds->events += span.end - span.first;
  for (guint32 row = span.first; row < span.end; row++)
    {
      guint32 code = ink_codes_get (scope->names, row);

      deeds->by_name[code] += seen->names[code] != person + 1;
      seen->names[code] = person + 1;
      count_visit (deeds, seen, row);
    }
}

static gboolean
count_events (InkPersonaComparison *comparison,
              GError **error)
{
  const InkNarrowing *narrowing = &comparison->asking->narrowing;
  InkScope *scope = narrowing->scope;
  g_autofree guint32 *names = g_new0 (guint32, comparison->n_names + 1);
  const guint32 *session_of = ink_scope_need_sessions (scope);
  g_autofree guint64 *sessions = g_new0 (guint64, (gsize) scope->n_sessions / 64 + 1);
  Seen seen = { names, session_of, sessions };

  for (guint32 person = 0; person < scope->n_people; person++)
    {
      if (ink_narrowing_is_cancelled (narrowing, person, error))
        return FALSE;
      if (ink_people_has (comparison->asking->counted, person))
        count_person (&comparison->deeds[ink_persona_comparison_slot (comparison, person)], scope,
                      &seen, person, ink_narrowing_rows (narrowing, person));
    }

  return TRUE;
}

/* ---- Goals ---- */

static gboolean
is_in_period (const InkNarrowing *narrowing,
              guint32 row)
{
  gint64 time = narrowing->scope->times[row];

  return !narrowing->dated || (time >= narrowing->from && time <= narrowing->to);
}

static void
count_moments (InkPersonaComparison *comparison,
               const InkRows *rows,
               guint goal)
{
  const InkNarrowing *narrowing = &comparison->asking->narrowing;
  guint32 before = INK_NO_PERSON;

  for (guint32 i = 0; i < rows->n; i++)
    {
      guint32 person = ink_scope_person_of_row (narrowing->scope, rows->rows[i]);

      if (person == before || !ink_people_has (comparison->asking->counted, person)
          || !is_in_period (narrowing, rows->rows[i]))
        continue;
      comparison->deeds[ink_persona_comparison_slot (comparison, person)].by_goal[goal]++;
      before = person;
    }
}

static gboolean
count_goals (InkPersonaComparison *comparison,
             GError **error)
{
  InkScope *scope = comparison->asking->narrowing.scope;

  for (guint i = 0; i < comparison->n_goals; i++)
    {
      InkProgram *program = ink_scope_goal (scope, scope->definition->goals[i]->name, error);

      if (program == NULL || g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      count_moments (comparison, ink_program_get_moments (program), i);
    }

  return TRUE;
}

/**
 * ink_persona_comparison_init:
 * @asking: who counts, and as whom; must outlive @comparison
 * @names: (array zero-terminated=1): of personas
 * @error: says which persona is not there or which goal cannot be found out
 */
gboolean
ink_persona_comparison_init (InkPersonaComparison *comparison,
                             InkPersonaAsking *asking,
                             const char *const *names,
                             GError **error)
{
  const InkScope *scope;

  g_return_val_if_fail (comparison != NULL && asking != NULL, FALSE);
  g_return_val_if_fail (names != NULL, FALSE);

  memset (comparison, 0, sizeof *comparison);
  comparison->asking = asking;
  scope = asking->narrowing.scope;
  comparison->n_names = ink_dictionary_size (ink_event_store_get_name_dictionary (scope->store));
  comparison->n_goals = g_strv_length ((char **) (void *) scope->definition->goals);
  if (!choose (comparison, names, error))
    return FALSE;
  for (guint i = 0; i <= comparison->n; i++)
    {
      comparison->deeds[i].by_name = g_new0 (guint32, comparison->n_names + 1);
      comparison->deeds[i].by_goal = g_new0 (guint32, comparison->n_goals + 1);
    }

  return count_events (comparison, error) && count_goals (comparison, error);
}

void
ink_persona_comparison_clear (InkPersonaComparison *comparison)
{
  g_return_if_fail (comparison != NULL);

  for (guint i = 0; i <= comparison->n; i++)
    {
      g_clear_pointer (&comparison->deeds[i].by_name, g_free);
      g_clear_pointer (&comparison->deeds[i].by_goal, g_free);
    }
}
