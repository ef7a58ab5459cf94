/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few sentences that matter now, each with the way to its page, and the main goal over time. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_OVERVIEW_PAGE (ink_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (InkOverviewPage, ink_overview_page, INK, OVERVIEW_PAGE, InkPage)

G_END_DECLS
