/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person's sessions as the method cuts them: all events of any kind, passive ones too, wherever
 * the pause is too long. (A rule's `session` is another thing: it follows the source.) */
#pragma once

#include "events/ink-codes.h"

G_BEGIN_DECLS

/**
 * InkIndicatorSession:
 * @start: of its first event
 * @end: of its last event
 * @first_row: its first event
 * @end_row: the row after its last event
 * @is_visit: it has an event of a background type
 */
typedef struct
{
  gint64 start;
  gint64 end;
  guint32 first_row;
  guint32 end_row;
  gboolean is_visit;
} InkIndicatorSession;

/* In memory that is used again for the next person. */
typedef struct
{
  InkIndicatorSession *sessions;
  guint n;
  guint size;
} InkIndicatorSessions;

void ink_indicator_sessions_clear (InkIndicatorSessions *sessions);

/**
 * ink_indicator_sessions_fill:
 * @times: of all rows, ascending from @first to @end
 * @names: of all rows
 * @gap: a longer pause begins a session; 0 where only days are known: then a day is a session
 * @background: by code of event name
 */
void ink_indicator_sessions_fill  (InkIndicatorSessions *sessions, const gint64 *times,
                                   InkCodes names, guint32 first, guint32 end, gint64 gap,
                                   const guint8 *background);

/* The session of @row, looked for from the session @from on; the last where @row is beyond. */
static inline guint
ink_indicator_sessions_seek (const InkIndicatorSessions *sessions,
                             guint from,
                             guint32 row)
{
  while (from + 1 < sessions->n && sessions->sessions[from].end_row <= row)
    from++;
  return from;
}

G_END_DECLS
