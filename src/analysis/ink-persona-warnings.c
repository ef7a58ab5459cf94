/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Judges rules just before a goal was completed, and reads their words. */
#include "analysis/ink-persona-warnings.h"

#include <string.h>

#include "analysis/ink-program.h"

/* Fewer could be chance. */
#define FEW 5

/* ---- By the data ---- */

/* What stood before the completion, in the same second too, is before it. */
static gboolean
holds_before (InkProgram *program,
              const InkScope *scope,
              guint32 person,
              guint32 row)
{
  InkMoment before = { .end = row, .time = scope->times[row] };

  return ink_program_holds (program, person, before);
}

static void
look_at_completion (InkProgram *program,
                    const InkScope *scope,
                    guint32 row,
                    guint32 person,
                    InkLateness *lateness)
{
  if (scope->times[row] == INK_TIME_NONE)
    return;
  lateness->of++;
  lateness->late += !holds_before (program, scope, person, row);
}

gboolean
ink_lateness_find (InkScope *scope,
                   const InkRule *rule,
                   const guint64 *people,
                   const char *goal,
                   InkLateness *lateness,
                   GError **error)
{
  g_autoptr (InkProgram) program = NULL;
  InkProgram *completing;
  const InkRows *rows;
  guint32 before = INK_NO_PERSON;

  g_return_val_if_fail (scope != NULL && rule != NULL, FALSE);
  g_return_val_if_fail (people != NULL && lateness != NULL, FALSE);

  *lateness = (InkLateness){ 0 };
  completing = ink_scope_goal (scope, goal, error);
  program = completing != NULL ? ink_program_new (scope, rule, error) : NULL;
  if (program == NULL)
    return FALSE;
  rows = ink_program_get_moments (completing);
  for (guint32 i = 0; i < rows->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, rows->rows[i]);

      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (scope->cancellable, error))
        return FALSE;
      if (person != before && ink_people_has (people, person))
        look_at_completion (program, scope, rows->rows[i], person, lateness);
      before = person;
    }

  return TRUE;
}

gboolean
ink_lateness_warns (const InkLateness *lateness)
{
  g_return_val_if_fail (lateness != NULL, FALSE);

  return lateness->late >= FEW && lateness->late > lateness->of / 2;
}

/* ---- By the words ---- */

typedef struct
{
  const InkDefinition *definition;
  const InkGoal *goal;
  GHashTable *seen; /* rules of goals and personas that were read */
} Reading;

static gboolean names_goal (Reading *reading, const InkRule *rule);

static gboolean
shares_name (char *const *a,
             char *const *b)
{
  for (; *a != NULL; a++)
    if (g_strv_contains ((const char *const *) b, *a))
      return TRUE;
  return FALSE;
}

/* One of its events is enough for the goal. */
static gboolean
completes_goal (const InkRule *does,
                const InkRule *goal)
{
  return goal->kind == INK_RULE_DOES && goal->n_where == 0 && !goal->times.given
         && !goal->total.given && goal->after == NULL && shares_name (does->names, goal->names);
}

static gboolean
names_goal_called (Reading *reading,
                   const char *name)
{
  const InkGoal *goal = ink_definition_find_goal (reading->definition, name);

  if (strcmp (name, reading->goal->name) == 0)
    return TRUE;
  return goal != NULL && g_hash_table_add (reading->seen, goal->rule)
         && names_goal (reading, goal->rule);
}

static gboolean
names_goal_by_persona (Reading *reading,
                       const char *name)
{
  const InkPersona *persona = ink_definition_find_persona (reading->definition, name);

  return persona != NULL && g_hash_table_add (reading->seen, persona->rule)
         && names_goal (reading, persona->rule);
}

static gboolean
names_goal (Reading *reading,
            const InkRule *rule)
{
  for (guint i = 0; i < rule->n_children; i++)
    if (names_goal (reading, rule->children[i]))
      return TRUE;
  if (rule->after != NULL && names_goal_called (reading, rule->after))
    return TRUE;

  return (rule->kind == INK_RULE_GOAL && names_goal_called (reading, rule->name))
         || (rule->kind == INK_RULE_PERSONA && names_goal_by_persona (reading, rule->name))
         || (rule->kind == INK_RULE_DOES && completes_goal (rule, reading->goal->rule));
}

gboolean
ink_rule_names_goal (const InkDefinition *definition,
                     const InkRule *rule,
                     const InkGoal *goal)
{
  g_autoptr (GHashTable) seen = NULL;
  Reading reading;

  g_return_val_if_fail (definition != NULL && rule != NULL && goal != NULL, FALSE);

  seen = g_hash_table_new (NULL, NULL);
  reading = (Reading){ definition, goal, seen };
  return names_goal (&reading, rule);
}
