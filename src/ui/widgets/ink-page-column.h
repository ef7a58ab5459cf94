/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a page scrolls: as wide as the page, up to a width that reads well, and in the middle of it.
 * An AdwClamp does that, too, but a scrolled window, asked how high it wants to be, asks its content,
 * and a clamp measures all that is in it for a width that it will not have. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_PAGE_COLUMN (ink_page_column_get_type ())
/* Only in a scrolled window that scrolls up and down: without a width it says that it needs no height.
 * Property "maximum-size" (int, once). In a template: one child. */
G_DECLARE_FINAL_TYPE (InkPageColumn, ink_page_column, INK, PAGE_COLUMN, GtkWidget)

G_END_DECLS
