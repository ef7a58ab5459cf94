/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What came of every unit that entered a funnel: a person, a visit, a group or a try. */
#pragma once

#include "analysis/ink-plan.h"

G_BEGIN_DECLS

typedef enum
{
  INK_OUTCOME_UNDER_WAY = 1 << 0,
  INK_OUTCOME_SETTLED = 1 << 1, /* the window of the deciding try is over */
} InkOutcomeFlags;

/**
 * InkOutcomes: a row per unit.
 * @rows: (array length=n*n_steps): the events of the deciding try
 * @levels: how many steps that are not optional it took; never 0
 * @people: whose event it began with
 */
typedef struct
{
  guint n_steps;
  guint32 n;
  guint32 size;
  guint32 *rows;
  guint32 *people;
  guint8 *levels;
  guint8 *flags;
} InkOutcomes;

InkOutcomes *ink_outcomes_new    (guint n_steps) G_GNUC_WARN_UNUSED_RESULT;
void         ink_outcomes_free   (InkOutcomes *outcomes);
void         ink_outcomes_reserve (InkOutcomes *outcomes, guint32 more);
/* Appends a copy of row @index of @other. */
void         ink_outcomes_copy   (InkOutcomes *outcomes, const InkOutcomes *other, guint32 index);
void         ink_outcomes_append (InkOutcomes *outcomes, const InkOutcomes *other);
/* Decides the unit and appends it, if it is in the funnel at all. */
void         ink_outcomes_run    (InkOutcomes *outcomes, const InkPlan *plan, guint32 person,
                                  const InkSubject *unit);
/* Appends what one try came to. */
void         ink_outcomes_add    (InkOutcomes *outcomes, const InkPlan *plan, guint32 person,
                                  const InkTry *attempt, gboolean under_way);

/* Of a try that is under way or not, and whose window ends at @end. */
static inline guint8
ink_outcome_flags (const InkPlan *plan,
                   gboolean under_way,
                   gint64 end)
{
  guint over = !plan->has_window | (end <= plan->scope->export_time), open = under_way != 0;

  return (guint8) (open * INK_OUTCOME_UNDER_WAY | (over & ~open) * INK_OUTCOME_SETTLED);
}

/* Writes what one try came to in the row @index, for which there is room. */
static inline void
ink_outcomes_put (InkOutcomes *outcomes,
                  guint32 index,
                  const InkPlan *plan,
                  const InkTry *attempt,
                  gboolean under_way)
{
  guint32 *rows = outcomes->rows + (gsize) index * outcomes->n_steps;

  for (guint i = 0; i < outcomes->n_steps; i++)
    rows[i] = attempt->rows[i];
  outcomes->levels[index] = (guint8) attempt->level;
  outcomes->flags[index] = ink_outcome_flags (plan, under_way, attempt->end);
}

static inline const guint32 *
ink_outcomes_get_rows (const InkOutcomes *outcomes,
                       guint32 index)
{
  return outcomes->rows + (gsize) index * outcomes->n_steps;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkOutcomes, ink_outcomes_free)

G_END_DECLS
