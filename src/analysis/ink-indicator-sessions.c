/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cuts a person's rows where nothing happened for too long. */
#include "analysis/ink-indicator-sessions.h"

void
ink_indicator_sessions_clear (InkIndicatorSessions *sessions)
{
  g_return_if_fail (sessions != NULL);

  g_clear_pointer (&sessions->sessions, g_free);
  sessions->n = sessions->size = 0;
}

static InkIndicatorSession *
begin_session (InkIndicatorSessions *sessions,
               gint64 time,
               guint32 row)
{
  InkIndicatorSession *session;

  if (sessions->n == sessions->size)
    {
      sessions->size = MAX (64, sessions->size * 2);
      sessions->sessions = g_renew (InkIndicatorSession, sessions->sessions, sessions->size);
    }
  session = &sessions->sessions[sessions->n++];
  *session = (InkIndicatorSession){ .start = time, .end = time, .first_row = row };
  return session;
}

void
ink_indicator_sessions_fill (InkIndicatorSessions *sessions,
                             const gint64 *times,
                             InkCodes names,
                             guint32 first,
                             guint32 end,
                             gint64 gap,
                             const guint8 *background)
{
  InkIndicatorSession *session = NULL;

  g_return_if_fail (sessions != NULL && background != NULL);

  sessions->n = 0;
  for (guint32 row = first; row < end; row++)
    {
      if (session == NULL || times[row] - session->end > gap)
        session = begin_session (sessions, times[row], row);
      session->end = times[row];
      session->end_row = row + 1;
      session->is_visit |= background[ink_codes_get (names, row)];
    }
}
