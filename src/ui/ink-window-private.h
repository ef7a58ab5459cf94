/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/ink-window.h"

#include "ui/pages/ink-events-page.h"
#include "ui/pages/ink-funnel-page.h"
#include "ui/pages/ink-import-page.h"
#include "ui/pages/ink-welcome-page.h"

G_BEGIN_DECLS

struct _InkWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  InkWelcomePage *welcome_page;
  InkImportPage *import_page;
  GtkWidget *project_view;
  AdwViewStack *pages;
  AdwViewSwitcherTitle *title;
  InkEventsPage *events_page;
  InkFunnelPage *funnel_page;
  GtkInfoBar *trouble_bar;
  GtkLabel *trouble_label;
  GtkLabel *busy_label;
  GtkProgressBar *busy_bar;
  AdwToastOverlay *toasts;

  InkDocument *document;      /* nullable */
  GSignalGroup *document_signals;
  InkDefinition *untouched;   /* the sample's definition while nobody edited it */
  GCancellable *cancellable;  /* ends what still runs when the window goes */
  InkProgress progress;       /* of opening and making the sample */
  guint progress_source;
  gboolean closing;           /* asked and answered */
};

/* Takes over @document and shows its pages. */
void _ink_window_take_document (InkWindow *self, InkDocument *document);
void _ink_window_show_trouble  (InkWindow *self, const char *sentence);
void _ink_window_show_busy     (InkWindow *self, const char *what);
void _ink_window_end_busy      (InkWindow *self);
void _ink_window_show_home     (InkWindow *self);

/* ink-window-files.c: opening, importing, saving, closing */
void     _ink_window_open_project    (InkWindow *self, GFile *file);
void     _ink_window_recover         (InkWindow *self, const InkRecovery *recovery);
void     _ink_window_begin_import    (InkWindow *self, GFile **files, int n_files);
void     _ink_window_ask_open        (InkWindow *self);
void     _ink_window_save            (InkWindow *self, gboolean ask_name, gboolean then_close);
/* TRUE where the window has to stay for now, because the user is asked or a save runs. */
gboolean _ink_window_hold_close      (InkWindow *self);

G_END_DECLS
