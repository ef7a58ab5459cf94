/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Events of the Data page: every name with its count, people, period and shape over time. */
#pragma once

#include "ui/pages/ink-data-part.h"

G_BEGIN_DECLS

#define INK_TYPE_DATA_EVENTS (ink_data_events_get_type ())
G_DECLARE_FINAL_TYPE (InkDataEvents, ink_data_events, INK, DATA_EVENTS, InkDataPart)

G_END_DECLS
