/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the page of a funnel asks: the funnel itself, then the same by personas and over time, which
 * wait until the funnel's answer is drawn. Private to the page. */
#pragma once

#include "analysis/ink-trend-query.h"
#include "document/ink-live.h"
#include "ui/ink-view.h"
#include "ui/pages/ink-funnel-choice.h"

G_BEGIN_DECLS

typedef struct _InkFunnelQuestions InkFunnelQuestions;

/* Asks about the funnel of @choice as @view sees it. */
InkFunnelQuestions *ink_funnel_questions_new  (InkView *view, InkFunnelChoice *choice)
    G_GNUC_WARN_UNUSED_RESULT;
void                ink_funnel_questions_free (InkFunnelQuestions *self);

/* All (transfer none). */
InkLive            *ink_funnel_questions_get_funnel   (const InkFunnelQuestions *self);
InkLive            *ink_funnel_questions_get_personas (const InkFunnelQuestions *self);
InkLive            *ink_funnel_questions_get_trend    (const InkFunnelQuestions *self);

/* The funnel's answer that is shown; nullable. The lesser questions are asked about it alone. */
InkAnswer          *ink_funnel_questions_get_shown  (const InkFunnelQuestions *self);
void                ink_funnel_questions_set_shown  (InkFunnelQuestions *self, InkAnswer *answer);
/* Of the points of the trend. */
InkPeriod           ink_funnel_questions_get_period (const InkFunnelQuestions *self);
/* While the numbers of the funnel are drawn, the lesser questions do not take its time. */
void                ink_funnel_questions_hold_lesser (InkFunnelQuestions *self, gboolean held);

G_END_DECLS
