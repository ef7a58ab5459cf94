/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a whole file as an import would, and keeps nothing but the report. */
#pragma once

#include "import/ink-importer.h"

G_BEGIN_DECLS

/* As if @path were imported on top of @base with @options, in a thread of its own. */
void             ink_import_trial_async  (const char *path, const InkImportOptions *options,
                                          InkEventStore *base, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
InkImportReport *ink_import_trial_finish (GAsyncResult *result, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
