/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ink-cli.h"

#include "base/ink-error.h"
#include "definition/ink-nearest.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static GOptionContext *
make_context (const InkCommand *command,
              const GOptionEntry *entries)
{
  g_autofree char *line = g_strdup_printf ("%s — %s", command->arguments, _ (command->summary));
  GOptionContext *context = g_option_context_new (line);

  g_option_context_set_description (context, _ (command->teaching));
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return context;
}

static gboolean
wants_help (int argc,
            char **argv)
{
  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;

  return FALSE;
}

/* The first option-like word that no entry took: g_option leaves it among the arguments. */
static const char *
find_unknown_option (char **arguments)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    if (arguments[i][0] == '-' && arguments[i][1] != '\0')
      return arguments[i];

  return NULL;
}

/* Of "--persna=Buyer" only the name. */
static char *
option_name (const char *option)
{
  const char *name = option + strspn (option, "-");

  return g_strndup (name, strcspn (name, "="));
}

static gboolean
has_option (const GOptionEntry *entries,
            const char *option)
{
  g_autofree char *name = option_name (option);

  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    if (g_str_equal (entries[i].long_name, name))
      return TRUE;

  return FALSE;
}

static int
refuse_option (const InkCommand *command,
               const GOptionEntry *entries,
               const char *option)
{
  g_autofree char *name = option_name (option);
  InkNearest nearest = ink_nearest_start (name);
  g_autofree char *sentence = g_strdup_printf (_ ("There is no option %s."), option);
  g_autofree char *dashed = NULL, *message = NULL;

  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    ink_nearest_offer (&nearest, entries[i].long_name);
  dashed = nearest.best != NULL ? g_strconcat ("--", nearest.best, NULL) : NULL;
  message = ink_nearest_say (sentence, dashed);
  return ink_cli_usage (command, "%s", message);
}

/* What g_option could not read; it names an unknown option without saying which was meant. */
static int
refuse_words (const InkCommand *command,
              const GOptionEntry *entries,
              char **words,
              const GError *error)
{
  if (g_error_matches (error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
    for (guint i = 0; words[i] != NULL; i++)
      if (g_str_has_prefix (words[i], "--") && !has_option (entries, words[i]))
        return refuse_option (command, entries, words[i]);

  return ink_cli_usage (command, "%s.", error->message);
}

gboolean
ink_cli_parse (const InkCommand *command,
               const GOptionEntry *entries,
               int argc,
               char **argv,
               guint least,
               guint most,
               char ***arguments,
               int *status)
{
  g_autoptr (GOptionContext) context = make_context (command, entries);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_new0 (char *, argc + 1);

  /* g_option names the program by the first word. */
  words[0] = g_strdup_printf ("inkling-cli %s", command->name);
  for (int i = 1; i < argc; i++)
    words[i] = g_strdup (argv[i]);
  g_set_prgname (words[0]);

  if (wants_help (argc, argv))
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      ink_cli_print (help);
      *status = INK_EXIT_DONE;
      return FALSE;
    }

  if (!g_option_context_parse_strv (context, &words, &error))
    {
      *status = refuse_words (command, entries, argv + 1, error);
      return FALSE;
    }

  *arguments = g_strdupv (words + 1);
  if (find_unknown_option (*arguments) != NULL)
    {
      *status = refuse_option (command, entries, find_unknown_option (*arguments));
      g_clear_pointer (arguments, g_strfreev);
      return FALSE;
    }
  if (g_strv_length (*arguments) < least || g_strv_length (*arguments) > most)
    {
      *status = ink_cli_usage (command, "%s",
                               g_strv_length (*arguments) < least ? _ ("Something is missing.")
                                                                  : _ ("That is too much."));
      g_clear_pointer (arguments, g_strfreev);
      return FALSE;
    }

  return TRUE;
}

int
ink_cli_usage (const InkCommand *command,
               const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  ink_cli_message ("%s", text);
  ink_cli_message (_ ("Usage: inkling-cli %s %s"), command->name, command->arguments);
  ink_cli_message (_ ("'inkling-cli %s --help' says more."), command->name);

  return INK_EXIT_USAGE;
}

int
ink_cli_fail (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ink_cli_message (_ ("Stopped. Nothing was changed."));
  else
    ink_cli_message ("%s", error->message);

  return g_error_matches (error, INK_ERROR, INK_ERROR_USAGE) ? INK_EXIT_USAGE : INK_EXIT_FAILED;
}

void
ink_cli_message (const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  fprintf (stderr, "%s\n", text);
}

void
ink_cli_print (const char *text)
{
  fputs (text, stdout);
  if (*text != '\0' && text[strlen (text) - 1] != '\n')
    fputc ('\n', stdout);
}
