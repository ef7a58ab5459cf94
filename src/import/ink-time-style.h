/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the times of one column are written, and reading them fast. */
#pragma once

#include <glib.h>

#include "base/ink-time.h"

G_BEGIN_DECLS

typedef struct _InkTimeStyle InkTimeStyle;
struct _InkTimeStyle
{
  GTimeZone *zone; /* of times without one */
  gboolean utc;    /* @zone is UTC */
  gboolean month_first;
  gboolean wall_clock; /* numbers of seconds were made from a local time as if it were UTC */
  gboolean excel;  /* small numbers are days since 1900 */

  /* private: the last date and the last hour's offset */
  char date[10];
  gint64 date_start;
  gint64 hour;
  gint64 hour_offset;
};

/* What a column's cells say; ink_time_guess_add() for each. */
typedef struct
{
  guint64 cells;
  guint64 times;    /* cells that read as a time */
  guint64 numbers;  /* of them, bare numbers */
  guint64 zoneless; /* of them, local times without a zone */
  guint64 day_first;   /* a/b/YYYY with a > 12 */
  guint64 month_first; /* with b > 12 */
  guint64 either;      /* with both at most 12 */
  guint64 serials;     /* could be days of a spreadsheet */
  guint64 clocks;      /* say an hour */
} InkTimeGuess;

void     ink_time_guess_add (InkTimeGuess *guess, const char *text, gsize length);

void     ink_time_style_init  (InkTimeStyle *style, GTimeZone *zone);
void     ink_time_style_clear (InkTimeStyle *style);
gboolean ink_time_style_parse (InkTimeStyle *style, const char *text, gsize length, gint64 *time);

G_END_DECLS
