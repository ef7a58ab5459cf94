/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of goals: making, sharing, copying and comparing them. */
#include "definition/ink-goal.h"

#include "definition/ink-definition-private.h"

static void
free_goal (InkGoal *goal)
{
  g_clear_pointer (&goal->rule, ink_rule_unref);
  g_free (goal->id);
  g_free (goal->name);
  g_free (goal->stage);
  g_free (goal->value_property);
  g_free (goal->note);
  g_free (goal->colour);
  g_free (goal->icon);
  g_free (goal);
}

/**
 * ink_goal_ref:
 *
 * Returns: (transfer full): @goal
 */
InkGoal *
ink_goal_ref (InkGoal *goal)
{
  g_return_val_if_fail (goal != NULL, NULL);

  g_atomic_ref_count_inc (&goal->ref_count);
  return goal;
}

/**
 * ink_goal_unref:
 *
 * Gives one reference back; the last frees the goal.
 */
void
ink_goal_unref (InkGoal *goal)
{
  g_return_if_fail (goal != NULL);

  if (g_atomic_ref_count_dec (&goal->ref_count))
    free_goal (goal);
}

/**
 * ink_goal_equal:
 *
 * Returns: TRUE where both are written alike; ids are left out
 */
gboolean
ink_goal_equal (const InkGoal *a,
                const InkGoal *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (a->kind == b->kind && a->has_fixed_value == b->has_fixed_value
             && (!a->has_fixed_value || a->fixed_value == b->fixed_value)
             && g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->stage, b->stage) == 0
             && g_strcmp0 (a->value_property, b->value_property) == 0
             && g_strcmp0 (a->note, b->note) == 0 && g_strcmp0 (a->colour, b->colour) == 0
             && g_strcmp0 (a->icon, b->icon) == 0 && ink_rule_equal (a->rule, b->rule));
}

/**
 * ink_goal_new:
 * @rule: the rule; a reference is taken
 *
 * Returns: (transfer full): a micro goal with an id of its own, to be filled before it is shared
 */
InkGoal *
ink_goal_new (const char *name,
              InkRule *rule)
{
  InkGoal *goal;

  g_return_val_if_fail (name != NULL && rule != NULL, NULL);

  goal = g_new0 (InkGoal, 1);
  g_atomic_ref_count_init (&goal->ref_count);
  goal->id = ink_definition_make_id ();
  goal->name = g_strdup (name);
  goal->rule = ink_rule_ref (rule);
  return goal;
}

/**
 * ink_goal_copy:
 *
 * Returns: (transfer full): the same goal with the same id, to be changed before it is shared
 */
InkGoal *
ink_goal_copy (const InkGoal *goal)
{
  InkGoal *copy;

  g_return_val_if_fail (goal != NULL, NULL);

  copy = g_memdup2 (goal, sizeof *goal);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (goal->id);
  copy->name = g_strdup (goal->name);
  copy->stage = g_strdup (goal->stage);
  copy->rule = ink_rule_ref (goal->rule);
  copy->value_property = g_strdup (goal->value_property);
  copy->note = g_strdup (goal->note);
  copy->colour = g_strdup (goal->colour);
  copy->icon = g_strdup (goal->icon);
  return copy;
}
