/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Warnings below one another, each a sentence behind a sign. */
#pragma once

#include "ui/widgets/ink-text-column.h"

G_BEGIN_DECLS

/* Shows @warnings (element-type utf8) in place of what @column showed, and hides it where there are
 * none. What says the same stays. */
void ink_warning_column_show (InkTextColumn *column, GPtrArray *warnings);

G_END_DECLS
