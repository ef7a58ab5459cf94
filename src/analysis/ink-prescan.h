/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looks for the names of several rules in one pass over the events, before they are compiled. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

typedef struct
{
  guint32 codes[16];
  guint n;
} InkPrescan;

/* Adds the names that @rule, its parts, and the goals that it names look for by themselves. */
void     ink_prescan_add_rule   (InkPrescan *prescan, const InkScope *scope, const InkRule *rule);
/* Scans; what it finds is kept by the scope. */
void     ink_prescan_run        (const InkPrescan *prescan, InkScope *scope);
/* (transfer full) (nullable): the rows of a rule of one name, where they were scanned. */
InkRows *ink_scope_find_scanned (const InkScope *scope, const InkRule *rule);

G_END_DECLS
