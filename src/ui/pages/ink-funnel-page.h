/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One funnel: pick its steps, set its order and window, look at the answer. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_FUNNEL_PAGE (ink_funnel_page_get_type ())
G_DECLARE_FINAL_TYPE (InkFunnelPage, ink_funnel_page, INK, FUNNEL_PAGE, InkPage)

G_END_DECLS
