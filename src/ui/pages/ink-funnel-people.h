/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who is behind a number of a funnel. */
#pragma once

#include <gtk/gtk.h>

#include "analysis/ink-funnel-result.h"
#include "ui/ink-view.h"

G_BEGIN_DECLS

/* Lists who stopped before @step (from 1), or who entered at the first one; nothing where there is
 * no such step. @from: a widget in the window over which the list opens. */
void ink_funnel_show_people (GtkWidget *from, InkView *view, const InkFunnel *funnel,
                             InkFunnelResult *result, guint step);

G_END_DECLS
