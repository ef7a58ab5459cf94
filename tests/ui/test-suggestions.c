/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Suggested goals over a real document: every answer is a named step, by button and by key. */
#include "ui-fixture.h"
#include "ui-labels.h"

#include "analysis/ink-suggestions.h"
#include "document/ink-document.h"
#include "support/ink-test-store.h"
#include "ui/ink-view.h"
#include "ui/widgets/ink-suggestion-card.h"
#include "ui/widgets/ink-suggestion-list.h"

static const char *const rows[] = {
  "a pageview 0",     "a search 10",     "a add_to_cart 20", "a purchase 30",
  "b pageview 0",     "b search 10",     "b add_to_cart 20", "b purchase 30",
  "c pageview 0",     "c search 10",     "c add_to_cart 20", "d pageview 0",
  "d search 10",      "e pageview 0",    "f pageview 0",     NULL,
};

typedef struct
{
  GtkWidget *window;
  InkSuggestionList *list;
  GtkFlowBox *cards;
  InkDocument *document;
  InkView *view;
  const char *wanted; /* the first card */
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
  g_ptr_array_add (outcome->records, ink_import_record_new ("rows", "inkling", "{}"));
  return ink_test_import (base, rows, NULL);
}

static InkSuggestionCard *
get_card (Fixture *fixture,
          int index)
{
  GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (fixture->cards, index);

  return child != NULL ? INK_SUGGESTION_CARD (child) : NULL;
}

static const char *
get_name (Fixture *fixture,
          int index)
{
  InkSuggestionCard *card = get_card (fixture, index);

  return card != NULL ? ink_suggestion_card_get_goal (card)->name : NULL;
}

static gboolean
has_wanted (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (get_name (fixture, 0), fixture->wanted) == 0;
}

static void
wait_for_first (Fixture *fixture,
                const char *name)
{
  fixture->wanted = name;
  ui_wait_for (has_wanted, fixture);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  ink_document_import (fixture->document, "Import", import_rows, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->view = ink_view_new (fixture->document);
  fixture->list = INK_SUGGESTION_LIST (ink_suggestion_list_new ());
  ink_suggestion_list_set_view (fixture->list, fixture->view);
  fixture->cards = GTK_FLOW_BOX (ui_find_type (GTK_WIDGET (fixture->list), GTK_TYPE_FLOW_BOX));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_first (fixture, "Purchase");
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_turn ();
  g_clear_object (&fixture->view);
  g_assert_finalize_object (fixture->document);
}

static guint
count_goals (Fixture *fixture)
{
  return g_strv_length ((char **) ink_document_get_definition (fixture->document)->goals);
}

static void
click (Fixture *fixture,
       const char *label)
{
  GtkWidget *button = ui_find (GTK_WIDGET (fixture->list), ui_is_button, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_accept (Fixture *fixture,
             gconstpointer data)
{
  InkGoal *goal;

  ui_assert_labelled (fixture->window);
  click (fixture, "Accept");
  g_assert_cmpuint (count_goals (fixture), ==, 1);
  goal = ink_document_get_definition (fixture->document)->goals[0];
  g_assert_cmpstr (goal->name, ==, "Purchase");
  g_assert_cmpint (goal->kind, ==, INK_GOAL_MACRO);
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Added goal “Purchase”");
  wait_for_first (fixture, "Add to cart");
  ink_document_undo (fixture->document, NULL);
  wait_for_first (fixture, "Purchase");
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  InkDefinition *definition;

  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, 0)));
  ui_press (GTK_WIDGET (get_card (fixture, 0)), GDK_KEY_Delete, 0);
  definition = ink_document_get_definition (fixture->document);
  g_assert_cmpuint (ink_suggestions_n_declined (definition), ==, 1);
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==,
                   "Declined suggestion “Purchase”");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window))
                 == GTK_WIDGET (get_card (fixture, 0)));
  gtk_widget_activate (GTK_WIDGET (get_card (fixture, 0)));
  g_assert_cmpuint (count_goals (fixture), ==, 1);
  wait_for_first (fixture, "Search");
  click (fixture, "Suggest 1 declined goal again");
  wait_for_first (fixture, "Purchase");
}

static void
test_all (Fixture *fixture,
          gconstpointer data)
{
  click (fixture, "Accept _All");
  g_assert_cmpuint (count_goals (fixture), ==, 3);
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==,
                   "Added 3 suggested goals");
  wait_for_first (fixture, NULL);
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->list), ui_is_label,
                             "Your goals say already what your data suggests."));
}

/* A template's lanes come with its first goal; what the data lacks is said. */
static void
test_template (Fixture *fixture,
               gconstpointer data)
{
  InkDefinition *definition;

  gtk_widget_activate_action (GTK_WIDGET (fixture->list), "suggestions.source", "s", "shop");
  g_assert_cmpstr (ink_suggestion_list_get_source (fixture->list), ==, "shop");
  wait_for_first (fixture, "Searches");
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->list), ui_is_label,
                             "Nothing in your data speaks of: Sees a promotion, Looks at a "
                             "product, Saves for later, Compares products, Comes back, Begins "
                             "the checkout, Enters the payment."));
  click (fixture, "Accept _All");
  definition = ink_document_get_definition (fixture->document);
  g_assert_cmpstr (definition->stages[2], ==, "Cart");
  g_assert_cmpstr (ink_definition_find_goal (definition, "Buys")->stage, ==, "Buy");
  g_assert_cmpuint (count_goals (fixture), ==, 3);
}

/* Lanes that are there stay. */
static void
test_own_stages (Fixture *fixture,
                 gconstpointer data)
{
  InkDefinition *definition;

  click (fixture, "Accept");
  gtk_widget_activate_action (GTK_WIDGET (fixture->list), "suggestions.source", "s", "shop");
  wait_for_first (fixture, "Searches");
  click (fixture, "Accept _All");
  definition = ink_document_get_definition (fixture->document);
  g_assert_null (definition->stages[0]);
  g_assert_cmpstr (ink_definition_find_goal (definition, "Puts into the cart")->stage, ==,
                   "Evaluate");
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/suggestion-list/accept", Fixture, NULL, set_up, test_accept, tear_down);
  g_test_add ("/suggestion-list/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/suggestion-list/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/suggestion-list/template", Fixture, NULL, set_up, test_template, tear_down);
  g_test_add ("/suggestion-list/own-stages", Fixture, NULL, set_up, test_own_stages, tear_down);
  return g_test_run ();
}
