/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program: one instance, several windows, projects and exports from the command line. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define INK_TYPE_APPLICATION (ink_application_get_type ())
G_DECLARE_FINAL_TYPE (InkApplication, ink_application, INK, APPLICATION, AdwApplication)

InkApplication *ink_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Opens projects, each in its own window, and puts exports into the window that they belong to:
 * the one project that comes with them, else @preferred (nullable) or a window without a project.
 * A project that is open somewhere presents its window. */
void ink_application_open_files     (InkApplication *self, gpointer preferred, GFile **files,
                                     int n_files);
/* Another entry in the list of recent projects, or one less: every window shows it. */
void ink_application_recent_changed (InkApplication *self);

G_END_DECLS
