/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads people's rows into visits. */
#include "analysis/ink-visit-steps.h"

typedef struct
{
  const InkIndicatorFrame *frame;
  InkIndicatorLife life;
  InkVisitFunc each;
  gpointer data;
  GArray *marks;  /* guint64, by row of the person */
  GArray *events; /* InkVisitEvent of the visit */
  GArray *names;  /* guint32, of the events */
} Reading;

static void
read_marks (Reading *reading)
{
  InkIndicatorLife *life = &reading->life;

  g_array_set_size (reading->marks, 0);
  g_array_set_size (reading->marks, life->end_row - life->first_row);
  for (guint i = 0; i < reading->frame->n_micros; i++)
    {
      const InkRows *rows = reading->frame->micro_rows[i];
      guint32 at = ink_rows_seek (rows->rows, rows->n, life->micro_at[i], life->first_row);

      for (; at < rows->n && rows->rows[at] < life->end_row; at++)
        g_array_index (reading->marks, guint64, rows->rows[at] - life->first_row)
            |= G_GUINT64_CONSTANT (1) << i;
      life->micro_at[i] = at;
    }
}

/* The event of the same name and time that came before, which a repeat only adds its marks to. */
static InkVisitEvent *
find_repeated (Reading *reading,
               gint64 time,
               guint32 name)
{
  for (guint i = reading->events->len; i > 0; i--)
    {
      InkVisitEvent *event = &g_array_index (reading->events, InkVisitEvent, i - 1);

      if (event->time != time)
        return NULL;
      if (g_array_index (reading->names, guint32, i - 1) == name)
        return event;
    }

  return NULL;
}

static void
add_event (Reading *reading,
           guint32 row)
{
  const InkScope *scope = reading->frame->scope;
  guint32 name = ink_codes_get (scope->names, row);
  InkVisitEvent event
      = { scope->times[row],
          g_array_index (reading->marks, guint64, row - reading->life.first_row) };
  InkVisitEvent *repeated;

  if (reading->frame->passive[name])
    return;
  repeated = find_repeated (reading, event.time, name);
  if (repeated != NULL)
    {
      repeated->marks |= event.marks;
      return;
    }
  g_array_append_val (reading->events, event);
  g_array_append_val (reading->names, name);
}

static void
read_session (Reading *reading,
              const InkIndicatorSession *session,
              gboolean is_buying,
              guint *earlier)
{
  InkVisit visit = { .person = reading->life.person, .is_buying = is_buying, .earlier = *earlier,
                     .start = session->start };

  g_array_set_size (reading->events, 0);
  g_array_set_size (reading->names, 0);
  /* The sale is the last row of its session here; what came in the same second before it counts. */
  for (guint32 row = session->first_row; row + (is_buying ? 1 : 0) < session->end_row; row++)
    add_event (reading, row);
  visit.events = (const InkVisitEvent *) (void *) reading->events->data;
  visit.n = reading->events->len;
  if (visit.n == 0 && !is_buying)
    return;
  if (session->start >= reading->frame->from)
    reading->each (&visit, reading->data);
  *earlier += visit.n > 0 ? 1 : 0;
}

static void
read_person (Reading *reading,
             guint32 person)
{
  const InkIndicatorFrame *frame = reading->frame;
  InkIndicatorLife *life = &reading->life;
  InkIndicatorFate fate = ink_indicator_life_glance (life, person);
  guint32 end = life->end_row;
  gboolean buys;
  guint earlier = 0;

  if (fate != INK_INDICATOR_AT_RISK && fate != INK_INDICATOR_AT_FIRST_SIGHT)
    return;
  buys = life->macro != INK_TIME_NONE;
  if (buys)
    end = frame->macro_rows->rows[life->macro_at] + 1;
  read_marks (reading);
  ink_indicator_sessions_fill (&life->sessions, frame->scope->times, frame->scope->names,
                               life->first_row, end, frame->gap, frame->background);
  for (guint i = 0; i < life->sessions.n; i++)
    read_session (reading, &life->sessions.sessions[i], buys && i + 1 == life->sessions.n,
                  &earlier);
}

gboolean
ink_visit_steps_each (const InkIndicatorFrame *frame,
                      InkVisitFunc each,
                      gpointer data,
                      GError **error)
{
  Reading reading = { .frame = frame, .each = each, .data = data };
  GCancellable *cancellable;
  guint32 person = 0;

  g_return_val_if_fail (frame != NULL && each != NULL, FALSE);

  cancellable = frame->scope->cancellable;
  ink_indicator_life_init (&reading.life, frame);
  reading.marks = g_array_new (FALSE, TRUE, sizeof (guint64));
  reading.events = g_array_new (FALSE, FALSE, sizeof (InkVisitEvent));
  reading.names = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (; person < frame->scope->n_people; person++)
    {
      if (person % 4096 == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      read_person (&reading, person);
    }
  g_array_unref (reading.marks);
  g_array_unref (reading.events);
  g_array_unref (reading.names);
  ink_indicator_life_clear (&reading.life);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
