/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A thin bar that says that an answer is being computed, once that takes long. */
#pragma once

#include <gtk/gtk.h>

#include "document/ink-live.h"

G_BEGIN_DECLS

#define INK_TYPE_LATE_BAR (ink_late_bar_get_type ())
G_DECLARE_FINAL_TYPE (InkLateBar, ink_late_bar, INK, LATE_BAR, GtkWidget)

GtkWidget *ink_late_bar_new   (void) G_GNUC_WARN_UNUSED_RESULT;
/* Shows how far @live is, from half a second on. Nothing where it waits already. */
void       ink_late_bar_begin (InkLateBar *self, InkLive *live);
void       ink_late_bar_end   (InkLateBar *self);

G_END_DECLS
