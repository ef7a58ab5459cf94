/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What one person did, the latest first: days, visits within them, events within these. */
#pragma once

#include <adwaita.h>

#include "analysis/ink-answer.h"

G_BEGIN_DECLS

#define INK_TYPE_TIMELINE (ink_timeline_get_type ())
G_DECLARE_FINAL_TYPE (InkTimeline, ink_timeline, INK, TIMELINE, GtkWidget)

/* @answer: of ink_person_query_new; @definition: labels, goals and zone. Rows follow bit by bit, so
 * that a busy person does not hold up the window. */
void  ink_timeline_set_answer   (InkTimeline *self, InkAnswer *answer, InkDefinition *definition);
/* Days, visits and events that have been put in so far. */
guint ink_timeline_get_n_rows   (InkTimeline *self);

G_END_DECLS
