/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The life of funnels: making, sharing, copying, comparing and varying them. */
#include "definition/ink-funnel.h"

#include "definition/ink-definition-private.h"

void
ink_funnel_clear_steps (InkFunnel *funnel)
{
  for (guint i = 0; i < funnel->n_steps; i++)
    {
      ink_rule_unref (funnel->steps[i].rule);
      g_free (funnel->steps[i].name);
    }
  g_clear_pointer (&funnel->steps, g_free);
  funnel->n_steps = 0;
}

void
ink_funnel_clear_not_if (InkFunnel *funnel)
{
  for (guint i = 0; i < funnel->n_not_if; i++)
    ink_rule_unref (funnel->not_if[i].rule);
  g_clear_pointer (&funnel->not_if, g_free);
  funnel->n_not_if = 0;
}

static void
free_funnel (InkFunnel *funnel)
{
  ink_funnel_clear_steps (funnel);
  ink_funnel_clear_not_if (funnel);
  g_clear_pointer (&funnel->people, ink_rule_unref);
  ink_dates_clear (&funnel->between);
  g_strfreev (funnel->compare_properties);
  g_free (funnel->count_property);
  g_free (funnel->id);
  g_free (funnel->name);
  g_free (funnel->note);
  g_free (funnel);
}

static void
set_steps (InkFunnel *funnel,
           const InkStep *steps,
           guint n_steps)
{
  InkStep *copy = n_steps > 0 ? g_new (InkStep, n_steps) : NULL;

  for (guint i = 0; i < n_steps; i++)
    copy[i] = (InkStep){ .rule = ink_rule_ref (steps[i].rule),
                         .name = g_strdup (steps[i].name),
                         .optional = steps[i].optional };
  ink_funnel_clear_steps (funnel);
  funnel->steps = copy;
  funnel->n_steps = n_steps;
}

static void
set_not_if (InkFunnel *funnel,
            const InkExclusion *not_if,
            guint n_not_if)
{
  InkExclusion *copy = n_not_if > 0 ? g_new (InkExclusion, n_not_if) : NULL;

  for (guint i = 0; i < n_not_if; i++)
    {
      copy[i] = not_if[i];
      ink_rule_ref (copy[i].rule);
    }
  ink_funnel_clear_not_if (funnel);
  funnel->not_if = copy;
  funnel->n_not_if = n_not_if;
}

static gboolean
steps_equal (const InkFunnel *a,
             const InkFunnel *b)
{
  if (a->n_steps != b->n_steps)
    return FALSE;

  for (guint i = 0; i < a->n_steps; i++)
    if (a->steps[i].optional != b->steps[i].optional
        || g_strcmp0 (a->steps[i].name, b->steps[i].name) != 0
        || !ink_rule_equal (a->steps[i].rule, b->steps[i].rule))
      return FALSE;

  return TRUE;
}

static gboolean
exclusions_equal (const InkFunnel *a,
                  const InkFunnel *b)
{
  if (a->n_not_if != b->n_not_if)
    return FALSE;

  for (guint i = 0; i < a->n_not_if; i++)
    if (a->not_if[i].from != b->not_if[i].from || a->not_if[i].to != b->not_if[i].to
        || !ink_rule_equal (a->not_if[i].rule, b->not_if[i].rule))
      return FALSE;

  return TRUE;
}

static gboolean
comparisons_equal (const InkFunnel *a,
                   const InkFunnel *b)
{
  return a->compare == b->compare && a->compare_list == b->compare_list && a->take == b->take
         && a->take_step == b->take_step && a->limit == b->limit
         && ink_names_equal (a->compare_properties, b->compare_properties);
}

/**
 * ink_funnel_ref:
 *
 * Returns: (transfer full): @funnel
 */
InkFunnel *
ink_funnel_ref (InkFunnel *funnel)
{
  g_return_val_if_fail (funnel != NULL, NULL);

  g_atomic_ref_count_inc (&funnel->ref_count);
  return funnel;
}

/**
 * ink_funnel_unref:
 *
 * Gives one reference back; the last frees the funnel.
 */
void
ink_funnel_unref (InkFunnel *funnel)
{
  g_return_if_fail (funnel != NULL);

  if (g_atomic_ref_count_dec (&funnel->ref_count))
    free_funnel (funnel);
}

/**
 * ink_funnel_equal:
 *
 * Returns: TRUE where both are written alike; ids are left out
 */
gboolean
ink_funnel_equal (const InkFunnel *a,
                  const InkFunnel *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (a->order == b->order && a->count == b->count && g_strcmp0 (a->name, b->name) == 0
             && g_strcmp0 (a->count_property, b->count_property) == 0
             && g_strcmp0 (a->note, b->note) == 0 && ink_span_equal (a->within, b->within)
             && ink_dates_equal (&a->between, &b->between) && comparisons_equal (a, b)
             && ink_rule_equal (a->people, b->people) && steps_equal (a, b)
             && exclusions_equal (a, b));
}

/**
 * ink_funnel_new:
 *
 * Returns: (transfer full): a funnel without steps, as listed, of people, with an id of its own; to
 *   be filled before it is shared
 */
InkFunnel *
ink_funnel_new (const char *name)
{
  InkFunnel *funnel;

  g_return_val_if_fail (name != NULL, NULL);

  funnel = g_new0 (InkFunnel, 1);
  g_atomic_ref_count_init (&funnel->ref_count);
  funnel->id = ink_definition_make_id ();
  funnel->name = g_strdup (name);
  return funnel;
}

/**
 * ink_funnel_copy:
 *
 * Returns: (transfer full): the same funnel with the same id, to be changed before it is shared
 */
InkFunnel *
ink_funnel_copy (const InkFunnel *funnel)
{
  InkFunnel *copy;

  g_return_val_if_fail (funnel != NULL, NULL);

  copy = g_memdup2 (funnel, sizeof *funnel);
  g_atomic_ref_count_init (&copy->ref_count);
  copy->id = g_strdup (funnel->id);
  copy->name = g_strdup (funnel->name);
  copy->note = g_strdup (funnel->note);
  copy->count_property = g_strdup (funnel->count_property);
  copy->compare_properties = g_strdupv (funnel->compare_properties);
  copy->between = ink_dates_copy (&funnel->between);
  copy->people = funnel->people != NULL ? ink_rule_ref (funnel->people) : NULL;
  copy->steps = NULL;
  copy->not_if = NULL;
  copy->n_steps = copy->n_not_if = 0;
  set_steps (copy, funnel->steps, funnel->n_steps);
  set_not_if (copy, funnel->not_if, funnel->n_not_if);
  return copy;
}

static void
replace_rule (InkRule **rule,
              InkRuleKind kind,
              const char *from,
              const char *to)
{
  InkRule *old = *rule;

  *rule = ink_rule_rename (old, kind, from, to);
  ink_rule_unref (old);
}

/* The funnel in which the goal or persona @from is called @to; itself where it names no such one. */
InkFunnel *
ink_funnel_rename (InkFunnel *funnel,
                   InkRuleKind kind,
                   const char *from,
                   const char *to)
{
  g_autoptr (InkFunnel) copy = ink_funnel_copy (funnel);

  for (guint i = 0; i < copy->n_steps; i++)
    replace_rule (&copy->steps[i].rule, kind, from, to);
  for (guint i = 0; i < copy->n_not_if; i++)
    replace_rule (&copy->not_if[i].rule, kind, from, to);
  if (copy->people != NULL)
    replace_rule (&copy->people, kind, from, to);

  return ink_funnel_equal (funnel, copy) ? ink_funnel_ref (funnel) : g_steal_pointer (&copy);
}

/* What of @funnel is about step numbers beyond its steps goes. */
static void
drop_what_names_missing_steps (InkFunnel *funnel)
{
  guint kept = 0;

  for (guint i = 0; i < funnel->n_not_if; i++)
    {
      const InkExclusion *not_if = &funnel->not_if[i];

      if (not_if->to <= funnel->n_steps && !funnel->steps[not_if->from - 1].optional
          && !funnel->steps[not_if->to - 1].optional)
        funnel->not_if[kept++] = *not_if;
      else
        ink_rule_unref (not_if->rule);
    }
  funnel->n_not_if = kept;
  if (funnel->take == INK_TAKE_STEP && funnel->take_step > funnel->n_steps)
    {
      funnel->take = INK_TAKE_FIRST;
      funnel->take_step = 0;
    }
}

/**
 * ink_funnel_copy_with_steps:
 * @steps: (array length=n_steps): the steps; references are taken
 *
 * Exclusions and comparisons that name steps which are no longer there are left out.
 *
 * Returns: (transfer full): the funnel with those steps
 */
InkFunnel *
ink_funnel_copy_with_steps (const InkFunnel *funnel,
                            const InkStep *steps,
                            guint n_steps)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  set_steps (copy, steps, n_steps);
  drop_what_names_missing_steps (copy);
  return copy;
}

/**
 * ink_funnel_copy_with_order:
 *
 * What only `as_listed` has (optional steps) is left out of other orders, and `any` counts people
 * where tries were counted.
 *
 * Returns: (transfer full): the funnel in that order
 */
InkFunnel *
ink_funnel_copy_with_order (const InkFunnel *funnel,
                            InkOrder order)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  copy->order = order;
  if (order == INK_ORDER_AS_LISTED)
    return copy;

  for (guint i = 0; i < copy->n_steps; i++)
    copy->steps[i].optional = FALSE;
  if (order == INK_ORDER_ANY && copy->count == INK_COUNT_TRIES)
    copy->count = INK_COUNT_PEOPLE;
  return copy;
}

/**
 * ink_funnel_copy_with_within:
 * @within: a length, or none
 *
 * Returns: (transfer full): the funnel with that window
 */
InkFunnel *
ink_funnel_copy_with_within (const InkFunnel *funnel,
                             InkSpan within)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  copy->within = within;
  return copy;
}

/**
 * ink_funnel_copy_with_people:
 * @people: (nullable): the rule of those who count; a reference is taken
 *
 * Returns: (transfer full): the funnel of those people
 */
InkFunnel *
ink_funnel_copy_with_people (const InkFunnel *funnel,
                             InkRule *people)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  if (people != NULL)
    ink_rule_ref (people);
  g_clear_pointer (&copy->people, ink_rule_unref);
  copy->people = people;
  return copy;
}

/**
 * ink_funnel_copy_with_between:
 * @from: (nullable): a date or time; open where NULL
 * @to: (nullable): the same
 *
 * Both NULL takes the period out.
 *
 * Returns: (transfer full): the funnel of tries that start in that period
 */
InkFunnel *
ink_funnel_copy_with_between (const InkFunnel *funnel,
                              const char *from,
                              const char *to)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  ink_dates_clear (&copy->between);
  copy->between = (InkDates){ from != NULL || to != NULL, g_strdup (from), g_strdup (to) };
  return copy;
}

/**
 * ink_funnel_copy_with_compare:
 * @properties: (nullable) (array zero-terminated=1): what is compared, for persons and properties
 * @take_step: from 1, for INK_TAKE_STEP
 * @limit: groups before 'Other'; 0 is no limit
 *
 * Returns: (transfer full): the funnel with that comparison
 */
InkFunnel *
ink_funnel_copy_with_compare (const InkFunnel *funnel,
                              InkCompare compare,
                              const char *const *properties,
                              InkTake take,
                              guint take_step,
                              guint limit)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  g_strfreev (copy->compare_properties);
  copy->compare = compare;
  copy->compare_properties = g_strdupv ((char **) properties);
  copy->compare_list = properties != NULL && g_strv_length ((char **) properties) > 1;
  copy->take = compare == INK_COMPARE_PROPERTY ? take : INK_TAKE_FIRST;
  copy->take_step = copy->take == INK_TAKE_STEP ? take_step : 0;
  copy->limit = limit;
  return copy;
}

/**
 * ink_funnel_copy_with_name:
 *
 * Returns: (transfer full): the funnel under that name, with the same id
 */
InkFunnel *
ink_funnel_copy_with_name (const InkFunnel *funnel,
                           const char *name)
{
  InkFunnel *copy;

  g_return_val_if_fail (name != NULL, NULL);

  copy = ink_funnel_copy (funnel);
  g_free (copy->name);
  copy->name = g_strdup (name);
  return copy;
}

/**
 * ink_funnel_copy_with_not_if:
 * @not_if: (array length=n_not_if): what spoils a try; references are taken
 *
 * Returns: (transfer full): the funnel with those exclusions
 */
InkFunnel *
ink_funnel_copy_with_not_if (const InkFunnel *funnel,
                             const InkExclusion *not_if,
                             guint n_not_if)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  set_not_if (copy, not_if, n_not_if);
  return copy;
}

/**
 * ink_funnel_copy_with_count:
 * @property: (nullable): what groups people, for INK_COUNT_PROPERTY
 *
 * Tries are not counted in `any` order: the funnel then is as listed.
 *
 * Returns: (transfer full): the funnel that counts those
 */
InkFunnel *
ink_funnel_copy_with_count (const InkFunnel *funnel,
                            InkCount count,
                            const char *property)
{
  InkFunnel *copy = ink_funnel_copy (funnel);

  g_free (copy->count_property);
  copy->count = count;
  copy->count_property = count == INK_COUNT_PROPERTY ? g_strdup (property) : NULL;
  if (count == INK_COUNT_TRIES && copy->order == INK_ORDER_ANY)
    copy->order = INK_ORDER_AS_LISTED;
  return copy;
}
