/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a list of people says about each of them. */
#pragma once

#include "events/ink-event-store.h"

G_BEGIN_DECLS

/**
 * InkPersonFacts:
 * @first, @last: times; NaN: not known
 */
typedef struct
{
  guint32 events;
  double first;
  double last;
} InkPersonFacts;

/* Of the events from @from to @to, ends included; INK_TIME_NONE: without an end. */
InkPersonFacts ink_person_facts_get (InkEventStore *store, guint32 person, gint64 from, gint64 to);

G_END_DECLS
