/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header's filter over people whose personas are known anyway. */
#include "config.h"

#include "analysis/ink-persona-asking.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-dependence.h"
#include "analysis/ink-program.h"
#include "base/ink-error.h"

/* Only those of the filter's persona: they are known by now. */
static gboolean
keep_persona (InkPersonaAsking *asking,
              const char *name,
              GError **error)
{
  int persona = ink_scope_find_persona (asking->narrowing.scope, name);

  if (persona < 0)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("There is no persona '%s'."), name);
      return FALSE;
    }
  asking->narrowing.persona = (guint) persona;
  asking->narrowing.personas
      = g_memdup2 (asking->members.personas, (gsize) asking->narrowing.scope->n_people + 1);
  return TRUE;
}

static gboolean
count_people (InkPersonaAsking *asking,
              GError **error)
{
  guint32 n_people = asking->narrowing.scope->n_people;

  asking->counted = g_new0 (guint64, asking->members.n_words);
  for (guint32 person = 0; person < n_people; person++)
    {
      InkRowSpan span = ink_narrowing_rows (&asking->narrowing, person);
      guint64 counts = span.end > span.first;

      if (ink_narrowing_is_cancelled (&asking->narrowing, person, error))
        return FALSE;
      asking->counted[person / 64] |= counts << person % 64;
      asking->n_counted += (guint32) counts;
    }

  return TRUE;
}

gboolean
ink_persona_asking_begin (InkPersonaAsking *asking,
                          const InkQuery *query,
                          InkEventStore *store,
                          GCancellable *cancellable,
                          GError **error)
{
  const InkNarrowedQuery *narrowed = (const InkNarrowedQuery *) query;
  InkFilter period;

  g_return_val_if_fail (asking != NULL && query != NULL, FALSE);

  memset (asking, 0, sizeof *asking);
  period = (InkFilter){ NULL, narrowed->from, narrowed->to };
  if (!ink_narrowing_init (&asking->narrowing, store, narrowed->definition, &period, cancellable,
                           error))
    return FALSE;
  asking->narrowing.scope->keeps = TRUE;

  return ink_persona_members_init (&asking->members, asking->narrowing.scope, error)
         && (narrowed->persona == NULL || keep_persona (asking, narrowed->persona, error))
         && count_people (asking, error);
}

void
ink_persona_asking_clear (InkPersonaAsking *asking)
{
  g_return_if_fail (asking != NULL);

  ink_persona_members_clear (&asking->members);
  ink_narrowing_clear (&asking->narrowing);
  g_clear_pointer (&asking->counted, g_free);
}

static gboolean
equal_main_goals (InkDependence *dependence,
                  const InkDefinition *a,
                  const InkDefinition *b)
{
  const InkGoal *x = ink_definition_get_main_goal (a), *y = ink_definition_get_main_goal (b);
  g_autoptr (InkRule) rule = x != NULL ? ink_rule_new_goal (x->name) : NULL;

  if (x == NULL || y == NULL)
    return x == y;
  return strcmp (x->name, y->name) == 0 && ink_dependence_rule (dependence, rule);
}

gboolean
ink_persona_asking_equal (const InkQuery *x,
                          const InkQuery *y)
{
  const InkNarrowedQuery *a = (const InkNarrowedQuery *) x, *b = (const InkNarrowedQuery *) y;
  g_autoptr (InkDependence) dependence = NULL;

  if (a->from != b->from || a->to != b->to || g_strcmp0 (a->persona, b->persona) != 0)
    return FALSE;
  dependence = ink_dependence_new (a->definition, b->definition);
  return ink_dependence_personas (dependence)
         && equal_main_goals (dependence, a->definition, b->definition);
}
