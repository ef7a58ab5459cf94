/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be said about one step of a funnel: its name, whether it is optional or counts the first
 * time only, when it counts as a sentence, another event in its place, its place, its end. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-funnel.h"
#include "ui/ink-view.h"
#include "ui/widgets/ink-step-choice.h"

G_BEGIN_DECLS

#define INK_TYPE_STEP_EDITOR (ink_step_editor_get_type ())
/* Signals: "edited" (InkStep *, label, field: pointer, two strings): the step is another one now;
 * "moved" (int: by how many places), "removed". */
G_DECLARE_FINAL_TYPE (InkStepEditor, ink_step_editor, INK, STEP_EDITOR, GtkPopover)

/* Where the words of the sentence come from. NULL: there is no sentence. */
void ink_step_editor_set_view (InkStepEditor *self, InkView *view);
void ink_step_editor_set_step (InkStepEditor *self, const InkFunnel *funnel, guint position,
                               const InkStepChoice *choice);

G_END_DECLS
