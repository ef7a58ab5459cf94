/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits within one part: how often, when, after what, and which of these are said at all. */
#include "definition/ink-sentence-edit.h"

#include "definition/ink-definition-private.h"
#include "definition/ink-sentence-private.h"

/* --- First time, dates, after, windows --- */

InkRule *
ink_sentence_set_first_time (InkRule *rule,
                             const InkPartPath *path,
                             InkFirstTime first_time)
{
  InkRule *part = ink_sentence_copy_part (rule, path);

  g_return_val_if_fail (part != NULL, ink_rule_ref (rule));

  part->first_time = first_time;
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_set_dates (InkRule *rule,
                        const InkPartPath *path,
                        const char *from,
                        const char *to)
{
  InkRule *part = ink_sentence_copy_part (rule, path);

  g_return_val_if_fail (part != NULL, ink_rule_ref (rule));

  part->between.given = TRUE;
  ink_sentence_set_text (&part->between.from, from);
  ink_sentence_set_text (&part->between.to, to);
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_set_after (InkRule *rule,
                        const InkPartPath *path,
                        const char *goal)
{
  return ink_sentence_put_text (rule, path, G_STRUCT_OFFSET (InkRule, after), goal);
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
  InkRule *part = ink_sentence_copy_part (rule, path);

  g_return_val_if_fail (part != NULL, ink_rule_ref (rule));

  if (clause == INK_CLAUSE_TIMES)
    part->times.within = span;
  else if (clause == INK_CLAUSE_TOTAL)
    part->total.within = span;
  else
    part->within = span;
  drop_idle_window (part);
  return ink_sentence_put_back (rule, path, part);
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
  InkRule *part = ink_sentence_copy_part (rule, path);
  InkTally *tally;

  g_return_val_if_fail (part != NULL && bound < INK_N_BOUNDS, ink_rule_ref (rule));

  tally = get_tally (part, clause);
  tally->given = TRUE;
  if (clause == INK_CLAUSE_TOTAL && tally->property == NULL)
    tally->property = g_strdup ("duration");
  write_bound (&tally->bounds, bound, TRUE, amount);
  keep_in_order (&tally->bounds, bound);
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_change_bound (InkRule *rule,
                           const InkPartPath *path,
                           InkClause clause,
                           InkBound from,
                           InkBound to)
{
  InkRule *part = ink_sentence_copy_part (rule, path);
  InkBounds *bounds;
  double amount;

  g_return_val_if_fail (part != NULL && from < INK_N_BOUNDS && to < INK_N_BOUNDS,
                        ink_rule_ref (rule));

  bounds = &get_tally (part, clause)->bounds;
  amount = read_amount (bounds, from);
  write_bound (bounds, from, FALSE, 0);
  write_bound (bounds, to, TRUE, amount);
  keep_in_order (bounds, to);
  return ink_sentence_put_back (rule, path, part);
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
  InkRule *part = ink_sentence_copy_part (rule, path);
  InkTally *tally;

  g_return_val_if_fail (part != NULL && bound < INK_N_BOUNDS, ink_rule_ref (rule));

  tally = get_tally (part, clause);
  write_bound (&tally->bounds, bound, FALSE, 0);
  if (!has_bounds (&tally->bounds))
    clear_tally (tally);
  drop_idle_window (part);
  return ink_sentence_put_back (rule, path, part);
}

InkRule *
ink_sentence_set_total_property (InkRule *rule,
                                 const InkPartPath *path,
                                 const char *property)
{
  return ink_sentence_put_text (rule, path, G_STRUCT_OFFSET (InkRule, total.property), property);
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
  InkRule *part = ink_sentence_copy_part (rule, path);

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
      ink_sentence_set_text (&part->after, NULL);
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
  return ink_sentence_put_back (rule, path, part);
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
