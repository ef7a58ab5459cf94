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

G_END_DECLS
