/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A file as a stream of UTF-8 text, whatever it is packed in and encoded as. */
#pragma once

#include <gio/gio.h>

#include "base/ink-progress.h"
#include "import/ink-import-format.h"

G_BEGIN_DECLS

InkImportInput *ink_import_input_open (const char *path, InkProgress *progress,
                                       GCancellable *cancellable, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void            ink_import_input_free (InkImportInput *input);

/* The next part (a member of a zip file, else the file). FALSE at the end and with @error. */
gboolean        ink_import_input_next (InkImportInput *input, GError **error);
/* The beginning of the part, which stays to be read. */
gboolean        ink_import_input_get_head (InkImportInput *input, InkImportHead *head,
                                           GError **error);
/* Text of the part: whole characters, no NUL. 0 at its end, -1 with @error. */
gssize          ink_import_input_read (InkImportInput *input, char *buffer, gsize size,
                                       GError **error);

const char     *ink_import_input_get_stem   (const InkImportInput *input); /* name without .csv.gz */
const char     *ink_import_input_get_name   (const InkImportInput *input);
const char     *ink_import_input_get_member (const InkImportInput *input);
const char     *ink_import_input_get_encoding (const InkImportInput *input);
guint64         ink_import_input_get_replaced (const InkImportInput *input);
gint64          ink_import_input_get_size   (const InkImportInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkImportInput, ink_import_input_free)

G_END_DECLS
