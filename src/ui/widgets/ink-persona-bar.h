/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Everybody as one bar: a part per persona, in order, everyone else last. The parts add up. Arrow keys
 * walk the parts, Enter or a click opens the people behind one. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"
#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_BAR (ink_persona_bar_get_type ())
/* Signal "activated" (string: a persona's name). */
G_DECLARE_FINAL_TYPE (InkPersonaBar, ink_persona_bar, INK, PERSONA_BAR, GtkWidget)

/* @personas: the table of that name of ink_personas_overview_query_new. */
void ink_persona_bar_set_table (InkPersonaBar *self, const InkDefinition *definition,
                                const InkTable *personas);
/* What a screen reader says of the whole: (transfer full). */
char *ink_persona_bar_describe (InkPersonaBar *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
