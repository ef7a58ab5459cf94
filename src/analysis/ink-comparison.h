/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether one value passes a condition: definitions.md's operators. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

typedef struct _InkComparison InkComparison;

InkComparison *ink_comparison_new  (const InkScope *scope, const InkCondition *condition)
    G_GNUC_WARN_UNUSED_RESULT;
void           ink_comparison_free (InkComparison *comparison);
/* Not for two threads at once: it keeps a buffer. */
gboolean       ink_comparison_pass (InkComparison *comparison, InkValue value);
/* Writes those of @rows whose number passes (NaN: absent) to @kept, which has room for all, and how
 * many they are to @n_kept. FALSE where values have to be asked one by one. */
gboolean       ink_comparison_keep_numbers (const InkComparison *comparison, const double *numbers,
                                            const guint32 *rows, guint32 n, guint32 *kept,
                                            guint32 *n_kept);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkComparison, ink_comparison_free)

G_END_DECLS
