/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the numbers of one column are written: decided once for the column, never by cell. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char decimal;       /* '.' or ',' */
  gboolean decorated; /* groups, currency signs, brackets, percent */
} InkNumberStyle;

/* What a column's cells say about it; ink_number_guess_add() for each, then _end(). */
typedef struct
{
  guint64 cells;
  guint64 comma; /* cells whose comma can only be decimal */
  guint64 point; /* cells whose point can only be decimal */
  guint64 ids;   /* leading zeros or 16 and more digits: not to be touched */
  guint64 damaged; /* 1.23457E+12: an id that a spreadsheet has rounded */
} InkNumberGuess;

void           ink_number_guess_add (InkNumberGuess *guess, const char *text, gsize length);
InkNumberStyle ink_number_guess_end (const InkNumberGuess *guess);

gboolean       ink_number_style_parse (const InkNumberStyle *style, const char *text,
                                       gsize length, double *number);
/* Digits that a double cannot hold, or that lose their leading zeros as a number. */
gboolean       ink_number_is_id       (const char *text, gsize length);

G_END_DECLS
