/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A store as text, for golden files and for comparing two stores. */
#pragma once

#include "events/ink-event-store.h"

G_BEGIN_DECLS

/* Persons in their order with all their ids, own properties and events; then events of nobody. What
 * the store derives (duration, session) is not in it unless the source gave it. */
char *ink_test_dump_store (InkEventStore *store) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
