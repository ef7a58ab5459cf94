/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A condition bound to its column, with a memo per value of a dictionary. */
#include "analysis/ink-lookup.h"

#include <math.h>

#include "analysis/ink-comparison.h"
#include "analysis/ink-person-value.h"

enum
{
  UNKNOWN,
  FAILS,
  PASSES,
};

/* A person's value may come from two columns, each with its own codes. */
#define MAX_MEMOS 2

typedef struct
{
  const InkProperty *column;
  guint8 *passes; /* per code */
} Memo;

struct _InkLookup
{
  const InkScope *scope; /* borrowed */
  char *name;            /* of the property */
  InkComparison *comparison;
  const InkProperty *column; /* nullable; of events, borrowed from the scope */
  InkPersonValue *person;    /* nullable: the condition is on the event */
  Memo memos[MAX_MEMOS];
};

/**
 * ink_lookup_new:
 * @scope: the evaluation
 * @condition: must outlive the lookup's making only
 * @on_person: whether it is the person's property, whatever the condition says
 * @error: set where a column could not be read
 */
InkLookup *
ink_lookup_new (InkScope *scope,
                const InkCondition *condition,
                gboolean on_person,
                GError **error)
{
  g_autoptr (InkLookup) lookup = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (condition != NULL, NULL);

  lookup = g_new0 (InkLookup, 1);
  lookup->scope = scope;
  lookup->name = g_strdup (condition->property);
  lookup->comparison = ink_comparison_new (scope, condition);
  if (on_person || condition->on_person)
    lookup->person = ink_person_value_new (scope, condition->property, &failure);
  else
    lookup->column = ink_scope_event_property (scope, condition->property, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }

  return g_steal_pointer (&lookup);
}

void
ink_lookup_free (InkLookup *lookup)
{
  if (lookup == NULL)
    return;
  g_clear_pointer (&lookup->comparison, ink_comparison_free);
  g_clear_pointer (&lookup->person, ink_person_value_free);
  g_free (lookup->name);
  for (guint i = 0; i < MAX_MEMOS; i++)
    g_free (lookup->memos[i].passes);
  g_free (lookup);
}

static Memo *
find_memo (InkLookup *lookup,
           const InkProperty *column)
{
  for (guint i = 0; i < MAX_MEMOS; i++)
    {
      Memo *memo = &lookup->memos[i];

      if (memo->column == column)
        return memo;
      if (memo->column == NULL)
        {
          memo->column = column;
          memo->passes = g_malloc0 (MAX (column->n_values, 1));
          return memo;
        }
    }

  g_assert_not_reached ();
}

/* FAILS or PASSES; each value is compared when it is first met. */
static inline guint8
test_code (InkLookup *lookup,
           Memo *memo,
           guint32 code)
{
  if (G_UNLIKELY (memo->passes[code] == UNKNOWN))
    memo->passes[code]
        = ink_comparison_pass (lookup->comparison, memo->column->values[code]) ? PASSES : FAILS;

  return memo->passes[code];
}

static gboolean
test_place (InkLookup *lookup,
            const InkProperty *column,
            guint32 row)
{
  if (column == NULL)
    return ink_comparison_pass (lookup->comparison, INK_VALUE_ABSENT);
  if (column->layout != INK_LAYOUT_CODES)
    return ink_comparison_pass (lookup->comparison, ink_property_get (column, row));

  return test_code (lookup, find_memo (lookup, column), ink_codes_get (column->codes, row))
         == PASSES;
}

/* --- Many rows --- */

/* Without a branch on the answer: one row in ten may pass, anywhere. */
static guint32
keep_codes (InkLookup *lookup,
            const guint32 *rows,
            guint32 n,
            guint32 *kept)
{
  const InkCodes codes = lookup->column->codes;
  Memo *memo = find_memo (lookup, lookup->column);
  guint32 found = 0;

  if (codes.width == 1)
    for (guint32 i = 0; i < n; i++)
      {
        kept[found] = rows[i];
        found += test_code (lookup, memo, codes.u8[rows[i]]) == PASSES;
      }
  else
    for (guint32 i = 0; i < n; i++)
      {
        kept[found] = rows[i];
        found += test_code (lookup, memo, ink_codes_get (codes, rows[i])) == PASSES;
      }

  return found;
}

static guint32
keep_one_by_one (InkLookup *lookup,
                 const guint32 *rows,
                 guint32 n,
                 guint32 *kept)
{
  guint32 found = 0;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 person = ink_scope_person_of_row (lookup->scope, rows[i]);
      gboolean passes = lookup->person != NULL
                            ? ink_lookup_person (lookup, person, rows[i] + 1)
                            : test_place (lookup, lookup->column, rows[i]);

      kept[found] = rows[i];
      found += passes ? 1 : 0;
    }

  return found;
}

InkRows *
ink_lookup_keep (InkLookup *lookup,
                 const InkRows *rows)
{
  InkRows *kept;
  guint32 *room;

  g_return_val_if_fail (lookup != NULL && rows != NULL, NULL);

  kept = ink_rows_new ();
  room = ink_rows_reserve (kept, rows->n);
  if (lookup->column != NULL && lookup->column->layout == INK_LAYOUT_CODES)
    kept->n = keep_codes (lookup, rows->rows, rows->n, room);
  else if (lookup->column == NULL || lookup->column->layout != INK_LAYOUT_NUMBERS
           || !ink_comparison_keep_numbers (lookup->comparison, lookup->column->numbers,
                                            rows->rows, rows->n, room, &kept->n))
    kept->n = keep_one_by_one (lookup, rows->rows, rows->n, room);

  return kept;
}

/* --- A few rows of a column that nobody read --- */

/* @numbers: of the @n in @kept, which are counted through and become the indices of those that pass. */
static guint32
keep_numbers (InkComparison *comparison,
              const double *numbers,
              guint32 n,
              guint32 *kept)
{
  guint32 found = 0;

  for (guint32 i = 0; i < n; i++)
    kept[i] = i;
  if (ink_comparison_keep_numbers (comparison, numbers, kept, n, kept, &found))
    return found;
  for (guint32 i = 0; i < n; i++)
    {
      InkValue value = isnan (numbers[i]) ? INK_VALUE_ABSENT : ink_value_number (numbers[i]);

      kept[found] = i;
      found += ink_comparison_pass (comparison, value) ? 1 : 0;
    }
  return found;
}

InkRows *
ink_lookup_keep_few (InkScope *scope,
                     const InkCondition *condition,
                     const InkRows *rows,
                     GError **error)
{
  g_autofree double *numbers = NULL;
  InkComparison *comparison;
  InkRows *kept;
  guint32 *room;

  g_return_val_if_fail (scope != NULL && condition != NULL && rows != NULL, NULL);

  if (condition->on_person || g_hash_table_contains (scope->columns, condition->property))
    return NULL;
  numbers = ink_event_store_read_numbers (scope->store, condition->property, rows->rows, rows->n,
                                          error);
  if (numbers == NULL)
    return NULL;
  comparison = ink_comparison_new (scope, condition);
  kept = ink_rows_new ();
  room = ink_rows_reserve (kept, rows->n);
  kept->n = keep_numbers (comparison, numbers, rows->n, room);
  for (guint32 i = 0; i < kept->n; i++)
    room[i] = rows->rows[room[i]];
  ink_comparison_free (comparison);

  return kept;
}

gboolean
ink_lookup_person (InkLookup *lookup,
                   guint32 person,
                   guint32 end)
{
  InkValuePlace place;

  g_return_val_if_fail (lookup != NULL, FALSE);
  g_return_val_if_fail (lookup->person != NULL, FALSE);

  place = ink_person_value_find (lookup->person, person, end);
  return test_place (lookup, place.column, place.row);
}

/* --- All people --- */

static void
test_people (InkLookup *lookup,
             const InkProperty *property,
             guint8 *passes)
{
  guint8 absent = ink_comparison_pass (lookup->comparison, INK_VALUE_ABSENT) ? 1 : 0;
  guint32 n = property != NULL ? MIN (lookup->scope->n_people, property->n_rows) : 0;
  g_autofree guint8 *memo = NULL;

  if (n > 0 && property->layout == INK_LAYOUT_CODES)
    {
      memo = g_malloc ((gsize) property->n_values + 1);
      for (guint32 code = 0; code < property->n_values; code++)
        memo[code] = ink_comparison_pass (lookup->comparison, property->values[code]) ? 1 : 0;
      for (guint32 person = 0; person < n; person++)
        passes[person] = memo[ink_codes_get (property->codes, person)];
    }
  else
    {
      for (guint32 person = 0; person < n; person++)
        passes[person]
            = ink_comparison_pass (lookup->comparison, ink_property_get (property, person)) ? 1 : 0;
    }
  for (guint32 person = n; person < lookup->scope->n_people; person++)
    passes[person] = absent;
}

/* The store keeps what is known of everybody at the end of the data. */
gboolean
ink_lookup_people (InkLookup *lookup,
                   guint8 *passes,
                   GError **error)
{
  const InkScope *scope;
  g_autoptr (InkProperty) property = NULL;
  GError *failure = NULL;

  g_return_val_if_fail (lookup != NULL && lookup->person != NULL, FALSE);
  g_return_val_if_fail (passes != NULL, FALSE);

  scope = lookup->scope;
  if (scope->cut)
    {
      for (guint32 person = 0; person < scope->n_people; person++)
        passes[person]
            = ink_lookup_person (lookup, person, ink_scope_end_of_person (scope, person)) ? 1 : 0;
      return TRUE;
    }
  property = ink_event_store_load_property (scope->store, lookup->name, INK_ON_PERSON, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  test_people (lookup, property, passes);

  return TRUE;
}
