/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Groups by the value on step n, or on each step: the tries run anew for every value. */
#include <stdlib.h>

#include "analysis/ink-funnel-groups.h"
#include "analysis/ink-labels.h"
#include "analysis/ink-walk.h"

/* A step's events in order of value, then row. */
typedef struct
{
  guint32 *rows;
  guint32 *begins; /* per value, and one more */
} Parted;

/* A counting sort: rows are ascending already, and values are small numbers. */
static void
part_rows (Parted *parted,
           const InkRows *rows,
           const guint32 *labels,
           guint32 n_labels)
{
  g_autofree guint32 *next = g_new0 (guint32, (gsize) n_labels + 1);

  parted->rows = g_new (guint32, (gsize) rows->n + 1);
  parted->begins = g_new0 (guint32, (gsize) n_labels + 1);
  for (guint32 i = 0; i < rows->n; i++)
    parted->begins[labels[i] + 1]++;
  for (guint32 label = 0; label < n_labels; label++)
    parted->begins[label + 1] += parted->begins[label];
  for (guint32 label = 0; label < n_labels; label++)
    next[label] = parted->begins[label];
  for (guint32 i = 0; i < rows->n; i++)
    parted->rows[next[labels[i]]++] = rows->rows[i];
}

static guint32 *
label_rows (const InkPlan *plan,
            InkLabels *labels,
            const InkRows *rows)
{
  guint32 *found = g_new (guint32, (gsize) rows->n + 1);

  for (guint32 i = 0; i < rows->n; i++)
    found[i] = ink_labels_find (labels, ink_scope_person_of_row (plan->scope, rows->rows[i]),
                                rows->rows[i]);

  return found;
}

static gboolean
is_limited (const InkPlan *plan,
            guint step)
{
  return plan->funnel->take == INK_TAKE_EACH || step + 1 == plan->funnel->take_step;
}

static void
part_steps (const InkPlan *plan,
            InkLabels *labels,
            Parted *parted)
{
  guint32 *found[INK_MAX_STEPS] = { NULL };

  for (guint i = 0; i < plan->n_steps; i++)
    if (is_limited (plan, i))
      found[i] = label_rows (plan, labels, plan->steps[i]);
  for (guint i = 0; i < plan->n_steps; i++)
    if (is_limited (plan, i))
      {
        part_rows (&parted[i], plan->steps[i], found[i], ink_labels_size (labels));
        g_free (found[i]);
      }
}

/* The plan with only the events of @label: lists that borrow their rows. */
static void
limit_plan (InkPlan *limited,
            InkRows *lists,
            const InkPlan *plan,
            const Parted *parted,
            guint32 label)
{
  *limited = *plan;
  if (plan->funnel->take == INK_TAKE_STEP)
    limited->needed = (int) plan->funnel->take_step - 1;
  for (guint i = 0; i < plan->n_steps; i++)
    {
      if (!is_limited (plan, i))
        continue;
      g_atomic_ref_count_init (&lists[i].ref_count);
      lists[i].rows = parted[i].rows + parted[i].begins[label];
      lists[i].n = lists[i].size = parted[i].begins[label + 1] - parted[i].begins[label];
      limited->steps[i] = &lists[i];
    }
}

static gboolean
run_labels (InkPlan *plan,
            InkLabels *labels,
            const Parted *parted,
            InkGroups *groups,
            GError **error)
{
  for (guint32 label = 0; label < ink_labels_size (labels); label++)
    {
      InkPlan limited;
      InkRows lists[INK_MAX_STEPS];
      g_autoptr (InkOutcomes) outcomes = NULL;

      limit_plan (&limited, lists, plan, parted, label);
      outcomes = ink_walk_run (&limited, error);
      if (outcomes == NULL)
        return FALSE;
      if (outcomes->n == 0)
        continue;
      g_ptr_array_add (groups->names, g_strdup (ink_labels_get_name (labels, label)));
      g_ptr_array_add (groups->outcomes, g_steal_pointer (&outcomes));
    }

  return TRUE;
}

gboolean
ink_funnel_groups_by_value (InkPlan *plan,
                            InkGroups *groups,
                            GError **error)
{
  g_autoptr (InkLabels) labels = ink_labels_new (
      plan->scope, (const char *const *) (void *) plan->funnel->compare_properties,
      INK_LABELS_OF_EVENT, error);
  Parted parted[INK_MAX_STEPS] = { { NULL } };
  gboolean done;

  if (labels == NULL)
    return FALSE;
  groups->overlap = TRUE;
  part_steps (plan, labels, parted);
  done = run_labels (plan, labels, parted, groups, error);
  for (guint i = 0; i < plan->n_steps; i++)
    {
      g_free (parted[i].rows);
      g_free (parted[i].begins);
    }

  return done;
}

/* --- Other --- */

static int
compare_sizes (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const InkGroups *groups = data;
  guint i = *(const guint *) a, j = *(const guint *) b;
  const InkOutcomes *x = g_ptr_array_index (groups->outcomes, i);
  const InkOutcomes *y = g_ptr_array_index (groups->outcomes, j);

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return g_strcmp0 (g_ptr_array_index (groups->names, i), g_ptr_array_index (groups->names, j));
}

/* Behind the personas, however many they are. */
static gboolean
is_everyone_else (const InkGroups *groups,
                  guint index)
{
  return groups->by_persona
         && g_str_equal (g_ptr_array_index (groups->names, index), INK_EVERYONE_ELSE);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  const InkGroups *groups = data;
  guint i = *(const guint *) a, j = *(const guint *) b;

  if (is_everyone_else (groups, i) != is_everyone_else (groups, j))
    return is_everyone_else (groups, i) ? 1 : -1;
  return compare_sizes (a, b, data);
}

/* What makes two outcomes the same unit. */
static guint32
find_key (const InkPlan *plan,
          InkLabels *labels,
          const InkOutcomes *outcomes,
          guint32 index)
{
  guint32 start = ink_outcomes_get_rows (outcomes, index)[0];

  switch (plan->count)
    {
    case INK_COUNT_SESSIONS:
      return plan->scope->sessions[start];
    case INK_COUNT_TRIES:
      return start;
    case INK_COUNT_PROPERTY:
      return ink_labels_find (labels, outcomes->people[index], start);
    case INK_COUNT_PEOPLE:
    default:
      return outcomes->people[index];
    }
}

typedef struct
{
  guint32 key;
  guint32 index;
  guint32 row; /* the start's */
  guint8 level;
  gint64 last;
  gint64 start;
} Rank;

/* Furthest first, then one with times before one without, then the earliest end, then the latest
 * start, then the first in the files. */
static int
compare_ranks (const void *a,
               const void *b)
{
  const Rank *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  if (x->level != y->level)
    return x->level > y->level ? -1 : 1;
  if ((x->start == INK_TIME_NONE) != (y->start == INK_TIME_NONE))
    return y->start == INK_TIME_NONE ? -1 : 1;
  if (x->last != y->last)
    return x->last < y->last ? -1 : 1;
  if (x->start != y->start)
    return x->start > y->start ? -1 : 1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->index < y->index ? -1 : 1;
}

static InkOutcomes *
keep_furthest (const InkPlan *plan,
               InkLabels *labels,
               const InkOutcomes *all)
{
  InkOutcomes *kept = ink_outcomes_new (all->n_steps);
  g_autofree Rank *ranks = g_new (Rank, (gsize) all->n + 1);

  for (guint32 i = 0; i < all->n; i++)
    {
      const guint32 *rows = ink_outcomes_get_rows (all, i);

      ranks[i] = (Rank){ find_key (plan, labels, all, i), i, rows[0], all->levels[i],
                         plan->scope->times[rows[plan->required[all->levels[i] - 1]]],
                         plan->scope->times[rows[0]] };
    }
  qsort (ranks, all->n, sizeof *ranks, compare_ranks);
  for (guint32 i = 0; i < all->n; i++)
    if (i == 0 || ranks[i].key != ranks[i - 1].key)
      ink_outcomes_copy (kept, all, ranks[i].index);

  return kept;
}

static InkOutcomes *
merge_rest (InkPlan *plan,
            const InkGroups *groups,
            const guint *order,
            guint first,
            GError **error)
{
  const char *properties[] = { plan->funnel->count_property, NULL };
  g_autoptr (InkOutcomes) all = ink_outcomes_new (plan->n_steps);
  g_autoptr (InkLabels) labels = NULL;

  for (guint i = first; i < groups->names->len; i++)
    ink_outcomes_append (all, g_ptr_array_index (groups->outcomes, order[i]));
  if (!groups->overlap)
    return g_steal_pointer (&all);
  labels = ink_labels_new (plan->scope, properties, INK_LABELS_OF_EITHER, error);

  return labels != NULL ? keep_furthest (plan, labels, all) : NULL;
}

/* A value may itself be called 'Other'. */
static char *
name_rest (const InkGroups *groups,
           const guint *order,
           guint n)
{
  GString *name = g_string_new ("Other");

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (g_ptr_array_index (groups->names, order[i]), name->str) == 0)
      {
        g_string_append (name, " *");
        i = 0;
      }

  return g_string_free (name, FALSE);
}

static void
reorder (InkGroups *groups,
         const guint *order,
         guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (groups->names,
                       g_steal_pointer (&g_ptr_array_index (groups->names, order[i])));
      g_ptr_array_add (groups->outcomes,
                       g_steal_pointer (&g_ptr_array_index (groups->outcomes, order[i])));
    }
}

gboolean
ink_funnel_groups_limit (InkPlan *plan,
                         InkGroups *groups,
                         guint limit,
                         GError **error)
{
  guint n = groups->names->len, kept = limit > 0 ? MIN (limit, n) : n;
  g_autofree guint *order = g_new (guint, (gsize) n + 1);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_sizes, groups);
  g_qsort_with_data (order, (int) kept, sizeof *order, compare_places, groups);
  if (kept < n)
    {
      InkOutcomes *rest = merge_rest (plan, groups, order, kept, error);

      if (rest == NULL)
        return FALSE;
      g_ptr_array_add (groups->names, name_rest (groups, order, kept));
      g_ptr_array_add (groups->outcomes, rest);
      /* The rest stands last: behind those that are moved to the end now. */
      order = g_renew (guint, order, n + 2);
      order[kept] = n;
      reorder (groups, order, kept + 1);
      n++;
    }
  else
    {
      reorder (groups, order, n);
    }
  g_ptr_array_remove_range (groups->names, 0, n);
  g_ptr_array_remove_range (groups->outcomes, 0, n);

  return TRUE;
}
