/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Texts that come and go, one below another. In a GtkBox they may get too few lines: GTK asks even a
 * box that is not shown yet whether its height depends on its width, and goes on to believe what the
 * empty one said. A column always says that it does. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_TEXT_COLUMN (ink_text_column_get_type ())
/* Property "spacing" (int): between two children, in pixels. */
G_DECLARE_FINAL_TYPE (InkTextColumn, ink_text_column, INK, TEXT_COLUMN, GtkWidget)

GtkWidget *ink_text_column_new    (int spacing) G_GNUC_WARN_UNUSED_RESULT;
void       ink_text_column_append (InkTextColumn *self, GtkWidget *child);
/* Makes it say @texts (of markup) and nothing else. A label whose words stay is left alone: it would be
 * laid out again. For a column that nothing is appended to. */
void       ink_text_column_say    (InkTextColumn *self, GPtrArray *texts);
/* Takes all children out. */
void       ink_text_column_clear  (InkTextColumn *self);

G_END_DECLS
