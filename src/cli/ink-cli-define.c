/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli define, definitions: definitions in and out as JSON files. */

#include "config.h"

#include "cli/ink-cli-project.h"
#include "cli/ink-cli.h"
#include "definition/ink-definition-json.h"

#include <glib/gi18n-lib.h>

static InkDefinition *
read_definition (InkDocument *document,
                 const char *path,
                 gboolean replace,
                 GError **error)
{
  InkDefinition *base = replace ? NULL : ink_document_get_definition (document);
  const InkSchema *schema = ink_event_store_get_schema (ink_document_get_store (document));
  g_autoptr (InkDefinition) added = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  text = ink_cli_read_file (path, &length, error);
  if (text == NULL)
    return NULL;
  added = ink_definition_from_json (text, length, path, schema, base, error);
  if (added == NULL)
    return NULL;

  return replace ? g_steal_pointer (&added) : ink_definition_merge (base, added);
}

static int
run_define (const InkCommand *command,
            int argc,
            char **argv)
{
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {
    { "replace", 0, 0, G_OPTION_ARG_NONE, &replace,
      N_ ("Take the file as it is; what it does not name is removed"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  int status;

  if (!ink_cli_parse (command, entries, argc, argv, 2, 2, &arguments, &status))
    return status;
  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  definition = read_definition (document, arguments[1], replace, &error);
  if (definition == NULL)
    {
      ink_cli_project_close (document);
      return ink_cli_fail (error);
    }
  ink_document_edit (document, _ ("Import Definitions"), NULL, definition);
  if (!ink_cli_project_save (document, arguments[0], &error))
    return ink_cli_fail (error);

  return INK_EXIT_DONE;
}

static int
run_definitions (const InkCommand *command,
                 int argc,
                 char **argv)
{
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = NULL;
  g_autofree char *json = NULL;
  int status;

  if (!ink_cli_parse (command, NULL, argc, argv, 1, 1, &arguments, &status))
    return status;
  document = ink_cli_project_open (arguments[0], FALSE, &error);
  if (document == NULL)
    return ink_cli_fail (error);

  json = ink_definition_to_json (ink_document_get_definition (document));
  ink_cli_print (json);
  ink_cli_project_close (document);

  return INK_EXIT_DONE;
}

const InkCommand ink_command_define = {
  .name = "define",
  .arguments = "PROJECT FILE [--replace]",
  .summary = N_ ("Take goals, personas, funnels and follow-ups from a JSON file"),
  .teaching = N_ ("What has the same name is replaced, what is new is added, the rest stays.\n"
                  "A file with a mistake is refused as a whole, with line, column and path.\n\n"
                  "A small one:\n"
                  "  {\"inkling\": 1,\n"
                  "   \"goals\": [{\"name\": \"Purchase\", \"kind\": \"macro\", \"rule\": {\"does\": "
                  "\"purchase\"}}],\n"
                  "   \"funnels\": [{\"name\": \"Cart to purchase\", \"within\": {\"days\": 14},\n"
                  "     \"steps\": [{\"does\": \"add_to_cart\"}, {\"goal\": \"Purchase\"}]}]}"),
  .run = run_define,
};

const InkCommand ink_command_definitions = {
  .name = "definitions",
  .arguments = "PROJECT",
  .summary = N_ ("Print the project's definitions as JSON"),
  .teaching = N_ ("The output is a file for `define`, here or in another project:\n"
                  "  inkling-cli definitions shop.inkling > shop.json"),
  .run = run_definitions,
};
