/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions and durations, as definitions.md says them: a session from the source; an event without
 * one stays in that of the person's event before it, unless that is more than 30 minutes ago. */
#include "events/ink-sessions-private.h"

#include <math.h>

#include "base/ink-pages.h"
#include "events/ink-property-private.h"

/* The sessions that the source named for the person at hand. A stamp saves clearing. */
typedef struct
{
  guint32 *person; /* by code of the source's value, plus one */
  guint32 *session;
} Named;

typedef struct
{
  const InkEventData *data;
  const InkProperty *source;
  const guint8 *passive;
  Named named;
  InkSessions out;
} Derivation;

static gboolean
takes_part (const InkEventData *data,
            const guint8 *passive,
            guint32 row)
{
  InkCodes names = { .width = data->name_width, .data = data->name_codes };

  return data->times[row] != INK_TIME_NONE && !passive[ink_codes_get (names, row)];
}

static guint32
session_of_code (Derivation *derivation,
                 guint32 person,
                 guint32 code)
{
  Named *named = &derivation->named;

  if (named->person[code] != person + 1)
    {
      named->person[code] = person + 1;
      named->session[code] = derivation->out.n_sessions++;
    }
  return named->session[code];
}

static void
derive_person (Derivation *derivation,
               guint32 person)
{
  const InkEventData *data = derivation->data;
  guint32 current = INK_NO_SESSION;
  gint64 before = 0;

  for (guint32 row = data->offsets[person]; row < data->offsets[person + 1]; row++)
    {
      guint32 code = ink_codes_get (derivation->source->codes, row);

      derivation->out.session_of_row[row] = INK_NO_SESSION;
      if (!takes_part (data, derivation->passive, row))
        continue;
      if (code != 0)
        current = session_of_code (derivation, person, code);
      else if (current == INK_NO_SESSION || data->times[row] - before > INK_SESSION_GAP)
        current = derivation->out.n_sessions++;
      before = data->times[row];
      derivation->out.session_of_row[row] = current;
    }
}

InkSessions
ink_sessions_derive (const InkEventData *data,
                     const InkProperty *source,
                     const guint8 *passive)
{
  Derivation derivation = { .data = data, .source = source, .passive = passive };

  if (source == NULL)
    return ink_sessions_derive_from_gaps (data, passive);
  derivation.out.session_of_row = g_new (guint32, (gsize) data->n_rows + 1);
  derivation.named.person = g_new0 (guint32, source->n_values);
  derivation.named.session = g_new0 (guint32, source->n_values);
  for (guint32 person = 0; person < data->n_people; person++)
    derive_person (&derivation, person);
  /* Events of nobody have no session: it belongs to one person. */
  for (guint32 row = data->offsets[data->n_people]; row < data->n_rows; row++)
    derivation.out.session_of_row[row] = INK_NO_SESSION;
  g_free (derivation.named.person);
  g_free (derivation.named.session);

  return derivation.out;
}

/* The source's numbers, NaN where it gave none. */
static double *
read_numbers (const InkProperty *source,
              guint32 n_rows)
{
  double *numbers = ink_pages_new (((gsize) n_rows + 1) * sizeof (double));

  for (guint32 row = 0; row < n_rows; row++)
    if (source == NULL || !ink_value_as_number (ink_property_get (source, row), &numbers[row]))
      numbers[row] = NAN;
  return numbers;
}

/* Where the source names sessions, the rows of several may lie between one another. */
static void
fill (const InkEventData *data,
      const InkSessions *sessions,
      const guint8 *passive,
      double *durations)
{
  InkCodes names = { .width = data->name_width, .data = data->name_codes };
  g_autofree gint64 *next = g_new (gint64, (gsize) sessions->n_sessions + 1);

  for (guint32 session = 0; session < sessions->n_sessions; session++)
    next[session] = INK_TIME_NONE;
  for (guint32 row = data->n_rows; row-- > 0;)
    {
      guint32 session = sessions->session_of_row[row];
      gboolean follows = session != INK_NO_SESSION && next[session] != INK_TIME_NONE;

      if (passive[ink_codes_get (names, row)])
        durations[row] = NAN;
      else if (isnan (durations[row]) && follows)
        durations[row] = (double) (next[session] - data->times[row]) / INK_SECOND;
      if (session != INK_NO_SESSION)
        next[session] = data->times[row];
    }
}

double *
ink_sessions_durations (const InkEventData *data,
                        const InkSessions *sessions,
                        gboolean from_gaps,
                        InkProperty *source,
                        const guint8 *passive)
{
  double *durations = source != NULL ? ink_property_steal_numbers (source) : NULL;

  if (durations == NULL)
    durations = read_numbers (source, data->n_rows);
  if (from_gaps)
    ink_sessions_fill_from_gaps (data, sessions, passive, durations);
  else
    fill (data, sessions, passive, durations);
  return durations;
}

/* The source's code of each session, 0 where it is derived. */
static guint32 *
code_of_session (const InkEventData *data,
                 const InkSessions *sessions,
                 const InkProperty *source)
{
  guint32 *codes = g_new0 (guint32, (gsize) sessions->n_sessions + 1);

  for (guint32 row = 0; row < data->n_rows; row++)
    if (sessions->session_of_row[row] != INK_NO_SESSION)
      {
        guint32 code = ink_codes_get (source->codes, row);

        if (code != 0)
          codes[sessions->session_of_row[row]] = code;
      }
  return codes;
}

static InkProperty *
numbered_sessions (const InkEventData *data,
                   const InkSessions *sessions)
{
  InkProperty *property = ink_property_new ("session", INK_ON_EVENT, data->n_rows);
  double *numbers = g_new (double, (gsize) data->n_rows + 1);

  for (guint32 row = 0; row < data->n_rows; row++)
    numbers[row] = sessions->session_of_row[row] == INK_NO_SESSION
                       ? NAN
                       : sessions->session_of_row[row] + 1.0;
  ink_property_take_numbers (property, numbers);
  return property;
}

InkProperty *
ink_sessions_property (const InkEventData *data,
                       const InkSessions *sessions,
                       InkProperty *source)
{
  InkProperty *property;
  g_autofree guint32 *code_of = NULL;
  InkValue *values;
  guint32 *codes, n_values;

  if (source == NULL)
    return numbered_sessions (data, sessions);

  /* Derived sessions come behind the source's values, as numbers. */
  code_of = code_of_session (data, sessions, source);
  values = g_new (InkValue, (gsize) source->n_values + sessions->n_sessions);
  memcpy (values, source->values, source->n_values * sizeof (InkValue));
  n_values = source->n_values;
  for (guint32 session = 0; session < sessions->n_sessions; session++)
    if (code_of[session] == 0)
      {
        values[n_values] = ink_value_number (session + 1.0);
        code_of[session] = n_values++;
      }
  codes = g_new (guint32, (gsize) data->n_rows + 1);
  for (guint32 row = 0; row < data->n_rows; row++)
    codes[row] = sessions->session_of_row[row] == INK_NO_SESSION
                     ? 0
                     : code_of[sessions->session_of_row[row]];
  property = ink_property_new ("session", INK_ON_EVENT, data->n_rows);
  ink_property_take_codes (property, codes, 4, values, n_values);
  ink_property_keep_property (property, source);
  return property;
}
