/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the data holds, narrowed by the header's filter: events, properties, people, one person.
 *
 * All that stands in the files counts here, also what lies after the definition's export time. Every
 * @filter is nullable and copied. */
#pragma once

#include "analysis/ink-rule-query.h"
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

/* Every property of events and persons that anybody carries, in the data's order. Table
 * "properties": name, on ("event", "person"), kind (ink_kind_to_string), filled (rows that carry it),
 * rows (all of them), distinct (different values). */
InkQuery *ink_properties_query_new (InkDefinition *definition, const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;

/* At most this many values are named. */
#define INK_TOP_VALUES 25

/* One property, as the source gave it. Tables:
 *   "summary": one row: filled, rows, distinct, least, median, greatest (NaN for texts)
 *   "values": value (text), rows: the most frequent ones
 *   "events": name, filled, rows: for a property of events, the events that carry it, by filled */
InkQuery *ink_property_query_new (InkDefinition *definition, const char *name, InkOn on,
                                  const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  INK_PEOPLE_BY_ID,
  INK_PEOPLE_BY_EVENTS,
  INK_PEOPLE_BY_FIRST,
  INK_PEOPLE_BY_LAST,
  INK_PEOPLE_BY_PERSONA,
} InkPeopleOrder;

/* People with at least one event that the filter leaves. Table "people": person (number), in order.
 * @search: a part of the id that is shown, without case, or the whole of any other id; "" for all.
 * Times are those of the events that the filter leaves. */
InkQuery *ink_people_query_new (InkDefinition *definition, const InkFilter *filter,
                                InkPeopleOrder order, gboolean descending, const char *search)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same list of some people only: those behind @rule (nullable; as ink_rule_people_query_new()
 * counts them) or those of @people (nullable, of guint32, copied). */
InkQuery *ink_people_among_query_new (InkDefinition *definition, const InkFilter *filter,
                                      InkPeopleOrder order, gboolean descending,
                                      const char *search, const InkRule *rule, InkRuleAsk ask,
                                      const GArray *people) G_GNUC_WARN_UNUSED_RESULT;
/* Table "personas": by person number the index of their persona at the export's end, the number of
 * personas for everyone else. */
InkQuery *ink_people_personas_query_new (InkDefinition *definition) G_GNUC_WARN_UNUSED_RESULT;

/* All of one person, whatever the filter. Tables:
 *   "person": one row: id, persona, events, sessions, first, last
 *   "events": in order of time: name, time, session (a number within the person, NaN: none),
 *      duration (seconds, NaN: not known)
 *   "properties": event (row of "events"), name, value: what each event carries, but for what all
 *      of the person's events carry alike
 *   "goals": event (row of "events"), goal (name): completions
 *   "ids": id: the shown one first, then those merged into it
 *   "known": name, value: the person's own properties, then what all events carry alike
 * Fails where there is no such person. */
InkQuery *ink_person_query_new (InkDefinition *definition, guint32 person)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
