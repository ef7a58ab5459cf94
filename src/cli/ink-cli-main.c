/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-cli: the engine without a display. */

#include "config.h"

#include "cli/ink-cli.h"
#include "definition/ink-nearest.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

static char *
make_help (void)
{
  GString *text = g_string_new (NULL);

  g_string_append (text, _ ("Inkling tells which small actions announce the big one, offline.\n\n"
                            "Usage: inkling-cli COMMAND PROJECT …\n\n"));
  for (guint i = 0; ink_commands[i] != NULL; i++)
    g_string_append_printf (text, "  %-12s %s\n", ink_commands[i]->name,
                            _ (ink_commands[i]->summary));
  g_string_append (text,
                   _ ("\nA first walk:\n"
                      "  inkling-cli import shop.inkling export.csv.gz\n"
                      "  inkling-cli describe shop.inkling\n"
                      "  inkling-cli define shop.inkling goals.json\n"
                      "  inkling-cli funnel shop.inkling \"Visit to purchase\"\n"
                      "  inkling-cli chart shop.inkling funnel \"Visit to purchase\" --output "
                      "funnel.svg\n\n"
                      "'inkling-cli COMMAND --help' teaches each. PROJECT is a file, made by import "
                      "and sample\nwhere it is not there. With --json one JSON object goes to "
                      "standard output, and nothing\nelse. Exit code 0: done; 1: could not; 2: "
                      "wrong usage.\n"));

  return g_string_free (text, FALSE);
}

static const InkCommand *
find_command (const char *name)
{
  for (guint i = 0; ink_commands[i] != NULL; i++)
    if (g_str_equal (ink_commands[i]->name, name))
      return ink_commands[i];

  return NULL;
}

static void
say_unknown (const char *name)
{
  InkNearest nearest = ink_nearest_start (name);
  g_autofree char *sentence = g_strdup_printf (
      _ ("There is no command '%s'. 'inkling-cli --help' lists them."), name);
  g_autofree char *message = NULL;

  for (guint i = 0; ink_commands[i] != NULL; i++)
    ink_nearest_offer (&nearest, ink_commands[i]->name);
  message = ink_nearest_say (sentence, nearest.best);
  ink_cli_message ("%s", message);
}

/* A full disk behind standard output is no success. */
static int
finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;

  ink_cli_message (_ ("The result could not be written: %s"), g_strerror (errno));
  return INK_EXIT_FAILED;
}

int
main (int argc,
      char **argv)
{
  const InkCommand *command;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, INK_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("inkling-cli");

  if (argc < 2)
    {
      g_autofree char *help = make_help ();

      ink_cli_message ("%s", help);
      return INK_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")
      || g_str_equal (argv[1], "help"))
    {
      g_autofree char *help = make_help ();

      ink_cli_print (help);
      return INK_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      ink_cli_print ("Inkling " INK_VERSION);
      return INK_EXIT_DONE;
    }

  command = find_command (argv[1]);
  if (command == NULL)
    {
      say_unknown (argv[1]);
      return INK_EXIT_USAGE;
    }

  return finish (command->run (command, argc - 1, argv + 1));
}
