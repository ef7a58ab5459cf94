/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a query answers: named tables and, for a funnel or indicators, the result. Immutable. */
#pragma once

#include "analysis/ink-funnel-result.h"
#include "analysis/ink-indicators.h"
#include "base/ink-table.h"

G_BEGIN_DECLS

typedef struct _InkAnswer InkAnswer;

InkAnswer       *ink_answer_new        (void) G_GNUC_WARN_UNUSED_RESULT;
InkAnswer       *ink_answer_ref        (InkAnswer *answer);
void             ink_answer_unref      (InkAnswer *answer);

/* Only while the answer is being built, before anybody else holds it. All take ownership. */
void             ink_answer_add_table  (InkAnswer *answer, const char *name, InkTable *table);
void             ink_answer_set_funnel (InkAnswer *answer, InkFunnelResult *result);
void             ink_answer_set_indicators (InkAnswer *answer, InkIndicators *indicators);

/* (transfer none); NULL where there is none of that name. The first table when @name is NULL. */
InkTable        *ink_answer_get_table  (const InkAnswer *answer, const char *name);
guint            ink_answer_get_n_tables (const InkAnswer *answer);
const char      *ink_answer_get_table_name (const InkAnswer *answer, guint index);
/* (transfer none) (nullable) */
InkFunnelResult *ink_answer_get_funnel (const InkAnswer *answer);
InkIndicators   *ink_answer_get_indicators (const InkAnswer *answer);
/* Roughly what it holds in memory, for a cache that counts bytes. */
gsize            ink_answer_get_bytes  (const InkAnswer *answer);

/* Its tables as JSON, and an answer of nothing but them. What comes from a file is not to be trusted:
 * ask whether a table is what it should be before it is shown (ink_funnel_steps_are_sound()). */
char            *ink_answer_to_json    (const InkAnswer *answer) G_GNUC_WARN_UNUSED_RESULT;
InkAnswer       *ink_answer_from_json  (const char *json, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkAnswer, ink_answer_unref)

G_END_DECLS
