/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What an evaluation found out and the next will need again: the moments of rules, and everybody's
 * persona. An edit of one setting of a funnel leaves its steps and the personas as they were, and an
 * edit of one persona those who match the others.
 *
 * Of the process, bounded in bytes, for any thread. Only for scopes that `keep`: who measures or
 * tests an evaluation wants all of it. */
#pragma once

#include "analysis/ink-scope.h"

G_BEGIN_DECLS

#define INK_KEPT_BYTES (48 * 1024 * 1024)
/* And so many more for each event of the store at hand: some lists of everybody's. */
#define INK_KEPT_BYTES_PER_EVENT 8

/* (transfer full) (nullable): the events at which @rule completes, as they were kept. */
InkRows *ink_kept_find_moments  (const InkScope *scope, const InkRule *rule);
void     ink_kept_add_moments   (const InkScope *scope, const InkRule *rule, InkRows *rows);
/* (transfer full) (nullable): the persona of everybody at the export's end. */
guint8  *ink_kept_find_personas (const InkScope *scope);
void     ink_kept_add_personas  (const InkScope *scope, const guint8 *personas);
/* (transfer full) (nullable): a bit per person in words of 64: for whom @rule holds at the export's
 * end. */
guint64 *ink_kept_find_people   (const InkScope *scope, const InkRule *rule);
void     ink_kept_add_people    (const InkScope *scope, const InkRule *rule,
                                 const guint64 *people);

G_END_DECLS
