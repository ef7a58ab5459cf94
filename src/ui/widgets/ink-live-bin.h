/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A place for what an InkLive answers: the old answer stays until the new one is there, dimmed only
 * when that takes long; a failure is said here, and so is that there is nothing to answer. */
#pragma once

#include <gtk/gtk.h>

#include "document/ink-live.h"

G_BEGIN_DECLS

#define INK_TYPE_LIVE_BIN (ink_live_bin_get_type ())
/* In a template: a child shows the answer, a child of type "empty" stands where nothing is asked.
 * Properties: "failure-title" (string, to be written): above the sentence that says why there is no
 * answer; "dimmed" (boolean): the answer is an old one, for what else shows it on the page;
 * "keeps-content" (boolean, to be written): the answer's place shows more than the answer, so it
 * stays as it is while there is none, and the owner says why.
 *
 * Signals:
 * "answered" (InkAnswer *, pointer): show this one now. At most once a frame, before it is laid out
 *   and drawn, however many answers came.
 * "kept" (InkAnswer *, pointer) -> boolean: the same with the last numbers, until there is an answer
 *   (ink_live_keep()); FALSE where they cannot be shown. They are marked as old here.
 * "early" (InkAnswer *, pointer) -> boolean: the same with a part of it, while the whole is computed;
 *   FALSE where it cannot be shown (ink_live_bin_set_early()).
 * "drawn" (double): the frame that shows it was drawn so many milliseconds after the edit that led
 *   to it. With INK_FRAME_LOG in the environment the same is written to standard error. */
G_DECLARE_FINAL_TYPE (InkLiveBin, ink_live_bin, INK, LIVE_BIN, GtkWidget)

void        ink_live_bin_set_live  (InkLiveBin *self, InkLive *live); /* nullable: none any more */
/* Last numbers of what is yet to be asked: "kept" is emitted at once, and what it shows stays, marked
 * as old, until a live of the bin has more. FALSE where they cannot be shown. */
gboolean    ink_live_bin_show_last (InkLiveBin *self, InkAnswer *last);
/* In a bin that nobody sees and that has no live yet: the answer's place is there already, so that
 * what is in it is styled and measured before there is an answer; FALSE takes that back. */
void        ink_live_bin_set_ready (InkLiveBin *self, gboolean ready);
/* @early: answers a part of the question of the bin's live, much sooner. Its answer is shown first, and
 * the whole is asked when that is drawn. Older than the bin's live; goes with it. */
void        ink_live_bin_set_early (InkLiveBin *self, InkLive *early);
/* Whether something newer than what is drawn is asked, or is yet to be drawn. */
gboolean    ink_live_bin_is_behind (InkLiveBin *self);
/* What stands here: "answer", "empty" or "failed"; NULL before the first. For tests. */
const char *ink_live_bin_get_shown (InkLiveBin *self);

G_END_DECLS
