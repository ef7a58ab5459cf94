/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Follows rules to the goals and personas that they name, and compares these. */
#include "analysis/ink-dependence.h"

#include <string.h>

struct _InkDependence
{
  const InkDefinition *a;
  const InkDefinition *b;
  GHashTable *goals; /* names that were compared */
  gboolean personas; /* were compared */
  gboolean equal;
};

static gboolean
equal_names (char **a,
             char **b)
{
  static char *none[] = { NULL };

  return g_strv_equal ((const char *const *) (void *) (a != NULL ? a : none),
                       (const char *const *) (void *) (b != NULL ? b : none));
}

InkDependence *
ink_dependence_new (const InkDefinition *a,
                    const InkDefinition *b)
{
  InkDependence *dependence;

  g_return_val_if_fail (a != NULL && b != NULL, NULL);

  dependence = g_new0 (InkDependence, 1);
  dependence->a = a;
  dependence->b = b;
  dependence->goals = g_hash_table_new (g_str_hash, g_str_equal);
  dependence->equal = g_strcmp0 (a->time_zone, b->time_zone) == 0
                      && g_strcmp0 (a->export_time, b->export_time) == 0
                      && equal_names (a->passive, b->passive);
  return dependence;
}

void
ink_dependence_free (InkDependence *dependence)
{
  if (dependence == NULL)
    return;
  g_hash_table_unref (dependence->goals);
  g_free (dependence);
}

static void
compare_goal (InkDependence *dependence,
              const char *name)
{
  const InkGoal *a = ink_definition_find_goal (dependence->a, name);
  const InkGoal *b = ink_definition_find_goal (dependence->b, name);

  if (a == b && a == NULL)
    return;
  if (a == NULL || b == NULL || !ink_rule_equal (a->rule, b->rule))
    {
      dependence->equal = FALSE;
      return;
    }
  if (g_hash_table_add (dependence->goals, a->name))
    ink_dependence_rule (dependence, a->rule);
}

gboolean
ink_dependence_rule (InkDependence *dependence,
                     const InkRule *rule)
{
  g_return_val_if_fail (dependence != NULL, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  for (guint i = 0; i < rule->n_children && dependence->equal; i++)
    ink_dependence_rule (dependence, rule->children[i]);
  if (rule->kind == INK_RULE_GOAL && dependence->equal)
    compare_goal (dependence, rule->name);
  if (rule->after != NULL && dependence->equal)
    compare_goal (dependence, rule->after);
  if (rule->kind == INK_RULE_PERSONA && dependence->equal)
    ink_dependence_personas (dependence);

  return dependence->equal;
}

gboolean
ink_dependence_goal_rules (InkDependence *dependence)
{
  InkGoal **a, **b;
  guint i;

  g_return_val_if_fail (dependence != NULL, FALSE);

  a = dependence->a->goals;
  b = dependence->b->goals;
  for (i = 0; dependence->equal && a[i] != NULL && b[i] != NULL; i++)
    {
      dependence->equal = strcmp (a[i]->name, b[i]->name) == 0;
      if (dependence->equal)
        compare_goal (dependence, a[i]->name);
    }
  dependence->equal = dependence->equal && a[i] == NULL && b[i] == NULL;

  return dependence->equal;
}

gboolean
ink_dependence_goals (InkDependence *dependence)
{
  InkGoal **a, **b;

  g_return_val_if_fail (dependence != NULL, FALSE);

  a = dependence->a->goals;
  b = dependence->b->goals;
  for (guint i = 0; dependence->equal && a[i] != NULL && b[i] != NULL; i++)
    dependence->equal
        = a[i]->kind == b[i]->kind && g_strcmp0 (a[i]->stage, b[i]->stage) == 0;

  return ink_dependence_goal_rules (dependence);
}

gboolean
ink_dependence_personas (InkDependence *dependence)
{
  InkPersona **a, **b;
  guint i;

  g_return_val_if_fail (dependence != NULL, FALSE);

  if (dependence->personas)
    return dependence->equal;
  dependence->personas = TRUE;
  a = dependence->a->personas;
  b = dependence->b->personas;
  for (i = 0; dependence->equal && a[i] != NULL && b[i] != NULL; i++)
    {
      dependence->equal
          = strcmp (a[i]->name, b[i]->name) == 0 && ink_rule_equal (a[i]->rule, b[i]->rule);
      if (dependence->equal)
        ink_dependence_rule (dependence, a[i]->rule);
    }
  dependence->equal = dependence->equal && a[i] == NULL && b[i] == NULL;

  return dependence->equal;
}
