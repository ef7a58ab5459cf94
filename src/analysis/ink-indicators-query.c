/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of leading indicators. */
#include "analysis/ink-dependence.h"
#include "analysis/ink-indicator-payoff.h"
#include "analysis/ink-macro-query.h"

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
same_rules (InkDefinition *a,
            InkDefinition *b)
{
  InkIndicatorSettings x = ink_indicator_settings_read (a);
  InkIndicatorSettings y = ink_indicator_settings_read (b);
  g_autoptr (InkDependence) dependence = ink_dependence_new (a, b);

  return ink_indicator_settings_equal (&x, &y) && same_setting (a, b, "activity_column")
         && same_setting (a, b, "trusted_columns") && ink_dependence_goals (dependence)
         && ink_dependence_personas (dependence);
}

static gboolean
equal (const InkQuery *a,
       const InkQuery *b)
{
  return ink_macro_query_equal (a, b, same_rules);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const InkMacroQuery *self = (const InkMacroQuery *) query;
  InkFilter filter = ink_macro_query_filter (self);
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

static const InkQueryKind kind
    = { "indicators", sizeof (InkMacroQuery), equal, ink_macro_query_hash, run,
        ink_macro_query_clear };

InkQuery *
ink_indicators_query_new (InkDefinition *definition,
                          const char *macro,
                          const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL && macro != NULL, NULL);

  return ink_macro_query_new (&kind, definition, macro, filter);
}
