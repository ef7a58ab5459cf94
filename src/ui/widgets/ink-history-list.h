/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The steps of a project, latest first: what was done when, and where the project stands. */
#pragma once

#include <adwaita.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_HISTORY_LIST (ink_history_list_get_type ())
/* Signal "picked" (gint64 position): the user wants to be there. */
G_DECLARE_FINAL_TYPE (InkHistoryList, ink_history_list, INK, HISTORY_LIST, GtkWidget)

/* Reads the steps anew. FALSE with @error where they cannot be read. */
gboolean ink_history_list_show (InkHistoryList *self, InkDocument *document, GError **error);

G_END_DECLS
