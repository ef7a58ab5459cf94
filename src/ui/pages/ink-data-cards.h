/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A titled card of rows: a name at the start, what it says at the end. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *ink_data_card_new   (const char *title) G_GNUC_WARN_UNUSED_RESULT;
/* @detail: nullable, a second line; @value: nullable, at the end. */
void       ink_data_card_add   (GtkWidget *card, const char *title, const char *detail,
                                const char *value);
/* Takes all rows out. */
void       ink_data_card_clear (GtkWidget *card);
guint      ink_data_card_count (GtkWidget *card);

G_END_DECLS
