/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Explains goals and personas for one person. */
#include "config.h"

#include "analysis/ink-explain.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-story.h"
#include "base/ink-error.h"

/* More completions than a reader would look at are only counted. */
#define MAX_STEPS 50

static gboolean
check_person (InkEventStore *store,
              guint32 person,
              GError **error)
{
  if (person < ink_event_store_get_n_people (store))
    return TRUE;

  g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                       _ ("This person is not there, or has no events."));
  return FALSE;
}

/* --- Goals --- */

static guint32
add_completions (InkStory *story,
                 InkScope *scope,
                 const char *goal,
                 InkProgram *program,
                 guint32 person)
{
  const InkRows *rows = ink_program_get_moments (program);
  guint32 end = scope->offsets[person + 1];
  guint32 first = ink_rows_seek (rows->rows, rows->n, 0, scope->offsets[person]), i;

  for (i = first; i < rows->n && rows->rows[i] < end; i++)
    if (i - first < MAX_STEPS)
      ink_story_add_step (story, goal, rows->rows[i]);

  return i - first;
}

static gboolean
tell_goal (InkStory *story,
           InkScope *scope,
           const char *goal,
           guint32 person,
           gboolean *answer,
           GError **error)
{
  InkProgram *program = ink_scope_goal (scope, goal, error);
  guint32 n;

  if (program == NULL)
    return FALSE;
  n = add_completions (story, scope, goal, program, person);
  *answer = n > 0;
  if (n > 0)
    {
      const InkRows *rows = ink_program_get_moments (program);
      guint32 row
          = rows->rows[ink_rows_seek (rows->rows, rows->n, 0, scope->offsets[person])];
      g_autofree char *time = ink_story_time (scope, scope->times[row]);

      ink_story_say (story, ngettext ("They reached “%s” %u time, first on %s by “%s”.",
                                      "They reached “%s” %u times, first on %s by “%s”.", n),
                     goal, n, time, ink_story_event (scope, row));
      return TRUE;
    }
  ink_story_say (story, _ ("They never reached “%s”."), goal);
  return ink_story_tell_rule (story, scope,
                              ink_definition_find_goal (scope->definition, goal)->rule, person,
                              error);
}

/**
 * ink_explain_goal:
 * @store: the events
 * @definition: has the goal
 * @goal: its name
 * @person: a person's number
 * @error: says what does not exist
 *
 * Returns: (transfer full): the object of `explain`; answer: they reached it at least once
 */
char *
ink_explain_goal (InkEventStore *store,
                  InkDefinition *definition,
                  const char *goal,
                  guint32 person,
                  GError **error)
{
  g_autoptr (InkScope) scope = NULL;
  g_autoptr (InkStory) story = NULL;
  gboolean answer = FALSE;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (definition != NULL && goal != NULL, NULL);

  if (!check_person (store, person, error))
    return NULL;
  scope = ink_scope_new (store, definition, NULL);
  story = ink_story_new (scope, person);
  if (!tell_goal (story, scope, goal, person, &answer, error))
    return NULL;

  return ink_story_end (story, answer);
}

/* --- Personas --- */

/* Who is somebody else may match this persona too: the first that matches wins. */
static gboolean
tell_other (InkStory *story,
            InkScope *scope,
            guint wanted,
            guint is,
            guint32 person,
            GError **error)
{
  if (is < wanted)
    {
      const char *name = ink_scope_persona_name (scope, is);

      ink_story_say (story, _ ("They match “%s”, which is asked before; the first persona that "
                               "matches wins."),
                     name);
      ink_story_stop (story, name);
      return ink_story_tell_rule (story, scope, scope->definition->personas[is]->rule, person,
                                  error);
    }
  return ink_story_tell_rule (story, scope, scope->definition->personas[wanted]->rule, person,
                              error);
}

static gboolean
tell_persona (InkStory *story,
              InkScope *scope,
              guint wanted,
              guint32 person,
              gboolean *answer,
              GError **error)
{
  guint is;

  if (!ink_scope_compile_personas (scope, error))
    return FALSE;
  is = ink_scope_persona_at (scope, person, ink_scope_moment_of_end (scope, person));
  *answer = is == wanted;
  ink_story_say (story, _ ("At the end of the export they are “%s”."),
                 ink_scope_persona_name (scope, is));
  if (!*answer)
    return tell_other (story, scope, wanted, is, person, error);
  if (is == scope->n_personas)
    {
      ink_story_say (story, _ ("None of the personas matches them."));
      return TRUE;
    }
  return ink_story_tell_rule (story, scope, scope->definition->personas[is]->rule, person, error);
}

/**
 * ink_explain_persona:
 * @store: the events
 * @definition: has the persona
 * @persona: its name, or "Everyone else"
 * @person: a person's number
 * @error: says what does not exist
 *
 * Returns: (transfer full): the object of `explain`; answer: they are of this persona
 */
char *
ink_explain_persona (InkEventStore *store,
                     InkDefinition *definition,
                     const char *persona,
                     guint32 person,
                     GError **error)
{
  g_autoptr (InkScope) scope = NULL;
  g_autoptr (InkStory) story = NULL;
  gboolean answer = FALSE;
  int index;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (definition != NULL && persona != NULL, NULL);

  if (!check_person (store, person, error))
    return NULL;
  scope = ink_scope_new (store, definition, NULL);
  index = ink_scope_find_persona (scope, persona);
  if (index < 0)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED, _ ("There is no persona '%s'."), persona);
      return NULL;
    }
  story = ink_story_new (scope, person);
  if (!tell_persona (story, scope, (guint) index, person, &answer, error))
    return NULL;

  return ink_story_end (story, answer);
}
