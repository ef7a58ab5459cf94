/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules as sentences: "does Viewed Page where page starts with “/pricing”, at least 2 times". */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-definition-private.h"

/* Longer lists are cut in sentences, never in JSON. */
#define MAX_LISTED 6

static void put_rule (GString *words, const InkRule *rule, gboolean negated);

/* --- Lists, values, lengths --- */

/* Appends "a, b or c" of @items (transfer full). */
static void
put_list (GString *words,
          GPtrArray *items,
          const char *last_joint)
{
  guint shown = MIN (items->len, MAX_LISTED);

  for (guint i = 0; i < shown; i++)
    {
      if (i > 0)
        g_string_append (words, i + 1 == items->len ? last_joint : ", ");
      g_string_append (words, g_ptr_array_index (items, i));
    }
  if (shown < items->len)
    g_string_append_printf (
        words, ngettext (" or %u more", " or %u more", items->len - shown), items->len - shown);
}

static char *
quote (const char *text)
{
  /* Translators: the quotation marks of your language. */
  return g_strdup_printf (_("“%s”"), text);
}

static char *
value_to_words (InkValue value)
{
  g_autofree char *text = ink_value_to_text (value);

  return value.kind == INK_KIND_TEXT ? quote (text) : g_steal_pointer (&text);
}

/**
 * ink_span_to_words:
 *
 * Returns: (transfer full): the length alone, such as "14 days"; "one visit" for a session
 */
char *
ink_span_to_words (InkSpan span)
{
  g_autofree char *amount = ink_number_to_text (span.amount);
  gulong n = span.amount == 1.0 ? 1 : 2;

  if (span.kind == INK_SPAN_SESSION || span.kind == INK_SPAN_NONE)
    return g_strdup (span.kind == INK_SPAN_SESSION ? _("one visit") : "");

  switch (span.unit)
    {
    case INK_UNIT_SECONDS:
      return g_strdup_printf (ngettext ("%s second", "%s seconds", n), amount);
    case INK_UNIT_MINUTES:
      return g_strdup_printf (ngettext ("%s minute", "%s minutes", n), amount);
    case INK_UNIT_HOURS:
      return g_strdup_printf (ngettext ("%s hour", "%s hours", n), amount);
    case INK_UNIT_DAYS:
    default:
      return g_strdup_printf (ngettext ("%s day", "%s days", n), amount);
    }
}

/* --- Conditions --- */

static const char *
op_format (InkOp op)
{
  static const char *const formats[INK_N_OPS] = {
    [INK_OP_IS] = N_("is %s"),
    [INK_OP_IS_NOT] = N_("is not %s"),
    [INK_OP_IN] = N_("is %s"),
    [INK_OP_NOT_IN] = N_("is neither %s"),
    [INK_OP_CONTAINS] = N_("contains %s"),
    [INK_OP_NOT_CONTAINS] = N_("does not contain %s"),
    [INK_OP_STARTS_WITH] = N_("starts with %s"),
    [INK_OP_ENDS_WITH] = N_("ends with %s"),
    [INK_OP_MATCHES] = N_("matches %s"),
    [INK_OP_IS_SET] = N_("is there"),
    [INK_OP_IS_NOT_SET] = N_("is missing"),
    [INK_OP_GREATER] = N_("is above %s"),
    [INK_OP_AT_LEAST] = N_("is at least %s"),
    [INK_OP_LESS] = N_("is below %s"),
    [INK_OP_AT_MOST] = N_("is at most %s"),
    [INK_OP_BETWEEN] = N_("is between %s"),
  };

  return _(formats[op]);
}

static const char *
value_joint (InkOp op)
{
  if (op == INK_OP_BETWEEN)
    return _(" and ");
  return op == INK_OP_NOT_IN ? _(" nor ") : _(" or ");
}

/* "is “a” or “b”" */
static void
put_op (GString *words,
        const InkCondition *condition)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) list = g_string_new (NULL);
  g_auto (GStrv) around = g_strsplit (op_format (condition->op), "%s", 2);

  for (guint i = 0; i < condition->n_values; i++)
    g_ptr_array_add (values, value_to_words (condition->values[i]));
  put_list (list, values, value_joint (condition->op));

  g_string_append (words, around[0]);
  if (around[1] != NULL)
    g_string_append_printf (words, "%s%s", list->str, around[1]);
  if (condition->match_case)
    g_string_append (words, _(" (in the same case)"));
}

static void
put_person (GString *words,
            const InkCondition *condition)
{
  if (condition->op == INK_OP_IS_SET)
    g_string_append_printf (words, _("has a known %s"), condition->property);
  else if (condition->op == INK_OP_IS_NOT_SET)
    g_string_append_printf (words, _("has no known %s"), condition->property);
  else
    {
      g_string_append_printf (words, _("has a %s that "), condition->property);
      put_op (words, condition);
    }
}

static void
put_where (GString *words,
           const InkRule *rule)
{
  for (guint i = 0; i < rule->n_where; i++)
    {
      const InkCondition *condition = &rule->where[i];

      g_string_append (words, i == 0 ? _(" where ") : _(" and "));
      if (condition->on_person)
        g_string_append_printf (words, _("the person's %s "), condition->property);
      else
        g_string_append_printf (words, "%s ", condition->property);
      put_op (words, condition);
    }
}

/* --- Counts and windows --- */

static void
put_dates (GString *words,
           const InkDates *dates)
{
  if (dates->from != NULL && dates->to != NULL)
    g_string_append_printf (words, _(", from %s to %s"), dates->from, dates->to);
  else if (dates->from != NULL)
    g_string_append_printf (words, _(", from %s on"), dates->from);
  else if (dates->to != NULL)
    g_string_append_printf (words, _(", until %s"), dates->to);
}

static char *
bound_to_words (const char *number,
                const char *format,
                const char *property)
{
  g_autofree char *amount = NULL;
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  if (property == NULL)
    amount = g_strdup_printf (
        ngettext ("%s time", "%s times", g_str_equal (number, "1") ? 1 : 2), number);
  else if (g_str_equal (property, "duration"))
    amount = g_strdup_printf (ngettext ("%s second of duration", "%s seconds of duration",
                                        g_str_equal (number, "1") ? 1 : 2),
                              number);
  else
    amount = g_strdup_printf (_("%s of %s in all"), number, property);

  return g_strconcat (around[0], amount, around[1], NULL);
}

static void
add_bound (GPtrArray *bounds,
           gboolean has,
           double bound,
           const char *format,
           const char *property)
{
  g_autofree char *number = ink_number_to_text (bound);

  if (has)
    g_ptr_array_add (bounds, bound_to_words (number, format, property));
}

static void
put_window (GString *words,
            InkSpan within)
{
  g_autofree char *length = ink_span_to_words (within);

  if (within.kind == INK_SPAN_SESSION)
    g_string_append (words, _(" in one visit"));
  else if (within.kind == INK_SPAN_LENGTH)
    g_string_append_printf (words, _(" in any %s"), length);
  else if (within.kind == INK_SPAN_FIRST_DAYS)
    g_string_append_printf (words, _(" in their first %s"), length);
}

/* @shared: the window beside it, which binds it unless it has one of its own. */
static void
put_tally (GString *words,
           const InkTally *tally,
           InkSpan shared)
{
  g_autoptr (GPtrArray) bounds = g_ptr_array_new_with_free_func (g_free);
  const InkBounds *given = &tally->bounds;

  if (!tally->given)
    return;

  add_bound (bounds, given->has_at_least, given->at_least, _("at least %s"), tally->property);
  add_bound (bounds, given->has_at_most, given->at_most, _("at most %s"), tally->property);
  add_bound (bounds, given->has_exactly, given->exactly, _("exactly %s"), tally->property);
  g_string_append (words, tally->property == NULL ? ", " : _(", for "));
  put_list (words, bounds, _(" and "));
  put_window (words, tally->within.kind != INK_SPAN_NONE ? tally->within : shared);
}

static void
put_after (GString *words,
           const InkRule *rule)
{
  g_autofree char *goal = quote (rule->after);
  g_autofree char *length = ink_span_to_words (rule->within);

  if (rule->within.kind == INK_SPAN_LENGTH)
    g_string_append_printf (words, _(", within %s after %s"), length, goal);
  else
    g_string_append_printf (words, _(", after %s"), goal);
  if (rule->within.kind == INK_SPAN_SESSION)
    g_string_append (words, _(" in the same visit"));
}

static void
put_options (GString *words,
             const InkRule *rule)
{
  InkSpan none = { .kind = INK_SPAN_NONE };
  gboolean bound = rule->times.given || rule->total.given;
  gboolean first_days = rule->within.kind == INK_SPAN_FIRST_DAYS;

  if (rule->first_time == INK_FIRST_TIME_EVER)
    g_string_append (words, _(", the first time ever"));
  else if (rule->first_time == INK_FIRST_TIME_MATCHING)
    g_string_append (words, _(", the first time that this fits"));
  put_dates (words, &rule->between);
  if (rule->after != NULL)
    put_after (words, rule);
  if (first_days && (rule->after != NULL || !bound))
    put_window (words, rule->within);
  put_tally (words, &rule->times, rule->after == NULL ? rule->within : none);
  put_tally (words, &rule->total, rule->after == NULL ? rule->within : none);
}

/* --- Kinds --- */

static void
put_event_names (GString *words,
                 const InkRule *rule)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (g_str_equal (rule->names[0], "*"))
    {
      g_string_append (words, _("anything"));
      return;
    }

  for (guint i = 0; rule->names[i] != NULL; i++)
    g_ptr_array_add (names, rule->names[i]);
  put_list (words, names, _(" or "));
}

static void
put_does (GString *words,
          const InkRule *rule,
          gboolean negated)
{
  g_string_append (words, negated ? _("does not do ") : _("does "));
  put_event_names (words, rule);
  put_where (words, rule);
  put_options (words, rule);
}

static void
put_goal (GString *words,
          const InkRule *rule,
          gboolean negated)
{
  g_autofree char *name = quote (rule->name);

  g_string_append_printf (words, negated ? _("does not complete %s") : _("completes %s"), name);
  put_options (words, rule);
}

static void
put_persona (GString *words,
             const InkRule *rule,
             gboolean negated)
{
  g_autofree char *name = quote (rule->name);

  g_string_append_printf (words, negated ? _("is not of persona %s") : _("is of persona %s"),
                          name);
}

static void
put_parts (GString *words,
           const InkRule *rule)
{
  const char *joint = rule->kind == INK_RULE_ALL ? _(" and ") : _(" or ");

  for (guint i = 0; i < rule->n_children; i++)
    {
      const InkRule *part = rule->children[i];
      gboolean bracket = rule->n_children > 1 && part->n_children > 1;

      if (i > 0)
        g_string_append (words, joint);
      if (bracket)
        g_string_append_c (words, '(');
      put_rule (words, part, FALSE);
      if (bracket)
        g_string_append_c (words, ')');
    }
}

static void
put_rule (GString *words,
          const InkRule *rule,
          gboolean negated)
{
  gboolean plain = rule->kind == INK_RULE_DOES || rule->kind == INK_RULE_GOAL
                   || rule->kind == INK_RULE_PERSONA;

  if (negated && !plain)
    g_string_append (words, _("not ("));

  switch (rule->kind)
    {
    case INK_RULE_DOES:
      put_does (words, rule, negated);
      break;
    case INK_RULE_GOAL:
      put_goal (words, rule, negated);
      break;
    case INK_RULE_PERSONA:
      put_persona (words, rule, negated);
      break;
    case INK_RULE_PERSON:
      put_person (words, &rule->where[0]);
      break;
    case INK_RULE_NOT:
      put_rule (words, rule->children[0], TRUE);
      break;
    case INK_RULE_ALL:
    case INK_RULE_ANY:
    default:
      put_parts (words, rule);
      break;
    }

  if (negated && !plain)
    g_string_append_c (words, ')');
}

/**
 * ink_rule_to_words:
 *
 * Returns: (transfer full): what a person does or is who fits the rule, without a subject
 */
char *
ink_rule_to_words (const InkRule *rule)
{
  GString *words;

  g_return_val_if_fail (rule != NULL, NULL);

  words = g_string_new (NULL);
  put_rule (words, rule, FALSE);
  return g_string_free (words, FALSE);
}
