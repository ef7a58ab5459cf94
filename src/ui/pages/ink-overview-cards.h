/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cards of the overview: a sentence each, of the table "highlights". */
#pragma once

#include "base/ink-table.h"
#include "ui/widgets/ink-card-grid.h"

G_BEGIN_DECLS

/* A card for each row, and no other. */
void     ink_overview_cards_show      (InkCardGrid *cards, const InkTable *table);
/* @table: the leak alone, or nothing. Among the sentences of before; alone where there are none. */
void     ink_overview_cards_show_leak (InkCardGrid *cards, const InkTable *table);
/* Makes another card that is yet to be filled; FALSE: there are as many as there can be sentences. */
gboolean ink_overview_cards_prepare   (InkCardGrid *cards);

G_END_DECLS
