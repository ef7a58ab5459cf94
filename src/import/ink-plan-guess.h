/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Roles of a table that no format knows, by the names and contents of its columns. */
#pragma once

#include "import/ink-import-plan.h"

G_BEGIN_DECLS

/* Gives roles to the columns that the user gave none. */
void ink_plan_guess_roles (InkImportPlan *plan, guint n_rows);
/* Decides whether a row is an event or a person, and what is an event then. */
void ink_plan_guess_shape (InkImportPlan *plan, const InkImportSample *sample);

/* Nearly all of the column's cells. */
static inline gboolean
ink_plan_most (guint64 part,
               guint64 cells)
{
  return cells > 0 && part * 5 >= cells * 4;
}

guint ink_plan_count_role (const InkImportPlan *plan, InkRole role);

G_END_DECLS
