/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the leading indicators warn of, a card each, with what can be done about it. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-indicators.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

#define INK_TYPE_WARNING_LIST (ink_warning_list_get_type ())
G_DECLARE_FINAL_TYPE (InkWarningList, ink_warning_list, INK, WARNING_LIST, GtkWidget)

/* @view: once, before anything else. */
void     ink_warning_list_set_view       (InkWarningList *self, InkView *view);
void     ink_warning_list_set_indicators (InkWarningList *self, const InkIndicators *indicators);
/* There is nothing to warn of. */
gboolean ink_warning_list_is_empty       (InkWarningList *self);

G_END_DECLS
