/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "analysis/ink-explain-query.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-explain.h"
#include "base/ink-error.h"
#include "definition/ink-definition-names.h"

typedef struct
{
  InkQuery parent;
  InkDefinition *definition;
  InkExplainKind kind;
  char *name;
  guint32 person;
} ExplainQuery;

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const ExplainQuery *a = (const ExplainQuery *) x, *b = (const ExplainQuery *) y;

  return a->kind == b->kind && a->person == b->person && g_str_equal (a->name, b->name)
         && ink_definition_equal (a->definition, b->definition);
}

static guint
hash (const InkQuery *query)
{
  return ((const ExplainQuery *) query)->person
         + g_str_hash (((const ExplainQuery *) query)->name);
}

static void
clear (InkQuery *query)
{
  g_clear_pointer (&((ExplainQuery *) query)->definition, ink_definition_unref);
  g_free (((ExplainQuery *) query)->name);
}

static char *
explain (const ExplainQuery *self,
         InkEventStore *store,
         GError **error)
{
  InkFunnel *funnel;

  if (self->person >= ink_event_store_get_n_people (store))
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_USAGE,
                           _ ("This person is not in the data any more."));
      return NULL;
    }
  switch (self->kind)
    {
    case INK_EXPLAIN_GOAL:
      return ink_explain_goal (store, self->definition, self->name, self->person, error);
    case INK_EXPLAIN_PERSONA:
      return ink_explain_persona (store, self->definition, self->name, self->person, error);
    case INK_EXPLAIN_FUNNEL:
    default:
      funnel = ink_definition_need_funnel (self->definition, self->name, error);
      return funnel != NULL
                 ? ink_explain_funnel (store, self->definition, funnel, self->person, error)
                 : NULL;
    }
}

/* ---- Its object as tables ---- */

static InkTable *
make_answer (JsonObject *object)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "answer", _ ("Answer"), INK_FORMAT_PLAIN);
  ink_table_builder_number (builder, json_object_get_boolean_member (object, "answer"));
  return ink_table_builder_end (builder);
}

static InkTable *
make_sentences (JsonObject *object)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  JsonArray *sentences = json_object_get_array_member (object, "sentences");

  ink_table_builder_add_text (builder, "sentence", _ ("Why"));
  for (guint i = 0; i < json_array_get_length (sentences); i++)
    ink_table_builder_text (builder, json_array_get_string_element (sentences, i));
  return ink_table_builder_end (builder);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  g_autofree char *json = explain ((const ExplainQuery *) query, store, error);
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;
  JsonObject *object;
  InkAnswer *answer;

  if (node == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  object = json_node_get_object (node);
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "answer", make_answer (object));
  ink_answer_add_table (answer, "sentences", make_sentences (object));
  return answer;
}

static const InkQueryKind explain_kind
    = { "explain", sizeof (ExplainQuery), equal, hash, run, clear };

InkQuery *
ink_explain_query_new (InkDefinition *definition,
                       InkExplainKind kind,
                       const char *name,
                       guint32 person)
{
  ExplainQuery *query;

  g_return_val_if_fail (definition != NULL && name != NULL, NULL);

  query = ink_query_alloc (&explain_kind);
  query->definition = ink_definition_ref (definition);
  query->kind = kind;
  query->name = g_strdup (name);
  query->person = person;
  return &query->parent;
}

/* A goal of its own beside the others where the rule has moments, else a persona before them all. */
InkQuery *
ink_explain_rule_query_new (InkDefinition *definition,
                            const InkRule *rule,
                            const char *title,
                            guint32 person)
{
  g_autoptr (InkDefinition) with = NULL;
  g_autoptr (InkDefinition) moved = NULL;

  g_return_val_if_fail (definition != NULL && rule != NULL && title != NULL, NULL);

  if (rule->kind == INK_RULE_PERSONA)
    return ink_explain_query_new (definition, INK_EXPLAIN_PERSONA, rule->name, person);
  if (rule->kind == INK_RULE_GOAL && rule->after == NULL && !rule->times.given
      && !rule->between.given && rule->first_time == INK_FIRST_TIME_NO)
    return ink_explain_query_new (definition, INK_EXPLAIN_GOAL, rule->name, person);
  if (ink_rule_has_moments (rule))
    {
      g_autoptr (InkGoal) goal = ink_goal_new (title, (InkRule *) rule);

      while (ink_definition_find_goal (definition, goal->name) != NULL)
        {
          char *name = g_strdup_printf ("%s ", goal->name);

          g_free (goal->name);
          goal->name = name;
        }
      with = ink_definition_with_goal (definition, goal);
      return ink_explain_query_new (with, INK_EXPLAIN_GOAL, goal->name, person);
    }
  {
    g_autoptr (InkPersona) persona = ink_persona_new (title, (InkRule *) rule);

    while (ink_definition_find_persona (definition, persona->name) != NULL)
      {
        char *name = g_strdup_printf ("%s ", persona->name);

        g_free (persona->name);
        persona->name = name;
      }
    with = ink_definition_with_persona (definition, persona);
    moved = ink_definition_move_persona (with, persona->id, 0);
    return ink_explain_query_new (moved, INK_EXPLAIN_PERSONA, persona->name, person);
  }
}
