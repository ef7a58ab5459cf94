/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the questions about personas begin with: who counts, and as whom. */
#pragma once

#include "analysis/ink-narrowing.h"
#include "analysis/ink-persona-members.h"

G_BEGIN_DECLS

/**
 * InkPersonaAsking:
 * @counted: a bit per person with a row that the filter leaves
 * @n_counted: how many
 */
typedef struct
{
  InkNarrowing narrowing;
  InkPersonaMembers members;
  guint64 *counted;
  guint32 n_counted;
} InkPersonaAsking;

/* @query begins with an InkNarrowedQuery. FALSE with @error where a rule is refused, the filter names
 * no persona, or when cancelled. */
gboolean ink_persona_asking_begin (InkPersonaAsking *asking, const InkQuery *query,
                                   InkEventStore *store, GCancellable *cancellable,
                                   GError **error);
void     ink_persona_asking_clear (InkPersonaAsking *asking);
/* The same filter, the same personas, the same main goal. */
gboolean ink_persona_asking_equal (const InkQuery *a, const InkQuery *b);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkPersonaAsking, ink_persona_asking_clear)

G_END_DECLS
