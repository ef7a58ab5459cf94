/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A button that adds a finding, in words, to the report. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Not shown until it has words. @icon_only: where there is little room. */
GtkWidget *ink_slide_button_new       (gboolean icon_only);
/* @title: of the slide; NULL: there is nothing to add. @sentences: nullable ends the list. */
void       ink_slide_button_set_words (GtkWidget *button, const char *title,
                                       const char *const *sentences);

G_END_DECLS
