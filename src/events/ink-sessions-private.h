/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Visits: which events belong together, and how long each event lasted. */
#pragma once

#include "events/ink-event-data-private.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 *session_of_row; /* INK_NO_SESSION for passive and timeless events */
  guint32 n_sessions;
} InkSessions;

/* @source: (nullable): the property "session" of events, as codes
 * @passive: by code of event name */
InkSessions  ink_sessions_derive   (const InkEventData *data, const InkProperty *source,
                                    const guint8 *passive);
/* Seconds by row, NaN where nothing is known. @from_gaps: no source gave @sessions;
 * @source: (nullable): the property "duration", whose numbers are taken where nobody else has it */
double      *ink_sessions_durations (const InkEventData *data, const InkSessions *sessions,
                                     gboolean from_gaps, InkProperty *source,
                                     const guint8 *passive) G_GNUC_WARN_UNUSED_RESULT;
/* What a rule sees as "session": the source's value where it gave the session one, else a number. */
InkProperty *ink_sessions_property (const InkEventData *data, const InkSessions *sessions,
                                    InkProperty *source) G_GNUC_WARN_UNUSED_RESULT;

/* For ink-sessions.c: the same where no source gave any; @durations has what the source gave. */
InkSessions  ink_sessions_derive_from_gaps (const InkEventData *data, const guint8 *passive);
void         ink_sessions_fill_from_gaps   (const InkEventData *data, const InkSessions *sessions,
                                            const guint8 *passive, double *durations);

G_END_DECLS
