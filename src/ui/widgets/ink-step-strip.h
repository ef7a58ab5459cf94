/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of a funnel as a row of chips: picked, dragged, moved by keys, and opened to be edited.
 */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-definition.h"
#include "events/ink-schema.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_STEP_STRIP (ink_step_strip_get_type ())
/* Signal "edited" (InkFunnel *, label, field: pointer, two strings): the funnel with other steps,
 * what was done in words, and which part of it was edited. */
G_DECLARE_FINAL_TYPE (InkStepStrip, ink_step_strip, INK, STEP_STRIP, GtkWidget)

/* Where the words of a step's sentence come from. */
void ink_step_strip_set_view   (InkStepStrip *self, InkView *view);
void ink_step_strip_set_choice (InkStepStrip *self, const InkDefinition *definition,
                                const InkSchema *schema);
void ink_step_strip_set_funnel (InkStepStrip *self, InkFunnel *funnel);

G_END_DECLS
