/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Canonical JSON, numbers as short as they can be. */
#include "definition/ink-json-text.h"

static void
put_escaped (GString *json,
             char c)
{
  switch (c)
    {
    case '"':
      g_string_append (json, "\\\"");
      break;
    case '\\':
      g_string_append (json, "\\\\");
      break;
    case '\n':
      g_string_append (json, "\\n");
      break;
    case '\r':
      g_string_append (json, "\\r");
      break;
    case '\t':
      g_string_append (json, "\\t");
      break;
    default:
      g_string_append_printf (json, "\\u%04x", (unsigned char) c);
      break;
    }
}

void
ink_json_put_text (GString *json,
                   const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\' || (unsigned char) *p < 0x20)
      put_escaped (json, *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

void
ink_json_put_number (GString *json,
                     double number)
{
  g_autofree char *text = ink_number_to_text (number);

  g_string_append (json, text);
}

void
ink_json_put_boolean (GString *json,
                      gboolean boolean)
{
  g_string_append (json, boolean ? "true" : "false");
}

void
ink_json_put_value (GString *json,
                    InkValue value)
{
  g_autofree char *time = NULL;

  switch (value.kind)
    {
    case INK_KIND_TEXT:
      ink_json_put_text (json, value.text);
      break;
    case INK_KIND_NUMBER:
      ink_json_put_number (json, value.number);
      break;
    case INK_KIND_BOOLEAN:
      ink_json_put_boolean (json, value.boolean);
      break;
    case INK_KIND_TIME:
      time = ink_value_to_text (value);
      ink_json_put_text (json, time);
      break;
    case INK_KIND_ABSENT:
    default:
      g_string_append (json, "null");
      break;
    }
}

void
ink_json_put_comma (GString *json)
{
  char last = json->len > 0 ? json->str[json->len - 1] : '{';

  if (last != '{' && last != '[' && last != ' ')
    g_string_append (json, ", ");
}

void
ink_json_put_key (GString *json,
                  const char *key)
{
  ink_json_put_comma (json);
  ink_json_put_text (json, key);
  g_string_append (json, ": ");
}

void
ink_json_put_member_text (GString *json,
                          const char *key,
                          const char *text)
{
  if (text == NULL)
    return;

  ink_json_put_key (json, key);
  ink_json_put_text (json, text);
}

void
ink_json_put_names (GString *json,
                    char *const *names)
{
  g_string_append_c (json, '[');
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      ink_json_put_comma (json);
      ink_json_put_text (json, names[i]);
    }
  g_string_append_c (json, ']');
}

static void
put_object (GString *json,
            JsonObject *object)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  g_string_append_c (json, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      ink_json_put_key (json, key);
      ink_json_put_node (json, node);
    }
  g_string_append_c (json, '}');
}

static void
put_array (GString *json,
           JsonArray *array)
{
  g_string_append_c (json, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      ink_json_put_comma (json);
      ink_json_put_node (json, json_array_get_element (array, i));
    }
  g_string_append_c (json, ']');
}

/* Depth is bounded by the tree's. */
void
ink_json_put_node (GString *json,
                   JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    put_object (json, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    put_array (json, json_node_get_array (node));
  else if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (json, "null");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    ink_json_put_text (json, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    ink_json_put_boolean (json, json_node_get_boolean (node));
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    ink_json_put_number (json, json_node_get_double (node));
}

/**
 * ink_json_node_to_text:
 *
 * Returns: (transfer full): the value on one line
 */
char *
ink_json_node_to_text (JsonNode *node)
{
  GString *json = g_string_new (NULL);

  ink_json_put_node (json, node);
  return g_string_free (json, FALSE);
}
