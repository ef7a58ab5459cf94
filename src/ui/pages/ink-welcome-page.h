/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window shows before it has a project: a place to drop an export, Open, the sample, recent
 * projects, and what a crash left. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define INK_TYPE_WELCOME_PAGE (ink_welcome_page_get_type ())
/* Signals "recover" and "discard" (InkRecovery *): what the user wants of what a crash left;
 * "forget" (InkRecent *): off the list of recent projects. */
G_DECLARE_FINAL_TYPE (InkWelcomePage, ink_welcome_page, INK, WELCOME_PAGE, GtkWidget)

/* Shows that a drop would be taken. */
void ink_welcome_page_set_dropping (InkWelcomePage *self, gboolean dropping);
/* Looks anew at what crashes left, in a worker. */
void ink_welcome_page_refresh      (InkWelcomePage *self);
/* @list: element-type InkRecent, copied. */
void ink_welcome_page_set_recent   (InkWelcomePage *self, GPtrArray *list);
/* The recent projects stand below instead of beside. */
void ink_welcome_page_set_narrow   (InkWelcomePage *self, gboolean narrow);

G_END_DECLS
