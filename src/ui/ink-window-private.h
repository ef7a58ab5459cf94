/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/ink-window.h"

#include "ui/ink-view.h"
#include "ui/pages/ink-import-page.h"
#include "ui/pages/ink-welcome-page.h"
#include "ui/widgets/ink-filter-bar.h"
#include "ui/widgets/ink-sidebar.h"

G_BEGIN_DECLS

struct _InkWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  InkWelcomePage *welcome_page;
  InkImportPage *import_page;
  AdwFlap *flap;
  AdwWindowTitle *project_title;
  InkSidebar *sidebar;
  AdwWindowTitle *title;
  InkFilterBar *filter_bar;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkStack *pages; /* made when they are first shown; child names are those of the kinds */
  GtkInfoBar *trouble_bar;
  GtkLabel *trouble_label;
  GtkLabel *busy_label;
  GtkProgressBar *busy_bar;
  AdwToastOverlay *toasts;

  InkDocument *document;      /* nullable */
  InkView *view;              /* of the document; nullable with it */
  GBinding *subtitle;         /* of the page that is shown */
  char *page;                 /* its name; nullable */
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

/* ink-window-pages.c: the pages of the project */
void _ink_window_make_view     (InkWindow *self);
void _ink_window_show_page     (InkWindow *self, const char *name);

/* ink-window-state.c: what is kept between windows */
void _ink_window_restore_state (InkWindow *self);
void _ink_window_keep_state    (InkWindow *self);

/* ink-window-files.c: opening, importing, saving, closing */
void     _ink_window_open_project    (InkWindow *self, GFile *file);
void     _ink_window_recover         (InkWindow *self, const InkRecovery *recovery);
void     _ink_window_begin_import    (InkWindow *self, GFile **files, int n_files);
void     _ink_window_ask_open        (InkWindow *self);
void     _ink_window_save            (InkWindow *self, gboolean ask_name, gboolean then_close);
/* TRUE where the window has to stay for now, because the user is asked or a save runs. */
gboolean _ink_window_hold_close      (InkWindow *self);

G_END_DECLS
