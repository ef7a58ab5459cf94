/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What changed between two definitions, item by item and as words for the change log. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/**
 * InkDefinitionChange: one thing that differs.
 * @kind: "goal", "persona", "funnel", "followup", "order" or "project"
 * @id: the value's id; of an order the key of the list ("goals"), of the project the key in the
 *   file ("time_zone", "stages", "report" …)
 * @before: (nullable): its JSON before; NULL where it was not there. Of an order: the list of ids
 * @after: (nullable): its JSON after; NULL where it is gone
 */
typedef struct
{
  char *kind;
  char *id;
  char *before;
  char *after;
} InkDefinitionChange;

void       ink_definition_change_free (InkDefinitionChange *change);

/* (element-type InkDefinitionChange); empty where both are written alike and have the same ids. */
GPtrArray *ink_definition_diff        (const InkDefinition *before, const InkDefinition *after)
    G_GNUC_WARN_UNUSED_RESULT;

/* @definition with @changes made, or (@backwards) taken back: the older definition again. */
InkDefinition *ink_definition_apply   (InkDefinition *definition, GPtrArray *changes,
                                       gboolean backwards, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* The changes as JSON text and back, for keeping. */
char      *ink_definition_changes_to_json   (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *ink_definition_changes_from_json (const char *text, gssize length, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* One change as words, such as "Pricing 2 min: at least 120 → at least 90". Kinds and texts as
 * above; "slide" and others are named only. */
char      *ink_definition_change_to_words (const char *kind, const char *id, const char *before,
                                           const char *after) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkDefinitionChange, ink_definition_change_free)

G_END_DECLS
