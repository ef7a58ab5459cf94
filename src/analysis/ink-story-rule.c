/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tells of a rule: which part holds, which does not, and at which of its conditions the events of
 * the person fell out. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-program-private.h"
#include "analysis/ink-story.h"

/* The stages of a `does` or `goal`, as definitions.md applies them. */
enum
{
  STAGE_NAMES,
  STAGE_FIRST_EVER,
  STAGE_WHERE,
  STAGE_FIRST_MATCHING,
  STAGE_BETWEEN,
  STAGE_AFTER,
  STAGE_TALLY,
  N_STAGES,
};

/* The rule as it would be without what comes after @stage. Borrows everything. */
static InkRule
cut_rule (const InkRule *rule,
          guint stage)
{
  InkRule cut = *rule;

  if (stage < STAGE_TALLY)
    {
      cut.times.given = cut.total.given = FALSE;
      if (stage < STAGE_AFTER || cut.after == NULL)
        cut.within.kind = INK_SPAN_NONE;
    }
  if (stage < STAGE_AFTER)
    cut.after = NULL;
  if (stage < STAGE_BETWEEN)
    cut.between.given = FALSE;
  if (stage < STAGE_FIRST_MATCHING && cut.first_time == INK_FIRST_TIME_MATCHING)
    cut.first_time = INK_FIRST_TIME_NO;
  if (stage < STAGE_WHERE && cut.kind == INK_RULE_DOES)
    cut.n_where = 0;
  if (stage < STAGE_FIRST_EVER)
    cut.first_time = INK_FIRST_TIME_NO;

  return cut;
}

static guint32
count_moments (InkProgram *program,
               guint32 person)
{
  const InkScope *scope = program->scope;
  const InkRows *rows = ink_program_get_moments (program);
  guint32 first = ink_rows_seek (rows->rows, rows->n, 0, scope->offsets[person]);

  return ink_rows_seek (rows->rows, rows->n, first, ink_scope_end_of_person (scope, person))
         - first;
}

static const char *
stage_reason (guint stage)
{
  switch (stage)
    {
    case STAGE_FIRST_EVER:
      return _ ("but their first one has no time, or lies after the export's end");
    case STAGE_WHERE:
      return _ ("but never so that all conditions on it held");
    case STAGE_FIRST_MATCHING:
      return _ ("but the first that fits has no time");
    case STAGE_BETWEEN:
      return _ ("but not between the dates that are asked for");
    case STAGE_AFTER:
      return _ ("but not after the goal that has to come first, or not soon enough after it");
    case STAGE_TALLY:
    default:
      return _ ("but not as often, as much, or within the time that is asked for");
    }
}

static void
say_never (InkStory *story,
           const InkRule *rule)
{
  InkRule bare = cut_rule (rule, STAGE_NAMES);
  g_autofree char *words = ink_rule_to_words (&bare);

  ink_story_say (story, _ ("They never did this: %s."), words);
  ink_story_stop (story, words);
}

static gboolean
tell_leaf (InkStory *story,
           InkScope *scope,
           const InkRule *rule,
           guint32 person,
           GError **error)
{
  g_autofree char *words = ink_rule_to_words (rule);
  guint32 before = 0;

  for (guint stage = STAGE_NAMES; stage < N_STAGES; stage++)
    {
      InkRule cut = cut_rule (rule, stage);
      g_autoptr (InkProgram) program = ink_program_new (scope, &cut, error);
      guint32 n;

      if (program == NULL)
        return FALSE;
      if (!ink_program_has_moments (program))
        break;
      n = count_moments (program, person);
      if (n == 0 && stage == STAGE_NAMES)
        {
          say_never (story, rule);
          return TRUE;
        }
      if (n == 0)
        {
          ink_story_say (story, ngettext ("They did this %u time, %s: %s.",
                                          "They did this %u times, %s: %s.", before),
                         before, stage_reason (stage), words);
          ink_story_stop (story, words);
          return TRUE;
        }
      before = n;
    }
  ink_story_say (story, ngettext ("This happened %u time: %s.", "This happened %u times: %s.",
                                  before),
                 before, words);

  return TRUE;
}

static gboolean
tell_state (InkStory *story,
            InkScope *scope,
            const InkRule *rule,
            guint32 person,
            gboolean holds,
            GError **error)
{
  g_autofree char *words = ink_rule_to_words (rule);

  if (holds)
    {
      ink_story_say (story, _ ("This holds: %s."), words);
      return TRUE;
    }
  if (rule->kind == INK_RULE_PERSONA)
    {
      guint persona;

      if (!ink_scope_compile_personas (scope, error))
        return FALSE;
      persona = ink_scope_persona_at (scope, person, ink_scope_moment_of_end (scope, person));
      ink_story_say (story, _ ("They are “%s”, not “%s”."),
                     ink_scope_persona_name (scope, persona), rule->name);
    }
  else
    {
      ink_story_say (story, _ ("This does not hold: %s."), words);
    }
  ink_story_stop (story, words);

  return TRUE;
}

/* Every part is told where all are needed, or where none was enough; else those that hold. */
static gboolean
tell_parts (InkStory *story,
            InkScope *scope,
            const InkRule *rule,
            guint32 person,
            gboolean holds,
            GError **error)
{
  for (guint i = 0; i < rule->n_children; i++)
    {
      g_autoptr (InkProgram) program = ink_program_new (scope, rule->children[i], error);

      if (program == NULL)
        return FALSE;
      if (rule->kind == INK_RULE_ANY && holds && !ink_program_holds_at_end (program, person))
        continue;
      if (!ink_story_tell_rule (story, scope, rule->children[i], person, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
ink_story_tell_rule (InkStory *story,
                     InkScope *scope,
                     const InkRule *rule,
                     guint32 person,
                     GError **error)
{
  g_autoptr (InkProgram) program = NULL;
  gboolean holds;

  g_return_val_if_fail (story != NULL, FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  program = ink_program_new (scope, rule, error);
  if (program == NULL)
    return FALSE;
  holds = ink_program_holds_at_end (program, person);
  switch (rule->kind)
    {
    case INK_RULE_ALL:
    case INK_RULE_ANY:
      return tell_parts (story, scope, rule, person, holds, error);
    case INK_RULE_DOES:
    case INK_RULE_GOAL:
      if (ink_program_has_moments (program))
        return tell_leaf (story, scope, rule, person, error);
      return tell_state (story, scope, rule, person, holds, error);
    case INK_RULE_NOT:
    case INK_RULE_PERSON:
    case INK_RULE_PERSONA:
    default:
      return tell_state (story, scope, rule, person, holds, error);
    }
}
