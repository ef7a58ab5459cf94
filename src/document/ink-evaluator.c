/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs queries in worker threads, the most recent request first, and remembers what they said. */
#include "document/ink-evaluator.h"

/* How often a thread that waits for another's answer looks whether it is still wanted (µs). */
#define LOOK_AGAIN_AFTER 10000

/* An answer that is remembered. The key's query is the answer's own: whoever asks the same gets
 * the same values, wherever their definitions came from. */
typedef struct
{
  InkQuery *query;
  guint64 revision;
  InkAnswer *answer;
  gsize bytes;
  GList link; /* in `recent` */
} Entry;

typedef struct
{
  InkQuery *query;
  InkEventStore *store;
  InkProgress *progress;
  guint64 serial;
} Request;

/* What a thread computes just now. */
typedef struct
{
  InkQuery *query;
  guint64 revision;
  GList link; /* in `running` */
} Running;

struct _InkEvaluator
{
  GObject parent_instance;

  GThreadPool *pool;
  gsize limit;

  GMutex lock; /* all below */
  GHashTable *entries; /* Entry -> itself */
  GQueue recent;       /* Entry, the most recently used first */
  gsize bytes;
  guint64 serial;
  GQueue running;  /* Running */
  GCond remembered; /* or no longer running */
};

G_DEFINE_FINAL_TYPE (InkEvaluator, ink_evaluator, G_TYPE_OBJECT)

static guint
entry_hash (gconstpointer data)
{
  const Entry *entry = data;

  return ink_query_hash (entry->query) ^ (guint) entry->revision * 2654435761u;
}

static gboolean
entry_equal (gconstpointer a,
             gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;

  return first->revision == second->revision && ink_query_equal (first->query, second->query);
}

static void
entry_free (Entry *entry)
{
  ink_query_unref (entry->query);
  ink_answer_unref (entry->answer);
  g_free (entry);
}

static void
drop_entry (InkEvaluator *self,
            Entry        *entry)
{
  g_queue_unlink (&self->recent, &entry->link);
  self->bytes -= entry->bytes;
  g_hash_table_remove (self->entries, entry);
}

static void
remember (InkEvaluator  *self,
          InkQuery      *query,
          InkEventStore *store,
          InkAnswer     *answer)
{
  Entry *entry = g_new0 (Entry, 1);
  Entry *known;

  entry->query = ink_query_ref (query);
  entry->revision = ink_event_store_get_revision (store);
  entry->answer = ink_answer_ref (answer);
  entry->bytes = sizeof *entry + ink_answer_get_bytes (answer);
  entry->link.data = entry;
  g_mutex_lock (&self->lock);
  known = g_hash_table_lookup (self->entries, entry);
  if (known != NULL)
    drop_entry (self, known);
  g_hash_table_add (self->entries, entry);
  g_queue_push_head_link (&self->recent, &entry->link);
  self->bytes += entry->bytes;
  while (self->bytes > self->limit && self->recent.tail != NULL)
    drop_entry (self, self->recent.tail->data);
  g_cond_broadcast (&self->remembered);
  g_mutex_unlock (&self->lock);
}

/* With the lock held. */
static InkAnswer *
look_up (InkEvaluator  *self,
         InkQuery      *query,
         InkEventStore *store)
{
  Entry key = { .query = query, .revision = ink_event_store_get_revision (store) };
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->recent, &entry->link);
  g_queue_push_head_link (&self->recent, &entry->link);
  return ink_answer_ref (entry->answer);
}

InkAnswer *
ink_evaluator_peek (InkEvaluator  *self,
                    InkQuery      *query,
                    InkEventStore *store)
{
  InkAnswer *answer;

  g_return_val_if_fail (INK_IS_EVALUATOR (self), NULL);
  g_return_val_if_fail (query != NULL && store != NULL, NULL);

  g_mutex_lock (&self->lock);
  answer = look_up (self, query, store);
  g_mutex_unlock (&self->lock);
  return answer;
}

InkAnswer *
ink_evaluator_wait (InkEvaluator  *self,
                    InkQuery      *query,
                    InkEventStore *store,
                    gint64         until)
{
  InkAnswer *answer;

  g_return_val_if_fail (INK_IS_EVALUATOR (self), NULL);
  g_return_val_if_fail (query != NULL && store != NULL, NULL);

  g_mutex_lock (&self->lock);
  do
    answer = look_up (self, query, store);
  while (answer == NULL && g_cond_wait_until (&self->remembered, &self->lock, until));
  g_mutex_unlock (&self->lock);
  return answer;
}

static void
request_free (Request *request)
{
  ink_query_unref (request->query);
  ink_event_store_unref (request->store);
  g_free (request);
}

/* With the lock held. */
static gboolean
is_running (InkEvaluator  *self,
            InkQuery      *query,
            InkEventStore *store)
{
  for (GList *l = self->running.head; l != NULL; l = l->next)
    {
      const Running *running = l->data;

      if (running->revision == ink_event_store_get_revision (store) &&
          ink_query_equal (running->query, query))
        return TRUE;
    }
  return FALSE;
}

/* The answer where it is remembered, or another thread is about to have it. Else NULL, and @running
 * is noted: it is for the caller to compute. */
static InkAnswer *
look_up_or_begin (InkEvaluator  *self,
                  Running       *running,
                  InkEventStore *store,
                  GCancellable  *cancellable)
{
  InkAnswer *answer;

  g_mutex_lock (&self->lock);
  for (;;)
    {
      answer = look_up (self, running->query, store);
      if (answer != NULL || g_cancellable_is_cancelled (cancellable) ||
          !is_running (self, running->query, store))
        break;
      g_cond_wait_until (&self->remembered, &self->lock,
                         g_get_monotonic_time () + LOOK_AGAIN_AFTER);
    }
  if (answer == NULL)
    g_queue_push_tail_link (&self->running, &running->link);
  g_mutex_unlock (&self->lock);
  return answer;
}

static void
end_running (InkEvaluator *self,
             Running      *running)
{
  g_mutex_lock (&self->lock);
  g_queue_unlink (&self->running, &running->link);
  g_cond_broadcast (&self->remembered);
  g_mutex_unlock (&self->lock);
}

InkAnswer *
ink_evaluator_run (InkEvaluator   *self,
                   InkQuery       *query,
                   InkEventStore  *store,
                   InkProgress    *progress,
                   GCancellable   *cancellable,
                   GError        **error)
{
  Running running = { .query = query, .revision = ink_event_store_get_revision (store) };
  InkAnswer *answer;

  g_return_val_if_fail (INK_IS_EVALUATOR (self), NULL);

  running.link.data = &running;
  answer = look_up_or_begin (self, &running, store, cancellable);
  if (answer != NULL)
    return answer;
  answer = ink_query_run (query, store, cancellable, progress, error);
  if (answer != NULL)
    remember (self, query, store, answer);
  end_running (self, &running);
  return answer;
}

static void
work (gpointer data,
      gpointer user_data)
{
  g_autoptr (GTask) task = data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  InkAnswer *answer;

  if (g_task_return_error_if_cancelled (task))
    return;
  answer = ink_evaluator_run (g_task_get_source_object (task), request->query, request->store,
                              request->progress, g_task_get_cancellable (task), &error);
  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) ink_answer_unref);
  else
    g_task_return_error (task, error);
}

static int
most_recent_first (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  const Request *first = g_task_get_task_data ((GTask *) a);
  const Request *second = g_task_get_task_data ((GTask *) b);

  return (first->serial < second->serial) - (first->serial > second->serial);
}

void
ink_evaluator_run_async (InkEvaluator        *self,
                         InkQuery            *query,
                         InkEventStore       *store,
                         InkProgress         *progress,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (InkAnswer) known = NULL;
  Request *request;

  g_return_if_fail (INK_IS_EVALUATOR (self));
  g_return_if_fail (query != NULL && store != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ink_evaluator_run_async);
  known = ink_evaluator_peek (self, query, store);
  if (known != NULL)
    {
      g_task_return_pointer (task, g_steal_pointer (&known), (GDestroyNotify) ink_answer_unref);
      return;
    }
  request = g_new0 (Request, 1);
  request->query = ink_query_ref (query);
  request->store = ink_event_store_ref (store);
  request->progress = progress;
  g_mutex_lock (&self->lock);
  request->serial = ++self->serial;
  g_mutex_unlock (&self->lock);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

InkAnswer *
ink_evaluator_run_finish (InkEvaluator  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gsize
ink_evaluator_get_cached_bytes (InkEvaluator *self)
{
  gsize bytes;

  g_return_val_if_fail (INK_IS_EVALUATOR (self), 0);

  g_mutex_lock (&self->lock);
  bytes = self->bytes;
  g_mutex_unlock (&self->lock);
  return bytes;
}

static void
ink_evaluator_finalize (GObject *object)
{
  InkEvaluator *self = INK_EVALUATOR (object);

  /* Every request holds a reference, so none is waiting; the last may end in its own thread, which
   * must not wait for itself. */
  g_thread_pool_free (self->pool, FALSE, FALSE);
  g_hash_table_unref (self->entries);
  g_cond_clear (&self->remembered);
  g_mutex_clear (&self->lock);
  G_OBJECT_CLASS (ink_evaluator_parent_class)->finalize (object);
}

static void
ink_evaluator_class_init (InkEvaluatorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ink_evaluator_finalize;
}

static void
ink_evaluator_init (InkEvaluator *self)
{
  g_mutex_init (&self->lock);
  g_cond_init (&self->remembered);
  g_queue_init (&self->recent);
  g_queue_init (&self->running);
  self->entries = g_hash_table_new_full (entry_hash, entry_equal, (GDestroyNotify) entry_free,
                                         NULL);
  self->pool = g_thread_pool_new (work, NULL, (int) g_get_num_processors (), FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, most_recent_first, NULL);
}

InkEvaluator *
ink_evaluator_new (gsize cache_bytes)
{
  InkEvaluator *self = g_object_new (INK_TYPE_EVALUATOR, NULL);

  self->limit = cache_bytes;
  return self;
}

InkEvaluator *
ink_evaluator_get_default (void)
{
  static InkEvaluator *evaluator;

  if (g_once_init_enter (&evaluator))
    g_once_init_leave (&evaluator, ink_evaluator_new (INK_EVALUATOR_CACHE_BYTES));
  return evaluator;
}
