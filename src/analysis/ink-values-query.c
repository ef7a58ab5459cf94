/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The values of a property, searched: they are counted once, then each letter only searches. */
#include "config.h"

#include "analysis/ink-values-query.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/ink-value-cells.h"
#include "analysis/ink-values-of.h"

typedef struct
{
  InkValuesQuery values;
  char *search;
  guint limit;
} SearchQuery;

static gboolean
equal (const InkQuery *x,
       const InkQuery *y)
{
  const SearchQuery *a = (const SearchQuery *) x, *b = (const SearchQuery *) y;

  return a->limit == b->limit && strcmp (a->search, b->search) == 0
         && ink_values_query_equal (x, y);
}

static guint
hash (const InkQuery *query)
{
  return ink_values_query_hash (query) + 41 * g_str_hash (((const SearchQuery *) query)->search);
}

static void
clear (InkQuery *query)
{
  g_free (((SearchQuery *) query)->search);
  ink_values_query_clear (query);
}

/* --- What was counted last --- */

/* Whoever types a search asks for the same counts at each letter. */
typedef struct
{
  guint64 revision; /* of the store */
  InkQuery *query;  /* its search is the one that found @codes */
  InkValueCells *cells;
  guint32 *codes;
  guint32 n;
} Kept;

static GMutex lock;
static Kept kept;

/* More than this is counted anew. */
#define MOST_KEPT_VALUES (2 * 1024 * 1024)

static void
forget (void)
{
  g_clear_pointer (&kept.query, ink_query_unref);
  g_clear_pointer (&kept.cells, ink_value_cells_unref);
  g_clear_pointer (&kept.codes, g_free);
}

static gboolean
is_kept (const InkQuery *query,
         const InkEventStore *store)
{
  return kept.query != NULL && kept.revision == ink_event_store_get_revision (store)
         && ink_values_query_equal (kept.query, query);
}

/* (transfer full) (nullable) */
static InkValueCells *
find_kept (const InkQuery *query,
           const InkEventStore *store)
{
  InkValueCells *cells = NULL;

  g_mutex_lock (&lock);
  if (is_kept (query, store))
    cells = ink_value_cells_ref (kept.cells);
  g_mutex_unlock (&lock);
  return cells;
}

/* Where a search goes on with what was searched, only what was found then can be found again. */
static guint32 *
find_found (const SearchQuery *self,
            const InkEventStore *store,
            guint32 *n)
{
  guint32 *codes = NULL;

  g_mutex_lock (&lock);
  if (is_kept (&self->values.narrowed.parent, store))
    {
      g_autofree char *before
          = g_utf8_casefold (((const SearchQuery *) kept.query)->search, -1);
      g_autofree char *now = g_utf8_casefold (self->search, -1);

      if (strstr (now, before) != NULL)
        {
          codes = g_memdup2 (kept.codes, ((gsize) kept.n + 1) * sizeof *codes);
          *n = kept.n;
        }
    }
  g_mutex_unlock (&lock);
  return codes;
}

static void
keep (const InkQuery *query,
      const InkEventStore *store,
      InkValueCells *cells,
      const guint32 *codes,
      guint32 n)
{
  if (cells->n_values > MOST_KEPT_VALUES)
    return;
  g_mutex_lock (&lock);
  forget ();
  kept.revision = ink_event_store_get_revision (store);
  kept.query = ink_query_ref ((InkQuery *) query);
  kept.cells = ink_value_cells_ref (cells);
  kept.codes = g_memdup2 (codes, ((gsize) n + 1) * sizeof *codes);
  kept.n = n;
  g_mutex_unlock (&lock);
}

/* --- The tables --- */

static double
as_number (InkValue value)
{
  switch (value.kind)
    {
    case INK_KIND_NUMBER:
      return value.number;
    case INK_KIND_TIME:
      return (double) value.time;
    case INK_KIND_BOOLEAN:
      return value.boolean ? 1 : 0;
    case INK_KIND_ABSENT:
    case INK_KIND_TEXT:
    default:
      return NAN;
    }
}

static InkTable *
make_values (const InkValueCells *cells,
             const guint32 *codes,
             guint32 n)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "value", _ ("Value"));
  ink_table_builder_add_text (builder, "kind", _ ("Type"));
  ink_table_builder_add_number (builder, "number", _ ("Number"), INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "rows", _ ("Count"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  for (guint32 i = 0; i < n; i++)
    {
      InkValue value = cells->values[codes[i]];
      g_autofree char *text = ink_value_to_text (value);

      ink_table_builder_text (builder, text);
      ink_table_builder_text (builder, ink_kind_to_string (value.kind));
      ink_table_builder_number (builder, as_number (value));
      ink_table_builder_number (builder, cells->cells[codes[i]].rows);
      ink_table_builder_number (builder, cells->cells[codes[i]].people);
    }
  return ink_table_builder_end (builder);
}

static InkTable *
make_totals (const InkValueCells *cells,
             guint32 found)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "rows", _ ("Of"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "filled", _ ("Filled"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "people", _ ("People"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "distinct", _ ("Different"), INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "found", _ ("Found"), INK_FORMAT_COUNT);
  ink_table_builder_number (builder, cells->rows);
  ink_table_builder_number (builder, cells->filled);
  ink_table_builder_number (builder, cells->people);
  ink_table_builder_number (builder, cells->distinct);
  ink_table_builder_number (builder, found);
  return ink_table_builder_end (builder);
}

/**
 * ink_values_get:
 * @values: the table "values"
 * @row: one of its rows
 */
InkValue
ink_values_get (const InkTable *values,
                guint row)
{
  const char *kind;
  double number;

  g_return_val_if_fail (values != NULL, INK_VALUE_ABSENT);

  kind = ink_table_get_text (values, 1, row);
  number = ink_table_get_number (values, 2, row);
  if (g_str_equal (kind, ink_kind_to_string (INK_KIND_NUMBER)))
    return ink_value_number (number);
  if (g_str_equal (kind, ink_kind_to_string (INK_KIND_BOOLEAN)))
    return ink_value_boolean (number != 0);
  if (g_str_equal (kind, ink_kind_to_string (INK_KIND_TIME)))
    return ink_value_time ((gint64) number);
  return ink_value_text (ink_table_get_text (values, 0, row));
}

/* --- The query --- */

static InkValueCells *
count (const SearchQuery *self,
       InkEventStore *store,
       GCancellable *cancellable,
       GError **error)
{
  InkValueCells *cells = find_kept (&self->values.narrowed.parent, store);
  g_auto (InkNarrowing) narrowing = { 0 };
  g_auto (InkValueRows) rows = { 0 };

  if (cells != NULL)
    return cells;
  if (!ink_narrowed_query_begin (&self->values.narrowed, &narrowing, store, cancellable, error)
      || !ink_values_query_begin (&self->values, &rows, &narrowing, error))
    return NULL;
  return ink_value_cells_new (&rows);
}

static InkAnswer *
run (const InkQuery *query,
     InkEventStore *store,
     GCancellable *cancellable,
     InkProgress *progress,
     GError **error)
{
  const SearchQuery *self = (const SearchQuery *) query;
  g_autoptr (InkValueCells) cells = count (self, store, cancellable, error);
  g_autofree guint32 *among = NULL;
  g_autofree guint32 *codes = NULL;
  g_autofree guint32 *top = NULL;
  guint32 n_among = 0, n_found = 0, n_top = 0;
  InkAnswer *answer;

  if (cells == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  among = find_found (self, store, &n_among);
  codes = ink_value_cells_search (cells, self->search, among, n_among, &n_found);
  keep (query, store, cells, codes, n_found);
  top = ink_value_cells_top (cells, codes, n_found, self->limit, &n_top);
  answer = ink_answer_new ();
  ink_answer_add_table (answer, "values", make_values (cells, top, n_top));
  ink_answer_add_table (answer, "totals", make_totals (cells, n_found));
  return answer;
}

static const InkQueryKind values_kind
    = { "values", sizeof (SearchQuery), equal, hash, run, clear };

InkQuery *
ink_values_query_new (InkDefinition *definition,
                      const InkValuesOf *of,
                      const char *search,
                      guint limit,
                      const InkFilter *filter)
{
  SearchQuery *query;

  g_return_val_if_fail (definition != NULL, NULL);
  g_return_val_if_fail (of != NULL && of->property != NULL, NULL);
  g_return_val_if_fail (search != NULL, NULL);

  query = ink_values_query_alloc (&values_kind, definition, of, filter);
  query->search = g_strdup (search);
  query->limit = limit;
  return &query->values.narrowed.parent;
}
