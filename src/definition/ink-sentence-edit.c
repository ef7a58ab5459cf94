/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits within one part: events, conditions, values, clauses. */
#include "definition/ink-sentence-edit.h"

#include "definition/ink-definition-private.h"
#include "definition/ink-sentence-private.h"

/* A copy of the part at @path, to be changed. */
static InkRule *
copy_part (const InkRule *rule,
           const InkPartPath *path)
{
  const InkRule *part = ink_part_path_find (path, rule);

  return part != NULL ? ink_rule_copy (part) : NULL;
}

/* Takes @part. */
static InkRule *
put_back (InkRule *rule,
          const InkPartPath *path,
          InkRule *part)
{
  InkRule *edited = ink_sentence_replace_part (rule, path, part);

  ink_rule_unref (part);
  return edited;
}

static void
set_text (char **text,
          const char *other)
{
  char *copy = g_strdup (other);

  g_free (*text);
  *text = copy;
}

/* --- Events and names --- */

InkRule *
ink_sentence_set_events (InkRule *rule,
                         const InkPartPath *path,
                         const char *const *names,
                         gboolean list)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL && names != NULL, ink_rule_ref (rule));

  g_strfreev (part->names);
  part->names = g_strdupv ((char **) names);
  part->one_name = !list && names[0] != NULL && names[1] == NULL;
  if (g_strv_contains (names, "*"))
    {
      g_strfreev (part->names);
      part->names = g_new0 (char *, 2);
      part->names[0] = g_strdup ("*");
      part->one_name = !list;
    }
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_set_name (InkRule *rule,
                       const InkPartPath *path,
                       const char *name)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL && name != NULL, ink_rule_ref (rule));

  set_text (&part->name, name);
  return put_back (rule, path, part);
}

/* --- Conditions --- */

InkRule *
ink_sentence_add_condition (InkRule *rule,
                            const InkPartPath *path,
                            gboolean on_person)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL && part->kind == INK_RULE_DOES, ink_rule_ref (rule));

  part->where = g_renew (InkCondition, part->where, part->n_where + 1);
  part->where[part->n_where] = (InkCondition){ .on_person = on_person };
  part->n_where++;
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_remove_condition (InkRule *rule,
                               const InkPartPath *path,
                               guint index)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL && part->kind == INK_RULE_DOES && index < part->n_where,
                        ink_rule_ref (rule));

  ink_condition_clear (&part->where[index]);
  for (guint i = index + 1; i < part->n_where; i++)
    part->where[i - 1] = part->where[i];
  part->n_where--;
  return put_back (rule, path, part);
}

static void
clear_values (InkCondition *condition)
{
  for (guint i = 0; i < condition->n_values; i++)
    if (condition->values[i].kind == INK_KIND_TEXT)
      g_free ((char *) condition->values[i].text);
  g_clear_pointer (&condition->values, g_free);
  condition->n_values = 0;
}

InkRule *
ink_sentence_set_property (InkRule *rule,
                           const InkPartPath *path,
                           guint index,
                           const char *property,
                           gboolean on_person)
{
  InkRule *part = copy_part (rule, path);
  InkCondition *condition;

  g_return_val_if_fail (part != NULL && index < part->n_where, ink_rule_ref (rule));

  condition = &part->where[index];
  if (g_strcmp0 (condition->property, property) != 0)
    clear_values (condition);
  set_text (&condition->property, property);
  condition->on_person = on_person || part->kind == INK_RULE_PERSON;
  return put_back (rule, path, part);
}

static gboolean
takes_list (InkOp op)
{
  return op == INK_OP_IN || op == INK_OP_NOT_IN;
}

static guint
max_values (InkOp op)
{
  if (op == INK_OP_IS_SET || op == INK_OP_IS_NOT_SET)
    return 0;
  if (takes_list (op))
    return G_MAXUINT;
  return op == INK_OP_BETWEEN ? 2 : 1;
}

static void
cut_values (InkCondition *condition,
            guint max)
{
  while (condition->n_values > max)
    {
      InkValue *last = &condition->values[--condition->n_values];

      if (last->kind == INK_KIND_TEXT)
        g_free ((char *) last->text);
    }
}

/* A list holds no gaps. */
static void
drop_gaps (InkCondition *condition)
{
  guint n = 0;

  for (guint i = 0; i < condition->n_values; i++)
    if (condition->values[i].kind != INK_KIND_ABSENT)
      condition->values[n++] = condition->values[i];
  condition->n_values = n;
}

InkRule *
ink_sentence_set_op (InkRule *rule,
                     const InkPartPath *path,
                     guint index,
                     InkOp op)
{
  InkRule *part = copy_part (rule, path);
  InkCondition *condition;

  g_return_val_if_fail (part != NULL && index < part->n_where && op < INK_N_OPS,
                        ink_rule_ref (rule));

  condition = &part->where[index];
  condition->op = op;
  cut_values (condition, max_values (op));
  if (takes_list (op))
    drop_gaps (condition);
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_set_case (InkRule *rule,
                       const InkPartPath *path,
                       guint index,
                       gboolean match_case)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL && index < part->n_where, ink_rule_ref (rule));

  part->where[index].match_case = match_case;
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_set_values (InkRule *rule,
                         const InkPartPath *path,
                         guint index,
                         const InkValue *values,
                         guint n_values)
{
  InkRule *part = copy_part (rule, path);
  InkCondition *condition;

  g_return_val_if_fail (part != NULL && index < part->n_where, ink_rule_ref (rule));

  condition = &part->where[index];
  clear_values (condition);
  condition->values = g_new0 (InkValue, MAX (n_values, 1));
  for (guint i = 0; i < n_values; i++)
    condition->values[i] = ink_value_keep (values[i]);
  condition->n_values = n_values;
  cut_values (condition, max_values (condition->op));
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_set_value (InkRule *rule,
                        const InkPartPath *path,
                        guint index,
                        guint item,
                        InkValue value)
{
  const InkRule *part = ink_part_path_find (path, rule);
  g_autofree InkValue *values = NULL;
  const InkCondition *condition;
  guint n;

  g_return_val_if_fail (part != NULL && index < part->n_where, ink_rule_ref (rule));
  condition = &part->where[index];
  g_return_val_if_fail (item < max_values (condition->op), ink_rule_ref (rule));

  n = MAX (condition->n_values, item + 1);
  values = g_new0 (InkValue, n);
  for (guint i = 0; i < condition->n_values; i++)
    values[i] = condition->values[i];
  values[item] = value;
  return ink_sentence_set_values (rule, path, index, values, n);
}

/* --- First time, dates, after, windows --- */

InkRule *
ink_sentence_set_first_time (InkRule *rule,
                             const InkPartPath *path,
                             InkFirstTime first_time)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL, ink_rule_ref (rule));

  part->first_time = first_time;
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_set_dates (InkRule *rule,
                        const InkPartPath *path,
                        const char *from,
                        const char *to)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL, ink_rule_ref (rule));

  part->between.given = TRUE;
  set_text (&part->between.from, from);
  set_text (&part->between.to, to);
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_set_after (InkRule *rule,
                        const InkPartPath *path,
                        const char *goal)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL && goal != NULL, ink_rule_ref (rule));

  set_text (&part->after, goal);
  return put_back (rule, path, part);
}

/* A length or a visit has to begin somewhere or to bound something, as the reader says. */
static void
drop_idle_window (InkRule *part)
{
  if (part->after == NULL && !part->times.given && !part->total.given
      && (part->within.kind == INK_SPAN_LENGTH || part->within.kind == INK_SPAN_SESSION))
    part->within = (InkSpan){ .kind = INK_SPAN_NONE };
}

InkRule *
ink_sentence_set_window (InkRule *rule,
                         const InkPartPath *path,
                         InkClause clause,
                         InkSpan span)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL, ink_rule_ref (rule));

  if (clause == INK_CLAUSE_TIMES)
    part->times.within = span;
  else if (clause == INK_CLAUSE_TOTAL)
    part->total.within = span;
  else
    part->within = span;
  drop_idle_window (part);
  return put_back (rule, path, part);
}

/* --- Bounds --- */

static InkTally *
get_tally (InkRule *part,
           InkClause clause)
{
  return clause == INK_CLAUSE_TOTAL ? &part->total : &part->times;
}

static void
write_bound (InkBounds *bounds,
             InkBound bound,
             gboolean has,
             double amount)
{
  gboolean *flags[] = { &bounds->has_at_least, &bounds->has_at_most, &bounds->has_exactly };
  double *amounts[] = { &bounds->at_least, &bounds->at_most, &bounds->exactly };

  *flags[bound] = has;
  *amounts[bound] = has ? amount : 0;
}

static double
read_amount (const InkBounds *bounds,
             InkBound bound)
{
  const double amounts[] = { bounds->at_least, bounds->at_most, bounds->exactly };

  return amounts[bound];
}

static gboolean
has_bounds (const InkBounds *bounds)
{
  return bounds->has_at_least || bounds->has_at_most || bounds->has_exactly;
}

/* 'at least 5 and at most 2' is met by nobody: the one that was not touched follows. */
static void
keep_in_order (InkBounds *bounds,
               InkBound touched)
{
  if (!bounds->has_at_least || !bounds->has_at_most || bounds->at_least <= bounds->at_most)
    return;
  if (touched == INK_BOUND_AT_MOST)
    bounds->at_least = bounds->at_most;
  else
    bounds->at_most = bounds->at_least;
}

InkRule *
ink_sentence_set_bound (InkRule *rule,
                        const InkPartPath *path,
                        InkClause clause,
                        InkBound bound,
                        double amount)
{
  InkRule *part = copy_part (rule, path);
  InkTally *tally;

  g_return_val_if_fail (part != NULL && bound < INK_N_BOUNDS, ink_rule_ref (rule));

  tally = get_tally (part, clause);
  tally->given = TRUE;
  if (clause == INK_CLAUSE_TOTAL && tally->property == NULL)
    tally->property = g_strdup ("duration");
  write_bound (&tally->bounds, bound, TRUE, amount);
  keep_in_order (&tally->bounds, bound);
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_change_bound (InkRule *rule,
                           const InkPartPath *path,
                           InkClause clause,
                           InkBound from,
                           InkBound to)
{
  InkRule *part = copy_part (rule, path);
  InkBounds *bounds;
  double amount;

  g_return_val_if_fail (part != NULL && from < INK_N_BOUNDS && to < INK_N_BOUNDS,
                        ink_rule_ref (rule));

  bounds = &get_tally (part, clause)->bounds;
  amount = read_amount (bounds, from);
  write_bound (bounds, from, FALSE, 0);
  write_bound (bounds, to, TRUE, amount);
  keep_in_order (bounds, to);
  return put_back (rule, path, part);
}

static void
clear_tally (InkTally *tally)
{
  g_free (tally->property);
  *tally = (InkTally){ 0 };
}

InkRule *
ink_sentence_remove_bound (InkRule *rule,
                           const InkPartPath *path,
                           InkClause clause,
                           InkBound bound)
{
  InkRule *part = copy_part (rule, path);
  InkTally *tally;

  g_return_val_if_fail (part != NULL && bound < INK_N_BOUNDS, ink_rule_ref (rule));

  tally = get_tally (part, clause);
  write_bound (&tally->bounds, bound, FALSE, 0);
  if (!has_bounds (&tally->bounds))
    clear_tally (tally);
  drop_idle_window (part);
  return put_back (rule, path, part);
}

InkRule *
ink_sentence_set_total_property (InkRule *rule,
                                 const InkPartPath *path,
                                 const char *property)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL && property != NULL, ink_rule_ref (rule));

  set_text (&part->total.property, property);
  return put_back (rule, path, part);
}

/* --- Clauses --- */

gboolean
ink_sentence_has_clause (const InkRule *rule,
                         const InkPartPath *path,
                         InkClause clause)
{
  const InkRule *part = ink_part_path_find (path, rule);

  g_return_val_if_fail (part != NULL, FALSE);

  switch ((int) clause)
    {
    case INK_CLAUSE_FIRST_TIME:
      return part->first_time != INK_FIRST_TIME_NO;
    case INK_CLAUSE_DATES:
      return part->between.given;
    case INK_CLAUSE_AFTER:
      return part->after != NULL;
    case INK_CLAUSE_TIMES:
      return part->times.given;
    case INK_CLAUSE_TOTAL:
      return part->total.given;
    case INK_CLAUSE_WITHIN:
      return part->within.kind != INK_SPAN_NONE;
    default:
      return FALSE;
    }
}

gboolean
ink_sentence_can_add_clause (const InkRule *rule,
                             const InkPartPath *path,
                             InkClause clause)
{
  const InkRule *part = ink_part_path_find (path, rule);

  g_return_val_if_fail (part != NULL, FALSE);

  if (clause == INK_CLAUSE_CONDITION)
    return part->kind == INK_RULE_DOES;
  if (part->kind != INK_RULE_DOES && (part->kind != INK_RULE_GOAL || clause == INK_CLAUSE_TOTAL))
    return FALSE;
  /* Beside times and totals the window is a word of theirs. */
  if (clause == INK_CLAUSE_WITHIN && (part->after != NULL || part->times.given || part->total.given))
    return FALSE;

  return !ink_sentence_has_clause (rule, path, clause);
}

InkRule *
ink_sentence_add_clause (InkRule *rule,
                         const InkPartPath *path,
                         InkClause clause)
{
  InkSpan first_week = { INK_SPAN_FIRST_DAYS, INK_UNIT_DAYS, 7 };

  g_return_val_if_fail (rule != NULL, NULL);

  switch ((int) clause)
    {
    case INK_CLAUSE_FIRST_TIME:
      return ink_sentence_set_first_time (rule, path, INK_FIRST_TIME_EVER);
    case INK_CLAUSE_DATES:
      return ink_sentence_set_dates (rule, path, NULL, NULL);
    case INK_CLAUSE_AFTER:
      return ink_sentence_set_after (rule, path, "");
    case INK_CLAUSE_TIMES:
      return ink_sentence_set_bound (rule, path, clause, INK_BOUND_AT_LEAST, 2);
    case INK_CLAUSE_TOTAL:
      return ink_sentence_set_bound (rule, path, clause, INK_BOUND_AT_LEAST, 120);
    case INK_CLAUSE_WITHIN:
      return ink_sentence_set_window (rule, path, clause, first_week);
    default:
      return ink_sentence_add_condition (rule, path, FALSE);
    }
}

InkRule *
ink_sentence_remove_clause (InkRule *rule,
                            const InkPartPath *path,
                            InkClause clause)
{
  InkRule *part = copy_part (rule, path);

  g_return_val_if_fail (part != NULL, ink_rule_ref (rule));

  switch ((int) clause)
    {
    case INK_CLAUSE_FIRST_TIME:
      part->first_time = INK_FIRST_TIME_NO;
      break;
    case INK_CLAUSE_DATES:
      ink_dates_clear (&part->between);
      break;
    case INK_CLAUSE_AFTER:
      set_text (&part->after, NULL);
      part->within = (InkSpan){ .kind = INK_SPAN_NONE };
      break;
    case INK_CLAUSE_TIMES:
    case INK_CLAUSE_TOTAL:
      clear_tally (get_tally (part, clause));
      break;
    case INK_CLAUSE_WITHIN:
      part->within = (InkSpan){ .kind = INK_SPAN_NONE };
      break;
    default:
      break;
    }
  drop_idle_window (part);
  return put_back (rule, path, part);
}

static InkRule *
remove_tally_word (InkRule *rule,
                   const InkPartPath *path,
                   const InkWord *word)
{
  InkSpan none = { .kind = INK_SPAN_NONE };

  if (word->kind == INK_WORD_WINDOW && word->span.kind != INK_SPAN_NONE)
    return ink_sentence_set_window (rule, path, word->clause, none);
  if (word->kind == INK_WORD_BOUND || word->kind == INK_WORD_AMOUNT)
    return ink_sentence_remove_bound (rule, path, word->clause, (InkBound) word->choice);

  return ink_sentence_remove_clause (rule, path, word->clause);
}

InkRule *
ink_sentence_remove_word (InkRule *rule,
                          const InkPartPath *path,
                          const InkWord *word)
{
  const InkRule *part = ink_part_path_find (path, rule);
  InkSpan none = { .kind = INK_SPAN_NONE };

  g_return_val_if_fail (part != NULL && word != NULL, ink_rule_ref (rule));

  switch (word->clause)
    {
    case INK_CLAUSE_TIMES:
    case INK_CLAUSE_TOTAL:
      return remove_tally_word (rule, path, word);
    case INK_CLAUSE_AFTER:
      if (word->kind == INK_WORD_WINDOW && word->span.kind != INK_SPAN_NONE)
        return ink_sentence_set_window (rule, path, word->clause, none);
      return ink_sentence_remove_clause (rule, path, word->clause);
    case INK_CLAUSE_FIRST_TIME:
    case INK_CLAUSE_DATES:
    case INK_CLAUSE_WITHIN:
      return ink_sentence_remove_clause (rule, path, word->clause);
    case INK_CLAUSE_CONDITION:
      if (part->kind == INK_RULE_DOES)
        return ink_sentence_remove_condition (rule, path, word->index);
      return ink_sentence_remove_part (rule, path);
    case INK_CLAUSE_RULE:
    default:
      return ink_sentence_remove_part (rule, path);
    }
}
