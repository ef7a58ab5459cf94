/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The state at a time is what was known at the end of the last session before it.
 *
 * Visits are counted with the one in which a micro conversion happened: if it is just one of the
 * things that people do in a visit (with the same chance in each, however active they are), then,
 * given the number of visits, having done it says nothing about how active somebody is (Poisson
 * thinning). So what only follows the crowd gets a ratio of 1, and nobody's hidden level of activity
 * has to be estimated. */
#include "analysis/ink-indicator-walk.h"

#include "analysis/ink-slices.h"

void
ink_indicator_walk_init (InkIndicatorWalk *walk,
                         const InkIndicatorFrame *frame,
                         const InkIndicatorPersonas *personas,
                         int only,
                         gint64 cut)
{
  g_return_if_fail (walk != NULL && frame != NULL && personas != NULL);

  *walk = (InkIndicatorWalk){ .frame = frame, .personas = personas, .only = only, .cut = cut };
  walk->cells = ink_indicator_cells_new ();
  walk->tally = ink_indicator_tally_new (frame->n_micros, personas->n);
  walk->seen = g_new0 (guint64, personas->n);
  walk->entered = g_new0 (gboolean, personas->n);
}

void
ink_indicator_walk_clear (InkIndicatorWalk *walk)
{
  g_return_if_fail (walk != NULL);

  g_clear_pointer (&walk->cells, ink_indicator_cells_free);
  g_clear_pointer (&walk->tally, ink_indicator_tally_free);
  g_clear_pointer (&walk->seen, g_free);
  g_clear_pointer (&walk->entered, g_free);
}

/* ---- People of each persona, for the counts ---- */

static void
note_persona (InkIndicatorWalk *walk)
{
  guint64 news = walk->done & ~walk->seen[walk->persona];
  InkIndicatorTally *tally = walk->tally;

  walk->any = TRUE;
  walk->counted |= walk->done;
  if (!walk->entered[walk->persona])
    tally->people_of_persona[walk->persona]++;
  walk->entered[walk->persona] = TRUE;
  walk->seen[walk->persona] |= news;
  for (; news != 0; news &= news - 1)
    tally->done_by_persona[(guint) __builtin_ctzll (news) * tally->n_personas
                           + walk->persona]++;
}

static void
forget_personas (InkIndicatorWalk *walk)
{
  guint n;
  const InkIndicatorChange *changes
      = ink_indicator_personas_get_changes (walk->personas, walk->life->person, &n);
  guint first = walk->personas->first[walk->life->person];

  walk->seen[first] = 0;
  walk->entered[first] = FALSE;
  for (guint i = 0; i < n; i++)
    {
      walk->seen[changes[i].persona] = 0;
      walk->entered[changes[i].persona] = FALSE;
    }
}

/* ---- Pieces of time in which nothing changes ---- */

static guint
recency_at (const InkIndicatorWalk *walk,
            gint64 time)
{
  if (walk->visits == 0 || time - walk->last_visit < INK_INDICATOR_FRESH)
    return 0;
  return time - walk->last_visit < INK_INDICATOR_RECENT ? 1 : 2;
}

/* Half a piece: the cell's part before the cut, or the one after it. */
static void
fill_half (const InkIndicatorWalk *walk,
           InkIndicatorPiece *piece,
           guint half,
           gint64 from,
           gint64 to)
{
  if (from >= to)
    return;
  piece->time[half] = to - from;
  piece->events[half] = to == walk->life->stop && walk->life->macro != INK_TIME_NONE;
}

static void
add_piece (InkIndicatorWalk *walk,
           gint64 from,
           gint64 to)
{
  guint recency = recency_at (walk, from);
  InkIndicatorPiece piece = { .done = walk->done };

  from = MAX (from, walk->life->entry);
  if (from >= to || (walk->only >= 0 && (guint) walk->only != walk->persona))
    return;
  piece.stratum = ink_indicator_stratum (walk->persona, walk->frame->channels[walk->life->person],
                                         walk->time_band, walk->visit_band, recency);
  fill_half (walk, &piece, 0, from, MIN (to, walk->cut));
  fill_half (walk, &piece, 1, MAX (from, walk->cut), to);
  ink_indicator_cells_add (walk->cells, &piece);
  ink_time_sum_add (&walk->tally->time, to - from);
  note_persona (walk);
}

static gint64
next_edge (const InkIndicatorWalk *walk,
           gint64 from,
           gint64 to)
{
  gint64 since;

  if (walk->time_band < INK_INDICATOR_N_TIME_EDGES)
    to = MIN (to, ink_time_later (walk->life->begin,
                                  ink_indicator_time_edges[walk->time_band]));
  if (walk->visits == 0)
    return to;
  since = from - walk->last_visit;
  if (since < INK_INDICATOR_FRESH)
    to = MIN (to, walk->last_visit + INK_INDICATOR_FRESH);
  else if (since < INK_INDICATOR_RECENT)
    to = MIN (to, walk->last_visit + INK_INDICATOR_RECENT);

  return to;
}

/* Time in which only the clock changes anything. */
static void
add_span (InkIndicatorWalk *walk,
          gint64 from,
          gint64 to)
{
  while (from < to)
    {
      gint64 next = next_edge (walk, from, to);

      add_piece (walk, from, next);
      from = next;
      while (walk->time_band < INK_INDICATOR_N_TIME_EDGES
             && ink_indicator_time_edges[walk->time_band] <= from - walk->life->begin)
        walk->time_band++;
    }
}

/* ---- What sessions change ---- */

static void
end_session (InkIndicatorWalk *walk,
             guint index)
{
  const InkIndicatorSession *session = &walk->life->sessions.sessions[index];

  for (guint64 rest = walk->life->ended & ~walk->done; rest != 0; rest &= rest - 1)
    {
      guint micro = (guint) __builtin_ctzll (rest);

      if (walk->life->session[micro] == index)
        walk->done |= G_GUINT64_CONSTANT (1) << micro;
    }
  if (!session->is_visit)
    return;
  walk->visits++;
  walk->visit_band = ink_indicator_visit_band (walk->visits);
  walk->last_visit = session->end;
}

static void
begin_person (InkIndicatorWalk *walk,
              const InkIndicatorLife *life)
{
  walk->life = life;
  walk->persona = walk->personas->first[life->person];
  walk->visits = walk->visit_band = walk->time_band = 0;
  walk->last_visit = 0;
  walk->done = walk->counted = 0;
  walk->any = FALSE;
}

/* A buyer counts as one where the time that ends with the conversion does. */
static gboolean
is_counted (const InkIndicatorWalk *walk)
{
  return walk->any
         && (walk->life->macro == INK_TIME_NONE || walk->only < 0
             || (guint) walk->only == walk->persona);
}

void
ink_indicator_walk_person (InkIndicatorWalk *walk,
                           const InkIndicatorLife *life)
{
  const InkIndicatorChange *changes;
  guint n_changes, change = 0;
  gint64 from;

  g_return_if_fail (walk != NULL && life != NULL);

  begin_person (walk, life);
  changes = ink_indicator_personas_get_changes (walk->personas, life->person, &n_changes);
  from = life->begin;
  for (guint i = 0; i < life->n_ended; i++)
    {
      gint64 end = life->sessions.sessions[i].end;

      add_span (walk, from, end);
      from = end;
      end_session (walk, i);
      for (; change < n_changes && changes[change].time <= end; change++)
        walk->persona = changes[change].persona;
    }
  add_span (walk, from, life->stop);
  if (is_counted (walk))
    ink_indicator_tally_add (walk->tally, life, walk->counted);
  forget_personas (walk);
}
