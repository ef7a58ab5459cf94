/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is to be known before the numbers below are believed: a card, and a way into the report. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @finding: (nullable): in a few words, in bold; a slide's title. @sentence: what it means. */
GtkWidget *ink_warning_card_new        (const char *finding, const char *sentence);
/* What can be done about it, below the words. */
void       ink_warning_card_add_button (GtkWidget *card, GtkWidget *button);

G_END_DECLS
