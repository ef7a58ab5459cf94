/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a rule could say of some events or of people: which properties they carry, which values
 * these have, how their numbers are spread.
 *
 * Events of nobody are left out: no rule finds them. Every @filter is nullable and copied. */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

/**
 * InkValuesOf:
 * @events: (nullable) (array zero-terminated): names; none, or a lone "*", is any event. Not read
 *   for people
 * @property: its name; of people also 'first P' and 'last P'
 * @on_person: the property of people as it is known at the end of the data, else of events
 */
typedef struct
{
  const char *const *events;
  const char *property;
  gboolean on_person;
} InkValuesOf;

/* The values, the most frequent first. @search: a part of the value, compared without case; "" for
 * all. @limit: how many are named. Tables:
 *   "values": value (text), kind (ink_kind_to_string()), number (of a number; microseconds of a
 *      time; 1 and 0 of a boolean; else NaN), rows (events or people), people
 *   "totals": one row: rows (events or people that were looked at), filled (of them), people (who
 *      have any value), distinct (different values), found (those of them that @search leaves) */
InkQuery *ink_values_query_new (InkDefinition *definition, const InkValuesOf *of,
                                const char *search, guint limit, const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;
/* The value of a row of "values"; its text lives as long as the table. */
InkValue  ink_values_get       (const InkTable *values, guint row);

/* The spread of numbers, of texts that read as one, or of times. Tables:
 *   "summary": one row: rows, filled, people (who have any), least, median, greatest (INK_FORMAT_TIME
 *      where they are times; NaN where there is none)
 *   "histogram": from, to, rows, people: for numbers, in bins of round numbers, which grow with the
 *      number where most are small; a bin holds its lower edge, the last one both. None for times */
InkQuery *ink_spread_query_new (InkDefinition *definition, const InkValuesOf *of,
                                const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

/* The properties that events of these names carry (@events as in InkValuesOf), then those of people;
 * each by how many carry it. Table "properties": name, on ("event", "person"), kind, filled, rows.
 * Counts of people are those of all the data. */
InkQuery *ink_carried_query_new (InkDefinition *definition, const char *const *events,
                                 const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
