/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Menus of names that users gave: taken by letter, so that an underscore is no mnemonic. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Appends an item that says @name and activates @action (detailed by "GROUP.NAME") with @target. */
void ink_name_menu_append (GMenu *menu, const char *name, const char *action, const char *target);

/* The same with a target of any type, whose floating reference is taken. */
void ink_name_menu_append_value (GMenu *menu, const char *name, const char *action,
                                 GVariant *target);

/* Appends the submenu @menu under @name. */
void ink_name_menu_append_submenu (GMenu *menu, const char *name, GMenuModel *submenu);

G_END_DECLS
