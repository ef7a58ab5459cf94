/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Judges each persona's rule for everybody, and finds the first that matches. */
#include "config.h"

#include "analysis/ink-persona-members.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-kept.h"
#include "analysis/ink-program-private.h"
#include "base/ink-error.h"

static gboolean
judge_everybody (InkProgram *program,
                 guint64 *people,
                 GError **error)
{
  InkScope *scope = program->scope;

  for (guint32 person = 0; person < scope->n_people; person++)
    {
      guint64 holds;

      if (person % 4096 == 0
          && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      holds = ink_program_judge (program, person, ink_scope_moment_of_end (scope, person))
              == INK_TRUTH_YES;
      people[person / 64] |= holds << person % 64;
    }

  return TRUE;
}

/* A rule with moments alone: whose rows are in its list. */
static gboolean
mark_owners (const InkProgram *program,
             guint64 *people)
{
  const InkScope *scope = program->scope;

  for (guint32 i = 0; i < program->rows->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, program->rows->rows[i]);

      people[person / 64] |= G_GUINT64_CONSTANT (1) << person % 64;
    }

  return TRUE;
}

static guint64 *
find_matching (InkProgram *program,
               GError **error)
{
  g_autofree guint64 *people = g_new0 (guint64, ink_people_words (program->scope));
  gboolean plain = program->kind == INK_NODE_LIST && !program->scope->cut;
  gboolean done = plain ? mark_owners (program, people) : judge_everybody (program, people, error);

  return done ? g_steal_pointer (&people) : NULL;
}

/**
 * ink_people_who_match:
 * @scope: the evaluation
 * @rule: any rule
 * @error: says why the rule is refused, or that it was cancelled
 */
guint64 *
ink_people_who_match (InkScope *scope,
                      const InkRule *rule,
                      GError **error)
{
  g_autoptr (InkProgram) program = NULL;
  g_autofree guint64 *people = NULL;

  g_return_val_if_fail (scope != NULL && rule != NULL, NULL);

  people = ink_kept_find_people (scope, rule);
  if (people != NULL)
    return g_steal_pointer (&people);
  program = ink_program_new (scope, rule, error);
  if (program == NULL)
    return NULL;
  people = find_matching (program, error);
  if (people != NULL)
    ink_kept_add_people (scope, rule, people);

  return g_steal_pointer (&people);
}

/* Compiled as a persona, not as any rule: so that one that refers to itself is refused. */
static guint64 *
find_persona (InkScope *scope,
              guint index,
              GError **error)
{
  const InkRule *rule = scope->definition->personas[index]->rule;
  g_autofree guint64 *people = ink_kept_find_people (scope, rule);

  if (people != NULL)
    return g_steal_pointer (&people);
  if (!ink_scope_compile_persona (scope, index, error))
    return NULL;
  people = find_matching (scope->personas[index], error);
  if (people != NULL)
    ink_kept_add_people (scope, rule, people);

  return g_steal_pointer (&people);
}

static guint8 *
find_firsts (const InkPersonaMembers *members,
             guint32 n_people)
{
  guint8 *personas = g_malloc ((gsize) n_people + 1);

  memset (personas, (int) members->n, (gsize) n_people + 1);
  for (guint i = members->n; i-- > 0;)
    for (gsize word = 0; word < members->n_words; word++)
      for (guint64 bits = members->matching[i][word]; bits != 0; bits &= bits - 1)
        personas[word * 64 + (gsize) __builtin_ctzll (bits)] = (guint8) i;

  return personas;
}

gboolean
ink_persona_members_init (InkPersonaMembers *members,
                          InkScope *scope,
                          GError **error)
{
  guint n;

  g_return_val_if_fail (members != NULL && scope != NULL, FALSE);

  n = ink_scope_n_personas (scope);
  *members = (InkPersonaMembers){ .n_words = ink_people_words (scope) };
  if (n > G_MAXUINT8)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("There are %u personas; at most %d can be told apart."), n, G_MAXUINT8);
      return FALSE;
    }
  members->matching = g_new0 (guint64 *, n + 1);
  for (; members->n < n; members->n++)
    {
      members->matching[members->n] = find_persona (scope, members->n, error);
      if (members->matching[members->n] == NULL)
        return FALSE;
    }
  members->personas = find_firsts (members, scope->n_people);
  ink_kept_add_personas (scope, members->personas);

  return TRUE;
}

void
ink_persona_members_clear (InkPersonaMembers *members)
{
  g_return_if_fail (members != NULL);

  for (guint i = 0; i < members->n; i++)
    g_free (members->matching[i]);
  g_clear_pointer (&members->matching, g_free);
  g_clear_pointer (&members->personas, g_free);
  members->n = 0;
}
