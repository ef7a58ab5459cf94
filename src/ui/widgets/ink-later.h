/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A part of a page that is not needed in the first frame: laid out and drawn in one of the next, so
 * that the page stands there at once. Those that wait in a window take turns, a frame each, in the
 * order in which they came: that of the page. Once shown, it is as if it were not there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define INK_TYPE_LATER (ink_later_get_type ())
/* In a template: one child, which is the owner's to show and to hide. */
G_DECLARE_FINAL_TYPE (InkLater, ink_later, INK, LATER, GtkWidget)

GtkWidget *ink_later_new        (GtkWidget *child) G_GNUC_WARN_UNUSED_RESULT;
/* On the screen, but its turn has not come. */
gboolean   ink_later_is_waiting (InkLater *self);

G_END_DECLS
