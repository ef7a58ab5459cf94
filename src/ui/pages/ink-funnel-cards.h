/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cards in which a funnel's answers stand: the bars, and what is beside them. Private to the
 * page of a funnel. */
#pragma once

#include "ui/ink-view.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-leak-card.h"

G_BEGIN_DECLS

typedef struct
{
  InkView *view; /* nullable: tests of templates */
  InkChartView *bars;
  GtkLabel *rule; /* the funnel in words */
  GtkWidget *groups_card;
  InkChartView *groups;
  GtkWidget *trend_card;
  InkChartView *trend;
  GtkWidget *times_card;
  InkChartView *times;
  InkLeakCard *leak;
} InkFunnelCards;

/* What the next frame must show of @answer, which is one to @funnel. */
void ink_funnel_cards_show (const InkFunnelCards *self, const InkFunnel *funnel,
                            InkAnswer *answer);
/* What only goes with the numbers, once they are drawn: words are laid out for longer than charts
 * are drawn. */
void ink_funnel_cards_show_rest (const InkFunnelCards *self, const InkFunnel *funnel,
                                 InkAnswer *answer);
/* The project's last numbers: the bars alone. */
void ink_funnel_cards_show_kept (const InkFunnelCards *self, const InkFunnel *funnel,
                                 InkAnswer *kept);
void ink_funnel_cards_show_trend (const InkFunnelCards *self, const InkFunnel *funnel,
                                  InkAnswer *answer, InkPeriod period);
/* What may go into the report, as it is seen now. Returns the slide of the bars, as JSON. */
char *ink_funnel_cards_offer_slides (const InkFunnelCards *self, const InkFunnel *funnel)
    G_GNUC_WARN_UNUSED_RESULT;
/* There is no answer: nothing is said beside the bars either. */
void ink_funnel_cards_hide_rest (const InkFunnelCards *self);
/* The bars are dimmed as the place is in which they stand; so is what is beside them. */
void ink_funnel_cards_dim_rest (const InkFunnelCards *self, gboolean dimmed);

G_END_DECLS
