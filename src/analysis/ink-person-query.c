/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All of one person: events with what they carry, sessions, goals, ids. */
#include "config.h"

#include "analysis/ink-data-queries.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-narrowing.h"
#include "analysis/ink-program.h"
#include "base/ink-error.h"

typedef struct
{
  InkNarrowedQuery narrowed;
  guint32 person;
} PersonQuery;

typedef struct
{
  InkScope *scope;
  InkEventStore *store; /* of the scope */
  guint32 person;
  guint32 first;
  guint32 end;
  guint n_sessions;
} Person;

static gboolean
equal (const InkQuery *a,
       const InkQuery *b)
{
  return ((const PersonQuery *) a)->person == ((const PersonQuery *) b)->person
         && ink_definition_equal (((const InkNarrowedQuery *) a)->definition,
                                  ((const InkNarrowedQuery *) b)->definition);
}

static guint
hash (const InkQuery *query)
{
  return ((const PersonQuery *) query)->person;
}

static double
time_cell (gint64 time)
{
  return time == INK_TIME_NONE ? NAN : (double) time;
}

/* ---- Events ---- */

/* Sessions are numbered within the person, by their first event. */
static double
number_session (Person *person,
                GHashTable *numbers,
                guint32 session)
{
  gpointer number;

  if (session == INK_NO_SESSION)
    return NAN;
  if (!g_hash_table_lookup_extended (numbers, GUINT_TO_POINTER (session), NULL, &number))
    {
      number = GUINT_TO_POINTER (person->n_sessions++);
      g_hash_table_insert (numbers, GUINT_TO_POINTER (session), number);
    }
  return GPOINTER_TO_UINT (number);
}

static InkTable *
make_events (Person *person,
             GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  const guint32 *sessions = ink_scope_need_sessions (person->scope);
  g_autoptr (InkProperty) durations
      = ink_event_store_load_property (person->store, "duration", INK_ON_EVENT, error);
  const InkDictionary *names = ink_event_store_get_name_dictionary (person->store);
  InkTableBuilder *builder;

  if (durations == NULL)
    return NULL;
  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "name", _ ("Event"));
  ink_table_builder_add_number (builder, "time", _ ("Time"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "session", _ ("Session"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "duration", _ ("Duration"), INK_FORMAT_SECONDS);
  for (guint32 row = person->first; row < person->end; row++)
    {
      InkValue duration = ink_property_get (durations, row);

      ink_table_builder_text (
          builder, ink_dictionary_get (names, ink_codes_get (person->scope->names, row)));
      ink_table_builder_number (builder, time_cell (person->scope->times[row]));
      ink_table_builder_number (builder, number_session (person, numbers, sessions[row]));
      ink_table_builder_number (builder,
                                duration.kind == INK_KIND_NUMBER ? duration.number : NAN);
    }
  return ink_table_builder_end (builder);
}

/* What it carries but for what the events say already. */
static gboolean
is_own_column (const char *name)
{
  return g_str_equal (name, "duration") || g_str_equal (name, "session");
}

/* What tells one visit from another is of the events, however often it is the same. */
#define FEWEST_TO_BE_ALIKE 3

typedef struct
{
  InkTableBuilder *events;
  InkTableBuilder *known;
} Tables;

static void
add_known (Tables *tables,
           const char *name,
           InkValue value)
{
  g_autofree char *text = ink_value_to_text (value);

  if (value.kind == INK_KIND_ABSENT)
    return;
  ink_table_builder_text (tables->known, name);
  ink_table_builder_text (tables->known, text);
}

static gboolean
are_alike (const Person *person,
           const InkProperty *property)
{
  InkValue first;

  if (person->end - person->first < FEWEST_TO_BE_ALIKE || property->n_rows < person->end)
    return FALSE;
  first = ink_property_get (property, person->first);
  for (guint32 row = person->first + 1; row < person->end; row++)
    if (!ink_value_equal (first, ink_property_get (property, row)))
      return FALSE;
  return first.kind != INK_KIND_ABSENT;
}

static void
add_of_events (Tables *tables,
               const Person *person,
               const InkProperty *property,
               const char *name)
{
  if (are_alike (person, property))
    {
      add_known (tables, name, ink_property_get (property, person->first));
      return;
    }
  for (guint32 row = person->first; row < MIN (person->end, property->n_rows); row++)
    {
      InkValue value = ink_property_get (property, row);
      g_autofree char *text = NULL;

      if (value.kind == INK_KIND_ABSENT)
        continue;
      text = ink_value_to_text (value);
      ink_table_builder_number (tables->events, row - person->first);
      ink_table_builder_text (tables->events, name);
      ink_table_builder_text (tables->events, text);
    }
}

static gboolean
add_property (Tables *tables,
              const Person *person,
              const InkPropertyInfo *info,
              GError **error)
{
  GError *failure = NULL;
  g_autoptr (InkProperty) property
      = ink_event_store_load_source_property (person->store, info->name, info->on, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (property == NULL)
    return TRUE;
  if (info->on == INK_ON_EVENT)
    add_of_events (tables, person, property, info->name);
  else if (person->person < property->n_rows)
    add_known (tables, info->name, ink_property_get (property, person->person));
  return TRUE;
}

/* The person's own properties come first. */
static gboolean
fill_properties (Tables *tables,
                 const Person *person,
                 GError **error)
{
  const InkSchema *schema = ink_event_store_get_schema (person->store);

  for (int on = INK_ON_PERSON; on >= (int) INK_ON_EVENT; on--)
    for (guint i = 0; i < schema->n_properties; i++)
      if (schema->properties[i].on == (InkOn) on && !is_own_column (schema->properties[i].name)
          && !add_property (tables, person, &schema->properties[i], error))
        return FALSE;
  return TRUE;
}

static gboolean
add_properties (InkAnswer *answer,
                const Person *person,
                GError **error)
{
  Tables tables = { ink_table_builder_new (), ink_table_builder_new () };
  gboolean done;

  ink_table_builder_add_number (tables.events, "event", _ ("Event"), INK_FORMAT_PLAIN);
  ink_table_builder_add_text (tables.events, "name", _ ("Property"));
  ink_table_builder_add_text (tables.events, "value", _ ("Value"));
  ink_table_builder_add_text (tables.known, "name", _ ("Property"));
  ink_table_builder_add_text (tables.known, "value", _ ("Value"));
  done = fill_properties (&tables, person, error);
  ink_answer_add_table (answer, "properties", ink_table_builder_end (tables.events));
  ink_answer_add_table (answer, "known", ink_table_builder_end (tables.known));
  return done;
}

/* ---- Goals ---- */

/* A goal that cannot be judged is the goals page's to complain about. */
static void
add_goal (InkTableBuilder *builder,
          const Person *person,
          const char *name)
{
  InkProgram *program = ink_scope_goal (person->scope, name, NULL);
  InkRows *rows;

  if (program == NULL || !ink_program_has_moments (program))
    return;
  rows = ink_program_get_moments (program);
  for (guint32 i = ink_rows_seek (rows->rows, rows->n, 0, person->first);
       i < rows->n && rows->rows[i] < person->end; i++)
    {
      ink_table_builder_number (builder, rows->rows[i] - person->first);
      ink_table_builder_text (builder, name);
    }
}

static InkTable *
make_goals (const Person *person)
{
  InkGoal **goals = person->scope->definition->goals;
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "event", _ ("Event"), INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "goal", _ ("Goal"));
  for (guint i = 0; goals[i] != NULL; i++)
    add_goal (builder, person, goals[i]->name);
  return ink_table_builder_end (builder);
}

/* ---- Who it is ---- */

static InkTable *
make_ids (const Person *person)
{
  g_auto (GStrv) ids = ink_event_store_get_person_ids (person->store, person->person);
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "id", _ ("Id"));
  for (guint i = 0; ids[i] != NULL; i++)
    ink_table_builder_text (builder, ids[i]);
  return ink_table_builder_end (builder);
}

static InkTable *
make_person (const Person *person,
             GError **error)
{
  const gint64 *times = person->scope->times;
  InkTableBuilder *builder;
  const char *persona = NULL;

  if (ink_scope_n_personas (person->scope) > 0)
    {
      if (!ink_scope_compile_personas (person->scope, error))
        return NULL;
      persona = ink_scope_persona_name (
          person->scope,
          ink_scope_persona_at (person->scope, person->person,
                                ink_scope_moment_of_end (person->scope, person->person)));
    }
  builder = ink_table_builder_new ();
  ink_table_builder_add_text (builder, "id", _ ("Id"));
  ink_table_builder_add_text (builder, "persona", _ ("Persona"));
  ink_table_builder_add_number (builder, "events", _ ("Events"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "sessions", _ ("Sessions"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "first", _ ("First seen"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "last", _ ("Last seen"), INK_FORMAT_TIME);
  ink_table_builder_text (builder,
                          ink_event_store_get_person_id (person->store, person->person));
  ink_table_builder_text (builder, persona);
  ink_table_builder_number (builder, person->end - person->first);
  ink_table_builder_number (builder, person->n_sessions);
  ink_table_builder_number (builder, time_cell (times[person->first]));
  ink_table_builder_number (builder, time_cell (times[person->end - 1]));
  return ink_table_builder_end (builder);
}

static gboolean
add_table (InkAnswer *answer,
           const char *name,
           InkTable *table)
{
  if (table != NULL)
    ink_answer_add_table (answer, name, table);
  return table != NULL;
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const PersonQuery *self = (const PersonQuery *) query;
  g_autoptr (InkScope) scope = ink_scope_new (store, self->narrowed.definition, cancellable);
  g_autoptr (InkAnswer) answer = ink_answer_new ();
  Person person = { scope, scope->store, self->person, 0, 0, 0 };

  if (self->person >= scope->n_people)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                           _ ("This person is not in the data any more."));
      return NULL;
    }
  person.first = scope->offsets[self->person];
  person.end = scope->offsets[self->person + 1];
  if (!add_table (answer, "events", make_events (&person, error))
      || !add_table (answer, "person", make_person (&person, error))
      || !add_properties (answer, &person, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  ink_answer_add_table (answer, "goals", make_goals (&person));
  ink_answer_add_table (answer, "ids", make_ids (&person));
  return g_steal_pointer (&answer);
}

static const InkQueryKind person_kind
    = { "person", sizeof (PersonQuery), equal, hash, run, ink_narrowed_query_clear };

InkQuery *
ink_person_query_new (InkDefinition *definition,
                      guint32 person)
{
  PersonQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);

  query = ink_narrowed_query_alloc (&person_kind, definition, NULL);
  query->person = person;
  return &query->narrowed.parent;
}
