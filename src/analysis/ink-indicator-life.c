/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads one person's rows, and the goals' rows that lie among them. */
#include "analysis/ink-indicator-life.h"

void
ink_indicator_life_init (InkIndicatorLife *life,
                         const InkIndicatorFrame *frame)
{
  g_return_if_fail (life != NULL && frame != NULL);

  *life = (InkIndicatorLife){ .frame = frame };
}

void
ink_indicator_life_clear (InkIndicatorLife *life)
{
  g_return_if_fail (life != NULL);

  ink_indicator_sessions_clear (&life->sessions);
}

/* The first row of @rows among those of @life; INK_NO_ROW where there is none. */
static guint32
first_of (const InkIndicatorLife *life,
          const InkRows *rows,
          guint32 *at)
{
  *at = ink_rows_seek (rows->rows, rows->n, *at, life->first_row);
  return *at < rows->n && rows->rows[*at] < life->end_row ? rows->rows[*at] : INK_NO_ROW;
}

static InkIndicatorFate
find_fate (InkIndicatorLife *life)
{
  const InkIndicatorFrame *frame = life->frame;
  const gint64 *times = frame->scope->times;
  guint32 end = frame->scope->offsets[life->person + 1], macro;

  life->first_row = frame->scope->offsets[life->person];
  while (life->first_row < end && times[life->first_row] == INK_TIME_NONE)
    life->first_row++;
  if (life->first_row == end)
    return INK_INDICATOR_NO_TIME;
  life->begin = times[life->first_row];
  if (life->begin >= frame->export_time)
    return INK_INDICATOR_TOO_LATE;

  while (times[end - 1] > frame->export_time)
    end--;
  life->end_row = end;
  macro = first_of (life, frame->macro_rows, &life->macro_at);
  life->macro = macro != INK_NO_ROW ? times[macro] : INK_TIME_NONE;
  life->stop = macro != INK_NO_ROW ? life->macro : frame->export_time;
  life->entry = MAX (life->begin, frame->from);
  if (life->stop <= life->begin)
    return life->stop < frame->from ? INK_INDICATOR_OUTSIDE : INK_INDICATOR_AT_FIRST_SIGHT;
  return life->stop <= life->entry ? INK_INDICATOR_OUTSIDE : INK_INDICATOR_AT_RISK;
}

/* What comes after the macro conversion's session matters to no session before it. */
static void
cut_sessions (InkIndicatorLife *life)
{
  const InkIndicatorFrame *frame = life->frame;
  guint32 end = life->end_row;

  if (life->macro != INK_TIME_NONE)
    end = frame->macro_rows->rows[life->macro_at] + 1;
  ink_indicator_sessions_fill (&life->sessions, frame->scope->times, frame->scope->names,
                               life->first_row, end, frame->gap, frame->background);
  life->n_ended = life->sessions.n - (life->macro != INK_TIME_NONE ? 1 : 0);
}

static void
read_micro (InkIndicatorLife *life,
            guint micro)
{
  const InkIndicatorFrame *frame = life->frame;
  guint32 row = first_of (life, frame->micro_rows[micro], &life->micro_at[micro]);
  guint64 bit = G_GUINT64_CONSTANT (1) << micro;
  guint session;

  if (row == INK_NO_ROW)
    return;
  life->done |= bit;
  life->first[micro] = frame->scope->times[row];
  if (life->first[micro] > life->stop)
    return;
  session = ink_indicator_sessions_seek (&life->sessions, 0, row);
  life->session[micro] = session;
  if (session < life->n_ended)
    life->ended |= bit;
  else if (life->first[micro] < life->stop)
    life->bought |= bit;
}

InkIndicatorFate
ink_indicator_life_glance (InkIndicatorLife *life,
                           guint32 person)
{
  g_return_val_if_fail (life != NULL, INK_INDICATOR_NO_TIME);

  life->person = person;
  life->macro = INK_TIME_NONE;
  life->sessions.n = life->n_ended = 0;
  life->done = life->ended = life->bought = 0;
  life->fate = find_fate (life);
  return life->fate;
}

InkIndicatorFate
ink_indicator_life_read (InkIndicatorLife *life,
                         guint32 person)
{
  if (ink_indicator_life_glance (life, person) != INK_INDICATOR_AT_RISK)
    return life->fate;
  cut_sessions (life);
  for (guint i = 0; i < life->frame->n_micros; i++)
    read_micro (life, i);

  return life->fate;
}

gboolean
ink_indicator_life_is_short (const InkIndicatorLife *life)
{
  g_return_val_if_fail (life != NULL, FALSE);

  if (life->macro == INK_TIME_NONE || life->fate == INK_INDICATOR_OUTSIDE)
    return FALSE;
  return life->fate == INK_INDICATOR_AT_FIRST_SIGHT || life->n_ended == 0
         || life->macro - life->begin < INK_DAY;
}
