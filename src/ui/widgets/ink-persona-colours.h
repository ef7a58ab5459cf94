/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The colours that a persona can have: those that go together, and one of the user's own. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_PERSONA_COLOURS (ink_persona_colours_get_type ())
/* Signal "picked" (string): as #rrggbb. */
G_DECLARE_FINAL_TYPE (InkPersonaColours, ink_persona_colours, INK, PERSONA_COLOURS, GtkWidget)

/* What the entry begins with; nullable. */
void ink_persona_colours_set_colour (InkPersonaColours *self, const char *colour);

G_END_DECLS
