/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The project's dated remarks: each can be changed and removed, and one more added; every edit can be
 * taken back. */
#pragma once

#include <gtk/gtk.h>

#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_REMARK_LIST (ink_remark_list_get_type ())
G_DECLARE_FINAL_TYPE (InkRemarkList, ink_remark_list, INK, REMARK_LIST, GtkWidget)

/* Follows the document of @view. */
void ink_remark_list_set_view (InkRemarkList *self, InkView *view);

G_END_DECLS
