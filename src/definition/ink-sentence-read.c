/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The way back: a rule out of what words show. */
#include "definition/ink-sentence-private.h"

static InkCondition *
get_condition (InkRule *rule,
               guint index)
{
  if (index >= rule->n_where)
    {
      rule->where = g_renew (InkCondition, rule->where, index + 1);
      for (guint i = rule->n_where; i <= index; i++)
        rule->where[i] = (InkCondition){ 0 };
      rule->n_where = index + 1;
    }

  return &rule->where[index];
}

static void
take_value (InkCondition *condition,
            guint item,
            InkValue value)
{
  if (item >= condition->n_values)
    {
      condition->values = g_renew (InkValue, condition->values, item + 1);
      for (guint i = condition->n_values; i <= item; i++)
        condition->values[i] = INK_VALUE_ABSENT;
      condition->n_values = item + 1;
    }
  condition->values[item] = ink_value_keep (value);
}

static void
read_condition (InkRule *rule,
                const InkWord *word)
{
  InkCondition *condition = get_condition (rule, word->index);

  if (word->kind == INK_WORD_PROPERTY)
    {
      condition->property = g_strdup (word->name);
      condition->on_person = word->flag;
    }
  else if (word->kind == INK_WORD_OP)
    {
      condition->op = (InkOp) word->choice;
      condition->match_case = word->flag;
    }
  else
    for (guint i = 0; i < word->n_values; i++)
      take_value (condition, word->item + i, word->values[i]);
}

static void
read_bound (InkBounds *bounds,
            const InkWord *word)
{
  gboolean *has[] = { &bounds->has_at_least, &bounds->has_at_most, &bounds->has_exactly };
  double *amounts[] = { &bounds->at_least, &bounds->at_most, &bounds->exactly };

  *has[word->choice] = TRUE;
  *amounts[word->choice] = word->amount;
}

static void
read_tally (InkTally *tally,
            const InkWord *word)
{
  tally->given = TRUE;
  if (word->kind == INK_WORD_AMOUNT)
    read_bound (&tally->bounds, word);
  else if (word->kind == INK_WORD_WINDOW)
    tally->within = word->span;
  else if (word->kind == INK_WORD_PROPERTY)
    tally->property = g_strdup (word->name != NULL ? word->name : "");
}

static void
read_option (InkRule *rule,
             const InkWord *word)
{
  switch ((int) word->kind)
    {
    case INK_WORD_FIRST_TIME:
      rule->first_time = (InkFirstTime) word->choice;
      return;
    case INK_WORD_DATE:
      rule->between.given = TRUE;
      *(word->item == 0 ? &rule->between.from : &rule->between.to) = g_strdup (word->name);
      return;
    case INK_WORD_AFTER:
      rule->after = g_strdup (word->name != NULL ? word->name : "");
      return;
    case INK_WORD_WINDOW:
      rule->within = word->span;
      return;
    default:
      return;
    }
}

static void
read_word (InkRule *rule,
           const InkWord *word)
{
  if (word->kind == INK_WORD_EVENTS)
    {
      rule->names = g_strdupv (word->names);
      rule->one_name = !word->flag;
    }
  else if (word->kind == INK_WORD_GOAL || word->kind == INK_WORD_PERSONA)
    rule->name = g_strdup (word->name);
  else if (word->clause == INK_CLAUSE_CONDITION)
    read_condition (rule, word);
  else if (word->clause == INK_CLAUSE_TIMES)
    read_tally (&rule->times, word);
  else if (word->clause == INK_CLAUSE_TOTAL)
    read_tally (&rule->total, word);
  else
    read_option (rule, word);
}

static const InkWord *
find_head (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const InkWord *word = g_ptr_array_index (words, i);

      if (word->kind == INK_WORD_VERB || word->kind == INK_WORD_GROUP)
        return word;
    }

  return NULL;
}

InkRule *
ink_sentence_read_part (GPtrArray *words,
                        GPtrArray *parts)
{
  const InkWord *head = find_head (words);
  g_autoptr (InkRule) rule = NULL;
  InkRule *negation;

  g_return_val_if_fail (head != NULL, NULL);

  rule = ink_rule_new ((InkRuleKind) head->choice);
  if (head->kind == INK_WORD_GROUP)
    ink_rule_set_children (rule, (InkRule **) parts->pdata, parts->len);
  for (guint i = 0; i < words->len; i++)
    {
      const InkWord *word = g_ptr_array_index (words, i);

      if (word != head && word->kind != INK_WORD_TEXT)
        read_word (rule, word);
    }
  if (!head->flag)
    return g_steal_pointer (&rule);

  negation = ink_rule_new (INK_RULE_NOT);
  ink_rule_set_children (negation, &rule, 1);
  return negation;
}

InkRule *
ink_sentence_to_rule (const InkSentence *self)
{
  g_autoptr (GPtrArray) parts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (parts, ink_sentence_to_rule (g_ptr_array_index (self->parts, i)));

  return ink_sentence_read_part (self->words, parts);
}
