/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a document stands among its steps: the latest as pointers, older ones rebuilt from their
 * rows. Step 0 is the beginning; state n is what step n led to. */
#pragma once

#include "document/ink-storage.h"

G_BEGIN_DECLS

#define INK_HISTORY_STATES 200
/* Stores of other states are kept in memory up to this size, larger ones are read again. */
#define INK_HISTORY_STORE_EVENTS (2 * 1000 * 1000)
/* Edits of the same thing within this time are one step (microseconds). */
#define INK_HISTORY_MERGE_TIME G_USEC_PER_SEC

typedef struct
{
  gint64 step;
  char *label;     /* nullable: not read yet */
  char *merge_key; /* nullable */
  gint64 time;     /* monotonic: of the last edit that joined it */
  InkDefinition *definition;
  InkEventStore *store; /* nullable: has to be read */
} InkState;

typedef struct
{
  gint64 position;
  gint64 last;
  gint64 saved;
  guint branch;      /* goes up whenever a step that there was is another one now */
  GPtrArray *states; /* InkState, by step, with the current one */
} InkHistory;

InkHistory *ink_history_new     (const InkStoragePlace *place, InkDefinition *definition,
                                 InkEventStore *store) G_GNUC_WARN_UNUSED_RESULT;
void        ink_history_free    (InkHistory *self);

InkState   *ink_history_current (InkHistory *self);
/* NULL where it has to be rebuilt. */
InkState   *ink_history_find    (InkHistory *self, gint64 step);
/* Puts a rebuilt state beside the current one. */
InkState   *ink_history_restore (InkHistory *self, gint64 step, InkDefinition *definition,
                                 InkEventStore *store);

/* Would an edit with @merge_key at @time (monotonic) join the current step? */
gboolean    ink_history_joins   (InkHistory *self, const char *merge_key, gint64 time);
/* A new step after the current one; what could be redone is gone. */
InkState   *ink_history_push    (InkHistory *self, const char *label, const char *merge_key,
                                 gint64 time, InkDefinition *definition, InkEventStore *store);
/* Replaces what the current step led to, and its name. */
void        ink_history_join    (InkHistory *self, const char *label, gint64 time,
                                 InkDefinition *definition);
/* Only the current state is left in memory, and it is @definition and @store. */
void        ink_history_reset   (InkHistory *self, InkDefinition *definition,
                                 InkEventStore *store);

G_END_DECLS
