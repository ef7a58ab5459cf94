/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A moment as it stands in a cell, in any of the shapes in which exports write it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  INK_TIME_SHAPE_NONE,
  INK_TIME_SHAPE_PARTS,
  INK_TIME_SHAPE_MOMENT, /* a number of seconds or the like */
  INK_TIME_SHAPE_SERIAL, /* days of a spreadsheet */
} InkTimeShape;

/**
 * InkTimeParts:
 * @of_day: microseconds since midnight
 * @offset: where @has_zone, microseconds east of UTC
 * @slashed: day and month are told by their places only: @first and @second
 *
 * What a text says of a date and a clock; not yet checked to be a date that there is.
 */
typedef struct
{
  int year;
  int month;
  int day;
  gint64 of_day;
  gboolean has_clock;
  gboolean has_zone;
  gint64 offset;
  gboolean slashed;
  int first;
  int second;
} InkTimeParts;

/**
 * InkTimeText:
 * @shape: which of the others is set
 * @moment: microseconds since 1970, in UTC
 * @serial: days since 30 December 1899
 */
typedef struct
{
  InkTimeShape shape;
  InkTimeParts parts;
  gint64 moment;
  double serial;
} InkTimeText;

/* Reads the text from @start to @end, which has no white space around it. */
InkTimeText ink_time_text_read (const char *start, const char *end);

G_END_DECLS
