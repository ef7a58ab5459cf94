/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-facts.h"

#include "charts/ink-verdict-look.h"

#include <math.h>

struct _InkBoardFacts
{
  gatomicrefcount ref_count;
  InkAnswer *board; /* its texts are the keys; nullable */
  GHashTable *goals; /* name -> InkGoalFacts */
  GArray *ways;      /* InkGoalWay */
};

/* ---- Facts about one goal ---- */

static gboolean
is_same_number (double a,
                double b)
{
  return a == b || (isnan (a) && isnan (b));
}

gboolean
ink_goal_facts_equal (const InkGoalFacts *a,
                      const InkGoalFacts *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!is_same_number (a->people, b->people) || !is_same_number (a->share, b->share)
      || !is_same_number (a->completions, b->completions) || a->n_series != b->n_series
      || a->has_verdict != b->has_verdict || a->verdict != b->verdict
      || g_strcmp0 (a->warning, b->warning) != 0)
    return FALSE;
  for (guint i = 0; i < a->n_series; i++)
    if (!is_same_number (a->series[i], b->series[i]))
      return FALSE;

  return TRUE;
}

InkGoalFacts *
ink_goal_facts_copy (const InkGoalFacts *facts)
{
  InkGoalFacts *copy;

  g_return_val_if_fail (facts != NULL, NULL);

  copy = g_memdup2 (facts, sizeof *facts);
  copy->series = g_memdup2 (facts->series, facts->n_series * sizeof *facts->series);
  copy->warning = g_strdup (facts->warning);

  return copy;
}

void
ink_goal_facts_free (InkGoalFacts *facts)
{
  g_return_if_fail (facts != NULL);

  g_free (facts->series);
  g_free (facts->warning);
  g_free (facts);
}

static void
free_goal (gpointer facts)
{
  ink_goal_facts_free (facts);
}

/* ---- Tables ---- */

/* NaN where the table has no such column. */
static double
get_number (const InkTable *table,
            const char *column,
            guint row)
{
  int at = ink_table_find_column (table, column);

  return at >= 0 ? ink_table_get_number (table, (guint) at, row) : NAN;
}

static const char *
get_text (const InkTable *table,
          const char *column,
          guint row)
{
  int at = ink_table_find_column (table, column);

  return at >= 0 ? ink_table_get_text (table, (guint) at, row) : NULL;
}

/* ---- The board's answer ---- */

static void
read_series (InkGoalFacts *goal,
             const InkTable *series,
             guint row)
{
  guint n = 0;

  if (series == NULL || row >= ink_table_get_n_rows (series))
    return;
  goal->series = g_new (double, ink_table_get_n_columns (series) + 1);
  for (guint i = 0; i < ink_table_get_n_columns (series); i++)
    if (!ink_table_is_text (series, i))
      goal->series[n++] = ink_table_get_number (series, i, row);
  goal->n_series = n;
}

static void
read_goals (InkBoardFacts *facts)
{
  const InkTable *table = ink_answer_get_table (facts->board, "goals");
  const InkTable *series = ink_answer_get_table (facts->board, "series");

  for (guint i = 0; table != NULL && i < ink_table_get_n_rows (table); i++)
    {
      InkGoalFacts *goal = g_new0 (InkGoalFacts, 1);

      goal->people = get_number (table, "people", i);
      goal->share = get_number (table, "share", i);
      goal->completions = get_number (table, "completions", i);
      read_series (goal, series, i);
      g_hash_table_replace (facts->goals, (gpointer) get_text (table, "name", i), goal);
    }
}

static void
read_warnings (InkBoardFacts *facts)
{
  const InkTable *table = ink_answer_get_table (facts->board, "warnings");

  for (guint i = 0; table != NULL && i < ink_table_get_n_rows (table); i++)
    {
      const char *name = get_text (table, "goal", i);
      InkGoalFacts *goal = name != NULL ? g_hash_table_lookup (facts->goals, name) : NULL;

      /* The first is the one that matters most. */
      if (goal != NULL && goal->warning == NULL)
        goal->warning = g_strdup (get_text (table, "sentence", i));
    }
}

static void
read_ways (InkBoardFacts *facts)
{
  const InkTable *table = ink_answer_get_table (facts->board, "lines");

  for (guint i = 0; table != NULL && i < ink_table_get_n_rows (table); i++)
    {
      InkGoalWay way = { get_text (table, "from", i), get_text (table, "to", i),
                         get_number (table, "people", i), get_number (table, "share", i) };

      g_array_append_val (facts->ways, way);
    }
}

/* ---- The verdicts ---- */

static void
read_verdicts (InkBoardFacts *facts,
               InkAnswer *indicators)
{
  const InkTable *table = ink_answer_get_table (indicators, "indicators");

  for (guint i = 0; table != NULL && i < ink_table_get_n_rows (table); i++)
    {
      const char *name = get_text (table, "micro", i);
      InkGoalFacts *goal = name != NULL ? g_hash_table_lookup (facts->goals, name) : NULL;

      if (goal == NULL)
        continue;
      goal->has_verdict = TRUE;
      goal->verdict = ink_verdict_from_string (get_text (table, "verdict", i));
    }
}

/* ---- The facts ---- */

InkBoardFacts *
ink_board_facts_new (InkAnswer *board,
                     InkAnswer *indicators)
{
  InkBoardFacts *facts = g_new0 (InkBoardFacts, 1);

  g_atomic_ref_count_init (&facts->ref_count);
  facts->goals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_goal);
  facts->ways = g_array_new (FALSE, FALSE, sizeof (InkGoalWay));
  if (board == NULL)
    return facts;
  facts->board = ink_answer_ref (board);
  read_goals (facts);
  read_warnings (facts);
  read_ways (facts);
  if (indicators != NULL)
    read_verdicts (facts, indicators);

  return facts;
}

InkBoardFacts *
ink_board_facts_ref (InkBoardFacts *facts)
{
  g_return_val_if_fail (facts != NULL, NULL);

  g_atomic_ref_count_inc (&facts->ref_count);
  return facts;
}

void
ink_board_facts_unref (InkBoardFacts *facts)
{
  g_return_if_fail (facts != NULL);

  if (!g_atomic_ref_count_dec (&facts->ref_count))
    return;
  g_hash_table_unref (facts->goals);
  g_array_unref (facts->ways);
  g_clear_pointer (&facts->board, ink_answer_unref);
  g_free (facts);
}

const InkGoalFacts *
ink_board_facts_find (const InkBoardFacts *facts,
                      const char *goal)
{
  g_return_val_if_fail (facts != NULL && goal != NULL, NULL);

  return g_hash_table_lookup (facts->goals, goal);
}

const InkGoalWay *
ink_board_facts_find_way (const InkBoardFacts *facts,
                          const char *from,
                          const char *to)
{
  g_return_val_if_fail (facts != NULL && from != NULL && to != NULL, NULL);

  for (guint i = 0; i < facts->ways->len; i++)
    {
      const InkGoalWay *way = &g_array_index (facts->ways, InkGoalWay, i);

      if (g_str_equal (way->from, from) && g_str_equal (way->to, to))
        return way;
    }

  return NULL;
}

const InkGoalWay *
ink_board_facts_get_ways (const InkBoardFacts *facts,
                          guint *n)
{
  g_return_val_if_fail (facts != NULL && n != NULL, NULL);

  *n = facts->ways->len;
  return (const InkGoalWay *) (gpointer) facts->ways->data;
}
