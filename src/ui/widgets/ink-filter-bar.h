/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header's filter: which people, which period. */
#pragma once

#include <adwaita.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_FILTER_BAR (ink_filter_bar_get_type ())
/* Property "compact": icons instead of words, for a narrow header. */
G_DECLARE_FINAL_TYPE (InkFilterBar, ink_filter_bar, INK, FILTER_BAR, GtkWidget)

/* @view: nullable; the bar shows it and changes it. */
void ink_filter_bar_set_view (InkFilterBar *self, InkView *view);

G_END_DECLS
