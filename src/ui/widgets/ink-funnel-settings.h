/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Order, window and comparison of a funnel, and the persona that it is narrowed to. */
#pragma once

#include <adwaita.h>

#include "definition/ink-definition.h"

G_BEGIN_DECLS

#define INK_TYPE_FUNNEL_SETTINGS (ink_funnel_settings_get_type ())
/* Signals: "edited" (InkFunnel *funnel, const char *what); "persona-changed": the filter, which is
 * no part of the definition. */
G_DECLARE_FINAL_TYPE (InkFunnelSettings, ink_funnel_settings, INK, FUNNEL_SETTINGS, GtkWidget)

void        ink_funnel_settings_set_funnel   (InkFunnelSettings *self, InkFunnel *funnel);
void        ink_funnel_settings_set_personas (InkFunnelSettings *self, InkDefinition *definition);
/* NULL: all people. */
const char *ink_funnel_settings_get_persona  (InkFunnelSettings *self);

G_END_DECLS
