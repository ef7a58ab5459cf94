/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goes through a rule and what it names. */
#include "analysis/ink-persona-defining.h"

#include <string.h>

typedef struct
{
  InkDefining *defining;
  const InkDefinition *definition;
  GHashTable *seen; /* rules of goals and personas */
} Walk;

static void walk_rule (Walk *walk, const InkRule *rule);

static void
walk_goal (Walk *walk,
           const char *name)
{
  const InkGoal *goal = ink_definition_find_goal (walk->definition, name);

  g_hash_table_add (walk->defining->goals, (gpointer) name);
  if (goal != NULL && g_hash_table_add (walk->seen, goal->rule))
    walk_rule (walk, goal->rule);
}

static void
walk_persona (Walk *walk,
              const char *name)
{
  const InkPersona *persona = ink_definition_find_persona (walk->definition, name);

  if (persona != NULL && g_hash_table_add (walk->seen, persona->rule))
    walk_rule (walk, persona->rule);
}

static void
walk_conditions (Walk *walk,
                 const InkRule *rule)
{
  for (guint i = 0; i < rule->n_where; i++)
    if (rule->kind == INK_RULE_PERSON || rule->where[i].on_person)
      g_hash_table_add (walk->defining->properties, rule->where[i].property);
}

static void
walk_rule (Walk *walk,
           const InkRule *rule)
{
  for (guint i = 0; i < rule->n_children; i++)
    walk_rule (walk, rule->children[i]);
  walk_conditions (walk, rule);
  if (rule->kind == INK_RULE_DOES)
    g_ptr_array_add (walk->defining->leaves, (gpointer) rule);
  if (rule->kind == INK_RULE_GOAL)
    walk_goal (walk, rule->name);
  if (rule->kind == INK_RULE_PERSONA)
    walk_persona (walk, rule->name);
  if (rule->after != NULL)
    walk_goal (walk, rule->after);
}

void
ink_defining_init (InkDefining *defining,
                   const InkDefinition *definition,
                   const InkRule *rule)
{
  g_autoptr (GHashTable) seen = NULL;
  Walk walk;

  g_return_if_fail (defining != NULL && definition != NULL && rule != NULL);

  *defining = (InkDefining){ g_ptr_array_new (), g_hash_table_new (g_str_hash, g_str_equal),
                             g_hash_table_new (g_str_hash, g_str_equal) };
  seen = g_hash_table_new (NULL, NULL);
  walk = (Walk){ defining, definition, seen };
  walk_rule (&walk, rule);
}

void
ink_defining_clear (InkDefining *defining)
{
  g_return_if_fail (defining != NULL);

  g_clear_pointer (&defining->leaves, g_ptr_array_unref);
  g_clear_pointer (&defining->goals, g_hash_table_unref);
  g_clear_pointer (&defining->properties, g_hash_table_unref);
}

static gboolean
has_name (const InkRule *leaf,
          const char *name)
{
  return g_strv_contains ((const char *const *) (void *) leaf->names, name);
}

gboolean
ink_defining_has_event (const InkDefining *defining,
                        const char *name)
{
  g_return_val_if_fail (defining != NULL && name != NULL, FALSE);

  for (guint i = 0; i < defining->leaves->len; i++)
    if (has_name (g_ptr_array_index (defining->leaves, i), name))
      return TRUE;

  return FALSE;
}

gboolean
ink_defining_has_property (const InkDefining *defining,
                           const char *name)
{
  g_return_val_if_fail (defining != NULL && name != NULL, FALSE);

  return g_hash_table_contains (defining->properties, name);
}

static gboolean
has_condition_on (const InkRule *leaf,
                  const char *property)
{
  for (guint i = 0; i < leaf->n_where; i++)
    if (strcmp (leaf->where[i].property, property) == 0)
      return TRUE;

  return FALSE;
}

/* Both without conditions, or with one on the same property. */
static gboolean
look_alike (const InkRule *a,
            const InkRule *b)
{
  gboolean common = a->n_where == 0 && b->n_where == 0;

  for (guint i = 0; i < a->n_where && !common; i++)
    common = has_condition_on (b, a->where[i].property);
  if (!common)
    return FALSE;
  for (guint i = 0; a->names[i] != NULL; i++)
    if (has_name (b, a->names[i]))
      return TRUE;

  return FALSE;
}

static gboolean
share_leaf (const InkDefining *a,
            const InkDefining *b)
{
  for (guint i = 0; i < a->leaves->len; i++)
    for (guint j = 0; j < b->leaves->len; j++)
      if (look_alike (g_ptr_array_index (a->leaves, i), g_ptr_array_index (b->leaves, j)))
        return TRUE;

  return FALSE;
}

gboolean
ink_defining_has_goal (const InkDefining *defining,
                       const InkDefinition *definition,
                       const InkGoal *goal)
{
  g_auto (InkDefining) of_goal = { 0 };

  g_return_val_if_fail (defining != NULL && definition != NULL && goal != NULL, FALSE);

  if (g_hash_table_contains (defining->goals, goal->name))
    return TRUE;
  ink_defining_init (&of_goal, definition, goal->rule);

  return share_leaf (defining, &of_goal);
}
