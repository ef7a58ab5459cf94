/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Imports of the Data page: every file with its report. */
#pragma once

#include "ui/pages/ink-data-part.h"

G_BEGIN_DECLS

#define INK_TYPE_DATA_IMPORTS (ink_data_imports_get_type ())
G_DECLARE_FINAL_TYPE (InkDataImports, ink_data_imports, INK, DATA_IMPORTS, InkDataPart)

G_END_DECLS
