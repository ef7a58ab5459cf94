/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts about one rule as tables. */
#include "config.h"

#include "analysis/ink-rule-query.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ink-data-queries.h"
#include "analysis/ink-dependence.h"
#include "analysis/ink-rule-count.h"

typedef struct
{
  InkNarrowedQuery narrowed;
  InkRule *rule;
  InkRuleAsk ask;
} RuleQuery;

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const RuleQuery *a = (const RuleQuery *) x, *b = (const RuleQuery *) y;
  g_autoptr (InkDependence) dependence = NULL;

  if (a->ask != b->ask || !ink_rule_equal (a->rule, b->rule) || !ink_narrowed_query_equal (x, y))
    return FALSE;
  dependence = ink_dependence_new (a->narrowed.definition, b->narrowed.definition);
  return ink_dependence_rule (dependence, a->rule);
}

/* Rules that are edited differ somewhere deep down; there are few of them. */
static guint
hash (const InkQuery *query)
{
  const RuleQuery *self = (const RuleQuery *) query;

  return ink_narrowed_query_hash (query) + 31 * (guint) self->rule->kind + (guint) self->ask;
}

static void
clear (InkQuery *query)
{
  ink_rule_unref (((RuleQuery *) query)->rule);
  ink_narrowed_query_clear (query);
}

static double
time_cell (gint64 time)
{
  return time == INK_TIME_NONE ? NAN : (double) time;
}

static double
time_of_row (const InkScope *scope,
             guint32 row)
{
  return row == INK_NO_ROW ? NAN : time_cell (scope->times[row]);
}

/* --- The tables --- */

static InkTable *
make_summary (const InkRuleCount *count)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "of", _ ("Of"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "share", _ ("Share"), INK_FORMAT_SHARE);
  ink_table_builder_add_number (builder, "completions", _ ("Completions"), INK_FORMAT_COUNT);
  ink_table_builder_number (builder, count->n);
  ink_table_builder_number (builder, count->of);
  ink_table_builder_number (builder, count->of > 0 ? (double) count->n / count->of : NAN);
  ink_table_builder_number (builder, count->completes ? count->n_moments : NAN);
  return ink_table_builder_end (builder);
}

/* The first of each person's events that counts. */
static guint32 *
find_first_rows (const InkNarrowing *narrowing,
                 const InkRuleCount *count)
{
  guint32 *rows = g_new (guint32, (gsize) count->n + 1);

  for (guint32 i = 0; i < count->n; i++)
    {
      InkRowSpan span = ink_narrowing_rows (narrowing, count->people[i]);

      while (span.first + 1 < span.end && narrowing->scope->times[span.first] == INK_TIME_NONE)
        span.first++;
      rows[i] = span.first;
    }
  return rows;
}

static InkTable *
make_series (const InkNarrowing *narrowing,
             const InkRuleCount *count,
             const InkTimeParts *parts)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autofree guint32 *firsts = count->completes ? NULL : find_first_rows (narrowing, count);
  g_autofree guint32 *people
      = ink_rule_count_parts (parts, narrowing->scope, count->completes ? count->rows : firsts,
                              count->n);

  ink_table_builder_add_number (builder, "start", _ ("From"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "end", _ ("To"), INK_FORMAT_TIME);
  ink_table_builder_add_number (builder, "completions", _ ("Completions"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  for (guint part = 0; part < parts->n; part++)
    {
      ink_table_builder_number (builder, (double) parts->starts[part]);
      ink_table_builder_number (builder, (double) parts->starts[part + 1]);
      ink_table_builder_number (builder, count->completes ? count->series[part] : NAN);
      ink_table_builder_number (builder, people[part]);
    }
  return ink_table_builder_end (builder);
}

static InkTableBuilder *
begin_people (void)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "person", _ ("Person"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "time", _ ("First time"), INK_FORMAT_TIME);
  return builder;
}

/* --- Examples --- */

static InkTable *
make_examples (const InkScope *scope,
               const InkRuleCount *count)
{
  InkTableBuilder *builder = begin_people ();
  InkExamples examples = { 0 };

  for (guint32 i = 0; i < count->n; i++)
    ink_examples_add (&examples, scope, count->people[i], count->rows[i]);
  for (guint i = 0; i < examples.n; i++)
    {
      ink_table_builder_number (builder, examples.people[i]);
      ink_table_builder_number (builder, time_cell (examples.times[i]));
    }
  return ink_table_builder_end (builder);
}

/* --- The queries --- */

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const RuleQuery *self = (const RuleQuery *) query;
  g_auto (InkNarrowing) narrowing = { 0 };
  g_auto (InkRuleCount) count = { 0 };
  g_auto (InkTimeParts) parts = { 0 };
  InkAnswer *answer;

  if (!ink_narrowed_query_begin (&self->narrowed, &narrowing, store, cancellable, error))
    return NULL;
  ink_narrowing_cut (&narrowing, 1, &parts);
  if (!ink_rule_count_init (&count, &narrowing, self->rule, self->ask, &parts, error))
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "summary", make_summary (&count));
  ink_answer_add_table (answer, "series", make_series (&narrowing, &count, &parts));
  ink_answer_add_table (answer, "examples", make_examples (narrowing.scope, &count));
  return answer;
}

static InkAnswer *
run_people (const InkQuery *query,
            InkEventStore *store,
            GCancellable *cancellable,
            InkProgress *progress,
            GError **error)
{
  const RuleQuery *self = (const RuleQuery *) query;
  g_auto (InkNarrowing) narrowing = { 0 };
  g_auto (InkRuleCount) count = { 0 };
  InkTableBuilder *builder;
  InkAnswer *answer;

  if (!ink_narrowed_query_begin (&self->narrowed, &narrowing, store, cancellable, error)
      || !ink_rule_count_init (&count, &narrowing, self->rule, self->ask, NULL, error))
    return NULL;
  builder = begin_people ();
  for (guint32 i = 0; i < count.n; i++)
    {
      ink_table_builder_number (builder, count.people[i]);
      ink_table_builder_number (builder, time_of_row (narrowing.scope, count.rows[i]));
    }
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "people", ink_table_builder_end (builder));
  return answer;
}

static const InkQueryKind rule_kind = { "rule", sizeof (RuleQuery), equal, hash, run, clear };
static const InkQueryKind people_kind
    = { "rule-people", sizeof (RuleQuery), equal, hash, run_people, clear };

static InkQuery *
query_new (const InkQueryKind *kind,
           InkDefinition *definition,
           const InkRule *rule,
           InkRuleAsk ask,
           const InkFilter *filter)
{
  RuleQuery *query = ink_narrowed_query_alloc (kind, definition, filter);

  query->rule = ink_rule_ref ((InkRule *) rule);
  query->ask = ask;
  return &query->narrowed.parent;
}

InkQuery *
ink_rule_query_new (InkDefinition *definition,
                    const InkRule *rule,
                    InkRuleAsk ask,
                    const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  return query_new (&rule_kind, definition, rule, ask, filter);
}

InkQuery *
ink_rule_people_query_new (InkDefinition *definition,
                           const InkRule *rule,
                           InkRuleAsk ask,
                           const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (rule != NULL, NULL);

  return query_new (&people_kind, definition, rule, ask, filter);
}
