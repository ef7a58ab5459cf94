/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A table as text for the clipboard: what a spreadsheet takes as numbers, and a text as a table. */
#pragma once

#include "base/ink-table.h"
#include "plot/ink-numbers.h"

G_BEGIN_DECLS

/* Tab-separated, with a heading line, its decimals as the reader's spreadsheet reads them: shares
 * as per cent, durations as hours:minutes:seconds, times in @zone (nullable: UTC). */
char *ink_table_to_tsv  (const InkTable *table, const InkNumbers *numbers, GTimeZone *zone)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same as one HTML table. */
char *ink_table_to_html (const InkTable *table, const InkNumbers *numbers, GTimeZone *zone)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
