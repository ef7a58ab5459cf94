/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cuts a list of rows into people, without a branch per row. */
#include "analysis/ink-people.h"

void
ink_people_init (InkPeople *people,
                 const InkScope *scope,
                 const InkRows *rows,
                 guint32 first,
                 guint32 end)
{
  guint32 before = INK_NO_PERSON, n = 0;

  g_return_if_fail (people != NULL && scope != NULL && rows != NULL);
  g_return_if_fail (first <= end && end <= rows->n);

  people->people = g_new (guint32, (gsize) end - first + 1);
  people->begins = g_new (guint32, (gsize) end - first + 1);
  people->ends = g_new (guint32, (gsize) end - first + 1);
  for (guint32 i = first; i < end; i++)
    {
      guint32 person = ink_scope_person_of_row (scope, rows->rows[i]);

      people->people[n] = person;
      people->begins[n] = i;
      n += person != before;
      before = person;
      /* Whoever came last ends after this row; the next row moves it on, if it is theirs too. */
      people->ends[n - 1] = i + 1;
    }
  people->n = n;
}

void
ink_people_limit (InkPeople *people,
                  const guint8 *allowed)
{
  guint32 n = 0;

  g_return_if_fail (people != NULL && allowed != NULL);

  for (guint32 i = 0; i < people->n; i++)
    {
      guint32 person = people->people[i];

      people->people[n] = person;
      people->begins[n] = people->begins[i];
      people->ends[n] = people->ends[i];
      n += allowed[person] != 0;
    }
  people->n = n;
}

void
ink_people_clear (InkPeople *people)
{
  g_return_if_fail (people != NULL);

  g_clear_pointer (&people->people, g_free);
  g_clear_pointer (&people->begins, g_free);
  g_clear_pointer (&people->ends, g_free);
  people->n = 0;
}
