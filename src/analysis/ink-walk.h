/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs a compiled funnel over everybody: person by person, visit by visit or group by group. */
#pragma once

#include "analysis/ink-outcomes.h"

G_BEGIN_DECLS

/* NULL when cancelled. Persons, visits and groups stand in ascending order. */
InkOutcomes *ink_walk_run    (InkPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* --- Private to the walks --- */

/* The rows that a unit must have one of: only those who have are looked at. */
InkRows     *ink_walk_driver (const InkPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
InkOutcomes *ink_walk_people   (const InkPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;
InkOutcomes *ink_walk_sessions (const InkPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;
InkOutcomes *ink_walk_groups   (const InkPlan *plan, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Walks the people who own the rows of @driver from the index @first to before @end. FALSE when
 * cancelled. */
typedef gboolean (*InkWalkFunc) (const InkPlan *plan, const InkRows *driver, guint32 first,
                                 guint32 end, InkOutcomes *outcomes, GError **error);
/* Below so many rows of the driver a second thread mostly costs more than it gains. */
#define INK_WALK_STARTS_FOR_TWO 10000
/* On two threads where the driver has at least @least_starts rows. */
InkOutcomes *ink_walk_in_parts (const InkPlan *plan, InkWalkFunc walk, guint32 least_starts,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the fast kernel can take @plan, and its pass over completions of step 1. Where it meets
 * what it cannot decide (equal times), it hands the person to the general kernel. */
gboolean     ink_fast_takes  (const InkPlan *plan);
gboolean     ink_fast_run    (const InkPlan *plan, guint32 first, guint32 end,
                              InkOutcomes *outcomes, GError **error);

/* For the people's walks: cursors into every list of a plan. */
typedef struct
{
  const InkPlan *plan;
  InkSubject unit;
  guint32 steps[INK_MAX_STEPS];
  guint32 *exclusions;
} InkCursor;

void ink_cursor_init  (InkCursor *cursor, const InkPlan *plan);
void ink_cursor_clear (InkCursor *cursor);
/* Fills the unit with the events of @person; people only in ascending order. */
void ink_cursor_move  (InkCursor *cursor, guint32 person);

G_END_DECLS
