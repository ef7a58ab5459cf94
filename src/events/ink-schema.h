/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the data holds: event names and properties with their counts. Immutable. */
#pragma once

#include "events/ink-property.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  guint64 events;
  guint32 people;
  gint64 first; /* INK_TIME_NONE where no event of it has a time */
  gint64 last;
} InkEventInfo;

typedef struct
{
  const char *name;
  InkOn on;
  InkKind kind;      /* of most values; INK_KIND_TEXT where they mix */
  guint64 distinct;
  guint64 filled;    /* rows (events or persons) that carry it */
} InkPropertyInfo;

typedef struct
{
  const InkEventInfo *events;
  guint n_events;
  const InkPropertyInfo *properties;
  guint n_properties;
} InkSchema;

const InkEventInfo    *ink_schema_find_event    (const InkSchema *schema, const char *name);
const InkPropertyInfo *ink_schema_find_property (const InkSchema *schema, const char *name,
                                                 InkOn on);

G_END_DECLS
