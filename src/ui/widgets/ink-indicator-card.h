/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All that is known of one micro goal as a sign of the macro goal: the honest sentence, the numbers
 * behind it, and each persona. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-indicators.h"

G_BEGIN_DECLS

#define INK_TYPE_INDICATOR_CARD (ink_indicator_card_get_type ())
/* Signal "people" (gboolean): those are wanted who went on to the macro goal after it; FALSE: those
 * who did it and have not yet. */
G_DECLARE_FINAL_TYPE (InkIndicatorCard, ink_indicator_card, INK, INDICATOR_CARD, GtkWidget)

/* @index: of the indicators, below their number. */
void ink_indicator_card_set_indicator (InkIndicatorCard *self, const InkIndicators *indicators,
                                       guint index);

G_END_DECLS
