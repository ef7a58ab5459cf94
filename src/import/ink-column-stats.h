/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the sampled cells of one column say about it. */
#pragma once

#include "import/ink-import-sample.h"
#include "import/ink-number-style.h"
#include "import/ink-time-style.h"

G_BEGIN_DECLS

typedef struct
{
  guint cells;    /* not empty and no mark for 'missing' */
  guint missing;  /* N/A, NULL, … */
  guint distinct;
  guint numbers;  /* read as a number in @number's way */
  guint booleans; /* true, false */
  guint flags;    /* yes, no, 0, 1, true, false, won, lost */
  guint yes;      /* of them, those that say yes */
  guint texts;    /* JSON texts */
  guint emails;
  guint phones;
  guint ips;
  guint urls;
  guint guarded;  /* ="00123" or '00123 */
  InkNumberGuess number;
  InkNumberStyle number_style;
  InkTimeGuess time;
} InkColumnStats;

void     ink_column_stats_read (InkColumnStats *stats, const InkImportSample *sample,
                                guint column);

/* N/A, NULL, \N, None, nan, (not set), -, --: what tools write where there is nothing. */
gboolean ink_cell_is_missing (const char *text, gsize length);

/* The same, quick to say no, for @length > 0. */
static inline gboolean
ink_cell_says_missing (const char *text,
                       gsize length)
{
  switch (*text)
    {
    case '-':
    case 'n':
    case 'N':
    case '#':
    case '\\':
    case '(':
    case '<':
    case ' ':
      return ink_cell_is_missing (text, length);
    default:
      return FALSE;
    }
}

/* Whether a flag says yes, no, or is none (-1). */
int      ink_cell_get_flag   (const char *text, gsize length);
/* The text behind a spreadsheet's guards. */
void     ink_cell_unguard    (const char **text, guint32 *length);

G_END_DECLS
