/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A button that adds a finding, in words or as a table, to the report. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-table.h"

G_BEGIN_DECLS

/* Not shown until it has words. @icon_only: where there is little room. */
GtkWidget *ink_slide_button_new       (gboolean icon_only);
/* @title: of the slide; NULL: there is nothing to add. @sentences: nullable ends the list. */
void       ink_slide_button_set_words (GtkWidget *button, const char *title,
                                       const char *const *sentences);
/* The same for a table, as it is today; NULL: there is none. */
void       ink_slide_button_set_table (GtkWidget *button, const InkTable *table,
                                       const char *title);
/* @heading with a small button for @table at the end of its line. */
GtkWidget *ink_slide_button_beside    (GtkWidget *heading, const InkTable *table,
                                       const char *title);

G_END_DECLS
