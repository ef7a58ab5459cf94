/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which micro goals announce a macro goal, which only look busy, and how sure that is. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_INDICATORS_PAGE (ink_indicators_page_get_type ())
/* Properties: "macro" (string): the id of the goal that is announced, the main goal while it is
 * NULL; "micro" (string): the name of the goal in the detail. Action: indicators.macro. */
G_DECLARE_FINAL_TYPE (InkIndicatorsPage, ink_indicators_page, INK, INDICATORS_PAGE, InkPage)

G_END_DECLS
