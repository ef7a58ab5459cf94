/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One living answer: follows a document and the view's options, and never blocks.
 *
 * When the document's definition or store changes, or ink_live_refresh was called, the query is
 * built anew, once per turn of the main loop. Equal to the last one over the same store: nothing
 * happens. Else the running work is cancelled, the old answer stays (state `stale`), and the new
 * one arrives in `answer`; an answer to an old question never does. */
#pragma once

#include "document/ink-document.h"
#include "document/ink-evaluator.h"

G_BEGIN_DECLS

/**
 * InkLiveState:
 * @INK_LIVE_IDLE: `answer` is the answer to `query` (NULL where there is no query)
 * @INK_LIVE_COMPUTING: no answer yet
 * @INK_LIVE_STALE: `answer` is to an earlier query; dim it when this lasts (200 ms)
 * @INK_LIVE_FAILED: `error` says why; `answer` is NULL. Show it in place of the chart
 */
typedef enum
{
  INK_LIVE_IDLE,
  INK_LIVE_COMPUTING,
  INK_LIVE_STALE,
  INK_LIVE_FAILED,
} InkLiveState;

GType ink_live_state_get_type (void);
#define INK_TYPE_LIVE_STATE (ink_live_state_get_type ())

#define INK_TYPE_LIVE (ink_live_get_type ())
/* Properties, readable, with notify: query, answer (pointers), state (InkLiveState), error
 * (GError), fraction (double, 0-1, of the running work). Notified together, state last. */
G_DECLARE_FINAL_TYPE (InkLive, ink_live, INK, LIVE, GObject)

/* Builds the query from what is current: a pure function of microseconds. NULL with or without
 * @error: nothing can be asked (no funnel picked, a rule that does not hold together). */
typedef InkQuery *(*InkLiveBuildFunc) (InkDocument *document, gpointer data, GError **error);

/* @evaluator (nullable): the default one. Begins at the next turn of the main loop. */
InkLive      *ink_live_new          (InkDocument *document, InkEvaluator *evaluator,
                                     InkLiveBuildFunc build, gpointer data,
                                     GDestroyNotify destroy) G_GNUC_WARN_UNUSED_RESULT;
/* A lesser question waits until @first has its answer, so that it does not hold it up: asked anew
 * then, and whenever the answer of @first changes. @first must be older than @self. */
void          ink_live_set_after    (InkLive *self, InkLive *first);
/* How long a new question may hold up the main loop, in milliseconds (0): an answer that is there
 * by then is in the next frame, and no frame in between shows the old one. Questions that took much
 * longer the last time are not waited for. */
void          ink_live_set_patience (InkLive *self, guint milliseconds);
/* While it is held it asks nothing; let go, it asks what is to be asked then. So that a lesser
 * question does not compete with the drawing of what comes first. Before its first answer it is
 * `computing` where there is something to ask, and has what was kept. */
void          ink_live_set_held     (InkLive *self, gboolean held);
/* A new question is asked at once, not at the next turn of the main loop: the answer is made while
 * everything else is shown anew. For a build function that reads nothing but the document and what
 * does not change with it. */
void          ink_live_set_prompt   (InkLive *self);
/* What the present question is kept under in the document, such as "funnel/ID"; (transfer full),
 * NULL: it is not kept. */
typedef char *(*InkLiveNameFunc) (InkDocument *document, gpointer data);
/* Keeps the tables of its answers with the document, and says what they were the last time while
 * the first one is computed. To be called before the main loop runs; @name gets the build
 * function's data. */
void          ink_live_keep         (InkLive *self, InkLiveNameFunc name);
/* The last numbers, until there is an answer: tables only, of a file that may come from anywhere.
 * (nullable) (transfer none) */
InkAnswer    *ink_live_get_kept     (InkLive *self);
/* Something that the build function reads (a view option) changed. Cheap; call it as often as a
 * slider moves. */
void          ink_live_refresh      (InkLive *self);
InkQuery     *ink_live_get_query    (InkLive *self); /* nullable, (transfer none) */
InkAnswer    *ink_live_get_answer   (InkLive *self); /* nullable, (transfer none) */
InkLiveState  ink_live_get_state    (InkLive *self);
const GError *ink_live_get_error    (InkLive *self); /* nullable */
double        ink_live_get_fraction (InkLive *self);
/* Whether a question is under way, or about to be asked because something changed. */
gboolean      ink_live_is_busy      (InkLive *self);
/* When the question was asked to which `answer` belongs, or will: the first ink_live_refresh() or
 * edit that led to it (g_get_monotonic_time()). To measure how long an edit takes to be seen. 0 until
 * it looked for the first time whether there is something to ask; then `query` is notified. */
gint64        ink_live_get_asked    (InkLive *self);

G_END_DECLS
