/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Suggestions as a question with a table for its answer. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/ink-suggestions.h"
#include "definition/ink-definition-json.h"

typedef struct
{
  InkQuery parent;
  InkDefinition *definition;
} SuggestionsQuery;

static gboolean
equal (const InkQuery *a,
       const InkQuery *b)
{
  return ink_definition_equal (((const SuggestionsQuery *) a)->definition,
                               ((const SuggestionsQuery *) b)->definition);
}

static guint
hash (const InkQuery *query)
{
  return 0;
}

static void
clear (InkQuery *query)
{
  g_clear_pointer (&((SuggestionsQuery *) query)->definition, ink_definition_unref);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  g_autoptr (GPtrArray) suggestions = ink_suggestions_find (
      store, ((const SuggestionsQuery *) query)->definition, cancellable, error);
  InkAnswer *answer;

  if (suggestions == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "suggestions", ink_suggestions_to_table (suggestions));
  return answer;
}

static const InkQueryKind suggestions_kind
    = { "suggestions", sizeof (SuggestionsQuery), equal, hash, run, clear };

InkQuery *
ink_suggestions_query_new (InkDefinition *definition)
{
  SuggestionsQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);

  query = ink_query_alloc (&suggestions_kind);
  query->definition = ink_definition_ref (definition);
  return &query->parent;
}

/* ---- The table ---- */

void
ink_suggestions_add_row (InkTableBuilder *builder,
                         const InkSuggestion *suggestion)
{
  const InkGoal *goal;
  g_autofree char *rule = NULL;

  g_return_if_fail (builder != NULL && suggestion != NULL);

  goal = suggestion->goal;
  rule = ink_rule_to_json (goal->rule);
  ink_table_builder_text (builder, goal->name);
  ink_table_builder_text (builder, goal->kind == INK_GOAL_MACRO ? "macro" : "micro");
  ink_table_builder_text (builder, goal->stage);
  ink_table_builder_text (builder, rule);
  ink_table_builder_text (builder, goal->value_property);
  ink_table_builder_text (builder, suggestion->topic);
  ink_table_builder_text (builder, suggestion->reason);
  ink_table_builder_number (builder, suggestion->people);
  ink_table_builder_number (builder, suggestion->share);
}

void
ink_suggestions_declare (InkTableBuilder *builder)
{
  g_return_if_fail (builder != NULL);

  ink_table_builder_add_text (builder, "name", _ ("Goal"));
  ink_table_builder_add_text (builder, "kind", _ ("Kind"));
  ink_table_builder_add_text (builder, "stage", _ ("Stage"));
  ink_table_builder_add_text (builder, "rule", _ ("Rule"));
  ink_table_builder_add_text (builder, "value", _ ("Value"));
  ink_table_builder_add_text (builder, "topic", _ ("Topic"));
  ink_table_builder_add_text (builder, "reason", _ ("Reason"));
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
}

InkTable *
ink_suggestions_to_table (GPtrArray *suggestions)
{
  InkTableBuilder *builder;

  g_return_val_if_fail (suggestions != NULL, NULL);

  builder = ink_table_builder_new ();
  ink_suggestions_declare (builder);
  for (guint i = 0; i < suggestions->len; i++)
    ink_suggestions_add_row (builder, g_ptr_array_index (suggestions, i));
  return ink_table_builder_end (builder);
}

static const char *
get_text (const InkTable *table,
          const char *column,
          guint row)
{
  return ink_table_get_text (table, (guint) ink_table_find_column (table, column), row);
}

InkGoal *
ink_suggestions_get_goal (const InkTable *table,
                          guint row)
{
  g_autoptr (InkRule) rule = NULL;
  const char *json;
  InkGoal *goal;

  g_return_val_if_fail (table != NULL && row < ink_table_get_n_rows (table), NULL);

  json = get_text (table, "rule", row);
  rule = json != NULL ? ink_rule_from_json (json, -1, NULL, NULL, NULL, NULL) : NULL;
  if (rule == NULL)
    return NULL;
  goal = ink_goal_new (get_text (table, "name", row), rule);
  goal->kind = g_strcmp0 (get_text (table, "kind", row), "macro") == 0 ? INK_GOAL_MACRO
                                                                       : INK_GOAL_MICRO;
  goal->stage = g_strdup (get_text (table, "stage", row));
  goal->value_property = g_strdup (get_text (table, "value", row));
  return goal;
}
