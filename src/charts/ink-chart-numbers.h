/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The numbers behind a chart, as a table for people: its accessible twin, and what is copied. */
#pragma once

#include "charts/ink-chart.h"

G_BEGIN_DECLS

/* The rows of @table that @kind draws, or would draw if it had room, with readable names of groups;
 * columns in which nothing stands are left out. */
InkTable *ink_chart_to_numbers (const InkChartKind *kind, InkTable *table)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
