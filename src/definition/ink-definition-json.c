/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Definitions, funnels and rules as JSON texts, in and out. */
#include "config.h"

#include "definition/ink-definition-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-check.h"
#include "definition/ink-definition-private.h"
#include "definition/ink-write.h"

/* The tree of @text, and where its errors go; NULL with @error where it is no JSON. */
static JsonNode *
start_read (InkRead *read,
            const char *text,
            gssize length,
            const char *file_name,
            GError **error)
{
  *read = (InkRead){ .file_name = file_name,
                     .text = text,
                     .length = length < 0 ? strlen (text) : (gsize) length };
  return ink_json_tree_read (text, length, file_name, error);
}

/* Gives the error of the reading on. */
static gpointer
fail_read (InkRead *read,
           GError **error)
{
  g_propagate_error (error, g_steal_pointer (&read->error));
  return NULL;
}

/* For a part that is none of the definition's own. */
static InkCheck *
start_check (InkRead *read,
             const InkSchema *schema,
             InkDefinition *base,
             GPtrArray *warnings)
{
  g_autoptr (InkDefinition) all = base != NULL ? ink_definition_ref (base)
                                               : ink_definition_new_empty ();

  return ink_check_new (read, schema, all, warnings);
}

/* Names are looked up in what the file becomes part of. */
static gboolean
check_read (InkRead *read,
            const InkSchema *schema,
            InkDefinition *base,
            InkDefinition *definition)
{
  g_autoptr (InkDefinition) all = base != NULL ? ink_definition_merge (base, definition)
                                               : ink_definition_ref (definition);
  g_autoptr (InkCheck) check = ink_check_new (read, schema, all, NULL);

  return ink_check_definition (check, definition);
}

/**
 * ink_definition_from_json:
 * @text: the file's text
 * @length: its bytes, -1 where it ends with a NUL
 * @file_name: (nullable): what errors call the file
 * @schema: (nullable): what the data has; names are unchecked where it is NULL or empty
 * @base: (nullable): the definition that the file's will be merged into
 *
 * Returns: (transfer full): the file's definition alone, or NULL with @error (INK_ERROR_DEFINITION)
 */
InkDefinition *
ink_definition_from_json (const char *text,
                          gssize length,
                          const char *file_name,
                          const InkSchema *schema,
                          InkDefinition *base,
                          GError **error)
{
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (JsonNode) root = NULL;
  InkRead read;

  g_return_val_if_fail (text != NULL, NULL);

  root = start_read (&read, text, length, file_name, error);
  if (root == NULL)
    return NULL;

  definition = ink_read_definition (&read, root);
  if (definition != NULL && check_read (&read, schema, base, definition))
    return g_steal_pointer (&definition);

  return fail_read (&read, error);
}

/**
 * ink_definition_restore_json:
 * @file_name: (nullable): what errors call the text
 *
 * Returns: (transfer full): the definition whose names nobody checked, or NULL with @error
 */
InkDefinition *
ink_definition_restore_json (const char *text,
                             gssize length,
                             const char *file_name,
                             GError **error)
{
  InkDefinition *definition;
  g_autoptr (JsonNode) root = NULL;
  InkRead read;

  g_return_val_if_fail (text != NULL, NULL);

  root = start_read (&read, text, length, file_name, error);
  if (root == NULL)
    return NULL;

  definition = ink_read_definition (&read, root);
  return definition != NULL ? definition : fail_read (&read, error);
}

/* "steps" for "/tmp/steps.json". */
static char *
name_after_file (const char *file_name)
{
  g_autofree char *base = file_name != NULL ? g_path_get_basename (file_name) : NULL;

  if (base != NULL && g_str_has_suffix (base, ".json"))
    base[strlen (base) - strlen (".json")] = '\0';
  return base != NULL && *base != '\0' ? g_steal_pointer (&base) : g_strdup (_("Funnel"));
}

/**
 * ink_funnel_from_json:
 * @warnings: (element-type utf8) (nullable): takes a sentence for each unknown event or property,
 *   which are errors where it is NULL
 *
 * The name may be left out: then the file's stands for it.
 *
 * Returns: (transfer full): the funnel, or NULL with @error
 */
InkFunnel *
ink_funnel_from_json (const char *text,
                      gssize length,
                      const char *file_name,
                      const InkSchema *schema,
                      InkDefinition *base,
                      GPtrArray *warnings,
                      GError **error)
{
  g_autofree char *name = name_after_file (file_name);
  g_autoptr (InkFunnel) funnel = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (InkCheck) check = NULL;
  InkPlace place = INK_PLACE_ROOT;
  InkRead read;

  g_return_val_if_fail (text != NULL, NULL);

  root = start_read (&read, text, length, file_name, error);
  if (root == NULL)
    return NULL;

  check = start_check (&read, schema, base, warnings);
  funnel = ink_read_funnel (&read, &place, root, name);
  if (funnel != NULL && ink_check_funnel (check, &place, funnel))
    return g_steal_pointer (&funnel);

  return fail_read (&read, error);
}

/**
 * ink_rule_from_json:
 *
 * Returns: (transfer full): the rule, or NULL with @error
 */
InkRule *
ink_rule_from_json (const char *text,
                    gssize length,
                    const char *file_name,
                    const InkSchema *schema,
                    InkDefinition *base,
                    GError **error)
{
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (InkCheck) check = NULL;
  InkPlace place = INK_PLACE_ROOT;
  InkRead read;

  g_return_val_if_fail (text != NULL, NULL);

  root = start_read (&read, text, length, file_name, error);
  if (root == NULL)
    return NULL;

  check = start_check (&read, schema, base, NULL);
  rule = ink_read_rule (&read, &place, root, NULL);
  if (rule != NULL && ink_check_rule (check, &place, rule))
    return g_steal_pointer (&rule);

  return fail_read (&read, error);
}

/* --- Out --- */

/* A member of the file's own lines. */
static void
begin_member (GString *json,
              const char *key)
{
  g_string_append (json, json->len > 1 ? ",\n " : "");
  ink_json_put_text (json, key);
  g_string_append (json, ": ");
}

static void
put_texts (GString *json,
           const char *key,
           GHashTable *texts,
           gboolean raw)
{
  if (g_hash_table_size (texts) == 0)
    return;

  begin_member (json, key);
  ink_write_texts (json, texts, raw);
}

static void
put_text (GString *json,
          const char *key,
          const char *text)
{
  if (text == NULL)
    return;

  begin_member (json, key);
  ink_json_put_text (json, text);
}

static void
put_names (GString *json,
           const char *key,
           char **names)
{
  if (names[0] == NULL)
    return;

  begin_member (json, key);
  ink_json_put_names (json, names);
}

/* A list has a line for each of its entries. */
static void
begin_entry (GString *json,
             guint index)
{
  g_string_append (json, index == 0 ? "[\n  " : ",\n  ");
}

static void
put_notes (GString *json,
           const InkDefinition *definition)
{
  if (definition->n_notes == 0)
    return;

  begin_member (json, "notes");
  for (guint i = 0; i < definition->n_notes; i++)
    {
      begin_entry (json, i);
      ink_write_note (json, &definition->notes[i]);
    }
  g_string_append_c (json, ']');
}

static void
put_items (GString *json,
           const InkDefinition *definition,
           guint item_class)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  gpointer *items = ink_item_array (definition, class);

  if (items[0] == NULL)
    return;

  begin_member (json, class->list);
  for (guint i = 0; items[i] != NULL; i++)
    {
      begin_entry (json, i);
      ink_write_item (json, item_class, items[i]);
    }
  g_string_append_c (json, ']');
}

static void
put_slides (GString *json,
            const InkDefinition *definition)
{
  if (definition->slides[0] == NULL)
    return;

  begin_member (json, "report");
  for (guint i = 0; definition->slides[i] != NULL; i++)
    {
      begin_entry (json, i);
      g_string_append (json, definition->slides[i]);
    }
  g_string_append_c (json, ']');
}

/**
 * ink_definition_to_json:
 *
 * Returns: (transfer full): the definition as a file, one line per goal, persona, funnel …
 */
char *
ink_definition_to_json (const InkDefinition *definition)
{
  GString *json;

  g_return_val_if_fail (definition != NULL, NULL);

  json = g_string_new ("{");
  begin_member (json, "inkling");
  ink_json_put_number (json, 1);
  put_text (json, "time_zone", definition->time_zone);
  put_text (json, "export_time", definition->export_time);
  put_names (json, "stages", definition->stages);
  put_text (json, "main", definition->main_goal);
  put_names (json, "passive", definition->passive);
  put_names (json, "hidden", definition->hidden);
  put_texts (json, "labels", definition->labels, FALSE);
  put_texts (json, "settings", definition->settings, TRUE);
  put_notes (json, definition);
  for (guint i = 0; i < INK_N_ITEMS; i++)
    put_items (json, definition, i);
  put_slides (json, definition);
  g_string_append (json, "}\n");
  return g_string_free (json, FALSE);
}

/**
 * ink_funnel_to_json:
 *
 * Returns: (transfer full): the funnel on one line
 */
char *
ink_funnel_to_json (const InkFunnel *funnel)
{
  GString *json;

  g_return_val_if_fail (funnel != NULL, NULL);

  json = g_string_new (NULL);
  ink_write_funnel (json, funnel);
  return g_string_free (json, FALSE);
}

/**
 * ink_rule_to_json:
 *
 * Returns: (transfer full): the rule on one line
 */
char *
ink_rule_to_json (const InkRule *rule)
{
  GString *json;

  g_return_val_if_fail (rule != NULL, NULL);

  json = g_string_new (NULL);
  ink_write_rule (json, rule);
  return g_string_free (json, FALSE);
}
