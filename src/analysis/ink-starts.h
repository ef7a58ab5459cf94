/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The events of a unit that can begin a try, one after the other. */
#pragma once

#include "analysis/ink-plan.h"

G_BEGIN_DECLS

/**
 * InkStarts: completions of step 1, or (`any`) of each step, in order of time, then row.
 * @n_open: lists that the last start, or one after it, is in
 * @here: the lists that the last start is in, a bit each
 * @places: per list, the index of its first event after the last start
 */
typedef struct
{
  const InkPlan *plan;
  const InkSubject *unit;
  guint n_lists;
  guint n_open;
  guint64 here;
  guint32 places[INK_MAX_STEPS];
} InkStarts;

void    ink_starts_init (InkStarts *starts, const InkPlan *plan, const InkSubject *unit);
/* The next one, INK_NO_ROW after the last. */
guint32 ink_starts_next (InkStarts *starts);
/* The try from @start, which is the last one: what ink_try_run says, or no better where an earlier
 * start at the same time says as much. Mostly much quicker. */
void    ink_starts_try  (const InkStarts *starts, guint32 start, InkTry *attempt);

G_END_DECLS
