/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* inkling-bench: measures what Inkling takes for a file, next to plain SQLite rows in the same run,
 * and joins the comparison with DuckDB (tests/bench/run.sh). */
#include "bench.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static double
clock_seconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double) time.tv_sec + (double) time.tv_nsec * 1e-9;
}

BenchTime
bench_now (void)
{
  return (BenchTime){ clock_seconds (CLOCK_MONOTONIC), clock_seconds (CLOCK_PROCESS_CPUTIME_ID) };
}

BenchTime
bench_since (BenchTime start)
{
  BenchTime now = bench_now ();

  return (BenchTime){ now.wall - start.wall, now.cpu - start.cpu };
}

/* The most memory that this process has held so far. */
double
bench_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

double
bench_load (void)
{
  double load = 0;

  return getloadavg (&load, 1) == 1 ? load : -1;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_median (GArray *values)
{
  g_array_sort (values, compare_doubles);
  return values->len > 0 ? g_array_index (values, double, values->len / 2) : 0;
}

gint64
bench_file_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64) info.st_size : -1;
}

BenchLine
bench_line_begin (const char *command,
                  const char *by)
{
  BenchLine line = { json_builder_new () };

  json_builder_begin_object (line.builder);
  bench_line_text (&line, "cmd", command);
  bench_line_text (&line, "by", by);
  return line;
}

void
bench_line_number (BenchLine  *line,
                   const char *key,
                   double      value)
{
  json_builder_set_member_name (line->builder, key);
  json_builder_add_double_value (line->builder, value);
}

void
bench_line_text (BenchLine  *line,
                 const char *key,
                 const char *value)
{
  json_builder_set_member_name (line->builder, key);
  json_builder_add_string_value (line->builder, value);
}

void
bench_line_end (BenchLine *line)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (line->builder);
  root = json_builder_get_root (line->builder);
  text = json_to_string (root, FALSE);
  g_print ("%s\n", text);
  g_clear_object (&line->builder);
}

static GPtrArray *
parse_lines (const char *output)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JsonNode) node = *lines[i] == '{' ? json_from_string (lines[i], NULL) : NULL;

      if (node != NULL)
        g_ptr_array_add (objects, json_node_dup_object (node));
    }
  return objects;
}

GPtrArray *
bench_run (const char *const *argv)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_ptr_array_add (command, (gpointer) "/proc/self/exe");
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (command, (gpointer) argv[i]);
  g_ptr_array_add (command, NULL);
  if (!g_spawn_sync (NULL, (char **) command->pdata, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output,
                     NULL, &status, &error)
      || !g_spawn_check_wait_status (status, &error))
    {
      g_printerr ("inkling-bench %s: %s\n", argv[0], error->message);
      return NULL;
    }
  return parse_lines (output);
}

static void
print_usage (void)
{
  g_printerr (
      "inkling-bench sample CSV EVENTS           write a sample of about so many events\n"
      "inkling-bench import CSV DOC              import into a new project and save it\n"
      "inkling-bench append DOC CSV              import into a saved project and save it again\n"
      "inkling-bench query DOC [REPS [QUESTION]] ask the benchmark's questions, or one\n"
      "inkling-bench indicators DOC [REPS [GOALS.json]]  search for what leads, by stages; 20x5 for\n"
      "                                         GOALS.json: 20 micro goals and 5 personas (sample only)\n"
      "inkling-bench board DOC [REPS [EDIT]]    edit a board of goals, with few goals and with many\n"
      "inkling-bench report DOC [REPS]           write a deck of ten slides\n"
      "inkling-bench rows CSV DB [REPS]          the same with plain SQLite rows (sample only)\n"
      "inkling-bench all [FOLDER [EVENTS …]]     everything, at 1 M and 10 M events, as a table\n");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    int (*run) (int argc, char **argv);
    int least;
  } commands[] = {
    { "sample", bench_sample, 2 }, { "import", bench_import, 2 }, { "append", bench_append, 2 },
    { "query", bench_query, 1 },   { "indicators", bench_indicators, 1 },
    { "board", bench_board, 1 },   { "edits", bench_edits, 1 },
    { "report", bench_report, 1 }, { "rows", bench_rows, 2 },
    { "all", bench_all, 0 },
  };

  setlocale (LC_ALL, "C.UTF-8");
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0 && argc - 2 >= commands[i].least)
      return commands[i].run (argc - 2, argv + 2);
  print_usage ();
  return 2;
}
