/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For a widget that shows one of its children, as GtkBinLayout does; but asked for the width that a
 * height needs it answers what it would without. GTK's stacks ask that, and to find it out lays every
 * text in them out a dozen times. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_WIDTH_LAYOUT (ink_width_layout_get_type ())
G_DECLARE_FINAL_TYPE (InkWidthLayout, ink_width_layout, INK, WIDTH_LAYOUT, GtkLayoutManager)

G_END_DECLS
