/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules and funnels as JSON. */
#include "definition/ink-write.h"

void
ink_write_span (GString *json,
                InkSpan span)
{
  static const char *const units[] = {
    [INK_UNIT_SECONDS] = "seconds",
    [INK_UNIT_MINUTES] = "minutes",
    [INK_UNIT_HOURS] = "hours",
    [INK_UNIT_DAYS] = "days",
  };

  g_string_append_c (json, '{');
  switch (span.kind)
    {
    case INK_SPAN_SESSION:
      ink_json_put_key (json, "session");
      ink_json_put_boolean (json, TRUE);
      break;
    case INK_SPAN_LENGTH:
    case INK_SPAN_FIRST_DAYS:
      ink_json_put_key (json, span.kind == INK_SPAN_LENGTH ? units[span.unit] : "first_days");
      ink_json_put_number (json, span.amount);
      break;
    case INK_SPAN_NONE:
    default:
      break;
    }
  g_string_append_c (json, '}');
}

static void
write_within (GString *json,
              InkSpan within)
{
  if (within.kind == INK_SPAN_NONE)
    return;

  ink_json_put_key (json, "within");
  ink_write_span (json, within);
}

static void
write_date (GString *json,
            const char *date)
{
  if (date != NULL)
    ink_json_put_text (json, date);
  else
    g_string_append (json, "null");
}

void
ink_write_dates (GString *json,
                 const InkDates *dates)
{
  if (!dates->given)
    return;

  ink_json_put_key (json, "between");
  g_string_append_c (json, '[');
  write_date (json, dates->from);
  g_string_append (json, ", ");
  write_date (json, dates->to);
  g_string_append_c (json, ']');
}

static void
write_condition_members (GString *json,
                         const char *property_key,
                         const InkCondition *condition)
{
  gboolean list = condition->op == INK_OP_IN || condition->op == INK_OP_NOT_IN
                  || condition->op == INK_OP_BETWEEN;

  ink_json_put_member_text (json, property_key, condition->property);
  ink_json_put_member_text (json, "op", ink_op_to_string (condition->op));
  if (list || condition->n_values > 0)
    ink_json_put_key (json, "value");
  if (list)
    g_string_append_c (json, '[');
  for (guint i = 0; i < condition->n_values; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      ink_json_put_value (json, condition->values[i]);
    }
  if (list)
    g_string_append_c (json, ']');
  if (condition->match_case)
    {
      ink_json_put_key (json, "case");
      ink_json_put_boolean (json, TRUE);
    }
}

static void
write_where (GString *json,
             const InkRule *rule)
{
  if (rule->n_where == 0)
    return;

  ink_json_put_key (json, "where");
  g_string_append_c (json, '[');
  for (guint i = 0; i < rule->n_where; i++)
    {
      ink_json_put_comma (json);
      g_string_append_c (json, '{');
      write_condition_members (json, "prop", &rule->where[i]);
      if (rule->where[i].on_person)
        ink_json_put_member_text (json, "on", "person");
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
write_bound (GString *json,
             const char *key,
             gboolean has,
             double bound)
{
  if (!has)
    return;

  ink_json_put_key (json, key);
  ink_json_put_number (json, bound);
}

static void
write_tally (GString *json,
             const char *key,
             const InkTally *tally)
{
  const InkBounds *bounds = &tally->bounds;

  if (!tally->given)
    return;

  ink_json_put_key (json, key);
  g_string_append_c (json, '{');
  ink_json_put_member_text (json, "prop", tally->property);
  write_bound (json, "at_least", bounds->has_at_least, bounds->at_least);
  write_bound (json, "at_most", bounds->has_at_most, bounds->at_most);
  write_bound (json, "exactly", bounds->has_exactly, bounds->exactly);
  write_within (json, tally->within);
  g_string_append_c (json, '}');
}

/* In the order in which they apply. */
static void
write_options (GString *json,
               const InkRule *rule)
{
  if (rule->first_time == INK_FIRST_TIME_EVER)
    {
      ink_json_put_key (json, "first_time");
      ink_json_put_boolean (json, TRUE);
    }
  write_where (json, rule);
  if (rule->first_time == INK_FIRST_TIME_MATCHING)
    ink_json_put_member_text (json, "first_time", "matching");
  ink_write_dates (json, &rule->between);
  ink_json_put_member_text (json, "after", rule->after);
  write_within (json, rule->within);
  write_tally (json, "times", &rule->times);
  write_tally (json, "total", &rule->total);
}

static void
write_children (GString *json,
                const char *key,
                const InkRule *rule)
{
  ink_json_put_key (json, key);
  g_string_append_c (json, '[');
  for (guint i = 0; i < rule->n_children; i++)
    {
      ink_json_put_comma (json);
      ink_write_rule (json, rule->children[i]);
    }
  g_string_append_c (json, ']');
}

static void
write_does (GString *json,
            const InkRule *rule)
{
  ink_json_put_key (json, "does");
  if (rule->one_name)
    ink_json_put_text (json, rule->names[0]);
  else
    ink_json_put_names (json, rule->names);
  write_options (json, rule);
}

void
ink_write_rule_members (GString *json,
                        const InkRule *rule)
{
  switch (rule->kind)
    {
    case INK_RULE_ALL:
    case INK_RULE_ANY:
      write_children (json, rule->kind == INK_RULE_ALL ? "all" : "any", rule);
      break;
    case INK_RULE_NOT:
      ink_json_put_key (json, "not");
      ink_write_rule (json, rule->children[0]);
      break;
    case INK_RULE_DOES:
      write_does (json, rule);
      break;
    case INK_RULE_PERSON:
      write_condition_members (json, "person", &rule->where[0]);
      break;
    case INK_RULE_GOAL:
      ink_json_put_member_text (json, "goal", rule->name);
      write_options (json, rule);
      break;
    case INK_RULE_PERSONA:
    default:
      ink_json_put_member_text (json, "persona", rule->name);
      break;
    }
}

void
ink_write_rule (GString *json,
                const InkRule *rule)
{
  g_string_append_c (json, '{');
  ink_write_rule_members (json, rule);
  g_string_append_c (json, '}');
}
