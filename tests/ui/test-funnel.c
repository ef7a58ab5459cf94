/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel page over a real document: every edit is a named step, and the page follows. */
#include "ui-fixture.h"
#include "ui-funnel.h"

#include "ui/pages/ink-funnel-page.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-leak-card.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-step-strip.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  InkDocument *document;
  InkView *view;
  guint n_drawn;
} Fixture;

static InkEventStore *
import_rows (InkEventStore *base,
             InkDefinition *definition,
             InkImportOutcome *outcome,
             gpointer data,
             InkProgress *progress,
             GCancellable *cancellable,
             GError **error)
{
  InkEventStore *store = ink_test_import (base, ui_funnel_rows, NULL);

  g_ptr_array_add (outcome->records, ink_import_record_new ("rows", "inkling", "{}"));

  return store;
}

static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          Fixture *fixture)
{
  fixture->n_drawn++;
}

static gboolean
is_funnel_bin (GtkWidget *widget,
               gconstpointer data)
{
  return INK_IS_LIVE_BIN (widget) && g_strcmp0 (gtk_widget_get_name (widget), data) == 0;
}

static gboolean
is_drawn (gpointer data)
{
  return ((Fixture *) data)->n_drawn > 0;
}

static void
wait_for_answer (Fixture *fixture)
{
  fixture->n_drawn = 0;
  ui_wait_for (is_drawn, fixture);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  static const char *const steps[] = { "view", "cart", "buy", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (InkFunnel) funnel = ui_make_funnel (steps);
  g_autoptr (InkDefinition) definition = NULL;

  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  ink_document_import (fixture->document, "Import", import_rows, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  definition = ink_definition_with_funnel (ink_document_get_definition (fixture->document),
                                           funnel);
  ink_document_edit (fixture->document, NULL, NULL, definition);
  fixture->view = ink_view_new (fixture->document);
  fixture->page = g_object_new (INK_TYPE_FUNNEL_PAGE, "view", fixture->view, NULL);
  g_signal_connect (ui_find (fixture->page, is_funnel_bin, "funnel"), "drawn",
                    G_CALLBACK (drawn_cb), fixture);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_answer (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_let_pass (150); /* what GTK does soon after the keyboard left, happens here */
  g_clear_object (&fixture->view);
  g_assert_finalize_object (fixture->document);
}

static InkFunnel *
get_funnel (Fixture *fixture,
            guint index)
{
  return ink_document_get_definition (fixture->document)->funnels[index];
}

static guint
count_funnels (Fixture *fixture)
{
  guint n = 0;

  while (get_funnel (fixture, n) != NULL)
    n++;

  return n;
}

static void
test_move (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *strip = ui_find_type (fixture->page, INK_TYPE_STEP_STRIP);
  GtkWidget *chip
      = gtk_widget_get_ancestor (ui_find (strip, ui_is_label, "cart"), GTK_TYPE_BUTTON);
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (chip);
  ui_press (strip, GDK_KEY_Right, GDK_ALT_MASK);
  g_assert_cmpstr (get_funnel (fixture, 0)->steps[2].rule->names[0], ==, "cart");
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Move Step “cart”");
  wait_for_answer (fixture);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == gtk_widget_get_ancestor (ui_find (strip, ui_is_label, "cart"),
                                             GTK_TYPE_BUTTON));
  g_assert_true (ink_document_undo (fixture->document, &error));
  ui_frame (fixture->window);
  g_assert_cmpstr (get_funnel (fixture, 0)->steps[1].rule->names[0], ==, "cart");
}

static void
test_compare (Fixture *fixture,
              gconstpointer data)
{
  AdwComboRow *by = ADW_COMBO_ROW (ui_find (fixture->page, ui_is_combo, "By"));
  AdwComboRow *property;

  g_assert_null (ui_find (fixture->page, ui_is_label, "By device"));
  adw_combo_row_set_selected (by, 1);
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Compare by “device”");
  wait_for_answer (fixture);
  g_assert_nonnull (ui_find (fixture->page, ui_is_label, "By device"));
  property = ADW_COMBO_ROW (ui_find (fixture->page, ui_is_combo, "Property"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (property)));
}

static void
test_leak (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *card = ui_find_type (fixture->page, INK_TYPE_LEAK_CARD);

  g_assert_true (gtk_widget_get_visible (card));
  g_assert_nonnull (ui_find (card, ui_is_label, "cart → buy"));
  g_assert_nonnull (ui_find (card, ui_is_label, "1 of 2 people stop here."));
}

/* Several funnels: one more, under a name of its own, and away again. */
static void
test_funnels (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *shown = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->page, "funnel.duplicate", NULL));
  g_assert_cmpuint (count_funnels (fixture), ==, 2);
  g_assert_cmpstr (get_funnel (fixture, 1)->name, ==, "Purchase 2");
  g_object_get (fixture->page, "shown", &shown, NULL);
  g_assert_cmpstr (shown, ==, get_funnel (fixture, 1)->id);

  g_assert_true (gtk_widget_activate_action (fixture->page, "funnel.remove", NULL));
  g_assert_cmpuint (count_funnels (fixture), ==, 1);
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==,
                   "Remove Funnel “Purchase 2”");
  g_assert_true (ink_document_undo (fixture->document, &error));
  g_assert_cmpuint (count_funnels (fixture), ==, 2);

  /* A new one is kept once it has a step. */
  g_assert_true (gtk_widget_activate_action (fixture->page, "funnel.new", NULL));
  g_assert_cmpuint (count_funnels (fixture), ==, 2);
}

#define ADD(path, function) \
  g_test_add ("/ui/funnel/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  ADD ("move", test_move);
  ADD ("compare", test_compare);
  ADD ("leak", test_leak);
  ADD ("funnels", test_funnels);
  status = g_test_run ();
  ink_test_remove_folder (home);

  return status;
}
