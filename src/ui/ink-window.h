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

/* Opens a project, or begins to import exports into the window's project (a new one where it has
 * none). Returns at once. */
void       ink_window_open_files  (InkWindow *self, GFile **files, int n_files);
void       ink_window_open_sample (InkWindow *self);

gboolean     ink_window_has_project  (InkWindow *self);
gboolean     ink_window_shows_file   (InkWindow *self, GFile *file);
InkDocument *ink_window_get_document (InkWindow *self); /* nullable, (transfer none) */

G_END_DECLS
