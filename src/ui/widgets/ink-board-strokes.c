/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-strokes.h"

#define NOWHERE G_MAXUINT
/* Of the selected card, in each direction. */
#define MOST_BRIGHT 9

/* ---- Which lines ---- */

typedef struct
{
  const InkBoardSpot *spots;
  guint n;
  const InkBoardFacts *facts;
  guint main;
  guint selected;
  GArray *strokes;
} Choice;

static guint
find_spot (const Choice *choice,
           const char *name)
{
  for (guint i = 0; i < choice->n; i++)
    if (g_strcmp0 (choice->spots[i].goal->name, name) == 0)
      return i;

  return NOWHERE;
}

/* The lane of the next cards after those of @lane, or -1. */
static int
find_next_lane (const Choice *choice,
                int lane)
{
  int next = -1;

  for (guint i = 0; i < choice->n; i++)
    if (choice->spots[i].lane > lane && (next < 0 || choice->spots[i].lane < next))
      next = choice->spots[i].lane;

  return next;
}

/* The lane of the cards before those of @lane, or -1. */
static int
find_last_lane (const Choice *choice,
                int lane)
{
  int last = -1;

  for (guint i = 0; i < choice->n; i++)
    if (choice->spots[i].lane < lane)
      last = MAX (last, choice->spots[i].lane);

  return last;
}

static void
add_stroke (Choice *choice,
            guint from,
            guint to,
            const InkGoalWay *way)
{
  InkBoardStroke stroke = { from, to, way->people, way->share, to == choice->main,
                            from == choice->selected || to == choice->selected };

  if (way->people > 0)
    g_array_append_val (choice->strokes, stroke);
}

/* By number of spot: the ways of the facts, so that each is looked up once. */
static const InkGoalWay **
index_ways (const Choice *choice)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  const InkGoalWay **ways = g_new0 (const InkGoalWay *, (gsize) choice->n * choice->n + 1);
  guint n;
  const InkGoalWay *all = ink_board_facts_get_ways (choice->facts, &n);

  for (guint i = 0; i < choice->n; i++)
    g_hash_table_insert (numbers, choice->spots[i].goal->name, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, all[i].from));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, all[i].to));

      if (from > 0 && to > 0)
        ways[(gsize) (from - 1) * choice->n + to - 1] = &all[i];
    }

  return ways;
}

/* From each card the way that most take to the next lane, and the way to the main goal there. */
static void
choose_quiet (Choice *choice,
              const InkGoalWay **ways,
              guint from)
{
  const InkBoardSpot *spots = choice->spots;
  int next = find_next_lane (choice, spots[from].lane);
  guint best = NOWHERE;

  for (guint to = 0; to < choice->n; to++)
    {
      const InkGoalWay *way = ways[(gsize) from * choice->n + to];

      if (way == NULL || spots[to].lane != next)
        continue;
      if (best == NOWHERE || way->people > ways[(gsize) from * choice->n + best]->people)
        best = to;
    }
  if (best != NOWHERE)
    add_stroke (choice, from, best, ways[(gsize) from * choice->n + best]);
  if (choice->main != NOWHERE && choice->main != best && spots[choice->main].lane == next
      && ways[(gsize) from * choice->n + choice->main] != NULL)
    add_stroke (choice, from, choice->main, ways[(gsize) from * choice->n + choice->main]);
}

/* From a macro goal to the one that follows it in its lane. */
static void
choose_below (Choice *choice,
              const InkGoalWay **ways,
              guint from)
{
  const InkBoardSpot *spots = choice->spots;

  if (spots[from].goal->kind != INK_GOAL_MACRO)
    return;
  for (guint to = from + 1; to < choice->n && spots[to].lane == spots[from].lane; to++)
    if (spots[to].goal->kind == INK_GOAL_MACRO)
      {
        if (ways[(gsize) from * choice->n + to] != NULL)
          add_stroke (choice, from, to, ways[(gsize) from * choice->n + to]);
        return;
      }
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const InkGoalWay *x = *(const InkGoalWay *const *) a, *y = *(const InkGoalWay *const *) b;

  return (x->people < y->people) - (x->people > y->people);
}

/* Of the selected card the ways that most take to the next lane, and those from the lane before
 * (not @out); and the way to or from the main goal wherever that is. */
static void
choose_bright (Choice *choice,
               const InkGoalWay **ways,
               gboolean out)
{
  const InkBoardSpot *spots = choice->spots;
  guint self = choice->selected;
  int lane = spots[self].lane;
  int next = out ? find_next_lane (choice, lane) : find_last_lane (choice, lane);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint other = 0; other < choice->n; other++)
    {
      const InkGoalWay *way
          = ways[out ? (gsize) self * choice->n + other : (gsize) other * choice->n + self];
      gboolean to_main = out ? other == choice->main : self == choice->main;
      int ahead = out ? spots[other].lane - lane : lane - spots[other].lane;

      if (way != NULL && other != self
          && (spots[other].lane == next || (to_main && ahead > 0)
              || (ahead == 0 && spots[other].goal->kind == INK_GOAL_MACRO
                  && spots[self].goal->kind == INK_GOAL_MACRO && (other > self) == out)))
        g_ptr_array_add (found, (gpointer) way);
    }
  g_ptr_array_sort (found, compare_people);
  for (guint i = 0; i < MIN (found->len, MOST_BRIGHT); i++)
    {
      const InkGoalWay *way = g_ptr_array_index (found, i);

      add_stroke (choice, find_spot (choice, way->from), find_spot (choice, way->to), way);
    }
}

GArray *
ink_board_strokes_choose (const InkBoardSpot *spots,
                          guint n,
                          const InkBoardFacts *facts,
                          const char *main,
                          const char *selected)
{
  Choice choice = { spots, n, facts, NOWHERE, NOWHERE, NULL };
  g_autofree const InkGoalWay **ways = NULL;

  g_return_val_if_fail (facts != NULL && (spots != NULL || n == 0), NULL);

  choice.strokes = g_array_new (FALSE, FALSE, sizeof (InkBoardStroke));
  choice.main = main != NULL ? find_spot (&choice, main) : NOWHERE;
  for (guint i = 0; i < n && selected != NULL; i++)
    if (g_str_equal (spots[i].goal->id, selected))
      choice.selected = i;
  ways = index_ways (&choice);
  for (guint i = 0; i < n; i++)
    {
      choose_quiet (&choice, ways, i);
      choose_below (&choice, ways, i);
    }
  /* The selected card's are all of its own, once. */
  for (guint i = choice.strokes->len; i-- > 0;)
    if (g_array_index (choice.strokes, InkBoardStroke, i).bright)
      g_array_remove_index (choice.strokes, i);
  if (choice.selected != NOWHERE)
    {
      choose_bright (&choice, ways, FALSE);
      choose_bright (&choice, ways, TRUE);
    }

  return choice.strokes;
}
