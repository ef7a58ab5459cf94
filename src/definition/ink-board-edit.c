/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of goals on the board: made, moved, widened, renamed, removed. */
#include "config.h"

#include "definition/ink-board-edit.h"

#include "definition/ink-definition-private.h"

#include <glib/gi18n-lib.h>

/* ---- Where things are ---- */

guint
ink_board_count_lanes (const InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, 0);

  return g_strv_length ((char **) ink_definition_get_stages (definition));
}

int
ink_board_find_lane (const InkDefinition *definition,
                     const char *stage)
{
  const char *const *stages;

  g_return_val_if_fail (definition != NULL, INK_NO_LANE);

  stages = ink_definition_get_stages (definition);
  for (int i = 0; stages[i] != NULL; i++)
    if (g_strcmp0 (stages[i], stage) == 0)
      return i;

  return INK_NO_LANE;
}

GPtrArray *
ink_board_list_goals (const InkDefinition *definition,
                      int lane)
{
  GPtrArray *goals;

  g_return_val_if_fail (definition != NULL, NULL);

  goals = g_ptr_array_new ();
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (ink_board_find_lane (definition, definition->goals[i]->stage) == lane)
      g_ptr_array_add (goals, definition->goals[i]);

  return goals;
}

InkGoal *
ink_board_find_goal (const InkDefinition *definition,
                     const char *id)
{
  g_return_val_if_fail (definition != NULL, NULL);

  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (g_strcmp0 (definition->goals[i]->id, id) == 0)
      return definition->goals[i];

  return NULL;
}

/* ---- Names ---- */

char *
ink_board_make_goal_name (const InkDefinition *definition,
                          const char *wanted,
                          const InkGoal *own)
{
  char *name;

  g_return_val_if_fail (definition != NULL && wanted != NULL, NULL);

  name = g_strdup (wanted);
  for (guint i = 2;; i++)
    {
      const InkGoal *other = ink_definition_find_goal (definition, name);

      if (other == NULL || (own != NULL && g_str_equal (other->id, own->id)))
        break;
      g_free (name);
      name = g_strdup_printf ("%s %u", wanted, i);
    }

  return name;
}

/* "add_to_cart" reads as "Add to cart", "$pageview" as "Pageview". */
static char *
make_readable (const char *event)
{
  g_autofree char *words = NULL;
  gunichar first;

  while (*event == '$' || *event == '_')
    event++;
  if (strchr (event, ' ') != NULL || strchr (event, '_') == NULL)
    words = g_strdup (event);
  else
    words = g_strdelimit (g_strdup (event), "_", ' ');
  g_strstrip (words);
  if (*words == '\0')
    return NULL;
  first = g_utf8_get_char_validated (words, -1);
  if (first != (gunichar) -1 && first != (gunichar) -2 && g_unichar_islower (first))
    {
      char letter[7] = { 0 };

      g_unichar_to_utf8 (g_unichar_toupper (first), letter);
      return g_strconcat (letter, g_utf8_next_char (words), NULL);
    }

  return g_steal_pointer (&words);
}

static char *
name_event (const InkDefinition *definition,
            const char *event)
{
  const char *label = g_hash_table_lookup (definition->labels, event);
  char *name;

  if (label != NULL)
    return g_strdup (label);
  if (g_str_equal (event, "*"))
    return g_strdup (_ ("Any event"));
  name = make_readable (event);

  return name != NULL ? name : g_strdup (*event != '\0' ? event : _ ("Goal"));
}

char *
ink_board_name_events (const InkDefinition *definition,
                       const char *const *events)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n;

  g_return_val_if_fail (definition != NULL && events != NULL, NULL);

  n = g_strv_length ((char **) events);
  if (n == 0)
    return g_strdup (_ ("New goal"));
  first = name_event (definition, events[0]);
  if (n == 1)
    return g_steal_pointer (&first);
  second = name_event (definition, events[1]);
  if (n == 2)
    /* Translators: the name of a goal: one event or another. */
    return g_strdup_printf (_ ("%s or %s"), first, second);

  /* Translators: the name of a goal: any of one event and several others. */
  return g_strdup_printf (ngettext ("%s or %u other", "%s or %u others", n - 1), first, n - 1);
}

/* ---- Places ---- */

static InkDefinition *
with_written_stages (InkDefinition *definition)
{
  if (definition->stages[0] != NULL)
    return ink_definition_ref (definition);

  return ink_definition_with_stages (definition, ink_definition_get_stages (definition));
}

/* Where in the definition's order the place of a lane is: before the goal that stands there; at the
 * end of a lane, after the last goal that stands in it or in a lane before. @id is left out. */
static guint
find_position (const InkDefinition *definition,
               const char *id,
               int lane,
               guint place)
{
  guint position = 0, after = 0, in_lane = 0;

  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      int own = ink_board_find_lane (definition, definition->goals[i]->stage);

      if (g_strcmp0 (definition->goals[i]->id, id) == 0)
        continue;
      if (own == lane && in_lane++ == place)
        return position;
      position++;
      if (own == lane)
        after = position;
      else if (own != INK_NO_LANE && own < lane && in_lane == 0)
        after = position;
    }

  return after;
}

static void
set_stage (InkGoal *goal,
           const InkDefinition *definition,
           int lane)
{
  const char *stage = lane != INK_NO_LANE ? ink_definition_get_stages (definition)[lane] : NULL;
  char *copy = g_strdup (stage);

  g_free (goal->stage);
  goal->stage = copy;
}

static gboolean
is_lane (const InkDefinition *definition,
         int lane)
{
  return lane == INK_NO_LANE || (lane >= 0 && (guint) lane < ink_board_count_lanes (definition));
}

/* Adds @goal (or puts it in place of the one of its id) and moves it to its place. */
static InkDefinition *
put_goal (InkDefinition *definition,
          InkGoal *goal,
          int lane,
          guint place)
{
  g_autoptr (InkDefinition) written = with_written_stages (definition);
  g_autoptr (InkDefinition) with = NULL;

  set_stage (goal, written, lane);
  with = ink_definition_with_goal (written, goal);

  return ink_definition_move_goal (with, goal->id, find_position (with, goal->id, lane, place));
}

/* ---- Making ---- */

InkGoalKind
ink_board_choose_kind (const InkDefinition *definition,
                       const char *const *events,
                       int lane)
{
  g_return_val_if_fail (definition != NULL && events != NULL, INK_GOAL_MICRO);

  if (lane == INK_NO_LANE || (guint) lane + 1 != ink_board_count_lanes (definition))
    return INK_GOAL_MICRO;
  for (guint i = 0; events[i] != NULL; i++)
    if (ink_board_is_passive (definition, events[i]))
      return INK_GOAL_MICRO;

  return INK_GOAL_MACRO;
}

static InkRule *
make_does (const char *const *events)
{
  InkRule *rule = ink_rule_new_does (events[0]);

  if (events[1] != NULL)
    {
      g_strfreev (rule->names);
      rule->names = g_strdupv ((char **) events);
      rule->one_name = FALSE;
    }

  return rule;
}

InkDefinition *
ink_board_add_goal (InkDefinition *definition,
                    const char *const *events,
                    InkGoalKind kind,
                    int lane,
                    guint place,
                    char **id)
{
  g_autofree char *wanted = NULL;
  g_autofree char *name = NULL;
  g_autoptr (InkRule) rule = NULL;
  g_autoptr (InkGoal) goal = NULL;

  g_return_val_if_fail (definition != NULL && is_lane (definition, lane), NULL);
  g_return_val_if_fail (events != NULL && events[0] != NULL, NULL);

  wanted = ink_board_name_events (definition, events);
  name = ink_board_make_goal_name (definition, wanted, NULL);
  rule = make_does (events);
  goal = ink_goal_new (name, rule);
  goal->kind = kind;
  if (id != NULL)
    *id = g_strdup (goal->id);

  return put_goal (definition, goal, lane, place);
}

InkDefinition *
ink_board_insert_goal (InkDefinition *definition,
                       const InkGoal *goal,
                       int lane,
                       guint place,
                       char **id)
{
  g_autoptr (InkGoal) copy = NULL;

  g_return_val_if_fail (definition != NULL && is_lane (definition, lane), NULL);
  g_return_val_if_fail (goal != NULL, NULL);

  copy = ink_goal_copy (goal);
  g_free (copy->id);
  copy->id = ink_definition_make_id ();
  g_free (copy->name);
  copy->name = ink_board_make_goal_name (definition, goal->name, NULL);
  if (id != NULL)
    *id = g_strdup (copy->id);

  return put_goal (definition, copy, lane, place);
}

/* Where in its lane a goal stands. */
static guint
find_place (const InkDefinition *definition,
            const InkGoal *goal)
{
  int lane = ink_board_find_lane (definition, goal->stage);
  guint place = 0;

  for (guint i = 0; definition->goals[i] != goal; i++)
    place += ink_board_find_lane (definition, definition->goals[i]->stage) == lane;

  return place;
}

InkDefinition *
ink_board_duplicate_goal (InkDefinition *definition,
                          const char *id,
                          char **copy_id)
{
  const InkGoal *goal;

  g_return_val_if_fail (definition != NULL && id != NULL, NULL);

  goal = ink_board_find_goal (definition, id);
  if (goal == NULL)
    return ink_definition_ref (definition);

  return ink_board_insert_goal (definition, goal, ink_board_find_lane (definition, goal->stage),
                                find_place (definition, goal) + 1, copy_id);
}

InkDefinition *
ink_board_move_goal (InkDefinition *definition,
                     const char *id,
                     int lane,
                     guint place)
{
  g_autoptr (InkDefinition) moved = NULL;
  g_autoptr (InkGoal) copy = NULL;
  InkGoal *goal;

  g_return_val_if_fail (definition != NULL && id != NULL && is_lane (definition, lane), NULL);

  goal = ink_board_find_goal (definition, id);
  if (goal == NULL)
    return ink_definition_ref (definition);
  copy = ink_goal_copy (goal);
  moved = put_goal (definition, copy, lane, place);
  /* Back where it was: usual stages stay unwritten. */
  if (ink_board_find_lane (definition, goal->stage) == lane
      && find_place (moved, ink_board_find_goal (moved, id)) == find_place (definition, goal))
    return ink_definition_ref (definition);

  return g_steal_pointer (&moved);
}

/* ---- Widening ---- */

static gboolean
is_plain_does (const InkRule *rule)
{
  return rule->kind == INK_RULE_DOES && rule->n_where == 0
         && rule->first_time == INK_FIRST_TIME_NO && !rule->between.given && rule->after == NULL
         && rule->within.kind == INK_SPAN_NONE && !rule->times.given && !rule->total.given;
}

/* The names of a plain does and @events, each once; NULL where there is nothing to add. */
static InkRule *
widen_does (const InkRule *rule,
            const char *const *events)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  InkRule *wider;
  guint before;

  for (guint i = 0; rule->names[i] != NULL; i++)
    g_ptr_array_add (names, rule->names[i]);
  before = names->len;
  if (g_strv_contains ((const char *const *) rule->names, "*"))
    return NULL;
  for (guint i = 0; events[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (names, events[i], g_str_equal, NULL))
      g_ptr_array_add (names, (char *) events[i]);
  if (names->len == before)
    return NULL;
  g_ptr_array_add (names, NULL);
  wider = ink_rule_copy (rule);
  g_strfreev (wider->names);
  wider->names = g_strdupv ((char **) names->pdata);
  wider->one_name = FALSE;

  return wider;
}

static InkRule *
widen_any (const InkRule *rule,
           const char *const *events)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_rule_unref);
  InkRule *wider;
  gboolean found = FALSE;

  for (guint i = 0; i < rule->n_children; i++)
    {
      InkRule *child = rule->children[i];
      InkRule *instead = !found && is_plain_does (child) ? widen_does (child, events) : NULL;

      if (!found && is_plain_does (child) && instead == NULL)
        return NULL;
      found |= instead != NULL;
      g_ptr_array_add (children, instead != NULL ? instead : ink_rule_ref (child));
    }
  if (!found)
    g_ptr_array_add (children, make_does (events));
  wider = ink_rule_copy (rule);
  ink_rule_set_children (wider, (InkRule *const *) children->pdata, children->len);

  return wider;
}

static InkRule *
widen (InkRule *rule,
       const char *const *events)
{
  g_autoptr (InkRule) does = NULL;
  InkRule *any;

  if (is_plain_does (rule))
    return widen_does (rule, events);
  if (rule->kind == INK_RULE_ANY)
    return widen_any (rule, events);
  does = make_does (events);
  any = ink_rule_new (INK_RULE_ANY);
  ink_rule_set_children (any, (InkRule *[]){ rule, does }, 2);

  return any;
}

/* A name that was made from the events is made anew, others stay. */
static void
rename_with_rule (InkGoal *copy,
                  const InkDefinition *definition,
                  const InkGoal *goal)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (!is_plain_does (goal->rule) || !is_plain_does (copy->rule))
    return;
  was = ink_board_name_events (definition, (const char *const *) goal->rule->names);
  if (!g_str_equal (was, goal->name))
    return;
  is = ink_board_name_events (definition, (const char *const *) copy->rule->names);
  g_free (copy->name);
  copy->name = ink_board_make_goal_name (definition, is, goal);
}

InkDefinition *
ink_board_add_events (InkDefinition *definition,
                      const char *id,
                      const char *const *events)
{
  g_autoptr (InkRule) wider = NULL;
  g_autoptr (InkGoal) copy = NULL;
  InkGoal *goal;

  g_return_val_if_fail (definition != NULL && id != NULL, NULL);
  g_return_val_if_fail (events != NULL && events[0] != NULL, NULL);

  goal = ink_board_find_goal (definition, id);
  wider = goal != NULL ? widen (goal->rule, events) : NULL;
  if (wider == NULL)
    return ink_definition_ref (definition);
  copy = ink_goal_copy (goal);
  ink_rule_unref (copy->rule);
  copy->rule = g_steal_pointer (&wider);
  rename_with_rule (copy, definition, goal);

  return ink_definition_with_goal (definition, copy);
}
