/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules out of JSON. Nesting is bounded by the tree's depth, so recursion is too. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-definition-private.h"
#include "definition/ink-read.h"

/* The key that tells a rule's kind, in the order of InkRuleKind. */
static const char *const kind_keys[]
    = { "all", "any", "not", "does", "person", "goal", "persona", NULL };

static const char *const does_keys[] = { "does", "first_time", "where", "between", "after",
                                         "within", "times", "total", NULL };
static const char *const goal_keys[]
    = { "goal", "first_time", "between", "after", "within", "times", NULL };
static const char *const person_keys[] = { "person", "op", "value", "case", NULL };

/* --- Times, totals, windows --- */

static gboolean
read_bound (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            const char *key,
            gboolean whole,
            gboolean *has,
            double *bound)
{
  InkPlace at = INK_PLACE_KEY (place, key);
  JsonNode *node = json_object_get_member (object, key);
  guint count;

  if (node == NULL)
    return TRUE;
  if (!whole && !ink_read_number (read, &at, node, bound))
    return FALSE;
  if (whole)
    {
      if (!ink_read_count (read, &at, node, 0, G_MAXUINT, &count))
        return FALSE;
      *bound = count;
    }

  *has = TRUE;
  return TRUE;
}

static gboolean
read_bounds (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             gboolean whole,
             InkBounds *bounds)
{
  if (!read_bound (read, place, object, "at_least", whole, &bounds->has_at_least,
                   &bounds->at_least)
      || !read_bound (read, place, object, "at_most", whole, &bounds->has_at_most,
                      &bounds->at_most)
      || !read_bound (read, place, object, "exactly", whole, &bounds->has_exactly,
                      &bounds->exactly))
    return FALSE;
  if (!bounds->has_at_least && !bounds->has_at_most && !bounds->has_exactly)
    return ink_read_fail (read, place, NULL,
                          _("'at_least', 'at_most' or 'exactly' is missing here."));

  return TRUE;
}

static gboolean
read_within (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             InkSpan *within)
{
  InkPlace at = INK_PLACE_KEY (place, "within");

  return !json_object_has_member (object, "within")
         || ink_read_span (read, &at, json_object_get_member (object, "within"), FALSE, within);
}

static gboolean
read_tally (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            const char *key,
            InkTally *tally)
{
  static const char *const times_keys[] = { "at_least", "at_most", "exactly", "within", NULL };
  static const char *const total_keys[]
      = { "prop", "at_least", "at_most", "exactly", "within", NULL };
  gboolean total = g_str_equal (key, "total");
  InkPlace at = INK_PLACE_KEY (place, key);
  JsonObject *tally_object;

  if (!json_object_has_member (object, key))
    return TRUE;
  if (!ink_read_object (read, &at, json_object_get_member (object, key),
                        total ? total_keys : times_keys, &tally_object))
    return FALSE;

  tally->given = TRUE;
  return (!total || ink_read_needed_text (read, &at, tally_object, "prop", &tally->property))
         && read_bounds (read, &at, tally_object, !total, &tally->bounds)
         && read_within (read, &at, tally_object, &tally->within);
}

static gboolean
read_first_time (InkRead *read,
                 const InkPlace *place,
                 JsonObject *object,
                 InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (place, "first_time");
  JsonNode *node = json_object_get_member (object, "first_time");

  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    {
      rule->first_time = json_node_get_boolean (node) ? INK_FIRST_TIME_EVER : INK_FIRST_TIME_NO;
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING
      || !g_str_equal (json_node_get_string (node), "matching"))
    return ink_read_fail (read, &at, NULL, _("true, false or 'matching' is expected here."));

  rule->first_time = INK_FIRST_TIME_MATCHING;
  return TRUE;
}

/* A length or a session has to begin somewhere or to bound something. */
static gboolean
check_within (InkRead *read,
              const InkPlace *place,
              const InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (place, "within");

  if (rule->after != NULL || rule->times.given || rule->total.given
      || (rule->within.kind != INK_SPAN_LENGTH && rule->within.kind != INK_SPAN_SESSION))
    return TRUE;
  if (rule->kind == INK_RULE_GOAL)
    return ink_read_fail (read, &at, NULL,
                          _("this window needs 'after' or 'times' beside it."));

  return ink_read_fail (read, &at, NULL,
                        _("this window needs 'after', 'times' or 'total' beside it."));
}

/* What events and completions of goals may both carry. */
static gboolean
read_options (InkRead *read,
              const InkPlace *place,
              JsonObject *object,
              InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (place, "between");

  if (json_object_has_member (object, "between")
      && !ink_read_dates (read, &at, json_object_get_member (object, "between"), &rule->between))
    return FALSE;

  return read_first_time (read, place, object, rule)
         && ink_read_member_text (read, place, object, "after", &rule->after)
         && read_within (read, place, object, &rule->within)
         && read_tally (read, place, object, "times", &rule->times)
         && read_tally (read, place, object, "total", &rule->total)
         && check_within (read, place, rule);
}

/* --- Kinds --- */

static gboolean
read_does_names (InkRead *read,
                 const InkPlace *place,
                 JsonNode *node,
                 InkRule *rule)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      rule->names = g_new0 (char *, 2);
      rule->one_name = TRUE;
      return ink_read_text (read, place, node, FALSE, &rule->names[0]);
    }
  if (!ink_read_names (read, place, node, &rule->names))
    return FALSE;
  if (rule->names[0] == NULL)
    return ink_read_fail (read, place, NULL, _("this list needs the name of an event."));
  if (rule->names[1] != NULL && g_strv_contains ((const char *const *) rule->names, "*"))
    return ink_read_fail (read, place, NULL,
                          _("'*' is any event already; leave the other names out."));

  return TRUE;
}

static gboolean
read_does (InkRead *read,
           const InkPlace *place,
           JsonObject *object,
           InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (place, "does");

  return read_does_names (read, &at, json_object_get_member (object, "does"), rule)
         && ink_read_where (read, place, object, rule) && read_options (read, place, object, rule);
}

static gboolean
read_person (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             InkRule *rule)
{
  rule->where = g_new0 (InkCondition, 1);
  rule->n_where = 1;
  rule->where[0].on_person = TRUE;
  return ink_read_condition_parts (read, place, object, "person", &rule->where[0]);
}

static gboolean
read_not (InkRead *read,
          const InkPlace *place,
          JsonObject *object,
          InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (place, "not");
  g_autoptr (InkRule) child
      = ink_read_rule (read, &at, json_object_get_member (object, "not"), NULL);

  if (child == NULL)
    return FALSE;

  ink_rule_set_children (rule, &child, 1);
  return TRUE;
}

static gboolean
read_parts (InkRead *read,
            const InkPlace *place,
            JsonObject *object,
            const char *key,
            InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (place, key);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);
  JsonArray *array;

  if (!ink_read_array (read, &at, json_object_get_member (object, key), &array))
    return FALSE;
  if (json_array_get_length (array) == 0)
    return ink_read_fail (read, &at, NULL, _("'%s' needs at least one part."), key);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      InkPlace element = INK_PLACE_ELEMENT (&at, i);
      InkRule *part = ink_read_rule (read, &element, json_array_get_element (array, i), NULL);

      if (part == NULL)
        return FALSE;
      g_ptr_array_add (parts, part);
    }
  ink_rule_set_children (rule, (InkRule **) parts->pdata, parts->len);
  return TRUE;
}

static gboolean
read_kind (InkRead *read,
           const InkPlace *place,
           JsonObject *object,
           InkRule *rule)
{
  switch (rule->kind)
    {
    case INK_RULE_ALL:
    case INK_RULE_ANY:
      return read_parts (read, place, object, kind_keys[rule->kind], rule);
    case INK_RULE_NOT:
      return read_not (read, place, object, rule);
    case INK_RULE_DOES:
      return read_does (read, place, object, rule);
    case INK_RULE_PERSON:
      return read_person (read, place, object, rule);
    case INK_RULE_GOAL:
      return ink_read_needed_text (read, place, object, "goal", &rule->name)
             && read_options (read, place, object, rule);
    case INK_RULE_PERSONA:
    default:
      return ink_read_needed_text (read, place, object, "persona", &rule->name);
    }
}

static const char *const *
keys_of_kind (InkRuleKind kind)
{
  static const char *const lone_keys[][2] = {
    [INK_RULE_ALL] = { "all" },
    [INK_RULE_ANY] = { "any" },
    [INK_RULE_NOT] = { "not" },
    [INK_RULE_PERSONA] = { "persona" },
  };

  switch ((int) kind)
    {
    case INK_RULE_DOES:
      return does_keys;
    case INK_RULE_PERSON:
      return person_keys;
    case INK_RULE_GOAL:
      return goal_keys;
    default:
      return lone_keys[kind];
    }
}

static gboolean
refuse_kind (InkRead *read,
             const InkPlace *place,
             JsonObject *object)
{
  JsonObjectIter iter;
  const char *key;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &key, NULL))
    {
      InkPlace at = INK_PLACE_KEY (place, key);
      InkNearest nearest = ink_nearest_start (key);

      for (guint i = 0; kind_keys[i] != NULL; i++)
        ink_nearest_offer (&nearest, kind_keys[i]);
      if (nearest.best != NULL)
        return ink_read_fail_key (read, &at, nearest.best, _("there is no key '%s' here."), key);
    }

  return ink_read_fail (read, place, NULL,
                        _("this is no rule: one of 'does', 'goal', 'person', 'persona', 'all', "
                          "'any' or 'not' is missing."));
}

static gboolean
find_kind (InkRead *read,
           const InkPlace *place,
           JsonObject *object,
           InkRuleKind *kind)
{
  const char *first = NULL;

  for (guint i = 0; kind_keys[i] != NULL; i++)
    {
      InkPlace at = INK_PLACE_KEY (place, kind_keys[i]);

      if (!json_object_has_member (object, kind_keys[i]))
        continue;
      if (first != NULL)
        return ink_read_fail_key (read, &at, NULL,
                                  _("'%s' and '%s' cannot stand side by side; put both into an "
                                    "'all' or 'any'."),
                                  first, kind_keys[i]);
      first = kind_keys[i];
      *kind = (InkRuleKind) i;
    }

  return first != NULL || refuse_kind (read, place, object);
}

static char **
join_keys (const char *const *keys,
           const char *const *extra_keys)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    g_ptr_array_add (all, (char *) keys[i]);
  for (guint i = 0; extra_keys != NULL && extra_keys[i] != NULL; i++)
    g_ptr_array_add (all, (char *) extra_keys[i]);
  g_ptr_array_add (all, NULL);
  return (char **) g_ptr_array_free (all, FALSE);
}

InkRule *
ink_read_rule (InkRead *read,
               const InkPlace *place,
               JsonNode *node,
               const char *const *extra_keys)
{
  g_autofree char **keys = NULL;
  g_autoptr (InkRule) rule = NULL;
  JsonObject *object;
  InkRuleKind kind = INK_RULE_ALL;

  if (!ink_read_object (read, place, node, NULL, &object)
      || !find_kind (read, place, object, &kind))
    return NULL;

  keys = join_keys (keys_of_kind (kind), extra_keys);
  if (!ink_read_object (read, place, node, (const char *const *) keys, &object))
    return NULL;

  rule = ink_rule_new (kind);
  return read_kind (read, place, object, rule) ? g_steal_pointer (&rule) : NULL;
}

gboolean
ink_read_check_moments (InkRead *read,
                        const InkPlace *place,
                        const InkRule *rule,
                        const char *sentence)
{
  return ink_rule_has_moments (rule) || ink_read_fail (read, place, NULL, "%s", sentence);
}
