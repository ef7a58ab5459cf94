/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A recent project: a tiny funnel, the title, what it holds. */
#pragma once

#include <adwaita.h>

#include "document/ink-recent.h"

G_BEGIN_DECLS

#define INK_TYPE_RECENT_ROW (ink_recent_row_get_type ())
/* Signal "forget": the user wants it off the list (Delete, or the menu). */
G_DECLARE_FINAL_TYPE (InkRecentRow, ink_recent_row, INK, RECENT_ROW, AdwActionRow)

GtkWidget       *ink_recent_row_new        (const InkRecent *recent) G_GNUC_WARN_UNUSED_RESULT;
const InkRecent *ink_recent_row_get_recent (InkRecentRow *self); /* (transfer none) */

G_END_DECLS
