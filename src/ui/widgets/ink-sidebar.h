/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages by name, under their headings, each with a count. */
#pragma once

#include <adwaita.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_SIDEBAR (ink_sidebar_get_type ())
/* Signal "picked" (const char *page name): by pointer or keyboard. */
G_DECLARE_FINAL_TYPE (InkSidebar, ink_sidebar, INK, SIDEBAR, GtkWidget)

/* Counts of @document (nullable), kept up to date. */
void ink_sidebar_set_document (InkSidebar *self, InkDocument *document);
/* Marks the page @name as the one shown; no signal. */
void ink_sidebar_select       (InkSidebar *self, const char *name);

G_END_DECLS
