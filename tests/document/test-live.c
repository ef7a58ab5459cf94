/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Answers that follow a document: cached, cancelled, coalesced, never of an old question. */
#include "document/document-fixture.h"

#include "document/ink-live.h"

/* A question whose answer is its number, after some work. */
typedef struct
{
  InkQuery parent;
  int number;
  guint milliseconds;
  gboolean fails;
} NumberQuery;

static int n_runs; /* atomic: how often a query really ran */
static int n_cancelled;

static gboolean
number_equal (const InkQuery *a,
              const InkQuery *b)
{
  return ((const NumberQuery *) a)->number == ((const NumberQuery *) b)->number;
}

static guint
number_hash (const InkQuery *query)
{
  return (guint) ((const NumberQuery *) query)->number;
}

static InkAnswer *
number_run (const InkQuery  *query,
            InkEventStore   *store,
            GCancellable    *cancellable,
            InkProgress     *progress,
            GError         **error)
{
  const NumberQuery *self = (const NumberQuery *) query;
  InkTableBuilder *builder = ink_table_builder_new ();
  InkAnswer *answer = ink_answer_new ();

  g_atomic_int_inc (&n_runs);
  for (guint i = 0; i < self->milliseconds; i++)
    {
      g_usleep (1000);
      ink_progress_set (progress, i, self->milliseconds, 0);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          g_atomic_int_inc (&n_cancelled);
          break;
        }
    }
  ink_table_builder_add_number (builder, "number", "Number", INK_FORMAT_COUNT);
  ink_table_builder_number (builder, self->number);
  ink_answer_add_table (answer, "number", ink_table_builder_end (builder));
  if (self->fails && !g_cancellable_is_cancelled (cancellable))
    g_set_error_literal (error, INK_ERROR, INK_ERROR_FAILED, "No number today.");
  if (!self->fails && !g_cancellable_is_cancelled (cancellable))
    return answer;
  ink_answer_unref (answer);
  return NULL;
}

static void
number_clear (InkQuery *query)
{
}

static const InkQueryKind number_kind = { "number", sizeof (NumberQuery), number_equal,
                                          number_hash, number_run, number_clear };

static InkQuery *
number_new (int      number,
            guint    milliseconds,
            gboolean fails)
{
  NumberQuery *query = ink_query_alloc (&number_kind);

  query->number = number;
  query->milliseconds = milliseconds;
  query->fails = fails;
  return &query->parent;
}

static int
number_of (InkAnswer *answer)
{
  return (int) ink_table_get_number (ink_answer_get_table (answer, NULL), 0, 0);
}

/* What the view wants to see: a few options, and how many goals the document has. */
typedef struct
{
  int option;
  guint milliseconds;
  gboolean fails;
  gboolean nothing;
  guint builds;
} View;

static InkQuery *
build (InkDocument  *document,
       gpointer      data,
       GError      **error)
{
  View *view = data;

  view->builds++;
  return view->nothing ? NULL
                       : number_new (view->option + (int) fixture_n_goals (document) * 100,
                                     view->milliseconds, view->fails);
}

typedef struct
{
  InkDocument *document;
  InkEvaluator *evaluator;
  InkLive *live;
  View view;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = fixture_new ();
  fixture->evaluator = ink_evaluator_new (1024 * 1024);
  fixture->live = ink_live_new (fixture->document, fixture->evaluator, build, &fixture->view, NULL);
  n_runs = n_cancelled = 0;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->live);
  g_object_unref (fixture->evaluator);
  fixture_close (fixture->document, INK_CLOSE_DISCARD);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
wait_for_state (InkLive      *live,
                InkLiveState  state)
{
  while (ink_live_get_state (live) != state)
    g_main_context_iteration (NULL, TRUE);
}

static void
turn (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 0);
  fixture_add_goal (fixture->document, "Demo");
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 100);
  fixture->view.option = 7;
  ink_live_refresh (fixture->live);
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 107);
}

static char *
name_question (InkDocument *document,
               gpointer     data)
{
  return ((View *) data)->option < 0 ? NULL : g_strdup ("number");
}

static InkLive *
ask_again (Fixture *fixture)
{
  InkLive *live = ink_live_new (fixture->document, fixture->evaluator, build, &fixture->view, NULL);

  ink_live_keep (live, name_question);
  return live;
}

static void
wait_until_kept (Fixture *fixture)
{
  g_autofree char *json = NULL;

  while (json == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
      json = ink_document_get_result (fixture->document, "number", NULL);
    }
}

/* The last numbers are there while the first answer is computed, and only then. */
static void
test_kept (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (InkLive) live = ask_again (fixture);
  g_autoptr (InkLive) second = NULL;

  fixture->view.option = 5;
  turn ();
  wait_for_state (live, INK_LIVE_IDLE);
  g_assert_null (ink_live_get_kept (live));
  wait_until_kept (fixture);

  fixture->view.option = 6;
  fixture->view.milliseconds = 40;
  second = ask_again (fixture);
  turn ();
  g_assert_cmpint (ink_live_get_state (second), ==, INK_LIVE_COMPUTING);
  g_assert_nonnull (ink_live_get_kept (second));
  g_assert_cmpint (number_of (ink_live_get_kept (second)), ==, 5);
  g_assert_null (ink_live_get_answer (second));
  wait_for_state (second, INK_LIVE_IDLE);
  g_assert_null (ink_live_get_kept (second));
  g_assert_cmpint (number_of (ink_live_get_answer (second)), ==, 6);
}

/* What a question without a name answers is not kept, and what a file says is not trusted. */
static void
test_not_kept (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (InkLive) live = NULL;

  ink_document_put_result (fixture->document, "number", "[[\"number\", 7");
  wait_until_kept (fixture);
  fixture->view.option = 8;
  fixture->view.milliseconds = 10;
  live = ask_again (fixture);
  turn ();
  g_assert_cmpint (ink_live_get_state (live), ==, INK_LIVE_COMPUTING);
  g_assert_null (ink_live_get_kept (live));
  wait_for_state (live, INK_LIVE_IDLE);

  fixture->view.option = -1;
  fixture->view.milliseconds = 0;
  ink_live_refresh (live);
  turn ();
  wait_for_state (live, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (live)), ==, -1);
}

/* The same question is not asked again; an old one is remembered, without a turn of `stale`. */
static void
test_cached (Fixture       *fixture,
             gconstpointer  data)
{
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  ink_live_refresh (fixture->live);
  turn ();
  g_assert_cmpint (g_atomic_int_get (&n_runs), ==, 1);
  fixture->view.option = 1;
  ink_live_refresh (fixture->live);
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  fixture->view.option = 0;
  ink_live_refresh (fixture->live);
  turn ();
  g_assert_cmpint (ink_live_get_state (fixture->live), ==, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 0);
  g_assert_cmpint (g_atomic_int_get (&n_runs), ==, 2);
}

/* A slider's drag: many changes between two turns are one question. */
static void
test_coalesced (Fixture       *fixture,
                gconstpointer  data)
{
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  fixture->view.builds = 0;
  for (int i = 1; i <= 50; i++)
    {
      fixture->view.option = i;
      ink_live_refresh (fixture->live);
    }
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_cmpuint (fixture->view.builds, ==, 1);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 50);
}

static void
answer_cb (InkLive    *live,
           GParamSpec *pspec,
           GArray     *seen)
{
  int number = ink_live_get_answer (live) != NULL ? number_of (ink_live_get_answer (live)) : -1;

  g_array_append_val (seen, number);
}

/* While one runs, others are asked: those in between are cancelled, their answers never shown. */
static void
test_old_answers_dropped (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (int));

  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_signal_connect (fixture->live, "notify::answer", G_CALLBACK (answer_cb), seen);
  fixture->view.milliseconds = 60;
  for (int i = 1; i <= 5; i++)
    {
      fixture->view.option = i;
      ink_live_refresh (fixture->live);
      turn ();
      g_assert_cmpint (ink_live_get_state (fixture->live), ==, INK_LIVE_STALE);
      g_assert_nonnull (ink_live_get_answer (fixture->live));
      g_usleep (5000);
    }
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_cmpint (g_array_index (seen, int, 0), ==, 5);
}

static void
test_failing (Fixture       *fixture,
              gconstpointer  data)
{
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  fixture->view.option = 3;
  fixture->view.fails = TRUE;
  ink_live_refresh (fixture->live);
  turn ();
  wait_for_state (fixture->live, INK_LIVE_FAILED);
  g_assert_null (ink_live_get_answer (fixture->live));
  g_assert_cmpstr (ink_live_get_error (fixture->live)->message, ==, "No number today.");
  fixture->view.fails = FALSE;
  ink_live_refresh (fixture->live);
  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_null (ink_live_get_error (fixture->live));
  fixture->view.nothing = TRUE;
  ink_live_refresh (fixture->live);
  turn ();
  g_assert_cmpint (ink_live_get_state (fixture->live), ==, INK_LIVE_IDLE);
  g_assert_null (ink_live_get_answer (fixture->live));
}

static void
test_fraction (Fixture       *fixture,
               gconstpointer  data)
{
  fixture->view.milliseconds = 150;
  turn ();
  g_assert_cmpint (ink_live_get_state (fixture->live), ==, INK_LIVE_COMPUTING);
  while (ink_live_get_fraction (fixture->live) < 0.3)
    g_main_context_iteration (NULL, TRUE);
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_cmpfloat (ink_live_get_fraction (fixture->live), ==, 0.0);
}

/* Gone while its question runs: the worker ends alone. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  InkLive *live;
  View view = { .milliseconds = 2000, .option = 9 };

  wait_for_state (fixture->live, INK_LIVE_COMPUTING);
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  live = ink_live_new (fixture->document, fixture->evaluator, build, &view, NULL);
  turn ();
  while (g_atomic_int_get (&n_runs) < 2)
    g_usleep (500);
  g_object_unref (live);
  while (g_atomic_int_get (&n_cancelled) == 0)
    g_usleep (500);
}

static gpointer
run_again (gpointer evaluator)
{
  InkEventStore **shared = g_object_get_data (evaluator, "store");
  g_autoptr (InkQuery) query = number_new (77, 50, FALSE);

  return ink_evaluator_run (evaluator, query, *shared, NULL, NULL, NULL);
}

/* What is asked twice at once is computed once. */
static void
test_once (void)
{
  g_autoptr (InkEventStore) store = ink_event_store_new_empty ();
  InkEvaluator *evaluator = ink_evaluator_new (INK_EVALUATOR_CACHE_BYTES);
  GThread *threads[4];

  g_atomic_int_set (&n_runs, 0);
  g_object_set_data (G_OBJECT (evaluator), "store", &store);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("again", run_again, evaluator);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (InkAnswer) answer = g_thread_join (threads[i]);

      g_assert_cmpint (number_of (answer), ==, 77);
    }
  g_assert_cmpint (g_atomic_int_get (&n_runs), ==, 1);
  g_object_unref (evaluator);
}

/* The cache holds bytes, not answers: the least recently used go first. */
static void
test_cache_limit (void)
{
  g_autoptr (InkEventStore) store = ink_event_store_new_empty ();
  g_autoptr (InkQuery) first = number_new (1, 0, FALSE);
  g_autoptr (InkAnswer) one = NULL;
  InkEvaluator *evaluator;
  gsize each;

  evaluator = ink_evaluator_new (1024 * 1024);
  one = ink_evaluator_run (evaluator, first, store, NULL, NULL, NULL);
  each = ink_evaluator_get_cached_bytes (evaluator);
  g_object_unref (evaluator);

  evaluator = ink_evaluator_new (each * 3);
  for (int i = 1; i <= 4; i++)
    {
      g_autoptr (InkQuery) query = number_new (i, 0, FALSE);
      g_autoptr (InkAnswer) again = NULL;

      g_clear_pointer (&one, ink_answer_unref);
      one = ink_evaluator_run (evaluator, query, store, NULL, NULL, NULL);
      /* Used each time, so it is never the least recently used. */
      again = ink_evaluator_peek (evaluator, first, store);
      g_assert_nonnull (again);
    }
  for (int i = 1; i <= 4; i++)
    {
      g_autoptr (InkQuery) query = number_new (i, 0, FALSE);
      g_autoptr (InkAnswer) known = ink_evaluator_peek (evaluator, query, store);

      g_assert_cmpint (known != NULL, ==, i != 2);
    }
  g_assert_cmpuint (ink_evaluator_get_cached_bytes (evaluator), <=, each * 3);
  g_object_unref (evaluator);
}

/* A quick answer is there when the turn ends; a slow one holds nothing up for long. */
static void
test_patience (Fixture       *fixture,
               gconstpointer  data)
{
  gint64 start;

  turn ();
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  ink_live_set_patience (fixture->live, 2000);
  fixture->view.option = 3;
  ink_live_refresh (fixture->live);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (ink_live_get_state (fixture->live), ==, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 3);

  turn ();
  ink_live_set_patience (fixture->live, 5);
  fixture->view.option = 4;
  fixture->view.milliseconds = 500;
  start = g_get_monotonic_time ();
  ink_live_refresh (fixture->live);
  g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 400 * 1000);
  g_assert_cmpint (ink_live_get_state (fixture->live), ==, INK_LIVE_STALE);
  wait_for_state (fixture->live, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 4);
}

/* The lesser question is not even built while the first has no answer. */
static void
test_after (Fixture       *fixture,
            gconstpointer  data)
{
  View view = { .option = 50 };
  g_autoptr (InkLive) lesser = NULL;

  fixture->view.milliseconds = 20;
  lesser = ink_live_new (fixture->document, fixture->evaluator, build, &view, NULL);
  ink_live_set_after (lesser, fixture->live);
  while (ink_live_get_answer (fixture->live) == NULL)
    {
      g_assert_cmpuint (view.builds, ==, 0);
      g_main_context_iteration (NULL, TRUE);
    }
  while (ink_live_get_answer (lesser) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (number_of (ink_live_get_answer (lesser)), ==, 50);
  fixture_add_goal (fixture->document, "Demo");
  while (number_of (ink_live_get_answer (lesser)) != 150)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (number_of (ink_live_get_answer (fixture->live)), ==, 100);
}

/* What is held has its last numbers, and is not thought to have nothing to ask. */
static void
test_held (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (InkLive) held = NULL;

  ink_document_put_result (fixture->document, "number", "[[\"number\",[[\"n\",\"N\",1]],[5]]]");
  wait_until_kept (fixture);
  fixture->view.option = 6;
  held = ask_again (fixture);
  ink_live_set_held (held, TRUE);
  turn ();
  g_assert_cmpint (ink_live_get_state (held), ==, INK_LIVE_COMPUTING);
  g_assert_cmpint (number_of (ink_live_get_kept (held)), ==, 5);
  g_assert_null (ink_live_get_query (held));
  g_assert_false (ink_live_is_busy (held));

  ink_live_set_held (held, FALSE);
  wait_for_state (held, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (held)), ==, 6);

  /* With an answer it stays as it is. */
  ink_live_set_held (held, TRUE);
  fixture->view.option = 7;
  ink_live_refresh (held);
  turn ();
  g_assert_cmpint (ink_live_get_state (held), ==, INK_LIVE_IDLE);
  g_assert_cmpint (number_of (ink_live_get_answer (held)), ==, 6);
}

/* Nothing to ask is that, held or not. */
static void
test_held_nothing (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (InkLive) held = NULL;

  fixture->view.nothing = TRUE;
  held = ask_again (fixture);
  ink_live_set_held (held, TRUE);
  turn ();
  g_assert_cmpint (ink_live_get_state (held), ==, INK_LIVE_IDLE);
  g_assert_null (ink_live_get_kept (held));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *, gconstpointer);
  } tests[] = {
    { "follows", test_follows },
    { "cached", test_cached },
    { "coalesced", test_coalesced },
    { "old-answers-dropped", test_old_answers_dropped },
    { "failing", test_failing },
    { "fraction", test_fraction },
    { "gone", test_gone },
    { "patience", test_patience },
    { "after", test_after },
    { "held", test_held },
    { "held-nothing", test_held_nothing },
    { "kept", test_kept },
    { "not-kept", test_not_kept },
  };
  char *home;
  int result;

  home = fixture_home ();
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/live/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
    }
  g_test_add_func ("/live/once", test_once);
  g_test_add_func ("/live/cache-limit", test_cache_limit);
  result = g_test_run ();
  ink_test_remove_folder (home);
  return result;
}
