/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A compiled funnel: the events of every step and exclusion, and the rules between them. */
#pragma once

#include "analysis/ink-funnel-result.h"
#include "analysis/ink-program.h"

G_BEGIN_DECLS

#define INK_MAX_STEPS 64

/**
 * InkPlanExclusion: its events, and the steps that it lies between, counted from 0 among those that
 * are not optional (`any`: among the completed).
 */
typedef struct
{
  InkRows *rows;
  guint from;
  guint to;
} InkPlanExclusion;

/**
 * InkPlan:
 * @steps: (array length=n_steps): the events of each step
 * @required: (array length=n_required): the steps that are not optional
 * @length: of the window, G_MAXINT64 without one
 * @dated: tries must start in @from … @to, so what has no time starts none
 * @allowed: (nullable): per person, whether their events take part
 * @needed: the step that a unit has to reach in order to count, -1 for none (`"step n"`)
 *
 * A plan with other events for its steps is a copy of the struct: only ink_plan_clear frees.
 */
typedef struct
{
  InkScope *scope;
  const InkFunnel *funnel;
  InkOrder order;
  InkCount count;
  guint n_steps;
  InkRows *steps[INK_MAX_STEPS];
  gboolean optional[INK_MAX_STEPS];
  guint n_required;
  guint required[INK_MAX_STEPS];
  InkPlanExclusion *exclusions;
  guint n_exclusions;
  gboolean has_window;
  gint64 length;
  gboolean dated;
  gint64 from;
  gint64 to;
  guint8 *allowed;
  int needed;
  gboolean slow; /* never take the fast kernel: for tests */
} InkPlan;

/* Compiles @funnel; refuses what definitions.md refuses. @filter is nullable. */
gboolean ink_plan_init  (InkPlan *plan, InkScope *scope, const InkFunnel *funnel,
                         const InkFilter *filter, GError **error);
void     ink_plan_clear (InkPlan *plan);

/**
 * InkTry: one way through the funnel.
 * @rows: the event of each step, INK_NO_ROW where not taken; in `any` of the k-th completed
 * @level: how many steps that are not optional were taken
 * @start: when it began; @last: when its last step that is not optional was
 * @end: of its window
 * @spoiler: the exclusion that spoilt it, -1: it is clean; @spoiling: the event that did
 * @served: `any`: the listed steps that were completed, a bit each
 */
typedef struct
{
  guint32 rows[INK_MAX_STEPS];
  guint level;
  gint64 start;
  gint64 last;
  gint64 end;
  int spoiler;
  guint32 spoiling;
  guint64 served;
} InkTry;

typedef struct
{
  const guint32 *rows;
  guint32 n;
} InkList;

/**
 * InkSubject: what is counted once: a person, a visit or a group, with its events in order of time.
 * @events: `strict`: all its events; where @events.rows is NULL, the rows up to @end_row
 * @last_time: of its last event, where the plan counts sessions
 */
typedef struct
{
  InkList steps[INK_MAX_STEPS];
  InkList *exclusions;
  InkList events;
  guint32 end_row;
  gint64 last_time;
} InkSubject;

/* The try that starts at @start, spoilt or not. */
void     ink_try_run      (const InkPlan *plan, const InkSubject *unit, guint32 start,
                           InkTry *attempt);
gboolean ink_try_under_way (const InkPlan *plan, const InkSubject *unit,
                            const InkTry *attempt);

/* The index of the first row of @list that is not before @time. */
guint32  ink_list_seek_time (const InkScope *scope, InkList list, gint64 time);
/* Whether @row, which belongs to the unit, is in @list. */
gboolean ink_list_has       (const InkScope *scope, InkList list, guint32 row);

/* --- Private to the kernels --- */
void     ink_try_run_listed (const InkPlan *plan, const InkSubject *unit, InkTry *attempt);
void     ink_try_run_strict (const InkPlan *plan, const InkSubject *unit, InkTry *attempt);
void     ink_try_run_any    (const InkPlan *plan, const InkSubject *unit, InkTry *attempt);

G_END_DECLS
