/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The few sentences that matter now: of what leads to the macro goal, what only looks busy, where
 * most people are lost, where personas disagree, and what the data lacks. */
#pragma once

#include "analysis/ink-query.h"

G_BEGIN_DECLS

typedef enum
{
  INK_HIGHLIGHT_SIGN,
  INK_HIGHLIGHT_BUSY,
  INK_HIGHLIGHT_LEAK,
  INK_HIGHLIGHT_PERSONAS,
  INK_HIGHLIGHT_LACK,
  INK_N_HIGHLIGHTS,
} InkHighlightKind;

/**
 * InkHighlight:
 * @subject: (nullable): the goal or the steps that it is of
 * @sentence: NULL: there is nothing to say, and no card
 * @page: id of the page that tells more
 */
typedef struct
{
  InkHighlightKind kind;
  char *subject;
  char *sentence;
  const char *page;
} InkHighlight;

void ink_highlight_clear (InkHighlight *highlight);

/* Each fills a cleared @highlight from what a search found. */
void ink_highlight_find_sign     (const InkIndicators *indicators, InkHighlight *highlight);
void ink_highlight_find_busy     (const InkIndicators *indicators, InkHighlight *highlight);
void ink_highlight_find_personas (const InkIndicators *indicators, InkHighlight *highlight);
void ink_highlight_find_lack     (const InkIndicators *indicators, InkHighlight *highlight);
/* The worst place of all funnels: each is asked for the step at which the greatest share stops, and
 * of these the one at which most people do. FALSE with @error where it was cancelled; a funnel that
 * cannot be evaluated is left out. */
gboolean ink_highlight_find_leak (InkEventStore *store, InkDefinition *definition,
                                  const InkFilter *filter, GCancellable *cancellable,
                                  InkHighlight *highlight, GError **error);

/* In files: "sign", "busywork", "leak", "personas", "lack"; and for the reader: "Strongest sign". */
const char *ink_highlight_to_string (InkHighlightKind kind);
const char *ink_highlight_get_title (InkHighlightKind kind);

/* All of it for @macro, a goal's name (nullable: only funnels can be asked). Tables:
 *   "highlights": kind, title, subject, sentence, page: a row for each that has something to say
 *   "series", "summary": those of ink_rule_query_new() of the macro goal; not without it
 *   "before": people, ratio, low, high: how many completed it in the equally long time before the
 *      period, and how many times as many do now; no row without a period, or where the data does not
 *      reach back so far */
InkQuery *ink_highlights_query_new (InkDefinition *definition, const char *macro,
                                    const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* The same without the search for what leads, which takes many times as long as all the rest: of
 * "highlights" the leak alone. To be shown until the whole answer is there. */
InkQuery *ink_highlights_early_query_new (InkDefinition *definition, const char *macro,
                                          const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkHighlight, ink_highlight_clear)

G_END_DECLS
