/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be a step: the goals of a project, then its events, with how often they happen. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-schema.h"
#include "ui/widgets/ink-name-picker.h"

G_BEGIN_DECLS

typedef struct _InkStepChoice InkStepChoice;

InkStepChoice *ink_step_choice_new      (const InkDefinition *definition, const InkSchema *schema)
    G_GNUC_WARN_UNUSED_RESULT;
void           ink_step_choice_free     (InkStepChoice *self);
/* Puts all of them on offer. */
void           ink_step_choice_offer    (const InkStepChoice *self, InkNamePicker *picker);
/* The rule behind what was picked. */
InkRule       *ink_step_choice_get_rule (const InkStepChoice *self, guint index)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkStepChoice, ink_step_choice_free)

G_END_DECLS
