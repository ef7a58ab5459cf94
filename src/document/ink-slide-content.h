/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a slide shows: its texts, proposed where nobody wrote any, and the numbers of its chart. One
 * evaluation serves the screen, the presentation and the PDF. */
#pragma once

#include "analysis/ink-query.h"
#include "charts/ink-chart.h"
#include "definition/ink-definition.h"
#include "definition/ink-slide.h"
#include "events/ink-event-store.h"

G_BEGIN_DECLS

/**
 * InkSlideContent:
 * @kind, @table: (nullable): the chart and its numbers
 * @about: (nullable): what the chart is of
 * @rule: (nullable): its rule in words
 * @zone, @personas, @median, @count, @n_whole: of the chart's options
 * @description: (nullable): the chart in words
 * @finding: (nullable): what the chart found, in a sentence: the title that is proposed
 */
typedef struct
{
  InkSlide *slide;
  char *title;
  char *source;
  char *notes;
  char *description;
  char *finding;
  const InkChartKind *kind;
  InkTable *table;
  char *about;
  char *rule;
  GTimeZone *zone;
  InkDefinition *definition;
  gboolean has_personas;
  double median;
  InkCount count;
  guint n_whole;
} InkSlideContent;

/* Whether its chart asks something: it has one, and is not frozen. */
gboolean         ink_slide_is_asking    (const InkSlide *slide);
/* What its chart asks; NULL without @error where it asks nothing, with it where its funnel or goal is
 * not there any more. */
InkQuery        *ink_slide_make_query   (const InkSlide *slide, InkDefinition *definition,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* From the answer to that (nullable: it asks nothing). Quick. A frozen slide shows what it keeps:
 * INK_ERROR_FORMAT where that is damaged. */
InkSlideContent *ink_slide_content_new_for_answer (InkSlide *slide, InkDefinition *definition,
                                                   InkEventStore *store, const InkAnswer *answer,
                                                   const InkNumbers *numbers, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* Both in one. Slow: call it from a worker. NULL with @error: its funnel or goal is not there any more, or it
 * was cancelled. @numbers: nullable: as the locale writes them. */
InkSlideContent *ink_slide_content_new  (InkSlide *slide, InkDefinition *definition,
                                         InkEventStore *store, const InkNumbers *numbers,
                                         GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void             ink_slide_content_free (InkSlideContent *content);
/* How its chart is to be drawn, but for theme and size. Borrows from @content. */
InkChartOptions  ink_slide_content_get_options (const InkSlideContent *content);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkSlideContent, ink_slide_content_free)

G_END_DECLS
