/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Typed values out of a JSON tree. */
#include "config.h"

#include "definition/ink-read.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/ink-error.h"

/* Whole numbers are exact in a double up to here. */
#define MAX_EXACT 9007199254740992.0

/* --- Errors --- */

static char *
describe_place (InkRead *read,
                const InkPlace *place,
                gboolean at_key)
{
  g_autofree char *path = ink_place_to_path (place);
  g_autofree char *where = NULL;
  guint64 line, column;

  if (read->text == NULL
      || !ink_json_tree_find_place (read->text, read->length, place, at_key, &line, &column))
    return g_steal_pointer (&path);

  where = g_strdup_printf (_("line %" G_GUINT64_FORMAT ", column %" G_GUINT64_FORMAT), line,
                           column);
  if (*path == '\0')
    return g_steal_pointer (&where);
  return g_strdup_printf ("%s (%s)", where, path);
}

static gboolean
set_error (InkRead *read,
           const InkPlace *place,
           gboolean at_key,
           const char *nearest,
           const char *sentence)
{
  g_autofree char *where = NULL, *said = NULL;
  GString *message;

  if (read->error != NULL)
    return FALSE;

  where = read->no_places ? g_strdup ("") : describe_place (read, place, at_key);
  message = g_string_new (read->file_name);
  if (message->len > 0 && *where != '\0')
    g_string_append (message, ", ");
  g_string_append (message, where);
  if (message->len > 0)
    g_string_append (message, ": ");
  said = ink_nearest_say (sentence, nearest);
  g_string_append (message, said);
  read->error = g_error_new_literal (INK_ERROR, INK_ERROR_DEFINITION, message->str);
  g_string_free (message, TRUE);
  return FALSE;
}

gboolean
ink_read_fail (InkRead *read,
               const InkPlace *place,
               const char *nearest,
               const char *format,
               ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  return set_error (read, place, FALSE, nearest, sentence);
}

gboolean
ink_read_fail_key (InkRead *read,
                   const InkPlace *place,
                   const char *nearest,
                   const char *format,
                   ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  return set_error (read, place, TRUE, nearest, sentence);
}

/* --- Types --- */

static const char *
name_type (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return "null";
  if (JSON_NODE_HOLDS_OBJECT (node))
    return _("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return _("a list");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return _("a text");
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (node) ? "true" : "false";
  return _("a number");
}

static gboolean
is_of_type (JsonNode *node,
            GType type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
ink_read_object (InkRead *read,
                 const InkPlace *place,
                 JsonNode *node,
                 const char *const *keys,
                 JsonObject **object)
{
  JsonObjectIter iter;
  const char *key;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return ink_read_fail (read, place, NULL, _("an object in braces is expected here, not %s."),
                          name_type (node));

  *object = json_node_get_object (node);
  json_object_iter_init (&iter, *object);
  while (keys != NULL && json_object_iter_next (&iter, &key, NULL))
    if (!g_strv_contains (keys, key))
      {
        InkPlace at = INK_PLACE_KEY (place, key);
        InkNearest nearest = ink_nearest_start (key);

        for (guint i = 0; keys[i] != NULL; i++)
          ink_nearest_offer (&nearest, keys[i]);
        return ink_read_fail_key (read, &at, nearest.best, _("there is no key '%s' here."), key);
      }

  return TRUE;
}

gboolean
ink_read_array (InkRead *read,
                const InkPlace *place,
                JsonNode *node,
                JsonArray **array)
{
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return ink_read_fail (read, place, NULL, _("a list in brackets is expected here, not %s."),
                          name_type (node));

  *array = json_node_get_array (node);
  return TRUE;
}

gboolean
ink_read_text (InkRead *read,
               const InkPlace *place,
               JsonNode *node,
               gboolean allow_empty,
               char **text)
{
  const char *value;

  if (!is_of_type (node, G_TYPE_STRING))
    return ink_read_fail (read, place, NULL, _("a text in quotes is expected here, not %s."),
                          name_type (node));
  value = json_node_get_string (node);
  if (*value == '\0' && !allow_empty)
    return ink_read_fail (read, place, NULL, _("this text must not be empty."));

  g_free (*text);
  *text = g_strdup (value);
  return TRUE;
}

gboolean
ink_read_number (InkRead *read,
                 const InkPlace *place,
                 JsonNode *node,
                 double *number)
{
  if (!is_of_type (node, G_TYPE_INT64) && !is_of_type (node, G_TYPE_DOUBLE))
    return ink_read_fail (read, place, NULL, _("a number is expected here, not %s."),
                          name_type (node));
  *number = json_node_get_double (node);
  if (is_of_type (node, G_TYPE_INT64) && fabs (*number) > MAX_EXACT)
    return ink_read_fail (read, place, NULL,
                          _("this number is too long to be kept exactly; an id belongs in quotes."));

  /* -0 and 0 are one number, and are written alike. */
  *number += 0.0;
  return TRUE;
}

gboolean
ink_read_boolean (InkRead *read,
                  const InkPlace *place,
                  JsonNode *node,
                  gboolean *boolean)
{
  if (!is_of_type (node, G_TYPE_BOOLEAN))
    return ink_read_fail (read, place, NULL, _("true or false is expected here, not %s."),
                          name_type (node));

  *boolean = json_node_get_boolean (node);
  return TRUE;
}

gboolean
ink_read_count (InkRead *read,
                const InkPlace *place,
                JsonNode *node,
                guint low,
                guint high,
                guint *count)
{
  double number;

  if (!ink_read_number (read, place, node, &number))
    return FALSE;
  if (number < low || number > high || number != trunc (number))
    return high == G_MAXUINT
               ? ink_read_fail (read, place, NULL,
                                _("a whole number of at least %u is expected here."), low)
               : ink_read_fail (read, place, NULL,
                                _("a whole number from %u to %u is expected here."), low, high);

  *count = (guint) number;
  return TRUE;
}

static gboolean
read_name (InkRead *read,
           const InkPlace *place,
           JsonNode *node,
           GHashTable *seen,
           char **name)
{
  if (!ink_read_text (read, place, node, FALSE, name))
    return FALSE;
  if (!g_hash_table_add (seen, *name))
    return ink_read_fail (read, place, NULL, _("'%s' stands here a second time."), *name);

  return TRUE;
}

gboolean
ink_read_names (InkRead *read,
                const InkPlace *place,
                JsonNode *node,
                char ***names)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) result = NULL;
  JsonArray *array;
  guint n;

  if (!ink_read_array (read, place, node, &array))
    return FALSE;
  n = json_array_get_length (array);
  result = g_new0 (char *, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (place, i);

      if (!read_name (read, &at, json_array_get_element (array, i), seen, &result[i]))
        return FALSE;
    }

  g_strfreev (*names);
  *names = g_steal_pointer (&result);
  return TRUE;
}

gboolean
ink_read_colour (InkRead *read,
                 const InkPlace *place,
                 JsonNode *node,
                 char **colour)
{
  g_autofree char *text = NULL;

  if (!ink_read_text (read, place, node, FALSE, &text))
    return FALSE;
  if (text[0] != '#' || strlen (text) != 7 || strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return ink_read_fail (read, place, NULL, _("a colour such as '#2ec27e' is expected here."));

  g_free (*colour);
  *colour = g_steal_pointer (&text);
  return TRUE;
}

/* --- Words and members --- */

gboolean
ink_read_word (InkRead *read,
               const InkPlace *place,
               JsonNode *node,
               const char *const *words,
               guint *index)
{
  g_autofree char *text = NULL;
  g_autofree char *all = NULL;
  InkNearest nearest;

  if (!ink_read_text (read, place, node, TRUE, &text))
    return FALSE;
  nearest = ink_nearest_start (text);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_str_equal (text, words[i]))
        {
          *index = i;
          return TRUE;
        }
      ink_nearest_offer (&nearest, words[i]);
    }

  all = g_strjoinv ("', '", (char **) words);
  return ink_read_fail (read, place, nearest.best, _("'%s' is none of '%s'."), text, all);
}

gboolean
ink_read_member_text (InkRead *read,
                      const InkPlace *place,
                      JsonObject *object,
                      const char *key,
                      char **text)
{
  InkPlace at = INK_PLACE_KEY (place, key);

  return !json_object_has_member (object, key)
         || ink_read_text (read, &at, json_object_get_member (object, key), FALSE, text);
}

gboolean
ink_read_needed_text (InkRead *read,
                      const InkPlace *place,
                      JsonObject *object,
                      const char *key,
                      char **text)
{
  if (!json_object_has_member (object, key))
    return ink_read_fail (read, place, NULL, _("'%s' is missing here."), key);

  return ink_read_member_text (read, place, object, key, text);
}

/* The list at @place; NULL where it is not there, or is no list: then an error was set. */
JsonArray *
ink_read_member_list (InkRead *read,
                      const InkPlace *place,
                      JsonObject *object)
{
  JsonArray *array = NULL;

  if (!json_object_has_member (object, place->key)
      || !ink_read_array (read, place, json_object_get_member (object, place->key), &array))
    return NULL;
  return array;
}

/* The same for an object whose keys are names. */
JsonObject *
ink_read_member_table (InkRead *read,
                       const InkPlace *place,
                       JsonObject *object)
{
  JsonObject *table = NULL;

  if (!json_object_has_member (object, place->key)
      || !ink_read_object (read, place, json_object_get_member (object, place->key), NULL, &table))
    return NULL;
  return table;
}
