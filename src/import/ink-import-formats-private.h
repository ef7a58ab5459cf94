/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The formats: one line for each. */
#pragma once

#include "import/ink-import-format.h"

G_BEGIN_DECLS

extern const InkImportFormat ink_import_delimited;
extern const InkImportFormat ink_import_ga4;
extern const InkImportFormat ink_import_inkling;
extern const InkImportFormat ink_import_json;
extern const InkImportFormat ink_import_mixpanel;

G_END_DECLS
