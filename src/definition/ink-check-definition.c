/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names in what holds rules: goals, personas, funnels, follow-ups. */
#include "config.h"

#include "definition/ink-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "definition/ink-definition-check.h"

static gboolean
check_count_property (InkCheck *check,
                      const InkPlace *place,
                      const char *name)
{
  /* The event's, else the person's: either will do, and persons have all that events have. */
  return name == NULL
         || (check->on_events != NULL && g_hash_table_contains (check->on_events, name))
         || ink_check_property (check, place, INK_ON_PERSON, name);
}

/* The rule of an item of a list. */
static gboolean
check_item_rule (InkCheck *check,
                 const InkPlace *list,
                 guint index,
                 const InkRule *rule)
{
  InkPlace item = INK_PLACE_ELEMENT (list, index);
  InkPlace at = INK_PLACE_KEY (&item, "rule");

  return ink_check_rule (check, &at, rule);
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

      if (!ink_check_property (check, funnel->compare_list ? &at : &list, on,
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
    if (!check_item_rule (check, &not_if, i, funnel->not_if[i].rule))
      return FALSE;
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
         || ink_check_property (check, &property, INK_ON_EVENT, goal->value_property);
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
      check->persona = ink_check_find (check->personas, definition->personas[i]->name);
      if (!check_item_rule (check, &list, i, definition->personas[i]->rule))
        return FALSE;
    }
  check->persona = -1;

  return TRUE;
}

/* Those that are not in the file may have come to lean on it by a goal that the file changed. */
static gboolean
check_other_personas (InkCheck *check,
                      const InkPlace *root)
{
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
    if (!check_item_rule (check, &follow_ups, i, definition->follow_ups[i]->rule))
      return FALSE;
  return TRUE;
}

gboolean
ink_check_definition (InkCheck *check,
                      const InkDefinition *definition)
{
  InkPlace root = INK_PLACE_ROOT;
  InkPlace main = INK_PLACE_KEY (&root, "main");

  if (definition->main_goal != NULL && ink_check_find (check->goals, definition->main_goal) < 0)
    return ink_read_fail (check->read, &main,
                          ink_check_find_nearest (check->goals, definition->main_goal),
                          _("there is no goal '%s'."), definition->main_goal);

  return check_goals (check, &root, definition) && check_personas (check, &root, definition)
         && check_other_personas (check, &root) && check_lists (check, &root, definition);
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
