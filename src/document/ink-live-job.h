/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One question under way: who asked hears how far it is and what came of it, until it is stopped.
 * Private to the living answer. */
#pragma once

#include "document/ink-evaluator.h"

G_BEGIN_DECLS

typedef struct _InkLiveJob InkLiveJob;

/**
 * InkLiveJobFuncs: called in the main context of the job.
 * @progressed: a part of 1 is done; now and then
 * @answered: both (transfer full), one of them NULL; the job is gone
 */
typedef struct
{
  void (*progressed) (GObject *owner, double fraction);
  void (*answered)   (GObject *owner, InkAnswer *answer, GError *error);
} InkLiveJobFuncs;

/**
 * ink_live_job_start:
 * @context: the thread's own
 * @owner: (not held): stops the job before it goes
 *
 * Returns: (transfer none): itself to be stopped, unless it was answered
 */
InkLiveJob *ink_live_job_start (InkEvaluator *evaluator, InkQuery *query, InkEventStore *store,
                                GMainContext *context, const InkLiveJobFuncs *funcs,
                                GObject *owner);
/* Nothing more is heard of it. */
void        ink_live_job_stop  (InkLiveJob *job);

G_END_DECLS
