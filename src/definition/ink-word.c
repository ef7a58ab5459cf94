/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "definition/ink-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

InkWord *
ink_word_new (InkWordKind kind,
              InkClause clause)
{
  InkWord *word = g_new0 (InkWord, 1);

  g_atomic_ref_count_init (&word->ref_count);
  word->kind = kind;
  word->clause = clause;
  return word;
}

InkWord *
ink_word_ref (InkWord *word)
{
  g_return_val_if_fail (word != NULL, NULL);

  g_atomic_ref_count_inc (&word->ref_count);
  return word;
}

void
ink_word_unref (InkWord *word)
{
  g_return_if_fail (word != NULL);

  if (!g_atomic_ref_count_dec (&word->ref_count))
    return;
  for (guint i = 0; i < word->n_values; i++)
    if (word->values[i].kind == INK_KIND_TEXT)
      g_free ((char *) word->values[i].text);
  g_free (word->values);
  g_strfreev (word->names);
  g_free (word->name);
  g_free (word->text);
  g_free (word->hint);
  g_free (word);
}

/* --- What menus offer --- */

const char *
ink_op_to_words (InkOp op)
{
  static const char *const words[INK_N_OPS] = {
    [INK_OP_IS] = N_("is"),
    [INK_OP_IS_NOT] = N_("is not"),
    [INK_OP_IN] = N_("is one of"),
    [INK_OP_NOT_IN] = N_("is none of"),
    [INK_OP_CONTAINS] = N_("contains"),
    [INK_OP_NOT_CONTAINS] = N_("does not contain"),
    [INK_OP_STARTS_WITH] = N_("starts with"),
    [INK_OP_ENDS_WITH] = N_("ends with"),
    [INK_OP_MATCHES] = N_("matches"),
    [INK_OP_IS_SET] = N_("is there"),
    [INK_OP_IS_NOT_SET] = N_("is missing"),
    [INK_OP_GREATER] = N_("is above"),
    [INK_OP_AT_LEAST] = N_("is at least"),
    [INK_OP_LESS] = N_("is below"),
    [INK_OP_AT_MOST] = N_("is at most"),
    [INK_OP_BETWEEN] = N_("is between"),
  };

  g_return_val_if_fail (op < INK_N_OPS, NULL);

  return _(words[op]);
}

const char *
ink_bound_to_words (InkBound bound)
{
  static const char *const words[] = { N_("at least"), N_("at most"), N_("exactly") };

  g_return_val_if_fail (bound < INK_N_BOUNDS, NULL);

  return _(words[bound]);
}

const char *
ink_first_time_to_words (InkFirstTime first_time)
{
  switch (first_time)
    {
    case INK_FIRST_TIME_EVER:
      return _("for the first time ever");
    case INK_FIRST_TIME_MATCHING:
      return _("the first time that this fits");
    case INK_FIRST_TIME_NO:
    default:
      return _("every time");
    }
}

const char *
ink_group_to_words (InkRuleKind kind,
                    gboolean negated)
{
  if (kind == INK_RULE_NOT)
    return _("the opposite of this");
  if (kind == INK_RULE_ALL)
    return negated ? _("not all of these") : _("all of these");

  return negated ? _("none of these") : _("any of these");
}

const char *
ink_verb_to_words (InkRuleKind kind,
                   gboolean negated)
{
  switch ((int) kind)
    {
    case INK_RULE_GOAL:
      return negated ? _("does not complete") : _("completes");
    case INK_RULE_PERSON:
      /* Translators: "has a [role] that [is] [CMO]" */
      return negated ? _("has no") : _("has a");
    case INK_RULE_PERSONA:
      /* Translators: "is of persona [Buyer]" */
      return negated ? _("is not of persona") : _("is of persona");
    case INK_RULE_DOES:
    default:
      return negated ? _("does not do") : _("does");
    }
}

/* Beside `after` the window begins there; elsewhere it slides. */
char *
ink_window_to_words (InkSpan span,
                     InkClause clause)
{
  g_autofree char *length = ink_span_to_words (span);
  gboolean after = clause == INK_CLAUSE_AFTER;

  switch (span.kind)
    {
    case INK_SPAN_SESSION:
      return g_strdup (after ? _("in the same visit") : _("in one visit"));
    case INK_SPAN_LENGTH:
      /* Translators: %s: a length such as "7 days" */
      return g_strdup_printf (after ? _("within %s") : _("in any %s"), length);
    case INK_SPAN_FIRST_DAYS:
      return g_strdup_printf (_("in their first %s"), length);
    case INK_SPAN_NONE:
    default:
      return g_strdup (after ? _("at any time") : _("in all"));
    }
}

/* --- Values --- */

gboolean
ink_property_is_seconds (const char *property)
{
  return g_strcmp0 (property, "duration") == 0;
}

static gboolean
reads_as_another (const char *text)
{
  double number;

  return ink_number_parse (text, strlen (text), &number) || g_str_equal (text, "true")
         || g_str_equal (text, "false");
}

char *
ink_property_value_to_words (const char *property,
                             InkValue value)
{
  if (value.kind == INK_KIND_TEXT && reads_as_another (value.text))
    /* Translators: the quotation marks of your language. */
    return g_strdup_printf (_("“%s”"), value.text);
  if (value.kind == INK_KIND_NUMBER && ink_property_is_seconds (property))
    return ink_seconds_to_words (value.number);

  return ink_value_to_text (value);
}
