/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Order, window and comparison of a funnel. */
#pragma once

#include <adwaita.h>

#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_FUNNEL_SETTINGS (ink_funnel_settings_get_type ())
/* Signal "edited" (InkFunnel *funnel, const char *what). */
G_DECLARE_FINAL_TYPE (InkFunnelSettings, ink_funnel_settings, INK, FUNNEL_SETTINGS, GtkWidget)

void ink_funnel_settings_set_funnel     (InkFunnelSettings *self, InkFunnel *funnel);
/* Comparing by persona is offered where @definition has any. */
void ink_funnel_settings_set_definition (InkFunnelSettings *self,
                                         const InkDefinition *definition);

G_END_DECLS
