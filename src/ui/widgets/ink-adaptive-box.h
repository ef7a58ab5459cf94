/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two children side by side where there is room, one below the other where there is not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_ADAPTIVE_BOX (ink_adaptive_box_get_type ())
G_DECLARE_FINAL_TYPE (InkAdaptiveBox, ink_adaptive_box, INK, ADAPTIVE_BOX, GtkWidget)

/* Two children exactly, added as in a GtkBox: the main one, then the one at its side. Properties, to
 * be set in the template: "side-part" (double, 0.27): the part of the width that the side one gets,
 * within 300 and "most-side" (int, 400) pixels; "side-first" (boolean): it is a narrow strip at the
 * start. */

G_END_DECLS
