/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of rules: making, sharing, copying and comparing them. */
#include "definition/ink-rule.h"

#include "definition/ink-definition-private.h"

static const char *const op_names[INK_N_OPS] = {
  [INK_OP_IS] = "is",
  [INK_OP_IS_NOT] = "is_not",
  [INK_OP_IN] = "in",
  [INK_OP_NOT_IN] = "not_in",
  [INK_OP_CONTAINS] = "contains",
  [INK_OP_NOT_CONTAINS] = "not_contains",
  [INK_OP_STARTS_WITH] = "starts_with",
  [INK_OP_ENDS_WITH] = "ends_with",
  [INK_OP_MATCHES] = "matches",
  [INK_OP_IS_SET] = "is_set",
  [INK_OP_IS_NOT_SET] = "is_not_set",
  [INK_OP_GREATER] = ">",
  [INK_OP_AT_LEAST] = ">=",
  [INK_OP_LESS] = "<",
  [INK_OP_AT_MOST] = "<=",
  [INK_OP_BETWEEN] = "between",
};

/**
 * ink_op_to_string:
 *
 * Returns: the operator as it stands in JSON
 */
const char *
ink_op_to_string (InkOp op)
{
  g_return_val_if_fail (op < INK_N_OPS, NULL);

  return op_names[op];
}

/**
 * ink_op_from_string:
 * @op: (out): the operator
 *
 * Returns: FALSE where there is no such operator
 */
gboolean
ink_op_from_string (const char *text,
                    InkOp *op)
{
  g_return_val_if_fail (text != NULL && op != NULL, FALSE);

  for (guint i = 0; i < INK_N_OPS; i++)
    if (g_str_equal (text, op_names[i]))
      {
        *op = (InkOp) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * ink_span_length:
 *
 * Returns: the span in microseconds, rounded to a whole one; 0 for none and session
 */
gint64
ink_span_length (InkSpan span)
{
  static const gint64 units[] = {
    [INK_UNIT_SECONDS] = INK_SECOND,
    [INK_UNIT_MINUTES] = INK_MINUTE,
    [INK_UNIT_HOURS] = INK_HOUR,
    [INK_UNIT_DAYS] = INK_DAY,
  };

  switch (span.kind)
    {
    case INK_SPAN_LENGTH:
      return (gint64) (span.amount * (double) units[span.unit] + 0.5);
    case INK_SPAN_FIRST_DAYS:
      return (gint64) (span.amount * (double) INK_DAY + 0.5);
    case INK_SPAN_NONE:
    case INK_SPAN_SESSION:
    default:
      return 0;
    }
}

static void
clear_children (InkRule *rule)
{
  for (guint i = 0; i < rule->n_children; i++)
    ink_rule_unref (rule->children[i]);
  g_clear_pointer (&rule->children, g_free);
  rule->n_children = 0;
}

static void
free_conditions (InkCondition *where,
                 guint n_where)
{
  for (guint i = 0; i < n_where; i++)
    ink_condition_clear (&where[i]);
  g_free (where);
}

static void
free_rule (InkRule *rule)
{
  clear_children (rule);
  free_conditions (rule->where, rule->n_where);
  g_strfreev (rule->names);
  g_free (rule->name);
  ink_dates_clear (&rule->between);
  g_free (rule->after);
  g_free (rule->times.property);
  g_free (rule->total.property);
  g_free (rule);
}

void
ink_condition_clear (InkCondition *condition)
{
  for (guint i = 0; i < condition->n_values; i++)
    if (condition->values[i].kind == INK_KIND_TEXT)
      g_free ((char *) condition->values[i].text);
  g_free (condition->values);
  g_free (condition->property);
  *condition = (InkCondition){ 0 };
}

static InkCondition
copy_condition (const InkCondition *condition)
{
  InkCondition copy = *condition;

  copy.property = g_strdup (condition->property);
  copy.values = g_new0 (InkValue, MAX (condition->n_values, 1));
  for (guint i = 0; i < condition->n_values; i++)
    {
      copy.values[i] = condition->values[i];
      if (copy.values[i].kind == INK_KIND_TEXT)
        copy.values[i].text = g_strdup (condition->values[i].text);
    }

  return copy;
}

static gboolean
conditions_equal (const InkCondition *a,
                  const InkCondition *b)
{
  if (a->op != b->op || a->on_person != b->on_person || a->match_case != b->match_case
      || a->n_values != b->n_values || g_strcmp0 (a->property, b->property) != 0)
    return FALSE;

  for (guint i = 0; i < a->n_values; i++)
    if (!ink_value_equal (a->values[i], b->values[i]))
      return FALSE;

  return TRUE;
}

void
ink_dates_clear (InkDates *dates)
{
  g_free (dates->from);
  g_free (dates->to);
  *dates = (InkDates){ 0 };
}

InkDates
ink_dates_copy (const InkDates *dates)
{
  return (InkDates){ dates->given, g_strdup (dates->from), g_strdup (dates->to) };
}

gboolean
ink_dates_equal (const InkDates *a,
                 const InkDates *b)
{
  return a->given == b->given && g_strcmp0 (a->from, b->from) == 0
         && g_strcmp0 (a->to, b->to) == 0;
}

gboolean
ink_span_equal (InkSpan a,
                InkSpan b)
{
  if (a.kind != b.kind)
    return FALSE;

  switch (a.kind)
    {
    case INK_SPAN_LENGTH:
      return a.unit == b.unit && a.amount == b.amount;
    case INK_SPAN_FIRST_DAYS:
      return a.amount == b.amount;
    case INK_SPAN_NONE:
    case INK_SPAN_SESSION:
    default:
      return TRUE;
    }
}

static gboolean
bounds_equal (const InkBounds *a,
              const InkBounds *b)
{
  return a->has_at_least == b->has_at_least && a->has_at_most == b->has_at_most
         && a->has_exactly == b->has_exactly
         && (!a->has_at_least || a->at_least == b->at_least)
         && (!a->has_at_most || a->at_most == b->at_most)
         && (!a->has_exactly || a->exactly == b->exactly);
}

static gboolean
tallies_equal (const InkTally *a,
               const InkTally *b)
{
  if (!a->given || !b->given)
    return a->given == b->given;

  return bounds_equal (&a->bounds, &b->bounds) && ink_span_equal (a->within, b->within)
         && g_strcmp0 (a->property, b->property) == 0;
}

gboolean
ink_names_equal (char *const *a,
                 char *const *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
parts_equal (const InkRule *a,
             const InkRule *b)
{
  if (a->n_children != b->n_children || a->n_where != b->n_where)
    return FALSE;

  for (guint i = 0; i < a->n_where; i++)
    if (!conditions_equal (&a->where[i], &b->where[i]))
      return FALSE;
  for (guint i = 0; i < a->n_children; i++)
    if (!ink_rule_equal (a->children[i], b->children[i]))
      return FALSE;

  return TRUE;
}

/**
 * ink_rule_ref:
 *
 * Returns: (transfer full): @rule
 */
InkRule *
ink_rule_ref (InkRule *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  g_atomic_ref_count_inc (&rule->ref_count);
  return rule;
}

/**
 * ink_rule_unref:
 *
 * Gives one reference back; the last frees the rule and its parts.
 */
void
ink_rule_unref (InkRule *rule)
{
  g_return_if_fail (rule != NULL);

  if (g_atomic_ref_count_dec (&rule->ref_count))
    free_rule (rule);
}

/**
 * ink_rule_equal:
 * @a: (nullable): a rule
 * @b: (nullable): another
 *
 * Returns: TRUE where both say the same in the same way, so that they are written alike
 */
gboolean
ink_rule_equal (const InkRule *a,
                const InkRule *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->kind != b->kind)
    return FALSE;

  return a->one_name == b->one_name && a->first_time == b->first_time
         && ink_names_equal (a->names, b->names) && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->after, b->after) == 0 && ink_dates_equal (&a->between, &b->between)
         && ink_span_equal (a->within, b->within) && tallies_equal (&a->times, &b->times)
         && tallies_equal (&a->total, &b->total) && parts_equal (a, b);
}

/**
 * ink_rule_new:
 *
 * Returns: (transfer full): an empty rule of that kind, to be filled before it is shared
 */
InkRule *
ink_rule_new (InkRuleKind kind)
{
  InkRule *rule = g_new0 (InkRule, 1);

  g_atomic_ref_count_init (&rule->ref_count);
  rule->kind = kind;
  return rule;
}

static InkTally
copy_tally (const InkTally *tally)
{
  InkTally copy = *tally;

  copy.property = g_strdup (tally->property);
  return copy;
}

/**
 * ink_rule_copy:
 *
 * Returns: (transfer full): the same rule, to be changed before it is shared; children are shared
 */
InkRule *
ink_rule_copy (const InkRule *rule)
{
  InkRule *copy;

  g_return_val_if_fail (rule != NULL, NULL);

  copy = ink_rule_new (rule->kind);
  ink_rule_set_children (copy, rule->children, rule->n_children);
  copy->names = g_strdupv (rule->names);
  copy->one_name = rule->one_name;
  copy->n_where = rule->n_where;
  copy->where = rule->n_where > 0 ? g_new0 (InkCondition, rule->n_where) : NULL;
  for (guint i = 0; i < rule->n_where; i++)
    copy->where[i] = copy_condition (&rule->where[i]);
  copy->name = g_strdup (rule->name);
  copy->first_time = rule->first_time;
  copy->between = ink_dates_copy (&rule->between);
  copy->after = g_strdup (rule->after);
  copy->within = rule->within;
  copy->times = copy_tally (&rule->times);
  copy->total = copy_tally (&rule->total);
  return copy;
}

/**
 * ink_rule_set_children:
 * @rule: a rule that nobody else holds
 * @children: (array length=n_children): the parts; references are taken
 */
void
ink_rule_set_children (InkRule *rule,
                       InkRule *const *children,
                       guint n_children)
{
  InkRule **refs;

  g_return_if_fail (rule != NULL);

  refs = n_children > 0 ? g_new (InkRule *, n_children) : NULL;
  for (guint i = 0; i < n_children; i++)
    refs[i] = ink_rule_ref (children[i]);
  clear_children (rule);
  rule->children = refs;
  rule->n_children = n_children;
}

/**
 * ink_rule_new_does:
 *
 * Returns: (transfer full): { "does": NAME }
 */
InkRule *
ink_rule_new_does (const char *name)
{
  InkRule *rule;

  g_return_val_if_fail (name != NULL, NULL);

  rule = ink_rule_new (INK_RULE_DOES);
  rule->names = g_new0 (char *, 2);
  rule->names[0] = g_strdup (name);
  rule->one_name = TRUE;
  return rule;
}

/**
 * ink_rule_new_goal:
 *
 * Returns: (transfer full): { "goal": NAME }
 */
InkRule *
ink_rule_new_goal (const char *name)
{
  InkRule *rule;

  g_return_val_if_fail (name != NULL, NULL);

  rule = ink_rule_new (INK_RULE_GOAL);
  rule->name = g_strdup (name);
  return rule;
}
