/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The place for living answers: what it shows while waiting, when nothing is asked, and when the
 * answer is an error. */
#include "ui-fixture.h"
#include "ui-funnel.h"

#include "ui/widgets/ink-empty-state.h"
#include "ui/widgets/ink-live-bin.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *bin;
  InkDocument *document;
  InkEvaluator *evaluator;
  InkLive *live;
  InkLive *early; /* nullable */
  InkFunnel *funnel; /* what is asked; NULL: nothing */
  gboolean refuse;
  gulong nap; /* how long counting takes (µs) */
  gboolean refuse_early;
  guint n_answered;
  guint n_early;
  guint n_drawn;
  double milliseconds;
} Fixture;

/* ---- A query that takes its time ---- */

typedef struct
{
  InkQuery parent;
  gulong nap;
  guint serial;
} Nap;

static gboolean
nap_equal (const InkQuery *a,
           const InkQuery *b)
{
  return ((const Nap *) a)->serial == ((const Nap *) b)->serial;
}

static guint
nap_hash (const InkQuery *query)
{
  return ((const Nap *) query)->serial;
}

static InkAnswer *
nap_run (const InkQuery *query,
         InkEventStore *store,
         GCancellable *cancellable,
         InkProgress *progress,
         GError **error)
{
  g_usleep (((const Nap *) query)->nap);

  return ink_answer_new ();
}

static void
nap_clear (InkQuery *query)
{
}

static const InkQueryKind nap_kind = { "nap", sizeof (Nap), nap_equal, nap_hash, nap_run,
                                       nap_clear };

static guint serial;

static InkQuery *
build (InkDocument *document,
       gpointer data,
       GError **error)
{
  Fixture *fixture = data;
  Nap *nap;

  if (fixture->refuse)
    g_set_error (error, INK_ERROR, INK_ERROR_USAGE, "Step 2 names a goal that is not there.");
  if (fixture->funnel == NULL || fixture->refuse)
    return NULL;
  nap = ink_query_alloc (&nap_kind);
  nap->nap = fixture->nap;
  nap->serial = ++serial;

  return &nap->parent;
}

/* ---- Watching ---- */

static void
answered_cb (InkLiveBin *bin,
             InkAnswer *answer,
             Fixture *fixture)
{
  fixture->n_answered++;
}

static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          Fixture *fixture)
{
  fixture->n_drawn++;
  fixture->milliseconds = milliseconds;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char *const steps[] = { "view", NULL };
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;
  static const char xml[] = "<interface><object class='InkLiveBin' id='bin'>"
                            "<child><object class='GtkLabel'/></child>"
                            "<child type='empty'><object class='GtkLabel'/></child>"
                            "</object></interface>";

  g_type_ensure (INK_TYPE_LIVE_BIN);
  gtk_builder_add_from_string (builder, xml, -1, &error);
  g_assert_no_error (error);
  fixture->bin = GTK_WIDGET (gtk_builder_get_object (builder, "bin"));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->bin);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->funnel = ui_make_funnel (steps);
  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  fixture->evaluator = ink_evaluator_new (INK_EVALUATOR_CACHE_BYTES);
  g_signal_connect (fixture->bin, "answered", G_CALLBACK (answered_cb), fixture);
  g_signal_connect (fixture->bin, "drawn", G_CALLBACK (drawn_cb), fixture);
  fixture->live = ink_live_new (fixture->document, fixture->evaluator, build, fixture, NULL);
  ink_live_bin_set_live (INK_LIVE_BIN (fixture->bin), fixture->live);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->live);
  g_clear_object (&fixture->early);
  g_object_unref (fixture->evaluator);
  ink_document_close (fixture->document, INK_CLOSE_DISCARD, NULL);
  g_object_unref (fixture->document);
  g_clear_pointer (&fixture->funnel, ink_funnel_unref);
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return fixture->n_drawn > 0;
}

static gboolean
is_empty (gpointer data)
{
  return g_strcmp0 (ink_live_bin_get_shown (INK_LIVE_BIN (((Fixture *) data)->bin)), "empty") == 0;
}

static gboolean
has_failed (gpointer data)
{
  return g_strcmp0 (ink_live_bin_get_shown (INK_LIVE_BIN (((Fixture *) data)->bin)), "failed") == 0;
}

static gboolean
is_dimmed (gpointer data)
{
  gboolean dimmed;

  g_object_get (((Fixture *) data)->bin, "dimmed", &dimmed, NULL);

  return dimmed;
}

static gboolean
says_progress (gpointer data)
{
  GtkWidget *bar = ui_find_type (((Fixture *) data)->bin, GTK_TYPE_PROGRESS_BAR);

  return gtk_widget_get_visible (bar);
}

/* ---- Tests ---- */

static void
test_answer (Fixture *fixture,
             gconstpointer data)
{
  ui_wait_for (is_shown, fixture);
  g_assert_cmpstr (ink_live_bin_get_shown (INK_LIVE_BIN (fixture->bin)), ==, "answer");
  g_assert_cmpuint (fixture->n_answered, ==, 1);
  g_assert_cmpfloat (fixture->milliseconds, >, 0);

  /* However many answers come between two frames, one is shown. */
  fixture->n_answered = fixture->n_drawn = 0;
  for (guint i = 0; i < 20; i++)
    ink_live_refresh (fixture->live);
  ui_wait_for (is_shown, fixture);
  g_assert_cmpuint (fixture->n_answered, ==, 1);
}

/* The old answer stays as it is for 0.2 s; that it takes long is said after 0.5 s. */
static void
test_slow (Fixture *fixture,
           gconstpointer data)
{
  gint64 start;

  ui_wait_for (is_shown, fixture);
  fixture->nap = 900 * 1000;
  fixture->n_drawn = 0;
  start = g_get_monotonic_time ();
  ink_live_refresh (fixture->live);
  ui_wait_for (is_dimmed, fixture);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 190 * 1000);
  g_assert_cmpstr (ink_live_bin_get_shown (INK_LIVE_BIN (fixture->bin)), ==, "answer");
  g_assert_false (says_progress (fixture));
  ui_wait_for (says_progress, fixture);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 490 * 1000);
  ui_wait_for (is_shown, fixture);
  g_assert_false (is_dimmed (fixture));
  g_assert_false (says_progress (fixture));
  g_assert_cmpfloat (fixture->milliseconds, >=, 890);
}

static void
test_nothing_and_failure (Fixture *fixture,
                          gconstpointer data)
{
  InkEmptyState *page
      = INK_EMPTY_STATE (ui_find_type (fixture->bin, INK_TYPE_EMPTY_STATE));

  ui_wait_for (is_shown, fixture);
  g_clear_pointer (&fixture->funnel, ink_funnel_unref);
  ink_live_refresh (fixture->live);
  ui_wait_for (is_empty, fixture);

  fixture->refuse = TRUE;
  ink_live_refresh (fixture->live);
  ui_wait_for (has_failed, fixture);
  g_assert_cmpstr (ink_empty_state_get_description (page), ==,
                   "Step 2 names a goal that is not there.");
}

/* That there is nothing to ask is said when that is known, and not before. */
static void
test_not_looked_yet (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (InkLive) lesser
      = ink_live_new (fixture->document, fixture->evaluator, build, fixture, NULL);

  fixture->nap = 300 * 1000;
  ink_live_set_after (lesser, fixture->live);
  ink_live_bin_set_live (INK_LIVE_BIN (fixture->bin), lesser);
  ui_let_pass (100);
  g_assert_cmpint (ink_live_get_state (lesser), ==, INK_LIVE_IDLE);
  g_assert_null (ink_live_bin_get_shown (INK_LIVE_BIN (fixture->bin)));
  g_clear_pointer (&fixture->funnel, ink_funnel_unref);
  ui_wait_for (is_empty, fixture);
  ink_live_bin_set_live (INK_LIVE_BIN (fixture->bin), NULL);
}

/* ---- Last numbers ---- */

static char *
name_question (InkDocument *document,
               gpointer data)
{
  return g_strdup ("nap");
}

static gboolean
kept_cb (InkLiveBin *bin,
         InkAnswer *kept,
         guint *number)
{
  *number = (guint) ink_table_get_number (ink_answer_get_table (kept, "t"), 0, 0);

  return TRUE;
}

static gboolean
is_kept (gpointer document)
{
  g_autofree char *json = ink_document_get_result (document, "nap", NULL);

  return json != NULL;
}

static gboolean
is_told (gpointer number)
{
  return *(guint *) number > 0;
}

static gboolean
is_marked (GtkWidget *bin)
{
  GtkWidget *overlay = ui_find_type (bin, GTK_TYPE_OVERLAY);

  for (GtkWidget *child = gtk_widget_get_first_child (overlay); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return gtk_widget_get_visible (child);

  g_assert_not_reached ();
}

/* What the project said the last time stands there, marked, until the first answer. */
static void
test_kept (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (InkLive) live = NULL;
  guint number = 0;

  ui_wait_for (is_shown, fixture);
  g_assert_false (is_marked (fixture->bin));
  ink_live_bin_set_live (INK_LIVE_BIN (fixture->bin), NULL);
  ink_document_put_result (fixture->document, "nap", "[[\"t\",[[\"a\",\"A\",1]],[7]]]");
  ui_wait_for (is_kept, fixture->document);

  fixture->nap = 300 * 1000;
  fixture->n_drawn = 0;
  live = ink_live_new (fixture->document, fixture->evaluator, build, fixture, NULL);
  ink_live_keep (live, name_question);
  g_signal_connect (fixture->bin, "kept", G_CALLBACK (kept_cb), &number);
  ink_live_bin_set_live (INK_LIVE_BIN (fixture->bin), live);
  ui_wait_for (is_told, &number);
  g_assert_cmpuint (number, ==, 7);
  g_assert_cmpstr (ink_live_bin_get_shown (INK_LIVE_BIN (fixture->bin)), ==, "answer");
  g_assert_true (is_marked (fixture->bin));
  g_assert_cmpuint (fixture->n_drawn, ==, 0);

  ui_wait_for (is_shown, fixture);
  g_assert_false (is_marked (fixture->bin));
  g_signal_handlers_disconnect_by_func (fixture->bin, kept_cb, &number);
}

/* ---- A part that comes early ---- */

static gboolean
early_cb (InkLiveBin *bin,
          InkAnswer *answer,
          Fixture *fixture)
{
  fixture->n_early++;

  return !fixture->refuse_early;
}

static gboolean
is_whole (gpointer data)
{
  return ((Fixture *) data)->n_answered > 0
         && !ink_live_bin_is_behind (INK_LIVE_BIN (((Fixture *) data)->bin));
}

static gboolean
is_at_rest (gpointer data)
{
  return !ink_live_bin_is_behind (INK_LIVE_BIN (((Fixture *) data)->bin));
}

/* A bin that begins anew with two questions. */
static void
begin_early (Fixture *fixture)
{
  ui_wait_for (is_shown, fixture);
  ink_live_bin_set_live (INK_LIVE_BIN (fixture->bin), NULL);
  g_clear_object (&fixture->live);
  fixture->n_drawn = fixture->n_answered = fixture->n_early = 0;
  fixture->early = ink_live_new (fixture->document, fixture->evaluator, build, fixture, NULL);
  fixture->live = ink_live_new (fixture->document, fixture->evaluator, build, fixture, NULL);
  g_signal_connect (fixture->bin, "early", G_CALLBACK (early_cb), fixture);
  ink_live_bin_set_live (INK_LIVE_BIN (fixture->bin), fixture->live);
  ink_live_bin_set_early (INK_LIVE_BIN (fixture->bin), fixture->early);
}

/* The whole is asked when the part is drawn, and not before. */
static void
test_early (Fixture *fixture,
            gconstpointer data)
{
  begin_early (fixture);
  fixture->nap = 30 * 1000;
  ui_wait_for (is_shown, fixture);
  g_assert_cmpuint (fixture->n_early, ==, 1);
  g_assert_cmpuint (fixture->n_answered, ==, 0);
  g_assert_null (ink_live_get_answer (fixture->live));
  g_assert_true (ink_live_bin_is_behind (INK_LIVE_BIN (fixture->bin)));
  g_assert_cmpstr (ink_live_bin_get_shown (INK_LIVE_BIN (fixture->bin)), ==, "answer");
  ui_wait_for (is_whole, fixture);

  /* And so it is again. */
  fixture->n_drawn = fixture->n_answered = fixture->n_early = 0;
  ink_live_refresh (fixture->early);
  ink_live_refresh (fixture->live);
  ui_wait_for (is_shown, fixture);
  g_assert_cmpuint (fixture->n_early, ==, 1);
  g_assert_cmpuint (fixture->n_answered, ==, 0);
  ui_wait_for (is_whole, fixture);
}

/* What cannot be shown, and what has no answer, holds nothing up. */
static void
test_early_without (Fixture *fixture,
                    gconstpointer data)
{
  fixture->refuse_early = TRUE;
  begin_early (fixture);
  ui_wait_for (is_whole, fixture);
  g_assert_cmpuint (fixture->n_early, ==, 1);

  fixture->refuse = TRUE;
  ink_live_refresh (fixture->early);
  ink_live_refresh (fixture->live);
  ui_wait_for (has_failed, fixture);
  ui_wait_for (is_at_rest, fixture);

  fixture->refuse = FALSE;
  g_clear_pointer (&fixture->funnel, ink_funnel_unref);
  ink_live_refresh (fixture->early);
  ink_live_refresh (fixture->live);
  ui_wait_for (is_empty, fixture);
  ui_wait_for (is_at_rest, fixture);
}

#define ADD(path, function) \
  g_test_add ("/ui/live/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  ADD ("answer", test_answer);
  ADD ("slow", test_slow);
  ADD ("nothing-and-failure", test_nothing_and_failure);
  ADD ("not-looked-yet", test_not_looked_yet);
  ADD ("kept", test_kept);
  ADD ("early", test_early);
  ADD ("early-without", test_early_without);
  status = g_test_run ();
  ink_test_remove_folder (home);

  return status;
}
