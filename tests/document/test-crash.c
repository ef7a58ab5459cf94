/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* kill -9 at random moments of import, edit and save: nothing that was there before is lost.
 *
 * A child works and says after every step what it has committed. The test kills it, looks at the
 * user's file, and takes over what the child left. INK_CRASH_ROUNDS and INK_CRASH_SEED change how
 * often and where; the seed of a failing round is printed. */
#include "document/document-fixture.h"
#include "document/ink-storage-private.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a project holds, in numbers that only grow. */
typedef struct
{
  guint goals;
  guint events;
} Holds;

/* What the child said last. */
typedef struct
{
  Holds committed;
  Holds saved;
  guint lines;
} Said;

static const char *program;
static char *home;

static GFile *
the_file (void)
{
  g_autofree char *path = g_build_filename (home, "project.inkling", NULL);

  return g_file_new_for_path (path);
}

static Holds
holds (InkDocument *document)
{
  return (Holds){ fixture_n_goals (document),
                  ink_event_store_get_n_events (ink_document_get_store (document)) };
}

/* ---- The child ---- */

static void
say (const char  *what,
     InkDocument *document)
{
  Holds now = holds (document);
  g_autofree char *line = g_strdup_printf ("%s %u %u\n", what, now.goals, now.events);

  if (write (STDOUT_FILENO, line, strlen (line)) < 0)
    _exit (3);
}

static void
work (InkDocument *document,
      const char  *mode,
      guint        step)
{
  g_autofree char *name = g_strdup_printf ("%s %d %u", mode, (int) getpid (), step);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (mode, "import"))
    fixture_import (document, name, 40, 25);
  else
    fixture_add_goal (document, name);
  if (!ink_document_flush (document, &error))
    g_error ("%s", error->message);
  say ("committed", document);
  if (g_str_equal (mode, "save"))
    {
      fixture_save (document, NULL);
      say ("saved", document);
    }
}

static int
live (const char *mode)
{
  g_autoptr (GFile) file = the_file ();
  InkDocument *document = fixture_open (file);

  /* Many transactions for an import, so that most kills come between two of them. */
  ink_storage_set_batch_bytes (1024);
  say ("saved", document);
  for (guint step = 0;; step++)
    work (document, mode, step);
  return 0;
}

/* ---- The test ---- */

static void
hear (Said       *said,
      const char *line)
{
  char what[16];
  Holds now;

  if (sscanf (line, "%15s %u %u", what, &now.goals, &now.events) != 3)
    return;
  said->lines++;
  said->committed = now;
  if (g_str_equal (what, "saved"))
    said->saved = now;
}

/* Everything that the child wrote before it died, whole lines only. */
static Said
hear_all (int pipe_end)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char buffer[512];
  gssize n;
  Said said = { 0 };
  char **lines;

  while ((n = read (pipe_end, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n);
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++)
    hear (&said, lines[i]);
  g_strfreev (lines);
  return said;
}

static Said
run_and_kill (const char *mode,
              guint       milliseconds)
{
  char *argv[] = { (char *) program, (char *) "--live", (char *) mode, NULL };
  g_autoptr (GError) error = NULL;
  GPid child = 0;
  int out = -1;
  int status = 0;
  Said said;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL,
                            &out, NULL, &error);
  g_assert_no_error (error);
  g_usleep (milliseconds * 1000);
  kill (child, SIGKILL);
  said = hear_all (out);
  close (out);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  g_spawn_close_pid (child);
  return said;
}

static void
assert_between (const char *what,
                Holds       least,
                Holds       is,
                Holds       most)
{
  if (is.goals >= least.goals && is.events >= least.events && is.goals <= most.goals &&
      is.events <= most.events)
    return;
  g_error ("%s holds %u goals and %u events, not between %u and %u goals, %u and %u events", what,
           is.goals, is.events, least.goals, most.goals, least.events, most.events);
}

/* One step more than was said may have happened. */
static Holds
one_more (Holds       than,
          const char *mode)
{
  if (g_str_equal (mode, "import"))
    than.events += 40 * 25;
  else
    than.goals++;
  return than;
}

static void
check_file (GFile      *file,
            const Said *said,
            const char *mode)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = ink_document_check (file, NULL, NULL, &error);
  InkDocument *document;

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  document = fixture_open (file);
  assert_between ("The user's file", said->saved, holds (document),
                  g_str_equal (mode, "save") ? one_more (said->committed, mode) : said->saved);
  fixture_close (document, INK_CLOSE_KEEP);
}

/* Takes over what was left and saves it, so that the next round begins with it. */
static void
check_recovery (GFile      *file,
                const Said *said,
                const char *mode)
{
  g_autoptr (GPtrArray) list = ink_recovery_list ();
  g_autoptr (GError) error = NULL;
  InkDocument *document;

  g_assert_cmpuint (list->len, <=, 1);
  document = list->len == 1 ? ink_document_recover (list->pdata[0], NULL, NULL, &error)
                            : fixture_open (file);
  g_assert_no_error (error);
  assert_between (list->len == 1 ? "What was left" : "The file, with nothing left",
                  said->committed, holds (document), one_more (said->committed, mode));
  g_free (fixture_digest (ink_document_get_store (document)));
  fixture_save (document, NULL);
  fixture_close (document, INK_CLOSE_KEEP);
}

static guint
setting (const char *name,
         guint       fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : fallback;
}

static void
test_killed (gconstpointer data)
{
  const char *mode = data;
  guint rounds = setting ("INK_CRASH_ROUNDS", 5);
  guint32 seed = setting ("INK_CRASH_SEED", 0) != 0 ? setting ("INK_CRASH_SEED", 0)
                                                    : g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GFile) file = the_file ();
  InkDocument *document = fixture_new ();
  guint steps = 0;

  g_test_message ("seed %u", seed);
  fixture_import (document, "begin", 30, 20);
  fixture_save (document, file);
  fixture_close (document, INK_CLOSE_KEEP);
  for (guint i = 0; i < rounds; i++)
    {
      Said said = run_and_kill (mode, (guint) g_rand_int_range (random, 20, 140));

      /* Killed before it had opened the file: there is nothing to compare with, only to clean. */
      if (said.lines == 0)
        {
          g_ptr_array_unref (ink_recovery_list ());
          continue;
        }
      steps += said.lines;
      check_file (file, &said, mode);
      check_recovery (file, &said, mode);
      g_assert_cmpuint (fixture_n_working_files (), ==, 0);
    }
  g_test_message ("%u rounds, %u steps", rounds, steps);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const modes[] = { "import", "edit", "save" };
  int result;

  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--live"))
    {
      home = g_strdup (g_getenv ("XDG_DATA_HOME"));
      return live (argv[2]);
    }
  home = ink_test_folder ();
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *path = g_strconcat ("/crash/", modes[i], NULL);

      g_test_add_data_func (path, modes[i], test_killed);
    }
  result = g_test_run ();
  ink_test_remove_folder (home);
  return result;
}
