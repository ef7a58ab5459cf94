/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The theme's colours for what is drawn by hand. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @name: one that the style sheets define, such as "accent_color"; NULL, or where there is none of
 * that name: the widget's text colour. */
void ink_compat_get_colour (GtkWidget *widget, const char *name, GdkRGBA *colour);

G_END_DECLS
