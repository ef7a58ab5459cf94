/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The builder from the inside: rows in the order of the file, until the end sorts them. */
#pragma once

#include "events/ink-column-private.h"
#include "events/ink-event-data-private.h"
#include "events/ink-event-store-builder.h"

G_BEGIN_DECLS

struct _InkEventStoreBuilder
{
  InkEventData *base; /* nullable */
  GError *error;      /* the first that was met; given out at the end */
  guint32 run_id;
  gboolean keep_repeats;
  gboolean is_full;

  InkDictionary *ids;
  InkDictionary *names;
  InkShortTexts short_names;
  guint32 n_base_ids;
  guint32 n_base_names;
  InkIdentity *identity;
  GArray *links; /* InkIdentityLink, those that changed anything */
  guint32 n_merged;

  GPtrArray *columns;       /* InkColumn, by handle */
  GHashTable *column_of;    /* "event/NAME" to handle + 1 */
  guint own_date;           /* handle + 1 */

  guint32 *persons; /* by row of events: id, or INK_NO_PERSON */
  gint64 *times;
  guint32 n_rows;
  guint32 n_allocated;
  InkColumn *name_codes;
  GArray *keys; /* guint64 by row, or NULL */

  GArray *person_rows;    /* guint32: id by row of person properties */
  guint32 current_person; /* whom the setters of person properties mean */
  gboolean in_event;
};

/* By row (in order of @rows) whether it repeats one before it, or one of the base. */
guint8 *ink_repeats_find (InkEventStoreBuilder *builder, const guint32 *rows,
                          const gint64 *times, const guint32 *offsets, const guint32 *group_ids,
                          guint32 n_groups, const gint64 *date_of_id, guint32 *n_repeats,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
