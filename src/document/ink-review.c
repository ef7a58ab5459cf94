/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slides by what there is. */
#include "config.h"

#include "document/ink-review.h"

#include "analysis/ink-highlights.h"
#include "base/ink-error.h"

#include <glib/gi18n-lib.h>

#define MOST_DAYS 21
#define MOST_WEEKS 14

static InkSlide *
add_slide (GPtrArray *slides,
           const char *chart)
{
  InkSlide *slide = ink_slide_new ();

  slide->chart = g_strdup (chart);
  g_ptr_array_add (slides, slide);

  return slide;
}

static void
set_sentences (InkSlide *slide,
               const char *const *sentences)
{
  g_strfreev (slide->sentences);
  slide->sentences = g_strdupv ((char **) sentences);
}

static void
add_opening (GPtrArray *slides,
             const char *title)
{
  const char *const sentences[] = { _ ("Which small steps announce the large one, and which do "
                                       "not"),
                                    NULL };
  InkSlide *slide = add_slide (slides, NULL);

  slide->is_opening = TRUE;
  slide->title = g_strdup (title);
  set_sentences (slide, sentences);
}

static void
add_about (GPtrArray *slides,
           const char *chart,
           const char *about,
           gboolean is_of_macro)
{
  InkSlide *slide = add_slide (slides, chart);

  slide->about = g_strdup (about);
  slide->is_of_macro = is_of_macro;
}

static void
add_groups (GPtrArray *slides,
            const InkFunnel *funnel,
            const char *property)
{
  InkSlide *slide;

  add_about (slides, "groups", funnel->name, FALSE);
  slide = g_ptr_array_index (slides, slides->len - 1);
  slide->by_property = g_strdup (property);
  slide->by_persona = property == NULL;
}

static gboolean
has_property (InkEventStore *store,
              const char *name)
{
  g_autoptr (InkProperty) property
      = ink_event_store_load_property (store, name, INK_ON_EVENT, NULL);

  return property != NULL;
}

/* About a dozen points, so that a few people more or less make no peaks. */
static InkPeriod
find_period (InkEventStore *store)
{
  gint64 first = ink_event_store_get_first (store), last = ink_event_store_get_last (store);
  gint64 days = first != INK_TIME_NONE && last != INK_TIME_NONE ? (last - first) / INK_DAY : 0;

  return days > MOST_WEEKS * 7 ? INK_PERIOD_MONTH : days > MOST_DAYS ? INK_PERIOD_WEEK
                                                                     : INK_PERIOD_DAY;
}

static void
add_trend (GPtrArray *slides,
           const char *funnel,
           InkEventStore *store)
{
  add_about (slides, "trend", funnel, FALSE);
  ((InkSlide *) g_ptr_array_index (slides, slides->len - 1))->period = find_period (store);
}

/* What was found of @kind, if anything: its goal, or the steps between which people are lost. */
static const char *
find_subject (const InkTable *highlights,
              InkHighlightKind kind)
{
  int kinds = ink_table_find_column (highlights, "kind");
  int subjects = ink_table_find_column (highlights, "subject");

  for (guint row = 0; row < ink_table_get_n_rows (highlights); row++)
    if (g_strcmp0 (ink_table_get_text (highlights, (guint) kinds, row),
                   ink_highlight_to_string (kind))
        == 0)
      return ink_table_get_text (highlights, (guint) subjects, row);

  return NULL;
}

/* @sentence: (transfer full) */
static void
add_sentence (GStrvBuilder *sentences,
              char *sentence)
{
  g_strv_builder_add (sentences, sentence);
  g_free (sentence);
}

/* Only of what was found: there is no strongest sign where none is clear. */
static char **
make_advice (const InkTable *highlights)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  const char *sign = find_subject (highlights, INK_HIGHLIGHT_SIGN);
  const char *busy = find_subject (highlights, INK_HIGHLIGHT_BUSY);
  const char *leak = find_subject (highlights, INK_HIGHLIGHT_LEAK);

  if (sign != NULL)
    add_sentence (sentences,
                  /* Translators: a goal's name. */
                  g_strdup_printf (_ ("Try “%s” on purpose: make it easier to reach for some people and "
                                      "see whether more of them convert. Only such a test can show a "
                                      "cause."),
                                   sign));
  else
    g_strv_builder_add (sentences, _ ("No small step clearly announces the large one yet: look at a "
                                      "longer period, or make goals of other steps."));
  if (busy != NULL)
    add_sentence (sentences, g_strdup_printf (_ ("Stop reporting what only looks busy as success, “%s” "
                                                 "first of all."),
                                              busy));
  if (leak != NULL)
    add_sentence (sentences,
                  /* Translators: two steps, "Basket → Order". */
                  g_strdup_printf (_ ("Look at the people who stop at “%s”, the biggest leak: what did "
                                      "they do last?"),
                                   leak));

  return g_strv_builder_end (sentences);
}

static void
add_next (GPtrArray *slides,
          const InkDefinition *definition,
          InkEventStore *store)
{
  const InkGoal *goal = ink_definition_get_main_goal (definition);
  g_autoptr (InkQuery) query = ink_highlights_query_new (
      (InkDefinition *) definition, goal != NULL ? goal->name : NULL, NULL);
  g_autoptr (InkAnswer) answer = ink_query_run (query, store, NULL, NULL, NULL);
  InkTable *highlights
      = answer != NULL ? ink_answer_get_table (answer, "highlights") : NULL;
  InkSlide *slide;
  g_auto (GStrv) advice = NULL;

  if (highlights == NULL)
    return;
  advice = make_advice (highlights);
  slide = add_slide (slides, NULL);
  slide->title = g_strdup (_ ("What to do next"));
  set_sentences (slide, (const char *const *) advice);
}

GPtrArray *
ink_review_new (const InkDefinition *definition,
                InkEventStore *store,
                const char *title,
                GError **error)
{
  GPtrArray *slides;
  const InkFunnel *funnel;
  const InkGoal *goal;

  g_return_val_if_fail (definition != NULL && store != NULL && title != NULL, NULL);

  funnel = definition->funnels[0];
  goal = ink_definition_get_main_goal (definition);
  if (funnel == NULL && goal == NULL)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED,
                           _ ("A review tells what leads to a macro goal and where a funnel leaks. This "
                              "project has neither yet: make one of its events a macro goal in the "
                              "journey."));
      return NULL;
    }

  slides = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_slide_unref);
  add_opening (slides, title);
  if (funnel != NULL)
    {
      add_trend (slides, funnel->name, store);
      add_about (slides, "funnel", funnel->name, FALSE);
    }
  if (goal != NULL)
    {
      add_about (slides, "indicators", goal->name, TRUE);
      add_about (slides, "map", goal->name, TRUE);
    }
  if (funnel != NULL && definition->personas[0] != NULL)
    add_groups (slides, funnel, NULL);
  if (funnel != NULL && has_property (store, "channel"))
    add_groups (slides, funnel, "channel");
  add_next (slides, definition, store);

  return slides;
}
