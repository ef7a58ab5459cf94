/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a project holds at a glance: `describe`, `goals` and `personas` as JSON and as tables. */
#pragma once

#include "base/ink-table.h"
#include "definition/ink-definition.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

/* Columns name, kind, stage, people, share, completions, first, last (times). */
InkTable *ink_goals_to_table    (InkEventStore *store, InkDefinition *definition,
                                 GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The object of `goals --json`. */
char     *ink_goals_to_json     (InkEventStore *store, InkDefinition *definition,
                                 GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Columns name, people, share; "Everyone else" last. */
InkTable *ink_personas_to_table (InkEventStore *store, InkDefinition *definition,
                                 GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The object of `personas --json`. */
char     *ink_personas_to_json  (InkEventStore *store, InkDefinition *definition,
                                 GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* The object of `describe --json`; @sources_json is its array `sources` (nullable: empty). */
char     *ink_describe_to_json  (InkEventStore *store, const char *sources_json, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
