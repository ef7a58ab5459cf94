/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A definition as rows of the document's table: one per goal, persona, funnel, follow-up, slide
 * and project setting. Stable ids stand beside the JSON, so a renamed goal is still that goal. */
#pragma once

#include "definition/ink-definition.h"

G_BEGIN_DECLS

/* One row. @kind: "goal", "persona", "funnel", "followup", "slide" or "project". */
typedef struct
{
  char *kind;
  char *id;
  int position; /* within its kind */
  char *json;
} InkItem;

/* One item before and after a step; NULL where it was not there. */
typedef struct
{
  InkItem *before;
  InkItem *after;
} InkItemChange;

InkItem       *ink_item_new        (const char *kind, const char *id, int position,
                                    const char *json) G_GNUC_WARN_UNUSED_RESULT;
void           ink_item_free       (InkItem *item);
void           ink_item_change_free (InkItemChange *change);

/* (element-type InkItem), in the table's order. */
GPtrArray     *ink_definition_to_items   (const InkDefinition *definition)
    G_GNUC_WARN_UNUSED_RESULT;
/* INK_ERROR_FORMAT where the rows do not make a definition. */
InkDefinition *ink_definition_from_items (GPtrArray *items, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* What differs (element-type InkItemChange); empty where the two say the same. */
GPtrArray     *ink_items_diff            (GPtrArray *before, GPtrArray *after)
    G_GNUC_WARN_UNUSED_RESULT;
/* @items with @changes made, or (@backwards) unmade. */
GPtrArray     *ink_items_apply           (GPtrArray *items, GPtrArray *changes,
                                          gboolean backwards) G_GNUC_WARN_UNUSED_RESULT;

/* The text of `history.changes`: a JSON list of {kind, id, before, after}. */
char          *ink_item_changes_to_json   (GPtrArray *changes) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray     *ink_item_changes_from_json (const char *text, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkItem, ink_item_free)

G_END_DECLS
