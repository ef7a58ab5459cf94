/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One funnel: pick its steps, set its order and window, look at the answer. */
#pragma once

#include <adwaita.h>

#include "document/ink-document.h"

G_BEGIN_DECLS

#define INK_TYPE_FUNNEL_PAGE (ink_funnel_page_get_type ())
G_DECLARE_FINAL_TYPE (InkFunnelPage, ink_funnel_page, INK, FUNNEL_PAGE, GtkWidget)

void ink_funnel_page_set_document (InkFunnelPage *self, InkDocument *document);

G_END_DECLS
