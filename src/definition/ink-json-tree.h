/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A JSON text as json-glib's tree, read strictly and within bounds, and the place of each value.
 *
 * json-glib's own parser takes comments, repeated keys and a second value, changes large numbers
 * and can be nested to death; so the tokens come from our reader and only the tree is json-glib's.
 */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define INK_JSON_TREE_MAX_BYTES (8 * 1024 * 1024)
#define INK_JSON_TREE_MAX_DEPTH 100
#define INK_JSON_TREE_MAX_VALUES 250000

/**
 * InkPlace: a value's way from the root, such as goals[2].rule. Lives on the stack of the reader.
 */
typedef struct _InkPlace InkPlace;
struct _InkPlace
{
  const InkPlace *parent; /* NULL: the root */
  const char *key;        /* NULL: an element */
  guint index;
};

#define INK_PLACE_ROOT ((InkPlace){ NULL, NULL, 0 })
#define INK_PLACE_KEY(parent, key) ((InkPlace){ (parent), (key), 0 })
#define INK_PLACE_ELEMENT(parent, index) ((InkPlace){ (parent), NULL, (index) })

JsonNode *ink_json_tree_read       (const char *text, gssize length, const char *file_name,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
char     *ink_place_to_path        (const InkPlace *place) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ink_json_tree_find_place (const char *text, gsize length, const InkPlace *place,
                                    gboolean at_key, guint64 *line, guint64 *column);

G_END_DECLS
