/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The widgets in which the shown funnel is edited, filled from what it is and with what there is to
 * choose from. Private to the page of a funnel. */
#pragma once

#include "ui/pages/ink-funnel-choice.h"
#include "ui/widgets/ink-funnel-settings.h"
#include "ui/widgets/ink-step-strip.h"

G_BEGIN_DECLS

typedef struct
{
  GtkEditableLabel *name;
  GtkMenuButton *menu; /* of all funnels */
  InkStepStrip *steps;
  InkFunnelSettings *settings;
} InkFunnelEditorWidgets;

typedef struct _InkFunnelEditors InkFunnelEditors;

/* The widgets must outlive it. */
InkFunnelEditors *ink_funnel_editors_new  (const InkFunnelEditorWidgets *widgets,
                                           InkDocument *document, InkFunnelChoice *choice)
    G_GNUC_WARN_UNUSED_RESULT;
void              ink_funnel_editors_free (InkFunnelEditors *self);
/* Shows the chosen funnel, or a new one where there is none: (transfer none). */
InkFunnel        *ink_funnel_editors_fill (InkFunnelEditors *self);
/* What changes in the widgets meanwhile is no edit. */
gboolean          ink_funnel_editors_are_filling (const InkFunnelEditors *self);

G_END_DECLS
