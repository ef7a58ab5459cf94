/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over groups of people (a company): rules are judged per person, then the events of the
 * whole group run through the kernel in order of time. */
#include <stdlib.h>

#include "analysis/ink-labels.h"
#include "analysis/ink-slices.h"
#include "analysis/ink-walk.h"

typedef struct
{
  guint32 group;
  guint32 row;
  gint64 time;
} Entry;

/* A list's entries in order of group, time and row, and the rows alone. */
typedef struct
{
  Entry *entries;
  guint32 *rows;
  guint32 n;
  guint32 place;
} Sorted;

static int
compare_entries (const void *a,
                 const void *b)
{
  const Entry *x = a, *y = b;

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;
  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static void
sorted_add (Sorted *sorted,
            const InkPlan *plan,
            InkLabels *labels,
            guint32 person,
            guint32 row)
{
  guint32 group;

  if ((plan->allowed != NULL && !plan->allowed[person])
      || plan->scope->times[row] > plan->scope->export_time)
    return;
  group = ink_labels_find (labels, person, row);
  if (group != INK_LABEL_MISSING)
    sorted->entries[sorted->n++] = (Entry){ group, row, plan->scope->times[row] };
}

/* @rows: NULL for all events. */
static void
sorted_init (Sorted *sorted,
             const InkPlan *plan,
             InkLabels *labels,
             const InkRows *rows)
{
  guint32 n = rows != NULL ? rows->n : plan->scope->n_rows;

  *sorted = (Sorted){ .entries = g_new (Entry, n + 1) };
  for (guint32 i = 0; i < n; i++)
    {
      guint32 row = rows != NULL ? rows->rows[i] : i;

      sorted_add (sorted, plan, labels, ink_scope_person_of_row (plan->scope, row), row);
    }
  qsort (sorted->entries, sorted->n, sizeof *sorted->entries, compare_entries);
  sorted->rows = g_new (guint32, sorted->n + 1);
  for (guint32 i = 0; i < sorted->n; i++)
    sorted->rows[i] = sorted->entries[i].row;
}

static void
sorted_clear (Sorted *sorted)
{
  g_free (sorted->entries);
  g_free (sorted->rows);
}

static InkList
sorted_take (Sorted *sorted,
             guint32 group)
{
  guint32 first;

  while (sorted->place < sorted->n && sorted->entries[sorted->place].group < group)
    sorted->place++;
  first = sorted->place;
  while (sorted->place < sorted->n && sorted->entries[sorted->place].group == group)
    sorted->place++;

  return (InkList){ sorted->rows + first, sorted->place - first };
}

static void
run_group (const InkPlan *plan,
           Sorted *lists,
           InkSubject *unit,
           guint32 group,
           InkOutcomes *outcomes)
{
  guint n = 0;

  for (guint i = 0; i < plan->n_steps; i++)
    unit->steps[i] = sorted_take (&lists[n++], group);
  for (guint i = 0; i < plan->n_exclusions; i++)
    unit->exclusions[i] = sorted_take (&lists[n++], group);
  if (plan->order == INK_ORDER_STRICT)
    unit->events = sorted_take (&lists[n], group);
  ink_outcomes_run (outcomes, plan, INK_NO_PERSON, unit);
}

static gboolean
run_groups (const InkPlan *plan,
            Sorted *lists,
            guint32 n_groups,
            InkOutcomes *outcomes,
            GError **error)
{
  InkSubject unit = { .exclusions = NULL };
  g_autofree InkList *exclusions = g_new0 (InkList, plan->n_exclusions + 1);

  unit.exclusions = exclusions;
  for (guint32 group = INK_LABEL_MISSING + 1; group < n_groups; group++)
    {
      if (group % 4096 == 0
          && g_cancellable_set_error_if_cancelled (plan->scope->cancellable, error))
        return FALSE;
      run_group (plan, lists, &unit, group, outcomes);
    }

  return TRUE;
}

InkOutcomes *
ink_walk_groups (const InkPlan *plan,
                 GError **error)
{
  const char *properties[] = { plan->funnel->count_property, NULL };
  g_autoptr (InkLabels) labels
      = ink_labels_new (plan->scope, properties, INK_LABELS_OF_EITHER, error);
  g_autoptr (InkOutcomes) outcomes = ink_outcomes_new (plan->n_steps);
  g_autofree Sorted *lists = g_new0 (Sorted, plan->n_steps + plan->n_exclusions + 1);
  guint n = 0;
  gboolean done;

  if (labels == NULL)
    return NULL;
  for (guint i = 0; i < plan->n_steps; i++)
    sorted_init (&lists[n++], plan, labels, plan->steps[i]);
  for (guint i = 0; i < plan->n_exclusions; i++)
    sorted_init (&lists[n++], plan, labels, plan->exclusions[i].rows);
  if (plan->order == INK_ORDER_STRICT)
    sorted_init (&lists[n++], plan, labels, NULL);
  done = run_groups (plan, lists, ink_labels_size (labels), outcomes, error);
  for (guint i = 0; i < n; i++)
    sorted_clear (&lists[i]);

  return done ? g_steal_pointer (&outcomes) : NULL;
}
