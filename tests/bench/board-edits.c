/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Boards of goals, and what a hand changes on them. */
#include "board-edits.h"

#include "definition/ink-definition-json.h"

/* ---- Definitions ---- */

InkDefinition *
bench_board_parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  InkDefinition *definition = ink_definition_from_json (json, -1, "bench", NULL, NULL, &error);

  if (definition == NULL)
    g_printerr ("%s\n", error->message);
  return definition;
}

/* Every event of the data in turn, each time asked for in another way. */
InkDefinition *
bench_board_make_many (InkEventStore *store,
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
  return bench_board_parse (json->str);
}

/* ---- Edits: each makes something that was never there ---- */

InkRule *
bench_make_rule (const char    *format,
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
  goal->rule = bench_make_rule (format, serial, definition);
  return ink_definition_with_goal (definition, goal);
}

static InkDefinition *
add_goal (InkDefinition *definition,
          guint          serial)
{
  g_autofree char *name = g_strdup_printf ("Added %u", serial);
  g_autoptr (InkRule) rule
      = bench_make_rule ("{'does': ['Watched Video', 'Saved to List', 'Nothing #']}", serial, definition);
  g_autoptr (InkGoal) goal = ink_goal_new (name, rule);

  return ink_definition_with_goal (definition, goal);
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

/* ---- Of personas ---- */

static InkDefinition *
change_persona (InkDefinition *definition,
                const char    *format,
                guint          serial)
{
  g_autoptr (InkPersona) persona = ink_persona_copy (definition->personas[0]);

  ink_rule_unref (persona->rule);
  persona->rule = bench_make_rule (format, serial, definition);
  return ink_definition_with_persona (definition, persona);
}

static InkDefinition *
rename_persona (InkDefinition *definition,
                guint          serial)
{
  g_autoptr (InkPersona) persona = ink_persona_copy (definition->personas[0]);

  g_free (persona->name);
  persona->name = g_strdup_printf ("Renamed %u", serial);
  return ink_definition_with_persona (definition, persona);
}

static const BenchEdit persona_edits[] = {
  { "persona: value",
    .persona_rule = "{'person': 'first channel', 'op': 'in', 'value': ['Paid Search', '#']}" },
  { "persona: threshold",
    .persona_rule = "{'does': 'Viewed Page', 'where': [{'prop': 'duration', 'op': '>=',"
                    " 'value': 10.#}], 'times': {'at_least': 2}}" },
  { "persona: rename", .edit = rename_persona },
  { NULL },
};

const BenchEdit *
bench_persona_edits (void)
{
  return persona_edits;
}

static const BenchEdit edits[] = {
  { "add goal", .edit = add_goal },
  { "where value",
    .goal_rule = "{'does': 'Viewed Page', 'where': [{'prop': 'page', 'op': 'in',"
                 " 'value': ['/pricing', '/glossary/embeddings', '/#']}]}" },
  { "where value, most events",
    .goal_rule = "{'does': 'Viewed Page', 'where': [{'prop': 'page',"
                 " 'op': 'not_contains', 'value': 'x#'}]}" },
  { "threshold",
    .goal_rule = "{'does': 'Viewed Page', 'where': [{'prop': 'duration', 'op': '>=',"
                 " 'value': 60.#}]}" },
  { "total in a session",
    .goal_rule = "{'does': 'Viewed Page', 'where': [{'prop': 'page',"
                 " 'op': 'starts_with', 'value': '/glossary/'}], 'total':"
                 " {'prop': 'duration', 'at_least': 120.#, 'within': {'session': true}}}" },
  { "after, within", .edit = change_after },
  { "rename", .edit = rename_goal },
  { "move in lane", .edit = move_goal },
  { "other lane", .edit = change_stage },
  { "remove", .edit = remove_goal },
  { NULL },
};

const BenchEdit *
bench_board_edits (void)
{
  return edits;
}

InkDefinition *
bench_edit_make (const BenchEdit *edit,
                 InkDefinition   *definition,
                 guint            serial)
{
  if (edit->goal_rule != NULL)
    return change_rule (definition, edit->goal_rule, serial);
  if (edit->persona_rule != NULL)
    return change_persona (definition, edit->persona_rule, serial);

  return edit->edit (definition, serial);
}
