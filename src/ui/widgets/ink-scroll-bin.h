/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* As tall as its child is at its width, up to a height from which on it scrolls. GtkScrolledWindow
 * asks its child for its height without telling its width, which is too little for what wraps. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_SCROLL_BIN (ink_scroll_bin_get_type ())
G_DECLARE_FINAL_TYPE (InkScrollBin, ink_scroll_bin, INK, SCROLL_BIN, GtkWidget)

GtkWidget *ink_scroll_bin_new      (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;
/* @most: in pixels; negative: no limit. */
void       ink_scroll_bin_set_most (InkScrollBin *self, int most);

G_END_DECLS
