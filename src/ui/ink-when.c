/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-when.h"

#include <glib/gi18n-lib.h>

/* Whole calendar days from @from to @to. */
static int
days_between (GDateTime *from,
              GDateTime *to)
{
  GDate first, last;
  int year, month, day;

  g_date_time_get_ymd (from, &year, &month, &day);
  g_date_set_dmy (&first, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_time_get_ymd (to, &year, &month, &day);
  g_date_set_dmy (&last, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_days_between (&first, &last);
}

char *
ink_when_edited (GDateTime *edited,
                 GDateTime *now)
{
  int days;

  g_return_val_if_fail (edited != NULL && now != NULL, NULL);

  days = days_between (edited, now);
  if (days <= 0)
    return g_strdup (_ ("edited today"));
  if (days == 1)
    return g_strdup (_ ("edited yesterday"));
  if (days < 7)
    return g_strdup_printf (ngettext ("edited %d day ago", "edited %d days ago", (gulong) days),
                            days);
  if (days < 14)
    return g_strdup (_ ("edited last week"));
  if (g_date_time_get_year (edited) == g_date_time_get_year (now))
    /* Translators: a month of this year, as in "edited in March" */
    return g_date_time_format (edited, _ ("edited in %B"));
  /* Translators: a month of an earlier year, as in "edited in March 2025" */
  return g_date_time_format (edited, _ ("edited in %B %Y"));
}
