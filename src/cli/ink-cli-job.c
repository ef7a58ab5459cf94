/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/ink-cli-job.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* A terminal's line is drawn anew this often; elsewhere a line is written this seldom. */
#define TERMINAL_INTERVAL (G_USEC_PER_SEC / 5)
#define LOG_INTERVAL (5 * G_USEC_PER_SEC)

struct _InkCliJob
{
  char *what;
  InkProgress progress;
  GCancellable *cancellable;
  GThread *ticker;
  GMutex lock;
  GCond ended;
  gboolean end;
  gboolean terminal;
  gboolean drawn;
};

static volatile sig_atomic_t interrupted;

static void
interrupted_cb (int signal_number)
{
  interrupted = 1;
}

static void
draw (InkCliJob *job)
{
  gint64 rows = __atomic_load_n (&job->progress.rows, __ATOMIC_RELAXED);
  int percent = (int) (100 * ink_progress_fraction (&job->progress));

  fprintf (stderr, job->terminal ? "\r\033[K%s… %d %%" : "%s… %d %%", job->what, percent);
  if (rows > 0)
    fprintf (stderr, ", %" G_GINT64_FORMAT, rows);
  if (!job->terminal)
    fputc ('\n', stderr);
  fflush (stderr);
  job->drawn = TRUE;
}

static gpointer
tick (gpointer data)
{
  InkCliJob *job = data;
  gint64 interval = job->terminal ? TERMINAL_INTERVAL : LOG_INTERVAL;
  gint64 next = g_get_monotonic_time () + interval;

  g_mutex_lock (&job->lock);
  while (!job->end)
    {
      g_cond_wait_until (&job->ended, &job->lock, g_get_monotonic_time () + G_USEC_PER_SEC / 20);
      if (interrupted)
        g_cancellable_cancel (job->cancellable);
      if (!job->end && g_get_monotonic_time () >= next)
        {
          draw (job);
          next += interval;
        }
    }
  g_mutex_unlock (&job->lock);

  return NULL;
}

InkCliJob *
ink_cli_job_start (const char *what)
{
  InkCliJob *job = g_new0 (InkCliJob, 1);

  job->what = g_strdup (what);
  job->cancellable = g_cancellable_new ();
  job->terminal = isatty (STDERR_FILENO);
  g_mutex_init (&job->lock);
  g_cond_init (&job->ended);
  signal (SIGINT, interrupted_cb);
  signal (SIGTERM, interrupted_cb);
  job->ticker = g_thread_new ("progress", tick, job);

  return job;
}

void
ink_cli_job_end (InkCliJob *job)
{
  g_mutex_lock (&job->lock);
  job->end = TRUE;
  g_cond_signal (&job->ended);
  g_mutex_unlock (&job->lock);
  g_thread_join (job->ticker);

  if (job->drawn && job->terminal)
    fputs ("\r\033[K", stderr);
  signal (SIGINT, SIG_DFL);
  signal (SIGTERM, SIG_DFL);
  g_mutex_clear (&job->lock);
  g_cond_clear (&job->ended);
  g_object_unref (job->cancellable);
  g_free (job->what);
  g_free (job);
}

InkProgress *
ink_cli_job_get_progress (InkCliJob *job)
{
  return &job->progress;
}

GCancellable *
ink_cli_job_get_cancellable (InkCliJob *job)
{
  return job->cancellable;
}
