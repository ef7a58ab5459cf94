/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The button that chooses which personas stand side by side. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_CHOICE (ink_persona_choice_get_type ())
/* Signal "changed". */
G_DECLARE_FINAL_TYPE (InkPersonaChoice, ink_persona_choice, INK, PERSONA_CHOICE, GtkWidget)

void  ink_persona_choice_set_definition (InkPersonaChoice *self, InkDefinition *definition);
/* Names: the first INK_MOST_COMPARED of @definition that were not left out, "Everyone else" last. */
GStrv ink_persona_choice_find           (InkPersonaChoice *self, const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
