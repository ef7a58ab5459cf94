/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the rows of a delimited file into a sink, fast where nothing is quoted. */
#pragma once

#include "import/ink-delimited.h"
#include "import/ink-import-input.h"
#include "import/ink-import-sink.h"

G_BEGIN_DECLS

gboolean ink_delimited_read (InkImportInput *input, InkImportSink *sink, GError **error);

G_END_DECLS
