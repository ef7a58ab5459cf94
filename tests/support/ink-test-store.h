/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tests of stores share: a document in memory, and a store as text. */
#pragma once

#include "events/ink-block.h"
#include "events/ink-event-store-builder.h"

G_BEGIN_DECLS

/* Blocks as a document would keep them. */
typedef struct
{
  guint32 run;
  InkBlock block;
} InkTestBlock;

GPtrArray      *ink_test_blocks_new    (void) G_GNUC_WARN_UNUSED_RESULT; /* InkTestBlock */
void            ink_test_blocks_write  (GPtrArray *blocks, InkEventStore *store, guint run);
InkBlockSource *ink_test_blocks_source (GPtrArray *blocks) G_GNUC_WARN_UNUSED_RESULT;
InkEventStore  *ink_test_blocks_open   (GPtrArray *blocks, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
/* All runs written and opened again. */
InkEventStore  *ink_test_reopen        (InkEventStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* Every row with every property, and every person with every property, a line each. */
char           *ink_test_dump          (InkEventStore *store, const char *const *on_event,
                                        const char *const *on_person) G_GNUC_WARN_UNUSED_RESULT;

/* One row: "PERSON NAME TIME [KEY=VALUE …]". TIME: seconds, or - for none; PERSON - is nobody.
 * VALUE: a number, true, false, @SECONDS, else text. "#KEY" is the source's key. Other rows:
 * "person P KEY=VALUE …", "same A B", "anonymous A B", "date P SECONDS". */
void            ink_test_feed          (InkEventStoreBuilder *builder, const char *row);
InkEventStore  *ink_test_import        (InkEventStore *base, const char *const *rows,
                                        InkBuildReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
