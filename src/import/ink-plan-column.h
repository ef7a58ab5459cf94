/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What follows for a column of a plan from its role and its cells: its name in the project, what
 * its texts are read as, whether it is personal, how its times are written. Private to the import. */
#pragma once

#include "import/ink-import-plan.h"

G_BEGIN_DECLS

/* Whether times are read from this column. */
gboolean ink_plan_column_reads_times (const InkPlanColumn *column);
/* Once every column of @plan has its role; asks the user what the cells leave open. */
void     ink_plan_column_finish      (InkImportPlan *plan, InkPlanColumn *column,
                                      const InkImportFormat *format,
                                      const InkImportOptions *options);
/* The same where no cell of it has been seen yet. */
void     ink_plan_column_finish_late (InkImportPlan *plan, InkPlanColumn *column,
                                      const InkImportFormat *format);

G_END_DECLS
