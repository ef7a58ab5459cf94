/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `all`: the sample at several sizes, each step in a process of its own, Inkling and plain rows in
 * turn, and a table of medians. */
#include "bench.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Every number that was measured, by "by/cmd/question/threads/key", in the order measured. */
typedef GHashTable Numbers;

static const char *
member_text (JsonObject *object,
             const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_string_member (object, name) : "";
}

static void
collect (Numbers    *numbers,
         JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);
  int threads = json_object_has_member (object, "threads")
                    ? (int) json_object_get_double_member (object, "threads")
                    : 0;

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      g_autofree char *key = g_strdup_printf ("%s/%s/%s/%d/%s", member_text (object, "by"),
                                              member_text (object, "cmd"),
                                              member_text (object, "q"), threads, (char *) l->data);
      GArray *values = g_hash_table_lookup (numbers, key);
      double value;

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        continue;
      if (values == NULL)
        {
          values = g_array_new (FALSE, FALSE, sizeof (double));
          g_hash_table_insert (numbers, g_steal_pointer (&key), values);
        }
      value = json_node_get_double (node);
      g_array_append_val (values, value);
    }
}

static double
number (Numbers    *numbers,
        const char *key)
{
  GArray *values = g_hash_table_lookup (numbers, key);
  g_autoptr (GArray) copy = values != NULL ? g_array_copy (values) : NULL;

  return copy != NULL ? bench_median (copy) : -1;
}

/* The median of the ratios of what was measured in turn. */
static double
ratio (Numbers    *numbers,
       const char *ours,
       const char *theirs)
{
  GArray *a = g_hash_table_lookup (numbers, ours), *b = g_hash_table_lookup (numbers, theirs);
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; a != NULL && b != NULL && i < MIN (a->len, b->len); i++)
    {
      double r = g_array_index (b, double, i) / g_array_index (a, double, i);

      g_array_append_val (ratios, r);
    }
  return ratios->len > 0 ? bench_median (ratios) : -1;
}

/* Runs one step; its answers are compared with those of the same question elsewhere. */
static gboolean
run_step (Numbers           *numbers,
          GHashTable        *answers,
          const char *const *argv)
{
  g_autoptr (GPtrArray) lines = bench_run (argv);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      JsonObject *object = g_ptr_array_index (lines, i);
      const char *question = member_text (object, "q"), *answer = member_text (object, "res");
      const char *before = g_hash_table_lookup (answers, question);

      collect (numbers, object);
      if (*question == '\0')
        continue;
      if (before != NULL && strcmp (before, answer) != 0)
        {
          g_printerr ("%s: %s says %s, before it was %s\n", question, member_text (object, "by"),
                      answer, before);
          return FALSE;
        }
      if (before == NULL)
        g_hash_table_insert (answers, g_strdup (question), g_strdup (answer));
    }
  return lines != NULL;
}

static void
print_cell (double      value,
            const char *format)
{
  char text[32] = "";

  if (value >= 0 && strcmp (format, "ms") == 0)
    g_snprintf (text, sizeof text, value < 100 ? "%.2f" : "%.0f", value);
  else if (value >= 0)
    g_snprintf (text, sizeof text, value < 10 ? "%.2f" : "%.1f", value);
  g_print (" %10s |", text);
}

static void
print_row (Numbers    *numbers,
           const char *title,
           const char *step,
           const char *key,
           const char *format)
{
  g_autofree char *one = g_strdup_printf ("inkling/%s/1/%s", step, key);
  g_autofree char *two = g_strdup_printf ("inkling/%s/2/%s", step, key);
  g_autofree char *rows = g_strdup_printf ("rows/%s/0/%s", step, key);
  g_autofree char *zero = g_strdup_printf ("inkling/%s/0/%s", step, key);
  gboolean threaded = g_hash_table_contains (numbers, two) || g_hash_table_contains (numbers, one);

  g_print ("| %-34s |", title);
  print_cell (number (numbers, threaded ? two : zero), format);
  print_cell (number (numbers, threaded ? one : "-"), format);
  print_cell (number (numbers, rows), format);
  print_cell (ratio (numbers, threaded ? one : zero, rows), "x");
  g_print ("\n");
}

static void
print_table (Numbers    *numbers,
             guint64     events,
             guint       reps)
{
  g_print ("\n%.0f events of %.0f people, CSV %.1f MB; medians of %u; load %.1f\n",
           number (numbers, "inkling/import//0/events"),
           number (numbers, "inkling/import//0/people"),
           number (numbers, "inkling/import//0/csv_mb"), reps, bench_load ());
  g_print ("| %-34s | %10s | %10s | %10s | %10s |\n", "", "Inkling", "1 CPU", "SQL rows", "rows/ours");
  g_print ("|:-----------------------------------|-----------:|-----------:|-----------:|-----------:|\n");
  print_row (numbers, "import to a saved project, ms", "import/", "ms", "ms");
  print_row (numbers, "- CPU ms", "import/", "cpu_ms", "ms");
  print_row (numbers, "- of it the save, ms", "import/", "save_ms", "ms");
  print_row (numbers, "- MB/s", "import/", "mb_per_s", "x");
  print_row (numbers, "- peak memory, MiB", "import/", "peak_mib", "x");
  print_row (numbers, "- peak memory, bytes per event", "import/", "peak_bytes_per_event", "x");
  print_row (numbers, "document / CSV", "import/", "of_csv", "x");
  print_row (numbers, "open, ms", "open/", "open_ms", "ms");
  print_row (numbers, "- counts of all names, ms", "open/", "schema_ms", "ms");
  print_row (numbers, "- copying the file in, ms", "stages/", "copy_ms", "ms");
  print_row (numbers, "then the first live funnel, ms", "stages/", "live_ms", "ms");
  print_row (numbers, "- CPU ms", "stages/", "live_cpu_ms", "ms");
  for (const BenchQuestion *q = bench_questions (FALSE); q->name != NULL; q++)
    {
      g_autofree char *step = g_strdup_printf ("query/%s", q->name);
      g_autofree char *first = g_strdup_printf ("%s, first time, ms", q->name);
      g_autofree char *again = g_strdup_printf ("%s, again, ms", q->name);

      print_row (numbers, first, step, "first_ms", "ms");
      print_row (numbers, again, step, "med_ms", "ms");
      print_row (numbers, "- ns per event", step, "ns_per_event", "x");
    }
}

/* What is promised for one size, in milliseconds; and what was measured, with no peer beside it. */
static void
print_promise (Numbers *numbers,
               const char *title,
               const char *key,
               double scale,
               double bar)
{
  double value = number (numbers, key);

  if (value < 0)
    return;
  g_print ("| %-34s |", title);
  print_cell (value * scale, "ms");
  if (bar > 0)
    g_print (" %10.0f | %10s |\n", bar, value * scale <= bar ? "yes" : "NO");
  else
    g_print (" %10s | %10s |\n", "", "");
}

/* A search may take ten times as long for ten times the events; the deck's goal is for a million. */
static void
print_promises (Numbers *numbers,
                guint64 events)
{
  double millions = MAX ((double) events / 1e6, 1);
  double deck = millions > 1 ? 0 : 1000;

  g_print ("\n| %-34s | %10s | %10s | %10s |\n", "", "Inkling", "goal", "held");
  g_print ("|:-----------------------------------|-----------:|-----------:|:-----------|\n");
  print_promise (numbers, "20 micros x 5 personas, ms", "inkling/indicators//0/edit_ms", 1,
                 150 * millions);
  print_promise (numbers, "- CPU ms", "inkling/indicators//0/edit_cpu_ms", 1, 0);
  print_promise (numbers, "deck of ten slides, ms", "inkling/report//0/seconds", 1e3, deck);
  print_promise (numbers, "- CPU ms", "inkling/report//0/cpu", 1e3, 0);
}

static gboolean
measure_size (const char *folder,
              guint64     events,
              guint       reps)
{
  g_autoptr (GHashTable) numbers
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, events);
  g_autofree char *csv = g_build_filename (folder, "sample.csv", NULL);
  g_autofree char *doc = g_build_filename (folder, "sample.inkling", NULL);
  g_autofree char *db = g_build_filename (folder, "sample.rows", NULL);
  gboolean done
      = run_step (numbers, answers, (const char *const[]){ "sample", csv, n, NULL });

  for (guint i = 0; done && i < reps; i++)
    done = run_step (numbers, answers, (const char *const[]){ "import", csv, doc, NULL })
           && run_step (numbers, answers, (const char *const[]){ "rows", csv, db, "3", NULL })
           && run_step (numbers, answers, (const char *const[]){ "query", doc, "7", NULL })
           && run_step (numbers, answers,
                        (const char *const[]){ "indicators", doc, "3", "20x5", NULL })
           && run_step (numbers, answers, (const char *const[]){ "report", doc, "3", NULL });
  if (done)
    {
      print_table (numbers, events, reps);
      print_promises (numbers, events);
    }
  g_unlink (csv);
  g_unlink (doc);
  g_unlink (db);
  return done;
}

int
bench_all (int    argc,
           char **argv)
{
  static const char *const sizes[] = { "1000000", "10000000" };
  g_autofree char *folder
      = argc > 0 ? g_strdup (argv[0]) : g_dir_make_tmp ("inkling-bench-XXXXXX", NULL);
  gboolean done = folder != NULL && g_mkdir_with_parents (folder, 0700) == 0;
  int n = argc > 1 ? argc - 1 : (int) G_N_ELEMENTS (sizes);

  for (int i = 0; done && i < n; i++)
    {
      guint64 events = g_ascii_strtoull (argc > 1 ? argv[i + 1] : sizes[i], NULL, 10);

      done = measure_size (folder, events, events > 4000000 ? 1 : 3);
    }
  if (argc == 0 && folder != NULL)
    g_rmdir (folder);
  return done ? 0 : 1;
}
