/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Personas that the data suggests, each with its reason, to be accepted or declined one by one. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-answer.h"
#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_SUGGESTIONS (ink_persona_suggestions_get_type ())
/* Signal "accepted" (string, InkRule *: pointer): the name and rule of a persona to be. */
G_DECLARE_FINAL_TYPE (InkPersonaSuggestions, ink_persona_suggestions, INK, PERSONA_SUGGESTIONS,
                      GtkWidget)

/* @answer: of ink_personas_suggest_query_new. What is declined, or is a persona of @definition, is
 * left out. */
void ink_persona_suggestions_set_answer (InkPersonaSuggestions *self, InkDefinition *definition,
                                         InkAnswer *answer);

G_END_DECLS
