/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names for screen readers, which GTK 4.8 takes neither from a tooltip nor through a menu button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The tooltip, only where it is another one: GTK asks the display where the pointer is each time,
 * and waits for it. @text: nullable. */
void ink_compat_set_tooltip (GtkWidget *widget, const char *text);
/* What a button without words is called: by its tooltip and by its accessible name. */
void ink_compat_set_hint   (GtkWidget *widget, const char *hint);
/* Every menu button in @widget: what takes the keyboard in it is called as the button is, by its
 * words (also when they change) or by its accessible name. */
void ink_compat_name_menus (GtkWidget *widget);
/* What a menu of strings is called; its description is the string that is chosen, always. GTK 4.8
 * names the button in it by nothing, GTK 4.18 by what is chosen alone. */
void ink_compat_name_choice (GtkDropDown *choice, const char *name);
/* Its tooltip does not lie over its menu: none while that is open. */
void ink_compat_hush_menu  (GtkWidget *menu_button);

G_END_DECLS
