/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One person: a timeline by day with sessions and events, ids and properties. */
#pragma once

#include "analysis/ink-explain-query.h"
#include "ui/pages/ink-data-part.h"

G_BEGIN_DECLS

#define INK_TYPE_PERSON_VIEW (ink_person_view_get_type ())
/* Signal "erased" (const char *id): the person is gone for good; leave this view. */
G_DECLARE_FINAL_TYPE (InkPersonView, ink_person_view, INK, PERSON_VIEW, InkDataPart)

/* What "why is this person here?" is about before the user picks something. */
void ink_person_view_set_rule   (InkPersonView *self, InkRule *rule, const char *title);
void ink_person_view_ask_about  (InkPersonView *self, InkExplainKind kind, const char *name);
/* @id: any id of the person: numbers may change with the store. */
void ink_person_view_set_person (InkPersonView *self, const char *id);

G_END_DECLS
