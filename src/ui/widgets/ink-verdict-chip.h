/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A verdict as a small coloured word with its shape, so that colour is never all. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-verdict.h"

G_BEGIN_DECLS

#define INK_TYPE_VERDICT_CHIP (ink_verdict_chip_get_type ())
G_DECLARE_FINAL_TYPE (InkVerdictChip, ink_verdict_chip, INK, VERDICT_CHIP, GtkWidget)

GtkWidget  *ink_verdict_chip_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void        ink_verdict_chip_set_verdict (InkVerdictChip *self, InkVerdict verdict);
/* Any other word in the accent's colour, such as "Macro goal". */
void        ink_verdict_chip_set_word    (InkVerdictChip *self, const char *word);

G_END_DECLS
