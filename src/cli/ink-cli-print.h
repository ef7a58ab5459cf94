/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Results for people at a terminal. */
#pragma once

#include "base/ink-table.h"

G_BEGIN_DECLS

/* The table as aligned text, numbers in the reader's locale; @columns: names to show, in order,
 * NULL-terminated (NULL: all). Returns the text. */
char *ink_cli_table_to_text (const InkTable *table, const char *const *columns)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
