/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What leads and is no goal yet: searched for when the user asks, and again whenever the question
 * changes from then on. */
#pragma once

#include <gtk/gtk.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_FOUND_LIST (ink_found_list_get_type ())
G_DECLARE_FINAL_TYPE (InkFoundList, ink_found_list, INK, FOUND_LIST, GtkWidget)

/* @view: once, before anything else. */
void ink_found_list_set_view  (InkFoundList *self, InkView *view);
/* @macro: the name of the goal that is to be announced; NULL: nothing is searched */
void ink_found_list_set_macro (InkFoundList *self, const char *macro);
/* The filter is another one. */
void ink_found_list_refresh   (InkFoundList *self);

G_END_DECLS
