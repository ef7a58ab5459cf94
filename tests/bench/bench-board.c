/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* `board`: opens a project and edits its goals one by one, as the journey board does: how long until
 * the board's new numbers are there. No value is asked for twice, so that nothing is remembered whole. */
#include "bench.h"

#include <string.h>

#include "analysis/ink-board-query.h"
#include "definition/ink-definition-json.h"
#include "document/ink-document.h"
#include "sample/ink-sample.h"

/* ---- Definitions ---- */

static InkDefinition *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  InkDefinition *definition = ink_definition_from_json (json, -1, "bench", NULL, NULL, &error);

  if (definition == NULL)
    g_printerr ("%s\n", error->message);
  return definition;
}

/* Every event of the data in turn, each time asked for in another way. */
static InkDefinition *
make_many (InkEventStore *store,
           guint          n)
{
  static const char *const ways[] = {
    "",
    ", \"times\": {\"at_least\": 2}",
    ", \"times\": {\"at_least\": 2, \"within\": {\"session\": true}}",
    ", \"first_time\": true",
    ", \"times\": {\"at_least\": 2, \"within\": {\"days\": 7}}",
    ", \"where\": [{\"prop\": \"duration\", \"op\": \">=\", \"value\": 30}]",
  };
  const InkSchema *schema = ink_event_store_get_schema (store);
  g_autoptr (GString) json = g_string_new ("{\"inkling\": 1, \"goals\": [");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        json, "%s{\"name\": \"Goal %u\", \"rule\": {\"does\": \"%s\"%s}}", i > 0 ? ", " : "", i,
        schema->events[i % schema->n_events].name,
        ways[i / schema->n_events % G_N_ELEMENTS (ways)]);
  g_string_append (json, "]}");
  return parse (json->str);
}

/* ---- Edits: each makes something that was never there ---- */

typedef InkDefinition *(*Edit) (InkDefinition *definition, guint serial);

/* @format: a rule with ' for ", and where @serial goes */
static InkRule *
make_rule (const char    *format,
           guint          serial,
           InkDefinition *definition)
{
  g_autofree char *number = g_strdup_printf ("%u", serial);
  g_auto (GStrv) pieces = g_strsplit (format, "#", -1);
  g_autofree char *json = g_strjoinv (number, pieces);
  g_autoptr (GError) error = NULL;
  InkRule *rule
      = ink_rule_from_json (g_strdelimit (json, "'", '"'), -1, "bench", NULL, definition, &error);

  g_assert_no_error (error);
  return rule;
}

static InkDefinition *
change_rule (InkDefinition *definition,
             const char    *format,
             guint          serial)
{
  g_autoptr (InkGoal) goal = ink_goal_copy (definition->goals[1]);

  ink_rule_unref (goal->rule);
  goal->rule = make_rule (format, serial, definition);
  return ink_definition_with_goal (definition, goal);
}

static InkDefinition *
add_goal (InkDefinition *definition,
          guint          serial)
{
  g_autofree char *name = g_strdup_printf ("Added %u", serial);
  g_autoptr (InkRule) rule
      = make_rule ("{'does': ['Watched Video', 'Saved to List', 'Nothing #']}", serial, definition);
  g_autoptr (InkGoal) goal = ink_goal_new (name, rule);

  return ink_definition_with_goal (definition, goal);
}

static InkDefinition *
change_value (InkDefinition *definition,
              guint          serial)
{
  return change_rule (definition,
                      "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'in',"
                      " 'value': ['/pricing', '/glossary/embeddings', '/#']}]}",
                      serial);
}

static InkDefinition *
change_value_of_most (InkDefinition *definition,
                      guint          serial)
{
  return change_rule (definition,
                      "{'does': 'Viewed Page', 'where': [{'prop': 'page',"
                      " 'op': 'not_contains', 'value': 'x#'}]}",
                      serial);
}

static InkDefinition *
change_threshold (InkDefinition *definition,
                  guint          serial)
{
  return change_rule (definition,
                      "{'does': 'Viewed Page', 'where': [{'prop': 'duration', 'op': '>=',"
                      " 'value': 60.#}]}",
                      serial);
}

static InkDefinition *
change_total (InkDefinition *definition,
              guint          serial)
{
  return change_rule (definition,
                      "{'does': 'Viewed Page', 'where': [{'prop': 'page',"
                      " 'op': 'starts_with', 'value': '/glossary/'}], 'total':"
                      " {'prop': 'duration', 'at_least': 120.#, 'within': {'session': true}}}",
                      serial);
}

static InkDefinition *
change_after (InkDefinition *definition,
              guint          serial)
{
  g_autofree char *format
      = g_strdup_printf ("{'does': 'Viewed Page', 'after': '%s', 'within': {'minutes': 60.#}}",
                         definition->goals[0]->name);

  return change_rule (definition, format, serial);
}

static InkDefinition *
rename_goal (InkDefinition *definition,
             guint          serial)
{
  g_autoptr (InkGoal) goal = ink_goal_copy (definition->goals[1]);

  g_free (goal->name);
  goal->name = g_strdup_printf ("Renamed %u", serial);
  return ink_definition_with_goal (definition, goal);
}

static InkDefinition *
move_goal (InkDefinition *definition,
           guint          serial)
{
  return ink_definition_move_goal (definition, definition->goals[0]->id, 3 + serial % 2);
}

static InkDefinition *
change_stage (InkDefinition *definition,
              guint          serial)
{
  g_autoptr (InkGoal) goal = ink_goal_copy (definition->goals[1]);

  g_free (goal->stage);
  goal->stage = g_strdup_printf ("Stage %u", serial % 5);
  return ink_definition_with_goal (definition, goal);
}

static InkDefinition *
remove_goal (InkDefinition *definition,
             guint          serial)
{
  guint n = g_strv_length ((char **) (void *) definition->goals);

  return ink_definition_without_goal (definition, definition->goals[n - 1]->id);
}

static const struct
{
  const char *name;
  Edit edit;
} edits[] = {
  { "add goal", add_goal },
  { "where value", change_value },
  { "where value, most events", change_value_of_most },
  { "threshold", change_threshold },
  { "total in a session", change_total },
  { "after, within", change_after },
  { "rename", rename_goal },
  { "move in lane", move_goal },
  { "other lane", change_stage },
  { "remove", remove_goal },
};

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
              guint          edit)
{
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (InkDefinition) definition = ink_definition_ref (start);
  guint n = g_strv_length ((char **) (void *) start->goals), asked = 0;
  BenchLine line;

  for (guint i = 0; i < reps; i++)
    {
      InkDefinition *edited = edits[edit].edit (definition, 100000 * (edit + 1) + i);
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
  bench_line_text (&line, "edit", edits[edit].name);
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
  g_autoptr (InkAnswer) first = ink_query_run (query, store, NULL, NULL, NULL);
  BenchLine line = bench_line_begin ("board", "inkling");

  took = bench_since (begin);
  bench_line_text (&line, "edit", "first");
  bench_line_number (&line, "events", ink_event_store_get_n_events (store));
  bench_line_number (&line, "goals", n);
  bench_line_number (&line, "ms", took.wall * 1e3);
  bench_line_number (&line, "cpu_ms", took.cpu * 1e3);
  bench_line_end (&line);
  for (guint edit = 0; edit < G_N_ELEMENTS (edits); edit++)
    if (only == NULL || strcmp (only, edits[edit].name) == 0)
      measure_edit (store, definition, reps, edit);
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
  g_autoptr (InkDefinition) sample = parse (json);
  g_autoptr (InkDefinition) many = NULL;

  if (document == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  many = make_many (ink_document_get_store (document), 60);
  if (sample == NULL || many == NULL)
    return 1;
  measure (ink_document_get_store (document), sample, reps, only);
  measure (ink_document_get_store (document), many, reps, only);
  return 0;
}
