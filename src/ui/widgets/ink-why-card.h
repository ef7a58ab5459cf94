/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why one person is behind a number, or not: in sentences, for whatever goal, persona or funnel is
 * picked. */
#pragma once

#include <adwaita.h>

#include "analysis/ink-explain-query.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_WHY_CARD (ink_why_card_get_type ())
G_DECLARE_FINAL_TYPE (InkWhyCard, ink_why_card, INK, WHY_CARD, GtkWidget)

/* Once. */
void ink_why_card_set_view   (InkWhyCard *self, InkView *view);
/* @id: any id of the person; nullable. */
void ink_why_card_set_person (InkWhyCard *self, const char *id);
/* What is asked before anything is picked. @title: as users call it. Without it, the first funnel
 * is, or else the main goal. */
void ink_why_card_set_rule   (InkWhyCard *self, InkRule *rule, const char *title);
/* The same: the goal, persona or funnel of that name, as if the user had picked it. */
void ink_why_card_ask_about  (InkWhyCard *self, InkExplainKind kind, const char *name);

G_END_DECLS
