/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The journey: events on the left, the board of goals, and the selected goal in words. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_JOURNEY_PAGE (ink_journey_page_get_type ())
G_DECLARE_FINAL_TYPE (InkJourneyPage, ink_journey_page, INK, JOURNEY_PAGE, InkPage)

G_END_DECLS
