/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The questions of all goals and of all personas. */
#include "analysis/ink-dependence.h"
#include "analysis/ink-overview.h"
#include "analysis/ink-query.h"

typedef struct
{
  InkQuery parent;
  InkDefinition *definition;
} OverviewQuery;

static gboolean
equal_goals (const InkQuery *a,
             const InkQuery *b)
{
  g_autoptr (InkDependence) dependence
      = ink_dependence_new (((const OverviewQuery *) a)->definition,
                            ((const OverviewQuery *) b)->definition);

  return ink_dependence_goals (dependence);
}

static gboolean
equal_personas (const InkQuery *a,
                const InkQuery *b)
{
  g_autoptr (InkDependence) dependence
      = ink_dependence_new (((const OverviewQuery *) a)->definition,
                            ((const OverviewQuery *) b)->definition);

  return ink_dependence_personas (dependence);
}

/* The kind's name is all that equal queries surely share cheaply; there are few of them. */
static guint
hash (const InkQuery *query)
{
  return 0;
}

static InkAnswer *
answer_with (const char *name,
             InkTable *table)
{
  InkAnswer *answer;

  if (table == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, name, table);
  return answer;
}

static InkAnswer *
run_goals (const InkQuery *query,
           InkEventStore *store,
           GCancellable *cancellable,
           InkProgress *progress,
           GError **error)
{
  return answer_with ("goals",
                      ink_goals_to_table (store, ((const OverviewQuery *) query)->definition,
                                          cancellable, error));
}

static InkAnswer *
run_personas (const InkQuery *query,
              InkEventStore *store,
              GCancellable *cancellable,
              InkProgress *progress,
              GError **error)
{
  return answer_with ("personas",
                      ink_personas_to_table (store, ((const OverviewQuery *) query)->definition,
                                             cancellable, error));
}

static void
clear (InkQuery *query)
{
  ink_definition_unref (((OverviewQuery *) query)->definition);
}

static const InkQueryKind goals_kind
    = { "goals", sizeof (OverviewQuery), equal_goals, hash, run_goals, clear };
static const InkQueryKind personas_kind
    = { "personas", sizeof (OverviewQuery), equal_personas, hash, run_personas, clear };

static InkQuery *
overview_new (const InkQueryKind *kind,
              InkDefinition *definition)
{
  OverviewQuery *query = ink_query_alloc (kind);

  query->definition = ink_definition_ref (definition);
  return &query->parent;
}

InkQuery *
ink_goals_query_new (InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return overview_new (&goals_kind, definition);
}

InkQuery *
ink_personas_query_new (InkDefinition *definition)
{
  g_return_val_if_fail (definition != NULL, NULL);

  return overview_new (&personas_kind, definition);
}
