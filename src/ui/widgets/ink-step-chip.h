/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One step of a funnel as a chip to be clicked. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-funnel.h"

G_BEGIN_DECLS

#define INK_TYPE_STEP_CHIP (ink_step_chip_get_type ())
G_DECLARE_FINAL_TYPE (InkStepChip, ink_step_chip, INK, STEP_CHIP, GtkButton)

GtkWidget *ink_step_chip_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* The step at @position, from 0. */
void       ink_step_chip_set_step (InkStepChip *self, const InkFunnel *funnel, guint position);

G_END_DECLS
