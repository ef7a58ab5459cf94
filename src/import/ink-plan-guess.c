/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Roles of a table that no format knows. */

#include "config.h"

#include "import/ink-plan-guess.h"

#include <string.h>

#include "import/ink-role-guess.h"

guint
ink_plan_count_role (const InkImportPlan *plan,
                     InkRole role)
{
  guint n = 0;

  for (guint i = 0; i < plan->columns->len; i++)
    n += ink_import_plan_column (plan, i)->role == role;
  return n;
}

static gboolean
has_time (const InkPlanColumn *column)
{
  /* The name promises it, so that half is enough: the rest are the rows to be rejected. */
  return column->stats.cells > 0
         && (column->stats.time.times + column->stats.time.serials) * 2 >= column->stats.cells;
}

/* Whether the contents agree with what the name promises. */
static gboolean
agrees (const InkPlanColumn *column,
        const InkRoleGuess *guess,
        guint n_rows)
{
  const InkColumnStats *stats = &column->stats;

  switch (guess->role)
    {
    case INK_ROLE_TIME:
      return has_time (column);
    case INK_ROLE_VALUE:
    case INK_ROLE_DURATION:
      return stats->cells == 0
             || (ink_plan_most (stats->numbers, stats->cells) && stats->flags < stats->cells);
    case INK_ROLE_EVENT:
      return stats->cells > 0 && !ink_plan_most (stats->numbers, stats->cells)
             && (!guess->weak || stats->distinct * 2 <= stats->cells || stats->cells < 20);
    case INK_ROLE_WHO:
      return !guess->weak || (stats->distinct == n_rows && n_rows > 1);
    case INK_ROLE_ALSO:
    case INK_ROLE_SESSION:
    case INK_ROLE_PAGE:
    case INK_ROLE_CURRENCY:
    case INK_ROLE_CHANNEL:
    case INK_ROLE_SOURCE:
    case INK_ROLE_MEDIUM:
    case INK_ROLE_CAMPAIGN:
    case INK_ROLE_KEEP:
    case INK_ROLE_PERSON:
    case INK_ROLE_LEAVE_OUT:
    case INK_N_ROLES:
    default:
      return TRUE;
    }
}

/* The unassigned column that fits the role best, -1: none. */
static int
find_best (const InkImportPlan *plan,
           InkRole role,
           guint n_rows,
           gboolean weak,
           gboolean anonymous_only)
{
  int best = -1;
  guint best_rank = G_MAXUINT;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);
      InkRoleGuess guess;
      guint rank;

      if (column->chosen || column->role != INK_ROLE_KEEP
          || !ink_role_guess (column->name, &guess) || guess.role != role
          || (guess.weak && !weak) || (anonymous_only && !guess.anonymous)
          || !agrees (column, &guess, n_rows))
        continue;
      /* A column that is empty so far, only where there is no other. */
      rank = guess.rank + (column->stats.cells == 0 ? 10000 : 0);
      if (rank < best_rank)
        {
          best = (int) i;
          best_rank = rank;
        }
    }
  return best;
}

static void
give_role (InkImportPlan *plan,
           int i,
           InkRole role)
{
  InkPlanColumn *column = ink_import_plan_column (plan, i);
  InkRoleGuess guess;

  column->role = role;
  if (ink_role_guess (column->name, &guess) && guess.role == role)
    column->scale = guess.scale;
}

/* Yes and no, or a date on which something happened. */
static gboolean
can_be_flag (const InkPlanColumn *column)
{
  const InkColumnStats *stats = &column->stats;

  if (stats->cells == 0)
    return FALSE;
  if (stats->flags == stats->cells && stats->distinct <= 2)
    return TRUE;
  return ink_plan_most (stats->time.times, stats->cells) && stats->time.numbers == 0;
}

/* Flags that the user named as events make the table one of people. */
static gboolean
events_are_flags (const InkImportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);

      if (column->role != INK_ROLE_EVENT)
        continue;
      if (!can_be_flag (column))
        return FALSE;
      n++;
    }
  return n > 0;
}

static void
guess_people (InkImportPlan *plan,
              guint n_rows)
{
  gboolean events = (ink_plan_count_role (plan, INK_ROLE_EVENT) > 0 && !events_are_flags (plan))
                    || plan->event_name != NULL;
  int who = -1;
  int other;

  if (ink_plan_count_role (plan, INK_ROLE_WHO) == 0)
    {
      /* The id of a row is a person's only where rows are not events. */
      who = find_best (plan, INK_ROLE_WHO, n_rows, !events, FALSE);
      if (who < 0)
        return;
      give_role (plan, who, INK_ROLE_WHO);
    }
  if (ink_plan_count_role (plan, INK_ROLE_ALSO) > 0)
    return;
  other = find_best (plan, INK_ROLE_WHO, n_rows, FALSE, TRUE);
  if (other >= 0)
    give_role (plan, other, INK_ROLE_ALSO);
}

void
ink_plan_guess_roles (InkImportPlan *plan,
                      guint n_rows)
{
  static const InkRole single[]
      = { INK_ROLE_SESSION, INK_ROLE_PAGE,    INK_ROLE_DURATION, INK_ROLE_VALUE, INK_ROLE_CURRENCY,
          INK_ROLE_CHANNEL, INK_ROLE_SOURCE,  INK_ROLE_MEDIUM,   INK_ROLE_CAMPAIGN };
  int found;

  g_return_if_fail (plan != NULL);

  if (ink_plan_count_role (plan, INK_ROLE_TIME) == 0
      && (found = find_best (plan, INK_ROLE_TIME, n_rows, FALSE, FALSE)) >= 0)
    give_role (plan, found, INK_ROLE_TIME);
  if (plan->event_name == NULL && ink_plan_count_role (plan, INK_ROLE_EVENT) == 0
      && (found = find_best (plan, INK_ROLE_EVENT, n_rows,
                             ink_plan_count_role (plan, INK_ROLE_TIME) > 0, FALSE))
             >= 0)
    give_role (plan, found, INK_ROLE_EVENT);
  guess_people (plan, n_rows);
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    if (ink_plan_count_role (plan, single[i]) == 0
        && (found = find_best (plan, single[i], n_rows, FALSE, FALSE)) >= 0)
      give_role (plan, found, single[i]);
}

/* Two columns: who, and a text that is always the same: the name of what everybody here did. */
static int
find_constant (const InkImportPlan *plan,
               const InkImportSample *sample)
{
  int found = -1;

  if (plan->columns->len != 2 || ink_plan_count_role (plan, INK_ROLE_WHO) != 1)
    return -1;
  for (guint i = 0; i < 2; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);

      if (column->role != INK_ROLE_WHO && !column->chosen && column->stats.distinct == 1
          && column->stats.cells == sample->rows->len && column->stats.numbers == 0
          && column->stats.flags == 0 && !has_time (column)
          && (sample->rows->len > 1 || plan->columns->len == 2))
        found = (int) i;
    }
  return found;
}

static gboolean
who_is_unique (const InkImportPlan *plan,
               guint n_rows)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);

      if (column->role == INK_ROLE_WHO)
        return column->stats.distinct >= column->stats.cells && column->stats.cells * 10 >= n_rows * 9;
    }
  return FALSE;
}

/* "Prospect ID" -> "Prospect": what a row is, by the name of its id; NULL where it does not say. */
static char *
name_by_id (const char *id)
{
  static const char *const endings[] = { "id", "uuid", "guid", "key", "number", "no", "nr" };
  gsize length = strlen (id);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      gsize ending = strlen (endings[i]);
      const char *at = id + length - ending;
      gsize kept = length - ending;

      if (length <= ending || g_ascii_strcasecmp (at, endings[i]) != 0)
        continue;
      /* "paid" ends in "id" and is no id. */
      if (strchr (" _-.", at[-1]) == NULL && !(g_ascii_islower (at[-1]) && g_ascii_isupper (*at)))
        continue;
      while (kept > 0 && strchr (" _-.", id[kept - 1]) != NULL)
        kept--;
      return kept > 0 ? g_strndup (id, kept) : NULL;
    }
  return NULL;
}

/* Who says yes to nothing is a person of the table too: only an event of the row itself makes every
 * row count, and a share of those who converted a share of all. A table without a yes or no (one of
 * properties for the people of other files) gives none. */
static void
name_rows (InkImportPlan *plan)
{
  g_autofree char *name = NULL;
  gboolean flags = FALSE;
  gboolean taken = FALSE;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);

      flags |= column->flag && column->role != INK_ROLE_LEAVE_OUT
               && column->stats.flags == column->stats.cells;
      if (column->role == INK_ROLE_WHO && name == NULL)
        name = name_by_id (column->name);
    }
  for (guint i = 0; i < plan->columns->len; i++)
    taken |= g_strcmp0 (ink_import_plan_column (plan, i)->name, name) == 0;

  if (flags)
    plan->row_name = name != NULL && !taken ? g_steal_pointer (&name) : g_strdup ("Row");
}

/* A table of people: what is not an id is a property of the person, and its flags are events. */
static void
make_people (InkImportPlan *plan)
{
  gboolean given = ink_plan_count_role (plan, INK_ROLE_EVENT) > 0;

  plan->people = TRUE;
  plan->numbered = ink_plan_count_role (plan, INK_ROLE_WHO) == 0
                   && ink_plan_count_role (plan, INK_ROLE_ALSO) == 0;
  for (guint i = 0; i < plan->columns->len; i++)
    {
      InkPlanColumn *column = ink_import_plan_column (plan, i);

      if (column->role == INK_ROLE_EVENT)
        column->flag = TRUE;
      if (column->role == INK_ROLE_WHO || column->role == INK_ROLE_ALSO
          || column->role == INK_ROLE_TIME || column->role == INK_ROLE_LEAVE_OUT
          || column->role == INK_ROLE_EVENT)
        continue;
      if (!given && !column->chosen && can_be_flag (column))
        column->flag = TRUE;
      if (column->role == INK_ROLE_KEEP)
        column->role = INK_ROLE_PERSON;
    }
  name_rows (plan);
}

static guint
count_flags (const InkImportPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);

      n += column->role != INK_ROLE_LEAVE_OUT && column->stats.numbers < column->stats.cells
           && column->stats.flags == column->stats.cells && column->stats.cells > 0;
      n += ink_role_guess_is_outcome (column->name) && column->stats.cells > 0
           && column->stats.flags == column->stats.cells;
    }
  return n;
}

void
ink_plan_guess_shape (InkImportPlan *plan,
                      const InkImportSample *sample)
{
  gboolean who = ink_plan_count_role (plan, INK_ROLE_WHO) > 0
                 || ink_plan_count_role (plan, INK_ROLE_ALSO) > 0;
  gboolean time = ink_plan_count_role (plan, INK_ROLE_TIME) > 0;
  int constant;

  g_return_if_fail (plan != NULL && sample != NULL);

  if (plan->event_name != NULL)
    {
      /* Nobody is named: each row is a person still, and the name is that of the rows. */
      if (who || time || count_flags (plan) == 0)
        return;
      make_people (plan);
      g_free (plan->row_name);
      plan->row_name = g_steal_pointer (&plan->event_name);
      return;
    }
  if (events_are_flags (plan))
    {
      make_people (plan);
      return;
    }
  if (ink_plan_count_role (plan, INK_ROLE_EVENT) > 0)
    return;
  if (who && (constant = find_constant (plan, sample)) >= 0)
    ink_import_plan_column (plan, constant)->role = INK_ROLE_EVENT;
  else if (who && who_is_unique (plan, sample->rows->len))
    make_people (plan);
  else if (who)
    plan->event_name = g_strdup (plan->stem);
  else if (!time && count_flags (plan) > 0)
    make_people (plan);
}
