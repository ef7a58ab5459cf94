/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The people behind a rule: listed, explained, erased; and goals through the clipboard. */
#include "ui-fixture.h"
#include "ui-labels.h"

#include "definition/ink-definition-json.h"
#include "document/ink-document.h"
#include "support/ink-test-store.h"
#include "ui/dialogs/ink-definition-dialog.h"
#include "ui/dialogs/ink-people-dialog.h"
#include "ui/pages/ink-data-people.h"
#include "ui/widgets/ink-definition-clipboard.h"

static const char *const rows[] = {
  "ann look 0 channel=mail", "ann buy 60", "bob look 0", "bob buy 90", "cleo look 0", NULL,
};

#define DEFINITION                                                                                 \
  "{\"inkling\": 1, \"time_zone\": \"UTC\", \"goals\": ["                                          \
  "{\"name\": \"Seen\", \"kind\": \"micro\", \"rule\": {\"does\": \"look\"}},"                     \
  "{\"name\": \"Sold\", \"kind\": \"macro\", \"rule\": {\"does\": \"buy\", \"after\": \"Seen\"}}]}"

typedef struct
{
  GtkWidget *dialog;
  InkDocument *document;
  InkView *view;
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

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition
      = ink_definition_from_json (DEFINITION, -1, "x", NULL, NULL, &error);
  g_autoptr (InkRule) rule = ink_rule_new_goal ("Sold");

  g_assert_no_error (error);
  fixture->document = ink_document_new (&error);
  g_assert_no_error (error);
  ink_document_import (fixture->document, "Import", import_rows, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_edit (fixture->document, "Goals", NULL, definition);
  fixture->view = ink_view_new (fixture->document);
  fixture->dialog = ink_people_dialog_new_for_rule (NULL, fixture->view, "Buyers", rule);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->dialog));
  ui_let_pass (150);
  g_clear_object (&fixture->view);
  g_assert_finalize_object (fixture->document);
}

typedef struct
{
  GtkWidget *widget;
  const char *text;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return ui_find (wanted->widget, ui_is_label, wanted->text) != NULL;
}

static void
wait_for_label (Fixture *fixture,
                const char *text)
{
  Wanted wanted = { fixture->dialog, text };

  g_test_message ("waiting for %s", text);
  ui_wait_for (is_shown, &wanted);
}

static void
test_list (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *list = ui_find_type (fixture->dialog, INK_TYPE_DATA_PEOPLE);
  g_autofree char *text = NULL;

  wait_for_label (fixture, "2 people");
  text = ink_data_people_to_text (INK_DATA_PEOPLE (list));
  g_assert_true (g_str_equal (text, "ann\nbob\n") || g_str_equal (text, "bob\nann\n"));
  ui_frame (fixture->dialog);
  ui_assert_labelled (fixture->dialog);
}

/* One of three examples is opened in the list of all of them. */
static void
test_open_person (Fixture *fixture,
                  gconstpointer data)
{
  ink_people_dialog_show_person (INK_PEOPLE_DIALOG (fixture->dialog), "bob");
  wait_for_label (fixture, "2 people");
  wait_for_label (fixture, "Buyers: yes");
  wait_for_label (fixture, "bob");
}

/* Everybody did look, nobody else is asked for. */
static void
test_ask (Fixture *fixture,
          gconstpointer data)
{
  g_autoptr (InkRule) rule = ink_rule_new_goal ("Seen");
  GtkWidget *first = fixture->dialog;

  fixture->dialog = ink_people_dialog_new_for_ask (NULL, fixture->view, "Lookers", rule,
                                                   INK_ASK_HOLDS);
  gtk_window_destroy (GTK_WINDOW (first));
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  wait_for_label (fixture, "3 people");
}

static void
test_why (Fixture *fixture,
          gconstpointer data)
{
  wait_for_label (fixture, "2 people");
  g_signal_emit_by_name (ui_find_type (fixture->dialog, INK_TYPE_DATA_PEOPLE), "opened", "ann");
  wait_for_label (fixture, "Buyers: yes");
  ui_frame (fixture->dialog);
  ui_assert_labelled (fixture->dialog);
}

/* Whoever comes from a funnel is asked about that funnel. */
static void
test_why_of_funnel (Fixture *fixture,
                    gconstpointer data)
{
  wait_for_label (fixture, "2 people");
  ink_people_dialog_ask_about (INK_PEOPLE_DIALOG (fixture->dialog), INK_EXPLAIN_GOAL, "Seen");
  g_signal_emit_by_name (ui_find_type (fixture->dialog, INK_TYPE_DATA_PEOPLE), "opened", "ann");
  wait_for_label (fixture, "Seen: yes");
}

/* The dialog that asks is the one window more. */
static GtkWidget *
find_question (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_erase (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *question;

  wait_for_label (fixture, "2 people");
  g_signal_emit_by_name (ui_find_type (fixture->dialog, INK_TYPE_DATA_PEOPLE), "opened", "ann");
  wait_for_label (fixture, "Buyers: yes");
  g_signal_emit_by_name (ui_find (fixture->dialog, ui_is_button, "_Erase This Person…"),
                         "clicked");
  question = find_question ();
  g_assert_nonnull (question);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)),
                            "cannot be undone"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "erase");
  wait_for_label (fixture, "1 person");
  g_assert_cmpuint (ink_event_store_find_person (ink_document_get_store (fixture->document),
                                                 "ann"),
                    ==, INK_NO_PERSON);
  gtk_window_destroy (GTK_WINDOW (question));
}

/* ---- The clipboard ---- */

typedef struct
{
  gboolean done;
  guint n;
  char *error;
} Pasting;

static void
pasted_cb (const char *const *goals,
           const char *const *personas,
           const GError *error,
           gpointer data)
{
  Pasting *pasting = data;

  pasting->done = TRUE;
  pasting->n = goals != NULL ? g_strv_length ((char **) goals) : 0;
  pasting->error = g_strdup (error != NULL ? error->message : NULL);
}

static Pasting
paste (Fixture *fixture)
{
  Pasting pasting = { FALSE, 0, NULL };

  ink_definition_clipboard_paste (fixture->dialog, fixture->document, pasted_cb, &pasting);
  ui_wait_for (ui_is_true, &pasting.done);
  return pasting;
}

static void
test_clipboard (Fixture *fixture,
                gconstpointer data)
{
  InkDefinition *definition = ink_document_get_definition (fixture->document);
  const char *goals[] = { definition->goals[1]->id, NULL };
  const char *helper[] = { definition->goals[0]->id, NULL };
  g_autoptr (GError) error = NULL;
  Pasting pasting;

  ink_definition_clipboard_copy (fixture->dialog, definition, goals, NULL);
  pasting = paste (fixture);
  g_assert_cmpuint (pasting.n, ==, 1);
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Pasted goal “Sold 2”");

  /* What others name stays. */
  g_assert_false (ink_definition_clipboard_cut (fixture->dialog, fixture->document, helper, NULL,
                                                &error));
  g_assert_nonnull (strstr (error->message, "Seen"));
  g_clear_error (&error);
  g_assert_true (ink_definition_clipboard_cut (fixture->dialog, fixture->document, goals, NULL,
                                               &error));
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Cut goal “Sold”");

  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->dialog), "milk, eggs");
  pasting = paste (fixture);
  g_assert_cmpuint (pasting.n, ==, 0);
  g_assert_true (g_str_has_prefix (pasting.error, "The clipboard holds no goals"));
  g_free (pasting.error);
}

/* ---- A definition file ---- */

static void
test_import (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) added = ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"New\", \"kind\": \"micro\", \"rule\": {\"does\": "
      "\"look\"}}]}", -1, "x", NULL, NULL, &error);
  GtkWidget *dialog
      = ink_definition_dialog_new (NULL, fixture->document, added, "mine.json");
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);

  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (dialog));
  ui_frame (dialog);
  ui_assert_labelled (dialog);
  g_assert_nonnull (ui_find (dialog, ui_is_label, "• Added goal “New”"));
  ink_definition_dialog_set_replace (INK_DEFINITION_DIALOG (dialog), TRUE);
  g_assert_null (ui_find (dialog, ui_is_label, "• Added goal “New”"));
  ink_definition_dialog_set_replace (INK_DEFINITION_DIALOG (dialog), FALSE);
  adw_message_dialog_response (message, "import");
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==,
                   "Imported definition “mine.json”");
  g_assert_nonnull (ink_definition_find_goal (ink_document_get_definition (fixture->document),
                                              "New"));
  g_assert_nonnull (ink_definition_find_goal (ink_document_get_definition (fixture->document),
                                              "Sold"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add ("/people/list", Fixture, NULL, set_up, test_list, tear_down);
  g_test_add ("/people/open-person", Fixture, NULL, set_up, test_open_person, tear_down);
  g_test_add ("/people/ask", Fixture, NULL, set_up, test_ask, tear_down);
  g_test_add ("/people/why", Fixture, NULL, set_up, test_why, tear_down);
  g_test_add ("/people/why-of-funnel", Fixture, NULL, set_up, test_why_of_funnel, tear_down);
  g_test_add ("/people/erase", Fixture, NULL, set_up, test_erase, tear_down);
  g_test_add ("/people/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/people/clipboard", Fixture, NULL, set_up, test_clipboard, tear_down);
  return g_test_run ();
}
