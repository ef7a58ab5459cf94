/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The numbers of the journey board: every goal, and every pair of goals. Immutable,
 * reference-counted.
 *
 * The boards that were found out last are kept, of the process and bounded in bytes: of a board that
 * differs from one of them in one goal, only this goal and its pairs are found out. */
#pragma once

#include "analysis/ink-board-goal.h"

G_BEGIN_DECLS

#define INK_BOARD_KEPT 8
#define INK_BOARD_KEPT_BYTES (96 * 1024 * 1024)

/**
 * InkBoard:
 * @goals: (array length=n): in the definition's order
 * @lines: (array): [from * n + to]: people who complete @to after @from
 * @all_people: whom the filter leaves
 */
typedef struct
{
  gatomicrefcount ref_count; /* private */
  guint64 revision;          /* of the store */
  InkDefinition *definition;
  char *persona; /* nullable */
  gint64 from;
  gint64 to;
  guint n;
  InkBoardGoal **goals;
  guint32 *lines;
  guint32 all_people;
  guint32 n_people; /* in the store */
  InkTimeParts parts;
} InkBoard;

/* @filter: (nullable). @keeps: uses what was kept, and leaves what was found; without it everything
 * is found out. A goal that cannot be evaluated says so and takes no other with it. Fails where
 * there is no such persona, its rule is refused, and when cancelled. */
InkBoard *ink_board_evaluate (InkEventStore *store, InkDefinition *definition,
                              const InkFilter *filter, gboolean keeps, GCancellable *cancellable,
                              InkProgress *progress, GError **error) G_GNUC_WARN_UNUSED_RESULT;
InkBoard *ink_board_ref      (InkBoard *board);
void      ink_board_unref    (InkBoard *board);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkBoard, ink_board_unref)

G_END_DECLS
