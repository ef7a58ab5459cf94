/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `indicators`: opens a project and searches for what announces its main goal, stage by stage; then
 * again and again after an edit of one micro goal, as the journey board asks. */
#include "bench.h"

#include <string.h>

#include "analysis/ink-indicators.h"
#include "bench-definitions.h"
#include "definition/ink-definition-json.h"
#include "document/ink-document.h"

#include <time.h>

enum
{
  FRAME,
  PERSONAS,
  SUMS,
  ESTIMATES,
  EVERYTHING,
  EDITED,
  N_STAGES,
};

static const char *const stage_names[N_STAGES]
    = { "frame_ms", "personas_ms", "sums_ms", "estimates_ms", "med_ms", "edit_ms" };

static void
add_stage (GArray    **stages,
           guint       stage,
           BenchTime  *start)
{
  double took = bench_since (*start).wall * 1e3;

  g_array_append_val (stages[stage], took);
  *start = bench_now ();
}

/* The first micro goal asks for another duration each time. */
static InkDefinition *
edit_micro (InkDefinition *definition,
            guint          serial)
{
  g_autofree char *json = g_strdup_printf (
      "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"duration\", \"op\": \">=\","
      " \"value\": 120.%u}]}",
      serial);
  g_autoptr (InkGoal) goal = NULL;

  for (guint i = 0; definition->goals[i] != NULL && goal == NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MICRO)
      goal = ink_goal_copy (definition->goals[i]);
  if (goal == NULL)
    return ink_definition_ref (definition);
  ink_rule_unref (goal->rule);
  goal->rule = ink_rule_from_json (json, -1, "bench", NULL, NULL, NULL);
  return ink_definition_with_goal (definition, goal);
}

/* What the thread that asks does itself: where the machine is busy, this is what tells how long it
 * would take on two quiet processors. */
static double
own_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static gboolean
search_again (InkEventStore *store,
              InkDefinition *definition,
              const char    *macro,
              GArray       **stages,
              GArray        *cpu,
              GArray        *own,
              GError       **error)
{
  double begun = own_milliseconds ();
  g_autoptr (InkDefinition) edited = edit_micro (definition, 1 + stages[EDITED]->len);
  BenchTime start = bench_now ();
  g_autoptr (InkIndicators) all
      = ink_indicators_evaluate (store, edited, macro, NULL, NULL, error);
  double took = bench_since (start).cpu * 1e3;

  g_array_append_val (cpu, took);
  took = own_milliseconds () - begun;
  g_array_append_val (own, took);
  add_stage (stages, EDITED, &start);
  return all != NULL;
}

static gboolean
search (InkEventStore *store,
        InkDefinition *definition,
        const char    *macro,
        GArray       **stages,
        GError       **error)
{
  BenchTime start = bench_now ();
  g_autoptr (InkScope) scope = ink_scope_new (store, definition, NULL);
  g_autoptr (InkIndicatorFrame) frame
      = ink_indicator_frame_new (scope, macro, INK_TIME_NONE, INK_TIME_NONE, error);
  g_autoptr (InkIndicatorPersonas) personas = NULL;
  g_autoptr (InkIndicatorSums) sums = NULL;
  g_autoptr (InkIndicatorEstimates) estimates = NULL;
  g_autoptr (InkIndicators) all = NULL;

  if (frame == NULL)
    return FALSE;
  add_stage (stages, FRAME, &start);
  personas = ink_indicator_personas_new (frame, error);
  if (personas == NULL)
    return FALSE;
  add_stage (stages, PERSONAS, &start);
  sums = ink_indicator_sums_new (frame, personas, INK_INDICATOR_ALL_PERSONAS, 0, error);
  if (sums == NULL)
    return FALSE;
  add_stage (stages, SUMS, &start);
  estimates = ink_indicator_estimates_new (frame, sums, error);
  if (estimates == NULL)
    return FALSE;
  add_stage (stages, ESTIMATES, &start);
  all = ink_indicators_evaluate (store, definition, macro, NULL, NULL, error);
  add_stage (stages, EVERYTHING, &start);
  return all != NULL;
}

static guint
count_micros (const InkDefinition *definition)
{
  guint n = 0;

  for (guint i = 0; definition->goals[i] != NULL; i++)
    n += definition->goals[i]->kind == INK_GOAL_MICRO ? 1 : 0;
  return n;
}

static void
print_result (InkEventStore *store,
              InkDefinition *definition,
              GArray       **stages,
              GArray        *cpu,
              GArray        *own)
{
  BenchLine line = bench_line_begin ("indicators", "inkling");

  bench_line_number (&line, "events", ink_event_store_get_n_events (store));
  bench_line_number (&line, "micros", count_micros (definition));
  bench_line_number (&line, "personas", g_strv_length ((char **) (void *) definition->personas));
  for (guint i = 0; i < N_STAGES; i++)
    bench_line_number (&line, stage_names[i], bench_median (stages[i]));
  bench_line_number (&line, "edit_cpu_ms", bench_median (cpu));
  bench_line_number (&line, "edit_own_cpu_ms", bench_median (own));
  bench_line_number (&line, "edit_min_ms", g_array_index (stages[EDITED], double, 0));
  bench_line_end (&line);
}

/* @path: NULL: the project's own goals */
static InkDefinition *
read_definition (InkDocument *document,
                 const char  *path,
                 GError     **error)
{
  g_autofree char *text = NULL;
  gsize length;

  if (path == NULL)
    return ink_definition_ref (ink_document_get_definition (document));
  if (strcmp (path, "20x5") == 0)
    return bench_make_twenty_by_five ();
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return ink_definition_from_json (text, (gssize) length, path, NULL, NULL, error);
}

static gboolean
measure (InkDocument *document,
         guint        reps,
         const char  *path,
         GError     **error)
{
  g_autoptr (InkDefinition) definition = read_definition (document, path, error);
  InkEventStore *store = ink_document_get_store (document);
  const InkGoal *macro = definition != NULL ? ink_definition_get_main_goal (definition) : NULL;
  GArray *stages[N_STAGES];
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean done = macro != NULL;

  for (guint i = 0; i < N_STAGES; i++)
    stages[i] = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < reps && done; i++)
    done = search (store, definition, macro->name, stages, error);
  for (guint i = 0; i < 3 * reps && done; i++)
    done = search_again (store, definition, macro->name, stages, cpu, own, error);
  if (done)
    print_result (store, definition, stages, cpu, own);
  for (guint i = 0; i < N_STAGES; i++)
    g_array_unref (stages[i]);
  return done;
}

int
bench_indicators (int    argc,
                  char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[0]);
  guint reps = argc > 1 ? (guint) MAX (g_ascii_strtoll (argv[1], NULL, 10), 1) : 5;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, &error);

  if (document != NULL && measure (document, reps, argc > 2 ? argv[2] : NULL, &error))
    return 0;
  g_printerr ("%s\n", error != NULL ? error->message : "There is no macro goal.");
  return 1;
}
