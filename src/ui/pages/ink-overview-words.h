/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the overview says around its cards. */
#pragma once

#include "analysis/ink-answer.h"
#include "document/ink-document.h"

G_BEGIN_DECLS

/* How many people completed the main goal, against the time before: of an answer with the tables
 * "summary" and "before", or without. */
char *ink_overview_say_before (InkAnswer *answer) G_GNUC_WARN_UNUSED_RESULT;
/* How much there is, and of which time; NULL: nothing. */
char *ink_overview_say_data   (InkDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
