/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the questions about one macro goal have in common. */
#pragma once

#include "analysis/ink-narrowing.h"

G_BEGIN_DECLS

/**
 * InkMacroQuery: what their structs are.
 * @macro: (nullable): the goal's name
 */
typedef struct
{
  InkNarrowedQuery parent;
  char *macro;
} InkMacroQuery;

/* @filter: nullable, copied. */
InkQuery *ink_macro_query_new    (const InkQueryKind *kind, InkDefinition *definition,
                                  const char *macro, const InkFilter *filter)
    G_GNUC_WARN_UNUSED_RESULT;
/* The same goal and filter, and definitions of which @same (where they are not one) says that the
 * answer is the same. */
gboolean  ink_macro_query_equal  (const InkQuery *a, const InkQuery *b,
                                  gboolean (*same) (InkDefinition *a, InkDefinition *b));
guint     ink_macro_query_hash   (const InkQuery *query);
void      ink_macro_query_clear  (InkQuery *query);
InkFilter ink_macro_query_filter (const InkMacroQuery *query);

/* For @same: they differ in remarks and slides at most, which are no reason to ask again. */
gboolean  ink_macro_query_same_definition (InkDefinition *a, InkDefinition *b);

G_END_DECLS
