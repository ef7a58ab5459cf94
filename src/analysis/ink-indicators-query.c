/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of leading indicators. */
#include "analysis/ink-dependence.h"
#include "analysis/ink-indicator-payoff.h"
#include "analysis/ink-narrowing.h"

typedef struct
{
  InkNarrowedQuery parent;
  char *macro;
} IndicatorsQuery;

static const IndicatorsQuery *
cast (const InkQuery *query)
{
  return (const IndicatorsQuery *) query;
}

static gboolean
same_setting (const InkDefinition *a,
              const InkDefinition *b,
              const char *name)
{
  return g_strcmp0 (g_hash_table_lookup (a->settings, name),
                    g_hash_table_lookup (b->settings, name))
         == 0;
}

/* Every micro goal is in the answer, and the other goals say what is no everyday activity. */
static gboolean
same_rules (const InkDefinition *a,
            const InkDefinition *b)
{
  InkIndicatorSettings x = ink_indicator_settings_read (a);
  InkIndicatorSettings y = ink_indicator_settings_read (b);
  g_autoptr (InkDependence) dependence = ink_dependence_new (a, b);

  return ink_indicator_settings_equal (&x, &y) && same_setting (a, b, "activity_column")
         && same_setting (a, b, "trusted_columns") && ink_dependence_goals (dependence)
         && ink_dependence_personas (dependence);
}

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const IndicatorsQuery *a = cast (x), *b = cast (y);

  return g_str_equal (a->macro, b->macro) && a->parent.from == b->parent.from
         && a->parent.to == b->parent.to
         && g_strcmp0 (a->parent.persona, b->parent.persona) == 0
         && (a->parent.definition == b->parent.definition
             || same_rules (a->parent.definition, b->parent.definition));
}

static guint
hash (const InkQuery *query)
{
  return g_str_hash (cast (query)->macro) + ink_narrowed_query_hash (query);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const IndicatorsQuery *self = cast (query);
  InkFilter filter = { self->parent.persona, self->parent.from, self->parent.to };
  InkIndicators *indicators = ink_indicators_evaluate (store, self->parent.definition, self->macro,
                                                       &filter, cancellable, error);
  InkAnswer *answer;

  if (indicators == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "indicators", ink_indicators_to_table (indicators));
  ink_answer_add_table (answer, "personas", ink_indicators_to_personas (indicators));
  ink_answer_add_table (answer, "overlap", ink_indicators_to_overlap (indicators));
  ink_answer_add_table (answer, "payoff", ink_indicators_to_payoff (indicators, -1));
  if (indicators->timeless != NULL)
    {
      ink_answer_add_table (answer, "timeless", ink_timeless_to_table (indicators->timeless));
      ink_answer_add_table (answer, "levels", ink_timeless_to_levels (indicators->timeless));
    }
  ink_answer_set_indicators (answer, indicators);

  return answer;
}

static void
clear (InkQuery *query)
{
  g_free (((IndicatorsQuery *) query)->macro);
  ink_narrowed_query_clear (query);
}

static const InkQueryKind kind
    = { "indicators", sizeof (IndicatorsQuery), equal, hash, run, clear };

InkQuery *
ink_indicators_query_new (InkDefinition *definition,
                          const char *macro,
                          const InkFilter *filter)
{
  IndicatorsQuery *query;

  g_return_val_if_fail (definition != NULL && macro != NULL, NULL);

  query = ink_narrowed_query_alloc (&kind, definition, filter);
  query->macro = g_strdup (macro);
  return &query->parent.parent;
}
