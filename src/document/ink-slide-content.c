/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asking what the slide's chart asks, and saying it. */
#include "config.h"

#include "document/ink-slide-content.h"

#include "analysis/ink-funnel-result.h"
#include "analysis/ink-indicators.h"
#include "base/ink-error.h"
#include "charts/ink-indicator-rows.h"
#include "definition/ink-definition-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* With the rest as one more, what a slide has room for. */
#define MOST_GROUPS 5

typedef struct
{
  InkSlideContent *content;
  InkEventStore *store;
  InkFilter filter;
  const InkNumbers *numbers;
  GCancellable *cancellable;
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
  const InkSlide *slide = work->content->slide;
  const InkDefinition *definition = work->content->definition;

  work->filter = (InkFilter){ .persona = slide->persona,
                              .from = parse_bound (slide->between.from, work->content->zone, FALSE),
                              .to = parse_bound (slide->between.to, work->content->zone, TRUE) };

  return slide->persona == NULL
         || ink_definition_need_persona (definition, slide->persona, error);
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

static InkTable *
pick_table (const InkSlideContent *content,
            const InkFunnelResult *result)
{
  if (g_str_equal (content->kind->table, "histogram"))
    return ink_funnel_result_to_histogram (result);
  if (g_str_equal (content->kind->table, "trend"))
    return ink_funnel_result_to_trend (result, content->slide->period);

  return ink_funnel_result_to_steps (result);
}

static gboolean
ask_funnel (Work *work,
            GError **error)
{
  InkSlideContent *content = work->content;
  InkFunnel *named = ink_definition_need_funnel (content->definition, content->slide->about, error);
  g_autoptr (InkFunnel) funnel = NULL;
  g_autoptr (InkFunnelResult) result = NULL;

  if (named == NULL)
    return FALSE;

  funnel = pick_comparison (content->slide, content->kind, named);
  result = ink_funnel_evaluate (work->store, content->definition, funnel, &work->filter,
                                work->cancellable, error);
  if (result == NULL)
    return FALSE;

  content->table = pick_table (content, result);
  content->rule = ink_funnel_to_words (funnel);
  content->median = ink_funnel_result_get_median (result);
  content->has_personas = ink_funnel_result_get_personas (result) != NULL;
  content->count = funnel->count;

  return TRUE;
}

static gboolean
ask_indicators (Work *work,
                GError **error)
{
  InkSlideContent *content = work->content;
  InkGoal *goal = ink_definition_need_goal (content->definition, content->about, error);
  g_autoptr (InkIndicators) indicators = NULL;
  g_autoptr (InkTable) table = NULL;

  if (goal == NULL)
    return FALSE;

  indicators = ink_indicators_evaluate (work->store, content->definition, goal->name,
                                        &work->filter, work->cancellable, error);
  if (indicators == NULL)
    return FALSE;

  table = ink_indicators_to_table (indicators);
  content->table = ink_indicator_rows_sort (table);

  return TRUE;
}

static gboolean
is_of_indicators (const InkSlideContent *content)
{
  return g_str_equal (content->kind->table, "indicators");
}

/* The named one, else the main goal, else the first funnel. */
static gboolean
find_subject (InkSlideContent *content,
              GError **error)
{
  InkGoal *goal = ink_definition_get_main_goal (content->definition);
  InkFunnel *funnel = content->definition->funnels[0];

  if (content->slide->about != NULL)
    content->about = g_strdup (content->slide->about);
  else if (is_of_indicators (content))
    content->about = g_strdup (goal != NULL ? goal->name : NULL);
  else
    content->about = g_strdup (funnel != NULL ? funnel->name : NULL);
  if (content->about != NULL)
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
               is_of_indicators (content)
                   ? _ ("This slide needs a macro goal, and the project has none yet.")
                   : _ ("This slide needs a funnel, and the project has none yet."));
  return FALSE;
}

static gboolean
ask (Work *work,
     GError **error)
{
  InkSlideContent *content = work->content;
  const char *chart = content->slide->chart;

  if (chart == NULL)
    return TRUE;

  content->kind = ink_chart_find (chart);
  if (content->kind == NULL)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_USAGE, _ ("There is no chart '%s'."), chart);
      return FALSE;
    }

  return find_subject (content, error)
         && (is_of_indicators (content) ? ask_indicators (work, error) : ask_funnel (work, error));
}

/* --- Words --- */

static char *
propose_title (const InkSlideContent *content,
               const InkChartOptions *options)
{
  g_autofree char *found = NULL;

  if (content->slide->title != NULL)
    return g_strdup (content->slide->title);
  if (content->kind == NULL)
    return g_strdup (_ ("Slide"));

  found = ink_chart_make_finding (content->kind, content->table, options);
  return found != NULL ? g_steal_pointer (&found) : g_strdup (content->about);
}

/* "1 Jul 2026 – 30 Sep 2026" */
static char *
say_period (const Work *work)
{
  gint64 from = work->filter.from, to = work->filter.to;
  g_autofree char *first = NULL, *last = NULL;

  if (from == INK_TIME_NONE)
    from = ink_event_store_get_first (work->store);
  if (to == INK_TIME_NONE)
    to = ink_definition_get_export_time (work->content->definition,
                                         ink_event_store_get_last (work->store))
         - 1;
  if (from == INK_TIME_NONE || to == INK_TIME_NONE)
    return NULL;

  first = ink_numbers_date (work->numbers, from, INK_PERIOD_DAY, work->content->zone, TRUE);
  last = ink_numbers_date (work->numbers, to, INK_PERIOD_DAY, work->content->zone, TRUE);
  return g_strdup_printf ("%s – %s", first, last);
}

static char *
propose_source (const Work *work)
{
  const InkSlideContent *content = work->content;
  guint32 people = ink_event_store_get_n_people (work->store);
  g_autofree char *count = ink_numbers_count (work->numbers, people);
  g_autofree char *period = say_period (work);
  g_autoptr (GString) source = g_string_new (NULL);

  if (content->slide->source != NULL)
    return g_strdup (content->slide->source);
  if (content->kind == NULL)
    return NULL;

  g_string_append_printf (source,
                          g_dngettext (GETTEXT_PACKAGE, "Source: export with %s person",
                                       "Source: export with %s people", people),
                          count);
  if (period != NULL)
    g_string_append_printf (source, " · %s", period);
  if (content->slide->persona != NULL)
    g_string_append_printf (source, _ (" · only %s"), content->slide->persona);
  if (is_of_indicators (content))
    g_string_append (source, _ (" · adjusted for activity and time; 95 % ranges"));

  return g_string_free (g_steal_pointer (&source), FALSE);
}

static char *
propose_notes (const Work *work)
{
  const InkSlideContent *content = work->content;
  g_autoptr (GString) notes = g_string_new (NULL);

  if (content->slide->notes != NULL)
    return g_strdup (content->slide->notes);
  if (content->kind == NULL)
    return NULL;

  g_string_append (notes, content->description);
  if (content->rule != NULL)
    g_string_append_printf (notes, _ ("\nHow it is counted: %s."), content->rule);
  if (is_of_indicators (content))
    g_string_append (notes,
                     _ ("\nHow it is counted: each day of each person at risk of converting is "
                        "compared with days of people of the same activity, tenure and time who "
                        "have not done it (Mantel-Haenszel rate ratios, 95 % ranges, corrected for "
                        "looking at many goals)."
                        "\nAssociated with, not proof of cause: somebody who intends to buy does "
                        "both."));
  else
    g_string_append (notes, _ ("\nRanges of shares are Wilson's, 95 %. People whose window is still "
                               "open are never counted as lost."));

  return g_string_free (g_steal_pointer (&notes), FALSE);
}

static void
say (Work *work)
{
  InkSlideContent *content = work->content;
  InkChartOptions options = ink_slide_content_get_options (content);

  options.numbers = work->numbers;
  options.title = content->about;
  if (content->kind != NULL)
    content->description = ink_chart_describe (content->kind, content->table, &options);
  content->title = propose_title (content, &options);
  content->source = propose_source (work);
  content->notes = propose_notes (work);
}

InkSlideContent *
ink_slide_content_new (InkSlide *slide,
                       InkDefinition *definition,
                       InkEventStore *store,
                       const InkNumbers *numbers,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (InkSlideContent) content = NULL;
  InkNumbers locale;
  Work work;

  g_return_val_if_fail (slide != NULL && definition != NULL && store != NULL, NULL);

  content = g_new0 (InkSlideContent, 1);
  content->slide = ink_slide_ref (slide);
  content->definition = ink_definition_ref (definition);
  content->zone = ink_definition_get_zone (definition);
  locale = ink_numbers_for_locale ();
  work = (Work){ .content = content,
                 .store = store,
                 .numbers = numbers != NULL ? numbers : &locale,
                 .cancellable = cancellable };
  if (!read_filter (&work, error) || !ask (&work, error))
    return NULL;

  say (&work);
  return g_steal_pointer (&content);
}
