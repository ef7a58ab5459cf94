/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A column on its way from blocks to an array: for ink-run-columns.c and ink-run-many.c only. */
#pragma once

#include "events/ink-run-private.h"

G_BEGIN_DECLS

typedef struct _InkReading InkReading;

/* Decodes the @n values that begin at @first. @facts: of these alone, where they are times.
 * Where it only writes what begins there, many may do so at once. */
typedef gboolean (*InkDecodeFunc) (InkReading *reading, InkReader *reader, guint8 codec,
                                   guint32 n, guint64 first, InkTimeFacts *facts);

struct _InkReading
{
  const char *column;
  InkDecodeFunc decode;
  guint32 seq;
  guint64 n_expected;
  guint64 n_done;
  void *out;
  const guint32 *rows; /* ascending: those that are asked for, where not all are */
  guint32 n_rows;
  guint width;
  guint32 n_values;
  guint64 n_allocated;
  gboolean values;
  InkDictionary *dictionary;
  InkTimeFacts *facts;
  gboolean uneven; /* a block of times did not begin at a whole word of bits */
};

/* Where the bits of the next block of times begin; NULL where nobody wants them. */
guint64 *ink_reading_find_back (InkReading *reading);
/* Adds what was seen of one block. */
void     ink_reading_add_facts (InkReading *reading, const InkTimeFacts *facts);
/* Whether the block that begins at @first goes back from the one before only both together tell. */
void     ink_reading_join      (const InkReading *reading, guint64 first);

/* Reads by this thread, checks and decodes by another, too. The room for all is there. */
gboolean ink_reading_run_many  (InkReading *reading, InkRun *run, GError **error);

G_END_DECLS
