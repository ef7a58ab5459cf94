/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `board`: opens a project and edits its goals one by one, as the journey board does: how long until
 * the board's new numbers are there. No value is asked for twice, so that nothing is remembered whole. */
#include "bench.h"

#include <string.h>

#include "analysis/ink-board-query.h"
#include "board-edits.h"
#include "document/ink-document.h"
#include "sample/ink-sample.h"

/* ---- Measuring ---- */

/* What a live answer does with an edit: nothing where it asks the same. */
static gboolean
answer (InkEventStore *store,
        InkDefinition *before,
        InkDefinition *after)
{
  g_autoptr (InkQuery) old = ink_board_query_new (before, NULL);
  g_autoptr (InkQuery) new = ink_board_query_new (after, NULL);
  g_autoptr (InkAnswer) answer = NULL;

  if (ink_query_equal (old, new))
    return FALSE;
  answer = ink_query_run (new, store, NULL, NULL, NULL);
  return answer != NULL;
}

static double
nth (GArray *sorted,
     double  share)
{
  return g_array_index (sorted, double, MIN ((guint) (share * sorted->len), sorted->len - 1));
}

static void
measure_edit (InkEventStore *store,
              InkDefinition *start,
              guint          reps,
              guint          number)
{
  const BenchEdit *edit = &bench_board_edits ()[number];
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (InkDefinition) definition = ink_definition_ref (start);
  guint n = g_strv_length ((char **) (void *) start->goals), asked = 0;
  BenchLine line;

  for (guint i = 0; i < reps; i++)
    {
      InkDefinition *edited = bench_edit_make (edit, definition, 100000 * (number + 1) + i);
      BenchTime begin = bench_now (), took;

      asked += answer (store, definition, edited) ? 1 : 0;
      took = bench_since (begin);
      took.wall *= 1e3;
      took.cpu *= 1e3;
      g_array_append_val (wall, took.wall);
      g_array_append_val (cpu, took.cpu);
      /* So that the board neither grows nor ends. */
      ink_definition_unref (definition);
      definition = i % 2 == 1 ? ink_definition_ref (start) : ink_definition_ref (edited);
      ink_definition_unref (edited);
    }
  line = bench_line_begin ("board", "inkling");
  bench_line_text (&line, "edit", edit->name);
  bench_line_number (&line, "events", ink_event_store_get_n_events (store));
  bench_line_number (&line, "goals", n);
  bench_line_number (&line, "asked", asked);
  bench_line_number (&line, "med_ms", bench_median (wall));
  bench_line_number (&line, "p95_ms", nth (wall, 0.95));
  bench_line_number (&line, "cpu_ms", bench_median (cpu));
  bench_line_end (&line);
}

static void
measure (InkEventStore *store,
         InkDefinition *definition,
         guint          reps,
         const char    *only)
{
  guint n = g_strv_length ((char **) (void *) definition->goals);
  g_autoptr (InkQuery) query = ink_board_query_new (definition, NULL);
  BenchTime begin = bench_now (), took;
  G_GNUC_UNUSED g_autoptr (InkAnswer) first = ink_query_run (query, store, NULL, NULL, NULL);
  BenchLine line = bench_line_begin ("board", "inkling");

  took = bench_since (begin);
  bench_line_text (&line, "edit", "first");
  bench_line_number (&line, "events", ink_event_store_get_n_events (store));
  bench_line_number (&line, "goals", n);
  bench_line_number (&line, "ms", took.wall * 1e3);
  bench_line_number (&line, "cpu_ms", took.cpu * 1e3);
  bench_line_end (&line);
  for (guint i = 0; bench_board_edits ()[i].name != NULL; i++)
    if (only == NULL || strcmp (only, bench_board_edits ()[i].name) == 0)
      measure_edit (store, definition, reps, i);
}

int
bench_board (int    argc,
             char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argv[0]);
  guint reps = argc > 1 ? (guint) MAX (g_ascii_strtoll (argv[1], NULL, 10), 1) : 40;
  const char *only = argc > 2 ? argv[2] : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open (file, NULL, NULL, &error);
  g_autofree char *json = ink_sample_definition_json ();
  g_autoptr (InkDefinition) sample = bench_board_parse (json);
  g_autoptr (InkDefinition) many = NULL;

  if (document == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  many = bench_board_make_many (ink_document_get_store (document), 60);
  if (sample == NULL || many == NULL)
    return 1;
  measure (ink_document_get_store (document), sample, reps, only);
  measure (ink_document_get_store (document), many, reps, only);
  return 0;
}
