/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Circles.
 *
 * A goal that refers to goals is as deep as the deepest of them and one; a persona holds where
 * none of those before it does, so whatever names a persona needs all personas up to it, and a
 * persona may only need those before itself. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-check-private.h"

/* Goals of goals of goals …: nobody reads deeper, and who evaluates them may recurse. */
#define MAX_GOAL_DEPTH 32

static void
add_needs (InkCheckNeeds *needs,
           const InkCheckNeeds *more)
{
  needs->persona = MAX (needs->persona, more->persona);
  needs->depth = MAX (needs->depth, more->depth + 1);
}

/* @place: of the name, in the file. */
gboolean
ink_check_goal_needs (InkCheck *check,
                      const InkPlace *place,
                      int index,
                      guint level,
                      InkCheckNeeds *needs)
{
  InkCheckGoal *goal = &check->states[index];
  const char *name = check->all->goals[index]->name;

  if (goal->state == INK_CHECK_OPEN)
    return ink_read_fail (check->read, place, NULL,
                          _("this goes round in a circle: goal '%s' refers to itself."), name);
  if (goal->state == INK_CHECK_NEW)
    {
      goal->state = INK_CHECK_OPEN;
      goal->needs = (InkCheckNeeds){ -1, 0 };
      if (level > MAX_GOAL_DEPTH
          || !ink_check_rule_needs (check, place, check->all->goals[index]->rule, level + 1,
                                    &goal->needs))
        return ink_read_fail (check->read, place, NULL,
                              _("goals refer to goals more than %u deep here."), MAX_GOAL_DEPTH);
      goal->state = INK_CHECK_DONE;
    }
  if (goal->needs.depth > MAX_GOAL_DEPTH)
    return ink_read_fail (check->read, place, NULL,
                          _("goals refer to goals more than %u deep here."), MAX_GOAL_DEPTH);

  add_needs (needs, &goal->needs);
  return TRUE;
}

/* Unknown goals and personas need nothing: whoever names them is told in their own place. */
static gboolean
measure_names (InkCheck *check,
               const InkPlace *place,
               const InkRule *rule,
               guint level,
               InkCheckNeeds *needs)
{
  int goal = rule->kind == INK_RULE_GOAL ? ink_check_find (check->goals, rule->name) : -1;
  int after = rule->after != NULL ? ink_check_find (check->goals, rule->after) : -1;
  int persona = -1;

  if (rule->kind == INK_RULE_PERSONA)
    persona = g_str_equal (rule->name, INK_EVERYONE_ELSE)
                  ? (int) g_hash_table_size (check->personas)
                  : ink_check_find (check->personas, rule->name);
  needs->persona = MAX (needs->persona, persona);

  return (goal < 0 || ink_check_goal_needs (check, place, goal, level, needs))
         && (after < 0 || ink_check_goal_needs (check, place, after, level, needs));
}

gboolean
ink_check_rule_needs (InkCheck *check,
                      const InkPlace *place,
                      const InkRule *rule,
                      guint level,
                      InkCheckNeeds *needs)
{
  for (guint i = 0; i < rule->n_children; i++)
    if (!ink_check_rule_needs (check, place, rule->children[i], level, needs))
      return FALSE;

  return measure_names (check, place, rule, level, needs);
}

/* A persona's rule may only need personas that are tried before it. */
gboolean
ink_check_order (InkCheck *check,
                 const InkPlace *place,
                 const InkCheckNeeds *needs)
{
  const char *own, *other;

  if (check->persona < 0 || needs->persona < check->persona)
    return TRUE;

  own = check->all->personas[check->persona]->name;
  other = needs->persona < (int) g_hash_table_size (check->personas)
              ? check->all->personas[needs->persona]->name
              : INK_EVERYONE_ELSE;
  if (needs->persona == check->persona)
    return ink_read_fail (check->read, place, NULL,
                          _("this goes round in a circle: persona '%s' refers to itself."), own);
  return ink_read_fail (check->read, place, NULL,
                        _("this goes round in a circle: persona '%s' refers to '%s', which is "
                          "tried after it."),
                        own, other);
}
