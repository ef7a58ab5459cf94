/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines of the sample's CSV, written by hand: a text function per cell would be the slowest part. */
#include "sample/ink-sample-row.h"

#include <string.h>

static char *
put_text (char       *to,
          const char *text)
{
  gsize length = strlen (text);

  memcpy (to, text, length);
  return to + length;
}

static char *
put_cell (char       *to,
          const char *text)
{
  *to++ = ',';
  return put_text (to, text);
}

/* A cell that may hold a comma; quotes within do not occur. */
static char *
put_quoted_cell (char       *to,
                 const char *text)
{
  if (strchr (text, ',') == NULL)
    return put_cell (to, text);
  to = put_text (to, ",\"");
  to = put_text (to, text);
  *to++ = '"';
  return to;
}

static char *
put_digits (char *to,
            guint value,
            guint digits)
{
  for (guint i = digits; i-- > 0; value /= 10)
    to[i] = (char) ('0' + value % 10);
  return to + digits;
}

static char *
put_number_cell (char *to,
                 guint value,
                 gboolean given)
{
  guint digits = 1;

  *to++ = ',';
  if (!given)
    return to;
  for (guint rest = value; rest >= 10; rest /= 10)
    digits++;
  return put_digits (to, value, digits);
}

/* A different id for every number: each step of the mixing can be undone. */
static char *
put_id (char   *to,
        char    kind,
        guint64 seed,
        guint32 number)
{
  guint32 x = number ^ (guint32) ink_sample_mix (seed + (guchar) kind);

  x = (x ^ (x >> 16)) * 0x7feb352du;
  x = (x ^ (x >> 15)) * 0x846ca68bu;
  x ^= x >> 16;
  *to++ = kind;
  *to++ = '-';
  for (int shift = 28; shift >= 0; shift -= 4)
    *to++ = "0123456789abcdef"[(x >> shift) & 15];
  return to;
}

/* The date of a day of the world, which begins with April and ends within the year. */
static char *
put_date (char *to,
          guint day)
{
  static const guint8 lengths[] = { 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  guint month = 0;

  while (day >= lengths[month])
    day -= lengths[month++];
  to = put_text (to, "2026-");
  to = put_digits (to, month + 4, 2);
  *to++ = '-';
  return put_digits (to, day + 1, 2);
}

static char *
put_time_cell (char  *to,
               gint64 time)
{
  guint in_day = (guint) (time % INK_SAMPLE_DAY);

  *to++ = ',';
  to = put_date (to, (guint) (time / INK_SAMPLE_DAY));
  *to++ = 'T';
  to = put_digits (to, in_day / 3600000, 2);
  *to++ = ':';
  to = put_digits (to, in_day / 60000 % 60, 2);
  *to++ = ':';
  to = put_digits (to, in_day / 1000 % 60, 2);
  *to++ = '.';
  to = put_digits (to, in_day % 1000, 3);
  *to++ = 'Z';
  return to;
}

static char *
put_page_cells (char *to,
                guint page)
{
  if (page >= INK_SAMPLE_N_PAGES)
    return put_text (to, ",,");
  to = put_cell (to, ink_sample_pages[page].path);
  return put_quoted_cell (to, ink_sample_pages[page].title);
}

/* channel and campaign; a contract has none, a mail has the newsletter's */
static char *
put_source_cells (char                 *to,
                  const InkSampleEvent *event)
{
  if (event->name == INK_SAMPLE_SIGNED_CONTRACT)
    return put_text (to, ",,");
  to = put_cell (to, ink_sample_channels[event->channel].name);
  return put_cell (to, ink_sample_campaigns[event->channel][event->campaign]);
}

/* device, country, language, role, company size */
static char *
put_person_cells (char                  *to,
                  const InkSampleEvent  *event,
                  const InkSamplePerson *person)
{
  gboolean has_size = person->says_role && person->persona != INK_SAMPLE_STUDENT;

  to = put_cell (to, event->page == INK_SAMPLE_NO_PAGE
                         ? ""
                         : ink_sample_devices[person->devices[event->device]]);
  to = put_cell (to, ink_sample_places[person->place].country);
  to = put_cell (to, ink_sample_places[person->place].language);
  to = put_cell (to, person->says_role ? ink_sample_roles[person->role] : "");
  return put_cell (to, has_size ? ink_sample_sizes[person->size] : "");
}

/* item, step, percent, value, currency */
static char *
put_detail_cells (char                  *to,
                  const InkSampleEvent  *event,
                  const InkSamplePerson *person)
{
  gboolean is_contract = event->name == INK_SAMPLE_SIGNED_CONTRACT;

  to = put_quoted_cell (to, ink_sample_item ((InkSampleName) event->name, event->item));
  to = put_cell (to, event->name == INK_SAMPLE_USED_CALCULATOR ? ink_sample_steps[event->detail]
                                                               : "");
  to = put_number_cell (to, event->detail, event->name == INK_SAMPLE_WATCHED_VIDEO);
  to = put_number_cell (to, event->detail, is_contract);
  return put_cell (to, is_contract ? ink_sample_places[person->place].currency : "");
}

char *
ink_sample_row_write (char                  *to,
                      guint64                seed,
                      const InkSampleEvent  *event,
                      const InkSamplePerson *person)
{
  if (event->known)
    to = put_id (to, 'u', seed, event->person);
  *to++ = ',';
  to = put_id (to, 'd', seed, event->person * 2 + event->device);
  to = put_cell (to, ink_sample_names[event->name]);
  to = put_time_cell (to, event->time);
  to = put_page_cells (to, event->page);
  to = put_number_cell (to, event->duration, event->duration > 0);
  to = put_source_cells (to, event);
  to = put_person_cells (to, event, person);
  to = put_detail_cells (to, event, person);
  *to++ = '\n';
  return to;
}
