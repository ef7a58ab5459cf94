/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/ink-plan-column.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import/ink-plan-guess.h"
#include "import/ink-role-guess.h"

static gboolean
is_taken (const InkImportPlan *plan,
          const InkPlanColumn *self,
          const char *property)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);

      if (column != self && column->property != NULL && strcmp (column->property, property) == 0
          && (column->role == INK_ROLE_PERSON) == (self->role == INK_ROLE_PERSON))
        return TRUE;
    }
  return FALSE;
}

/* The name in the project: the well-known one where the role or the column's name has one, which
 * one column only can have, else the column's own. */
static void
name_property (const InkImportPlan *plan,
               InkPlanColumn *column,
               gboolean hinted)
{
  const char *property = ink_role_get_property (column->role);
  InkRoleGuess guess;

  if (column->property != NULL && !(column->loose && is_taken (plan, column, column->property)))
    return;
  g_clear_pointer (&column->property, g_free);
  if (property == NULL && column->role != INK_ROLE_KEEP && column->role != INK_ROLE_PERSON
      && !(column->flag && column->role != INK_ROLE_LEAVE_OUT))
    return;
  if (property == NULL && !hinted && ink_role_guess (column->name, &guess)
      && guess.role == INK_ROLE_KEEP)
    property = guess.property;
  if (property == NULL || (!column->chosen && is_taken (plan, column, property)))
    property = column->name;
  column->property = g_strdup (property);
  for (int n = 2; is_taken (plan, column, column->property) && column->role >= INK_ROLE_KEEP; n++)
    {
      g_free (column->property);
      column->property = g_strdup_printf ("%s %d", property, n);
    }
}

static InkKind
find_kind (const InkPlanColumn *column,
           const InkImportFormat *format)
{
  gboolean typed = format->typed;
  const InkColumnStats *stats = &column->stats;
  const InkTimeGuess *time = &stats->time;

  if (column->role == INK_ROLE_VALUE || column->role == INK_ROLE_DURATION || column->scale != 0)
    return INK_KIND_NUMBER;
  if (column->role != INK_ROLE_KEEP && column->role != INK_ROLE_PERSON && !column->flag)
    return INK_KIND_TEXT;
  if (stats->cells == 0 || format->marked_times)
    return INK_KIND_TEXT;
  if (stats->booleans == stats->cells)
    return INK_KIND_BOOLEAN;
  if (time->times == stats->cells && time->numbers == 0
      && (column->flag || time->day_first + time->month_first + time->either == 0))
    return INK_KIND_TIME;
  if (stats->numbers == stats->cells && stats->number.ids == 0
      && !ink_role_guess_is_id (column->name) && !(typed && stats->texts > 0))
    return INK_KIND_NUMBER;
  return INK_KIND_TEXT;
}

static const char *
find_personal (const InkPlanColumn *column)
{
  const InkColumnStats *stats = &column->stats;
  g_autofree char *name = ink_role_guess_normalise (column->name);

  if (stats->emails * 2 > stats->cells)
    return "e-mail";
  if (stats->ips * 2 > stats->cells)
    return "ip";
  if (stats->phones * 2 > stats->cells
      || (stats->cells > 0 && stats->flags < stats->cells && strstr (name, "phone") != NULL
          && strstr (name, "headphone") == NULL && ink_plan_most (stats->numbers, stats->cells)))
    return "phone";
  return NULL;
}

static void
protect (InkPlanColumn *column,
         const InkImportOptions *options)
{
  column->personal = find_personal (column);
  if (column->personal == NULL || options->privacy == INK_PRIVACY_OFF)
    return;
  if (column->role == INK_ROLE_WHO || column->role == INK_ROLE_ALSO)
    column->pseudonyms = TRUE;
  else if (column->role != INK_ROLE_TIME
           && !(column->chosen && options->privacy == INK_PRIVACY_AUTO))
    column->role = INK_ROLE_LEAVE_OUT;
}

static void
ask (InkImportPlan *plan,
     InkImportQuestionKind kind,
     const char *column,
     char *sentence,
     const char *guess)
{
  InkImportQuestion question = { kind, g_strdup (column), sentence, g_strdup (guess) };

  g_array_append_val (plan->questions, question);
}

gboolean
ink_plan_column_reads_times (const InkPlanColumn *column)
{
  return column->role == INK_ROLE_TIME
         || (column->kind == INK_KIND_TIME && column->role != INK_ROLE_LEAVE_OUT);
}

static void
settle_time (InkImportPlan *plan,
             InkPlanColumn *column,
             const InkImportOptions *options)
{
  const InkTimeGuess *time = &column->stats.time;

  if (!ink_plan_column_reads_times (column))
    return;
  column->time.excel = time->times * 2 < time->cells && time->serials > 0;
  if (options->date_order != INK_DATE_ORDER_AUTO)
    column->time.month_first = options->date_order == INK_DATE_ORDER_MDY;
  else if (time->day_first != time->month_first)
    column->time.month_first = time->month_first > time->day_first;
  else if (time->either > 0)
    {
      plan->ambiguous = TRUE;
      ask (plan, INK_QUESTION_DATE_ORDER, column->name,
           g_strdup_printf (_("In the column '%s', day and month cannot be told apart."),
                            column->name),
           NULL);
    }
  if (time->zoneless > 0 || (column->time.wall_clock && column->role == INK_ROLE_TIME))
    plan->zone_taken = TRUE;
  if (time->zoneless > 0 && options->time_zone == NULL && time->clocks > 0)
    ask (plan, INK_QUESTION_TIME_ZONE, column->name,
         g_strdup_printf (_("The times in the column '%s' say no time zone."), column->name),
         "UTC");
}

/* Seconds that look like UTC, but may be the wall clock of a place. */
static void
ask_wall_clock (InkImportPlan *plan,
                const InkPlanColumn *column,
                const InkImportFormat *format,
                const InkImportOptions *options)
{
  gboolean is_utc = plan->zone_shown && g_str_equal (plan->zone_name, "UTC");

  if (!format->wall_clocks || options->time_zone != NULL || column->role != INK_ROLE_TIME || is_utc)
    return;
  ask (plan, INK_QUESTION_TIME_ZONE, column->name,
       plan->zone_shown
           ? g_strdup_printf (_("The times in the column '%s' are a clock that is %s from UTC. "
                                "Name the place, such as Europe/Berlin, where that changes in "
                                "summer."),
                              column->name, plan->zone_name)
           : g_strdup_printf (_("The times in the column '%s' may be UTC or, of projects made "
                                "before 2023, the clock of the project's time zone."),
                              column->name),
       plan->zone_name);
}

void
ink_plan_column_finish (InkImportPlan *plan,
                        InkPlanColumn *column,
                        const InkImportFormat *format,
                        const InkImportOptions *options)
{
  protect (column, options);
  column->kind = find_kind (column, format);
  column->marked = format->marked_times;
  column->time.wall_clock
      = format->wall_clocks && (options->time_zone != NULL || plan->zone_shown);
  name_property (plan, column, format->hints != NULL);
  if (column->role == INK_ROLE_LEAVE_OUT)
    g_clear_pointer (&column->property, g_free);
  column->number = column->stats.number_style;
  column->guarded = column->stats.guarded > 0;
  settle_time (plan, column, options);
  ask_wall_clock (plan, column, format, options);
}

void
ink_plan_column_finish_late (InkImportPlan *plan,
                             InkPlanColumn *column,
                             const InkImportFormat *format)
{
  gboolean number = column->scale != 0 || column->role == INK_ROLE_VALUE
                    || column->role == INK_ROLE_DURATION;

  column->kind = number ? INK_KIND_NUMBER : INK_KIND_TEXT;
  column->marked = format->marked_times;
  name_property (plan, column, format->hints != NULL);
}
