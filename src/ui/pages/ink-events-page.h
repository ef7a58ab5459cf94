/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the project holds: every event name with its count, people and period. */
#pragma once

#include "ui/pages/ink-page.h"

G_BEGIN_DECLS

#define INK_TYPE_EVENTS_PAGE (ink_events_page_get_type ())
G_DECLARE_FINAL_TYPE (InkEventsPage, ink_events_page, INK, EVENTS_PAGE, InkPage)

G_END_DECLS
