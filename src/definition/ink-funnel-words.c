/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a funnel does, as the line under its chart: each choice on which tools differ. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-definition-private.h"

static gboolean
is_bare (const InkRule *rule)
{
  return rule->n_where == 0 && !rule->times.given && !rule->total.given && rule->after == NULL
         && !rule->between.given && rule->first_time == INK_FIRST_TIME_NO
         && rule->within.kind == INK_SPAN_NONE;
}

/**
 * ink_step_to_label:
 *
 * Returns: (transfer full): the step's own name, its goal's or event's name where the rule is no
 *   more than that, else the rule in words
 */
char *
ink_step_to_label (const InkStep *step)
{
  const InkRule *rule;

  g_return_val_if_fail (step != NULL && step->rule != NULL, NULL);

  rule = step->rule;
  if (step->name != NULL)
    return g_strdup (step->name);
  if (rule->kind == INK_RULE_GOAL && is_bare (rule))
    return g_strdup (rule->name);
  if (rule->kind == INK_RULE_DOES && is_bare (rule) && g_str_equal (rule->names[0], "*"))
    return g_strdup (_("Any event"));
  if (rule->kind == INK_RULE_DOES && is_bare (rule) && rule->names[1] == NULL)
    return g_strdup (rule->names[0]);

  return ink_rule_to_words (rule);
}

static const char *
order_to_words (InkOrder order)
{
  switch (order)
    {
    case INK_ORDER_STRICT:
      return _("In this order, nothing else between");
    case INK_ORDER_ANY:
      return _("In any order");
    case INK_ORDER_AS_LISTED:
    default:
      return _("In this order, other events may lie between");
    }
}

static void
put_count (GString *words,
           const InkFunnel *funnel)
{
  switch (funnel->count)
    {
    case INK_COUNT_SESSIONS:
      g_string_append (words, _(" · visits"));
      break;
    case INK_COUNT_TRIES:
      g_string_append (words, _(" · every try"));
      break;
    case INK_COUNT_PROPERTY:
      g_string_append_printf (words, _(" · groups by %s"), funnel->count_property);
      break;
    case INK_COUNT_PEOPLE:
    default:
      g_string_append (words, _(" · each person counts once"));
      break;
    }
}

static void
put_exclusions (GString *words,
                const InkFunnel *funnel)
{
  for (guint i = 0; i < funnel->n_not_if; i++)
    {
      const InkExclusion *not_if = &funnel->not_if[i];
      g_autofree char *rule = ink_rule_to_words (not_if->rule);

      g_string_append_printf (words, _(" · left out who %s between steps %u and %u"), rule,
                              not_if->from, not_if->to);
    }
}

static void
put_period (GString *words,
            const InkDates *between)
{
  if (between->from != NULL && between->to != NULL)
    g_string_append_printf (words, _(" · started from %s to %s"), between->from, between->to);
  else if (between->from != NULL)
    g_string_append_printf (words, _(" · started from %s on"), between->from);
  else if (between->to != NULL)
    g_string_append_printf (words, _(" · started until %s"), between->to);
}

/**
 * ink_funnel_to_words:
 *
 * Returns: (transfer full): such as "In this order, other events may lie between · within 14 days
 *   of the first step · each person counts once"
 */
char *
ink_funnel_to_words (const InkFunnel *funnel)
{
  GString *words;

  g_return_val_if_fail (funnel != NULL, NULL);

  words = g_string_new (order_to_words (funnel->order));
  if (funnel->within.kind != INK_SPAN_NONE)
    {
      g_autofree char *length = ink_span_to_words (funnel->within);

      g_string_append_printf (words, _(" · within %s of the first step"), length);
    }
  else
    g_string_append (words, _(" · without a time limit"));
  put_count (words, funnel);
  put_exclusions (words, funnel);
  if (funnel->people != NULL)
    {
      g_autofree char *people = ink_rule_to_words (funnel->people);

      g_string_append_printf (words, _(" · only who %s"), people);
    }
  put_period (words, &funnel->between);
  return g_string_free (words, FALSE);
}
