/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cuts lists of rows into people, or into visits: what windows are measured in. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

/**
 * InkSlice:
 * @person: whose rows these are
 * @rows: (array length=n): matching events
 * @after: (array length=n_after): completions of the `after` goal, empty without one
 */
typedef struct
{
  guint32 person;
  const guint32 *rows;
  guint32 n;
  const guint32 *after;
  guint32 n_after;
} InkSlice;

/**
 * InkSlicing:
 * @rows: what is cut; a person without any is passed over
 * @after: (nullable): cut along
 * @timed: leave out what has no time
 * @needs_after: whoever has no completion is passed over, too
 * @by_session: a slice per visit instead of one per person (leaves out what has no session)
 */
typedef struct
{
  const InkRows *rows;
  const InkRows *after;
  gboolean timed;
  gboolean by_session;
  gboolean needs_after;
} InkSlicing;

/* Adds rows to @out in any order; they are put in order per person. */
typedef void (*InkSliceFunc) (const InkScope *scope, const InkSlice *slice, gpointer data);

/* @outputs: (array length=n_outputs) (element-type InkRows): lists that @func adds to. FALSE when
 * cancelled. */
gboolean ink_slices_run (InkScope *scope, const InkSlicing *slicing, InkSliceFunc func,
                         gpointer data, InkRows *const *outputs, guint n_outputs, GError **error);

/* The same for some of the people: those of the rows from @first to before @end of what drives the
 * walk (@after where it is needed, else @rows), cut between people. Two threads may do a part each,
 * with outputs of their own; of visits, once ink_scope_need_sessions() was called. */
gboolean ink_slices_run_part (InkScope *scope, const InkSlicing *slicing, guint32 first,
                              guint32 end, InkSliceFunc func, gpointer data,
                              InkRows *const *outputs, guint n_outputs, GError **error);
/* Where the second half of them begins. */
guint32  ink_slices_find_half (const InkScope *scope, const InkSlicing *slicing);

static inline gint64
ink_time_later (gint64 time,
                gint64 length)
{
  gint64 sum;

  return __builtin_add_overflow (time, length, &sum) ? G_MAXINT64 : sum;
}

G_END_DECLS
