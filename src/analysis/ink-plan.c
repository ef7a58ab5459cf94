/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiles a funnel, and refuses what could only give a wrong answer. */
#include "config.h"

#include "analysis/ink-plan.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-kept.h"
#include "analysis/ink-prescan.h"
#include "base/ink-error.h"

static gboolean
refuse (GError **error,
        const char *message)
{
  g_set_error_literal (error, INK_ERROR, INK_ERROR_DEFINITION, message);
  return FALSE;
}

/* --- What is refused --- */

static gboolean
check_steps (const InkFunnel *funnel,
             GError **error)
{
  gboolean any = funnel->order != INK_ORDER_AS_LISTED;

  if (funnel->n_steps == 0)
    return refuse (error, _ ("The funnel has no steps. Add at least one."));
  if (funnel->n_steps > INK_MAX_STEPS)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("The funnel has %u steps; at most %d are possible."), funnel->n_steps,
                   INK_MAX_STEPS);
      return FALSE;
    }
  if (funnel->steps[0].optional)
    return refuse (error, _ ("The first step cannot be optional: it is where people enter."));
  for (guint i = 0; i < funnel->n_steps && any; i++)
    if (funnel->steps[i].optional)
      return refuse (error, _ ("Optional steps are possible only in the order as listed."));

  return TRUE;
}

static gboolean
check_exclusions (const InkFunnel *funnel,
                  GError **error)
{
  for (guint i = 0; i < funnel->n_not_if; i++)
    {
      const InkExclusion *exclusion = &funnel->not_if[i];

      if (exclusion->from < 1 || exclusion->from >= exclusion->to
          || exclusion->to > funnel->n_steps)
        return refuse (error, _ ("'not_if' lies between an earlier and a later step of the "
                                 "funnel, counted from 1."));
      if (funnel->steps[exclusion->from - 1].optional || funnel->steps[exclusion->to - 1].optional)
        return refuse (error, _ ("'not_if' cannot begin or end at an optional step."));
    }

  return TRUE;
}

static gboolean
check_choices (const InkFunnel *funnel,
               GError **error)
{
  if (funnel->count == INK_COUNT_TRIES && funnel->order == INK_ORDER_ANY)
    return refuse (error, _ ("Tries cannot be counted where steps may come in any order: every "
                             "event would start one. Count people instead."));
  if (funnel->compare == INK_COMPARE_PROPERTY && funnel->take == INK_TAKE_STEP
      && (funnel->take_step < 1 || funnel->take_step > funnel->n_steps))
    {
      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("The comparison takes the value at step %u, but the funnel has %u steps."),
                   funnel->take_step, funnel->n_steps);
      return FALSE;
    }

  return TRUE;
}

/* Two events on one day, in an export that only has days, could be in either order. */
static gboolean
check_days (const InkScope *scope,
            const InkFunnel *funnel,
            GError **error)
{
  if (funnel->order != INK_ORDER_STRICT || !ink_scope_has_only_days (scope))
    return TRUE;
  for (guint32 person = 0; person < scope->n_people; person++)
    for (guint32 row = scope->offsets[person] + 1; row < scope->offsets[person + 1]; row++)
      if (scope->times[row] != INK_TIME_NONE && scope->times[row] == scope->times[row - 1])
        return refuse (error, _ ("The export gives only days, and somebody has two events on one "
                                 "day, so nobody can say which came directly after which. Choose "
                                 "the order as listed, or import times of day."));

  return TRUE;
}

/* --- Compiling --- */

static InkRows *
compile_moments (InkScope *scope,
                 const InkRule *rule,
                 GError **error)
{
  g_autoptr (InkProgram) program = NULL;
  InkRows *rows = ink_kept_find_moments (scope, rule);

  if (rows != NULL)
    return rows;
  program = ink_program_new (scope, rule, error);
  if (program == NULL)
    return NULL;
  if (!ink_program_has_moments (program))
    {
      g_autofree char *words = ink_rule_to_words (rule);

      g_set_error (error, INK_ERROR, INK_ERROR_DEFINITION,
                   _ ("'%s' holds or does not, but never happens at a moment, so it cannot be a "
                      "step. Add something that the person does."),
                   words);
      return NULL;
    }

  rows = ink_rows_ref (ink_program_get_moments (program));
  ink_kept_add_moments (scope, rule, rows);

  return rows;
}

static void
scan_rule (InkPlan *plan,
           InkPrescan *prescan,
           const InkRule *rule)
{
  g_autoptr (InkRows) kept = ink_kept_find_moments (plan->scope, rule);

  if (kept == NULL)
    ink_prescan_add_rule (prescan, plan->scope, rule);
}

static void
scan_names (InkPlan *plan)
{
  InkPrescan prescan = { .n = 0 };

  for (guint i = 0; i < plan->n_steps; i++)
    scan_rule (plan, &prescan, plan->funnel->steps[i].rule);
  for (guint i = 0; i < plan->funnel->n_not_if; i++)
    scan_rule (plan, &prescan, plan->funnel->not_if[i].rule);
  if (prescan.n > 0)
    ink_prescan_run (&prescan, plan->scope);
}

static gboolean
compile_steps (InkPlan *plan,
               GError **error)
{
  scan_names (plan);
  for (guint i = 0; i < plan->n_steps; i++)
    {
      plan->steps[i] = compile_moments (plan->scope, plan->funnel->steps[i].rule, error);
      if (plan->steps[i] == NULL)
        return FALSE;
      plan->optional[i] = plan->funnel->steps[i].optional;
      if (!plan->optional[i])
        plan->required[plan->n_required++] = i;
    }

  return TRUE;
}

/* Steps are counted from 1 with the optional ones, exclusions from 0 without them. */
static guint
find_required (const InkPlan *plan,
               guint step)
{
  guint index = 0;

  while (plan->required[index] != step - 1)
    index++;
  return index;
}

static gboolean
compile_exclusions (InkPlan *plan,
                    GError **error)
{
  const InkFunnel *funnel = plan->funnel;

  plan->exclusions = g_new0 (InkPlanExclusion, funnel->n_not_if + 1);
  for (guint i = 0; i < funnel->n_not_if; i++)
    {
      InkPlanExclusion *exclusion = &plan->exclusions[i];

      exclusion->rows = compile_moments (plan->scope, funnel->not_if[i].rule, error);
      if (exclusion->rows == NULL)
        return FALSE;
      plan->n_exclusions++;
      exclusion->from = find_required (plan, funnel->not_if[i].from);
      exclusion->to = find_required (plan, funnel->not_if[i].to);
    }

  return TRUE;
}

/* --- Who and when --- */

static void
forbid (InkPlan *plan,
        guint32 person)
{
  plan->allowed[person] = FALSE;
}

static void
need_allowed (InkPlan *plan)
{
  if (plan->allowed != NULL)
    return;
  plan->allowed = g_malloc (plan->scope->n_people + 1);
  for (guint32 person = 0; person < plan->scope->n_people; person++)
    plan->allowed[person] = TRUE;
}

static gboolean
keep_persona (InkPlan *plan,
              const char *name,
              GError **error)
{
  int persona = ink_scope_find_persona (plan->scope, name);
  g_autofree guint8 *bytes = NULL;

  if (persona < 0)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("There is no persona '%s'."), name);
      return FALSE;
    }
  bytes = ink_scope_persona_bytes (plan->scope, error);
  if (bytes == NULL)
    return FALSE;
  need_allowed (plan);
  for (guint32 person = 0; person < plan->scope->n_people; person++)
    if (bytes[person] != persona)
      forbid (plan, person);

  return TRUE;
}

static gboolean
keep_people (InkPlan *plan,
             const InkRule *rule,
             GError **error)
{
  g_autoptr (InkProgram) program = ink_program_new (plan->scope, rule, error);

  if (program == NULL)
    return FALSE;
  need_allowed (plan);
  for (guint32 person = 0; person < plan->scope->n_people; person++)
    {
      if (person % 4096 == 0
          && g_cancellable_set_error_if_cancelled (plan->scope->cancellable, error))
        return FALSE;
      if (plan->allowed[person] && !ink_program_holds_at_end (program, person))
        forbid (plan, person);
    }

  return TRUE;
}

static gboolean
compile_limits (InkPlan *plan,
                const InkFilter *filter,
                GError **error)
{
  const InkFunnel *funnel = plan->funnel;

  if (!ink_scope_parse_dates (plan->scope, &funnel->between, &plan->from, &plan->to, error))
    return FALSE;
  plan->dated
      = funnel->between.given && (funnel->between.from != NULL || funnel->between.to != NULL);
  if (filter != NULL && filter->from != INK_TIME_NONE)
    {
      plan->from = MAX (plan->from, filter->from);
      plan->dated = TRUE;
    }
  if (filter != NULL && filter->to != INK_TIME_NONE)
    {
      plan->to = MIN (plan->to, filter->to);
      plan->dated = TRUE;
    }
  if (funnel->compare == INK_COMPARE_PERIOD && !plan->dated)
    return refuse (error, _ ("Comparing with the period before needs a period: give the funnel "
                             "'between' two dates."));

  return (filter == NULL || filter->persona == NULL || keep_persona (plan, filter->persona, error))
         && (funnel->people == NULL || keep_people (plan, funnel->people, error));
}

/**
 * ink_plan_init:
 * @plan: receives the compiled funnel; ink_plan_clear frees it, also after a failure
 * @scope: the evaluation
 * @funnel: must outlive the plan
 * @filter: (nullable): what narrows it from outside
 * @error: says what is refused and why
 */
gboolean
ink_plan_init (InkPlan *plan,
               InkScope *scope,
               const InkFunnel *funnel,
               const InkFilter *filter,
               GError **error)
{
  g_return_val_if_fail (plan != NULL, FALSE);
  g_return_val_if_fail (scope != NULL && funnel != NULL, FALSE);

  *plan = (InkPlan){ .scope = ink_scope_ref (scope), .funnel = funnel, .order = funnel->order,
                     .count = funnel->count, .length = G_MAXINT64, .needed = -1 };
  plan->has_window = funnel->within.kind == INK_SPAN_LENGTH;
  if (plan->has_window)
    plan->length = ink_span_length (funnel->within);
  if (!check_steps (funnel, error) || !check_exclusions (funnel, error)
      || !check_choices (funnel, error) || !check_days (scope, funnel, error))
    return FALSE;
  plan->n_steps = funnel->n_steps;

  return compile_steps (plan, error) && compile_exclusions (plan, error)
         && compile_limits (plan, filter, error);
}

void
ink_plan_clear (InkPlan *plan)
{
  g_return_if_fail (plan != NULL);

  for (guint i = 0; i < plan->n_steps; i++)
    g_clear_pointer (&plan->steps[i], ink_rows_unref);
  for (guint i = 0; i < plan->n_exclusions; i++)
    g_clear_pointer (&plan->exclusions[i].rows, ink_rows_unref);
  g_clear_pointer (&plan->exclusions, g_free);
  g_clear_pointer (&plan->allowed, g_free);
  g_clear_pointer (&plan->scope, ink_scope_unref);
}
