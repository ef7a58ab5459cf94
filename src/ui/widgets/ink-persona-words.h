/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is to be said of personas, as sentences. */
#pragma once

#include "base/ink-table.h"

G_BEGIN_DECLS

/* (element-type utf8): what the table "warnings" (nullable) of ink_personas_overview_query_new says
 * of @persona. */
GPtrArray *ink_persona_words_of_warnings (const InkTable *warnings, const char *persona)
    G_GNUC_WARN_UNUSED_RESULT;
/* Of one row of the table "overlap": "41 % of Buyer also match Learner. They count as Buyer, which
 * stands first." */
char      *ink_persona_words_of_overlap  (const InkTable *overlap, guint row)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
