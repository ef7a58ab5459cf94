/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a funnel says of everybody: the one evaluation that counts, lists, charts and 'why is this
 * person here?' all read. Immutable, reference-counted. */
#pragma once

#include "base/ink-table.h"
#include "definition/ink-definition.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

typedef struct _InkFunnelResult InkFunnelResult;

/* What narrows a result from outside the definition: the header's filter, the command line. */
typedef struct
{
  const char *persona; /* nullable; "Everyone else" is one */
  gint64 from;         /* INK_TIME_NONE: open. Tries that start in it */
  gint64 to;           /* INK_TIME_NONE: open; included */
} InkFilter;

/* Evaluates @funnel over @store. @definition gives goals, personas, zone, passive events and the
 * export's end. Slow: call it from a worker. */
InkFunnelResult *ink_funnel_evaluate (InkEventStore *store, InkDefinition *definition,
                                      const InkFunnel *funnel, const InkFilter *filter,
                                      GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
InkFunnelResult *ink_funnel_result_ref   (InkFunnelResult *result);
void             ink_funnel_result_unref (InkFunnelResult *result);

/* The object of definitions.md's `funnel --json`. */
char     *ink_funnel_result_to_json      (const InkFunnelResult *result, gboolean with_people)
    G_GNUC_WARN_UNUSED_RESULT;
/* One row per step, first the whole funnel (group ""), then every group: columns group, step,
 * people, before (people at the step before that is not optional; at step 1 the same as people),
 * dropped, under_way, of_first, of_first_low, of_first_high, of_previous, of_previous_low,
 * of_previous_high, median_seconds, mean_seconds. */
InkTable *ink_funnel_result_to_steps     (const InkFunnelResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @steps, which was kept in a file, has the columns and at least one row of such a table. */
gboolean  ink_funnel_steps_are_sound    (const InkTable *steps);
/* Columns from (seconds), to (seconds), people: the whole way's time. Where the export gives only
 * days, these and the steps' times are in INK_FORMAT_DAYS. */
InkTable *ink_funnel_result_to_histogram (const InkFunnelResult *result) G_GNUC_WARN_UNUSED_RESULT;
/* Seconds in which half of those who finished went the whole way; 0 where nobody did. The first time
 * it looks at everybody. Any thread. */
double    ink_funnel_result_get_median   (InkFunnelResult *result);
/* The personas, in their order, where it compares by them; else NULL. (transfer none) */
InkPersona *const *ink_funnel_result_get_personas (const InkFunnelResult *result);
/* Columns start (time), then entered, finished and under_way: people by period of entry. Who is
 * under way may still finish on the way that began then; missing where there is no window, since
 * then nobody ever is. */
InkTable *ink_funnel_result_to_trend     (const InkFunnelResult *result, InkPeriod period)
    G_GNUC_WARN_UNUSED_RESULT;
/* Person numbers at @step (from 1), or dropped before it; ascending. */
GArray   *ink_funnel_result_people_at      (const InkFunnelResult *result, guint step)
    G_GNUC_WARN_UNUSED_RESULT;
GArray   *ink_funnel_result_dropped_before (const InkFunnelResult *result, guint step)
    G_GNUC_WARN_UNUSED_RESULT;

/* Roughly what it holds in memory, for a cache that counts bytes. */
gsize     ink_funnel_result_get_bytes      (const InkFunnelResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkFunnelResult, ink_funnel_result_unref)

G_END_DECLS
