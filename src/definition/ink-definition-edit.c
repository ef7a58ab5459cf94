/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits: each gives a new definition that shares what it does not change. */
#include "definition/ink-definition-private.h"

static guint
count_items (gpointer *items)
{
  guint n = 0;

  while (items[n] != NULL)
    n++;
  return n;
}

static int
find_id (const InkItemClass *class,
         gpointer *items,
         const char *id)
{
  for (int i = 0; items[i] != NULL; i++)
    if (g_strcmp0 (ink_item_id (class, items[i]), id) == 0)
      return i;

  return -1;
}

/* The same items with @item in place of the one of its id, else at the end. */
static gpointer *
put_item (const InkItemClass *class,
          gpointer *items,
          gpointer item)
{
  guint n = count_items (items);
  int at = find_id (class, items, ink_item_id (class, item));
  gpointer *result = g_new0 (gpointer, n + 2);

  for (guint i = 0; i < n; i++)
    result[i] = class->ref ((int) i == at ? item : items[i]);
  if (at < 0)
    result[n] = class->ref (item);

  return result;
}

static InkDefinition *
with_item (InkDefinition *definition,
           const InkItemClass *class,
           gpointer item)
{
  InkDefinition *copy = ink_definition_copy (definition);

  ink_definition_take_items (copy, class,
                             put_item (class, ink_item_array (definition, class), item));
  return copy;
}

static void
rename_in_goals (InkDefinition *copy,
                 InkRuleKind kind,
                 const char *from,
                 const char *to)
{
  for (guint i = 0; copy->goals[i] != NULL; i++)
    {
      g_autoptr (InkRule) rule = ink_rule_rename (copy->goals[i]->rule, kind, from, to);
      InkGoal *goal;

      if (rule == copy->goals[i]->rule)
        continue;
      goal = ink_goal_copy (copy->goals[i]);
      ink_rule_unref (goal->rule);
      goal->rule = g_steal_pointer (&rule);
      ink_goal_unref (copy->goals[i]);
      copy->goals[i] = goal;
    }
}

static void
rename_in_personas (InkDefinition *copy,
                    InkRuleKind kind,
                    const char *from,
                    const char *to)
{
  for (guint i = 0; copy->personas[i] != NULL; i++)
    {
      g_autoptr (InkRule) rule = ink_rule_rename (copy->personas[i]->rule, kind, from, to);
      InkPersona *persona;

      if (rule == copy->personas[i]->rule)
        continue;
      persona = ink_persona_copy (copy->personas[i]);
      ink_rule_unref (persona->rule);
      persona->rule = g_steal_pointer (&rule);
      ink_persona_unref (copy->personas[i]);
      copy->personas[i] = persona;
    }
}

static void
rename_in_lists (InkDefinition *copy,
                 InkRuleKind kind,
                 const char *from,
                 const char *to)
{
  for (guint i = 0; copy->funnels[i] != NULL; i++)
    {
      InkFunnel *old = copy->funnels[i];

      copy->funnels[i] = ink_funnel_rename (old, kind, from, to);
      ink_funnel_unref (old);
    }
  for (guint i = 0; copy->follow_ups[i] != NULL; i++)
    {
      g_autoptr (InkRule) rule = ink_rule_rename (copy->follow_ups[i]->rule, kind, from, to);
      InkFollowUp *follow_up;

      if (rule == copy->follow_ups[i]->rule)
        continue;
      follow_up = ink_follow_up_copy (copy->follow_ups[i]);
      ink_rule_unref (follow_up->rule);
      follow_up->rule = g_steal_pointer (&rule);
      ink_follow_up_unref (copy->follow_ups[i]);
      copy->follow_ups[i] = follow_up;
    }
}

/* Every rule of @copy, which nobody else holds, follows a goal's or persona's new name. */
static void
rename_in_rules (InkDefinition *copy,
                 InkRuleKind kind,
                 const char *from,
                 const char *to)
{
  rename_in_goals (copy, kind, from, to);
  rename_in_personas (copy, kind, from, to);
  rename_in_lists (copy, kind, from, to);
  if (kind == INK_RULE_GOAL && g_strcmp0 (copy->main_goal, from) == 0)
    {
      g_free (copy->main_goal);
      copy->main_goal = g_strdup (to);
    }
}

/* Slides name funnels, goals and personas; rules only the last two. */
static void
follow_name (InkDefinition *copy,
             guint item_class,
             const char *from,
             const char *to)
{
  if (item_class == INK_ITEM_GOAL)
    rename_in_rules (copy, INK_RULE_GOAL, from, to);
  if (item_class == INK_ITEM_PERSONA)
    rename_in_rules (copy, INK_RULE_PERSONA, from, to);
  ink_slides_rename (copy->slides, item_class, from, to);
}

/* As with_item; the old name is followed where nothing else has it. */
static InkDefinition *
with_named_item (InkDefinition *definition,
                 guint item_class,
                 gpointer item)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  gpointer *items = ink_item_array (definition, class);
  int at = find_id (class, items, ink_item_id (class, item));
  InkDefinition *copy = with_item (definition, class, item);
  const char *from = at >= 0 ? ink_item_name (class, items[at]) : NULL;

  if (from != NULL && g_strcmp0 (from, ink_item_name (class, item)) != 0
      && ink_definition_find_item (copy, class, from) == NULL)
    follow_name (copy, item_class, from, ink_item_name (class, item));
  return copy;
}

/**
 * ink_definition_with_goal:
 *
 * Returns: (transfer full): the definition with @goal in place of the goal of that id, else added;
 *   rules and slides that named the old one follow its new name
 */
InkDefinition *
ink_definition_with_goal (InkDefinition *definition,
                          InkGoal *goal)
{
  g_return_val_if_fail (definition != NULL && goal != NULL, NULL);

  return with_named_item (definition, INK_ITEM_GOAL, goal);
}

/**
 * ink_definition_with_persona:
 *
 * Returns: (transfer full): as ink_definition_with_goal, for a persona
 */
InkDefinition *
ink_definition_with_persona (InkDefinition *definition,
                             InkPersona *persona)
{
  g_return_val_if_fail (definition != NULL && persona != NULL, NULL);

  return with_named_item (definition, INK_ITEM_PERSONA, persona);
}

/**
 * ink_definition_with_funnel:
 *
 * Returns: (transfer full): with @funnel in place of the one of that id, else added;
 *   slides that named the old one follow its new name
 */
InkDefinition *
ink_definition_with_funnel (InkDefinition *definition,
                            InkFunnel *funnel)
{
  g_return_val_if_fail (definition != NULL && funnel != NULL, NULL);

  return with_named_item (definition, INK_ITEM_FUNNEL, funnel);
}

/**
 * ink_definition_with_follow_up:
 *
 * Returns: (transfer full): with @follow_up in place of the one of that id, else added
 */
InkDefinition *
ink_definition_with_follow_up (InkDefinition *definition,
                               InkFollowUp *follow_up)
{
  g_return_val_if_fail (definition != NULL && follow_up != NULL, NULL);

  return with_item (definition, &ink_item_classes[INK_ITEM_FOLLOW_UP], follow_up);
}

/* The definition with the item of that id taken out and, where @position is not negative, put back
 * there. */
static InkDefinition *
place_item (InkDefinition *definition,
            guint item_class,
            const char *id,
            gint64 position)
{
  const InkItemClass *class = &ink_item_classes[item_class];
  gpointer *items;
  g_autoptr (GPtrArray) result = NULL;
  InkDefinition *copy;
  int at;

  g_return_val_if_fail (definition != NULL && id != NULL, NULL);

  items = ink_item_array (definition, class);
  at = find_id (class, items, id);
  if (at < 0)
    return ink_definition_ref (definition);

  result = g_ptr_array_new ();
  for (int i = 0; items[i] != NULL; i++)
    if (i != at)
      g_ptr_array_add (result, class->ref (items[i]));
  if (position >= 0)
    g_ptr_array_insert (result, (int) MIN (position, (gint64) result->len),
                        class->ref (items[at]));
  g_ptr_array_add (result, NULL);

  copy = ink_definition_copy (definition);
  ink_definition_take_items (copy, class, g_ptr_array_steal (result, NULL));
  return copy;
}

/**
 * ink_definition_without_goal:
 *
 * Returns: (transfer full): without the goal of that id; what names it is left as it is
 */
InkDefinition *
ink_definition_without_goal (InkDefinition *definition,
                             const char *id)
{
  return place_item (definition, INK_ITEM_GOAL, id, -1);
}

/**
 * ink_definition_without_persona:
 *
 * Returns: (transfer full): without the persona of that id; what names it is left as it is
 */
InkDefinition *
ink_definition_without_persona (InkDefinition *definition,
                                const char *id)
{
  return place_item (definition, INK_ITEM_PERSONA, id, -1);
}

/**
 * ink_definition_without_funnel:
 *
 * Returns: (transfer full): without the funnel of that id
 */
InkDefinition *
ink_definition_without_funnel (InkDefinition *definition,
                               const char *id)
{
  return place_item (definition, INK_ITEM_FUNNEL, id, -1);
}

/**
 * ink_definition_without_follow_up:
 *
 * Returns: (transfer full): without the follow-up of that id
 */
InkDefinition *
ink_definition_without_follow_up (InkDefinition *definition,
                                  const char *id)
{
  return place_item (definition, INK_ITEM_FOLLOW_UP, id, -1);
}

/**
 * ink_definition_move_goal:
 *
 * Returns: (transfer full): with the goal of that id at @position
 */
InkDefinition *
ink_definition_move_goal (InkDefinition *definition,
                          const char *id,
                          guint position)
{
  return place_item (definition, INK_ITEM_GOAL, id, position);
}

/**
 * ink_definition_move_persona:
 *
 * Returns: (transfer full): with the persona of that id at @position: the first that fits wins
 */
InkDefinition *
ink_definition_move_persona (InkDefinition *definition,
                             const char *id,
                             guint position)
{
  return place_item (definition, INK_ITEM_PERSONA, id, position);
}

/**
 * ink_definition_move_funnel:
 *
 * Returns: (transfer full): with the funnel of that id at @position
 */
InkDefinition *
ink_definition_move_funnel (InkDefinition *definition,
                            const char *id,
                            guint position)
{
  return place_item (definition, INK_ITEM_FUNNEL, id, position);
}

/**
 * ink_definition_move_follow_up:
 *
 * Returns: (transfer full): with the follow-up of that id at @position
 */
InkDefinition *
ink_definition_move_follow_up (InkDefinition *definition,
                               const char *id,
                               guint position)
{
  return place_item (definition, INK_ITEM_FOLLOW_UP, id, position);
}
