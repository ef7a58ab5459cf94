/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/pages/ink-funnel-questions.h"

/* Less than a frame: what takes no longer is shown without a frame of old numbers in between. */
#define PATIENCE_MILLISECONDS 12

struct _InkFunnelQuestions
{
  InkView *view;
  InkFunnelChoice *choice;
  InkLive *funnel;
  InkLive *personas; /* the same funnel by personas, for the leak */
  InkLive *trend;
  InkAnswer *shown; /* nullable */
  InkPeriod period;
};

/* ---- The funnel ---- */

static InkQuery *
build_funnel (InkDocument *document,
              gpointer data,
              GError **error)
{
  InkFunnelQuestions *self = data;
  InkFunnel *funnel = ink_funnel_choice_get_funnel (self->choice);
  InkFilter filter = ink_view_get_filter (self->view);

  if (funnel == NULL || funnel->n_steps == 0)
    return NULL;

  return ink_funnel_query_new (ink_document_get_definition (document), funnel, &filter);
}

/* What a filter leaves is not kept: a project opens without one. */
static char *
name_funnel (InkDocument *document,
             gpointer data)
{
  InkFunnelQuestions *self = data;
  InkFunnel *funnel = ink_funnel_choice_get_funnel (self->choice);

  if (funnel == NULL || ink_view_is_filtered (self->view))
    return NULL;

  return g_strdup_printf ("funnel/%s", funnel->id);
}

/* ---- The lesser questions ---- */

/* By the funnel's own people only: other groups would count them several times. */
static InkQuery *
build_personas (InkDocument *document,
                gpointer data,
                GError **error)
{
  InkFunnelQuestions *self = data;
  InkDefinition *definition = ink_document_get_definition (document);
  InkFunnel *funnel = ink_funnel_choice_get_funnel (self->choice);
  InkFilter filter = ink_view_get_filter (self->view);
  g_autoptr (InkFunnel) compared = NULL;

  if (self->shown == NULL || funnel == NULL || funnel->n_steps < 2
      || definition->personas[0] == NULL || filter.persona != NULL
      || funnel->count != INK_COUNT_PEOPLE)
    return NULL;
  if (funnel->compare == INK_COMPARE_PERSONA)
    compared = ink_funnel_ref (funnel);
  else
    compared = ink_funnel_copy_with_compare (funnel, INK_COMPARE_PERSONA, NULL, INK_TAKE_FIRST, 0,
                                             0);

  return ink_funnel_query_new (definition, compared, &filter);
}

static InkQuery *
build_trend (InkDocument *document,
             gpointer data,
             GError **error)
{
  InkFunnelQuestions *self = data;
  InkEventStore *store = ink_document_get_store (document);
  gint64 from, to;

  if (self->shown == NULL)
    return NULL;
  ink_view_get_period (self->view, &from, &to);
  self->period = ink_trend_query_get_period (
      from != INK_TIME_NONE ? from : ink_event_store_get_first (store),
      to != INK_TIME_NONE ? to : ink_event_store_get_last (store));

  return ink_trend_query_new (ink_answer_get_funnel (self->shown), self->period);
}

/* ---- All of them ---- */

InkFunnelQuestions *
ink_funnel_questions_new (InkView *view,
                          InkFunnelChoice *choice)
{
  /* A trend is quick to count anew, and remembering it would keep the whole result. */
  g_autoptr (InkEvaluator) forgetful = ink_evaluator_new (0);
  InkDocument *document;
  InkFunnelQuestions *self;

  g_return_val_if_fail (INK_IS_VIEW (view) && INK_IS_FUNNEL_CHOICE (choice), NULL);

  document = ink_view_get_document (view);
  self = g_new0 (InkFunnelQuestions, 1);
  self->view = g_object_ref (view);
  self->choice = g_object_ref (choice);
  self->funnel = ink_live_new (document, NULL, build_funnel, self, NULL);
  self->personas = ink_live_new (document, NULL, build_personas, self, NULL);
  self->trend = ink_live_new (document, forgetful, build_trend, self, NULL);
  ink_live_set_patience (self->funnel, PATIENCE_MILLISECONDS);
  ink_live_set_prompt (self->funnel);
  ink_live_keep (self->funnel, name_funnel);
  ink_live_set_after (self->personas, self->funnel);
  ink_live_set_after (self->trend, self->funnel);

  return self;
}

void
ink_funnel_questions_free (InkFunnelQuestions *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->trend);
  g_clear_object (&self->personas);
  g_clear_object (&self->funnel);
  g_clear_pointer (&self->shown, ink_answer_unref);
  g_clear_object (&self->choice);
  g_clear_object (&self->view);
  g_free (self);
}

InkLive *
ink_funnel_questions_get_funnel (const InkFunnelQuestions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->funnel;
}

InkLive *
ink_funnel_questions_get_personas (const InkFunnelQuestions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->personas;
}

InkLive *
ink_funnel_questions_get_trend (const InkFunnelQuestions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trend;
}

InkAnswer *
ink_funnel_questions_get_shown (const InkFunnelQuestions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shown;
}

void
ink_funnel_questions_set_shown (InkFunnelQuestions *self,
                                InkAnswer *answer)
{
  g_return_if_fail (self != NULL);

  if (answer != NULL)
    ink_answer_ref (answer);
  g_clear_pointer (&self->shown, ink_answer_unref);
  self->shown = answer;
}

InkPeriod
ink_funnel_questions_get_period (const InkFunnelQuestions *self)
{
  g_return_val_if_fail (self != NULL, INK_PERIOD_DAY);

  return self->period;
}

void
ink_funnel_questions_hold_lesser (InkFunnelQuestions *self,
                                  gboolean held)
{
  g_return_if_fail (self != NULL);

  ink_live_set_held (self->personas, held);
  ink_live_set_held (self->trend, held);
}
