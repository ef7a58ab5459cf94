/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What spoils a try: events that must not lie between two steps. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-definition.h"
#include "events/ink-schema.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_EXCLUSION_ROWS (ink_exclusion_rows_get_type ())
/* Signal "edited" (InkFunnel *, label, field: pointer, two strings): as InkStepStrip's. */
G_DECLARE_FINAL_TYPE (InkExclusionRows, ink_exclusion_rows, INK, EXCLUSION_ROWS, GtkWidget)

/* Where the words of what spoils come from. */
void ink_exclusion_rows_set_view   (InkExclusionRows *self, InkView *view);
void ink_exclusion_rows_set_choice (InkExclusionRows *self, const InkDefinition *definition,
                                    const InkSchema *schema);
void ink_exclusion_rows_set_funnel (InkExclusionRows *self, InkFunnel *funnel);

G_END_DECLS
