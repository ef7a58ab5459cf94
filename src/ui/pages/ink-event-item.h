/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One event name as a row object of lists. */
#pragma once

#include <glib-object.h>

#include "events/ink-schema.h"

G_BEGIN_DECLS

#define INK_TYPE_EVENT_ITEM (ink_event_item_get_type ())
/* Properties, readable: name, count (grouped digits), detail (people and period in words). */
G_DECLARE_FINAL_TYPE (InkEventItem, ink_event_item, INK, EVENT_ITEM, GObject)

InkEventItem *ink_event_item_new      (const InkEventInfo *info) G_GNUC_WARN_UNUSED_RESULT;
const char   *ink_event_item_get_name (InkEventItem *self);

G_END_DECLS
