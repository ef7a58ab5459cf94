/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals with their people and completions, personas with their people, and what the data holds. */
#include "config.h"

#include "analysis/ink-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-json-out.h"
#include "analysis/ink-program.h"

/* --- Goals --- */

typedef struct
{
  guint32 people;
  guint32 completions;
  gint64 first;
  gint64 last;
} GoalCounts;

static GoalCounts
count_goal (const InkScope *scope,
            const InkRows *moments)
{
  GoalCounts counts = { 0, moments->n, G_MAXINT64, INK_TIME_NONE };
  guint32 before = INK_NO_PERSON;

  /* No branch here: rows lie anywhere, and memory is asked for many of them at once. */
  for (guint32 i = 0; i < moments->n; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, moments->rows[i]);
      gint64 time = scope->times[moments->rows[i]];
      gint64 begin = time == INK_TIME_NONE ? G_MAXINT64 : time;

      counts.people += person != before;
      before = person;
      counts.first = MIN (counts.first, begin);
      counts.last = MAX (counts.last, time);
    }
  if (counts.last == INK_TIME_NONE)
    counts.first = INK_TIME_NONE;

  return counts;
}

static void
declare_goals (InkTableBuilder *builder)
{
  ink_table_builder_add_text (builder, "name", _ ("Goal"));
  ink_table_builder_add_text (builder, "kind", _ ("Kind"));
  ink_table_builder_add_text (builder, "stage", _ ("Stage"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "completions", _ ("Completions"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "first", _ ("First"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "last", _ ("Last"), INK_FORMAT_TIME);
}

static double
time_as_number (gint64 time)
{
  return time == INK_TIME_NONE ? NAN : (double) time;
}

static const char *
kind_of (const InkGoal *goal)
{
  return goal->kind == INK_GOAL_MACRO ? "macro" : "micro";
}

static gboolean
add_goal (InkTableBuilder *builder,
          InkScope *scope,
          const InkGoal *goal,
          GError **error)
{
  InkProgram *program = ink_scope_goal (scope, goal->name, error);
  GoalCounts counts;

  if (program == NULL || g_cancellable_set_error_if_cancelled (scope->cancellable, error))
    return FALSE;
  counts = count_goal (scope, ink_program_get_moments (program));
  ink_table_builder_text (builder, goal->name);
  ink_table_builder_text (builder, kind_of (goal));
  ink_table_builder_text (builder, goal->stage);
  ink_table_builder_number (builder, counts.people);
  ink_table_builder_number (builder, scope->n_people > 0
                                         ? (double) counts.people / scope->n_people
                                         : NAN);
  ink_table_builder_number (builder, counts.completions);
  ink_table_builder_number (builder, time_as_number (counts.first));
  ink_table_builder_number (builder, time_as_number (counts.last));

  return TRUE;
}

/**
 * ink_goals_to_table:
 * @store: the events
 * @definition: whose goals
 * @cancellable: (nullable): asked between goals
 * @error: says which goal cannot be found out
 */
InkTable *
ink_goals_to_table (InkEventStore *store,
                    InkDefinition *definition,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (InkScope) scope = NULL;
  InkTableBuilder *builder;
  g_autoptr (InkTable) table = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (definition != NULL, NULL);

  scope = ink_scope_new (store, definition, cancellable);
  builder = ink_table_builder_new ();
  declare_goals (builder);
  for (guint i = 0; done && definition->goals[i] != NULL; i++)
    done = add_goal (builder, scope, definition->goals[i], error);
  table = ink_table_builder_end (builder);

  return done ? g_steal_pointer (&table) : NULL;
}

static void
add_cell (JsonBuilder *json,
          const InkTable *table,
          guint column,
          guint row)
{
  double number;

  json_builder_set_member_name (json, ink_table_get_name (table, column));
  if (ink_table_is_text (table, column))
    {
      ink_json_out_text (json, ink_table_get_text (table, column, row));
      return;
    }
  number = ink_table_get_number (table, column, row);
  if (ink_table_get_format (table, column) == INK_FORMAT_TIME)
    ink_json_out_time (json, isnan (number) ? INK_TIME_NONE : (gint64) number);
  else if (ink_table_get_format (table, column) == INK_FORMAT_COUNT && isfinite (number))
    json_builder_add_int_value (json, (gint64) number);
  else
    ink_json_out_number (json, number);
}

/* { "people": n, @name: [ a row each ] } */
static char *
table_to_json (const InkTable *table,
               const char *name,
               guint32 people)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "people");
  json_builder_add_int_value (json, people);
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint row = 0; row < ink_table_get_n_rows (table); row++)
    {
      json_builder_begin_object (json);
      for (guint column = 0; column < ink_table_get_n_columns (table); column++)
        add_cell (json, table, column, row);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);

  return ink_json_out_end (json);
}

char *
ink_goals_to_json (InkEventStore *store,
                   InkDefinition *definition,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (InkTable) table = ink_goals_to_table (store, definition, cancellable, error);

  return table != NULL ? table_to_json (table, "goals", ink_event_store_get_n_people (store))
                       : NULL;
}

/* --- Personas --- */

static InkTable *
personas_table (const InkScope *scope,
                const guint8 *personas)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  guint32 counts[G_MAXUINT8 + 1] = { 0 };

  for (guint32 person = 0; person < scope->n_people; person++)
    counts[personas[person]]++;
  ink_table_builder_add_text (builder, "name", _ ("Persona"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  for (guint i = 0; i <= scope->n_personas; i++)
    {
      ink_table_builder_text (builder, ink_scope_persona_name (scope, i));
      ink_table_builder_number (builder, counts[i]);
      ink_table_builder_number (
          builder, scope->n_people > 0 ? (double) counts[i] / scope->n_people : NAN);
    }

  return ink_table_builder_end (builder);
}

/**
 * ink_personas_to_table:
 * @store: the events
 * @definition: whose personas
 * @cancellable: (nullable): asked every 4096 people
 * @error: says which persona cannot be found out
 */
InkTable *
ink_personas_to_table (InkEventStore *store,
                       InkDefinition *definition,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (InkScope) scope = NULL;
  g_autofree guint8 *personas = NULL;

  g_return_val_if_fail (store != NULL, NULL);
  g_return_val_if_fail (definition != NULL, NULL);

  scope = ink_scope_new (store, definition, cancellable);
  personas = ink_scope_persona_bytes (scope, error);

  return personas != NULL ? personas_table (scope, personas) : NULL;
}

char *
ink_personas_to_json (InkEventStore *store,
                      InkDefinition *definition,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (InkTable) table = ink_personas_to_table (store, definition, cancellable, error);

  return table != NULL ? table_to_json (table, "personas", ink_event_store_get_n_people (store))
                       : NULL;
}

/* --- The data --- */

static void
add_schema (JsonBuilder *json,
            const InkSchema *schema)
{
  json_builder_set_member_name (json, "event_names");
  json_builder_begin_array (json);
  for (guint i = 0; i < schema->n_events; i++)
    {
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "name");
      json_builder_add_string_value (json, schema->events[i].name);
      json_builder_set_member_name (json, "events");
      json_builder_add_int_value (json, (gint64) schema->events[i].events);
      json_builder_set_member_name (json, "people");
      json_builder_add_int_value (json, schema->events[i].people);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "properties");
  json_builder_begin_array (json);
  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *property = &schema->properties[i];

      json_builder_begin_object (json);
      json_builder_set_member_name (json, "name");
      json_builder_add_string_value (json, property->name);
      json_builder_set_member_name (json, "type");
      json_builder_add_string_value (json, ink_kind_to_string (property->kind));
      json_builder_set_member_name (json, "distinct");
      json_builder_add_int_value (json, (gint64) property->distinct);
      json_builder_set_member_name (json, "filled");
      json_builder_add_int_value (json, (gint64) property->filled);
      json_builder_set_member_name (json, "on");
      json_builder_add_string_value (json, property->on == INK_ON_PERSON ? "person" : "event");
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static gboolean
add_sources (JsonBuilder *json,
             const char *sources,
             GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (sources != NULL ? sources : "[]", error);

  if (node == NULL)
    return FALSE;
  json_builder_set_member_name (json, "sources");
  json_builder_add_value (json, g_steal_pointer (&node));
  return TRUE;
}

/**
 * ink_describe_to_json:
 * @store: the events
 * @sources_json: (nullable): the array `sources`, from the document
 * @error: set where @sources_json is no JSON
 */
char *
ink_describe_to_json (InkEventStore *store,
                      const char *sources_json,
                      GError **error)
{
  g_autoptr (JsonBuilder) json = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "events");
  json_builder_add_int_value (json, ink_event_store_get_n_events (store));
  json_builder_set_member_name (json, "people");
  json_builder_add_int_value (json, ink_event_store_get_n_people (store));
  json_builder_set_member_name (json, "of_nobody");
  json_builder_add_int_value (json, ink_event_store_get_n_of_nobody (store));
  json_builder_set_member_name (json, "first");
  ink_json_out_time (json, ink_event_store_get_first (store));
  json_builder_set_member_name (json, "last");
  ink_json_out_time (json, ink_event_store_get_last (store));
  add_schema (json, ink_event_store_get_schema (store));
  if (!add_sources (json, sources_json, error))
    return NULL;
  json_builder_end_object (json);

  return ink_json_out_end (json);
}
