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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkComparison, ink_comparison_free)

G_END_DECLS
