/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes together, in words: never "leads", "before" or "because". */
#pragma once

#include "analysis/ink-timeless-table.h"

G_BEGIN_DECLS

char *ink_timeless_banner   (const InkTimelessTable *table) G_GNUC_WARN_UNUSED_RESULT;
char *ink_timeless_sentence (const InkTimelessTable *table, guint micro) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) What is to be said of a column that almost gives the answer away. */
char *ink_timeless_warning  (const InkTimelessColumn *column) G_GNUC_WARN_UNUSED_RESULT;
/* A level for readers: its text, "(none)", or the ends of a fifth. */
char *ink_timeless_level    (const InkTimelessColumn *column, guint level)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
