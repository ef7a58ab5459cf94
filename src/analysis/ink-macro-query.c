/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "analysis/ink-macro-query.h"

InkQuery *
ink_macro_query_new (const InkQueryKind *kind,
                     InkDefinition *definition,
                     const char *macro,
                     const InkFilter *filter)
{
  InkMacroQuery *query;

  g_return_val_if_fail (kind != NULL && kind->size == sizeof (InkMacroQuery), NULL);

  query = ink_narrowed_query_alloc (kind, definition, filter);
  query->macro = g_strdup (macro);
  return &query->parent.parent;
}

gboolean
ink_macro_query_equal (const InkQuery *x,
                       const InkQuery *y,
                       gboolean (*same) (InkDefinition *a, InkDefinition *b))
{
  const InkMacroQuery *a = (const InkMacroQuery *) x, *b = (const InkMacroQuery *) y;

  return g_strcmp0 (a->macro, b->macro) == 0 && a->parent.from == b->parent.from
         && a->parent.to == b->parent.to
         && g_strcmp0 (a->parent.persona, b->parent.persona) == 0
         && (a->parent.definition == b->parent.definition
             || same (a->parent.definition, b->parent.definition));
}

guint
ink_macro_query_hash (const InkQuery *query)
{
  const char *macro = ((const InkMacroQuery *) query)->macro;

  return ink_narrowed_query_hash (query) + (macro != NULL ? g_str_hash (macro) : 0);
}

void
ink_macro_query_clear (InkQuery *query)
{
  g_free (((InkMacroQuery *) query)->macro);
  ink_narrowed_query_clear (query);
}

InkFilter
ink_macro_query_filter (const InkMacroQuery *query)
{
  return (InkFilter){ query->parent.persona, query->parent.from, query->parent.to };
}

gboolean
ink_macro_query_same_definition (InkDefinition *a,
                                 InkDefinition *b)
{
  static const char *const no_slides[] = { NULL };
  g_autoptr (InkDefinition) bare_a = ink_definition_with_notes (a, NULL, 0);
  g_autoptr (InkDefinition) bare_b = ink_definition_with_notes (b, NULL, 0);
  g_autoptr (InkDefinition) x = ink_definition_with_slides (bare_a, no_slides);
  g_autoptr (InkDefinition) y = ink_definition_with_slides (bare_b, no_slides);

  return ink_definition_equal (x, y);
}
