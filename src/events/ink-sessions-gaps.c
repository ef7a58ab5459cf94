/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Visits that gaps alone make, as in most exports: a person's rows of one visit stand together. So
 * visits and what lasts until the next event need one pass each without a branch, and two threads
 * can take a half of the people each. */
#include "events/ink-sessions-private.h"

#include <math.h>
#include <string.h>

#include "base/ink-pages.h"

/* Below this a second thread costs more than it gains. */
#define ROWS_FOR_TWO_THREADS 500000
/* Further before whatever has a time than any gap. */
#define LONG_AGO (INK_TIME_LEAST - INK_SESSION_GAP - 1)

/* A half of the people, with all that is theirs. */
typedef struct
{
  const InkEventData *data;
  const guint8 *passive;
  guint32 first;
  guint32 end;
  guint32 *session_of_row;
  guint32 n_sessions; /* in this part */
  double *durations;
} Part;

/* Calls @func for the rows before @end, cut in two between people where there are many. */
static void
run_in_parts (GThreadFunc func,
              const Part *whole,
              guint32 end,
              Part *low,
              Part *high)
{
  const InkEventData *data = whole->data;
  guint32 n = data->offsets[data->n_people];
  GThread *thread;

  *low = *high = *whole;
  low->first = 0;
  low->end = high->first = high->end = end;
  if (n < ROWS_FOR_TWO_THREADS || g_get_num_processors () < 2)
    {
      func (low);
      return;
    }
  low->end = high->first = data->offsets[ink_person_index_find (data->index, n / 2)];
  thread = g_thread_new ("ink-sessions", func, high);
  func (low);
  g_thread_join (thread);
}

/* --- Visits --- */

/* Numbers from 0 on. Times of a person rise, so that their difference is no negative number. */
static inline guint32
number_person (const Part *part,
               const InkCodes names,
               guint32 first,
               guint32 end,
               guint32 n)
{
  const gint64 *times = part->data->times;
  gint64 before = LONG_AGO;

  for (guint32 row = first; row < end; row++)
    {
      gint64 time = times[row];
      guint32 joins = (time != INK_TIME_NONE) & !part->passive[ink_codes_get (names, row)];
      guint32 late = (guint64) time - (guint64) before > (guint64) INK_SESSION_GAP;

      n += joins & late;
      part->session_of_row[row] = joins ? n - 1 : INK_NO_SESSION;
      before = joins ? time : before;
    }
  return n;
}

static inline guint32
number_people (const Part *part,
               const InkCodes names)
{
  const guint32 *offsets = part->data->offsets;
  guint32 n = 0, person;

  if (part->first == part->end)
    return 0;
  person = ink_person_index_find (part->data->index, part->first);
  for (; offsets[person] < part->end; person++)
    n = number_person (part, names, offsets[person], offsets[person + 1], n);
  return n;
}

static gpointer
number_part (gpointer data)
{
  Part *part = data;
  InkCodes names = { .width = part->data->name_width, .data = part->data->name_codes };

  /* A constant width, so that the loop does not ask for it. */
  if (names.width == 1)
    part->n_sessions = number_people (part, (InkCodes){ .width = 1, .data = names.data });
  else
    part->n_sessions = number_people (part, names);
  return NULL;
}

static void
number_on (guint32 *sessions,
           guint32 first,
           guint32 end,
           guint32 more)
{
  for (guint32 row = first; row < end; row++)
    sessions[row] += sessions[row] != INK_NO_SESSION ? more : 0;
}

InkSessions
ink_sessions_derive_from_gaps (const InkEventData *data,
                               const guint8 *passive)
{
  Part whole = { .data = data, .passive = passive }, low, high;
  guint32 end = data->offsets[data->n_people];

  whole.session_of_row = ink_pages_new (((gsize) data->n_rows + 1) * sizeof (guint32));
  run_in_parts (number_part, &whole, end, &low, &high);
  number_on (whole.session_of_row, high.first, high.end, low.n_sessions);
  /* Events of nobody have no session: it belongs to one person. */
  for (guint32 row = end; row < data->n_rows; row++)
    whole.session_of_row[row] = INK_NO_SESSION;
  return (InkSessions){ whole.session_of_row, low.n_sessions + high.n_sessions };
}

/* --- How long --- */

/* Without a branch: what is given and what is not lie mixed. */
static inline double
choose (gboolean which,
        double yes,
        double no)
{
  guint64 mask = which ? G_MAXUINT64 : 0, a, b;

  memcpy (&a, &yes, sizeof a);
  memcpy (&b, &no, sizeof b);
  a = (a & mask) | (b & ~mask);
  memcpy (&yes, &a, sizeof a);
  return yes;
}

static inline void
fill_rows (const Part *part,
           const InkCodes names)
{
  const gint64 *times = part->data->times;
  guint32 next_session = INK_NO_SESSION;
  gint64 next = 0;

  for (guint32 row = part->end; row-- > part->first;)
    {
      guint32 session = part->session_of_row[row];
      gint64 time = times[row];
      gboolean joins = session != INK_NO_SESSION;
      double seconds = (double) (gint64) ((guint64) next - (guint64) time) / INK_SECOND;
      double known = part->durations[row];

      seconds = choose (joins & (session == next_session), seconds, NAN);
      known = choose (known != known, seconds, known);
      part->durations[row] = choose (part->passive[ink_codes_get (names, row)], NAN, known);
      next_session = joins ? session : next_session;
      next = joins ? time : next;
    }
}

static gpointer
fill_part (gpointer data)
{
  const Part *part = data;
  InkCodes names = { .width = part->data->name_width, .data = part->data->name_codes };

  if (names.width == 1)
    fill_rows (part, (InkCodes){ .width = 1, .data = names.data });
  else
    fill_rows (part, names);
  return NULL;
}

void
ink_sessions_fill_from_gaps (const InkEventData *data,
                             const InkSessions *sessions,
                             const guint8 *passive,
                             double *durations)
{
  Part whole = { .data = data, .passive = passive, .session_of_row = sessions->session_of_row,
                 .durations = durations };
  Part low, high;

  run_in_parts (fill_part, &whole, data->n_rows, &low, &high);
}
