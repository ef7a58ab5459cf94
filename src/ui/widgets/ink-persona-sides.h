/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas side by side: a column each, a row per goal and fact. Where there is no room for the rows'
 * names beside the numbers, they stand above them. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-answer.h"
#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_SIDES (ink_persona_sides_get_type ())
/* Signal "activated" (string, string): a persona's name and a goal's whose people are asked for; the
 * goal is NULL for all people of the persona. */
G_DECLARE_FINAL_TYPE (InkPersonaSides, ink_persona_sides, INK, PERSONA_SIDES, GtkWidget)

/* @answer: of ink_personas_compare_query_new. */
void ink_persona_sides_set_answer (InkPersonaSides *self, const InkDefinition *definition,
                                   InkAnswer *answer);

G_END_DECLS
