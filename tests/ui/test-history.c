/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The change log: what changed in words, searched, of one goal, and going back. */
#include "ui-fixture.h"
#include "ui-labels.h"

#include "definition/ink-definition-json.h"
#include "document/ink-document-steps.h"
#include "ui/dialogs/ink-history-dialog.h"

typedef struct
{
  GtkWidget *dialog;
  InkDocument *document;
  gint64 went;
} Fixture;

static void
edit (InkDocument *document,
      const char *label,
      const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) added = ink_definition_from_json (
      json, -1, "x", NULL, ink_document_get_definition (document), &error);
  g_autoptr (InkDefinition) next = NULL;

  g_assert_no_error (error);
  next = ink_definition_replace (ink_document_get_definition (document), added);
  ink_document_edit (document, label, NULL, next);
}

#define PRICING(seconds)                                                                           \
  "{\"name\": \"Pricing\", \"kind\": \"micro\", \"rule\": {\"does\": \"look\", \"times\": "        \
  "{\"at_least\": " seconds "}}}"
#define DEFINITION(goals) "{\"inkling\": 1, \"goals\": [" goals "]}"
#define DEMO "{\"name\": \"Demo\", \"kind\": \"macro\", \"rule\": {\"does\": \"buy\"}}"

static void
went_cb (InkHistoryDialog *dialog,
         gint64 position,
         Fixture *fixture)
{
  fixture->went = position;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  edit (fixture->document, "Began", DEFINITION (PRICING ("2")));
  edit (fixture->document, "Longer", DEFINITION (PRICING ("3")));
  edit (fixture->document, "Thought of sales", DEFINITION (PRICING ("3") ", " DEMO));
  fixture->went = -1;
  fixture->dialog = ink_history_dialog_new (NULL, fixture->document);
  g_signal_connect (fixture->dialog, "go", G_CALLBACK (went_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_let_pass (100);
  g_assert_finalize_object (fixture->document);
}

typedef struct
{
  GtkWidget *dialog;
  const char *text;
} Wanted;

/* GTK keeps rows that are not shown any more. */
static gboolean
is_mapped_label (GtkWidget *widget,
                 gconstpointer text)
{
  return ui_is_label (widget, text) && gtk_widget_get_mapped (widget);
}

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return ui_find (wanted->dialog, is_mapped_label, wanted->text) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return !is_there (data);
}

static void
wait_for (Fixture *fixture,
          gboolean (*condition) (gpointer),
          const char *text)
{
  Wanted wanted = { fixture->dialog, text };

  g_test_message ("waiting for %s", text);
  ui_wait_for (condition, &wanted);
}

static void
search (Fixture *fixture,
        const char *text)
{
  GtkWidget *entry = ui_find_type (fixture->dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  wait_for (fixture, is_there, "Longer");
  wait_for (fixture, is_there, "Pricing: 2 times → 3 times");
  wait_for (fixture, is_there, "Added goal “Demo”");
  wait_for (fixture, is_there, "Empty project");
  wait_for (fixture, is_there, "The project stands here.");
  ui_assert_labelled (fixture->dialog);
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  wait_for (fixture, is_there, "Longer");
  search (fixture, "demo ADDED");
  wait_for (fixture, is_there, "Thought of sales");
  wait_for (fixture, is_gone, "Longer");
  search (fixture, "nowhere to be found");
  wait_for (fixture, is_there, "No Such Step");
  search (fixture, "");
  wait_for (fixture, is_there, "Longer");
}

static void
test_item (Fixture *fixture,
           gconstpointer data)
{
  InkGoal *goal = ink_document_get_definition (fixture->document)->goals[0];

  ink_history_dialog_set_item (INK_HISTORY_DIALOG (fixture->dialog), "goal", goal->id, goal->name);
  wait_for (fixture, is_there, "Only what changed “Pricing”");
  wait_for (fixture, is_there, "Longer");
  wait_for (fixture, is_there, "Began");
  wait_for (fixture, is_gone, "Thought of sales");
  g_signal_emit_by_name (ui_find (fixture->dialog, ui_is_button, "Show _All"), "clicked");
  wait_for (fixture, is_there, "Thought of sales");
}

static void
test_go (Fixture *fixture,
         gconstpointer data)
{
  GtkWidget *list = ui_find_type (fixture->dialog, GTK_TYPE_LIST_VIEW);
  GtkWidget *button;

  wait_for (fixture, is_there, "Longer");
  button = ui_find (fixture->dialog, ui_is_button, "Go _Back to Here");
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_single_selection_set_selected (
      GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 2);
  wait_for (fixture, is_there, "This takes back 2 steps. Redo makes them again.");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (fixture->went, ==, 1);

  /* It follows the document, and what was undone can be made again. */
  ink_document_undo (fixture->document, NULL);
  ink_document_undo (fixture->document, NULL);
  wait_for (fixture, is_there, "The project stands here.");
  g_signal_emit_by_name (list, "activate", 0u);
  g_assert_cmpint (fixture->went, ==, 3);
  wait_for (fixture, is_there, "This makes 2 undone steps again.");
  g_assert_nonnull (ui_find (fixture->dialog, ui_is_button, "Go _Forward to Here"));
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/history/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/history/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/history/item", Fixture, NULL, set_up, test_item, tear_down);
  g_test_add ("/history/go", Fixture, NULL, set_up, test_go, tear_down);
  return g_test_run ();
}
