/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes together in a table without times, one row a person or visit: no "before", so nothing
 * leads; other words, other verdicts. */
#pragma once

#include "analysis/ink-indicator-frame.h"
#include "analysis/ink-timeless-columns.h"
#include "stats/ink-mantel-haenszel.h"

G_BEGIN_DECLS

typedef enum
{
  INK_TIMELESS_NO_DATA,
  INK_TIMELESS_MORE,
  INK_TIMELESS_LESS,
  INK_TIMELESS_NO_DIFFERENCE,
  INK_N_TIMELESS_VERDICTS,
} InkTimelessVerdict;

/* As files have it, such as "More often"; and in the reader's language. */
const char *ink_timeless_verdict_to_string (InkTimelessVerdict verdict);
const char *ink_timeless_verdict_get_title (InkTimelessVerdict verdict);

/**
 * InkTimelessMicro:
 * @table: a: with it and converted, b: with it and not, c: without it and converted, d: neither
 * @with, @without: the ranges of a of a + b, and of c of c + d (Wilson)
 * @left_out: rows whose yes/no column is blank
 * @n_strata: with rows on both sides
 * @ratios: over persona and channel, and activity where the user named a column for it
 * @q: of their test, among all micros
 */
typedef struct
{
  char *micro;
  InkFourfold table;
  InkInterval with;
  InkInterval without;
  guint64 left_out;
  guint n_strata;
  InkCommonRatios ratios;
  double q;
  InkTimelessVerdict verdict;
  char *sentence;
} InkTimelessMicro;

/**
 * InkTimelessTable:
 * @outcome: the macro goal's name
 * @left_out: rows whose outcome is blank
 * @activity: (nullable): the column by which rows are equally active; "activity_column" of the
 *   definition's settings
 * @columns: those that almost give the answer away come last
 * @strata: of persona, channel and activity; 1: there is nothing to compare like with like by
 * @banner: what has to be said on every page
 */
typedef struct
{
  char *outcome;
  guint64 rows;
  guint64 converted;
  guint64 left_out;
  char *activity;
  guint strata;
  char *banner;
  guint n;
  InkTimelessMicro *micros;
  guint n_columns;
  InkTimelessColumn **columns;
} InkTimelessTable;

/* Whether no event of anybody has a time. */
gboolean          ink_timeless_applies   (InkEventStore *store);
/* @only: the index of a persona, or INK_INDICATOR_ALL_PERSONAS. */
InkTimelessTable *ink_timeless_table_new  (const InkIndicatorFrame *frame, int only,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void              ink_timeless_table_free (InkTimelessTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkTimelessTable, ink_timeless_table_free)

G_END_DECLS
