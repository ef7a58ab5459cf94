/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with every column of a file. */

#include "config.h"

#include "import/ink-import-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "import/ink-plan-guess.h"
#include "import/ink-role-guess.h"

static void
clear_column (gpointer data)
{
  InkPlanColumn *column = data;

  g_free (column->name);
  g_free (column->property);
  ink_time_style_clear (&column->time);
}

static void
clear_question (gpointer data)
{
  InkImportQuestion *question = data;

  g_free (question->column);
  g_free (question->sentence);
  g_free (question->guess);
}

void
ink_import_plan_free (InkImportPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->columns);
  g_array_unref (plan->questions);
  g_clear_pointer (&plan->zone, g_time_zone_unref);
  g_free (plan->zone_name);
  g_free (plan->event_name);
  g_free (plan->row_name);
  g_free (plan->stem);
  g_free (plan);
}

/* The hint that fits, and what of the name stands in the place of its '*'. */
static const InkColumnHint *
find_hint (const InkImportFormat *format,
           const char *name,
           const char **rest)
{
  for (const InkColumnHint *hint = format->hints; hint != NULL && hint->column != NULL; hint++)
    {
      gsize length = strlen (hint->column);

      *rest = name;
      if (strcmp (hint->column, name) == 0)
        return hint;
      if (length > 0 && hint->column[length - 1] == '*'
          && strncmp (hint->column, name, length - 1) == 0)
        {
          *rest = name + length - 1;
          return hint;
        }
    }
  return NULL;
}

static void
apply_hint (InkPlanColumn *column,
            const InkImportFormat *format)
{
  const char *rest;
  const InkColumnHint *hint = find_hint (format, column->name, &rest);

  if (hint == NULL)
    return;
  column->role = hint->role;
  column->rank = (guint) (hint - format->hints);
  column->scale = hint->scale;
  if (hint->property != NULL)
    column->property = g_strdup (hint->property);
  else if (*rest != '\0' && (hint->role == INK_ROLE_KEEP || hint->role == INK_ROLE_PERSON))
    {
      column->property = g_strdup (rest);
      column->loose = rest != column->name;
    }
}

static InkPlanColumn *
find_column (InkImportPlan *plan,
             const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < plan->columns->len; i++)
    if (strcmp (ink_import_plan_column (plan, i)->name, name) == 0)
      return ink_import_plan_column (plan, i);
  for (guint i = 0; i < plan->columns->len; i++)
    {
      g_autofree char *folded = g_utf8_casefold (ink_import_plan_column (plan, i)->name, -1);

      if (strcmp (folded, wanted) == 0)
        return ink_import_plan_column (plan, i);
    }
  return NULL;
}

static gboolean
refuse_column (const InkImportPlan *plan,
               const char *name,
               GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < plan->columns->len && i < 40; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ink_import_plan_column (plan, i)->name);
  g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
               _("The file has no column '%s'. Its columns are: %s."), name, names->str);
  return FALSE;
}

/* The user's word goes before every guess: columns of a role that he gave to others lose it. */
static gboolean
apply_choices (InkImportPlan *plan,
               const InkImportOptions *options,
               GError **error)
{
  gboolean given[INK_N_ROLES] = { FALSE };

  for (guint i = 0; i < options->choices->len; i++)
    {
      const InkRoleChoice *choice = &g_array_index (options->choices, InkRoleChoice, i);
      InkPlanColumn *column;

      given[choice->role] = TRUE;
      if (choice->role == INK_ROLE_EVENT && choice->column[0] == '@')
        {
          g_free (plan->event_name);
          plan->event_name = g_strdup (choice->column + 1);
          continue;
        }
      column = find_column (plan, choice->column);
      if (column == NULL)
        return refuse_column (plan, choice->column, error);
      if (column->role != choice->role)
        g_clear_pointer (&column->property, g_free);
      column->role = choice->role;
      column->chosen = TRUE;
      column->rank = i;
    }
  for (guint i = 0; i < plan->columns->len; i++)
    {
      InkPlanColumn *column = ink_import_plan_column (plan, i);

      if (!column->chosen && given[column->role] && column->role < INK_ROLE_KEEP)
        {
          column->role = INK_ROLE_KEEP;
          g_clear_pointer (&column->property, g_free);
        }
    }
  return TRUE;
}

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

/* Whether times are read from this column. */
static gboolean
reads_times (const InkPlanColumn *column)
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

  if (!reads_times (column))
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

static void
finish_column (InkImportPlan *plan,
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

/* The user's, else the one that the rows show, else UTC. */
static void
choose_zone (InkImportPlan *plan,
             const InkImportSample *sample,
             const InkImportFormat *format,
             const InkImportOptions *options)
{
  if (options->time_zone != NULL)
    plan->zone_name = g_strdup (options->time_zone);
  else if (format->guess_zone != NULL)
    plan->zone_name = format->guess_zone (sample);
  plan->zone_shown = options->time_zone == NULL && plan->zone_name != NULL;
  if (plan->zone_name == NULL)
    plan->zone_name = g_strdup ("UTC");
  plan->zone = g_time_zone_new_identifier (plan->zone_name);
  if (plan->zone == NULL)
    plan->zone = g_time_zone_new_utc ();
}

static InkPlanColumn *
append_column (InkImportPlan *plan,
               const char *name)
{
  InkPlanColumn column = { .name = g_strdup (name), .role = INK_ROLE_KEEP };

  column.number = (InkNumberStyle){ '.', FALSE };
  ink_time_style_init (&column.time, plan->zone);
  g_array_append_val (plan->columns, column);
  return ink_import_plan_column (plan, plan->columns->len - 1);
}

InkImportPlan *
ink_import_plan_new (const InkImportSample *sample,
                     const InkImportFormat *format,
                     const InkImportOptions *options,
                     const char *stem,
                     GError **error)
{
  g_autoptr (InkImportPlan) plan = NULL;

  g_return_val_if_fail (sample != NULL && format != NULL && options != NULL, NULL);

  plan = g_new0 (InkImportPlan, 1);
  plan->columns = g_array_new (FALSE, FALSE, sizeof (InkPlanColumn));
  g_array_set_clear_func (plan->columns, clear_column);
  plan->questions = g_array_new (FALSE, FALSE, sizeof (InkImportQuestion));
  g_array_set_clear_func (plan->questions, clear_question);
  plan->stem = g_strdup (stem);
  choose_zone (plan, sample, format, options);

  for (guint i = 0; i < sample->columns->len; i++)
    {
      InkPlanColumn *column = append_column (plan, g_ptr_array_index (sample->columns, i));

      ink_column_stats_read (&column->stats, sample, i);
      apply_hint (column, format);
    }
  if (!apply_choices (plan, options, error))
    return NULL;
  if (format->hints == NULL)
    ink_plan_guess_roles (plan, sample->rows->len);
  if (format->hints == NULL)
    ink_plan_guess_shape (plan, sample);
  /* Roles that have one property before those that may have to make room. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < plan->columns->len; i++)
      {
        InkPlanColumn *column = ink_import_plan_column (plan, i);

        if ((ink_role_get_property (column->role) != NULL) == (pass == 0))
          finish_column (plan, column, format, options);
      }
  return g_steal_pointer (&plan);
}

guint
ink_import_plan_add_column (InkImportPlan *plan,
                            const InkImportFormat *format,
                            const char *name)
{
  InkPlanColumn *column;

  g_return_val_if_fail (plan != NULL && format != NULL && name != NULL, 0);

  column = append_column (plan, name);
  apply_hint (column, format);
  if (plan->people && column->role == INK_ROLE_KEEP)
    column->role = INK_ROLE_PERSON;
  column->kind = column->scale != 0 || column->role == INK_ROLE_VALUE
                         || column->role == INK_ROLE_DURATION
                     ? INK_KIND_NUMBER
                     : INK_KIND_TEXT;
  column->marked = format->marked_times;
  name_property (plan, column, format->hints != NULL);
  return plan->columns->len - 1;
}

gboolean
ink_import_plan_settle_dates (InkImportPlan *plan,
                              const InkTimeGuess *guesses,
                              GError **error)
{
  g_return_val_if_fail (plan != NULL && guesses != NULL, FALSE);

  for (guint i = 0; i < plan->questions->len; i++)
    {
      const InkImportQuestion *question
          = &g_array_index (plan->questions, InkImportQuestion, i);
      InkPlanColumn *column = find_column (plan, question->column);

      if (question->kind != INK_QUESTION_DATE_ORDER)
        continue;
      if (guesses[i].day_first == guesses[i].month_first)
        {
          g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
                       _("%s Say which comes first: dmy for day.month.year, mdy for "
                         "month/day/year (--date-order)."),
                       question->sentence);
          return FALSE;
        }
      column->time.month_first = guesses[i].month_first > guesses[i].day_first;
    }
  plan->ambiguous = FALSE;
  return TRUE;
}

gboolean
ink_import_plan_check (const InkImportPlan *plan,
                       const char *file,
                       GError **error)
{
  gboolean who;
  gboolean event;

  g_return_val_if_fail (plan != NULL && file != NULL, FALSE);

  who = ink_plan_count_role (plan, INK_ROLE_WHO) > 0 || ink_plan_count_role (plan, INK_ROLE_ALSO) > 0
        || plan->numbered;
  event = ink_plan_count_role (plan, INK_ROLE_EVENT) > 0 || plan->event_name != NULL || plan->people;
  if (plan->columns->len == 0)
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT, _("%s holds no rows."), file);
  else if (!who && !event)
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _("%s has neither a column that says who nor one that says what happened: it "
                   "looks like a report of totals, in which there are no people. Export the events "
                   "themselves, or name the columns (--map who=COLUMN --map event=COLUMN)."),
                 file);
  else if (!who)
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _("%s has no column that says who did it. Name it (--map who=COLUMN)."), file);
  else if (!event)
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _("%s has no column that says what happened. Name it (--map event=COLUMN), or "
                   "give all rows one name (--map event=@NAME)."),
                 file);
  else
    return TRUE;
  return FALSE;
}

/* Also a date on which something happened gives a time. */
static gboolean
has_times (const InkImportPlan *plan)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);

      if (column->role == INK_ROLE_TIME || (column->flag && column->kind == INK_KIND_TIME))
        return TRUE;
    }
  return FALSE;
}

static void
report_rows (const InkImportPlan *plan,
             InkImportReport *report)
{
  g_autofree char *finding = NULL;

  if (plan->row_name == NULL)
    return;
  finding = has_times (plan)
                ? g_strdup_printf (_("Each row is a person, with an event '%s'"), plan->row_name)
                : g_strdup_printf (_("Each row is a person, with an event '%s'; there are no "
                                     "times, so what came first is not known"),
                                   plan->row_name);
  ink_import_report_add_quality (report, finding, report->rows, NULL);
}

void
ink_import_plan_report (const InkImportPlan *plan,
                        InkImportReport *report)
{
  g_return_if_fail (plan != NULL && report != NULL);

  if (plan->zone_taken)
    report->time_zone = g_strdup (plan->zone_name);
  report_rows (plan, report);
  if (plan->event_name != NULL)
    {
      g_autofree char *fixed = g_strdup_printf ("@%s", plan->event_name);

      ink_import_report_add_role (report, fixed, INK_ROLE_EVENT, NULL);
    }
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const InkPlanColumn *column = ink_import_plan_column (plan, i);
      const char *done = column->pseudonyms                       ? "pseudonyms"
                         : column->role == INK_ROLE_LEAVE_OUT ? "left out"
                                                                  : "kept";

      ink_import_report_add_role (report, column->name, column->role, column->property);
      if (column->personal != NULL)
        ink_import_report_add_personal (report, column->name, column->personal, done);
      if (column->stats.number.damaged > 0 && (column->role == INK_ROLE_WHO
                                               || ink_role_guess_is_id (column->name)))
        {
          g_autofree char *finding
              = g_strdup_printf (_("Ids in the column '%s' were rounded by a spreadsheet and no "
                                   "longer tell people apart."),
                                 column->name);

          ink_import_report_add_quality (report, finding, column->stats.number.damaged, NULL);
        }
    }
}
