/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who would also be somebody else: a small matrix of shares, and the largest overlaps in words. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"
#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_MATRIX (ink_persona_matrix_get_type ())
/* Signal "activated" (string, string: names of two personas): the people who match both are asked
 * for. */
G_DECLARE_FINAL_TYPE (InkPersonaMatrix, ink_persona_matrix, INK, PERSONA_MATRIX, GtkWidget)

/* The tables "personas" and "overlap" of ink_personas_overview_query_new. Hidden where nobody matches
 * two. */
void ink_persona_matrix_set_tables (InkPersonaMatrix *self, const InkDefinition *definition,
                                    const InkTable *personas, InkTable *overlap);

G_END_DECLS
