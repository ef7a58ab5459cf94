/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the journey page asks, and what is then known of the goals: on their cards and by the
 * sentence of the selected one, all from one answer, so that they never differ. */

#include "config.h"

#include "ui/pages/ink-journey-private.h"

#include "analysis/ink-board-query.h"

/* Less than a frame: what takes no longer is shown without a frame of old numbers in between. */
#define PATIENCE_MILLISECONDS 12

/* ---- The questions ---- */

static InkQuery *
build_board (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkJourneyPage *self = data;
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));

  return ink_board_query_new (ink_document_get_definition (document), &filter);
}

/* What is a sign of the main goal is found once the numbers are there. */
static InkQuery *
build_verdicts (InkDocument *document,
                gpointer data,
                GError **error)
{
  InkJourneyPage *self = data;
  InkDefinition *definition = ink_document_get_definition (document);
  InkFilter filter = ink_view_get_filter (ink_page_get_view (INK_PAGE (self)));
  InkGoal *main = ink_definition_get_main_goal (definition);

  if (self->answer == NULL || main == NULL)
    return NULL;

  return ink_indicators_query_new (definition, main->name, &filter);
}

/* ---- The answers ---- */

static void
show_cards (InkJourneyPage *self)
{
  InkAnswer *verdicts = ink_live_get_state (self->verdict_live) != INK_LIVE_FAILED
                            ? ink_live_get_answer (self->verdict_live)
                            : NULL;
  g_autoptr (InkBoardFacts) facts = ink_board_facts_new (self->answer, verdicts);

  ink_board_set_facts (self->board, facts);
}

/* What was known of the goal stays until there is an answer about what it is now. */
void
_ink_journey_page_show_facts (InkJourneyPage *self)
{
  InkGoal *goal = _ink_journey_page_get_goal (self);
  g_autoptr (InkAnswer) facts = NULL;
  const char *refusal = NULL;

  if (goal == NULL)
    return;
  if (self->answer != NULL)
    facts = ink_board_answer_get_facts (self->answer, goal->name, &refusal);
  if (facts == NULL && refusal == NULL && g_strcmp0 (self->facts_of, goal->id) == 0)
    return;
  g_free (self->facts_of);
  self->facts_of = g_strdup (goal->id);
  ink_goal_panel_set_facts (self->panel, facts, facts == NULL ? refusal : NULL);
}

void
_ink_journey_page_take_answer (InkJourneyPage *self,
                               InkAnswer *answer)
{
  ink_answer_ref (answer);
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer;
  show_cards (self);
  _ink_journey_page_show_facts (self);
  ink_live_refresh (self->verdict_live);
}

static void
show_verdicts (InkJourneyPage *self)
{
  InkLiveState state = ink_live_get_state (self->verdict_live);

  if (self->answer != NULL && (state == INK_LIVE_IDLE || state == INK_LIVE_FAILED))
    show_cards (self);
}

/* The board stays; why it has no numbers stands above it. */
static void
show_trouble (InkJourneyPage *self)
{
  gboolean failed = ink_live_get_state (self->live) == INK_LIVE_FAILED;

  gtk_widget_set_visible (GTK_WIDGET (self->trouble), failed);
  if (!failed)
    return;
  gtk_label_set_label (self->trouble, ink_live_get_error (self->live)->message);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->facts_of, g_free);
  ink_board_set_facts (self->board, NULL);
  ink_goal_panel_set_facts (self->panel, NULL, NULL);
}

/* ---- Asking ---- */

void
_ink_journey_page_ask (InkJourneyPage *self)
{
  self->live = ink_live_new (self->document, NULL, build_board, self, NULL);
  self->verdict_live = ink_live_new (self->document, NULL, build_verdicts, self, NULL);
  ink_live_set_patience (self->live, PATIENCE_MILLISECONDS);
  ink_live_set_prompt (self->live);
  ink_live_set_after (self->verdict_live, self->live);
  g_signal_connect_swapped (self->live, "notify::state", G_CALLBACK (show_trouble), self);
  g_signal_connect_swapped (self->verdict_live, "notify::state", G_CALLBACK (show_verdicts), self);
  g_signal_connect_swapped (self->verdict_live, "notify::answer", G_CALLBACK (show_verdicts), self);
  ink_live_bin_set_live (self->bin, self->live);
}

static void
forget_live (InkJourneyPage *self,
             InkLive **live)
{
  if (*live != NULL)
    g_signal_handlers_disconnect_by_data (*live, self);
  g_clear_object (live);
}

void
_ink_journey_page_stop_asking (InkJourneyPage *self)
{
  forget_live (self, &self->live);
  forget_live (self, &self->verdict_live);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_pointer (&self->facts_of, g_free);
}
