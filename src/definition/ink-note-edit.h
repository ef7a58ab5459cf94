/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of a project's dated remarks. Pure: a new definition, and what was done in words. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* With a remark more, in the order of days. @date: "2026-07-31". @label: (out): for the step back. */
InkDefinition *ink_notes_added   (InkDefinition *definition, const char *date, const char *text,
                                  char **label) G_GNUC_WARN_UNUSED_RESULT;
/* With the remark at @index as it is said now. */
InkDefinition *ink_notes_changed (InkDefinition *definition, guint index, const char *date,
                                  const char *text, char **label) G_GNUC_WARN_UNUSED_RESULT;
InkDefinition *ink_notes_removed (InkDefinition *definition, guint index, char **label)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
