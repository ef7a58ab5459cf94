/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One value on offer: its text, how often it stands, and a faint bar of that length. */
#pragma once

#include <gtk/gtk.h>

#include "base/ink-value.h"

G_BEGIN_DECLS

#define INK_TYPE_VALUE_ROW (ink_value_row_get_type ())
G_DECLARE_FINAL_TYPE (InkValueRow, ink_value_row, INK, VALUE_ROW, GtkListBoxRow)

GtkWidget *ink_value_row_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* @value: its text is copied. @title: what is shown of it. @count: NaN: not known. @share: of the
 * greatest count. */
void       ink_value_row_set       (InkValueRow *self, InkValue value, const char *title,
                                    double count, double share);
/* The text lives as long as the row shows it. */
InkValue   ink_value_row_get       (InkValueRow *self);
/* Whether it is one of those that hold now. @ticks: there may be several. */
void       ink_value_row_set_chosen (InkValueRow *self, gboolean chosen, gboolean ticks);
gboolean   ink_value_row_get_chosen (InkValueRow *self);

G_END_DECLS
