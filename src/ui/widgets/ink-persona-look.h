/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The colour of a persona as it can be seen on what is behind it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @colour as the definition says it, made lighter or darker until it stands out from @ground. Grey
 * where it is no colour. */
GdkRGBA ink_persona_look_on   (const char *colour, const GdkRGBA *ground);
/* The same on the ground of @widget: light or dark. */
GdkRGBA ink_persona_look_at   (GtkWidget *widget, const char *colour);
/* Black or white: what can be read on @colour. */
GdkRGBA ink_persona_look_text (const GdkRGBA *colour);
/* A round spot of the persona's colour. */
GtkWidget *ink_persona_spot_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       ink_persona_spot_set_colour (GtkWidget *spot, const char *colour);

G_END_DECLS
