/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slide by slide: ask, say, write. */
#include "config.h"

#include "document/ink-report.h"

#include "base/ink-error.h"
#include "document/ink-slide-content.h"
#include "export/ink-report-pdf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A slide with more groups is no slide. */
#define MOST_SERIES 6
/* What can be read of a table. */
#define MOST_ROWS 18

GPtrArray *
ink_report_get_slides (const InkDefinition *definition,
                       GError **error)
{
  g_autoptr (GPtrArray) slides = NULL;

  g_return_val_if_fail (definition != NULL, NULL);

  slides = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_slide_unref);
  for (guint i = 0; definition->slides[i] != NULL; i++)
    {
      InkSlide *slide = ink_slide_from_json (definition->slides[i], error);

      if (slide == NULL)
        {
          g_prefix_error (error, _ ("Slide %u: "), i + 1);
          return NULL;
        }
      g_ptr_array_add (slides, slide);
    }

  return g_steal_pointer (&slides);
}

/* "de-DE" of "de_DE.UTF-8". */
static char *
find_language (void)
{
  const char *const *languages = g_get_language_names ();
  g_autofree char *language = g_strdup (languages[0]);

  g_strdelimit (language, ".@", '\0');
  g_strdelimit (language, "_", '-');

  return g_str_equal (language, "C") || *language == '\0' ? g_strdup ("en-GB")
                                                          : g_steal_pointer (&language);
}

typedef struct
{
  GPtrArray *slides;
  InkDefinition *definition;
  InkEventStore *store;
  const InkReportOptions *options;
  GCancellable *cancellable;
  InkProgress *progress;
  GPtrArray *queries; /* of InkQuery: what was asked for slides before */
  GPtrArray *answers; /* of InkAnswer, to these */
} Work;

static void
work_clear (Work *work)
{
  g_clear_pointer (&work->queries, g_ptr_array_unref);
  g_clear_pointer (&work->answers, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Several slides show the same answer: it is worked out once. (transfer none) (nullable) */
static InkAnswer *
ask (const Work *work,
     InkQuery *query,
     GError **error)
{
  InkAnswer *answer;

  for (guint i = 0; i < work->queries->len; i++)
    if (ink_query_equal (g_ptr_array_index (work->queries, i), query))
      return g_ptr_array_index (work->answers, i);

  answer = ink_query_run (query, work->store, work->cancellable, NULL, error);
  if (answer == NULL)
    return NULL;
  g_ptr_array_add (work->queries, ink_query_ref (query));
  g_ptr_array_add (work->answers, answer);

  return answer;
}

static InkSlideContent *
find_content (const Work *work,
              InkSlide *slide,
              GError **error)
{
  g_autoptr (InkQuery) query = NULL;
  InkAnswer *answer = NULL;

  if (ink_slide_is_asking (slide))
    {
      query = ink_slide_make_query (slide, work->definition, error);
      answer = query != NULL ? ask (work, query, error) : NULL;
      if (answer == NULL)
        return NULL;
    }

  return ink_slide_content_new_for_answer (slide, work->definition, work->store, answer,
                                           work->options->numbers, error);
}

static InkSlideContent *
make_content (const Work *work,
              guint index,
              GError **error)
{
  InkSlide *slide = g_ptr_array_index (work->slides, index);
  InkSlideContent *content;

  ink_progress_set (work->progress, index, work->slides->len, 0);
  content = find_content (work, slide, error);
  if (content == NULL)
    g_prefix_error (error, _ ("Slide %u: "), index + 1);

  return content;
}

/* --- The presentation --- */

static InkChartOptions
slide_options (const Work *work,
               const InkSlideContent *content)
{
  InkChartOptions options = ink_slide_content_get_options (content);

  options.theme = &ink_theme_slide;
  options.numbers = work->options->numbers;
  ink_deck_get_body_size (work->options->shape, &options.width, &options.height);

  return options;
}

static gboolean
fits (const InkNativeChart *chart)
{
  return chart != NULL
         && (chart->form == INK_NATIVE_POINTS || chart->series->len <= MOST_SERIES);
}

/* Nullable: it has no such table. */
static InkDeckGrid *
make_grid (const InkSlideContent *content,
           const InkChartOptions *options)
{
  g_auto (InkHeatGrid) heat = { 0 };
  g_auto (InkTableGrid) table = { 0 };

  if (content->kind == &ink_chart_table)
    {
      ink_table_grid_init (&table, content->table, options);
      return ink_deck_grid_new_for_table (&table);
    }
  if (content->kind == NULL
      || !ink_chart_make_grid (content->kind, content->table, options, &heat))
    return NULL;

  return ink_deck_grid_new_for_heat (&heat, MOST_ROWS);
}

static gboolean
put_slide (const Work *work,
           InkDeck *deck,
           const InkSlideContent *content,
           GError **error)
{
  InkChartOptions options = slide_options (work, content);
  g_autoptr (InkNativeChart) chart
      = content->kind != NULL ? ink_chart_make_native (content->kind, content->table, &options)
                              : NULL;
  g_autoptr (InkDeckGrid) grid = make_grid (content, &options);
  g_autoptr (InkScene) scene = NULL;
  InkDeckSlide slide = {
    .title = content->title,
    .is_opening = content->slide->is_opening,
    .source = content->source,
    .notes = content->notes,
    .description = content->description,
    .numbers = content->table,
    .sentences = (const char *const *) content->slide->sentences,
  };

  if (fits (chart))
    slide.chart = chart;
  else if (grid != NULL)
    slide.grid = grid;
  else if (content->kind != NULL)
    slide.picture = scene = ink_chart_render (content->kind, content->table, &options);

  return ink_deck_add (deck, &slide, error);
}

GBytes *
ink_report_to_pptx (GPtrArray *slides,
                    InkDefinition *definition,
                    InkEventStore *store,
                    const InkReportOptions *options,
                    GCancellable *cancellable,
                    InkProgress *progress,
                    GError **error)
{
  g_auto (Work) work = { slides, definition, store, options, cancellable, progress,
                         g_ptr_array_new_with_free_func ((GDestroyNotify) ink_query_unref),
                         g_ptr_array_new_with_free_func ((GDestroyNotify) ink_answer_unref) };
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);
  g_autofree char *language = find_language ();
  InkDeckOptions deck_options = { .shape = options->shape,
                                  .template_ = options->template_,
                                  .title = options->title,
                                  .created = options->created,
                                  .language = language,
                                  .zone = zone };
  g_autoptr (InkDeck) deck = ink_deck_new (&deck_options);

  g_return_val_if_fail (slides != NULL && slides->len > 0, NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      g_autoptr (InkSlideContent) content = make_content (&work, i, error);

      if (content == NULL || !put_slide (&work, deck, content, error))
        return NULL;
    }

  return ink_deck_write (deck, error);
}

/* --- The PDF --- */

static gboolean
put_page (const Work *work,
          InkReportPdf *pdf,
          const InkSlideContent *content)
{
  InkChartOptions options = slide_options (work, content);
  g_autoptr (InkScene) scene = NULL;
  InkSlidePicture slide = { .title = content->title,
                         .is_opening = content->slide->is_opening,
                         .source = content->source,
                         .sentences = (const char *const *) content->slide->sentences };

  if (content->kind != NULL)
    slide.scene = scene = ink_chart_render (content->kind, content->table, &options);
  ink_report_pdf_add (pdf, &slide);

  return TRUE;
}

GBytes *
ink_report_to_pdf (GPtrArray *slides,
                   InkDefinition *definition,
                   InkEventStore *store,
                   const InkReportOptions *options,
                   GCancellable *cancellable,
                   InkProgress *progress,
                   GError **error)
{
  g_auto (Work) work = { slides, definition, store, options, cancellable, progress,
                         g_ptr_array_new_with_free_func ((GDestroyNotify) ink_query_unref),
                         g_ptr_array_new_with_free_func ((GDestroyNotify) ink_answer_unref) };
  g_autoptr (InkReportPdf) pdf
      = ink_report_pdf_new (options->title, options->created, options->shape);

  g_return_val_if_fail (slides != NULL && slides->len > 0, NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      g_autoptr (InkSlideContent) content = make_content (&work, i, error);

      if (content == NULL)
        return NULL;
      put_page (&work, pdf, content);
    }

  return ink_report_pdf_end (pdf, error);
}
