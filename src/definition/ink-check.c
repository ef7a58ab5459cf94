/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names: everything that a rule names is there. */
#include "config.h"

#include "definition/ink-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-definition-private.h"

/* Each warning reads the file again for its place. */
#define MAX_WARNINGS 20

static void
index_items (GHashTable *names,
             const InkItemClass *class,
             const InkDefinition *definition)
{
  gpointer *items = ink_item_array (definition, class);

  for (guint i = 0; items[i] != NULL; i++)
    g_hash_table_insert (names, (char *) ink_item_name (class, items[i]),
                         GUINT_TO_POINTER (i + 1));
}

static void
add_first_and_last (GHashTable *names,
                    const char *property)
{
  g_hash_table_add (names, g_strdup (property));
  g_hash_table_add (names, g_strconcat ("first ", property, NULL));
  g_hash_table_add (names, g_strconcat ("last ", property, NULL));
}

static void
index_schema (InkCheck *check,
              const InkSchema *schema)
{
  static const char *const derived[] = { "duration", "session" };

  check->events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check->on_events = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check->on_persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < schema->n_events; i++)
    g_hash_table_add (check->events, g_strdup (schema->events[i].name));
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    {
      g_hash_table_add (check->on_events, g_strdup (derived[i]));
      add_first_and_last (check->on_persons, derived[i]);
    }
  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *property = &schema->properties[i];

      if (property->on == INK_ON_PERSON)
        {
          g_hash_table_add (check->on_persons, g_strdup (property->name));
          continue;
        }
      g_hash_table_add (check->on_events, g_strdup (property->name));
      add_first_and_last (check->on_persons, property->name);
    }
}

int
ink_check_find (GHashTable *names,
                const char *name)
{
  return (int) GPOINTER_TO_UINT (g_hash_table_lookup (names, name)) - 1;
}

InkCheck *
ink_check_new (InkRead *read,
               const InkSchema *schema,
               InkDefinition *all,
               GPtrArray *warnings)
{
  InkCheck *check = g_new0 (InkCheck, 1);
  guint n_goals = 0;

  check->read = read;
  check->all = ink_definition_ref (all);
  check->warnings = warnings;
  check->persona = -1;
  check->goals = g_hash_table_new (g_str_hash, g_str_equal);
  check->personas = g_hash_table_new (g_str_hash, g_str_equal);
  index_items (check->goals, &ink_item_classes[INK_ITEM_GOAL], all);
  index_items (check->personas, &ink_item_classes[INK_ITEM_PERSONA], all);
  if (schema != NULL && (schema->n_events > 0 || schema->n_properties > 0))
    index_schema (check, schema);
  while (all->goals[n_goals] != NULL)
    n_goals++;
  check->states = g_new0 (InkCheckGoal, MAX (n_goals, 1));
  return check;
}

void
ink_check_free (InkCheck *check)
{
  g_clear_pointer (&check->events, g_hash_table_unref);
  g_clear_pointer (&check->on_events, g_hash_table_unref);
  g_clear_pointer (&check->on_persons, g_hash_table_unref);
  g_hash_table_unref (check->goals);
  g_hash_table_unref (check->personas);
  ink_definition_unref (check->all);
  g_free (check->states);
  g_free (check);
}

/* --- Names --- */

const char *
ink_check_find_nearest (GHashTable *names,
                        const char *wanted)
{
  InkNearest nearest = ink_nearest_start (wanted);
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (names), (GCompareFunc) strcmp);

  for (GList *l = keys; l != NULL; l = l->next)
    ink_nearest_offer (&nearest, l->data);

  return nearest.best;
}

/* The data has no such event or property: an error, or a warning where those are collected. */
static gboolean
miss_in_data (InkCheck *check,
              const InkPlace *place,
              GHashTable *names,
              const char *sentence,
              const char *name)
{
  InkRead warning = { check->read->file_name, check->read->text, check->read->length, NULL };

  if (check->warnings == NULL)
    return ink_read_fail (check->read, place, ink_check_find_nearest (names, name), "%s", sentence);
  if (check->warnings->len == MAX_WARNINGS)
    g_ptr_array_add (check->warnings, g_strdup (_("More names here are not in the data.")));
  if (check->warnings->len > MAX_WARNINGS)
    return TRUE;

  ink_read_fail (&warning, place, ink_check_find_nearest (names, name), "%s", sentence);
  g_ptr_array_add (check->warnings, g_strdup (warning.error->message));
  g_clear_error (&warning.error);
  return TRUE;
}

static gboolean
check_event (InkCheck *check,
             const InkPlace *place,
             const char *name)
{
  g_autofree char *sentence = NULL;

  if (check->events == NULL || g_str_equal (name, "*")
      || g_hash_table_contains (check->events, name))
    return TRUE;

  sentence = g_strdup_printf (_("the data has no event '%s'."), name);
  return miss_in_data (check, place, check->events, sentence, name);
}

gboolean
ink_check_property (InkCheck *check,
                    const InkPlace *place,
                    InkOn on,
                    const char *name)
{
  GHashTable *names = on == INK_ON_PERSON ? check->on_persons : check->on_events;
  g_autofree char *sentence = NULL;

  if (names == NULL || g_hash_table_contains (names, name))
    return TRUE;

  sentence = g_strdup_printf (on == INK_ON_PERSON ? _("people have no property '%s' in the data.")
                                                  : _("events have no property '%s' in the data."),
                              name);
  return miss_in_data (check, place, names, sentence, name);
}

/* --- Rules --- */

static gboolean
check_goal_name (InkCheck *check,
                 const InkPlace *rule_place,
                 const char *key,
                 const char *name)
{
  InkPlace at = INK_PLACE_KEY (rule_place, key);
  int index = ink_check_find (check->goals, name);
  InkCheckNeeds needs = { -1, 0 };

  if (index < 0)
    return ink_read_fail (check->read, &at, ink_check_find_nearest (check->goals, name),
                          _("there is no goal '%s'."), name);

  return ink_check_goal_needs (check, &at, index, 0, &needs)
         && ink_check_order (check, &at, &needs);
}

static gboolean
check_persona_name (InkCheck *check,
                    const InkPlace *rule_place,
                    const InkRule *rule)
{
  InkPlace at = INK_PLACE_KEY (rule_place, "persona");
  InkCheckNeeds needs = { -1, 0 };

  if (ink_check_find (check->personas, rule->name) < 0
      && !g_str_equal (rule->name, INK_EVERYONE_ELSE))
    return ink_read_fail (check->read, &at, ink_check_find_nearest (check->personas, rule->name),
                          _("there is no persona '%s'."), rule->name);

  return ink_check_rule_needs (check, &at, rule, 0, &needs)
         && ink_check_order (check, &at, &needs);
}

static gboolean
check_does (InkCheck *check,
            const InkPlace *place,
            const InkRule *rule)
{
  InkPlace does = INK_PLACE_KEY (place, "does");
  InkPlace where = INK_PLACE_KEY (place, "where");
  InkPlace total = INK_PLACE_KEY (place, "total");
  InkPlace total_property = INK_PLACE_KEY (&total, "prop");

  for (guint i = 0; rule->names[i] != NULL; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&does, i);

      if (!check_event (check, rule->one_name ? &does : &at, rule->names[i]))
        return FALSE;
    }
  for (guint i = 0; i < rule->n_where; i++)
    {
      InkPlace condition = INK_PLACE_ELEMENT (&where, i);
      InkPlace at = INK_PLACE_KEY (&condition, "prop");

      if (!ink_check_property (check, &at, rule->where[i].on_person ? INK_ON_PERSON : INK_ON_EVENT,
                               rule->where[i].property))
        return FALSE;
    }

  return !rule->total.given
         || ink_check_property (check, &total_property, INK_ON_EVENT, rule->total.property);
}

static gboolean
check_children (InkCheck *check,
                const InkPlace *place,
                const InkRule *rule)
{
  InkPlace list = INK_PLACE_KEY (place, rule->kind == INK_RULE_ALL ? "all" : "any");
  InkPlace negated = INK_PLACE_KEY (place, "not");

  for (guint i = 0; i < rule->n_children; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&list, i);

      if (!ink_check_rule (check, rule->kind == INK_RULE_NOT ? &negated : &at, rule->children[i]))
        return FALSE;
    }
  return TRUE;
}

gboolean
ink_check_rule (InkCheck *check,
                const InkPlace *place,
                const InkRule *rule)
{
  InkPlace person = INK_PLACE_KEY (place, "person");

  if (rule->after != NULL && !check_goal_name (check, place, "after", rule->after))
    return FALSE;

  switch (rule->kind)
    {
    case INK_RULE_DOES:
      return check_does (check, place, rule);
    case INK_RULE_PERSON:
      return ink_check_property (check, &person, INK_ON_PERSON, rule->where[0].property);
    case INK_RULE_GOAL:
      return check_goal_name (check, place, "goal", rule->name);
    case INK_RULE_PERSONA:
      return check_persona_name (check, place, rule);
    case INK_RULE_ALL:
    case INK_RULE_ANY:
    case INK_RULE_NOT:
    default:
      return check_children (check, place, rule);
    }
}
