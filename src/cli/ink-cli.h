/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the commands share: a command as a row of a table, arguments, messages, exit codes. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exit codes of the program. */
enum
{
  INK_EXIT_DONE = 0,
  INK_EXIT_FAILED = 1,
  INK_EXIT_USAGE = 2,
};

typedef struct _InkCommand InkCommand;

/**
 * InkCommand:
 * @name: the word after `inkling-cli`
 * @arguments: what follows it, as usage shows it
 * @summary: one line
 * @teaching: what it does and examples, shown by `--help`
 * @run: does it; gets the arguments after the command's name; gives the exit code
 *
 * A new command is one file with such a row, and one line in ink-cli-commands.c.
 */
struct _InkCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *teaching;
  int (*run) (const InkCommand *command, int argc, char **argv);
};

extern const InkCommand *const ink_commands[]; /* NULL-terminated */

/* Reads the options into @entries' places and leaves the other arguments in @arguments. FALSE when
 * the command is done with: @status is the exit code (help was asked for, or the usage is wrong). */
gboolean ink_cli_parse   (const InkCommand *command, const GOptionEntry *entries, int argc,
                          char **argv, guint least, guint most, char ***arguments, int *status);
int      ink_cli_usage   (const InkCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Says @error on standard error; gives INK_EXIT_FAILED, or INK_EXIT_USAGE for INK_ERROR_USAGE. */
int      ink_cli_fail    (const GError *error);
void     ink_cli_message (const char *format, ...) G_GNUC_PRINTF (1, 2);
void     ink_cli_print   (const char *text);

G_END_DECLS
