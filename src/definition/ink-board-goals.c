/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is said of a goal on the board, besides its place: its name, its kind, and its end. */
#include "definition/ink-board-edit.h"

#include "definition/ink-definition-private.h"

InkDefinition *
ink_board_rename_goal (InkDefinition *definition,
                       const char *id,
                       const char *name)
{
  g_autofree char *stripped = NULL;
  g_autoptr (InkGoal) copy = NULL;
  InkGoal *goal;

  g_return_val_if_fail (definition != NULL && id != NULL && name != NULL, NULL);

  goal = ink_board_find_goal (definition, id);
  stripped = g_strstrip (g_strdup (name));
  if (goal == NULL || *stripped == '\0' || g_str_equal (stripped, goal->name))
    return ink_definition_ref (definition);
  copy = ink_goal_copy (goal);
  g_free (copy->name);
  copy->name = ink_board_make_goal_name (definition, stripped, goal);

  return ink_definition_with_goal (definition, copy);
}

InkDefinition *
ink_board_set_kind (InkDefinition *definition,
                    const char *id,
                    InkGoalKind kind)
{
  g_autoptr (InkDefinition) with = NULL;
  g_autoptr (InkGoal) copy = NULL;
  InkGoal *goal;

  g_return_val_if_fail (definition != NULL && id != NULL, NULL);

  goal = ink_board_find_goal (definition, id);
  if (goal == NULL || goal->kind == kind)
    return ink_definition_ref (definition);
  copy = ink_goal_copy (goal);
  copy->kind = kind;
  with = ink_definition_with_goal (definition, copy);
  if (kind == INK_GOAL_MICRO && g_strcmp0 (definition->main_goal, goal->name) == 0)
    return ink_definition_with_main_goal (with, NULL);

  return g_steal_pointer (&with);
}

InkDefinition *
ink_board_set_main (InkDefinition *definition,
                    const char *id)
{
  g_autoptr (InkDefinition) macro = NULL;
  InkGoal *goal;

  g_return_val_if_fail (definition != NULL && id != NULL, NULL);

  goal = ink_board_find_goal (definition, id);
  if (goal == NULL
      || (goal->kind == INK_GOAL_MACRO && g_strcmp0 (definition->main_goal, goal->name) == 0))
    return ink_definition_ref (definition);
  macro = ink_board_set_kind (definition, id, INK_GOAL_MACRO);

  return ink_definition_with_main_goal (macro, goal->name);
}

InkDefinition *
ink_board_remove_goal (InkDefinition *definition,
                       const char *id)
{
  g_autoptr (InkDefinition) without = NULL;
  InkGoal *goal;

  g_return_val_if_fail (definition != NULL && id != NULL, NULL);

  goal = ink_board_find_goal (definition, id);
  if (goal == NULL)
    return ink_definition_ref (definition);
  without = ink_definition_without_goal (definition, id);
  if (g_strcmp0 (definition->main_goal, goal->name) == 0)
    return ink_definition_with_main_goal (without, NULL);

  return g_steal_pointer (&without);
}

/* ---- Who names it ---- */

/* A rule that a new name would change, names it. */
static gboolean
is_named (InkRule *rule,
          const char *name)
{
  g_autoptr (InkRule) renamed = ink_rule_rename (rule, INK_RULE_GOAL, name, "");

  return renamed != rule;
}

static gboolean
is_named_in_funnel (InkFunnel *funnel,
                    const char *name)
{
  g_autoptr (InkFunnel) renamed = ink_funnel_rename (funnel, INK_RULE_GOAL, name, "");

  return renamed != funnel;
}

GPtrArray *
ink_board_find_uses (const InkDefinition *definition,
                     const char *name)
{
  GPtrArray *uses;

  g_return_val_if_fail (definition != NULL && name != NULL, NULL);

  uses = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (is_named (definition->goals[i]->rule, name))
      g_ptr_array_add (uses, g_strdup (definition->goals[i]->name));
  for (guint i = 0; definition->personas[i] != NULL; i++)
    if (is_named (definition->personas[i]->rule, name))
      g_ptr_array_add (uses, g_strdup (definition->personas[i]->name));
  for (guint i = 0; definition->funnels[i] != NULL; i++)
    if (is_named_in_funnel (definition->funnels[i], name))
      g_ptr_array_add (uses, g_strdup (definition->funnels[i]->name));
  for (guint i = 0; definition->follow_ups[i] != NULL; i++)
    if (is_named (definition->follow_ups[i]->rule, name))
      g_ptr_array_add (uses, g_strdup (definition->follow_ups[i]->name));

  return uses;
}
