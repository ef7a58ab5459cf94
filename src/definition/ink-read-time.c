/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates, periods and lengths of time out of JSON. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/ink-time.h"
#include "definition/ink-read.h"

/* About 2 700 years: lengths in microseconds stay far from overflow. */
#define MAX_DAYS 1000000.0

/* The moment in UTC: enough to tell a date from other texts, and to compare two of a kind. */
static gboolean
parse_date (const char *text,
            gint64 *time)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  return ink_time_parse_iso (text, strlen (text), zone, time);
}

gboolean
ink_read_date (InkRead *read,
               const InkPlace *place,
               JsonNode *node,
               char **date)
{
  g_autofree char *text = NULL;
  gint64 time;

  if (!ink_read_text (read, place, node, FALSE, &text))
    return FALSE;
  if (!parse_date (text, &time))
    return ink_read_fail (
        read, place, NULL,
        _("'%s' is not a date or time such as 2026-07-01 or 2026-07-01T09:00:00Z."), text);

  g_free (*date);
  *date = g_steal_pointer (&text);
  return TRUE;
}

/* Times without a zone, and dates, are in the project's: only like can be compared here. */
static gboolean
ends_before_start (const InkDates *dates)
{
  gint64 from, to;

  return dates->from != NULL && dates->to != NULL
         && strlen (dates->from) == strlen (dates->to) && parse_date (dates->from, &from)
         && parse_date (dates->to, &to) && to < from;
}

gboolean
ink_read_dates (InkRead *read,
                const InkPlace *place,
                JsonNode *node,
                InkDates *dates)
{
  char **ends[2] = { &dates->from, &dates->to };
  JsonArray *array;

  if (!ink_read_array (read, place, node, &array))
    return FALSE;
  if (json_array_get_length (array) != 2)
    return ink_read_fail (read, place, NULL,
                          _("two dates in a list are expected here: [from, to]."));

  dates->given = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      InkPlace at = INK_PLACE_ELEMENT (place, i);
      JsonNode *end = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_NULL (end) && !ink_read_date (read, &at, end, ends[i]))
        return FALSE;
    }
  if (ends_before_start (dates))
    return ink_read_fail (read, place, NULL, _("this period ends before it starts."));

  return TRUE;
}

static gboolean
read_length (InkRead *read,
             const InkPlace *place,
             JsonNode *node,
             InkUnit unit,
             double *amount)
{
  static const double per_day[] = {
    [INK_UNIT_SECONDS] = 86400, [INK_UNIT_MINUTES] = 1440, [INK_UNIT_HOURS] = 24,
    [INK_UNIT_DAYS] = 1,
  };

  if (!ink_read_number (read, place, node, amount))
    return FALSE;
  if (!(*amount > 0.0) || *amount > MAX_DAYS * per_day[unit])
    return ink_read_fail (read, place, NULL,
                          _("a length above 0 and up to a million days is expected here."));

  return TRUE;
}

static gboolean
read_session (InkRead *read,
              const InkPlace *place,
              JsonNode *node)
{
  gboolean yes;

  if (!ink_read_boolean (read, place, node, &yes))
    return FALSE;
  if (!yes)
    return ink_read_fail (read, place, NULL,
                          _("'session' can only be true here; leave 'within' out otherwise."));

  return TRUE;
}

gboolean
ink_read_span (InkRead *read,
               const InkPlace *place,
               JsonNode *node,
               gboolean only_length,
               InkSpan *span)
{
  static const char *const keys[]
      = { "seconds", "minutes", "hours", "days", "session", "first_days", NULL };
  static const char *const lengths[] = { "seconds", "minutes", "hours", "days", NULL };
  g_autoptr (GList) members = NULL;
  JsonObject *object;
  const char *key;
  InkPlace at;
  guint unit = 0;

  if (!ink_read_object (read, place, node, only_length ? lengths : keys, &object))
    return FALSE;
  members = json_object_get_members (object);
  if (members == NULL || members->next != NULL)
    return ink_read_fail (read, place, NULL,
                          only_length
                              ? _("one length is expected here, such as {\"days\": 14}.")
                              : _("one window is expected here, such as {\"days\": 14} or "
                                  "{\"session\": true}."));

  key = members->data;
  node = json_object_get_member (object, key);
  at = INK_PLACE_KEY (place, key);
  while (!g_str_equal (keys[unit], key))
    unit++;
  if (unit == 4)
    {
      *span = (InkSpan){ .kind = INK_SPAN_SESSION };
      return read_session (read, &at, node);
    }
  span->kind = unit == 5 ? INK_SPAN_FIRST_DAYS : INK_SPAN_LENGTH;
  span->unit = unit == 5 ? INK_UNIT_DAYS : (InkUnit) unit;
  return read_length (read, &at, node, span->unit, &span->amount);
}
