/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the list of events knows: all events of an answer by group, then by count, and which groups
 * are open. Private to the list. */
#pragma once

#include "analysis/ink-query.h"
#include "ui/widgets/ink-event-item.h"

G_BEGIN_DECLS

typedef struct _InkEventCatalogue InkEventCatalogue;

/* Empty; what people do and see is open. */
InkEventCatalogue *ink_event_catalogue_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void               ink_event_catalogue_free (InkEventCatalogue *self);
/* @answer: to ink_events_query_new(). FALSE where it says all that already: most edits are of goals,
 * and there may be thousands of events. */
gboolean           ink_event_catalogue_read (InkEventCatalogue *self, InkAnswer *answer,
                                             InkDefinition *definition);
void               ink_event_catalogue_toggle (InkEventCatalogue *self, InkEventGroup group);
/* The lines to be shown: headings, and the events of open groups; while there is something in
 * @search, all events that match. (transfer full) (element-type InkEventItem) */
GPtrArray         *ink_event_catalogue_list (InkEventCatalogue *self, const char *search)
    G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) (transfer none): the event of that name. */
InkEventItem      *ink_event_catalogue_find (InkEventCatalogue *self, const char *name);

G_END_DECLS
