/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person's timeline says of each event and each visit, by the number of the event. What a
 * visit's events say alike of the visit itself (where it came from, on what device) is the visit's to
 * say, once. Made in one pass: people have hundreds of thousands of events. */
#pragma once

#include "analysis/ink-answer.h"

G_BEGIN_DECLS

typedef struct _InkTimelineFacts InkTimelineFacts;

/* @answer: of ink_person_query_new(); it has to stay as long as the facts do. */
InkTimelineFacts *ink_timeline_facts_new  (const InkAnswer *answer) G_GNUC_WARN_UNUSED_RESULT;
void              ink_timeline_facts_free (InkTimelineFacts *self);

/* The visit's first event; the event itself where it belongs to none. */
guint       ink_timeline_facts_get_visit_start (const InkTimelineFacts *self, guint event);
/* Where the event's visit came from: the first channel that an event of it carries, else the one that
 * all of the person's events carry. (nullable) (transfer none) */
const char *ink_timeline_facts_get_channel (const InkTimelineFacts *self, guint event);
/* What else the event's visit says of itself: "campaign: spring · device: desktop"; may be empty. */
char       *ink_timeline_facts_write_visit (const InkTimelineFacts *self, guint event)
    G_GNUC_WARN_UNUSED_RESULT;
/* What the event carries and its visit does not say: "page: /pricing · step: 2"; may be empty. */
char       *ink_timeline_facts_write_event (const InkTimelineFacts *self, guint event)
    G_GNUC_WARN_UNUSED_RESULT;
/* Names of the goals that the event completes (element-type utf8). NULL: none. */
const GPtrArray *ink_timeline_facts_get_goals (const InkTimelineFacts *self, guint event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkTimelineFacts, ink_timeline_facts_free)

G_END_DECLS
