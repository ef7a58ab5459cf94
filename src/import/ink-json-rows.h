/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON of whatever arrangement as rows of cells: nested names are joined by dots. */
#pragma once

#include "import/ink-import-input.h"
#include "import/ink-import-sink.h"

G_BEGIN_DECLS

/* Every object is a row: one a line, one after the other, in an array, or in an array inside one
 * object. Lists of {"key": …, "value": {…}} become one cell a key. FALSE with @error. */
gboolean         ink_json_rows_read   (InkImportInput *input, InkImportSink *sink, GError **error);

/* The first rows of a head, for sniffing; NULL where it is not JSON. */
InkImportSample *ink_json_rows_sample (const InkImportHead *head) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the sample has all columns of a NULL-terminated list; "a.*": one that begins so. */
gboolean         ink_json_rows_has    (const InkImportSample *sample, ...)
    G_GNUC_NULL_TERMINATED;

G_END_DECLS
