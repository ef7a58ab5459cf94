/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a place says while there is nothing to show in it: what it is for, and what to do next. As
 * high as its words, where AdwStatusPage scrolls and so is cut on a page that scrolls itself. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_EMPTY_STATE (ink_empty_state_get_type ())
/* Properties, to be written: "icon-name", "title", "description" (strings, plain text). Children of
 * a template are buttons, below the words. */
G_DECLARE_FINAL_TYPE (InkEmptyState, ink_empty_state, INK, EMPTY_STATE, GtkBox)

const char *ink_empty_state_get_title       (InkEmptyState *self); /* (transfer none) */
const char *ink_empty_state_get_description (InkEmptyState *self); /* (transfer none) */
void        ink_empty_state_set_title       (InkEmptyState *self, const char *title);
void        ink_empty_state_set_description (InkEmptyState *self, const char *description);

G_END_DECLS
