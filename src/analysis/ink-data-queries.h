/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the data holds, narrowed by the header's filter: events, properties, people, one person.
 *
 * All that stands in the files counts here, also what lies after the definition's export time. Every
 * @filter is nullable and copied. */
#pragma once

#include "analysis/ink-query.h"
#include "events/ink-property.h"

G_BEGIN_DECLS

/* At most this many parts in a series. */
#define INK_MAX_PARTS 62

/* Event names that occur, in the data's order. Tables:
 *   "events": name, events, people, first, last (times; NaN where none has a time)
 *   "series": a row per row of "events", a column per part of the time, named by its first day
 *   "parts": start and end (not included) of each part: days, or as many weeks as make at most
 *      INK_MAX_PARTS of them, the first of which may be shorter. None where there are no times, or
 *      so many names that nobody could look at them
 *   "totals": one row: events, people
 * Events of nobody count as events where no persona is asked for. */
InkQuery *ink_events_query_new (InkDefinition *definition, const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
