/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be said of a rule without looking at data: moments, and the names that it refers to. */
#include "definition/ink-definition-private.h"

/**
 * ink_bounds_have_moments:
 *
 * Returns: TRUE where a count or sum of 0 does not meet the bounds, so that an event has to reach
 *   them
 */
gboolean
ink_bounds_have_moments (const InkBounds *bounds)
{
  g_return_val_if_fail (bounds != NULL, FALSE);

  return (bounds->has_at_least && bounds->at_least > 0.0)
         || (bounds->has_exactly && bounds->exactly > 0.0);
}

static gboolean
tallies_have_moments (const InkRule *rule)
{
  if (!rule->times.given && !rule->total.given)
    return TRUE;

  return (rule->times.given && ink_bounds_have_moments (&rule->times.bounds))
         || (rule->total.given && ink_bounds_have_moments (&rule->total.bounds));
}

static guint
count_parts_with_moments (const InkRule *rule)
{
  guint n = 0;

  for (guint i = 0; i < rule->n_children; i++)
    n += ink_rule_has_moments (rule->children[i]) ? 1 : 0;

  return n;
}

/**
 * ink_rule_has_moments:
 *
 * Returns: TRUE where the rule becomes true at moments, as a goal, a step and not_if need
 */
gboolean
ink_rule_has_moments (const InkRule *rule)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  switch (rule->kind)
    {
    case INK_RULE_DOES:
    case INK_RULE_GOAL:
      return tallies_have_moments (rule);
    case INK_RULE_ALL:
      return count_parts_with_moments (rule) > 0;
    case INK_RULE_ANY:
      return rule->n_children > 0 && count_parts_with_moments (rule) == rule->n_children;
    case INK_RULE_NOT:
    case INK_RULE_PERSON:
    case INK_RULE_PERSONA:
    default:
      return FALSE;
    }
}

static InkRule *
rename_children (InkRule *rule,
                 InkRuleKind kind,
                 const char *from,
                 const char *to)
{
  g_autofree InkRule **children = g_new0 (InkRule *, MAX (rule->n_children, 1));
  g_autoptr (InkRule) copy = NULL;
  gboolean changed = FALSE;

  for (guint i = 0; i < rule->n_children; i++)
    {
      children[i] = ink_rule_rename (rule->children[i], kind, from, to);
      changed |= children[i] != rule->children[i];
    }
  if (changed)
    {
      copy = ink_rule_copy (rule);
      ink_rule_set_children (copy, children, rule->n_children);
    }
  for (guint i = 0; i < rule->n_children; i++)
    ink_rule_unref (children[i]);

  return changed ? g_steal_pointer (&copy) : ink_rule_ref (rule);
}

/* The rule in which the goal or persona @from is called @to; itself where it names no such one. */
InkRule *
ink_rule_rename (InkRule *rule,
                 InkRuleKind kind,
                 const char *from,
                 const char *to)
{
  gboolean in_name = rule->kind == kind && g_strcmp0 (rule->name, from) == 0;
  gboolean in_after = kind == INK_RULE_GOAL && g_strcmp0 (rule->after, from) == 0;
  InkRule *copy;

  if (rule->n_children > 0)
    return rename_children (rule, kind, from, to);
  if (!in_name && !in_after)
    return ink_rule_ref (rule);

  copy = ink_rule_copy (rule);
  if (in_name)
    {
      g_free (copy->name);
      copy->name = g_strdup (to);
    }
  if (in_after)
    {
      g_free (copy->after);
      copy->after = g_strdup (to);
    }
  return copy;
}
