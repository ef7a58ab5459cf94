/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A question and everything that its answer depends on, but for the events. Immutable.
 *
 * Two equal queries over stores of the same revision have the same answer, so a cache needs no
 * other key. A kind of query is one const row of functions in its own file. */
#pragma once

#include "analysis/ink-answer.h"
#include "base/ink-progress.h"

G_BEGIN_DECLS

typedef struct _InkQuery InkQuery;

/**
 * InkQueryKind:
 * @name: such as "funnel"
 * @size: bytes of the kind's struct, which begins with an InkQuery
 * @equal: two queries of this kind; definitions are compared by what they say, not by pointer
 * @hash: must agree with @equal
 * @run: synchronous; polls @cancellable every 4096 people
 * @clear: frees the fields
 */
typedef struct
{
  const char *name;
  gsize size;
  gboolean (*equal) (const InkQuery *a, const InkQuery *b);
  guint (*hash) (const InkQuery *query);
  InkAnswer *(*run) (const InkQuery *query, InkEventStore *store, GCancellable *cancellable,
                     InkProgress *progress, GError **error);
  void (*clear) (InkQuery *query);
} InkQueryKind;

struct _InkQuery
{
  gatomicrefcount ref_count; /* private */
  const InkQueryKind *kind;
};

/* For the kinds' own constructors: a zeroed struct of @kind. */
gpointer    ink_query_alloc (const InkQueryKind *kind) G_GNUC_WARN_UNUSED_RESULT;

InkQuery   *ink_query_ref   (InkQuery *query);
void        ink_query_unref (InkQuery *query);
gboolean    ink_query_equal (const InkQuery *a, const InkQuery *b);
guint       ink_query_hash  (const InkQuery *query);
const char *ink_query_get_name (const InkQuery *query);
InkAnswer  *ink_query_run   (const InkQuery *query, InkEventStore *store,
                             GCancellable *cancellable, InkProgress *progress, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

/* A funnel narrowed by @filter (nullable, copied): tables "steps", "histogram", and the result. */
InkQuery   *ink_funnel_query_new   (InkDefinition *definition, const InkFunnel *funnel,
                                    const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
/* Every goal: table "goals". */
InkQuery   *ink_goals_query_new    (InkDefinition *definition) G_GNUC_WARN_UNUSED_RESULT;
/* Every persona and everyone else: table "personas". */
InkQuery   *ink_personas_query_new (InkDefinition *definition) G_GNUC_WARN_UNUSED_RESULT;
/* What announces @macro, a goal's name, among the micro goals: tables "indicators", "personas",
 * "overlap", and the result. @filter (nullable, copied): the persona and the period in which time counts. */
InkQuery   *ink_indicators_query_new (InkDefinition *definition, const char *macro,
                                      const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkQuery, ink_query_unref)

G_END_DECLS
