/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Takes from earlier boards what they have, and finds out the rest. */
#include "analysis/ink-board.h"

#include <string.h>

#include "analysis/ink-board-lines.h"
#include "analysis/ink-dependence.h"
#include "analysis/ink-program.h"
#include "definition/ink-definition-check.h"

#define NOT_THERE G_MAXUINT

/* ---- Boards ---- */

InkBoard *
ink_board_ref (InkBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);

  g_atomic_ref_count_inc (&board->ref_count);
  return board;
}

void
ink_board_unref (InkBoard *board)
{
  g_return_if_fail (board != NULL);

  if (!g_atomic_ref_count_dec (&board->ref_count))
    return;
  for (guint i = 0; i < board->n; i++)
    g_clear_pointer (&board->goals[i], ink_board_goal_unref);
  g_free (board->goals);
  g_free (board->lines);
  g_free (board->persona);
  ink_time_parts_clear (&board->parts);
  ink_definition_unref (board->definition);
  g_free (board);
}

static InkBoard *
new_board (InkEventStore *store,
           InkDefinition *definition,
           const InkFilter *filter)
{
  InkBoard *board = g_new0 (InkBoard, 1);

  g_atomic_ref_count_init (&board->ref_count);
  board->revision = ink_event_store_get_revision (store);
  board->n_people = ink_event_store_get_n_people (store);
  board->definition = ink_definition_ref (definition);
  board->persona = g_strdup (filter != NULL ? filter->persona : NULL);
  board->from = filter != NULL ? filter->from : INK_TIME_NONE;
  board->to = filter != NULL ? filter->to : INK_TIME_NONE;
  board->n = g_strv_length ((char **) (void *) definition->goals);
  board->goals = g_new0 (InkBoardGoal *, board->n + 1);
  board->lines = g_new0 (guint32, (gsize) board->n * board->n + 1);
  return board;
}

/* ---- Those that are kept ---- */

static GMutex lock; /* below */
static GQueue kept = G_QUEUE_INIT;

/* Goals that several boards share count once. */
static gsize
count_bytes (GHashTable *seen,
             const InkBoard *board)
{
  gsize bytes = sizeof *board + (gsize) board->n * board->n * sizeof *board->lines;

  for (guint i = 0; i < board->n; i++)
    if (g_hash_table_add (seen, board->goals[i]))
      bytes += ink_board_goal_get_bytes (board->goals[i], board->n_people);
  return bytes;
}

/* With the lock held: the newest always stays. */
static void
drop_oldest (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gsize bytes = 0;
  guint n = 0;

  for (GList *link = kept.head; link != NULL; link = link->next, n++)
    {
      bytes += count_bytes (seen, link->data);
      if (n > 0 && (n == INK_BOARD_KEPT || bytes > INK_BOARD_KEPT_BYTES))
        break;
    }
  while (g_queue_get_length (&kept) > n)
    ink_board_unref (g_queue_pop_tail (&kept));
}

static void
keep (InkBoard *board)
{
  g_mutex_lock (&lock);
  g_queue_push_head (&kept, ink_board_ref (board));
  drop_oldest ();
  g_mutex_unlock (&lock);
}

static void
unref_board (gpointer board)
{
  ink_board_unref (board);
}

/* (element-type InkBoard): of the same events, zone and filter as @board. */
static GPtrArray *
find_kept (const InkBoard *board)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (unref_board);

  g_mutex_lock (&lock);
  for (GList *link = kept.head; link != NULL; link = link->next)
    {
      InkBoard *other = link->data;
      g_autoptr (InkDependence) dependence = NULL;

      if (other->revision != board->revision || other->from != board->from
          || other->to != board->to || g_strcmp0 (other->persona, board->persona) != 0)
        continue;
      dependence = ink_dependence_new (other->definition, board->definition);
      if (board->persona == NULL || ink_dependence_personas (dependence))
        g_ptr_array_add (found, ink_board_ref (other));
    }
  g_mutex_unlock (&lock);

  return found;
}

/* ---- What earlier boards have ---- */

typedef struct
{
  InkEventStore *store;
  InkBoard *board;
  InkNarrowing narrowing;
  GPtrArray *others; /* InkBoard */
  guint *places;     /* [other * n + goal]: where the other has the goal; NOT_THERE */
  gboolean *wanted;  /* by goal: none has it */
} Making;

/* The goal of @other with the rule of the goal @index, if all that it names is the same. */
static guint
find_goal (const InkBoard *board,
           guint index,
           const InkBoard *other)
{
  const InkRule *rule = board->definition->goals[index]->rule;

  for (guint i = 0; i < other->n; i++)
    {
      g_autoptr (InkDependence) dependence = NULL;

      if (!ink_rule_equal (other->definition->goals[i]->rule, rule))
        continue;
      dependence = ink_dependence_new (other->definition, board->definition);
      if (ink_dependence_rule (dependence, rule))
        return i;
    }

  return NOT_THERE;
}

static void
take_goals (Making *making)
{
  InkBoard *board = making->board;

  for (guint g = 0; g < board->n; g++)
    {
      making->wanted[g] = TRUE;
      for (guint o = 0; o < making->others->len; o++)
        {
          const InkBoard *other = g_ptr_array_index (making->others, o);
          guint place = find_goal (board, g, other);

          making->places[o * board->n + g] = place;
          if (place == NOT_THERE || !making->wanted[g])
            continue;
          board->goals[g] = ink_board_goal_ref (other->goals[place]);
          making->wanted[g] = FALSE;
        }
    }
}

/* A pair that no board has is found out with its first goal. */
static void
take_line (Making *making,
           guint from,
           guint to)
{
  InkBoard *board = making->board;

  for (guint o = 0; o < making->others->len; o++)
    {
      const InkBoard *other = g_ptr_array_index (making->others, o);
      guint x = making->places[o * board->n + from], y = making->places[o * board->n + to];

      if (x == NOT_THERE || y == NOT_THERE)
        continue;
      board->lines[from * board->n + to] = other->lines[x * other->n + y];
      return;
    }
  making->wanted[from] = TRUE;
}

static void
take_lines (Making *making)
{
  guint n = making->board->n;

  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      if (!making->wanted[from] && !making->wanted[to])
        take_line (making, from, to);
}

/* ---- What is found out ---- */

static guint32
count_people (const InkNarrowing *narrowing)
{
  guint32 n = 0;

  if (ink_narrowing_is_open (narrowing))
    return narrowing->scope->n_people;
  for (guint32 person = 0; person < narrowing->scope->n_people; person++)
    {
      InkRowSpan span = ink_narrowing_rows (narrowing, person);

      n += span.end > span.first ? 1 : 0;
    }

  return n;
}

/* What depends on the filter alone. */
static void
find_frame (Making *making)
{
  InkBoard *board = making->board;
  const InkBoard *other
      = making->others->len > 0 ? g_ptr_array_index (making->others, 0) : NULL;

  if (other == NULL)
    {
      board->all_people = count_people (&making->narrowing);
      ink_narrowing_cut (&making->narrowing, MAX (board->n, 1), &board->parts);
      ink_time_parts_place (&board->parts, making->narrowing.scope->times,
                            making->narrowing.scope->n_rows);
      return;
    }
  board->all_people = other->all_people;
  ink_time_parts_copy (&board->parts, &other->parts);
}

/* @sentence: (transfer full) (nullable): what the names' check says */
static InkBoardGoal *
find_out (Making *making,
          const InkGoal *goal,
          char *sentence,
          GError **error)
{
  g_autofree char *said = sentence;
  g_autoptr (GError) refusal = NULL;
  InkScope *scope = making->narrowing.scope;
  InkProgram *program = ink_scope_goal (scope, goal->name, &refusal);

  if (g_cancellable_set_error_if_cancelled (scope->cancellable, error))
    return NULL;
  if (program == NULL && said == NULL)
    said = g_strdup (refusal->message);
  return ink_board_goal_new (&making->narrowing, &making->board->parts,
                             program != NULL ? ink_program_get_moments (program) : NULL,
                             g_steal_pointer (&said), 0);
}

static gboolean
find_goals (Making *making,
            InkProgress *progress,
            GError **error)
{
  InkBoard *board = making->board;
  g_autofree gboolean *new = g_new0 (gboolean, board->n + 1);
  g_auto (GStrv) sentences = g_new0 (char *, board->n + 1);
  gboolean any = FALSE, done = TRUE;

  for (guint i = 0; i < board->n; i++)
    {
      new[i] = board->goals[i] == NULL;
      any = any || new[i];
    }
  if (!any)
    return TRUE;
  ink_definition_check_goals (board->definition, ink_event_store_get_schema (making->store), new,
                              sentences);
  for (guint i = 0; i < board->n; i++)
    {
      char *sentence = g_steal_pointer (&sentences[i]);

      ink_progress_set (progress, i, board->n, 0);
      if (done && new[i])
        {
          board->goals[i]
              = find_out (making, board->definition->goals[i], sentence, error);
          done = board->goals[i] != NULL;
        }
      else
        g_free (sentence);
    }

  return done;
}

static gboolean
make (Making *making,
      InkProgress *progress,
      GError **error)
{
  InkBoard *board = making->board;
  GCancellable *cancellable = making->narrowing.scope->cancellable;

  find_frame (making);
  take_goals (making);
  if (!find_goals (making, progress, error))
    return FALSE;
  take_lines (making);
  if (ink_board_lines_fill (board->goals, board->n, making->wanted, board->n_people, board->lines,
                            cancellable))
    return TRUE;
  g_cancellable_set_error_if_cancelled (cancellable, error);
  return FALSE;
}

/**
 * ink_board_evaluate:
 * @store: the events
 * @definition: whose goals
 * @filter: (nullable): what narrows it
 * @keeps: whether to use and leave what is kept
 * @cancellable: (nullable): asked between goals and while lines are counted
 * @progress: (nullable): goals
 * @error: says what is refused, or that it was cancelled
 */
InkBoard *
ink_board_evaluate (InkEventStore *store,
                    InkDefinition *definition,
                    const InkFilter *filter,
                    gboolean keeps,
                    GCancellable *cancellable,
                    InkProgress *progress,
                    GError **error)
{
  g_autoptr (InkBoard) board = NULL;
  g_autoptr (GPtrArray) others = NULL;
  Making making = { 0 };
  gboolean done;

  g_return_val_if_fail (store != NULL && definition != NULL, NULL);

  board = new_board (store, definition, filter);
  others = keeps ? find_kept (board) : g_ptr_array_new ();
  making = (Making){ .store = store, .board = board, .others = others };
  making.places = g_new (guint, (gsize) others->len * board->n + 1);
  making.wanted = g_new0 (gboolean, board->n + 1);
  done = ink_narrowing_init (&making.narrowing, store, definition, filter, cancellable, error);
  making.narrowing.scope->keeps &= keeps;
  done = done && make (&making, progress, error);
  ink_narrowing_clear (&making.narrowing);
  g_free (making.places);
  g_free (making.wanted);
  if (!done)
    return NULL;
  if (keeps)
    keep (board);

  return g_steal_pointer (&board);
}
