/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One pass over the events for all names of a funnel: memory is read once, not once per step. */
#include "analysis/ink-prescan.h"

#include <string.h>

#include "analysis/ink-scan.h"

G_STATIC_ASSERT (G_N_ELEMENTS (((InkPrescan *) NULL)->codes) == INK_SCAN_MAX);

/* Goals that name goals: deeper than this they are simply scanned when their turn comes. */
#define MAX_DEPTH 8

static guint32
find_code (const InkScope *scope,
           const InkRule *rule)
{
  if (rule->kind != INK_RULE_DOES || g_strv_length (rule->names) != 1)
    return INK_NO_CODE;
  return ink_dictionary_find (ink_event_store_get_name_dictionary (scope->store), rule->names[0],
                              strlen (rule->names[0]));
}

static void
add_code (InkPrescan *prescan,
          guint32 code)
{
  for (guint i = 0; i < prescan->n; i++)
    if (prescan->codes[i] == code)
      return;
  if (code != INK_NO_CODE && prescan->n < INK_SCAN_MAX)
    prescan->codes[prescan->n++] = code;
}

static void
add_rule (InkPrescan *prescan,
          const InkScope *scope,
          const InkRule *rule,
          guint depth)
{
  const InkGoal *goal = NULL;

  if (depth > MAX_DEPTH)
    return;
  for (guint i = 0; i < rule->n_children; i++)
    add_rule (prescan, scope, rule->children[i], depth + 1);
  if (rule->kind == INK_RULE_DOES)
    add_code (prescan, find_code (scope, rule));
  if (rule->kind == INK_RULE_GOAL)
    goal = ink_definition_find_goal (scope->definition, rule->name);
  if (goal != NULL)
    add_rule (prescan, scope, goal->rule, depth + 1);
}

void
ink_prescan_add_rule (InkPrescan *prescan,
                      const InkScope *scope,
                      const InkRule *rule)
{
  g_return_if_fail (prescan != NULL && scope != NULL && rule != NULL);

  add_rule (prescan, scope, rule, 0);
}

void
ink_prescan_run (const InkPrescan *prescan,
                 InkScope *scope)
{
  InkRows *lists[INK_SCAN_MAX];

  g_return_if_fail (prescan != NULL && scope != NULL);

  for (guint i = 0; i < prescan->n; i++)
    lists[i] = ink_rows_new ();
  ink_scan_each (scope->names, scope->n_rows, prescan->codes, prescan->n, lists);
  for (guint i = 0; i < prescan->n; i++)
    g_hash_table_insert (scope->scanned, GUINT_TO_POINTER (prescan->codes[i]), lists[i]);
}

InkRows *
ink_scope_find_scanned (const InkScope *scope,
                        const InkRule *rule)
{
  guint32 code = find_code (scope, rule);
  InkRows *rows = NULL;

  if (code != INK_NO_CODE)
    rows = g_hash_table_lookup (scope->scanned, GUINT_TO_POINTER (code));
  return rows != NULL ? ink_rows_ref (rows) : NULL;
}
