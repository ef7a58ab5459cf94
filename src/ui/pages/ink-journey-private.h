/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The journey page's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/pages/ink-journey-page.h"

#include "document/ink-live.h"
#include "ui/widgets/ink-board.h"
#include "ui/widgets/ink-event-list.h"
#include "ui/widgets/ink-goal-panel.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-suggestion-list.h"

G_BEGIN_DECLS

struct _InkJourneyPage
{
  InkPage parent_instance;

  AdwFlap *flap;
  InkEventList *events;
  GtkWidget *tools;
  GtkLabel *trouble;
  InkLiveBin *bin;
  InkBoard *board;
  InkGoalPanel *panel;
  GtkWidget *proposals;
  InkSuggestionList *suggestions;

  InkDocument *document; /* nullable: tests of templates */
  InkLive *live;
  InkLive *verdict_live; /* lesser: what the goals are signs of */
  InkAnswer *answer;     /* that is shown; nullable */
  char *facts_of;        /* the goal whose facts stand by its sentence; nullable */
  gboolean narrow;
  gboolean suggesting; /* proposals stand where the goal's words would */
  gboolean following; /* what is selected changes with the definition, not by hand */
  gboolean opened; /* narrow: the goal's words stand where the board was */
};

/* ink-journey-page.c */
InkGoal *_ink_journey_page_get_goal       (InkJourneyPage *self); /* the selected one; nullable */
void     _ink_journey_page_set_suggesting (InkJourneyPage *self, gboolean suggesting);

/* ink-journey-answers.c: what is known of the goals */
void     _ink_journey_page_ask            (InkJourneyPage *self);
void     _ink_journey_page_stop_asking    (InkJourneyPage *self);
void     _ink_journey_page_take_answer    (InkJourneyPage *self, InkAnswer *answer);
/* By the sentence of the selected goal. */
void     _ink_journey_page_show_facts     (InkJourneyPage *self);

/* ink-journey-people.c: who is behind a number */
/* Of the selected goal. @person: whose timeline is opened at once; INK_NO_PERSON: nobody's. */
void     _ink_journey_page_show_people    (InkJourneyPage *self, guint32 person);
/* Of the line between two goals, by name. */
void     _ink_journey_page_show_way       (InkJourneyPage *self, const char *from, const char *to);

/* ink-journey-actions.c: the clipboard and suggestions, as actions of the board */
void     _ink_journey_page_add_actions    (InkJourneyPage *self);
void     _ink_journey_page_remove_actions (InkJourneyPage *self);

G_END_DECLS
