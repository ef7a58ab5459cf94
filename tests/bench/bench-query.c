/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `query`: opens a project and asks the questions, on two processors and on one. */
#include "bench.h"

#include <sched.h>
#include <string.h>

#include "analysis/ink-funnel-result.h"
#include "analysis/ink-overview.h"
#include "definition/ink-definition-json.h"
#include "document/ink-document.h"
#include "document/ink-storage.h"
#include "document/ink-user-file.h"

/* The people of every step of the whole funnel, as "[18040,6919]". */
static char *
funnel_answer (const InkFunnelResult *result)
{
  g_autoptr (InkTable) steps = ink_funnel_result_to_steps (result);
  int group = ink_table_find_column (steps, "group");
  int people = ink_table_find_column (steps, "people");
  GString *text = g_string_new ("[");

  for (guint row = 0; row < ink_table_get_n_rows (steps); row++)
    {
      const char *name = ink_table_get_text (steps, (guint) group, row);

      if (name != NULL && *name != '\0')
        break;
      g_string_append_printf (text, row > 0 ? ",%.0f" : "%.0f",
                              ink_table_get_number (steps, (guint) people, row));
    }
  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

static char *
goal_answer (const InkTable *goals,
             gboolean        only_people)
{
  double people = ink_table_get_number (goals, (guint) ink_table_find_column (goals, "people"), 0);
  double times
      = ink_table_get_number (goals, (guint) ink_table_find_column (goals, "completions"), 0);

  return only_people ? g_strdup_printf ("[%.0f]", people)
                     : g_strdup_printf ("[%.0f,%.0f]", times, people);
}

static char *
ask (InkEventStore       *store,
     InkDefinition       *definition,
     const BenchQuestion *question,
     GError             **error)
{
  g_autoptr (InkTable) goals = NULL;
  g_autoptr (InkFunnelResult) result = NULL;

  if (question->kind == 'F')
    {
      result = ink_funnel_evaluate (store, definition, definition->funnels[0], NULL, NULL, error);
      return result != NULL ? funnel_answer (result) : NULL;
    }
  goals = ink_goals_to_table (store, definition, NULL, error);
  return goals != NULL ? goal_answer (goals, question->kind == 'P') : NULL;
}

/* The first time beside the others: it reads the columns that the question names. */
static gboolean
measure (InkEventStore       *store,
         const BenchQuestion *question,
         guint                reps,
         guint                threads,
         GError             **error)
{
  g_autoptr (InkDefinition) definition = ink_definition_from_json (
      question->json, -1, question->name, ink_event_store_get_schema (store), NULL, error);
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *answer = NULL;
  BenchTime first = { 0, 0 };
  BenchLine line;

  if (definition == NULL)
    return FALSE;
  for (guint i = 0; i <= reps; i++)
    {
      BenchTime start = bench_now (), took;

      g_clear_pointer (&answer, g_free);
      answer = ask (store, definition, question, error);
      took = bench_since (start);
      if (answer == NULL)
        return FALSE;
      if (i == 0)
        first = took;
      else
        {
          took.wall *= 1e3;
          took.cpu *= 1e3;
          g_array_append_val (wall, took.wall);
          g_array_append_val (cpu, took.cpu);
        }
    }
  line = bench_line_begin ("query", "inkling");
  bench_line_text (&line, "q", question->name);
  bench_line_number (&line, "threads", threads);
  bench_line_number (&line, "first_ms", first.wall * 1e3);
  bench_line_number (&line, "med_ms", bench_median (wall));
  bench_line_number (&line, "min_ms", g_array_index (wall, double, 0));
  bench_line_number (&line, "cpu_ms", bench_median (cpu));
  bench_line_number (&line, "ns_per_event",
                     bench_median (wall) * 1e6 / ink_event_store_get_n_events (store));
  bench_line_text (&line, "res", answer);
  bench_line_end (&line);
  return TRUE;
}

/* Leaves @n processors to this process: the engine takes as many threads as it has processors. */
static gboolean
allow_processors (guint n)
{
  cpu_set_t all, some;

  CPU_ZERO (&some);
  if (sched_getaffinity (0, sizeof all, &all) != 0)
    return FALSE;
  for (int i = 0; i < CPU_SETSIZE && (guint) CPU_COUNT (&some) < n; i++)
    if (CPU_ISSET (i, &all))
      CPU_SET (i, &some);
  return (guint) CPU_COUNT (&some) == n && sched_setaffinity (0, sizeof some, &some) == 0;
}

static gboolean
measure_all (InkEventStore *store,
             guint          reps,
             const char    *only,
             GError       **error)
{
  const InkSchema *schema = ink_event_store_get_schema (store);
  gboolean of_kit = ink_schema_find_event (schema, "view_pricing") != NULL;

  for (guint threads = 2; threads >= 1; threads--)
    {
      if (!allow_processors (threads))
        continue;
      for (const BenchQuestion *q = bench_questions (of_kit); q->name != NULL; q++)
        if ((only == NULL || strcmp (only, q->name) == 0)
            && !measure (store, q, reps, threads, error))
          return FALSE;
    }
  return TRUE;
}

/* --- Opening --- */

static void
print_stages (BenchTime copying,
              BenchTime loading,
              BenchTime asking)
{
  BenchLine line = bench_line_begin ("stages", "inkling");

  bench_line_number (&line, "copy_ms", copying.wall * 1e3);
  bench_line_number (&line, "copy_cpu_ms", copying.cpu * 1e3);
  bench_line_number (&line, "load_ms", loading.wall * 1e3);
  bench_line_number (&line, "load_cpu_ms", loading.cpu * 1e3);
  bench_line_number (&line, "first_ms", asking.wall * 1e3);
  bench_line_number (&line, "first_cpu_ms", asking.cpu * 1e3);
  bench_line_number (&line, "live_ms", (loading.wall + asking.wall) * 1e3);
  bench_line_number (&line, "live_cpu_ms", (loading.cpu + asking.cpu) * 1e3);
  bench_line_number (&line, "load", bench_load ());
  bench_line_end (&line);
}

/* From the working copy to the first answer. */
static gboolean
measure_live (InkStorage *storage,
              BenchTime   copying,
              BenchTime   start,
              GError    **error)
{
  InkStoragePlace place;
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  const BenchQuestion *question;
  g_autofree char *answer = NULL;
  BenchTime loading;
  gboolean of_kit;

  if (ink_storage_get_place (storage, &place, error))
    store = ink_storage_open_store (storage, place.position, NULL, error);
  if (store == NULL)
    return FALSE;
  loading = bench_since (start);
  of_kit = ink_schema_find_event (ink_event_store_get_schema (store), "view_pricing") != NULL;
  question = bench_questions (of_kit);
  definition = ink_definition_from_json (question->json, -1, question->name,
                                         ink_event_store_get_schema (store), NULL, error);
  start = bench_now ();
  answer = definition != NULL ? ask (store, definition, question, error) : NULL;
  if (answer != NULL)
    print_stages (copying, loading, bench_since (start));
  return answer != NULL;
}

/* What opening does, in its parts: the copy in is the disk's, what follows is ours. The check of
 * every page, which runs beside it and which nothing waits for, is left out. */
static gboolean
measure_stages (const char *path,
                GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *mark = NULL;
  InkWorkingCopy *copy = ink_working_copy_new (error);
  g_autoptr (InkStorage) storage = NULL;
  BenchTime start = bench_now (), copying;
  gboolean good;

  if (copy == NULL)
    return FALSE;
  if (!ink_user_file_copy_in (file, copy->path, &mark, NULL, NULL, error))
    {
      ink_working_copy_delete (copy);
      ink_working_copy_free (copy);
      return FALSE;
    }
  copying = bench_since (start);
  start = bench_now ();
  storage = ink_storage_open (copy, error);
  good = storage != NULL && measure_live (storage, copying, start, error);
  if (storage != NULL)
    ink_storage_release (storage, TRUE);
  return good;
}

/* Opening, and the first funnel or goal that a person would see after it. */
static InkDocument *
open_document (const char *path,
               GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  BenchTime start = bench_now (), took;
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, error);
  InkEventStore *store;
  BenchTime schema;
  BenchLine line;

  if (document == NULL)
    return NULL;
  took = bench_since (start);
  store = ink_document_get_store (document);
  start = bench_now ();
  ink_event_store_get_schema (store);
  schema = bench_since (start);
  line = bench_line_begin ("open", "inkling");
  bench_line_number (&line, "events", ink_event_store_get_n_events (store));
  bench_line_number (&line, "people", ink_event_store_get_n_people (store));
  bench_line_number (&line, "open_ms", took.wall * 1e3);
  bench_line_number (&line, "cpu_ms", took.cpu * 1e3);
  bench_line_number (&line, "schema_ms", schema.wall * 1e3);
  bench_line_number (&line, "load", bench_load ());
  bench_line_end (&line);
  return g_steal_pointer (&document);
}

int
bench_query (int    argc,
             char **argv)
{
  g_autoptr (GError) error = NULL;
  guint reps = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 7;
  const char *only = argc > 2 ? argv[2] : NULL;
  g_autoptr (InkDocument) document = NULL;

  if (measure_stages (argv[0], &error))
    document = open_document (argv[0], &error);
  if (document == NULL
      || !measure_all (ink_document_get_store (document), MAX (reps, 1), only, &error)
      || !ink_document_close (document, INK_CLOSE_DISCARD, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
