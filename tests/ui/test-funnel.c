/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel page over a real document: every edit is a named step, and the page follows. */
#include "ui-fixture.h"
#include "ui-funnel.h"
#include "ui-labels.h"

#include "ui/dialogs/ink-people-dialog.h"
#include "ui/pages/ink-funnel-page.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-exclusion-rows.h"
#include "ui/widgets/ink-leak-card.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-name-picker.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-step-editor.h"
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

/* What a step is, and what spoils a try, are sentences: every word that a rule can have. */
static void
test_sentences (Fixture *fixture,
                gconstpointer data)
{
  GtkWidget *strip = ui_find_type (fixture->page, INK_TYPE_STEP_STRIP);
  GtkWidget *rows = ui_find_type (fixture->page, INK_TYPE_EXCLUSION_ROWS);
  GtkWidget *chip
      = gtk_widget_get_ancestor (ui_find (strip, ui_is_label, "cart"), GTK_TYPE_BUTTON);
  g_autoptr (InkRule) rule = NULL;
  InkSentenceEditor *sentence;

  g_signal_emit_by_name (chip, "clicked");
  sentence = INK_SENTENCE_EDITOR (
      ui_find_type (ui_find_type (strip, INK_TYPE_STEP_EDITOR), INK_TYPE_SENTENCE_EDITOR));
  g_assert_true (ink_rule_equal (ink_sentence_editor_get_draft (sentence),
                                 get_funnel (fixture, 0)->steps[1].rule));
  rule = ink_rule_copy (get_funnel (fixture, 0)->steps[1].rule);
  rule->first_time = INK_FIRST_TIME_MATCHING;
  g_signal_emit_by_name (sentence, "edited", rule, "Said when it counts", "first-time");
  g_assert_true (ink_rule_equal (get_funnel (fixture, 0)->steps[1].rule, rule));
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Said when it counts");
  ui_frame (fixture->window);
  g_assert_true (ink_rule_equal (ink_sentence_editor_get_draft (sentence), rule));

  g_signal_emit_by_name (ui_find_type (rows, INK_TYPE_NAME_PICKER), "picked", 0);
  ui_frame (fixture->window);
  g_assert_cmpuint (get_funnel (fixture, 0)->n_not_if, ==, 1);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (ui_find_type (rows, ADW_TYPE_EXPANDER_ROW)), TRUE);
  sentence = INK_SENTENCE_EDITOR (ui_find_type (rows, INK_TYPE_SENTENCE_EDITOR));
  g_signal_emit_by_name (sentence, "edited", rule, "Said what spoils it", "first-time");
  g_assert_true (ink_rule_equal (get_funnel (fixture, 0)->not_if[0].rule, rule));
  ui_frame (fixture->window);
  /* The words stay where they are while they are edited. */
  g_assert_true (ui_find_type (rows, INK_TYPE_SENTENCE_EDITOR) == GTK_WIDGET (sentence));
  g_assert_true (ink_rule_equal (ink_sentence_editor_get_draft (sentence), rule));
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

static void
rename_to (Fixture *fixture,
           const char *text)
{
  GtkWidget *name = ui_find_type (fixture->page, GTK_TYPE_EDITABLE_LABEL);

  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (name));
  gtk_editable_set_text (GTK_EDITABLE (name), text);
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (name), TRUE);
  ui_turn ();
}

/* A name is one step of undo; an empty one is none, and two funnels never share one. */
static void
test_rename (Fixture *fixture,
             gconstpointer data)
{
  GtkEditable *name = GTK_EDITABLE (ui_find_type (fixture->page, GTK_TYPE_EDITABLE_LABEL));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Purchase");
  rename_to (fixture, "  Way to the till ");
  g_assert_cmpstr (get_funnel (fixture, 0)->name, ==, "Way to the till");
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Rename Funnel");
  rename_to (fixture, "   ");
  g_assert_cmpstr (get_funnel (fixture, 0)->name, ==, "Way to the till");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Way to the till");

  g_assert_true (gtk_widget_activate_action (fixture->page, "funnel.duplicate", NULL));
  rename_to (fixture, "Way to the till");
  g_assert_cmpstr (get_funnel (fixture, 1)->name, ==, "Way to the till 2");
  g_assert_true (ink_document_undo (fixture->document, &error)); /* the copy */
  g_assert_true (ink_document_undo (fixture->document, &error));
  ui_turn ();
  g_assert_cmpstr (get_funnel (fixture, 0)->name, ==, "Purchase");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "Purchase");
}

static void
said_cb (GSimpleAction *action,
         GVariant *sentence,
         char **said)
{
  g_free (*said);
  *said = g_variant_dup_string (sentence, NULL);
}

/* What was removed is told to the window, which offers to take it back (test-window). */
static void
test_removed (Fixture *fixture,
              gconstpointer data)
{
  GtkWidget *strip = ui_find_type (fixture->page, INK_TYPE_STEP_STRIP);
  g_autoptr (GSimpleAction) say = g_simple_action_new ("say-removed", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autofree char *said = NULL;

  g_signal_connect (say, "activate", G_CALLBACK (said_cb), &said);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (say));
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_widget_grab_focus (
      gtk_widget_get_ancestor (ui_find (strip, ui_is_label, "cart"), GTK_TYPE_BUTTON));
  ui_press (strip, GDK_KEY_Delete, 0);
  g_assert_cmpuint (get_funnel (fixture, 0)->n_steps, ==, 2);
  g_assert_cmpstr (said, ==, "Step removed");
  gtk_widget_activate_action (fixture->page, "funnel.remove", NULL);
  g_assert_cmpuint (count_funnels (fixture), ==, 0);
  g_assert_cmpstr (said, ==, "“Purchase” removed");
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (INK_IS_PEOPLE_DIALOG (at->data))
      return at->data;

  return NULL;
}

static gboolean
has_bob (gpointer dialog)
{
  return ui_find (dialog, ui_is_label, "bob") != NULL;
}

static gboolean
lacks_bob (gpointer dialog)
{
  return ui_find (dialog, ui_is_label, "bob") == NULL;
}

static void
text_cb (GObject *clipboard,
         GAsyncResult *result,
         gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_set (gpointer text)
{
  return *(char **) text != NULL;
}

/* The people behind a drop-off: found, searched, copied. */
static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  g_signal_emit_by_name (ui_find_type (fixture->page, INK_TYPE_LEAK_CARD), "people", 3u);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Stopped before “buy”");
  ui_frame (dialog);
  ui_assert_labelled (dialog);
  g_assert_nonnull (ui_find (dialog, ui_is_label, "1 person"));
  ui_wait_for (has_bob, dialog);
  g_assert_null (ui_find (dialog, ui_is_label, "ann"));
  g_signal_emit_by_name (ui_find (dialog, ui_has_tooltip, "Copy All"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (dialog), NULL, text_cb, &text);
  ui_wait_for (is_set, &text);
  g_assert_cmpstr (text, ==, "bob\n");
  gtk_editable_set_text (GTK_EDITABLE (ui_find_type (dialog, GTK_TYPE_SEARCH_ENTRY)), "zoe");
  ui_wait_for (lacks_bob, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
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
  ADD ("sentences", test_sentences);
  ADD ("compare", test_compare);
  ADD ("leak", test_leak);
  ADD ("funnels", test_funnels);
  ADD ("rename", test_rename);
  ADD ("removed", test_removed);
  ADD ("people", test_people);
  status = g_test_run ();
  ink_test_remove_folder (home);

  return status;
}
