/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A definition as the rows in which a project keeps it: one per goal, persona, funnel, follow-up,
 * slide and project setting. Stable ids stand beside the JSON, so a renamed goal is still that
 * goal. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/**
 * InkItem: one row.
 * @kind: "goal", "persona", "funnel", "followup", "slide" or "project"
 * @id: the value's id; of a slide its place, of the project the key in the file ("time_zone",
 *   "stages" …)
 * @position: within its kind, from 0
 * @json: its JSON, as in a definition file
 */
typedef struct
{
  char *kind;
  char *id;
  int position;
  char *json;
} InkItem;

InkItem       *ink_item_new  (const char *kind, const char *id, int position, const char *json)
    G_GNUC_WARN_UNUSED_RESULT;
InkItem       *ink_item_copy (const InkItem *item) G_GNUC_WARN_UNUSED_RESULT;
void           ink_item_free (InkItem *item);

/* (element-type InkItem): the project's first, then list by list in the user's order. */
GPtrArray     *ink_definition_to_items   (const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;
/* INK_ERROR_FORMAT where the rows do not make a definition; their order does not matter. */
InkDefinition *ink_definition_from_items (GPtrArray *items, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkItem, ink_item_free)

G_END_DECLS
