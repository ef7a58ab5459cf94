/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A slide of the report: what it shows, and what was written about it by hand. What is not written
 * is proposed from the result. Immutable, reference-counted.
 *
 * The definition keeps slides as the JSON that they were read as; this is how that is understood:
 *
 *   {"title", "notes", "source": texts that replace what is proposed,
 *    "chart": {"kind": a chart, "funnel": NAME | "macro": GOAL, "period": "day"|"week"|"month",
 *              "by": "persona" | {"prop": P}},
 *    "persona": NAME, "between": [from, to]: the filter that it was made with,
 *    "text": [sentences], "opening": true: a title slide, whose first sentence is its subtitle,
 *    "finding": what it had found when its words were last accepted,
 *    "frozen": {"date": the day, "source", "rule": as they were, "count": what the funnel counted,
 *               "personas": true: its groups are they, "median": seconds, "table": the numbers, as
 *               ink_answer_to_json() writes them, "rows": how many there were, if "table" has only
 *               the first of them}: new data do not change it}
 *
 * A chart of the kind "table" is a table that the window showed: nothing can ask for it again, so it
 * is always frozen. */
#pragma once

#include "base/ink-time.h"
#include "definition/ink-funnel.h"
#include "definition/ink-rule.h"

G_BEGIN_DECLS

/* The kind of a slide with a table instead of a chart. */
#define INK_SLIDE_TABLE "table"

/**
 * InkFrozen: what a slide keeps of the day on which it was frozen.
 * @date: ISO date
 * @source: (nullable): the line that was proposed
 * @rule: (nullable): in words
 * @table: JSON of an answer; a file may come from anywhere, so look whether it is sound
 * @n_rows: of the table that it is the first rows of; 0: it is all of it
 */
typedef struct
{
  char *date;
  char *source;
  char *rule;
  InkCount count;
  gboolean has_personas;
  double median;
  char *table;
  guint n_rows;
} InkFrozen;

/**
 * InkSlide:
 * @chart: (nullable): the id of a chart
 * @about: (nullable): the funnel or macro goal that it is of
 * @by_persona, @by_property: (nullable): whom a chart of groups compares; neither: the funnel's own
 * @sentences: (array zero-terminated=1): none is an empty list
 * @finding: (nullable): what it had found when somebody last said yes to its words
 * @frozen: (nullable): it is live
 */
typedef struct
{
  gatomicrefcount ref_count; /* private */
  char *title;               /* nullable */
  char *notes;               /* nullable */
  char *source;              /* nullable */
  char *chart;
  char *about;
  gboolean is_of_macro;
  gboolean by_persona;
  char *by_property;
  InkPeriod period;
  char *persona; /* nullable */
  InkDates between;
  char **sentences;
  gboolean is_opening;
  char *finding;
  InkFrozen *frozen;
} InkSlide;

/* An empty one; its only reference may write the fields. */
InkSlide *ink_slide_new       (void) G_GNUC_WARN_UNUSED_RESULT;
InkSlide *ink_slide_ref       (InkSlide *slide);
void      ink_slide_unref     (InkSlide *slide);
/* INK_ERROR_DEFINITION with the place where @json is no slide. */
InkSlide *ink_slide_from_json (const char *json, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char     *ink_slide_to_json   (const InkSlide *slide) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is a table, which can never be live. */
gboolean  ink_slide_is_table  (const InkSlide *slide);

InkFrozen *ink_frozen_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void      ink_frozen_free     (InkFrozen *frozen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkFrozen, ink_frozen_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkSlide, ink_slide_unref)

G_END_DECLS
