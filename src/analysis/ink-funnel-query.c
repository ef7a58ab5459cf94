/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of a funnel. */
#include "analysis/ink-dependence.h"
#include "analysis/ink-funnel-result-private.h"
#include "analysis/ink-query.h"

typedef struct
{
  InkQuery parent;
  InkDefinition *definition;
  InkFunnel *funnel;
  char *persona; /* nullable */
  gint64 from;
  gint64 to;
} FunnelQuery;

static gboolean
same_rules (const FunnelQuery *a,
            const FunnelQuery *b)
{
  g_autoptr (InkDependence) dependence = ink_dependence_new (a->definition, b->definition);
  const InkFunnel *funnel = a->funnel;
  gboolean same = TRUE;

  for (guint i = 0; i < funnel->n_steps; i++)
    same = same && ink_dependence_rule (dependence, funnel->steps[i].rule);
  for (guint i = 0; i < funnel->n_not_if; i++)
    same = same && ink_dependence_rule (dependence, funnel->not_if[i].rule);
  if (funnel->people != NULL)
    same = same && ink_dependence_rule (dependence, funnel->people);
  if (a->persona != NULL || funnel->compare == INK_COMPARE_PERSONA)
    same = same && ink_dependence_personas (dependence);

  return same;
}

/* The answer brings its personas along for the chart. */
static gboolean
same_colours (const FunnelQuery *a,
              const FunnelQuery *b)
{
  InkPersona **x = a->definition->personas, **y = b->definition->personas;

  if (a->funnel->compare != INK_COMPARE_PERSONA)
    return TRUE;
  for (guint i = 0; x[i] != NULL && y[i] != NULL; i++)
    if (g_strcmp0 (x[i]->colour, y[i]->colour) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const FunnelQuery *a = (const FunnelQuery *) x, *b = (const FunnelQuery *) y;

  return a->from == b->from && a->to == b->to && g_strcmp0 (a->persona, b->persona) == 0
         && ink_funnel_equal (a->funnel, b->funnel)
         && (a->definition == b->definition || (same_rules (a, b) && same_colours (a, b)));
}

static guint
hash (const InkQuery *query)
{
  const FunnelQuery *self = (const FunnelQuery *) query;

  return g_str_hash (self->funnel->name != NULL ? self->funnel->name : "")
         + 31 * self->funnel->n_steps + 37 * (guint) self->funnel->order
         + g_int64_hash (&self->from) + 41 * g_int64_hash (&self->to);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const FunnelQuery *self = (const FunnelQuery *) query;
  InkFilter filter = { self->persona, self->from, self->to };
  InkFunnelResult *result = ink_funnel_evaluate_again (store, self->definition, self->funnel,
                                                       &filter, cancellable, error);
  InkAnswer *answer;

  if (result == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "steps", ink_funnel_result_to_steps (result));
  ink_answer_add_table (answer, "histogram", ink_funnel_result_to_histogram (result));
  ink_answer_set_funnel (answer, result);
  /* Every chart asks for it, in the main thread. */
  ink_funnel_result_get_median (result);

  return answer;
}

static void
clear (InkQuery *query)
{
  FunnelQuery *self = (FunnelQuery *) query;

  ink_definition_unref (self->definition);
  ink_funnel_unref (self->funnel);
  g_free (self->persona);
}

static const InkQueryKind funnel_kind = { "funnel", sizeof (FunnelQuery), equal, hash, run, clear };

/**
 * ink_funnel_query_new:
 * @definition: goals, personas and settings
 * @funnel: the funnel
 * @filter: (nullable): what narrows it
 */
InkQuery *
ink_funnel_query_new (InkDefinition *definition,
                      const InkFunnel *funnel,
                      const InkFilter *filter)
{
  FunnelQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (funnel != NULL, NULL);

  query = ink_query_alloc (&funnel_kind);
  query->definition = ink_definition_ref (definition);
  query->funnel = ink_funnel_ref ((InkFunnel *) funnel);
  query->persona = g_strdup (filter != NULL ? filter->persona : NULL);
  query->from = filter != NULL ? filter->from : INK_TIME_NONE;
  query->to = filter != NULL ? filter->to : INK_TIME_NONE;

  return &query->parent;
}
