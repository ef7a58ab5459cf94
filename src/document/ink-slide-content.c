/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asking what the slide's chart asks, and saying it. */
#include "config.h"

#include "document/ink-slide-content.h"

#include "analysis/ink-rule-query.h"
#include "base/ink-error.h"
#include "charts/ink-indicator-rows.h"
#include "definition/ink-definition-names.h"
#include "document/ink-slide-freeze.h"
#include "document/ink-slide-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* With the rest as one more, what a slide has room for. */
#define MOST_GROUPS 5

/* What a slide asks, found out from the definition. */
typedef struct
{
  const InkSlide *slide;
  InkDefinition *definition;
  GTimeZone *zone;
  const InkChartKind *kind; /* NULL: no chart */
  const char *about;
  InkFunnel *funnel; /* nullable */
  InkFilter filter;
} Work;

void
ink_slide_content_free (InkSlideContent *content)
{
  if (content == NULL)
    return;

  ink_slide_unref (content->slide);
  g_free (content->title);
  g_free (content->source);
  g_free (content->notes);
  g_free (content->description);
  g_free (content->finding);
  g_clear_pointer (&content->table, ink_table_unref);
  g_free (content->about);
  g_free (content->rule);
  g_time_zone_unref (content->zone);
  ink_definition_unref (content->definition);
  g_free (content);
}

InkChartOptions
ink_slide_content_get_options (const InkSlideContent *content)
{
  return (InkChartOptions){
    .zone = content->zone,
    .period = content->slide->period,
    .count = content->count,
    .median = content->median,
    .personas = content->has_personas ? content->definition->personas : NULL,
    .definition = content->definition,
    .n_whole = content->n_whole,
  };
}

/* --- Numbers --- */

/* A bare date is that whole day; the reader of slides took nothing else but dates and times. */
static gint64
parse_bound (const char *text,
             GTimeZone *zone,
             gboolean last)
{
  gint64 first, after, time;

  if (text == NULL)
    return INK_TIME_NONE;
  if (ink_time_parse_date (text, strlen (text), zone, &first, &after))
    return last ? after - 1 : first;

  return ink_time_parse_iso (text, strlen (text), zone, &time) ? time : INK_TIME_NONE;
}

static gboolean
read_filter (Work *work,
             GError **error)
{
  const InkSlide *slide = work->slide;

  work->filter = (InkFilter){ .persona = slide->persona,
                              .from = parse_bound (slide->between.from, work->zone, FALSE),
                              .to = parse_bound (slide->between.to, work->zone, TRUE) };

  return slide->persona == NULL
         || ink_definition_need_persona (work->definition, slide->persona, error);
}

/* As the slide compares, else as the funnel does; a chart of groups needs some comparison. */
static InkFunnel *
pick_comparison (const InkSlide *slide,
                 const InkChartKind *kind,
                 InkFunnel *funnel)
{
  if (slide->by_property != NULL)
    {
      const char *properties[] = { slide->by_property, NULL };

      return ink_funnel_copy_with_compare (funnel, INK_COMPARE_PROPERTY, properties,
                                           INK_TAKE_FIRST, 0, MOST_GROUPS);
    }
  if (slide->by_persona || (kind == &ink_chart_groups && funnel->compare == INK_COMPARE_NONE))
    return ink_funnel_copy_with_compare (funnel, INK_COMPARE_PERSONA, NULL, INK_TAKE_FIRST, 0, 0);

  return ink_funnel_ref (funnel);
}

static gboolean
is_of_indicators (const InkChartKind *kind)
{
  return !ink_chart_is_of_funnel (kind);
}

/* The named one, else the main goal or the first funnel. */
static const char *
find_subject (const Work *work,
              GError **error)
{
  const InkGoal *goal = ink_definition_get_main_goal (work->definition);
  const InkFunnel *funnel = work->definition->funnels[0];

  if (work->slide->about != NULL)
    return work->slide->about;
  if (is_of_indicators (work->kind) && goal != NULL)
    return goal->name;
  if (!is_of_indicators (work->kind) && funnel != NULL)
    return funnel->name;

  g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
               is_of_indicators (work->kind)
                   ? _ ("This slide needs a macro goal, and the project has none yet.")
                   : _ ("This slide needs a funnel, and the project has none yet."));
  return NULL;
}

static gboolean
find_kind (Work *work,
           GError **error)
{
  work->kind = ink_chart_find (work->slide->chart);
  if (work->kind == NULL)
    g_set_error (error, INK_ERROR, INK_ERROR_USAGE, _ ("There is no chart '%s'."),
                 work->slide->chart);

  return work->kind != NULL;
}

/* The funnel as the slide compares it; its only reference is the work's. */
static gboolean
find_funnel (Work *work,
             GError **error)
{
  InkFunnel *named = ink_definition_need_funnel (work->definition, work->about, error);

  work->funnel = named != NULL ? pick_comparison (work->slide, work->kind, named) : NULL;
  return work->funnel != NULL;
}

/* All that the question depends on. */
static gboolean
prepare (Work *work,
         GError **error)
{
  if (!find_kind (work, error) || !read_filter (work, error))
    return FALSE;
  work->about = find_subject (work, error);
  if (work->about == NULL)
    return FALSE;

  return is_of_indicators (work->kind)
             ? ink_definition_need_goal (work->definition, work->about, error) != NULL
             : find_funnel (work, error);
}

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->funnel, ink_funnel_unref);
  g_clear_pointer (&work->zone, g_time_zone_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

gboolean
ink_slide_is_asking (const InkSlide *slide)
{
  g_return_val_if_fail (slide != NULL, FALSE);

  return slide->chart != NULL && slide->frozen == NULL;
}

InkQuery *
ink_slide_make_query (const InkSlide *slide,
                      InkDefinition *definition,
                      GError **error)
{
  g_auto (Work) work = { .slide = slide, .definition = definition };

  g_return_val_if_fail (slide != NULL && definition != NULL, NULL);

  if (!ink_slide_is_asking (slide))
    return NULL;
  work.zone = ink_definition_get_zone (definition);
  if (!prepare (&work, error))
    return NULL;
  if (work.kind == &ink_chart_events)
    {
      g_autoptr (InkRule) rule = ink_rule_new_goal (work.about);

      return ink_rule_query_new (definition, rule, INK_ASK_COMPLETED, &work.filter);
    }
  if (is_of_indicators (work.kind))
    return ink_indicators_query_new (definition, work.about, &work.filter);

  return ink_funnel_query_new (definition, work.funnel, &work.filter);
}

static InkTable *
pick_table (const Work *work,
            const InkAnswer *answer)
{
  InkFunnelResult *result = ink_answer_get_funnel (answer);

  if (g_str_equal (work->kind->table, "indicators"))
    return ink_indicator_rows_sort (ink_answer_get_table (answer, "indicators"));
  if (is_of_indicators (work->kind))
    return ink_table_ref (ink_answer_get_table (answer, work->kind->table));
  if (g_str_equal (work->kind->table, "histogram"))
    return ink_funnel_result_to_histogram (result);
  if (g_str_equal (work->kind->table, "trend"))
    return ink_funnel_result_to_trend (result, work->slide->period);

  return ink_funnel_result_to_steps (result);
}

static void
take_answer (const Work *work,
             const InkAnswer *answer,
             InkSlideContent *content)
{
  InkFunnelResult *result = ink_answer_get_funnel (answer);

  content->kind = work->kind;
  content->about = g_strdup (work->about);
  content->table = pick_table (work, answer);
  if (is_of_indicators (work->kind))
    return;

  content->rule = ink_funnel_to_words (work->funnel);
  content->median = ink_funnel_result_get_median (result);
  content->has_personas = ink_funnel_result_get_personas (result) != NULL;
  content->count = work->funnel->count;
}

/* --- Words --- */

static void
say (InkSlideContent *content,
     const InkFilter *filter,
     InkEventStore *store,
     const InkNumbers *numbers)
{
  InkChartOptions options = ink_slide_content_get_options (content);

  options.numbers = numbers;
  options.title = content->about;
  if (content->kind != NULL)
    {
      content->description = ink_chart_describe (content->kind, content->table, &options);
      content->finding = ink_chart_make_finding (content->kind, content->table, &options);
    }
  content->title = ink_slide_words_title (content);
  content->source = ink_slide_words_source (content, filter, store, numbers);
  content->notes = ink_slide_words_notes (content);
}

InkSlideContent *
ink_slide_content_new_for_answer (InkSlide *slide,
                                  InkDefinition *definition,
                                  InkEventStore *store,
                                  const InkAnswer *answer,
                                  const InkNumbers *numbers,
                                  GError **error)
{
  g_autoptr (InkSlideContent) content = NULL;
  InkNumbers locale = ink_numbers_for_locale ();
  g_auto (Work) work = { .slide = slide, .definition = definition };

  g_return_val_if_fail (slide != NULL && definition != NULL && store != NULL, NULL);
  g_return_val_if_fail (!ink_slide_is_asking (slide) || answer != NULL, NULL);

  work.zone = ink_definition_get_zone (definition);
  if (ink_slide_is_asking (slide) && !prepare (&work, error))
    return NULL;

  content = g_new0 (InkSlideContent, 1);
  content->slide = ink_slide_ref (slide);
  content->definition = ink_definition_ref (definition);
  content->zone = g_time_zone_ref (work.zone);
  if (work.kind != NULL)
    take_answer (&work, answer, content);
  else if (slide->frozen != NULL && !ink_slide_content_take_frozen (content, error))
    return NULL;
  say (content, &work.filter, store, numbers != NULL ? numbers : &locale);

  return g_steal_pointer (&content);
}

InkSlideContent *
ink_slide_content_new (InkSlide *slide,
                       InkDefinition *definition,
                       InkEventStore *store,
                       const InkNumbers *numbers,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (InkQuery) query = NULL;
  g_autoptr (InkAnswer) answer = NULL;

  g_return_val_if_fail (slide != NULL && definition != NULL && store != NULL, NULL);

  if (ink_slide_is_asking (slide))
    {
      query = ink_slide_make_query (slide, definition, error);
      if (query != NULL)
        answer = ink_query_run (query, store, cancellable, NULL, error);
      if (answer == NULL)
        return NULL;
    }

  return ink_slide_content_new_for_answer (slide, definition, store, answer, numbers, error);
}
