/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Conditions on properties out of JSON: operators, values, on whom. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-read.h"

static const char *const condition_keys[] = { "prop", "op", "value", "on", "case", NULL };

/* What other tools call our operators. */
static const struct
{
  const char *other;
  InkOp op;
} synonyms[] = {
  { "equals", INK_OP_IS },          { "equal", INK_OP_IS },
  { "eq", INK_OP_IS },              { "=", INK_OP_IS },
  { "==", INK_OP_IS },              { "!=", INK_OP_IS_NOT },
  { "<>", INK_OP_IS_NOT },          { "neq", INK_OP_IS_NOT },
  { "not_equals", INK_OP_IS_NOT },  { "one_of", INK_OP_IN },
  { "nin", INK_OP_NOT_IN },         { "includes", INK_OP_CONTAINS },
  { "icontains", INK_OP_CONTAINS }, { "like", INK_OP_MATCHES },
  { "regex", INK_OP_MATCHES },      { "glob", INK_OP_MATCHES },
  { "exists", INK_OP_IS_SET },      { "is_null", INK_OP_IS_NOT_SET },
  { "gt", INK_OP_GREATER },         { "greater", INK_OP_GREATER },
  { "gte", INK_OP_AT_LEAST },       { "at_least", INK_OP_AT_LEAST },
  { "lt", INK_OP_LESS },            { "less", INK_OP_LESS },
  { "lte", INK_OP_AT_MOST },        { "at_most", INK_OP_AT_MOST },
};

static gboolean
refuse_op (InkRead *read,
           const InkPlace *place,
           const char *text)
{
  InkNearest nearest = ink_nearest_start (text);

  for (guint i = 0; i < INK_N_OPS; i++)
    ink_nearest_offer (&nearest, ink_op_to_string ((InkOp) i));
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_ascii_strcasecmp (text, synonyms[i].other) == 0)
      nearest.best = ink_op_to_string (synonyms[i].op);

  return ink_read_fail (read, place, nearest.best, _("there is no operator '%s'."), text);
}

static gboolean
read_op (InkRead *read,
         const InkPlace *place,
         JsonObject *object,
         InkOp *op)
{
  g_autofree char *text = NULL;
  InkPlace at = INK_PLACE_KEY (place, "op");

  if (!ink_read_needed_text (read, place, object, "op", &text))
    return FALSE;

  return ink_op_from_string (text, op) || refuse_op (read, &at, text);
}

static gboolean
read_value (InkRead *read,
            const InkPlace *place,
            JsonNode *node,
            InkValue *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_STRING && *json_node_get_string (node) == '\0')
    return ink_read_fail (read, place, "is_not_set",
                          _("an empty text is a missing value, which no value equals."));
  if (type == G_TYPE_STRING)
    *value = ink_value_text (g_strdup (json_node_get_string (node)));
  else if (type == G_TYPE_BOOLEAN)
    *value = ink_value_boolean (json_node_get_boolean (node));
  else if (type == G_TYPE_INT64 || type == G_TYPE_DOUBLE)
    {
      *value = ink_value_number (0);
      return ink_read_number (read, place, node, &value->number);
    }
  else
    return ink_read_fail (read, place, NULL,
                          _("one text, number, true or false is expected here."));

  return TRUE;
}

static gboolean
read_value_list (InkRead *read,
                 const InkPlace *place,
                 JsonNode *node,
                 InkCondition *condition)
{
  JsonArray *array;
  guint n;

  if (!ink_read_array (read, place, node, &array))
    return FALSE;
  n = json_array_get_length (array);
  if (condition->op == INK_OP_BETWEEN && n != 2)
    return ink_read_fail (read, place, NULL, _("'between' takes a list of two values."));
  if (n == 0)
    return ink_read_fail (read, place, NULL, _("this list needs at least one value."));

  condition->values = g_new0 (InkValue, n);
  for (guint i = 0; i < n; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (place, i);

      if (!read_value (read, &at, json_array_get_element (array, i), &condition->values[i]))
        return FALSE;
      condition->n_values = i + 1;
    }
  return TRUE;
}

static gboolean
read_values (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             InkCondition *condition)
{
  InkPlace at = INK_PLACE_KEY (place, "value");
  const char *op = ink_op_to_string (condition->op);
  gboolean none = condition->op == INK_OP_IS_SET || condition->op == INK_OP_IS_NOT_SET;
  JsonNode *node = json_object_get_member (object, "value");

  if (none)
    return node == NULL
           || ink_read_fail_key (read, &at, NULL, _("'%s' takes no value."), op);
  if (node == NULL)
    return ink_read_fail (read, place, NULL, _("'value' is missing here: '%s' needs it."), op);
  if (condition->op == INK_OP_IN || condition->op == INK_OP_NOT_IN
      || condition->op == INK_OP_BETWEEN)
    return read_value_list (read, &at, node, condition);

  condition->values = g_new0 (InkValue, 1);
  if (!read_value (read, &at, node, &condition->values[0]))
    return FALSE;
  condition->n_values = 1;
  return TRUE;
}

static gboolean
read_case (InkRead *read,
           const InkPlace *place,
           JsonObject *object,
           InkCondition *condition)
{
  InkPlace at = INK_PLACE_KEY (place, "case");

  return !json_object_has_member (object, "case")
         || ink_read_boolean (read, &at, json_object_get_member (object, "case"),
                              &condition->match_case);
}

/* @property_key: "prop" in where, "person" in a rule over a person. */
gboolean
ink_read_condition_parts (InkRead *read,
                          const InkPlace *place,
                          JsonObject *object,
                          const char *property_key,
                          InkCondition *condition)
{
  return ink_read_needed_text (read, place, object, property_key, &condition->property)
         && read_op (read, place, object, &condition->op)
         && read_values (read, place, object, condition)
         && read_case (read, place, object, condition);
}

static gboolean
read_condition (InkRead *read,
                const InkPlace *place,
                JsonNode *node,
                InkCondition *condition)
{
  static const char *const subjects[] = { "event", "person", NULL };
  InkPlace at = INK_PLACE_KEY (place, "on");
  JsonObject *object;
  guint on = 0;

  if (!ink_read_object (read, place, node, condition_keys, &object)
      || !ink_read_condition_parts (read, place, object, "prop", condition))
    return FALSE;
  if (json_object_has_member (object, "on")
      && !ink_read_word (read, &at, json_object_get_member (object, "on"), subjects, &on))
    return FALSE;

  condition->on_person = on == 1;
  return TRUE;
}

gboolean
ink_read_where (InkRead *read,
                const InkPlace *place,
                JsonObject *object,
                InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (place, "where");
  JsonArray *array = ink_read_member_list (read, &at, object);
  guint n;

  if (array == NULL)
    return read->error == NULL;

  n = json_array_get_length (array);
  rule->where = n > 0 ? g_new0 (InkCondition, n) : NULL;
  rule->n_where = n;
  for (guint i = 0; i < n; i++)
    {
      InkPlace element = INK_PLACE_ELEMENT (&at, i);

      if (!read_condition (read, &element, json_array_get_element (array, i), &rule->where[i]))
        return FALSE;
    }
  return TRUE;
}
