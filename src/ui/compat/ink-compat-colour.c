/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/compat/ink-compat-colour.h"

/* Deprecated from 4.10 on, where only the text's own colour has a successor. */
void
ink_compat_get_colour (GtkWidget *widget,
                       const char *name,
                       GdkRGBA *colour)
{
  GtkStyleContext *context;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (colour != NULL);

  context = gtk_widget_get_style_context (widget);
  if (name == NULL || !gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
}
