/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From tokens to json-glib's tree, with an open container per level instead of recursion. */
#include "config.h"

#include "definition/ink-json-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/ink-error.h"
#include "base/ink-json-reader.h"
#include "base/ink-value.h"

typedef struct
{
  InkJsonReader *reader;
  const char *file_name;
  JsonNode *open[INK_JSON_TREE_MAX_DEPTH]; /* borrowed from the one around, the first from @root */
  char *keys[INK_JSON_TREE_MAX_DEPTH];     /* of the member whose value comes next */
  guint depth;
  guint n_values;
  JsonNode *root;
} Tree;

static gboolean
fail (const Tree *tree,
      GError **error,
      const char *sentence)
{
  guint64 line = ink_json_reader_get_line (tree->reader);
  guint64 column = ink_json_reader_get_column (tree->reader);

  g_clear_error (error);
  if (tree->file_name != NULL)
    g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                 _("%s, line %" G_GUINT64_FORMAT ", column %" G_GUINT64_FORMAT ": %s"),
                 tree->file_name, line, column, sentence);
  else
    g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                 _("line %" G_GUINT64_FORMAT ", column %" G_GUINT64_FORMAT ": %s"), line, column,
                 sentence);
  return FALSE;
}

/* An integer within 64 bits, as it is written. */
static gboolean
parse_integer (const char *text,
               gsize length,
               gint64 *integer)
{
  const char *digits = text + (*text == '-' ? 1 : 0);

  if (strspn (digits, "0123456789") != length - (gsize) (digits - text) || *digits == '\0')
    return FALSE;

  return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, integer, NULL);
}

static JsonNode *
number_node (const Tree *tree,
             GError **error)
{
  gsize length;
  const char *text = ink_json_reader_get_text (tree->reader, &length);
  JsonNode *node;
  gint64 integer;
  double number;

  if (parse_integer (text, length, &integer))
    {
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_int (node, integer);
      return node;
    }
  if (!ink_number_parse (text, length, &number) || !isfinite (number))
    {
      fail (tree, error, _("this number is too large."));
      return NULL;
    }

  node = json_node_new (JSON_NODE_VALUE);
  json_node_set_double (node, number);
  return node;
}

static JsonNode *
value_node (const Tree *tree,
            InkJsonToken token,
            GError **error)
{
  JsonNode *node;

  switch ((int) token)
    {
    case INK_JSON_OBJECT:
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (node, json_object_new ());
      return node;
    case INK_JSON_ARRAY:
      node = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (node, json_array_new ());
      return node;
    case INK_JSON_NUMBER:
      return number_node (tree, error);
    case INK_JSON_NULL:
      return json_node_new (JSON_NODE_NULL);
    case INK_JSON_TEXT:
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_string (node, ink_json_reader_get_text (tree->reader, NULL));
      return node;
    default:
      node = json_node_new (JSON_NODE_VALUE);
      json_node_set_boolean (node, token == INK_JSON_TRUE);
      return node;
    }
}

/* Gives @node (transfer full) to the open container, or makes it the root. */
static void
add_node (Tree *tree,
          JsonNode *node)
{
  JsonNode *around = tree->depth > 0 ? tree->open[tree->depth - 1] : NULL;

  if (around == NULL)
    tree->root = node;
  else if (JSON_NODE_HOLDS_OBJECT (around))
    {
      json_object_set_member (json_node_get_object (around), tree->keys[tree->depth - 1], node);
      g_clear_pointer (&tree->keys[tree->depth - 1], g_free);
    }
  else
    json_array_add_element (json_node_get_array (around), node);
}

static gboolean
add_value (Tree *tree,
           InkJsonToken token,
           GError **error)
{
  JsonNode *node;

  if (++tree->n_values > INK_JSON_TREE_MAX_VALUES)
    return fail (tree, error, _("this file holds too many values to be a definition."));
  node = value_node (tree, token, error);
  if (node == NULL)
    return FALSE;

  add_node (tree, node);
  if (token == INK_JSON_OBJECT || token == INK_JSON_ARRAY)
    {
      g_assert (tree->depth < INK_JSON_TREE_MAX_DEPTH);
      tree->open[tree->depth++] = node;
    }
  return TRUE;
}

static gboolean
add_key (Tree *tree,
         GError **error)
{
  const char *key = ink_json_reader_get_text (tree->reader, NULL);
  JsonObject *object = json_node_get_object (tree->open[tree->depth - 1]);
  g_autofree char *sentence = NULL;

  if (json_object_has_member (object, key))
    {
      sentence = g_strdup_printf (_("the key '%s' stands here a second time."), key);
      return fail (tree, error, sentence);
    }

  tree->keys[tree->depth - 1] = g_strdup (key);
  return TRUE;
}

static gboolean
read_tokens (Tree *tree,
             GError **error)
{
  InkJsonToken token;

  while ((token = ink_json_reader_next (tree->reader, error)) != INK_JSON_END)
    {
      gboolean good = TRUE;

      if (token == INK_JSON_ERROR)
        {
          g_autoptr (GError) reason = g_steal_pointer (error);

          return fail (tree, error, reason->message);
        }
      if (token == INK_JSON_KEY)
        good = add_key (tree, error);
      else if (token == INK_JSON_OBJECT_END || token == INK_JSON_ARRAY_END)
        tree->depth--;
      else
        good = add_value (tree, token, error);
      if (!good)
        return FALSE;
    }
  return TRUE;
}

/**
 * ink_json_tree_read:
 * @text: the JSON
 * @length: its bytes, -1 where it ends with a NUL
 * @file_name: (nullable): what errors call the file
 *
 * Returns: (transfer full): the tree, or NULL with @error: not JSON, too large, too deep, a key
 *   twice in one object, or text after the end
 */
JsonNode *
ink_json_tree_read (const char *text,
                    gssize length,
                    const char *file_name,
                    GError **error)
{
  g_autoptr (InkJsonReader) reader = NULL;
  g_autoptr (GError) local = NULL;
  Tree tree = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  if (length > INK_JSON_TREE_MAX_BYTES)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _("%s is too large to be a definition: more than 8 MiB."),
                   file_name != NULL ? file_name : _("The text"));
      return NULL;
    }
  reader = ink_json_reader_new_text (INK_JSON_ONE, text, length);
  ink_json_reader_set_limits (reader, INK_JSON_TREE_MAX_DEPTH, INK_JSON_TREE_MAX_BYTES);
  tree.reader = reader;
  tree.file_name = file_name;
  if (!read_tokens (&tree, &local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      g_clear_pointer (&tree.root, json_node_unref);
    }
  for (guint i = 0; i < INK_JSON_TREE_MAX_DEPTH; i++)
    g_free (tree.keys[i]);
  return tree.root;
}

static void
append_path (GString *path,
             const InkPlace *place)
{
  if (place->parent == NULL)
    return;

  append_path (path, place->parent);
  if (place->key == NULL)
    g_string_append_printf (path, "[%u]", place->index);
  else if (path->len > 0)
    g_string_append_printf (path, ".%s", place->key);
  else
    g_string_append (path, place->key);
}

/**
 * ink_place_to_path:
 *
 * Returns: (transfer full): such as "goals[2].rule.where[0].op"; empty for the root
 */
char *
ink_place_to_path (const InkPlace *place)
{
  GString *path = g_string_new (NULL);

  append_path (path, place);
  return g_string_free (path, FALSE);
}

/* Moves from a just opened object to the member's key. */
static gboolean
go_to_key (InkJsonReader *reader,
           const char *key)
{
  InkJsonToken token;

  while ((token = ink_json_reader_next (reader, NULL)) == INK_JSON_KEY)
    {
      if (g_str_equal (ink_json_reader_get_text (reader, NULL), key))
        return TRUE;
      if (!ink_json_reader_skip (reader, NULL))
        return FALSE;
    }

  return FALSE;
}

/* Moves from a just opened array to its element, which becomes the last token. */
static gboolean
go_to_element (InkJsonReader *reader,
               guint index)
{
  for (guint i = 0;; i++)
    {
      InkJsonToken token = ink_json_reader_next (reader, NULL);

      if (token == INK_JSON_ERROR || token == INK_JSON_END || token == INK_JSON_ARRAY_END)
        return FALSE;
      if (i == index)
        return TRUE;
      if ((token == INK_JSON_OBJECT || token == INK_JSON_ARRAY)
          && !ink_json_reader_skip (reader, NULL))
        return FALSE;
    }
}

static gboolean
go_to_place (InkJsonReader *reader,
             const InkPlace *place,
             gboolean at_key)
{
  if (place->parent == NULL)
    return ink_json_reader_next (reader, NULL) != INK_JSON_ERROR;
  if (!go_to_place (reader, place->parent, FALSE))
    return FALSE;
  if (place->key == NULL)
    return go_to_element (reader, place->index);

  return go_to_key (reader, place->key)
         && (at_key || ink_json_reader_next (reader, NULL) != INK_JSON_ERROR);
}

/**
 * ink_json_tree_find_place:
 * @text: (array length=length): a text that ink_json_tree_read() took
 * @at_key: the place of the key, not of its value
 * @line: (out): from 1
 * @column: (out): from 1, in characters
 *
 * Reads the text again: only the few texts with an error pay for places.
 *
 * Returns: FALSE where there is no such value
 */
gboolean
ink_json_tree_find_place (const char *text,
                          gsize length,
                          const InkPlace *place,
                          gboolean at_key,
                          guint64 *line,
                          guint64 *column)
{
  g_autoptr (InkJsonReader) reader
      = ink_json_reader_new_text (INK_JSON_ONE, text, (gssize) length);

  ink_json_reader_set_limits (reader, INK_JSON_TREE_MAX_DEPTH, INK_JSON_TREE_MAX_BYTES);
  if (!go_to_place (reader, place, at_key))
    return FALSE;

  *line = ink_json_reader_get_line (reader);
  *column = ink_json_reader_get_column (reader);
  return TRUE;
}
