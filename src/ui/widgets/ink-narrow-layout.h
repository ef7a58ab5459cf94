/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays out one child in all of the room, as narrow as its widest word is: containers around it that
 * ask how wide a text is when it is low would make it wider than narrow windows are. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkLayoutManager *ink_narrow_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
