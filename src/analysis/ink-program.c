/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiles rules to nodes, and judges them at a moment. */
#include "config.h"

#include "analysis/ink-program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-program-private.h"
#include "analysis/ink-slices.h"
#include "base/ink-error.h"

enum
{
  MEMO_UNKNOWN,
  MEMO_NO,
  MEMO_YES,
};

InkProgram *
ink_program_node (InkScope *scope,
                  InkNodeKind kind)
{
  InkProgram *program = g_new0 (InkProgram, 1);

  program->scope = scope;
  program->kind = kind;
  return program;
}

void
ink_program_free (InkProgram *program)
{
  if (program == NULL)
    return;
  for (guint i = 0; i < program->n_children; i++)
    ink_program_free (program->children[i]);
  g_free (program->children);
  g_clear_pointer (&program->rows, ink_rows_unref);
  g_clear_pointer (&program->moments, ink_rows_unref);
  g_clear_pointer (&program->lookup, ink_lookup_free);
  g_free (program);
}

void
ink_program_adopt (InkProgram *program,
                   InkProgram *child)
{
  program->children = g_renew (InkProgram *, program->children, program->n_children + 1);
  program->children[program->n_children++] = child;
}

/* --- Compiling --- */

static InkProgram *
compile_children (InkScope *scope,
                  const InkRule *rule,
                  InkNodeKind kind,
                  GError **error)
{
  g_autoptr (InkProgram) program = ink_program_node (scope, kind);
  guint with = 0;

  for (guint i = 0; i < rule->n_children; i++)
    {
      InkProgram *child = ink_program_new (scope, rule->children[i], error);

      if (child == NULL)
        return NULL;
      with += child->has_moments;
      ink_program_adopt (program, child);
    }
  program->has_moments = kind == INK_NODE_ALL   ? with > 0
                         : kind == INK_NODE_ANY ? with > 0 && with == rule->n_children
                                                : FALSE;

  return g_steal_pointer (&program);
}

static InkProgram *
compile_person (InkScope *scope,
                const InkRule *rule,
                GError **error)
{
  g_autoptr (InkProgram) program = ink_program_node (scope, INK_NODE_PERSON);

  g_assert (rule->n_where == 1);

  program->lookup = ink_lookup_new (scope, &rule->where[0], TRUE, error);
  return program->lookup != NULL ? g_steal_pointer (&program) : NULL;
}

static gboolean
compile_persona_at (InkScope *scope,
                    guint index,
                    GError **error)
{
  const InkPersona *persona = scope->definition->personas[index];

  if (scope->personas[index] != NULL)
    return TRUE;
  if (scope->persona_state[index])
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("The persona '%s' refers to itself."), persona->name);
      return FALSE;
    }
  scope->persona_state[index] = TRUE;
  scope->personas[index] = ink_program_new (scope, persona->rule, error);
  scope->persona_state[index] = FALSE;
  scope->memo_person = INK_NO_PERSON;

  return scope->personas[index] != NULL;
}

/* Whoever asks for one persona asks for those before it: the first that matches wins. */
static InkProgram *
compile_persona (InkScope *scope,
                 const InkRule *rule,
                 GError **error)
{
  g_autoptr (InkProgram) program = ink_program_node (scope, INK_NODE_PERSONA);
  int index = ink_scope_find_persona (scope, rule->name);

  if (index < 0)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION, _ ("There is no persona '%s'."),
                   rule->name);
      return NULL;
    }
  for (guint i = 0; i <= (guint) index && i < ink_scope_n_personas (scope); i++)
    if (!compile_persona_at (scope, i, error))
      return NULL;
  program->persona = (guint) index;

  return g_steal_pointer (&program);
}

/**
 * ink_program_new:
 * @scope: the evaluation
 * @rule: what is to be compiled
 * @error: says what does not exist or cannot be read
 *
 * Returns: (transfer full): the program; it borrows @scope
 */
InkProgram *
ink_program_new (InkScope *scope,
                 const InkRule *rule,
                 GError **error)
{
  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  switch (rule->kind)
    {
    case INK_RULE_ALL:
      return compile_children (scope, rule, INK_NODE_ALL, error);
    case INK_RULE_ANY:
      return compile_children (scope, rule, INK_NODE_ANY, error);
    case INK_RULE_NOT:
      return compile_children (scope, rule, INK_NODE_NOT, error);
    case INK_RULE_PERSON:
      return compile_person (scope, rule, error);
    case INK_RULE_PERSONA:
      return compile_persona (scope, rule, error);
    case INK_RULE_DOES:
    case INK_RULE_GOAL:
    default:
      return ink_program_new_leaf (scope, rule, error);
    }
}

static InkProgram *
compile_goal (InkScope *scope,
              const char *name,
              GError **error)
{
  const InkGoal *goal = ink_definition_find_goal (scope->definition, name);
  g_autoptr (InkProgram) program = NULL;

  if (goal == NULL)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION, _ ("There is no goal '%s'."), name);
      return NULL;
    }
  program = ink_program_new (scope, goal->rule, error);
  if (program != NULL && !program->has_moments)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("The goal '%s' holds or does not, but never happens at a moment. Add "
                      "something that the person does."),
                   name);
      return NULL;
    }

  return g_steal_pointer (&program);
}

InkProgram *
ink_scope_goal (InkScope *scope,
                const char *name,
                GError **error)
{
  InkProgram *program = NULL;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (g_hash_table_lookup_extended (scope->goals, name, NULL, (gpointer *) &program))
    {
      if (program == NULL)
        g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION, _ ("The goal '%s' refers to itself."),
                     name);
      return program;
    }
  g_hash_table_insert (scope->goals, g_strdup (name), NULL);
  program = compile_goal (scope, name, error);
  if (program == NULL)
    g_hash_table_remove (scope->goals, name);
  else
    g_hash_table_insert (scope->goals, g_strdup (name), program);

  return program;
}

gboolean
ink_program_has_moments (const InkProgram *program)
{
  g_return_val_if_fail (program != NULL, FALSE);

  return program->has_moments;
}

/* --- Judging --- */

static gboolean
happened (InkProgram *program,
          guint32 person,
          guint32 end)
{
  const InkRows *rows = program->rows;
  guint32 first = program->scope->offsets[person];
  guint32 from = program->hint < rows->n && rows->rows[program->hint] <= first ? program->hint : 0;

  program->hint = ink_rows_seek (rows->rows, rows->n, from, first);
  return program->hint < rows->n && rows->rows[program->hint] < end;
}

/* Whether a window that a completion opened is still open. */
static gboolean
is_open (InkProgram *program,
         guint32 person,
         InkMoment moment)
{
  const InkRows *rows = program->rows;
  guint32 last;

  if (!happened (program, person, moment.end))
    return FALSE;
  last = ink_rows_seek (rows->rows, rows->n, program->hint, moment.end) - 1;

  return program->scope->times[rows->rows[last]] != INK_TIME_NONE
         && ink_time_later (program->scope->times[rows->rows[last]], program->length)
                > moment.time;
}

static InkTruth
judge_children (InkProgram *program,
                guint32 person,
                InkMoment moment)
{
  gboolean all = program->kind == INK_NODE_ALL;
  InkTruth truth = all ? INK_TRUTH_YES : INK_TRUTH_NO;

  for (guint i = 0; i < program->n_children; i++)
    {
      InkTruth child = ink_program_judge (program->children[i], person, moment);

      truth = all ? MIN (truth, child) : MAX (truth, child);
    }

  return truth;
}

/* Personas that name earlier ones would ask for these again and again: each is asked once per
 * moment. */
static gboolean
is_persona (InkScope *scope,
            guint index,
            guint32 person,
            InkMoment moment)
{
  guint8 *memo = &scope->persona_memo[index];

  if (scope->memo_person != person || scope->memo_moment.end != moment.end
      || scope->memo_moment.time != moment.time)
    {
      memset (scope->persona_memo, MEMO_UNKNOWN, scope->n_personas);
      scope->memo_person = person;
      scope->memo_moment = moment;
    }
  if (*memo == MEMO_UNKNOWN)
    *memo = scope->personas[index] != NULL
                    && ink_program_judge (scope->personas[index], person, moment) == INK_TRUTH_YES
                ? MEMO_YES
                : MEMO_NO;

  return *memo == MEMO_YES;
}

/* The first of the personas below @end that matches; @end or their number where none does. Those
 * after it are not asked: they may themselves ask for this one. */
static guint
first_persona (InkScope *scope,
               guint end,
               guint32 person,
               InkMoment moment)
{
  guint n = MIN (end, scope->n_personas);

  for (guint i = 0; i < n; i++)
    if (is_persona (scope, i, person, moment))
      return i;

  return n;
}

InkTruth
ink_program_judge (InkProgram *program,
                   guint32 person,
                   InkMoment moment)
{
  InkTruth truth;

  switch (program->kind)
    {
    case INK_NODE_LIST:
      return happened (program, person, moment.end) ? INK_TRUTH_YES : INK_TRUTH_NO;
    case INK_NODE_NEVER:
      return happened (program, person, moment.end) ? INK_TRUTH_NO : INK_TRUTH_YES;
    case INK_NODE_PENDING:
      truth = ink_program_judge (program->children[0], person, moment);
      return truth != INK_TRUTH_NO                     ? truth
             : is_open (program, person, moment) ? INK_TRUTH_PENDING
                                                       : INK_TRUTH_NO;
    case INK_NODE_NOT:
      return INK_TRUTH_YES - ink_program_judge (program->children[0], person, moment);
    case INK_NODE_PERSON:
      return ink_lookup_person (program->lookup, person, moment.end) ? INK_TRUTH_YES
                                                                     : INK_TRUTH_NO;
    case INK_NODE_PERSONA:
      return first_persona (program->scope, program->persona + 1, person, moment)
                     == program->persona
                 ? INK_TRUTH_YES
                 : INK_TRUTH_NO;
    case INK_NODE_ALL:
    case INK_NODE_ANY:
    default:
      return judge_children (program, person, moment);
    }
}

/**
 * ink_program_holds:
 * @program: a compiled rule
 * @person: a person with events
 * @moment: what may be read, and the clock
 */
gboolean
ink_program_holds (InkProgram *program,
                   guint32 person,
                   InkMoment moment)
{
  g_return_val_if_fail (program != NULL, FALSE);
  g_return_val_if_fail (person < program->scope->n_people, FALSE);

  return ink_program_judge (program, person, moment) == INK_TRUTH_YES;
}

gboolean
ink_program_holds_at_end (InkProgram *program,
                          guint32 person)
{
  g_return_val_if_fail (program != NULL, FALSE);

  return ink_program_holds (program, person, ink_scope_moment_of_end (program->scope, person));
}

/* --- Personas --- */

guint
ink_scope_n_personas (const InkScope *scope)
{
  g_return_val_if_fail (scope != NULL, 0);

  return scope->n_personas;
}

int
ink_scope_find_persona (const InkScope *scope,
                        const char *name)
{
  guint n;

  g_return_val_if_fail (scope != NULL, -1);
  g_return_val_if_fail (name != NULL, -1);

  n = ink_scope_n_personas (scope);
  for (guint i = 0; i < n; i++)
    if (strcmp (scope->definition->personas[i]->name, name) == 0)
      return (int) i;

  return strcmp (name, INK_EVERYONE_ELSE) == 0 ? (int) n : -1;
}

const char *
ink_scope_persona_name (const InkScope *scope,
                        guint persona)
{
  g_return_val_if_fail (scope != NULL, NULL);

  return persona < ink_scope_n_personas (scope) ? scope->definition->personas[persona]->name
                                                : INK_EVERYONE_ELSE;
}

gboolean
ink_scope_compile_personas (InkScope *scope,
                            GError **error)
{
  guint n;

  g_return_val_if_fail (scope != NULL, FALSE);

  n = ink_scope_n_personas (scope);
  if (n > G_MAXUINT8)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("There are %u personas; at most %d can be told apart."), n, G_MAXUINT8);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    if (!compile_persona_at (scope, i, error))
      return FALSE;

  return TRUE;
}

guint
ink_scope_persona_at (InkScope *scope,
                      guint32 person,
                      InkMoment moment)
{
  g_return_val_if_fail (scope != NULL, 0);

  return first_persona (scope, scope->n_personas, person, moment);
}

guint8 *
ink_scope_persona_bytes (InkScope *scope,
                         GError **error)
{
  g_autofree guint8 *bytes = NULL;

  g_return_val_if_fail (scope != NULL, NULL);

  if (!ink_scope_compile_personas (scope, error))
    return NULL;
  bytes = g_new (guint8, scope->n_people + 1);
  for (guint32 person = 0; person < scope->n_people; person++)
    {
      if (person % 4096 == 0
          && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return NULL;
      bytes[person]
          = (guint8) ink_scope_persona_at (scope, person, ink_scope_moment_of_end (scope, person));
    }

  return g_steal_pointer (&bytes);
}
