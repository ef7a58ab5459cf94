/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What GtkEditableLabel lacks at the floor. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A long text is cut where there is no room for it, instead of asking for all of it. */
void ink_compat_let_cut (GtkEditableLabel *label);
/* Before the widget that holds it goes: GTK 4.8 looks at the label up to 100 ms after the keyboard
 * left it, even when it is gone by then. */
void ink_compat_let_go  (GtkEditableLabel *label);

G_END_DECLS
