/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The board's numbers as tables, and its warnings in words. */
#include "config.h"

#include "analysis/ink-board-query.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-board.h"
#include "analysis/ink-dependence.h"

/* ---- Equality ---- */

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const InkNarrowedQuery *a = (const InkNarrowedQuery *) x, *b = (const InkNarrowedQuery *) y;
  g_autoptr (InkDependence) dependence = NULL;

  if (a->from != b->from || a->to != b->to || g_strcmp0 (a->persona, b->persona) != 0)
    return FALSE;
  if (a->definition == b->definition)
    return TRUE;
  dependence = ink_dependence_new (a->definition, b->definition);
  return ink_dependence_goal_rules (dependence)
         && (a->persona == NULL || ink_dependence_personas (dependence));
}

/* ---- Goals ---- */

static const char *
get_name (const InkBoard *board,
          guint goal)
{
  return board->definition->goals[goal]->name;
}

static double
time_cell (gint64 time)
{
  return time == INK_TIME_NONE ? NAN : (double) time;
}

static void
add_goal (InkTableBuilder *builder,
          const InkBoard *board,
          const InkBoardGoal *goal)
{
  gboolean refused = goal->refused;

  ink_table_builder_number (builder, refused ? NAN : goal->people);
  ink_table_builder_number (builder, refused || board->all_people == 0
                                         ? NAN
                                         : (double) goal->people / board->all_people);
  ink_table_builder_number (builder, refused ? NAN : goal->completions);
  ink_table_builder_number (builder, time_cell (goal->first));
  ink_table_builder_number (builder, time_cell (goal->last));
}

static InkTable *
make_goals (const InkBoard *board)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", _ ("Goal"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "completions", _ ("Completions"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "first", _ ("First"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "last", _ ("Last"), INK_FORMAT_TIME);
  for (guint i = 0; i < board->n; i++)
    {
      ink_table_builder_text (builder, get_name (board, i));
      add_goal (builder, board, board->goals[i]);
    }
  return ink_table_builder_end (builder);
}

static InkTable *
make_series (const InkBoard *board)
{
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (board->definition);
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_time_parts_declare (&board->parts, zone, builder);
  for (guint i = 0; i < board->n; i++)
    for (guint part = 0; part < board->parts.n; part++)
      ink_table_builder_number (builder, board->goals[i]->refused
                                             ? NAN
                                             : board->goals[i]->series[part]);
  return ink_table_builder_end (builder);
}

static InkTable *
make_examples (const InkBoard *board)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "goal", _ ("Goal"));
  ink_table_builder_add_number (builder, "person", _ ("Person"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "time", _ ("First time"), INK_FORMAT_TIME);
  for (guint i = 0; i < board->n; i++)
    for (guint k = 0; k < board->goals[i]->examples.n; k++)
      {
        const InkExamples *examples = &board->goals[i]->examples;

        ink_table_builder_text (builder, get_name (board, i));
        ink_table_builder_number (builder, examples->people[k]);
        ink_table_builder_number (builder, time_cell (examples->times[k]));
      }
  return ink_table_builder_end (builder);
}

static InkTable *
make_totals (const InkBoard *board)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_number (builder, board->all_people);
  return ink_table_builder_end (builder);
}

/* ---- Lines ---- */

static void
add_line (InkTableBuilder *builder,
          const InkBoard *board,
          guint from,
          guint to)
{
  const InkBoardGoal *a = board->goals[from];
  guint32 people = board->lines[from * board->n + to];
  gboolean refused = a->refused || board->goals[to]->refused;

  ink_table_builder_text (builder, get_name (board, from));
  ink_table_builder_text (builder, get_name (board, to));
  ink_table_builder_number (builder, refused ? NAN : people);
  ink_table_builder_number (builder, a->refused ? NAN : a->had);
  ink_table_builder_number (builder, refused || a->had == 0 ? NAN : (double) people / a->had);
}

static InkTable *
make_lines (const InkBoard *board)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "from", _ ("From"));
  ink_table_builder_add_text (builder, "to", _ ("To"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "of", _ ("Of"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  for (guint from = 0; from < board->n; from++)
    for (guint to = 0; to < board->n; to++)
      if (from != to)
        add_line (builder, board, from, to);
  return ink_table_builder_end (builder);
}

/* ---- Warnings ---- */

static void
warn (InkTableBuilder *builder,
      const char *goal,
      const char *kind,
      const char *other,
      const char *sentence)
{
  ink_table_builder_text (builder, goal);
  ink_table_builder_text (builder, kind);
  ink_table_builder_text (builder, other);
  ink_table_builder_text (builder, sentence);
}

/* The goal whose people are the most alike; the number of goals where none are the same. Sets of too
 * different size need not be compared. */
static guint
find_same (const InkBoard *board,
           guint index)
{
  const InkBoardGoal *goal = board->goals[index];
  double best = INK_BOARD_SAME;
  guint found = board->n;

  for (guint i = 0; i < board->n; i++)
    {
      const InkBoardGoal *other = board->goals[i];
      double likeness;

      if (i == index
          || MIN (goal->people, other->people) < INK_BOARD_SAME * MAX (goal->people, other->people))
        continue;
      likeness = ink_board_goal_likeness (goal, other, board->n_people);
      if (likeness < best || (likeness == best && found < board->n))
        continue;
      best = likeness;
      found = i;
    }

  return found;
}

static void
warn_of_same (InkTableBuilder *builder,
              const InkBoard *board,
              guint index)
{
  guint same = find_same (board, index);
  g_autofree char *sentence = NULL;

  if (same == board->n)
    return;
  sentence = g_strdup_printf (_ ("The same people complete “%s”, so the two goals tell nothing apart."),
                              get_name (board, same));
  warn (builder, get_name (board, index), "same-people", get_name (board, same), sentence);
}

static void
warn_of_goal (InkTableBuilder *builder,
              const InkBoard *board,
              guint index)
{
  const InkBoardGoal *goal = board->goals[index];
  const char *name = get_name (board, index);

  if (goal->sentence != NULL)
    warn (builder, name, "refused", NULL, goal->sentence);
  else if (board->all_people == 0)
    return;
  else if (goal->people == 0)
    warn (builder, name, "nobody", NULL, _ ("Nobody completes this goal."));
  else if (goal->people == board->all_people)
    warn (builder, name, "everybody", NULL,
          _ ("Everybody completes this goal, so it tells nobody apart."));
  else
    warn_of_same (builder, board, index);
}

static InkTable *
make_warnings (const InkBoard *board)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "goal", _ ("Goal"));
  ink_table_builder_add_text (builder, "kind", _ ("Kind"));
  ink_table_builder_add_text (builder, "other", _ ("Other goal"));
  ink_table_builder_add_text (builder, "sentence", _ ("Warning"));
  for (guint i = 0; i < board->n; i++)
    warn_of_goal (builder, board, i);
  return ink_table_builder_end (builder);
}

/* ---- The answer ---- */

static InkAnswer *
make_answer (const InkBoard *board)
{
  InkAnswer *answer = ink_answer_new ();

  ink_answer_add_table (answer, "goals", make_goals (board));
  if (board->parts.n > 0)
    ink_answer_add_table (answer, "series", make_series (board));
  ink_answer_add_table (answer, "parts", ink_time_parts_to_table (&board->parts));
  ink_answer_add_table (answer, "lines", make_lines (board));
  ink_answer_add_table (answer, "examples", make_examples (board));
  ink_answer_add_table (answer, "warnings", make_warnings (board));
  ink_answer_add_table (answer, "totals", make_totals (board));
  return answer;
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const InkNarrowedQuery *self = (const InkNarrowedQuery *) query;
  InkFilter filter = { self->persona, self->from, self->to };
  g_autoptr (InkBoard) board
      = ink_board_evaluate (store, self->definition, &filter, TRUE, cancellable, progress, error);

  return board != NULL ? make_answer (board) : NULL;
}

static const InkQueryKind board_kind = { "board", sizeof (InkNarrowedQuery), equal,
                                         ink_narrowed_query_hash, run, ink_narrowed_query_clear };

/**
 * ink_board_query_new:
 * @definition: whose goals
 * @filter: (nullable): what narrows them
 */
InkQuery *
ink_board_query_new (InkDefinition *definition,
                     const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return ink_narrowed_query_alloc (&board_kind, definition, filter);
}

/* ---- Of one goal ---- */

/* The number of rows where there is none. */
static guint
find_row (const InkTable *table,
          const char *goal)
{
  guint row = 0, n = ink_table_get_n_rows (table);

  while (row < n && g_strcmp0 (ink_table_get_text (table, 0, row), goal) != 0)
    row++;
  return row;
}

static InkTable *
make_summary (const InkAnswer *board,
              guint row)
{
  static const char *const copied[] = { "people", "share", "completions" };
  const InkTable *goals = ink_answer_get_table (board, "goals");
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "completions", _ ("Completions"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "of", _ ("Of"), INK_FORMAT_COUNT);
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    ink_table_builder_number (
        builder,
        ink_table_get_number (goals, (guint) ink_table_find_column (goals, copied[i]), row));
  ink_table_builder_number (
      builder, ink_table_get_number (ink_answer_get_table (board, "totals"), 0, 0));
  return ink_table_builder_end (builder);
}

static InkTable *
make_completions (const InkAnswer *board,
                  guint row)
{
  const InkTable *series = ink_answer_get_table (board, "series");
  guint n = series != NULL ? ink_table_get_n_columns (series) : 0;
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "completions", _ ("Completions"), INK_FORMAT_COUNT);
  for (guint part = 0; part < n; part++)
    ink_table_builder_number (builder, ink_table_get_number (series, part, row));
  return ink_table_builder_end (builder);
}

static InkTable *
make_people (const InkAnswer *board,
             const char *goal)
{
  const InkTable *examples = ink_answer_get_table (board, "examples");
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "person", _ ("Person"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "time", _ ("First time"), INK_FORMAT_TIME);
  for (guint i = 0; i < ink_table_get_n_rows (examples); i++)
    if (g_strcmp0 (ink_table_get_text (examples, 0, i), goal) == 0)
      {
        ink_table_builder_number (builder, ink_table_get_number (examples, 1, i));
        ink_table_builder_number (builder, ink_table_get_number (examples, 2, i));
      }
  return ink_table_builder_end (builder);
}

static const char *
find_refusal (const InkAnswer *board,
              const char *goal)
{
  const InkTable *warnings = ink_answer_get_table (board, "warnings");

  for (guint i = 0; i < ink_table_get_n_rows (warnings); i++)
    if (g_strcmp0 (ink_table_get_text (warnings, 0, i), goal) == 0
        && g_strcmp0 (ink_table_get_text (warnings, 1, i), "refused") == 0)
      return ink_table_get_text (warnings, 3, i);
  return NULL;
}

/**
 * ink_board_answer_get_facts:
 * @board: an answer of ink_board_query_new()
 * @goal: a goal's name
 * @refusal: (out) (nullable) (transfer none): why the goal cannot be evaluated, of @board
 *
 * Returns: (transfer full) (nullable): what ink_rule_query_new() says of the goal's rule: "summary",
 *   "series" (completions only) and "examples"; NULL where nothing is known of it
 */
InkAnswer *
ink_board_answer_get_facts (const InkAnswer *board,
                            const char *goal,
                            const char **refusal)
{
  const InkTable *goals;
  InkAnswer *answer;
  guint row;

  g_return_val_if_fail (board != NULL && goal != NULL && refusal != NULL, NULL);

  *refusal = find_refusal (board, goal);
  goals = ink_answer_get_table (board, "goals");
  row = find_row (goals, goal);
  if (row == ink_table_get_n_rows (goals)
      || isnan (ink_table_get_number (goals, (guint) ink_table_find_column (goals, "people"), row)))
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "summary", make_summary (board, row));
  ink_answer_add_table (answer, "series", make_completions (board, row));
  ink_answer_add_table (answer, "examples", make_people (board, goal));
  return answer;
}
