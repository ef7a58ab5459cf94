/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Groups by persona, by a property of persons or of the steps' events, and by period. */
#include "analysis/ink-funnel-groups.h"

#include "analysis/ink-labels.h"
#include "analysis/ink-slices.h"
#include "analysis/ink-walk.h"

/* --- Cutting the units into groups --- */

/* Puts unit @index into the group that has the number @label. */
static void
put (GPtrArray *parts,
     guint32 label,
     const InkOutcomes *outcomes,
     guint32 index)
{
  if (label >= parts->len)
    g_ptr_array_set_size (parts, (int) label + 1);
  if (g_ptr_array_index (parts, label) == NULL)
    g_ptr_array_index (parts, label) = ink_outcomes_new (outcomes->n_steps);
  ink_outcomes_copy (g_ptr_array_index (parts, label), outcomes, index);
}

static void
add_group (InkGroups *groups,
           const char *name,
           InkOutcomes *outcomes)
{
  g_ptr_array_add (groups->names, g_strdup (name));
  g_ptr_array_add (groups->outcomes, outcomes);
}

static gboolean
group_by_persona (InkPlan *plan,
                  const InkOutcomes *outcomes,
                  InkGroups *groups,
                  GError **error)
{
  g_autofree guint8 *personas = ink_scope_persona_bytes (plan->scope, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (personas == NULL)
    return FALSE;
  for (guint32 i = 0; i < outcomes->n; i++)
    put (parts, personas[outcomes->people[i]], outcomes, i);
  for (guint i = 0; i < parts->len; i++)
    if (g_ptr_array_index (parts, i) != NULL)
      add_group (groups, ink_scope_persona_name (plan->scope, i), g_ptr_array_index (parts, i));

  return TRUE;
}

/* The number of the value that the steps' events carry: the first, or the last, of them that does,
 * in the order in which they were taken. */
static guint32
find_taken (const InkPlan *plan,
            InkLabels *labels,
            const InkOutcomes *outcomes,
            guint32 index,
            gboolean last)
{
  const guint32 *rows = ink_outcomes_get_rows (outcomes, index);
  const gint64 *times = plan->scope->times;
  guint32 order[INK_MAX_STEPS], label = INK_LABEL_MISSING;
  guint n = 0;

  for (guint step = 0; step < outcomes->n_steps; step++)
    if (rows[step] != INK_NO_ROW)
      {
        guint at = n++;

        for (; at > 0 && times[order[at - 1]] > times[rows[step]]; at--)
          order[at] = order[at - 1];
        order[at] = rows[step];
      }
  for (guint i = 0; i < n && label == INK_LABEL_MISSING; i++)
    label = ink_labels_find (labels, outcomes->people[index], order[last ? n - 1 - i : i]);

  return label;
}

static gboolean
group_by_label (InkPlan *plan,
                const InkOutcomes *outcomes,
                InkGroups *groups,
                GError **error)
{
  const InkFunnel *funnel = plan->funnel;
  gboolean persons = funnel->compare == INK_COMPARE_PERSON;
  g_autoptr (InkLabels) labels
      = ink_labels_new (plan->scope, (const char *const *) (void *) funnel->compare_properties,
                        persons ? INK_LABELS_OF_PERSON : INK_LABELS_OF_EVENT, error);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (labels == NULL)
    return FALSE;
  for (guint32 i = 0; i < outcomes->n; i++)
    {
      guint32 label = persons ? ink_labels_find (labels, outcomes->people[i], 0)
                              : find_taken (plan, labels, outcomes, i,
                                            funnel->take == INK_TAKE_LAST);

      put (parts, label, outcomes, i);
    }
  for (guint i = 0; i < parts->len; i++)
    if (g_ptr_array_index (parts, i) != NULL)
      add_group (groups, ink_labels_get_name (labels, i), g_ptr_array_index (parts, i));

  return TRUE;
}

/* --- Periods --- */

/* The equally long period that ends where this one starts. */
static gboolean
find_before (InkPlan *before,
             const InkPlan *plan)
{
  gint64 first = ink_event_store_get_first (plan->scope->store);
  gint64 from = plan->from == INK_TIME_NONE + 1 ? first : plan->from;
  gint64 to = plan->to == G_MAXINT64 ? plan->scope->export_time : plan->to;
  gint64 length;

  /* Where no event has a time, the export has none either. */
  if (from == INK_TIME_NONE || to == INK_TIME_NONE)
    return FALSE;
  /* A bare date ends a microsecond before the next day; the period is that many whole days. */
  length = to - from;
  if ((to + 1) % INK_SECOND == 0)
    length++;
  if (length <= 0)
    return FALSE;
  before->from = from - length;
  before->to = from - 1;

  return TRUE;
}

static gboolean
group_by_period (InkPlan *plan,
                 const InkOutcomes *outcomes,
                 InkGroups *groups,
                 GError **error)
{
  InkPlan before = *plan;
  InkOutcomes *this_one = ink_outcomes_new (outcomes->n_steps);
  InkOutcomes *other;

  ink_outcomes_append (this_one, outcomes);
  add_group (groups, "this", this_one);
  other = find_before (&before, plan) ? ink_walk_run (&before, error)
                                      : ink_outcomes_new (outcomes->n_steps);
  if (other == NULL)
    return FALSE;
  add_group (groups, "before", other);

  return TRUE;
}

/* --- All --- */

static gboolean
find_groups (InkPlan *plan,
             const InkOutcomes *outcomes,
             InkGroups *groups,
             GError **error)
{
  switch (plan->funnel->compare)
    {
    case INK_COMPARE_PERSONA:
      return group_by_persona (plan, outcomes, groups, error);
    case INK_COMPARE_PERSON:
      return group_by_label (plan, outcomes, groups, error);
    case INK_COMPARE_PERIOD:
      return group_by_period (plan, outcomes, groups, error);
    case INK_COMPARE_PROPERTY:
      if (plan->funnel->take == INK_TAKE_STEP || plan->funnel->take == INK_TAKE_EACH)
        return ink_funnel_groups_by_value (plan, groups, error);
      return group_by_label (plan, outcomes, groups, error);
    case INK_COMPARE_NONE:
    default:
      return TRUE;
    }
}

static void
free_outcomes (gpointer outcomes)
{
  ink_outcomes_free (outcomes);
}

gboolean
ink_funnel_groups_find (InkPlan *plan,
                        const InkShape *shape,
                        const InkOutcomes *outcomes,
                        GPtrArray *groups,
                        GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_outcomes);
  InkGroups found = { names, parts, FALSE, plan->funnel->compare == INK_COMPARE_PERSONA };

  g_return_val_if_fail (plan != NULL && shape != NULL, FALSE);
  g_return_val_if_fail (outcomes != NULL && groups != NULL, FALSE);

  if (!find_groups (plan, outcomes, &found, error))
    return FALSE;
  if (plan->funnel->compare != INK_COMPARE_PERIOD
      && !ink_funnel_groups_limit (plan, &found, plan->funnel->limit, error))
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (groups,
                     ink_funnel_stats_new (g_ptr_array_index (names, i), shape,
                                           plan->scope->times,
                                           g_steal_pointer (&g_ptr_array_index (parts, i))));

  return TRUE;
}
