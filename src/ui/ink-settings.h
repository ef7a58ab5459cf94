/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the program remembers for its user, beside the projects. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The name of the company's template for presentations; empty: none. */
#define INK_SETTING_TEMPLATE "report-template"

/* NULL where the schema is not installed (a program started from its build folder without
 * GSETTINGS_SCHEMA_DIR): GSettings would end the program. */
GSettings *ink_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
