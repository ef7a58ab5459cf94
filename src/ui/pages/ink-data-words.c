/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-data-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
ink_data_count (double count)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_count (&numbers, count);
}

char *
ink_data_events (double count)
{
  g_autofree char *digits = ink_data_count (count);

  return g_strdup_printf (ngettext ("%s event", "%s events", (gulong) count), digits);
}

char *
ink_data_people (double count)
{
  g_autofree char *digits = ink_data_count (count);

  return g_strdup_printf (ngettext ("%s person", "%s people", (gulong) count), digits);
}

char *
ink_data_day (double time,
              GTimeZone *zone)
{
  InkNumbers numbers = ink_numbers_for_locale ();

  return ink_numbers_date (&numbers, isnan (time) ? INK_TIME_NONE : (gint64) time,
                           INK_PERIOD_DAY, zone, TRUE);
}

char *
ink_data_days (double first,
               double last,
               GTimeZone *zone)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (isnan (first))
    return g_strdup (_ ("no time"));
  from = ink_data_day (first, zone);
  to = ink_data_day (last, zone);
  if (g_str_equal (from, to))
    return g_steal_pointer (&from);
  /* Translators: from day to day. */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

char *
ink_data_clock (double time,
                GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (!isnan (time))
    utc = g_date_time_new_from_unix_utc ((gint64) floor (time / INK_SECOND));
  if (utc != NULL)
    local = g_date_time_to_timezone (utc, zone);
  if (local == NULL)
    return g_strdup (_ ("no time"));
  /* Translators: hours and minutes of a day, for strftime. */
  return g_date_time_format (local, C_ ("clock", "%H:%M"));
}

char *
ink_data_fold (const char *text)
{
  return g_str_is_ascii (text) ? g_ascii_strdown (text, -1) : g_utf8_casefold (text, -1);
}

const char *
ink_data_label (const InkDefinition *definition,
                const char *event)
{
  const char *label = g_hash_table_lookup (definition->labels, event);

  return label != NULL ? label : event;
}
