/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of a table of indicators, read once and ranked for the charts that draw them. */
#pragma once

#include "charts/ink-chart.h"
#include "charts/ink-verdict-look.h"

G_BEGIN_DECLS

/**
 * InkIndicatorRow: one micro goal. Texts live as long as the table.
 * @row: of the table
 * @title: the verdict in the reader's language
 * @naive: the simple comparison
 * @low, @high: of @lift; 0 and INFINITY where there is no limit
 *
 * Other numbers that do not exist are NaN.
 */
typedef struct
{
  guint row;
  const char *micro;
  InkVerdict verdict;
  const char *title;
  const char *sentence;
  double people;
  double reach;
  double naive;
  double lift;
  double low;
  double high;
} InkIndicatorRow;

/* A part of a logarithmic axis, from one power of two to another. */
typedef struct
{
  double low;
  double high;
} InkIndicatorSpan;

/* Returns: (transfer full): of InkIndicatorRow, by verdict and then by lift */
GArray          *ink_indicator_rows_read  (InkTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* The same table with its rows in that order: what walks through its data walks down a ranking. */
InkTable        *ink_indicator_rows_sort  (InkTable *table) G_GNUC_WARN_UNUSED_RESULT;
/* Wide enough for what matters of all rows: a range without end would squeeze all others. */
InkIndicatorSpan ink_indicator_rows_span  (const GArray *rows, gboolean with_naive);
/* Whether there is anything to draw of its range. */
gboolean         ink_indicator_row_has_range (const InkIndicatorRow *row);
/* "2.6–3.7", "2.6 or more". */
char            *ink_indicator_row_range  (const InkIndicatorRow *row,
                                           const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
/* "Template download: Leading indicator, 3.1× (2.6–3.7)…": for a tooltip and a screen reader. */
char            *ink_indicator_row_to_words (const InkIndicatorRow *row,
                                             const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
/* The line that every chart of these ends with. */
const char      *ink_indicator_rows_caveat (void);
/* "Strongest sign: …", or that there is none. */
char            *ink_indicator_rows_finding (const GArray *rows, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;
/* What all of them are, in sentences. */
char            *ink_indicator_rows_describe (const GArray *rows, const InkChartOptions *options)
    G_GNUC_WARN_UNUSED_RESULT;

static inline const InkIndicatorRow *
ink_indicator_rows_get (const GArray *rows,
                        guint index)
{
  return &g_array_index (rows, InkIndicatorRow, index);
}

G_END_DECLS
