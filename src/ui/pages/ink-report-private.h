/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report page's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/pages/ink-report-page.h"

#include "ui/pages/ink-report-messages.h"
#include "ui/widgets/ink-slide-message.h"
#include "ui/widgets/ink-slide-strip.h"

G_BEGIN_DECLS

struct _InkReportPage
{
  InkPage parent_instance;

  GtkStack *stack;
  GtkMenuButton *first_button;
  GtkMenuButton *add_button;
  InkSlideStrip *strip;
  InkSlideView *slide;
  InkSlideMessage *message;
  AdwEntryRow *title_row;
  AdwEntryRow *source_row;
  GtkTextView *notes;

  InkDocument *document; /* nullable in tests of templates */
  InkReportMessages *messages;
  guint shown;           /* the slide that is large, from 0 */
  guint n_slides;        /* as they were last shown */
  gboolean filling;      /* texts change because another slide is shown */
};

/* ink-report-page.c */
/* What the large slide shows, where that is the slide as it is now; nullable. */
const InkSlideContent *_ink_report_page_get_content (InkReportPage *self);
/* Takes over @edited. @field: (nullable): of the large slide; typing in it is one step. */
void     _ink_report_page_edit        (InkReportPage *self, InkDefinition *edited,
                                       const char *label, const char *field);

/* ink-report-actions.c: what menus, buttons and keys do */
void     _ink_report_page_move        (InkReportPage *self, guint from, guint to);
gboolean _ink_report_page_is_frozen   (InkReportPage *self);
void     _ink_report_page_set_frozen  (InkReportPage *self, gboolean frozen);
void     _ink_report_page_add_actions (GtkWidgetClass *widget_class);

G_END_DECLS
