/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person's property at a moment: the source's, or the one that events have carried so far. */
#include "analysis/ink-person-value.h"

#include <math.h>
#include <string.h>

struct _InkPersonValue
{
  InkScope *scope;           /* not owned: programs that the scope owns have values */
  InkProperty *own;          /* nullable: as the source gave it */
  const InkProperty *events; /* nullable: borrowed from the scope */
  gboolean take_last;
  guint32 *first_rows; /* per person, INK_NO_ROW; not for take_last; once it is asked for */
};

gboolean
ink_property_has (const InkProperty *property,
                  guint32 row)
{
  g_return_val_if_fail (property != NULL, FALSE);

  switch (property->layout)
    {
    case INK_LAYOUT_CODES:
      return ink_codes_get (property->codes, row) != 0;
    case INK_LAYOUT_NUMBERS:
      return !isnan (property->numbers[row]);
    case INK_LAYOUT_TIMES:
    default:
      return property->times[row] != INK_TIME_NONE;
    }
}

/* The first of the rows of each person for which @has, which asks of `row`. */
#define FIND_FIRST(has)                                                                            \
  for (guint32 person = 0; person < n; person++)                                                   \
    {                                                                                              \
      guint32 row = offsets[person], end = offsets[person + 1];                                    \
                                                                                                   \
      while (row < end && !(has))                                                                  \
        row++;                                                                                     \
      first[person] = row < end ? row : INK_NO_ROW;                                                \
    }

static guint32 *
find_first_rows (const InkScope *scope,
                 const InkProperty *events)
{
  const guint32 *offsets = scope->offsets;
  const InkCodes codes = events->codes;
  guint32 n = scope->n_people, *first = g_new (guint32, (gsize) n + 1);

  if (events->layout == INK_LAYOUT_NUMBERS)
    FIND_FIRST (!isnan (events->numbers[row]))
  else if (events->layout == INK_LAYOUT_CODES && codes.width == 1)
    FIND_FIRST (codes.u8[row] != 0)
  else
    FIND_FIRST (ink_property_has (events, row))
  return first;
}

/* Several threads may ask. */
static const guint32 *
need_first_rows (const InkPersonValue *value)
{
  guint32 **place = (guint32 **) &value->first_rows;

  if (g_once_init_enter (place))
    g_once_init_leave (place, find_first_rows (value->scope, value->events));
  return *place;
}

/* 'first P' and 'last P' are derived, unless the source itself has a property of that name. */
static const char *
strip_derived (const InkSchema *schema,
               const char *name,
               gboolean *last)
{
  *last = FALSE;
  if (ink_schema_find_property (schema, name, INK_ON_EVENT) != NULL)
    return name;
  if (g_str_has_prefix (name, "first "))
    return name + strlen ("first ");
  if (g_str_has_prefix (name, "last "))
    {
      *last = TRUE;
      return name + strlen ("last ");
    }
  return name;
}

static gboolean
load_columns (InkPersonValue *value,
              const char *name,
              GError **error)
{
  InkScope *scope = value->scope;
  const InkSchema *schema = ink_event_store_get_schema (scope->store);
  const char *of_events = strip_derived (schema, name, &value->take_last);
  GError *failure = NULL;

  value->events = ink_scope_event_property (scope, of_events, &failure);
  if (failure == NULL)
    value->own = ink_event_store_load_own_property (scope->store, name, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  return TRUE;
}

/**
 * ink_person_value_new:
 * @scope: the evaluation
 * @name: the property
 * @error: set where a column could not be read
 *
 * Returns: (transfer full): a reader that borrows @scope; a name that is nowhere in the data is
 * absent for everybody
 */
InkPersonValue *
ink_person_value_new (InkScope *scope,
                      const char *name,
                      GError **error)
{
  g_autoptr (InkPersonValue) value = NULL;

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  value = g_new0 (InkPersonValue, 1);
  value->scope = scope;
  if (!load_columns (value, name, error))
    return NULL;

  return g_steal_pointer (&value);
}

void
ink_person_value_free (InkPersonValue *value)
{
  if (value == NULL)
    return;
  g_clear_pointer (&value->own, ink_property_unref);
  g_free (value->first_rows);
  g_free (value);
}

/**
 * ink_person_value_find:
 * @value: the reader
 * @person: a person's number
 * @end: the row after the last that may be read
 */
InkValuePlace
ink_person_value_find (const InkPersonValue *value,
                       guint32 person,
                       guint32 end)
{
  g_return_val_if_fail (value != NULL, (InkValuePlace){ 0 });

  if (value->own != NULL && person < value->own->n_rows && ink_property_has (value->own, person))
    return (InkValuePlace){ value->own, person };
  if (value->events == NULL || person >= value->scope->n_people)
    return (InkValuePlace){ 0 };
  if (!value->take_last)
    {
      guint32 row = need_first_rows (value)[person];

      return row < end ? (InkValuePlace){ value->events, row } : (InkValuePlace){ 0 };
    }
  while (end > value->scope->offsets[person])
    if (ink_property_has (value->events, --end))
      return (InkValuePlace){ value->events, end };

  return (InkValuePlace){ 0 };
}

InkValue
ink_person_value_get (const InkPersonValue *value,
                      guint32 person,
                      guint32 end)
{
  InkValuePlace place = ink_person_value_find (value, person, end);

  return place.column == NULL ? INK_VALUE_ABSENT : ink_property_get (place.column, place.row);
}
