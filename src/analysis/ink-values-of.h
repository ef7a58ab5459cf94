/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the queries over a property's values share: whose values, narrowed by the header's filter. */
#pragma once

#include "analysis/ink-value-rows.h"

G_BEGIN_DECLS

/**
 * InkValuesQuery: what their structs begin with.
 */
typedef struct
{
  InkNarrowedQuery narrowed;
  char **events;
  char *property; /* nullable: all of them are asked for */
  gboolean on_person;
} InkValuesQuery;

gpointer ink_values_query_alloc (const InkQueryKind *kind, InkDefinition *definition,
                                 const InkValuesOf *of, const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;
gboolean ink_values_query_equal (const InkQuery *a, const InkQuery *b);
guint    ink_values_query_hash  (const InkQuery *query);
void     ink_values_query_clear (InkQuery *query);
gboolean ink_values_query_begin (const InkValuesQuery *query, InkValueRows *rows,
                                 const InkNarrowing *narrowing, GError **error);

G_END_DECLS
