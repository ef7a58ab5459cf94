/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window's struct, for the files that are each one concern of it. */
#pragma once

#include "ui/ink-window.h"

#include "document/ink-recent.h"
#include "ui/ink-view.h"
#include "ui/pages/ink-import-page.h"
#include "ui/pages/ink-welcome-page.h"
#include "ui/widgets/ink-filter-bar.h"
#include "ui/widgets/ink-notice-bar.h"
#include "ui/widgets/ink-sidebar.h"

G_BEGIN_DECLS

typedef struct _InkReady InkReady;

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
  GtkWidget *slide_button;
  GtkButton *redo_button;
  GtkStack *pages; /* made when they are first shown; child names are those of the kinds */
  InkNoticeBar *notice_bar;
  GtkLabel *busy_label;
  GtkProgressBar *busy_bar;
  AdwStatusPage *failure;
  GtkProgressBar *work_bar;
  AdwToastOverlay *toasts;
  GMenu *open_section; /* of the main menu; the recent projects go below it */

  InkDocument *document;      /* nullable */
  InkView *view;              /* of the document; nullable with it */
  GBinding *subtitle;         /* of the page that is shown */
  GBinding *slide;            /* the same */
  char *page;                 /* its name; nullable */
  GtkWidget *glance;          /* weak: a page with last numbers, while its project is opened */
  InkReady *ready;            /* what is made before there is a project; nullable */
  GSignalGroup *document_signals;
  gint64 untouched;           /* where the sample stands while nobody edited it; else -1 */
  GCancellable *opening;      /* nullable: what is being opened; the latest wins */
  GFile *opening_file;        /* nullable */
  GPtrArray *exports;         /* GFile, nullable: to be imported once the project is open */
  InkRecovery *unsaved;       /* nullable: what a crash left of the file that is open */
  guint preview_source;       /* the funnel of the list of recent projects comes later */
  InkRecent *forgotten;       /* nullable: taken off the list, to be put back */
  const InkProgress *progress; /* nullable: of what is shown as busy */
  guint progress_source;
  guint busy_source;          /* the busy page and the bar come only after a while */
  AdwToast *removed_toast;    /* weak: its Undo is good only where the project stood then */
  gint64 removed_position;
  gint64 removed_time;        /* when it came (g_get_monotonic_time()) */
  GtkWidget *question;        /* weak: the dialog that is open */
  guint inhibition;           /* cookie */
  gboolean inhibited;
  GFileMonitor *disk_monitor; /* nullable */
  char *disk_mark;            /* nullable: of the file by another program that was told of */
  guint disk_source;
  gboolean saving;
  gboolean moving;            /* an undo that reads old events */
  gboolean close_after;       /* what runs: asked for while it did */
  gboolean closing;           /* asked and answered */
  gboolean gone;              /* disposed, while something still ran */
};

/* ink-window.c */
/* Takes over @document and shows its pages. */
void _ink_window_take_document (InkWindow *self, InkDocument *document);
void _ink_window_show_home     (InkWindow *self);
void _ink_window_update        (InkWindow *self); /* title, actions, inhibition */

/* ink-window-actions.c */
void _ink_window_install_actions (GtkWidgetClass *klass);

/* ink-window-notices.c: what the window says, and that it is at work */
void _ink_window_say           (InkWindow *self, const InkNotice *notice);
void _ink_window_toast         (InkWindow *self, const char *sentence);
/* Takes the offer to undo a removal back. */
void _ink_window_end_removed   (InkWindow *self);
/* Instead of the pages, with Stop. @progress (nullable) lives until _ink_window_end_busy. */
void _ink_window_show_busy     (InkWindow *self, const char *what, const InkProgress *progress);
/* A thin bar above the pages. */
void _ink_window_show_work     (InkWindow *self, const InkProgress *progress);
void _ink_window_end_busy      (InkWindow *self);
void _ink_window_ask           (InkWindow *self, GtkWidget *dialog);

/* ink-window-pages.c: the pages of the project */
void _ink_window_make_view     (InkWindow *self);
const char *_ink_window_get_first_page (const InkDefinition *definition);
void _ink_window_show_page     (InkWindow *self, const char *name);
void _ink_window_set_slim      (InkWindow *self, gboolean slim);

/* ink-window-state.c: what is kept between windows */
void _ink_window_restore_state (InkWindow *self);
void _ink_window_keep_state    (InkWindow *self);

/* ink-window-open.c: opening, importing */
void _ink_window_recover       (InkWindow *self, const InkRecovery *recovery);
void _ink_window_begin_import  (InkWindow *self, GFile **files, int n_files);
void _ink_window_ask_open      (InkWindow *self);
void _ink_window_stop          (InkWindow *self);
void _ink_window_give_up       (InkWindow *self); /* nobody waits for what is being opened */

/* ink-window-unsaved.c: what a crash left */
void _ink_window_look_for_unsaved (InkWindow *self); /* of the project, which was just opened */
void _ink_window_discard       (InkWindow *self, const InkRecovery *recovery);

/* ink-window-drop.c */
void _ink_window_take_drops    (InkWindow *self);

/* ink-window-ahead.c: a project that is being opened */
/* @last: (nullable): what the overview said the last time. */
void _ink_window_show_glance   (InkWindow *self, InkDefinition *definition, const char *last);
void _ink_window_drop_glance   (InkWindow *self);
/* Asks what the first page will ask. Any thread. */
void _ink_window_ask_ahead     (InkDefinition *definition, InkEventStore *store);

/* ink-window-ready.c: what is made while the window is empty */
void _ink_window_get_ready     (InkWindow *self); /* from its first frame on */
void _ink_window_end_ready     (InkWindow *self); /* no further */
void _ink_window_free_ready    (InkWindow *self);
/* Nullable: one of the window's pages, without a view yet. The first stays where it is, the second
 * is the caller's to fill or remove. */
GtkWidget *_ink_window_get_ready_page  (InkWindow *self);
GtkWidget *_ink_window_take_ready_page (InkWindow *self);

/* ink-window-definition.c: goals, personas, funnels as a file */
void _ink_window_import_definition (InkWindow *self);
void _ink_window_export_definition (InkWindow *self);

/* ink-window-recent.c: the list of recent projects */
void _ink_window_note_recent   (InkWindow *self);
void _ink_window_show_recent   (InkWindow *self);
void _ink_window_forget_recent (InkWindow *self, const InkRecent *recent);
void _ink_window_put_back_recent (InkWindow *self);

/* ink-window-save.c: saving and closing */
void     _ink_window_save        (InkWindow *self, gboolean ask_name, gboolean then_close);
void     _ink_window_replace     (InkWindow *self);
gboolean _ink_window_is_untouched (InkWindow *self);
gboolean _ink_window_has_unsaved (InkWindow *self);
/* TRUE where the window has to stay for now, because the user is asked or a save runs. */
gboolean _ink_window_hold_close  (InkWindow *self);
void     _ink_window_close_soon   (InkWindow *self);

/* ink-window-disk.c: what other programs do to the file */
void _ink_window_watch_disk    (InkWindow *self); /* the document's file, from now on */
void _ink_window_look_at_disk  (InkWindow *self); /* and says in a bar where it is another one */
void _ink_window_forget_disk   (InkWindow *self);
void _ink_window_reload        (InkWindow *self);

/* ink-window-steps.c: undo, redo, the history */
void _ink_window_step          (InkWindow *self, gboolean back);
/* @kind, @id, @name: (nullable): only what changed this goal, persona, … */
void _ink_window_show_history  (InkWindow *self, const char *kind, const char *id,
                                const char *name);
void _ink_window_update_steps  (InkWindow *self);

/* Into the report, as one edit. */
void _ink_window_add_slide (InkWindow *self, const char *json);

G_END_DECLS
