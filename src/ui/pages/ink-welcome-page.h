/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window shows before it has a project: a place to drop an export, Open, the sample. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define INK_TYPE_WELCOME_PAGE (ink_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (InkWelcomePage, ink_welcome_page, INK, WELCOME_PAGE, GtkWidget)

/* Signal "recover" (InkRecovery *): the user wants what a crash left. */
/* Shows that a drop would be taken. */
void ink_welcome_page_set_dropping (InkWelcomePage *self, gboolean dropping);
/* Looks anew at what crashes left. */
void ink_welcome_page_refresh      (InkWelcomePage *self);

G_END_DECLS
