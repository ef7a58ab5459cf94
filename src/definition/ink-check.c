/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names: everything that a rule names is there. */
#include "config.h"

#include "definition/ink-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-definition-check.h"
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

static const char *
find_nearest (GHashTable *names,
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
    return ink_read_fail (check->read, place, find_nearest (names, name), "%s", sentence);
  if (check->warnings->len == MAX_WARNINGS)
    g_ptr_array_add (check->warnings, g_strdup (_("More names here are not in the data.")));
  if (check->warnings->len > MAX_WARNINGS)
    return TRUE;

  ink_read_fail (&warning, place, find_nearest (names, name), "%s", sentence);
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

static gboolean
check_property (InkCheck *check,
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
    return ink_read_fail (check->read, &at, find_nearest (check->goals, name),
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
    return ink_read_fail (check->read, &at, find_nearest (check->personas, rule->name),
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

      if (!check_property (check, &at, rule->where[i].on_person ? INK_ON_PERSON : INK_ON_EVENT,
                           rule->where[i].property))
        return FALSE;
    }

  return !rule->total.given
         || check_property (check, &total_property, INK_ON_EVENT, rule->total.property);
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
      return check_property (check, &person, INK_ON_PERSON, rule->where[0].property);
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

/* --- Funnels and the whole --- */

static gboolean
check_count_property (InkCheck *check,
                      const InkPlace *place,
                      const char *name)
{
  /* The event's, else the person's: either will do, and persons have all that events have. */
  return name == NULL
         || (check->on_events != NULL && g_hash_table_contains (check->on_events, name))
         || check_property (check, place, INK_ON_PERSON, name);
}

static gboolean
check_compare (InkCheck *check,
               const InkPlace *place,
               const InkFunnel *funnel)
{
  InkPlace compare = INK_PLACE_KEY (place, "compare");
  InkPlace list = INK_PLACE_KEY (&compare, "prop");
  InkOn on = funnel->compare == INK_COMPARE_PERSON ? INK_ON_PERSON : INK_ON_EVENT;

  for (guint i = 0; funnel->compare_properties != NULL && funnel->compare_properties[i] != NULL;
       i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&list, i);

      if (!check_property (check, funnel->compare_list ? &at : &list, on,
                           funnel->compare_properties[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_steps (InkCheck *check,
             const InkPlace *place,
             const InkFunnel *funnel)
{
  InkPlace steps = INK_PLACE_KEY (place, "steps");
  InkPlace not_if = INK_PLACE_KEY (place, "not_if");

  for (guint i = 0; i < funnel->n_steps; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&steps, i);

      if (!ink_check_rule (check, &at, funnel->steps[i].rule))
        return FALSE;
    }
  for (guint i = 0; i < funnel->n_not_if; i++)
    {
      InkPlace exclusion = INK_PLACE_ELEMENT (&not_if, i);
      InkPlace at = INK_PLACE_KEY (&exclusion, "rule");

      if (!ink_check_rule (check, &at, funnel->not_if[i].rule))
        return FALSE;
    }
  return TRUE;
}

gboolean
ink_check_funnel (InkCheck *check,
                  const InkPlace *place,
                  const InkFunnel *funnel)
{
  InkPlace people = INK_PLACE_KEY (place, "people");
  InkPlace count = INK_PLACE_KEY (place, "count");
  InkPlace count_property = INK_PLACE_KEY (&count, "prop");

  return check_steps (check, place, funnel)
         && (funnel->people == NULL || ink_check_rule (check, &people, funnel->people))
         && check_count_property (check, &count_property, funnel->count_property)
         && check_compare (check, place, funnel);
}

static gboolean
check_goal_rule (InkCheck *check,
                 const InkPlace *item,
                 const InkGoal *goal)
{
  InkPlace rule = INK_PLACE_KEY (item, "rule");
  InkCheckGoal *state = &check->states[ink_check_find (check->goals, goal->name)];
  InkCheckState before = state->state;

  /* Open while its own names are looked at, so that a circle is found where it starts. */
  if (before == INK_CHECK_NEW)
    state->state = INK_CHECK_OPEN;
  if (!ink_check_rule (check, &rule, goal->rule))
    return FALSE;
  state->state = before;

  return TRUE;
}

static gboolean
check_goal_value (InkCheck *check,
                  const InkPlace *item,
                  const InkGoal *goal)
{
  InkPlace value = INK_PLACE_KEY (item, "value");
  InkPlace property = INK_PLACE_KEY (&value, "prop");

  return goal->value_property == NULL
         || check_property (check, &property, INK_ON_EVENT, goal->value_property);
}

static gboolean
check_goals (InkCheck *check,
             const InkPlace *root,
             const InkDefinition *definition)
{
  InkPlace list = INK_PLACE_KEY (root, "goals");

  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      InkPlace item = INK_PLACE_ELEMENT (&list, i);

      if (!check_goal_rule (check, &item, definition->goals[i])
          || !check_goal_value (check, &item, definition->goals[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_personas (InkCheck *check,
                const InkPlace *root,
                const InkDefinition *definition)
{
  InkPlace list = INK_PLACE_KEY (root, "personas");

  for (guint i = 0; definition->personas[i] != NULL; i++)
    {
      InkPlace item = INK_PLACE_ELEMENT (&list, i);
      InkPlace rule = INK_PLACE_KEY (&item, "rule");

      check->persona = ink_check_find (check->personas, definition->personas[i]->name);
      if (!ink_check_rule (check, &rule, definition->personas[i]->rule))
        return FALSE;
    }

  /* Those that are not in the file may have come to lean on it by a goal that the file changed. */
  for (guint i = 0; check->all->personas[i] != NULL; i++)
    {
      InkCheckNeeds needs = { -1, 0 };

      check->persona = (int) i;
      if (!ink_check_rule_needs (check, root, check->all->personas[i]->rule, 0, &needs)
          || !ink_check_order (check, root, &needs))
        return FALSE;
    }
  check->persona = -1;
  return TRUE;
}

static gboolean
check_lists (InkCheck *check,
             const InkPlace *root,
             const InkDefinition *definition)
{
  InkPlace funnels = INK_PLACE_KEY (root, "funnels");
  InkPlace follow_ups = INK_PLACE_KEY (root, "followups");

  for (guint i = 0; definition->funnels[i] != NULL; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (&funnels, i);

      if (!ink_check_funnel (check, &at, definition->funnels[i]))
        return FALSE;
    }
  for (guint i = 0; definition->follow_ups[i] != NULL; i++)
    {
      InkPlace item = INK_PLACE_ELEMENT (&follow_ups, i);
      InkPlace at = INK_PLACE_KEY (&item, "rule");

      if (!ink_check_rule (check, &at, definition->follow_ups[i]->rule))
        return FALSE;
    }
  return TRUE;
}

gboolean
ink_check_definition (InkCheck *check,
                      const InkDefinition *definition)
{
  InkPlace root = INK_PLACE_ROOT;
  InkPlace main = INK_PLACE_KEY (&root, "main");

  if (definition->main_goal != NULL && ink_check_find (check->goals, definition->main_goal) < 0)
    return ink_read_fail (check->read, &main, find_nearest (check->goals, definition->main_goal),
                          _("there is no goal '%s'."), definition->main_goal);

  return check_goals (check, &root, definition) && check_personas (check, &root, definition)
         && check_lists (check, &root, definition);
}

/**
 * ink_definition_check:
 * @schema: (nullable): the names of the data; unchecked where NULL or empty
 *
 * Returns: FALSE with @error where a rule names what is not there or refers to itself
 */
gboolean
ink_definition_check (InkDefinition *definition,
                      const InkSchema *schema,
                      GError **error)
{
  InkRead read = { 0 };
  g_autoptr (InkCheck) check = NULL;
  gboolean good;

  g_return_val_if_fail (definition != NULL, FALSE);

  check = ink_check_new (&read, schema, definition, NULL);
  good = ink_check_definition (check, definition);
  if (!good)
    g_propagate_error (error, g_steal_pointer (&read.error));
  return good;
}

/* What the reader of a card sees begins with a capital; what follows a place does not. */
static char *
take_sentence (InkRead *read)
{
  const char *message = read->error->message;
  const char *rest = g_utf8_next_char (message);
  g_autofree char *capital = g_utf8_strup (message, rest - message);
  char *sentence = g_strconcat (capital, rest, NULL);

  g_clear_error (&read->error);
  return sentence;
}

/**
 * ink_definition_check_goals:
 * @schema: (nullable): the names of the data; unchecked where NULL or empty
 * @wanted: (array): by goal
 * @sentences: (array): by goal
 */
void
ink_definition_check_goals (InkDefinition *definition,
                            const InkSchema *schema,
                            const gboolean *wanted,
                            char **sentences)
{
  InkRead read = { .no_places = TRUE };
  InkPlace root = INK_PLACE_ROOT;
  g_autoptr (InkCheck) check = NULL;
  guint n;

  g_return_if_fail (definition != NULL);
  g_return_if_fail (wanted != NULL && sentences != NULL);

  check = ink_check_new (&read, schema, definition, NULL);
  n = g_strv_length ((char **) (void *) definition->goals);
  for (guint i = 0; i < n; i++)
    {
      sentences[i] = NULL;
      if (!wanted[i] || check_goal_rule (check, &root, definition->goals[i]))
        continue;
      sentences[i] = take_sentence (&read);
      /* What was being looked at was left open. */
      memset (check->states, 0, n * sizeof *check->states);
    }
}
