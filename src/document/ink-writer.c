/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The one thread that writes a document's steps, in order. */
#include "config.h"

#include "document/ink-writer.h"

/* A step, or a result to be kept. */
typedef struct
{
  InkWriterStep *step;
  char *key;
  char *json;
  gint64 position;
} Job;

struct _InkWriter
{
  InkStorage *storage;
  InkWriterTrouble trouble;
  gpointer data;
  GThread *thread;

  GMutex lock; /* all below */
  GCond changed;
  GQueue jobs;
  gboolean busy;
  gboolean stop;
  gboolean retry;
  GError *error; /* of the job that is first in the queue */
};

InkWriterStep *
ink_writer_step_new (void)
{
  return g_new0 (InkWriterStep, 1);
}

void
ink_writer_step_free (InkWriterStep *step)
{
  if (step == NULL)
    return;
  g_free (step->label);
  g_clear_pointer (&step->before, ink_definition_unref);
  g_clear_pointer (&step->previous, ink_definition_unref);
  g_clear_pointer (&step->next, ink_definition_unref);
  g_clear_pointer (&step->imports, g_array_unref);
  g_clear_pointer (&step->store, ink_event_store_unref);
  g_free (step);
}

static void
job_free (Job *job)
{
  ink_writer_step_free (job->step);
  g_free (job->key);
  g_free (job->json);
  g_free (job);
}

/* Most steps that bring events leave the definition as it is. */
static GPtrArray *
diff (InkDefinition *from,
      InkDefinition *to)
{
  return from == to ? g_ptr_array_new () : ink_definition_diff (from, to);
}

static gboolean
write_step (InkWriter      *self,
            InkWriterStep  *step,
            GError        **error)
{
  g_autoptr (GPtrArray) changes = diff (step->before, step->next);
  g_autoptr (GPtrArray) rows = step->before == step->previous
                                   ? g_ptr_array_ref (changes)
                                   : diff (step->previous, step->next);
  InkStorageStep row = { .step = step->step, .label = step->label, .time = step->time,
                         .changes = changes, .rows = rows, .position = step->position,
                         .saved = step->saved, .imports = step->imports, .store = step->store };

  /* Outside the transaction, since it may read columns. */
  if (step->store != NULL)
    ink_event_store_get_schema (step->store);
  return ink_storage_write_step (self->storage, &row, error);
}

static gboolean
run_job (InkWriter  *self,
         Job        *job,
         GError    **error)
{
  if (job->step != NULL)
    return write_step (self, job->step, error);
  return ink_storage_put_result (self->storage, job->key, job->position, job->json, error);
}

/* Typing makes a job per key, all for one step: only the last needs the disk. */
static void
join_same_step (InkWriter *self,
                Job       *job)
{
  for (;;)
    {
      Job *next = g_queue_peek_head (&self->jobs);

      if (next == NULL || next->step == NULL || job->step == NULL || job->step->step == 0 ||
          next->step->step != job->step->step || job->step->imports != NULL)
        return;
      g_queue_pop_head (&self->jobs);
      ink_definition_unref (next->step->previous);
      next->step->previous = ink_definition_ref (job->step->previous);
      ink_writer_step_free (job->step);
      job->step = g_steal_pointer (&next->step);
      job_free (next);
    }
}

static void
finish_job (InkWriter *self,
            Job       *job,
            GError    *error)
{
  gboolean had_trouble = self->error != NULL;

  self->busy = FALSE;
  self->retry = FALSE;
  g_clear_error (&self->error);
  if (error == NULL)
    job_free (job);
  else
    {
      g_queue_push_head (&self->jobs, job);
      self->error = error;
    }
  if (error != NULL || had_trouble)
    self->trouble (error != NULL ? error->message : NULL, self->data);
  g_cond_broadcast (&self->changed);
}

static gboolean
has_work (InkWriter *self)
{
  return self->jobs.length > 0 && (self->error == NULL || self->retry);
}

static gpointer
writer_thread (gpointer data)
{
  InkWriter *self = data;

  g_mutex_lock (&self->lock);
  for (;;)
    {
      g_autoptr (GError) error = NULL;
      Job *job;

      while (!has_work (self) && !self->stop)
        g_cond_wait (&self->changed, &self->lock);
      if (!has_work (self))
        break;
      job = g_queue_pop_head (&self->jobs);
      join_same_step (self, job);
      self->busy = TRUE;
      g_mutex_unlock (&self->lock);
      run_job (self, job, &error);
      g_mutex_lock (&self->lock);
      finish_job (self, job, g_steal_pointer (&error));
    }
  g_mutex_unlock (&self->lock);
  return NULL;
}

InkWriter *
ink_writer_new (InkStorage       *storage,
                InkWriterTrouble  trouble,
                gpointer          data)
{
  InkWriter *self = g_new0 (InkWriter, 1);

  self->storage = ink_storage_ref (storage);
  self->trouble = trouble;
  self->data = data;
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  g_queue_init (&self->jobs);
  self->thread = g_thread_new ("ink-writer", writer_thread, self);
  return self;
}

static void
push_job (InkWriter *self,
          Job       *job)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->jobs, job);
  self->retry = TRUE; /* what failed before is tried again, in its order */
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

void
ink_writer_push (InkWriter     *self,
                 InkWriterStep *step)
{
  Job *job = g_new0 (Job, 1);

  job->step = step;
  push_job (self, job);
}

void
ink_writer_put_result (InkWriter  *self,
                       const char *key,
                       gint64      position,
                       const char *json)
{
  Job *job = g_new0 (Job, 1);

  job->key = g_strdup (key);
  job->json = g_strdup (json);
  job->position = position;
  push_job (self, job);
}

gboolean
ink_writer_flush (InkWriter  *self,
                  GError    **error)
{
  gboolean good;

  g_mutex_lock (&self->lock);
  self->retry = TRUE;
  g_cond_broadcast (&self->changed);
  while (self->busy || has_work (self))
    g_cond_wait (&self->changed, &self->lock);
  good = self->jobs.length == 0;
  if (!good)
    g_propagate_error (error, g_error_copy (self->error));
  g_mutex_unlock (&self->lock);
  return good;
}

void
ink_writer_free (InkWriter *self)
{
  if (self == NULL)
    return;
  g_mutex_lock (&self->lock);
  self->stop = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_thread_join (self->thread);
  g_queue_clear_full (&self->jobs, (GDestroyNotify) job_free);
  g_clear_error (&self->error);
  ink_storage_unref (self->storage);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}
