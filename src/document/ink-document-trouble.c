/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What other threads have to say of a document that may be gone: its writer, the check. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "document/ink-document-private.h"

/* Whoever opens a project waits for its numbers first (milliseconds). */
#define CALM_AFTER 2000

struct _InkTroubleBox
{
  gatomicrefcount ref_count;
  GWeakRef document;
  GMainContext *context;
};

typedef struct
{
  InkTroubleBox *box;
  char *message;
} TroubleNews;

InkTroubleBox *
ink_trouble_box_new (InkDocument *document)
{
  InkTroubleBox *box = g_new0 (InkTroubleBox, 1);

  g_atomic_ref_count_init (&box->ref_count);
  g_weak_ref_init (&box->document, document);
  box->context = g_main_context_ref (document->context);
  return box;
}

void
ink_trouble_box_unref (InkTroubleBox *box)
{
  if (!g_atomic_ref_count_dec (&box->ref_count))
    return;
  g_weak_ref_clear (&box->document);
  g_main_context_unref (box->context);
  g_free (box);
}

static gboolean
tell_trouble_cb (gpointer data)
{
  TroubleNews *news = data;
  g_autoptr (InkDocument) self = g_weak_ref_get (&news->box->document);

  if (self != NULL)
    ink_document_set_trouble (self, news->message);
  return G_SOURCE_REMOVE;
}

static void
trouble_news_free (TroubleNews *news)
{
  ink_trouble_box_unref (news->box);
  g_free (news->message);
  g_free (news);
}

void
ink_trouble_box_send (const char *message,
                      gpointer    data)
{
  InkTroubleBox *box = data;
  TroubleNews *news = g_new0 (TroubleNews, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_atomic_ref_count_inc (&box->ref_count);
  news->box = box;
  news->message = g_strdup (message);
  g_source_set_callback (source, tell_trouble_cb, news, (GDestroyNotify) trouble_news_free);
  g_source_attach (source, box->context);
}

typedef struct
{
  InkStorage *storage;
  InkTroubleBox *box;
} CheckJob;

static void
check_job_free (CheckJob *job)
{
  ink_storage_unref (job->storage);
  ink_trouble_box_unref (job->box);
  g_free (job);
}

/* FALSE where the project is closed before. */
static gboolean
wait_for_calm (GCancellable *cancellable)
{
  GPollFD fd;

  if (!g_cancellable_make_pollfd (cancellable, &fd))
    return TRUE;
  g_poll (&fd, 1, CALM_AFTER);
  g_cancellable_release_fd (cancellable);
  return !g_cancellable_is_cancelled (cancellable);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  CheckJob *job = data;
  g_autoptr (GPtrArray) findings = NULL;

  ink_storage_sync (job->storage);
  if (wait_for_calm (cancellable))
    findings = ink_storage_check (job->storage, FALSE, cancellable, NULL);
  if (findings != NULL && findings->len > 0)
    ink_trouble_box_send (_("The project's file is damaged. What can be read is shown; save a "
                            "copy, and keep the file that you have."), job->box);
  g_task_return_boolean (task, TRUE);
}

/* A quick look at every page, behind the user's back: opening must not wait for it. */
void
ink_document_check_in_background (InkDocument *self)
{
  CheckJob *job = g_new0 (CheckJob, 1);
  g_autoptr (GTask) task = NULL;

  job->storage = ink_storage_ref (self->storage);
  job->box = self->box;
  g_atomic_ref_count_inc (&self->box->ref_count);
  self->checking = g_cancellable_new ();
  task = g_task_new (NULL, self->checking, NULL, NULL);
  g_task_set_source_tag (task, ink_document_check_in_background);
  g_task_set_task_data (task, job, (GDestroyNotify) check_job_free);
  g_task_run_in_thread (task, check_thread);
}
