/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of what leads and is no goal yet. */
#include "analysis/ink-dependence.h"
#include "analysis/ink-indicator-search.h"
#include "analysis/ink-narrowing.h"

typedef struct
{
  InkNarrowedQuery parent;
  char *macro;
} SearchQuery;

static const SearchQuery *
cast (const InkQuery *query)
{
  return (const SearchQuery *) query;
}

/* Names and stages are part of what is found: whatever the definition says else than before may
 * change them, so only what is of no matter to any goal, persona or name is the same. */
static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const SearchQuery *a = cast (x), *b = cast (y);

  return g_str_equal (a->macro, b->macro) && a->parent.from == b->parent.from
         && a->parent.to == b->parent.to
         && g_strcmp0 (a->parent.persona, b->parent.persona) == 0
         && (a->parent.definition == b->parent.definition
             || ink_definition_equal (a->parent.definition, b->parent.definition));
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
  const SearchQuery *self = cast (query);
  InkFilter filter = { self->parent.persona, self->parent.from, self->parent.to };
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

static void
clear (InkQuery *query)
{
  g_free (((SearchQuery *) query)->macro);
  ink_narrowed_query_clear (query);
}

static const InkQueryKind kind
    = { "indicator-search", sizeof (SearchQuery), equal, hash, run, clear };

InkQuery *
ink_indicator_search_query_new (InkDefinition *definition,
                                const char *macro,
                                const InkFilter *filter)
{
  SearchQuery *query;

  g_return_val_if_fail (definition != NULL && macro != NULL, NULL);

  query = ink_narrowed_query_alloc (&kind, definition, filter);
  query->macro = g_strdup (macro);
  return &query->parent.parent;
}
