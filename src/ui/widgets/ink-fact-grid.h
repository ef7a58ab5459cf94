/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts in lines: what is counted, what it means, and the number at the line's end. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_FACT_GRID (ink_fact_grid_get_type ())
G_DECLARE_FINAL_TYPE (InkFactGrid, ink_fact_grid, INK, FACT_GRID, GtkWidget)

GtkWidget *ink_fact_grid_new   (void) G_GNUC_WARN_UNUSED_RESULT;
/* @idea: (nullable): an id of ink-ideas.h, whose question mark stands beside the name */
void       ink_fact_grid_add   (InkFactGrid *self, const char *name, const char *value,
                                const char *idea);
void       ink_fact_grid_clear (InkFactGrid *self);

G_END_DECLS
