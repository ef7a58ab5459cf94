/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Events that look, by their names, like messages that were sent to people: a mail delivered, a push
 * notification received. Nobody does these. Unless they are marked passive they count as activity,
 * and whoever is written to often is compared with busy people. */
#pragma once

#include "analysis/ink-indicator-frame.h"

G_BEGIN_DECLS

/* A guess: names are all that is known. */
gboolean ink_message_looks_like    (const char *event);
/* Of the events that count as everyday activity: those that look so, in the order of the schema;
 * empty where there are none. */
char   **ink_messages_in_activity  (const InkIndicatorFrame *frame) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
