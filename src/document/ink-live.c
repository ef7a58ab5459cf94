/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One living answer: follows a document and the view's options, and never blocks. */
#include "document/ink-live.h"

#include "document/ink-last-numbers.h"
#include "document/ink-live-job.h"

/* What took so many times the patience is not waited for. */
#define HOPELESS 3

enum
{
  PROP_QUERY = 1,
  PROP_ANSWER,
  PROP_STATE,
  PROP_ERROR,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _InkLive
{
  GObject parent_instance;

  InkDocument *document;
  InkEvaluator *evaluator;
  InkLiveBuildFunc build;
  gpointer data;
  GDestroyNotify destroy;
  GMainContext *context;

  InkLive *first; /* nullable: answers before this one asks */
  guint patience; /* milliseconds */
  gboolean held;
  gboolean prompt;

  GSource *turn;   /* a refresh that waits for the next turn of the main loop */
  InkLiveJob *job; /* nullable: the running request */
  gint64 refreshed; /* when `turn` was made */
  gint64 asked;
  gint64 began; /* when the running request did, */
  gint64 took;  /* and how long the last one took */

  InkLastNumbers *last; /* nullable */

  InkQuery *query;
  guint64 revision;
  InkAnswer *answer;
  InkLiveState state;
  GError *error;
  double fraction;
};

G_DEFINE_FINAL_TYPE (InkLive, ink_live, G_TYPE_OBJECT)

GType
ink_live_state_get_type (void)
{
  static GType type;
  static const GEnumValue values[] = {
    { INK_LIVE_IDLE, "INK_LIVE_IDLE", "idle" },
    { INK_LIVE_COMPUTING, "INK_LIVE_COMPUTING", "computing" },
    { INK_LIVE_STALE, "INK_LIVE_STALE", "stale" },
    { INK_LIVE_FAILED, "INK_LIVE_FAILED", "failed" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("InkLiveState", values));
  return type;
}

static void
set_fraction (InkLive *self,
              double   fraction)
{
  if (self->fraction == fraction)
    return;
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

static void
set_state (InkLive      *self,
           InkLiveState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* ---- Asking ---- */

/* Takes @answer and @error over. */
static void
settle (InkLive   *self,
        InkAnswer *answer,
        GError    *error)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if (self->answer != answer)
    {
      g_object_notify_by_pspec (object, properties[PROP_ANSWER]);
      /* A remembered answer comes from idle to idle: who follows the state alone must see it. */
      g_object_notify_by_pspec (object, properties[PROP_STATE]);
    }
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer;
  if (self->last != NULL)
    ink_last_numbers_keep (self->last, answer, self->context);
  if (self->error != error)
    g_object_notify_by_pspec (object, properties[PROP_ERROR]);
  g_clear_error (&self->error);
  self->error = error;
  set_fraction (self, 0.0);
  set_state (self, error != NULL ? INK_LIVE_FAILED : INK_LIVE_IDLE);
  g_object_thaw_notify (object);
}

static void
answered (GObject   *owner,
          InkAnswer *answer,
          GError    *error)
{
  InkLive *self = INK_LIVE (owner);

  self->job = NULL;
  self->took = g_get_monotonic_time () - self->began;
  settle (self, answer, error);
}

static void
progressed (GObject *owner,
            double   fraction)
{
  set_fraction (INK_LIVE (owner), fraction);
}

static const InkLiveJobFuncs job_funcs = { progressed, answered };

static void
ask (InkLive       *self,
     InkEventStore *store)
{
  self->began = g_get_monotonic_time ();
  set_state (self, self->answer != NULL ? INK_LIVE_STALE : INK_LIVE_COMPUTING);
  self->job = ink_live_job_start (self->evaluator, self->query, store, self->context, &job_funcs,
                                  G_OBJECT (self));
}

/* Waits for the evaluator, not for the main loop: nothing else happens meanwhile. The answer then
 * is a remembered one. */
static void
wait_a_little (InkLive       *self,
               InkEventStore *store)
{
  gint64 patience = self->patience * (gint64) 1000;
  g_autoptr (InkAnswer) answer = NULL;

  if (patience == 0 || self->took > HOPELESS * patience)
    return;
  answer = ink_evaluator_wait (self->evaluator, self->query, store, self->began + patience);
  if (answer == NULL)
    return;
  self->took = g_get_monotonic_time () - self->began;
  g_clear_pointer (&self->job, ink_live_job_stop);
  settle (self, g_steal_pointer (&answer), NULL);
}

static gboolean
is_same_question (InkLive       *self,
                  InkQuery      *query,
                  InkEventStore *store)
{
  return self->query != NULL && query != NULL &&
         self->revision == ink_event_store_get_revision (store) &&
         ink_query_equal (self->query, query);
}

gboolean
ink_live_is_busy (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), FALSE);

  return self->turn != NULL || self->job != NULL;
}

/* What is held is no answer that there is nothing to ask, and what was kept is to be shown. */
static void
announce (InkLive *self)
{
  g_autoptr (InkQuery) query = NULL;

  if (self->query != NULL || self->answer != NULL || self->error != NULL)
    return;
  query = self->build (self->document, self->data, NULL);
  if (self->last != NULL)
    ink_last_numbers_name (self->last, query != NULL);
  if (self->last != NULL && query != NULL)
    ink_last_numbers_look (self->last);
  if (query == NULL)
    {
      self->asked = self->refreshed;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
    }
  set_state (self, query != NULL ? INK_LIVE_COMPUTING : INK_LIVE_IDLE);
}

static void
refresh_now (InkLive  *self,
             gboolean  waits)
{
  GObject *object = G_OBJECT (self);
  InkEventStore *store = ink_document_get_store (self->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkQuery) query = NULL;
  g_autoptr (InkAnswer) known = NULL;

  if (self->held)
    announce (self);
  if (self->held || (self->first != NULL && ink_live_is_busy (self->first)))
    return;
  query = self->build (self->document, self->data, &error);
  if (error == NULL && self->error == NULL && is_same_question (self, query, store))
    return;
  g_clear_pointer (&self->job, ink_live_job_stop);
  self->asked = self->refreshed;
  g_object_freeze_notify (object);
  g_clear_pointer (&self->query, ink_query_unref);
  self->query = g_steal_pointer (&query);
  self->revision = ink_event_store_get_revision (store);
  g_object_notify_by_pspec (object, properties[PROP_QUERY]);
  if (self->last != NULL)
    ink_last_numbers_name (self->last, self->query != NULL);
  known = self->query != NULL ? ink_evaluator_peek (self->evaluator, self->query, store) : NULL;
  /* What is remembered is shown in this very turn, without a flicker of `stale`. */
  if (self->query == NULL || known != NULL)
    settle (self, g_steal_pointer (&known), g_steal_pointer (&error));
  else
    {
      if (self->last != NULL)
        ink_last_numbers_look (self->last);
      ask (self, store);
      if (waits)
        wait_a_little (self, store);
    }
  g_object_thaw_notify (object);
}

static gboolean
turn_cb (gpointer data)
{
  InkLive *self = data;

  g_clear_pointer (&self->turn, g_source_unref);
  refresh_now (self, !self->prompt);
  if (self->prompt && self->job != NULL)
    wait_a_little (self, ink_document_get_store (self->document));
  return G_SOURCE_REMOVE;
}

void
ink_live_refresh (InkLive *self)
{
  g_return_if_fail (INK_IS_LIVE (self));

  if (self->turn != NULL)
    return;
  self->refreshed = g_get_monotonic_time ();
  self->turn = g_idle_source_new ();
  /* Before the next frame is drawn, after the events that led here; what is lesser holds no frame
   * up. */
  g_source_set_priority (self->turn,
                         self->first != NULL ? G_PRIORITY_DEFAULT_IDLE : G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (self->turn, turn_cb, self, NULL);
  g_source_attach (self->turn, self->context);
  if (self->prompt)
    refresh_now (self, FALSE);
}

static void
first_settled_cb (InkLive *self)
{
  if (!ink_live_is_busy (self->first))
    ink_live_refresh (self);
}

void
ink_live_set_after (InkLive *self,
                    InkLive *first)
{
  g_return_if_fail (INK_IS_LIVE (self) && self->first == NULL);
  g_return_if_fail (INK_IS_LIVE (first) && first != self);

  self->first = g_object_ref (first);
  g_signal_connect_swapped (first, "notify::state", G_CALLBACK (first_settled_cb), self);
}

void
ink_live_set_patience (InkLive *self,
                       guint    milliseconds)
{
  g_return_if_fail (INK_IS_LIVE (self));

  self->patience = milliseconds;
}

void
ink_live_set_held (InkLive  *self,
                   gboolean  held)
{
  g_return_if_fail (INK_IS_LIVE (self));

  if (self->held == held)
    return;
  self->held = held;
  if (!held)
    ink_live_refresh (self);
}

void
ink_live_set_prompt (InkLive *self)
{
  g_return_if_fail (INK_IS_LIVE (self));

  self->prompt = TRUE;
}

void
ink_live_keep (InkLive         *self,
               InkLiveNameFunc  name)
{
  g_return_if_fail (INK_IS_LIVE (self) && name != NULL && self->last == NULL);

  self->last = ink_last_numbers_new (self->document, name, self->data);
}

InkAnswer *
ink_live_get_kept (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), NULL);

  return self->last != NULL ? ink_last_numbers_get (self->last) : NULL;
}

InkQuery *
ink_live_get_query (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), NULL);

  return self->query;
}

InkAnswer *
ink_live_get_answer (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), NULL);

  return self->answer;
}

InkLiveState
ink_live_get_state (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), INK_LIVE_IDLE);

  return self->state;
}

const GError *
ink_live_get_error (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), NULL);

  return self->error;
}

double
ink_live_get_fraction (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), 0.0);

  return self->fraction;
}

gint64
ink_live_get_asked (InkLive *self)
{
  g_return_val_if_fail (INK_IS_LIVE (self), 0);

  return self->asked;
}

static void
ink_live_get_property (GObject    *object,
                       guint       id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  InkLive *self = INK_LIVE (object);

  switch (id)
    {
    case PROP_QUERY:
      g_value_set_pointer (value, self->query);
      break;
    case PROP_ANSWER:
      g_value_set_pointer (value, self->answer);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ink_live_dispose (GObject *object)
{
  InkLive *self = INK_LIVE (object);

  g_clear_pointer (&self->job, ink_live_job_stop);
  if (self->turn != NULL)
    g_source_destroy (self->turn);
  g_clear_pointer (&self->turn, g_source_unref);
  g_clear_pointer (&self->last, ink_last_numbers_free);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->first != NULL)
    g_signal_handlers_disconnect_by_data (self->first, self);
  g_clear_object (&self->first);
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->evaluator);
  G_OBJECT_CLASS (ink_live_parent_class)->dispose (object);
}

static void
ink_live_finalize (GObject *object)
{
  InkLive *self = INK_LIVE (object);

  g_clear_pointer (&self->query, ink_query_unref);
  g_clear_pointer (&self->answer, ink_answer_unref);
  g_clear_error (&self->error);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (ink_live_parent_class)->finalize (object);
}

static void
ink_live_class_init (InkLiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags =
    G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ink_live_get_property;
  object_class->dispose = ink_live_dispose;
  object_class->finalize = ink_live_finalize;
  properties[PROP_QUERY] = g_param_spec_pointer ("query", NULL, NULL, flags);
  properties[PROP_ANSWER] = g_param_spec_pointer ("answer", NULL, NULL, flags);
  properties[PROP_STATE] =
    g_param_spec_enum ("state", NULL, NULL, INK_TYPE_LIVE_STATE, INK_LIVE_IDLE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ink_live_init (InkLive *self)
{
  self->context = g_main_context_ref_thread_default ();
}

InkLive *
ink_live_new (InkDocument      *document,
              InkEvaluator     *evaluator,
              InkLiveBuildFunc  build,
              gpointer          data,
              GDestroyNotify    destroy)
{
  InkLive *self;

  g_return_val_if_fail (INK_IS_DOCUMENT (document) && build != NULL, NULL);

  self = g_object_new (INK_TYPE_LIVE, NULL);
  self->document = g_object_ref (document);
  self->evaluator = g_object_ref (evaluator != NULL ? evaluator : ink_evaluator_get_default ());
  self->build = build;
  self->data = data;
  self->destroy = destroy;
  g_signal_connect_swapped (document, "notify::definition", G_CALLBACK (ink_live_refresh), self);
  g_signal_connect_swapped (document, "notify::store", G_CALLBACK (ink_live_refresh), self);
  ink_live_refresh (self);
  return self;
}
