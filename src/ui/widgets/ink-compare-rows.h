/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a funnel compares: nothing, personas, or the values of a property, and how many of them. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-definition.h"
#include "events/ink-schema.h"

G_BEGIN_DECLS

#define INK_TYPE_COMPARE_ROWS (ink_compare_rows_get_type ())
/* Signal "edited" (InkFunnel *, label, field: pointer, two strings): as InkStepStrip's. */
G_DECLARE_FINAL_TYPE (InkCompareRows, ink_compare_rows, INK, COMPARE_ROWS, GtkWidget)

void ink_compare_rows_set_choice (InkCompareRows *self, const InkDefinition *definition,
                                  const InkSchema *schema);
void ink_compare_rows_set_funnel (InkCompareRows *self, InkFunnel *funnel);

G_END_DECLS
