/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A line of the list of events: an event with its count and shape, or the heading of a group. */
#pragma once

#include <glib-object.h>

#include "ui/widgets/ink-event-groups.h"

G_BEGIN_DECLS

#define INK_TYPE_EVENT_ITEM (ink_event_item_get_type ())
G_DECLARE_FINAL_TYPE (InkEventItem, ink_event_item, INK, EVENT_ITEM, GObject)

struct _InkEventItem
{
  GObject parent_instance;

  /* Written by the maker, then only read. */
  char *name;  /* NULL: a heading */
  char *label; /* readable */
  InkEventGroup group;
  double events;
  double people;
  double *series; /* nullable */
  guint n_series;
  guint n_events; /* of a heading's group */
  gboolean is_open; /* of a heading */
};

InkEventItem *ink_event_item_new     (const char *name, const char *label, InkEventGroup group)
    G_GNUC_WARN_UNUSED_RESULT;
/* Is every word of @words (folded) somewhere in its name or label? */
gboolean      ink_event_item_matches (InkEventItem *self, char *const *words);

G_END_DECLS
