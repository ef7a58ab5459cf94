/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For ink-event-store*.c only. */
#pragma once

#include "events/ink-event-data-private.h"
#include "events/ink-property-private.h"
#include "events/ink-sessions-private.h"

G_BEGIN_DECLS

struct _InkEventStore
{
  int ref_count;
  InkEventData *data;
  guint8 *passive; /* by code of event name */

  GMutex lock; /* of what follows */
  InkSessions sessions;
  InkSessions without_source; /* where the source's column is damaged */
  GHashTable *derived; /* "on/NAME" to InkProperty */
  InkEventStore *last; /* nullable: with the passive events that were last asked for */
};

G_END_DECLS
