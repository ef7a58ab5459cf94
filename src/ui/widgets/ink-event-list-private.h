/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The struct of the list of events, for the files that are each one concern of it. */
#pragma once

#include "ui/widgets/ink-event-list.h"

#include "document/ink-live.h"
#include "ui/widgets/ink-event-catalogue.h"

G_BEGIN_DECLS

struct _InkEventList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchEntry *search;
  GtkListView *list;
  GtkLabel *hint;
  GtkWidget *menu; /* nullable */

  InkView *view; /* nullable */
  InkLive *live;
  InkEventCatalogue *catalogue;
  GListStore *shown; /* InkEventItem, with headings */
  GtkMultiSelection *selection;
};

/* ink-event-list.c */
/* The event at which the keyboard is; nullable. */
InkEventItem *_ink_event_list_get_focused (InkEventList *self);
/* The selected events where @item is one of them, else @item alone. @item: nullable. */
char        **_ink_event_list_list_meant  (InkEventList *self, InkEventItem *item)
    G_GNUC_WARN_UNUSED_RESULT;
void          _ink_event_list_add         (InkEventList *self, InkEventItem *item);
/* Hides it, or shows it again. */
void          _ink_event_list_hide        (InkEventList *self, InkEventItem *item);
/* Whether it happens to people, who do not do it; and the other way round from now on. */
gboolean      _ink_event_list_is_passive  (InkEventList *self, InkEventItem *item);
void          _ink_event_list_set_passive (InkEventList *self, InkEventItem *item);

/* ink-event-list-keys.c: keys and the menu of an event */
void          _ink_event_list_show_menu   (InkEventList *self, InkEventItem *item, double x,
                                           double y);
void          _ink_event_list_add_keys    (GtkWidgetClass *widget_class);

/* ink-event-list-pointer.c: pointer and touch */
void          _ink_event_list_add_gestures (InkEventList *self);

G_END_DECLS
