/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One of the few sentences that matter now, and the way to the page that tells more. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-highlights.h"

G_BEGIN_DECLS

#define INK_TYPE_HIGHLIGHT_CARD (ink_highlight_card_get_type ())
/* Its button activates "win.page". */
G_DECLARE_FINAL_TYPE (InkHighlightCard, ink_highlight_card, INK, HIGHLIGHT_CARD, GtkWidget)

GtkWidget *ink_highlight_card_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @row: of the table "highlights" of ink_highlights_query_new(). @page_title: of its page. */
void       ink_highlight_card_set (InkHighlightCard *self, const InkTable *table, guint row,
                                   const char *page_title);
/* (nullable) (transfer none): what it is about, as ink_highlight_to_string() says it */
const char *ink_highlight_card_get_kind (InkHighlightCard *self);
/* (nullable) (transfer none): the id of its page */
const char *ink_highlight_card_get_page (InkHighlightCard *self);

G_END_DECLS
