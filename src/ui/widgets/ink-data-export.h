/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a data table shows as a table of results, to be saved. */
#pragma once

#include "ui/widgets/ink-data-table.h"

G_BEGIN_DECLS

/* The rows in their order, with all columns that are words or numbers. @source has numbers. */
InkTable *ink_data_export (const InkDataSource *source, gpointer data, InkRowList *rows)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
