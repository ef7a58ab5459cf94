/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/ink-live-job.h"

/* How often a running computation tells how far it is (milliseconds). */
#define PROGRESS_INTERVAL 50

/* Outlives who asked, since the worker writes the progress into it; its callback frees it. */
struct _InkLiveJob
{
  GObject *owner; /* not held; NULL: stopped */
  const InkLiveJobFuncs *funcs;
  InkProgress progress;
  GCancellable *cancellable;
  GSource *ticker;
};

static void
stop_ticking (InkLiveJob *job)
{
  g_source_destroy (job->ticker);
  g_clear_pointer (&job->ticker, g_source_unref);
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  InkLiveJob *job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkAnswer) answer
      = ink_evaluator_run_finish (INK_EVALUATOR (source), result, &error);

  if (job->owner != NULL)
    {
      g_autoptr (GObject) owner = g_object_ref (job->owner);

      stop_ticking (job);
      job->funcs->answered (owner, g_steal_pointer (&answer), g_steal_pointer (&error));
    }
  g_object_unref (job->cancellable);
  g_free (job);
}

static gboolean
tick_cb (gpointer data)
{
  InkLiveJob *job = data;

  job->funcs->progressed (job->owner, ink_progress_fraction (&job->progress));

  return G_SOURCE_CONTINUE;
}

InkLiveJob *
ink_live_job_start (InkEvaluator *evaluator,
                    InkQuery *query,
                    InkEventStore *store,
                    GMainContext *context,
                    const InkLiveJobFuncs *funcs,
                    GObject *owner)
{
  InkLiveJob *job;

  g_return_val_if_fail (INK_IS_EVALUATOR (evaluator) && G_IS_OBJECT (owner), NULL);
  g_return_val_if_fail (query != NULL && store != NULL && funcs != NULL, NULL);

  job = g_new0 (InkLiveJob, 1);
  job->owner = owner;
  job->funcs = funcs;
  job->cancellable = g_cancellable_new ();
  job->ticker = g_timeout_source_new (PROGRESS_INTERVAL);
  g_source_set_callback (job->ticker, tick_cb, job, NULL);
  g_source_attach (job->ticker, context);
  ink_evaluator_run_async (evaluator, query, store, &job->progress, job->cancellable, answered_cb,
                           job);

  return job;
}

void
ink_live_job_stop (InkLiveJob *job)
{
  g_return_if_fail (job != NULL && job->owner != NULL);

  job->owner = NULL;
  stop_ticking (job);
  g_cancellable_cancel (job->cancellable);
}
