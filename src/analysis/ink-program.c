/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiles rules to nodes. */
#include "config.h"

#include "analysis/ink-program.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "analysis/ink-kept.h"
#include "analysis/ink-program-private.h"
#include "base/ink-error.h"

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

gboolean
ink_scope_compile_persona (InkScope *scope,
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
    if (!ink_scope_compile_persona (scope, i, error))
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

/* A goal is asked for nothing but its moments. */
static InkProgram *
find_kept_goal (InkScope *scope,
                const InkGoal *goal)
{
  InkRows *rows = ink_kept_find_moments (scope, goal->rule);
  InkProgram *program;

  if (rows == NULL)
    return NULL;
  program = ink_program_node (scope, INK_NODE_LIST);
  program->has_moments = TRUE;
  program->rows = rows;
  return program;
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
  program = find_kept_goal (scope, goal);
  if (program != NULL)
    return g_steal_pointer (&program);
  program = ink_program_new (scope, goal->rule, error);
  if (program == NULL)
    return NULL;
  if (!program->has_moments)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("The goal '%s' holds or does not, but never happens at a moment. Add "
                      "something that the person does."),
                   name);
      return NULL;
    }
  if (scope->keeps)
    ink_kept_add_moments (scope, goal->rule, ink_program_get_moments (program));

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
