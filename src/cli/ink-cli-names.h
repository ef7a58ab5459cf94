/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A funnel, a goal and a filter as the command line names them; shared by the commands. */
#pragma once

#include "analysis/ink-funnel-result.h"
#include "document/ink-document.h"

G_BEGIN_DECLS

/* The project's funnel @name, or the one in the file @steps_path where that is not NULL. */
InkFunnel *ink_cli_find_funnel (InkDocument *document, const char *name, const char *steps_path,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The goal @name, or the main one where that is NULL. */
const InkGoal *ink_cli_find_goal (InkDocument *document, const char *name, GError **error);
/* @from, @to: nullable; a bare date is that whole day in the project's zone. */
gboolean   ink_cli_read_filter (InkDocument *document, const char *persona, const char *from,
                                const char *to, InkFilter *filter, GError **error);

G_END_DECLS
