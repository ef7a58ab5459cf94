/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header's filter over plain events: whose count, and which of their rows.
 *
 * A person's rows are in order of time, so what a period leaves of them is one slice. */
#pragma once

#include "analysis/ink-query.h"
#include "analysis/ink-scope.h"
#include "analysis/ink-time-parts.h"

G_BEGIN_DECLS

/**
 * InkNarrowing:
 * @personas: (nullable): by person, where only those of @persona count
 * @dated: only rows from @from to @to count, so none without a time
 */
typedef struct
{
  InkScope *scope;
  guint8 *personas;
  guint persona;
  gboolean dated;
  gint64 from;
  gint64 to;
} InkNarrowing;

typedef struct
{
  guint32 first;
  guint32 end;
} InkRowSpan;

/* FALSE with @error where there is no such persona, its rule is refused, or when cancelled. */
gboolean ink_narrowing_init   (InkNarrowing *narrowing, InkEventStore *store,
                               InkDefinition *definition, const InkFilter *filter,
                               GCancellable *cancellable, GError **error);
void     ink_narrowing_clear  (InkNarrowing *narrowing);
/* The rows of @person that count: empty where the person does not. */
InkRowSpan ink_narrowing_rows (const InkNarrowing *narrowing, guint32 person);
/* Polled every 4096 people by whoever goes through all of them. */
gboolean ink_narrowing_is_cancelled (const InkNarrowing *narrowing, guint32 person,
                                     GError **error);

/* The parts of a series over what counts, of which there are @n_series. None where nothing has a
 * time, or where there would be more numbers than anybody could look at. */
void     ink_narrowing_cut    (const InkNarrowing *narrowing, guint n_series,
                               InkTimeParts *parts);

static inline gboolean
ink_narrowing_is_open (const InkNarrowing *narrowing)
{
  return narrowing->personas == NULL && !narrowing->dated;
}

/* Whether a row of nobody counts: rows of nobody have no persona. */
static inline gboolean
ink_narrowing_has_row_of_nobody (const InkNarrowing *narrowing,
                                 guint32 row)
{
  gint64 time = narrowing->scope->times[row];

  return narrowing->personas == NULL
         && (!narrowing->dated || (time >= narrowing->from && time <= narrowing->to));
}

/* ---- Queries that the filter narrows ---- */

/**
 * InkNarrowedQuery: what their structs begin with.
 */
typedef struct
{
  InkQuery parent;
  InkDefinition *definition;
  char *persona; /* nullable */
  gint64 from;
  gint64 to;
} InkNarrowedQuery;

/* @filter: nullable, copied. */
gpointer  ink_narrowed_query_alloc (const InkQueryKind *kind, InkDefinition *definition,
                                    const InkFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
gboolean  ink_narrowed_query_equal (const InkQuery *a, const InkQuery *b);
guint     ink_narrowed_query_hash  (const InkQuery *query);
void      ink_narrowed_query_clear (InkQuery *query);
gboolean  ink_narrowed_query_begin (const InkNarrowedQuery *query, InkNarrowing *narrowing,
                                    InkEventStore *store, GCancellable *cancellable,
                                    GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkNarrowing, ink_narrowing_clear)

G_END_DECLS
