/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One person's journey up to the macro conversion: when it began and stopped, its sessions, and
 * when each micro conversion was first done. Read person after person. */
#pragma once

#include "analysis/ink-indicator-frame.h"
#include "analysis/ink-indicator-sessions.h"

G_BEGIN_DECLS

/**
 * InkIndicatorFate:
 * @INK_INDICATOR_AT_RISK: followed from the first event to the macro conversion or the export's end
 * @INK_INDICATOR_AT_FIRST_SIGHT: the first event is the macro conversion already
 * @INK_INDICATOR_NO_TIME: no event has a time
 * @INK_INDICATOR_TOO_LATE: came when the export ended, or after it
 * @INK_INDICATOR_OUTSIDE: converted before the period that is looked at
 */
typedef enum
{
  INK_INDICATOR_AT_RISK,
  INK_INDICATOR_AT_FIRST_SIGHT,
  INK_INDICATOR_NO_TIME,
  INK_INDICATOR_TOO_LATE,
  INK_INDICATOR_OUTSIDE,
  INK_INDICATOR_N_FATES,
} InkIndicatorFate;

/**
 * InkIndicatorLife:
 * @first_row: the first event with a time
 * @end_row: the row after the last that is not after the export's end
 * @begin: the first event's time
 * @macro: the first macro conversion's, INK_TIME_NONE without one
 * @stop: that, or the export's end
 * @entry: from where on time counts: @begin, or the period's begin
 * @sessions: up to the one of the macro conversion, which is the last
 * @n_ended: those that ended before @stop: all, or all but the buying one
 * @done: a bit per micro that ever happened, before or after the macro conversion
 * @first: (array): when each micro first happened, for those of @done
 * @ended: bits of those that first happened in one of the @n_ended sessions
 * @bought: bits of those that first happened in the buying session, before the macro conversion
 * @session: (array): the session of that, for those of @ended
 * @macro_at, @micro_at: where the reading of the goals' rows stands
 */
typedef struct
{
  const InkIndicatorFrame *frame;
  guint32 person;
  InkIndicatorFate fate;
  guint32 first_row;
  guint32 end_row;
  gint64 begin;
  gint64 macro;
  gint64 stop;
  gint64 entry;
  InkIndicatorSessions sessions;
  guint n_ended;
  guint64 done;
  guint64 ended;
  guint64 bought;
  gint64 first[INK_INDICATOR_MAX_MICROS];
  guint session[INK_INDICATOR_MAX_MICROS];
  guint32 macro_at;
  guint32 micro_at[INK_INDICATOR_MAX_MICROS];
} InkIndicatorLife;

void             ink_indicator_life_init  (InkIndicatorLife *life,
                                           const InkIndicatorFrame *frame);
void             ink_indicator_life_clear (InkIndicatorLife *life);
/* Reads @person, who comes after all that were read before. Sessions and micros are there for people
 * at risk only. */
InkIndicatorFate ink_indicator_life_read  (InkIndicatorLife *life, guint32 person);

/* The same without sessions and micros: when it began and stopped only. */
InkIndicatorFate ink_indicator_life_glance (InkIndicatorLife *life, guint32 person);

/* Whether it is a buyer whom nothing could lead: at first sight, in the first session, or within a
 * day of the first event. */
gboolean         ink_indicator_life_is_short (const InkIndicatorLife *life);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkIndicatorLife, ink_indicator_life_clear)

G_END_DECLS
