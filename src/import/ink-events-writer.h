/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All events and people of a store as a stream: the own interchange format, or CSV. */
#pragma once

#include <gio/gio.h>

#include "base/ink-progress.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

/* NDJSON of definitions.md: merged ids, person properties, then events by person and time. Importing
 * it into an empty project gives the same events, people and properties. */
gboolean ink_events_writer_write_ndjson (InkEventStore *store, GOutputStream *stream,
                                         GCancellable *cancellable, InkProgress *progress,
                                         GError **error);
/* One row an event: person, event, time, then every property of events. */
gboolean ink_events_writer_write_csv    (InkEventStore *store, GOutputStream *stream,
                                         GCancellable *cancellable, InkProgress *progress,
                                         GError **error);

G_END_DECLS
