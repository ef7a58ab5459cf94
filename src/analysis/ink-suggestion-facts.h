/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the data says about each event name: how many people, how early, before or after what it is
 * all for. One pass over all events. */
#pragma once

#include "analysis/ink-scope.h"
#include "analysis/ink-suggestion-words.h"

G_BEGIN_DECLS

/**
 * InkEventFact:
 * @topic: (nullable): what the name speaks of
 * @told: a mail that was delivered and the like: passive, or hidden by the user
 * @late: mean place of the first one among what a person does, 0 the first, 1 the last; NaN where
 *   nobody's order is known
 * @placed: people whose order is known
 * @before, @after: people whose first one came before or after their first macro event
 * @valued: events that carry a number as `value`
 */
typedef struct
{
  const char *name;
  const InkTopic *topic;
  gboolean told;
  gboolean macro;
  guint64 events;
  guint32 people;
  double late;
  guint32 placed;
  guint32 before;
  guint32 after;
  guint64 valued;
} InkEventFact;

typedef struct
{
  InkScope *scope;
  InkEventFact *events; /* by code of the name */
  guint n_events;
  guint n_macros;
} InkFacts;

/* FALSE when cancelled or where a column cannot be read. */
gboolean ink_facts_init  (InkFacts *facts, InkEventStore *store, InkDefinition *definition,
                          GCancellable *cancellable, GError **error);
void     ink_facts_clear (InkFacts *facts);
/* The share of all people, 0 to 1. */
double   ink_facts_share (const InkFacts *facts, guint32 people);
/* The name of the most seen page or screen, or NULL. */
const char *ink_facts_get_page_event (const InkFacts *facts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkFacts, ink_facts_clear)

G_END_DECLS
