/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What kind of event a name is, as far as a list can tell: a page that was seen, something of the
 * site's own, or noise that hardly anybody makes a goal of. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/**
 * InkEventGroup: in the order of the list.
 * @INK_EVENTS_OWN: what the site itself calls events
 * @INK_EVENTS_PAGES: pages and screens that were seen
 * @INK_EVENTS_NOISE: very rare, or made by the tracking itself
 * @INK_EVENTS_HIDDEN: the user does not want to see them
 */
typedef enum
{
  INK_EVENTS_OWN,
  INK_EVENTS_PAGES,
  INK_EVENTS_NOISE,
  INK_EVENTS_HIDDEN,
  INK_N_EVENT_GROUPS,
} InkEventGroup;

/* @people: who did it, of @all. Passive events are noise, too: nobody does them. */
InkEventGroup ink_event_group_of        (const InkDefinition *definition, const char *event,
                                         double people, double all);
/* Whether two definitions call and group the same events alike. */
gboolean      ink_event_groups_are_same (const InkDefinition *a, const InkDefinition *b);
/* In the reader's language. */
const char   *ink_event_group_get_title (InkEventGroup group);

G_END_DECLS
