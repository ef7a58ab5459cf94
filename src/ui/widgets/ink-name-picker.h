/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A button that opens a searchable list of names; the picked one arrives by a signal. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_NAME_PICKER (ink_name_picker_get_type ())
/* Property label (string). Signal "picked" (index of the name in what was set, as uint). */
G_DECLARE_FINAL_TYPE (InkNamePicker, ink_name_picker, INK, NAME_PICKER, GtkWidget)

void ink_name_picker_set_names (InkNamePicker *self, const char *const *names);

G_END_DECLS
