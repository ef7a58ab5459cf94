/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files in, the next event store and a report per file out. */
#pragma once

#include <gio/gio.h>

#include "base/ink-progress.h"
#include "events/ink-event-store.h"
#include "import/ink-import-format.h"
#include "import/ink-import-options.h"
#include "import/ink-import-preview.h"
#include "import/ink-import-report.h"

G_BEGIN_DECLS

/* Imports @files, a NULL-terminated list of paths, on top of @base (nullable), in the caller's
 * thread. Each file becomes one run of the new store, in order: report i is of the run at index
 * (number of runs of @base) + i. Progress counts bytes of the files as they lie on the disk. With
 * an error or when cancelled (G_IO_ERROR_CANCELLED) nothing is left behind and @reports is empty.
 * A dry run is the same call: the caller drops the store. */
InkEventStore *ink_importer_import (const char *const *files, const InkImportOptions *options,
                                    InkEventStore *base, GPtrArray **reports,
                                    GCancellable *cancellable, InkProgress *progress,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Looks at the beginning of @file. */
InkImportPreview *ink_importer_preview (const char *file, const InkImportOptions *options,
                                        GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
