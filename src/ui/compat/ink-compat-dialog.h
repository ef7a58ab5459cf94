/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Questions and messages whose heading wraps, also in a libadwaita that first tries it in one line
 * and measures that line at less than its width, of which GTK 4.18 warns. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* As adw_message_dialog_new(). @parent, @heading, @body: nullable. */
GtkWidget *ink_compat_message_dialog_new (GtkWindow *parent, const char *heading,
                                          const char *body);
/* For what is an AdwMessageDialog by itself: once, when it is made. */
void       ink_compat_wrap_heading       (AdwMessageDialog *dialog);

G_END_DECLS
