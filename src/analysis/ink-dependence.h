/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether two definitions say the same of everything that some rules look at: then the answer is
 * the same, and an edit of anything else costs nothing. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

typedef struct _InkDependence InkDependence;

InkDependence *ink_dependence_new   (const InkDefinition *a, const InkDefinition *b)
    G_GNUC_WARN_UNUSED_RESULT;
void           ink_dependence_free  (InkDependence *dependence);
/* Each goes on from what was found: once something differs, all that follows is FALSE. */
gboolean       ink_dependence_rule  (InkDependence *dependence, const InkRule *rule);
gboolean       ink_dependence_goals (InkDependence *dependence);
/* The goals' names and rules in their order, whatever their kinds and stages. */
gboolean       ink_dependence_goal_rules (InkDependence *dependence);
gboolean       ink_dependence_personas (InkDependence *dependence);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDependence, ink_dependence_free)

G_END_DECLS
