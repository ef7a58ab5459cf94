/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a search for leading indicators looks at: the macro conversion, the micro ones, which events
 * are everyday activity, where people came from, and when it all ends. */
#pragma once

#include "analysis/ink-indicator-cells.h"
#include "analysis/ink-indicator-settings.h"
#include "analysis/ink-program.h"

G_BEGIN_DECLS

/**
 * InkIndicatorFrame:
 * @macro: the macro goal
 * @macro_rows: its completions, borrowed from @scope
 * @micros: (array length=n_micros): every micro goal in the definition's order
 * @micro_rows: (array length=n_micros): their completions, borrowed
 * @passive: by code of event name: what the person does not do
 * @background: by code of event name: everyday activity, which makes a session a visit
 * @has_background: there is any; without it, every session is a visit
 * @channels: by person: the channel of the first event, as a number; 0 is none
 * @has_only_days: times have no time of day: a session is a day
 * @gap: what ends a session
 * @from: what lies before counts as history only; INK_TIME_NONE + 1 where there is no such moment
 * @export_time: when it all ends
 * @halves: (nullable): by person, 0 or 1; where it is there, only people of @half are looked at. Not
 *   the frame's own
 *
 * Public to read. May be read from several threads; only the rules of @scope may not.
 */
typedef struct
{
  InkScope *scope;
  InkIndicatorSettings settings;
  const InkGoal *macro;
  const InkRows *macro_rows;
  guint n_micros;
  const InkGoal *micros[INK_INDICATOR_MAX_MICROS];
  const InkRows *micro_rows[INK_INDICATOR_MAX_MICROS];
  guint8 *passive;
  guint8 *background;
  gboolean has_background;
  guint32 *channels;
  gboolean has_only_days;
  gint64 gap;
  gint64 from;
  gint64 export_time;
  const guint8 *halves;
  guint8 half;
} InkIndicatorFrame;

static inline gboolean
ink_indicator_frame_has (const InkIndicatorFrame *frame,
                         guint32 person)
{
  return frame->halves == NULL || frame->halves[person] == frame->half;
}

/* @macro: a goal's name. @from and @to: the period, INK_TIME_NONE for an open end: person-time in it
 * counts, what was before is history. Fails on unknown goals, rules that do not compile, and where
 * there are more than INK_INDICATOR_MAX_MICROS micro goals; and when cancelled. */
InkIndicatorFrame *ink_indicator_frame_new  (InkScope *scope, const char *macro, gint64 from,
                                             gint64 to, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void               ink_indicator_frame_free (InkIndicatorFrame *frame);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkIndicatorFrame, ink_indicator_frame_free)

G_END_DECLS
