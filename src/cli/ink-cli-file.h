/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writing a large file on the command line: whole, or not at all. */
#pragma once

#include "cli/ink-cli-job.h"

G_BEGIN_DECLS

typedef gboolean (*InkCliWrite) (GOutputStream *stream, gpointer data, InkCliJob *job,
                                 GError **error);

/* @write fills a file beside @path, which takes its place only once it is whole.
 * @what: shown as progress; @private: only the user may read it (it holds people's events). */
gboolean ink_cli_write_file (const char *path, const char *what, gboolean private,
                             InkCliWrite write, gpointer data, GError **error);

G_END_DECLS
