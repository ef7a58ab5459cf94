/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why one person is in a funnel, goal or persona, or is not: in words, from the same evaluation. */
#pragma once

#include "definition/ink-definition.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

/* Each gives the JSON object of definitions.md's `explain`. @person is a person's number. */
char *ink_explain_funnel  (InkEventStore *store, InkDefinition *definition,
                           const InkFunnel *funnel, guint32 person, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
char *ink_explain_goal    (InkEventStore *store, InkDefinition *definition, const char *goal,
                           guint32 person, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *ink_explain_persona (InkEventStore *store, InkDefinition *definition, const char *persona,
                           guint32 person, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
