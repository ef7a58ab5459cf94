/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of what leads and is no goal yet. */
#include "analysis/ink-indicator-search.h"
#include "analysis/ink-macro-query.h"

/* Names and stages are part of what is found: whatever the definition says else than before may
 * change them. */
static gboolean
equal (const InkQuery *a,
       const InkQuery *b)
{
  return ink_macro_query_equal (a, b, ink_macro_query_same_definition);
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
  g_autoptr (InkIndicatorSearch) search
      = ink_indicator_search_run (store, self->parent.definition, self->macro, &filter,
                                  cancellable, progress, error);
  InkAnswer *answer;

  if (search == NULL)
    return NULL;
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "found", ink_indicator_search_to_table (search));
  ink_answer_add_table (answer, "summary", ink_indicator_search_to_summary (search));

  return answer;
}

static const InkQueryKind kind
    = { "indicator-search", sizeof (InkMacroQuery), equal, ink_macro_query_hash, run,
        ink_macro_query_clear };

InkQuery *
ink_indicator_search_query_new (InkDefinition *definition,
                                const char *macro,
                                const InkFilter *filter)
{
  g_return_val_if_fail (definition != NULL && macro != NULL, NULL);

  return ink_macro_query_new (&kind, definition, macro, filter);
}
