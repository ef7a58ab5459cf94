/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Explains a funnel for one person: the way they took, and what stopped them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-explain.h"
#include "analysis/ink-funnel-stats.h"
#include "analysis/ink-story.h"
#include "analysis/ink-walk.h"
#include "base/ink-error.h"

typedef struct
{
  InkStory *story;
  InkScope *scope;
  InkPlan *plan;
  const InkFunnel *funnel;
  guint32 person;
} Case;

/* The label of a step, or (`any`) of the listed step that @row completed. */
static char *
label_of (const Case *told,
          guint step,
          guint32 row)
{
  const InkPlan *plan = told->plan;

  for (guint i = 0; plan->order == INK_ORDER_ANY && i < plan->n_steps; i++)
    {
      const InkRows *rows = plan->steps[i];
      guint32 at = ink_rows_seek (rows->rows, rows->n, 0, row);

      if (at < rows->n && rows->rows[at] == row)
        return ink_step_to_label (&told->funnel->steps[i]);
    }
  return ink_step_to_label (&told->funnel->steps[step]);
}

static void
tell_steps (const Case *told,
            const guint32 *rows)
{
  for (guint step = 0; step < told->plan->n_steps; step++)
    if (rows[step] != INK_NO_ROW)
      {
        g_autofree char *label = label_of (told, step, rows[step]);
        g_autofree char *time = ink_story_time (told->scope, told->scope->times[rows[step]]);

        ink_story_add_step (told->story, label, rows[step]);
        ink_story_say (told->story, _ ("Step %u, “%s”: taken on %s."), step + 1, label, time);
      }
}

/* --- Not in the funnel --- */

static InkList
events_of (const Case *told,
           const InkRows *rows)
{
  guint32 first = ink_rows_seek (rows->rows, rows->n, 0, told->scope->offsets[told->person]);
  guint32 end
      = ink_rows_seek (rows->rows, rows->n, first, told->scope->offsets[told->person + 1]);

  return (InkList){ rows->rows + first, end - first };
}

/* The exclusion that spoilt the person's furthest try. */
static gboolean
tell_spoiler (const Case *told)
{
  InkCursor cursor;
  InkTry attempt, furthest = { .level = 0 };
  InkList starts;
  g_autofree char *words = NULL;
  g_autofree char *time = NULL;

  ink_cursor_init (&cursor, told->plan);
  ink_cursor_move (&cursor, told->person);
  starts = events_of (told, told->plan->steps[0]);
  for (guint32 i = 0; i < starts.n; i++)
    {
      ink_try_run (told->plan, &cursor.unit, starts.rows[i], &attempt);
      if (attempt.spoiler >= 0 && attempt.level > furthest.level)
        furthest = attempt;
    }
  ink_cursor_clear (&cursor);
  if (furthest.level == 0)
    return FALSE;
  words = ink_rule_to_words (told->funnel->not_if[furthest.spoiler].rule);
  time = ink_story_time (told->scope, told->scope->times[furthest.spoiling]);
  tell_steps (told, furthest.rows);
  ink_story_say (told->story, _ ("On %s came “%s”, which takes them out of this funnel: %s."),
                 time, ink_story_event (told->scope, furthest.spoiling), words);
  ink_story_stop (told->story, words);

  return TRUE;
}

static gboolean
starts_outside (const Case *told)
{
  InkList starts = events_of (told, told->plan->steps[0]);

  for (guint32 i = 0; i < starts.n; i++)
    {
      gint64 time = told->scope->times[starts.rows[i]];

      if (time != INK_TIME_NONE && time >= told->plan->from && time <= told->plan->to)
        return FALSE;
    }
  return told->plan->dated && starts.n > 0;
}

static gboolean
tell_outside (const Case *told,
              gboolean allowed,
              GError **error)
{
  g_autofree char *first = ink_step_to_label (&told->funnel->steps[0]);

  if (!allowed)
    {
      ink_story_say (told->story, _ ("They are not among the people whom this funnel looks at."));
      ink_story_stop (told->story, _ ("people"));
      return ink_story_tell_rule (told->story, told->scope, told->funnel->people, told->person,
                                  error);
    }
  if (starts_outside (told))
    {
      ink_story_say (told->story, _ ("They did “%s”, but never in the period in which this "
                                     "funnel's tries start."),
                     first);
      ink_story_stop (told->story, _ ("between"));
      return TRUE;
    }
  if (told->plan->n_exclusions > 0 && tell_spoiler (told))
    return TRUE;
  ink_story_say (told->story, _ ("They are not in this funnel: the first step, “%s”, never "
                                 "happened in a way that starts a try."),
                 first);
  ink_story_stop (told->story, first);
  return told->plan->order == INK_ORDER_ANY
         || ink_story_tell_rule (told->story, told->scope, told->funnel->steps[0].rule,
                                 told->person, error);
}

/* --- Stopped on the way --- */

static void
tell_end (const Case *told,
          const InkOutcomes *outcomes,
          guint32 index,
          const char *label)
{
  gint64 start = told->scope->times[ink_outcomes_get_rows (outcomes, index)[0]];
  g_autofree char *span = ink_story_span (told->plan->length);

  if ((outcomes->flags[index] & INK_OUTCOME_UNDER_WAY) != 0)
    ink_story_say (told->story, _ ("They are still under way: the window of %s is not over, and "
                                   "“%s” may still come."),
                   span, label);
  else if (told->plan->has_window && start != INK_TIME_NONE)
    ink_story_say (told->story, _ ("“%s” did not follow within %s of the start."), label, span);
  else
    ink_story_say (told->story, _ ("“%s” did not follow."), label);
}

/* Events of the missing step that there are, and why they do not count. */
static void
tell_near_misses (const Case *told,
                  guint step,
                  guint32 from,
                  guint32 start,
                  const char *label)
{
  const gint64 *times = told->scope->times;
  InkList list = events_of (told, told->plan->steps[step]);

  for (guint32 i = 0; i < list.n && i < 3; i++)
    {
      g_autofree char *time = ink_story_time (told->scope, times[list.rows[i]]);

      if (times[list.rows[i]] < times[from])
        ink_story_say (told->story, _ ("“%s” happened on %s, before the step that it has to "
                                       "follow."),
                       label, time);
      else if (times[list.rows[i]] - times[start] > told->plan->length)
        ink_story_say (told->story, _ ("“%s” happened on %s, after the window had closed."), label,
                       time);
      else if (told->plan->order == INK_ORDER_STRICT)
        ink_story_say (told->story, _ ("“%s” happened on %s, but not as the very next event."),
                       label, time);
    }
}

static gboolean
tell_stop (const Case *told,
           const InkOutcomes *outcomes,
           guint32 index,
           GError **error)
{
  const guint32 *rows = ink_outcomes_get_rows (outcomes, index);
  guint level = outcomes->levels[index], step = told->plan->required[level];
  guint32 from = rows[told->plan->required[level - 1]];
  g_autofree char *label = NULL;

  if (told->plan->order == INK_ORDER_ANY)
    {
      ink_story_say (told->story, _ ("They completed %u of %u steps."), level,
                     told->plan->n_steps);
      label = g_strdup (_ ("another step"));
    }
  else
    {
      label = ink_step_to_label (&told->funnel->steps[step]);
    }
  tell_end (told, outcomes, index, label);
  if ((outcomes->flags[index] & INK_OUTCOME_UNDER_WAY) != 0)
    return TRUE;
  ink_story_stop (told->story, label);
  if (told->plan->order == INK_ORDER_ANY)
    return TRUE;
  if (events_of (told, told->plan->steps[step]).n == 0)
    return ink_story_tell_rule (told->story, told->scope, told->funnel->steps[step].rule,
                                told->person, error);
  tell_near_misses (told, step, from, rows[0], label);

  return TRUE;
}

/* --- The person's own outcome --- */

static gboolean
is_of_person (const Case *told,
              const InkOutcomes *outcomes,
              guint32 index)
{
  const guint32 *rows = ink_outcomes_get_rows (outcomes, index);
  const InkScope *scope = told->scope;

  for (guint step = 0; step < outcomes->n_steps; step++)
    if (rows[step] != INK_NO_ROW && rows[step] >= scope->offsets[told->person]
        && rows[step] < scope->offsets[told->person + 1])
      return TRUE;
  return FALSE;
}

/* Of several visits, tries or groups the furthest. INK_NO_ROW where there is none. */
static guint32
find_outcome (const Case *told,
              const InkOutcomes *outcomes)
{
  guint32 best = INK_NO_ROW;

  for (guint32 i = 0; i < outcomes->n; i++)
    if (is_of_person (told, outcomes, i)
        && (best == INK_NO_ROW || outcomes->levels[i] > outcomes->levels[best]))
      best = i;
  return best;
}

/* Groups need everybody's events; all else is the person's own. */
static gboolean
keep_only (InkPlan *plan,
           guint32 person)
{
  gboolean allowed = plan->allowed == NULL || plan->allowed[person];

  if (plan->count == INK_COUNT_PROPERTY)
    return allowed;
  g_free (plan->allowed);
  plan->allowed = g_malloc0 (plan->scope->n_people + 1);
  plan->allowed[person] = (guint8) allowed;

  return allowed;
}

static gboolean
tell_funnel (Case *told,
             gboolean *answer,
             GError **error)
{
  gboolean allowed = keep_only (told->plan, told->person);
  g_autoptr (InkOutcomes) outcomes = ink_walk_run (told->plan, error);
  guint32 index;

  if (outcomes == NULL)
    return FALSE;
  index = find_outcome (told, outcomes);
  *answer = index != INK_NO_ROW;
  if (!*answer)
    return tell_outside (told, allowed, error);
  tell_steps (told, ink_outcomes_get_rows (outcomes, index));
  if (outcomes->levels[index] < told->plan->n_required)
    return tell_stop (told, outcomes, index, error);
  ink_story_say (told->story, _ ("They went the whole way."));

  return TRUE;
}

/**
 * ink_explain_funnel:
 * @store: the events
 * @definition: goals, personas and settings
 * @funnel: the funnel
 * @person: a person's number
 * @error: says what is refused
 *
 * Returns: (transfer full): the object of `explain`; answer: the funnel counts them at its first
 * step. "stopped_by" is null for who went the whole way or is still under way.
 */
char *
ink_explain_funnel (InkEventStore *store,
                    InkDefinition *definition,
                    const InkFunnel *funnel,
                    guint32 person,
                    GError **error)
{
  g_autoptr (InkScope) scope = NULL;
  g_autoptr (InkStory) story = NULL;
  InkPlan plan;
  gboolean answer = FALSE, done;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (definition != NULL && funnel != NULL, NULL);

  if (person >= ink_event_store_get_n_people (store))
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                           _ ("This person is not there, or has no events."));
      return NULL;
    }
  scope = ink_scope_new (store, definition, NULL);
  story = ink_story_new (scope, person);
  done = ink_plan_init (&plan, scope, funnel, NULL, error);
  if (done)
    {
      Case told = { story, scope, &plan, funnel, person };

      done = tell_funnel (&told, &answer, error);
    }
  ink_plan_clear (&plan);

  return done ? ink_story_end (story, answer) : NULL;
}
