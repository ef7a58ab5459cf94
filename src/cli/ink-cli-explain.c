/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli explain: why a person is in a funnel, goal or persona, or is not. */

#include "config.h"

#include "analysis/ink-explain.h"
#include "cli/ink-cli-names.h"
#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "definition/ink-definition-names.h"
#include "import/ink-pseudonym.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *funnel;
  char *goal;
  char *persona;
} Question;

static void
question_clear (Question *question)
{
  g_free (question->funnel);
  g_free (question->goal);
  g_free (question->persona);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static char *
explain (InkDocument *document,
         const char *id,
         const Question *question,
         GError **error)
{
  InkEventStore *store = ink_document_get_store (document);
  InkDefinition *definition = ink_document_get_definition (document);
  guint32 person = ink_pseudonym_find_person (store, id, ink_document_get_secret (document));
  g_autoptr (InkFunnel) funnel = NULL;

  if (person == INK_NO_PERSON)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
                   _ ("Nobody in the project has the id '%s'."), id);
      return NULL;
    }
  if (question->goal != NULL)
    return ink_definition_need_goal (definition, question->goal, error) != NULL
               ? ink_explain_goal (store, definition, question->goal, person, error)
               : NULL;
  if (question->persona != NULL)
    return ink_definition_need_persona (definition, question->persona, error)
               ? ink_explain_persona (store, definition, question->persona, person, error)
               : NULL;

  funnel = ink_cli_find_funnel (document, question->funnel, NULL, error);
  return funnel != NULL ? ink_explain_funnel (store, definition, funnel, person, error) : NULL;
}

static int
run_explain (const InkCommand *command,
             int argc,
             char **argv)
{
  g_auto (Question) question = { 0 };
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "funnel", 0, 0, G_OPTION_ARG_STRING, &question.funnel, N_ ("In this funnel"), N_ ("NAME") },
    { "goal", 0, 0, G_OPTION_ARG_STRING, &question.goal, N_ ("For this goal"), N_ ("NAME") },
    { "persona", 0, 0, G_OPTION_ARG_STRING, &question.persona, N_ ("For this persona"),
      N_ ("NAME") },
    /* The answer is JSON in any case: who gives --json as elsewhere is not wrong. */
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("One JSON object (always)"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  g_autofree char *answer = NULL;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 2, 2, &arguments, &status))
    return status;
  if ((question.funnel != NULL) + (question.goal != NULL) + (question.persona != NULL) != 1)
    return ink_cli_usage (command, _ ("Give one of --funnel, --goal and --persona."));

  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);
  answer = explain (document, arguments[1], &question, &error);
  ink_cli_project_close (document);
  if (answer == NULL)
    return ink_cli_fail (error);

  ink_cli_print (answer);
  return INK_EXIT_DONE;
}

const InkCommand ink_command_explain = {
  .name = "explain",
  .arguments = "PROJECT PERSON --funnel NAME | --goal NAME | --persona NAME",
  .summary = N_ ("Why a person is in a funnel, goal or persona, or is not"),
  .teaching = N_ ("PERSON is an id of the source, any of those that were merged, or the "
                  "pseudonym.\nThe answer is a JSON object: yes or no, sentences, the events that "
                  "served the steps,\nand what stopped the person."),
  .run = run_explain,
};
