/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a funnel loses most, in words, and who passes it more often. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-answer.h"

G_BEGIN_DECLS

#define INK_TYPE_LEAK_CARD (ink_leak_card_get_type ())
/* Signal "people" (uint): the people who stopped before that step (from 1) are wanted. */
G_DECLARE_FINAL_TYPE (InkLeakCard, ink_leak_card, INK, LEAK_CARD, GtkWidget)

/* @answer: of the funnel. */
void ink_leak_card_set_answer   (InkLeakCard *self, InkAnswer *answer);
/* @answer: nullable: the same funnel compared by personas. */
void ink_leak_card_set_personas (InkLeakCard *self, InkAnswer *answer);

G_END_DECLS
