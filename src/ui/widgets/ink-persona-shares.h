/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many people are what: the bar that adds up, who is left over, and the same as a table. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"
#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_SHARES (ink_persona_shares_get_type ())
/* Signal "activated" (string): the name of a persona ("Everyone else" too) whose people are asked
 * for. */
G_DECLARE_FINAL_TYPE (InkPersonaShares, ink_persona_shares, INK, PERSONA_SHARES, GtkWidget)

/* @personas: the table "personas" of ink_personas_overview_query_new(). */
void ink_persona_shares_set_table (InkPersonaShares *self, const InkDefinition *definition,
                                   InkTable *personas);

G_END_DECLS
