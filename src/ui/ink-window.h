/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One project in one window: welcome, import, then the project's pages. */
#pragma once

#include "document/ink-document.h"
#include "ui/ink-application.h"

G_BEGIN_DECLS

#define INK_TYPE_WINDOW (ink_window_get_type ())
G_DECLARE_FINAL_TYPE (InkWindow, ink_window, INK, WINDOW, AdwApplicationWindow)

InkWindow *ink_window_new         (InkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* Opens projects, or begins to import exports into the window's project (a new one where it has
 * none). What does not fit into this window goes to others. Returns at once. */
void       ink_window_open_files  (InkWindow *self, GFile **files, int n_files);
/* A project, into this window, which must be free. */
void       ink_window_open_project (InkWindow *self, GFile *file);
/* A new window with a project, not presented yet: its first frame may show the last numbers.
 * @recent: it is of the list of recent projects, and goes from there where it cannot be opened. */
InkWindow *ink_window_new_opening (InkApplication *application, GFile *file, gboolean recent)
    G_GNUC_WARN_UNUSED_RESULT;
/* An entry of the list of recent projects: it goes from there where it cannot be opened. */
void       ink_window_open_recent (InkWindow *self, const char *uri);
void       ink_window_open_sample (InkWindow *self);
/* The exports are imported into the project that is being opened in this window. */
void       ink_window_add_exports (InkWindow *self, GFile **files, int n_files);

/* Something was removed by the step that the document just made: "Funnel removed", with Undo as
 * long as no other step follows. Pages may activate "win.say-removed" with it instead. */
void       ink_window_say_removed (InkWindow *self, const char *sentence);
/* "win.say" (s) says in the notice bar what a page could not do; "win.toast" (s) what it has done. */
/* Something long has ended. A notification where the window is not the active one, else nothing:
 * the page shows it. Also "win.notify-done" with (title, body). */
void       ink_window_notify_done (InkWindow *self, const char *title, const char *body);

/* TRUE for a window that holds, opens or imports nothing. */
gboolean     ink_window_is_free      (InkWindow *self);
gboolean     ink_window_has_project  (InkWindow *self);
/* Also by another name of the same file, and while it is being opened. */
gboolean     ink_window_shows_file   (InkWindow *self, GFile *file);
InkDocument *ink_window_get_document (InkWindow *self); /* nullable, (transfer none) */
/* What the list of recent projects says has changed. */
void         ink_window_refresh      (InkWindow *self);

G_END_DECLS
