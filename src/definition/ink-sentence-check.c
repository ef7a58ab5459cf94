/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "definition/ink-sentence-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "definition/ink-definition-check.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-sentence.h"

/* An empty definition, for a rule that is not checked against any. */
static InkDefinition *
get_base (InkDefinition *definition)
{
  return definition != NULL ? ink_definition_ref (definition) : ink_definition_new_empty ();
}

/* Forms, types, names: as if the rule came out of a file. */
static gboolean
check_form (InkRule *rule,
            InkDefinition *definition,
            const InkSchema *schema,
            GError **error)
{
  g_autofree char *json = ink_rule_to_json (rule);
  g_autoptr (InkDefinition) base = get_base (definition);
  g_autoptr (InkRule) read = ink_rule_from_json (json, -1, NULL, schema, base, error);

  return read != NULL;
}

static gboolean
check_moments (const InkRule *rule,
               InkSentenceUse use,
               GError **error)
{
  if (use == INK_SENTENCE_PERSONA || ink_rule_has_moments (rule))
    return TRUE;

  g_set_error_literal (error, INK_ERROR, INK_ERROR_DEFINITION,
                       use == INK_SENTENCE_GOAL
                           ? _("A goal is completed at a moment: it needs something that a person "
                               "does, not only what they are or never do. Add an event with “and”.")
                           : _("A step is taken at a moment: it needs something that a person "
                               "does, not only what they are or never do. Add an event with "
                               "“and”."));
  return FALSE;
}

/* The definition with the rule in it: does it go round in circles? */
static InkDefinition *
put_into (InkDefinition *definition,
          const char *owner,
          InkRule *rule)
{
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (g_str_equal (definition->goals[i]->id, owner))
      {
        g_autoptr (InkGoal) goal = ink_goal_copy (definition->goals[i]);

        ink_rule_unref (goal->rule);
        goal->rule = ink_rule_ref (rule);
        return ink_definition_with_goal (definition, goal);
      }
  for (guint i = 0; definition->personas[i] != NULL; i++)
    if (g_str_equal (definition->personas[i]->id, owner))
      {
        g_autoptr (InkPersona) persona = ink_persona_copy (definition->personas[i]);

        ink_rule_unref (persona->rule);
        persona->rule = ink_rule_ref (rule);
        return ink_definition_with_persona (definition, persona);
      }

  return ink_definition_ref (definition);
}

/* What was wrong before is not this edit's doing. */
static gboolean
check_circles (InkRule *rule,
               InkDefinition *definition,
               const char *owner,
               GError **error)
{
  g_autoptr (InkDefinition) whole = NULL;

  if (definition == NULL || owner == NULL || !ink_definition_check (definition, NULL, NULL))
    return TRUE;

  whole = put_into (definition, owner, rule);
  return ink_definition_check (whole, NULL, error);
}

/* "all[1].goal: there is no goal …" is a place in a file; here the sentence is before one's eyes. */
static void
drop_place (GError *error)
{
  char *sentence = strstr (error->message, "): ");
  char *first;
  char *rest;

  if (sentence == NULL)
    sentence = strstr (error->message, ": ");
  if (sentence == NULL)
    return;

  sentence = strchr (sentence, ':') + 2;
  first = g_utf8_strup (sentence, (gssize) (g_utf8_next_char (sentence) - sentence));
  rest = g_strconcat (first, g_utf8_next_char (sentence), NULL);
  g_free (first);
  g_free (error->message);
  error->message = rest;
}

gboolean
ink_sentence_check (InkRule *rule,
                    InkDefinition *definition,
                    const InkSchema *schema,
                    InkSentenceUse use,
                    const char *owner,
                    gboolean *unfinished,
                    GError **error)
{
  g_autoptr (InkSentence) sentence = NULL;
  g_autoptr (GError) found = NULL;
  gboolean open;

  g_return_val_if_fail (rule != NULL, FALSE);

  sentence = ink_sentence_new (rule, NULL, NULL);
  open = ink_sentence_is_unfinished (sentence);
  if (unfinished != NULL)
    *unfinished = open;
  if (open)
    return FALSE;
  if (!check_form (rule, definition, schema, &found)
      || !check_circles (rule, definition, owner, &found))
    {
      drop_place (found);
      g_propagate_error (error, g_steal_pointer (&found));
      return FALSE;
    }

  return check_moments (rule, use, error);
}
