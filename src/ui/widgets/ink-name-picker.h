/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A button that opens a searchable list of names; the picked one arrives by a signal. */
#pragma once

#include <gtk/gtk.h>

#include "ui/widgets/ink-name-item.h"

G_BEGIN_DECLS

#define INK_TYPE_NAME_PICKER (ink_name_picker_get_type ())
/* Properties, to be written: label, icon-name, tooltip (strings).
 * Signal "picked" (uint): the item's index. */
G_DECLARE_FINAL_TYPE (InkNamePicker, ink_name_picker, INK, NAME_PICKER, GtkWidget)

/* @items: of InkNameItem; shown by rank. */
void ink_name_picker_set_items (InkNamePicker *self, GPtrArray *items);
void ink_name_picker_open      (InkNamePicker *self);

G_END_DECLS
