/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The named things of a definition file out of JSON: goals, personas, funnels, follow-ups. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-definition-private.h"
#include "definition/ink-read.h"

/* Reads one element of a list; NULL once an error was set. */
typedef gpointer (*ReadItemFunc) (InkRead *read, const InkPlace *place, JsonNode *node);

/* What all of them have: an object with these @keys only, of which a name must be there. */
static gboolean
read_named (InkRead *read,
            const InkPlace *place,
            JsonNode *node,
            const char *const *keys,
            JsonObject **object,
            char **name)
{
  return ink_read_object (read, place, node, keys, object)
         && ink_read_needed_text (read, place, *object, "name", name);
}

static InkRule *
read_needed_rule (InkRead *read,
                  const InkPlace *place,
                  JsonObject *object)
{
  InkPlace at = INK_PLACE_KEY (place, "rule");

  if (!json_object_has_member (object, "rule"))
    {
      ink_read_fail (read, place, NULL, _("'%s' is missing here."), "rule");
      return NULL;
    }

  return ink_read_rule (read, &at, json_object_get_member (object, "rule"), NULL);
}

static gboolean
read_colour (InkRead *read,
             const InkPlace *place,
             JsonObject *object,
             char **colour)
{
  InkPlace at = INK_PLACE_KEY (place, "colour");

  return !json_object_has_member (object, "colour")
         || ink_read_colour (read, &at, json_object_get_member (object, "colour"), colour);
}

static gboolean
read_goal_kind (InkRead *read,
                const InkPlace *place,
                JsonObject *object,
                InkGoal *goal)
{
  static const char *const kinds[] = { "micro", "macro", NULL };
  InkPlace at = INK_PLACE_KEY (place, "kind");
  guint kind = 0;

  if (json_object_has_member (object, "kind")
      && !ink_read_word (read, &at, json_object_get_member (object, "kind"), kinds, &kind))
    return FALSE;

  goal->kind = (InkGoalKind) kind;
  return TRUE;
}

static gboolean
read_goal_value (InkRead *read,
                 const InkPlace *place,
                 JsonObject *object,
                 InkGoal *goal)
{
  static const char *const keys[] = { "fixed", "prop", NULL };
  InkPlace at = INK_PLACE_KEY (place, "value");
  InkPlace fixed = INK_PLACE_KEY (&at, "fixed");
  JsonObject *value;

  if (!json_object_has_member (object, "value"))
    return TRUE;
  if (!ink_read_object (read, &at, json_object_get_member (object, "value"), keys, &value))
    return FALSE;
  if (json_object_get_size (value) != 1)
    return ink_read_fail (read, &at, NULL,
                          _("a goal's value is either {\"fixed\": 400} or {\"prop\": \"value\"}."));
  if (json_object_has_member (value, "prop"))
    return ink_read_member_text (read, &at, value, "prop", &goal->value_property);

  goal->has_fixed_value = TRUE;
  return ink_read_number (read, &fixed, json_object_get_member (value, "fixed"),
                          &goal->fixed_value);
}

static gboolean
read_goal_parts (InkRead *read,
                 const InkPlace *place,
                 JsonObject *object,
                 InkGoal *goal)
{
  return read_goal_kind (read, place, object, goal)
         && read_goal_value (read, place, object, goal)
         && ink_read_member_text (read, place, object, "stage", &goal->stage)
         && ink_read_member_text (read, place, object, "note", &goal->note)
         && ink_read_member_text (read, place, object, "icon", &goal->icon)
         && read_colour (read, place, object, &goal->colour);
}

static gpointer
read_goal (InkRead *read,
           const InkPlace *place,
           JsonNode *node)
{
  static const char *const keys[]
      = { "name", "kind", "stage", "rule", "value", "colour", "icon", "note", NULL };
  InkPlace at = INK_PLACE_KEY (place, "rule");
  g_autofree char *name = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkGoal) goal = NULL;
  JsonObject *object;

  if (!read_named (read, place, node, keys, &object, &name))
    return NULL;
  rule = read_needed_rule (read, place, object);
  if (rule == NULL
      || !ink_read_check_moments (
          read, &at, rule,
          _("a goal needs an event that completes it; 'not', 'person', 'persona' and a lone "
            "'at_most' have none, and in 'any' no part may be without.")))
    return NULL;

  goal = ink_goal_new (name, rule);
  return read_goal_parts (read, place, object, goal) ? g_steal_pointer (&goal) : NULL;
}

static gpointer
read_persona (InkRead *read,
              const InkPlace *place,
              JsonNode *node)
{
  static const char *const keys[] = { "name", "colour", "rule", "note", NULL };
  InkPlace at = INK_PLACE_KEY (place, "name");
  g_autofree char *name = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkPersona) persona = NULL;
  JsonObject *object;

  if (!read_named (read, place, node, keys, &object, &name))
    return NULL;
  if (g_str_equal (name, INK_EVERYONE_ELSE))
    {
      ink_read_fail (read, &at, NULL, _("'%s' is the name of those who fit no persona."), name);
      return NULL;
    }
  rule = read_needed_rule (read, place, object);
  if (rule == NULL)
    return NULL;

  persona = ink_persona_new (name, rule);
  if (!read_colour (read, place, object, &persona->colour)
      || !ink_read_member_text (read, place, object, "note", &persona->note))
    return NULL;
  return g_steal_pointer (&persona);
}

static gpointer
read_follow_up (InkRead *read,
                const InkPlace *place,
                JsonNode *node)
{
  static const char *const keys[] = { "name", "rule", "note", NULL };
  g_autofree char *name = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkFollowUp) follow_up = NULL;
  JsonObject *object;

  if (!read_named (read, place, node, keys, &object, &name))
    return NULL;
  rule = read_needed_rule (read, place, object);
  if (rule == NULL)
    return NULL;

  follow_up = ink_follow_up_new (name, rule);
  if (!ink_read_member_text (read, place, object, "note", &follow_up->note))
    return NULL;
  return g_steal_pointer (&follow_up);
}

static gpointer
read_listed_funnel (InkRead *read,
                    const InkPlace *place,
                    JsonNode *node)
{
  return ink_read_funnel (read, place, node, NULL);
}

static gboolean
read_item (InkRead *read,
           const InkPlace *place,
           JsonNode *node,
           const InkItemClass *class,
           ReadItemFunc read_func,
           GHashTable *seen,
           GPtrArray *items)
{
  InkPlace at = INK_PLACE_KEY (place, "name");
  gpointer item = read_func (read, place, node);

  if (item == NULL)
    return FALSE;

  g_ptr_array_add (items, item);
  if (!g_hash_table_add (seen, (char *) ink_item_name (class, item)))
    return ink_read_fail (read, &at, NULL, _("there are two with the name '%s'."),
                          ink_item_name (class, item));
  return TRUE;
}

gboolean
ink_read_items (InkRead *read,
                const InkPlace *root,
                JsonObject *object,
                guint item_class,
                InkDefinition *definition)
{
  static const ReadItemFunc funcs[INK_N_ITEMS] = {
    [INK_ITEM_GOAL] = read_goal,
    [INK_ITEM_PERSONA] = read_persona,
    [INK_ITEM_FUNNEL] = read_listed_funnel,
    [INK_ITEM_FOLLOW_UP] = read_follow_up,
  };
  const InkItemClass *class = &ink_item_classes[item_class];
  InkPlace place = INK_PLACE_KEY (root, class->list);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (class->unref);
  JsonArray *array = ink_read_member_list (read, &place, object);

  if (array == NULL)
    return read->error == NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&place, i);

      if (!read_item (read, &at, json_array_get_element (array, i), class, funcs[item_class], seen,
                      items))
        return FALSE;
    }
  g_ptr_array_add (items, NULL);
  ink_definition_take_items (definition, class, g_ptr_array_steal (items, NULL));
  return TRUE;
}
