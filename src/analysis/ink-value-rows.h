/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The rows of one property that a filter leaves: events of some names, or people. */
#pragma once

#include "analysis/ink-narrowing.h"
#include "analysis/ink-values-query.h"

G_BEGIN_DECLS

/**
 * InkValueRows:
 * @property: (nullable): NULL where nothing carries it
 * @list: (array length=n) (nullable): rows of @property, ascending; NULL: all from 0 to n - 1
 */
typedef struct
{
  const InkScope *scope;
  InkProperty *property;
  gboolean on_person;
  guint32 n;
  guint32 *list;
} InkValueRows;

gboolean ink_value_rows_init   (InkValueRows *rows, const InkNarrowing *narrowing,
                                const InkValuesOf *of, GError **error);
/* Only the events of a name that @narrowing leaves; no property. */
void     ink_value_rows_events (InkValueRows *rows, const InkNarrowing *narrowing,
                                const char *const *events);
void     ink_value_rows_clear  (InkValueRows *rows);

static inline guint32
ink_value_rows_get (const InkValueRows *rows,
                    guint32 index)
{
  return rows->list != NULL ? rows->list[index] : index;
}

static inline guint32
ink_value_rows_person (const InkValueRows *rows,
                       guint32 row)
{
  return rows->on_person ? row : ink_scope_person_of_row (rows->scope, row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (InkValueRows, ink_value_rows_clear)

G_END_DECLS
