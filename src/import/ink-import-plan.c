/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with every column of a file. */

#include "config.h"

#include "import/ink-import-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-error.h"
#include "import/ink-plan-column.h"
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

/* The name that a reader gives to column @i of a table that names none. */
static gboolean
is_unnamed (const InkImportPlan *plan,
            guint i)
{
  g_autofree char *name = g_strdup_printf ("column_%u", i + 1);

  return strcmp (ink_import_plan_column (plan, i)->name, name) == 0;
}

/* "Column 1", as people say it, is column_1. */
static InkPlanColumn *
find_unnamed (InkImportPlan *plan,
              const char *wanted)
{
  for (guint i = 0; i < plan->columns->len; i++)
    {
      g_autofree char *spoken = g_strdup_printf ("column %u", i + 1);

      if (strcmp (spoken, wanted) == 0 && is_unnamed (plan, i))
        return ink_import_plan_column (plan, i);
    }
  return NULL;
}

static gboolean
has_names (const InkImportPlan *plan)
{
  for (guint i = 0; i < plan->columns->len; i++)
    if (!is_unnamed (plan, i))
      return TRUE;
  return FALSE;
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
  return find_unnamed (plan, wanted);
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
          ink_plan_column_finish (plan, column, format, options);
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
  ink_plan_column_finish_late (plan, column, format);
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
  else if (!who && !event && !has_names (plan))
    g_set_error (error, INK_ERROR, INK_ERROR_FORMAT,
                 _("%s has no names above its columns. Say which one says who and which one what "
                   "happened (--map who=column_1 --map event=column_2), or give all rows one name "
                   "(--map event=@NAME)."),
                 file);
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
