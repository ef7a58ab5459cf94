/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiles `does` and `goal`: their matching events, then what `times` and `total` make of them. */
#include "analysis/ink-kept.h"
#include "analysis/ink-matches.h"
#include "analysis/ink-program-private.h"
#include "analysis/ink-tally.h"

/* What the pieces of one rule share. */
typedef struct
{
  InkScope *scope;
  const InkRule *rule;
  InkRows *matches;     /* owned; `within` is not applied to it yet */
  InkRows *completions; /* nullable; owned by the `after` goal */
} Leaf;

static InkProgram *
new_list (InkScope *scope,
          InkNodeKind kind,
          InkRows *rows)
{
  InkProgram *program = ink_program_node (scope, kind);

  program->rows = rows;
  program->has_moments = kind == INK_NODE_LIST;
  return program;
}

/* With `after`, a length is what `not` has to wait for. */
static InkProgram *
wait_for (const Leaf *leaf,
          InkSpan window,
          InkProgram *child)
{
  InkProgram *program;

  if (leaf->completions == NULL || window.kind != INK_SPAN_LENGTH)
    return child;
  program = new_list (leaf->scope, INK_NODE_PENDING, ink_rows_ref (leaf->completions));
  program->length = ink_span_length (window);
  program->has_moments = child->has_moments;
  ink_program_adopt (program, child);

  return program;
}

static InkProgram *
compile_plain (const Leaf *leaf,
               GError **error)
{
  InkSpan window = leaf->rule->within;
  g_autoptr (InkRows) rows = ink_rows_ref (leaf->matches);

  if (window.kind == INK_SPAN_FIRST_DAYS)
    {
      InkRows *narrowed
          = ink_matches_first_days (leaf->scope, rows, ink_span_length (window), error);

      if (narrowed == NULL)
        return NULL;
      ink_rows_unref (rows);
      rows = narrowed;
    }
  else if (leaf->completions != NULL && window.kind != INK_SPAN_NONE)
    {
      InkRows *narrowed
          = ink_matches_after (leaf->scope, rows, leaf->completions, window, error);

      if (narrowed == NULL)
        return NULL;
      ink_rows_unref (rows);
      rows = narrowed;
    }

  return wait_for (leaf, window, new_list (leaf->scope, INK_NODE_LIST, g_steal_pointer (&rows)));
}

/* `exactly` n and two bounds are an `all` of "n was reached" and "more was not". */
static InkProgram *
combine_bounds (const Leaf *leaf,
                InkTallyRows rows)
{
  InkProgram *program = NULL;

  if (rows.reach != NULL)
    program = new_list (leaf->scope, INK_NODE_LIST, rows.reach);
  if (rows.exceed != NULL)
    {
      InkProgram *never = new_list (leaf->scope, INK_NODE_NEVER, rows.exceed);
      InkProgram *all;

      if (program == NULL)
        return never;
      all = ink_program_node (leaf->scope, INK_NODE_ALL);
      all->has_moments = TRUE;
      ink_program_adopt (all, program);
      ink_program_adopt (all, never);
      return all;
    }

  /* An `all` of nothing always holds. */
  return program != NULL ? program : ink_program_node (leaf->scope, INK_NODE_ALL);
}

static InkProgram *
compile_tally (const Leaf *leaf,
               const InkTally *tally,
               GError **error)
{
  InkSpan window = tally->within.kind != INK_SPAN_NONE ? tally->within : leaf->rule->within;
  g_autoptr (InkRows) rows = ink_rows_ref (leaf->matches);
  InkTallyRows result = { 0 };

  if (window.kind == INK_SPAN_FIRST_DAYS)
    {
      InkRows *narrowed
          = ink_matches_first_days (leaf->scope, rows, ink_span_length (window), error);

      if (narrowed == NULL)
        return NULL;
      ink_rows_unref (rows);
      rows = narrowed;
    }
  if (!ink_tally_run (leaf->scope, tally, window, rows, leaf->completions, &result, error))
    return NULL;

  return wait_for (leaf, window, combine_bounds (leaf, result));
}

static InkProgram *
compile_both (const Leaf *leaf,
              GError **error)
{
  g_autoptr (InkProgram) times = compile_tally (leaf, &leaf->rule->times, error);
  g_autoptr (InkProgram) total = NULL;
  InkProgram *program;

  if (times == NULL)
    return NULL;
  total = compile_tally (leaf, &leaf->rule->total, error);
  if (total == NULL)
    return NULL;
  program = ink_program_node (leaf->scope, INK_NODE_ALL);
  program->has_moments = times->has_moments || total->has_moments;
  ink_program_adopt (program, g_steal_pointer (&times));
  ink_program_adopt (program, g_steal_pointer (&total));

  return program;
}

static InkProgram *
compile_matches (const Leaf *leaf,
                 GError **error)
{
  const InkRule *rule = leaf->rule;

  if (rule->times.given && rule->total.given)
    return compile_both (leaf, error);
  if (rule->times.given || rule->total.given)
    return compile_tally (leaf, rule->times.given ? &rule->times : &rule->total, error);
  return compile_plain (leaf, error);
}

/* What `times` and `total` count, which stays the same while their bounds are edited: the moments of
 * the rule without them. */
static InkRows *
find_kept_matches (Leaf *leaf,
                   GError **error)
{
  g_autoptr (InkRule) plain = ink_rule_copy (leaf->rule);
  InkRows *rows;

  g_free (plain->total.property);
  plain->times = plain->total = (InkTally){ 0 };
  plain->within = (InkSpan){ 0 };
  rows = ink_kept_find_moments (leaf->scope, plain);
  if (rows != NULL)
    return rows;
  rows = ink_matches_find (leaf->scope, plain, NULL, error);
  if (rows != NULL)
    ink_kept_add_moments (leaf->scope, plain, rows);
  return rows;
}

static gboolean
has_kept_matches (const Leaf *leaf)
{
  const InkRule *rule = leaf->rule;

  return leaf->scope->keeps && rule->kind == INK_RULE_DOES && rule->n_where > 0
         && rule->after == NULL && (rule->times.given || rule->total.given);
}

/* What is within a length or a visit after the goal is after it. */
static gboolean
is_narrowed_later (const InkRule *rule)
{
  return !rule->times.given && !rule->total.given
         && (rule->within.kind == INK_SPAN_LENGTH || rule->within.kind == INK_SPAN_SESSION);
}

static gboolean
find_matches (Leaf *leaf,
              GError **error)
{
  const InkRule *rule = leaf->rule;
  InkRows *base = NULL;

  if (rule->kind == INK_RULE_GOAL)
    {
      InkProgram *goal = ink_scope_goal (leaf->scope, rule->name, error);

      if (goal == NULL)
        return FALSE;
      base = ink_program_get_moments (goal);
    }
  if (rule->after != NULL)
    {
      InkProgram *goal = ink_scope_goal (leaf->scope, rule->after, error);

      if (goal == NULL)
        return FALSE;
      leaf->completions = ink_program_get_moments (goal);
    }
  leaf->matches = has_kept_matches (leaf) ? find_kept_matches (leaf, error)
                                          : ink_matches_find (leaf->scope, rule, base, error);
  if (leaf->matches != NULL && leaf->completions != NULL && !is_narrowed_later (rule))
    {
      InkRows *later = ink_matches_after (leaf->scope, leaf->matches, leaf->completions,
                                          (InkSpan){ INK_SPAN_NONE }, error);

      ink_rows_unref (leaf->matches);
      leaf->matches = later;
    }

  return leaf->matches != NULL;
}

InkProgram *
ink_program_new_leaf (InkScope *scope,
                      const InkRule *rule,
                      GError **error)
{
  Leaf leaf = { scope, rule, NULL, NULL };
  InkProgram *program;

  if (!find_matches (&leaf, error))
    return NULL;
  program = compile_matches (&leaf, error);
  ink_rows_unref (leaf.matches);

  return program;
}
