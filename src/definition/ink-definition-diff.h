/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What changed between two definitions: row by row for the project's history, and as words for
 * the undo menu and the change log. */
#pragma once

#include "definition/ink-definition-items.h"

G_BEGIN_DECLS

/**
 * InkDefinitionChange: one thing that differs.
 * @before: (nullable): as it was; NULL where it was not there
 * @after: (nullable): as it is; NULL where it is gone
 */
typedef struct
{
  InkItem *before;
  InkItem *after;
} InkDefinitionChange;

void           ink_definition_change_free (InkDefinitionChange *change);

/* Does it only stand at another place than before? */
gboolean       ink_definition_change_is_move (const InkDefinitionChange *change);

/* (element-type InkDefinitionChange); empty where both are written alike and have the same ids. */
GPtrArray     *ink_definition_diff  (const InkDefinition *before, const InkDefinition *after)
    G_GNUC_WARN_UNUSED_RESULT;
/* @definition with @changes made, or (@backwards) taken back: the older definition again. */
InkDefinition *ink_definition_apply (const InkDefinition *definition, GPtrArray *changes,
                                     gboolean backwards, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The text of `history.changes`: a JSON list of {kind, id, before, after}, and back. */
char          *ink_definition_changes_to_json   (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *ink_definition_changes_from_json (const char *text, gssize length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* One change as words, such as "Pricing 2 min: 120 s → 90 s" or "Added goal “Demo booked”". */
char          *ink_definition_change_to_words  (const InkDefinitionChange *change)
    G_GNUC_WARN_UNUSED_RESULT;
/* All of a step as one line: the first, and how many more. */
char          *ink_definition_changes_to_words (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDefinitionChange, ink_definition_change_free)

G_END_DECLS
