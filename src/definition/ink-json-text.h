/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writing JSON on one line, always in the same way: `{"name": "x", "steps": [1, 2]}`. */
#pragma once

#include <json-glib/json-glib.h>

#include "base/ink-value.h"

G_BEGIN_DECLS

/* Each appends one value. */
void  ink_json_put_text    (GString *json, const char *text);
void  ink_json_put_number  (GString *json, double number);
void  ink_json_put_boolean (GString *json, gboolean boolean);
void  ink_json_put_value   (GString *json, InkValue value);
void  ink_json_put_names   (GString *json, char *const *names);
void  ink_json_put_node    (GString *json, JsonNode *node);

/* A separator where one is needed: none behind an opening bracket. */
void  ink_json_put_comma   (GString *json);
/* The same and the key, for the value that comes next. */
void  ink_json_put_key     (GString *json, const char *key);

/* Members; nothing where @text is NULL. */
void  ink_json_put_member_text (GString *json, const char *key, const char *text);

char *ink_json_node_to_text (JsonNode *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
