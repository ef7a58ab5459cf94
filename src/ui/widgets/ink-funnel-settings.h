/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a funnel counts: order, window, what is counted, what it compares, and what spoils it. */
#pragma once

#include <gtk/gtk.h>

#include "definition/ink-definition.h"
#include "events/ink-schema.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_FUNNEL_SETTINGS (ink_funnel_settings_get_type ())
/* Signal "edited" (InkFunnel *, label, field: pointer, two strings): as InkStepStrip's. */
G_DECLARE_FINAL_TYPE (InkFunnelSettings, ink_funnel_settings, INK, FUNNEL_SETTINGS, GtkWidget)

/* Where the words of what spoils it come from. */
void ink_funnel_settings_set_view   (InkFunnelSettings *self, InkView *view);
/* What there is to compare by and to exclude. */
void ink_funnel_settings_set_choice (InkFunnelSettings *self, const InkDefinition *definition,
                                     const InkSchema *schema);
void ink_funnel_settings_set_funnel (InkFunnelSettings *self, InkFunnel *funnel);

G_END_DECLS
