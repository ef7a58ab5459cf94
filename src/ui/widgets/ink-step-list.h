/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of a funnel as a list: add, move, remove. Every change makes a new funnel. */
#pragma once

#include <adwaita.h>

#include "definition/ink-definition.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

#define INK_TYPE_STEP_LIST (ink_step_list_get_type ())
/* Signal "edited" (InkFunnel *funnel, const char *what): the new funnel and the step's name. */
G_DECLARE_FINAL_TYPE (InkStepList, ink_step_list, INK, STEP_LIST, GtkWidget)

void ink_step_list_set_funnel (InkStepList *self, InkFunnel *funnel);
/* What can be added: the goals of @definition, then the events of @schema. */
void ink_step_list_set_choice (InkStepList *self, InkDefinition *definition,
                               const InkSchema *schema);

G_END_DECLS
