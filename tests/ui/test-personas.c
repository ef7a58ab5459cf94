/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of personas over the sample: numbers that add up, order, names, colours, copies and
 * removals with Undo, overlaps, side by side, and the people behind a number. */

#include "ui-window.h"
#include "definition/ink-persona-edit.h"
#include "ui/dialogs/ink-people-dialog.h"
#include "ui/pages/ink-personas-page.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-persona-bar.h"
#include "ui/widgets/ink-persona-list.h"
#include "ui/widgets/ink-persona-matrix.h"
#include "ui/widgets/ink-persona-shares.h"
#include "ui/widgets/ink-persona-sides.h"
#include "ui/widgets/ink-persona-suggestions.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-side-grid.h"

typedef struct
{
  InkWindow *window;
  GtkWidget *page;
  InkDocument *document;
  guint n_drawn;
  guint n_sides;
} Fixture;

static InkApplication *application;

static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          guint *n)
{
  ++*n;
}

static gboolean
is_counted (gpointer n)
{
  return *(guint *) n > 0;
}

static gboolean
is_named (GtkWidget *widget,
          gconstpointer name)
{
  return g_strcmp0 (gtk_widget_get_name (widget), name) == 0;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = ui_open_window (application, NULL);
  fixture->page = ui_show_page (fixture->window, "personas", INK_TYPE_PERSONAS_PAGE);
  fixture->document = ink_page_get_document (INK_PAGE (fixture->page));
  g_signal_connect (ui_find (fixture->page, is_named, "personas"), "drawn", G_CALLBACK (drawn_cb),
                    &fixture->n_drawn);
  g_signal_connect (ui_find (fixture->page, is_named, "sides"), "drawn", G_CALLBACK (drawn_cb),
                    &fixture->n_sides);
  ui_wait_for (is_counted, &fixture->n_drawn);
  ui_wait_for (is_counted, &fixture->n_sides);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  ui_close_window (fixture->window);
}

static InkDefinition *
definition_of (Fixture *fixture)
{
  return ink_document_get_definition (fixture->document);
}

static void
wait_for_answer (Fixture *fixture)
{
  fixture->n_drawn = 0;
  ui_wait_for (is_counted, &fixture->n_drawn);
}

/* The card at @position in the list. */
static InkPersonaCard *
get_card (Fixture *fixture,
          guint position)
{
  GtkWidget *card
      = gtk_widget_get_first_child (ui_find_type (fixture->page, INK_TYPE_PERSONA_LIST));

  for (guint i = 0; i < position; i++)
    card = gtk_widget_get_next_sibling (card);
  g_assert_true (INK_IS_PERSONA_CARD (card));
  return INK_PERSONA_CARD (card);
}

/* "Practitioner Buyer Student", as the cards stand. */
static char *
read_cards (Fixture *fixture)
{
  GString *names = g_string_new (NULL);

  for (GtkWidget *card
       = gtk_widget_get_first_child (ui_find_type (fixture->page, INK_TYPE_PERSONA_LIST));
       card != NULL; card = gtk_widget_get_next_sibling (card))
    g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "",
                            ink_persona_card_get_persona (INK_PERSONA_CARD (card))->name);
  return g_string_free (names, FALSE);
}

static void
assert_cards (Fixture *fixture,
              const char *expected)
{
  g_autofree char *names = read_cards (fixture);

  g_assert_cmpstr (names, ==, expected);
}

static void
undo (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  ui_turn ();
}

/* ---- Numbers ---- */

static void
test_numbers (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *words = ink_persona_bar_describe (
      INK_PERSONA_BAR (ui_find_type (fixture->page, INK_TYPE_PERSONA_BAR)));

  assert_cards (fixture, "Practitioner Buyer Student");
  g_assert_nonnull (strstr (words, "Practitioner: "));
  g_assert_nonnull (strstr (words, "; Everyone else: "));
  g_assert_nonnull (ui_find (GTK_WIDGET (get_card (fixture, 1)), ui_shows, " people · "));
  /* Nothing is wrong with the sample's own. */
  g_assert_null (ui_find (GTK_WIDGET (get_card (fixture, 0)), ui_shows, "main goal"));
  g_assert_nonnull (ui_find (ui_find_type (fixture->page, INK_TYPE_PERSONA_MATRIX), ui_shows,
                             "also match “Practitioner”. They count as “Practitioner”"));
  g_assert_nonnull (ui_find (ui_find_type (fixture->page, INK_TYPE_PERSONA_SIDES), ui_shows,
                             "ROI calculator"));
}

/* ---- Edits ---- */

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, 0)));
  ui_press (GTK_WIDGET (get_card (fixture, 0)), GDK_KEY_Down, GDK_ALT_MASK);
  assert_cards (fixture, "Buyer Practitioner Student");
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==,
                   "Move Persona “Practitioner”");
  /* The keyboard goes with the card. */
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (get_card (fixture, 1))));
  wait_for_answer (fixture);
  undo (fixture);
  assert_cards (fixture, "Practitioner Buyer Student");
  ui_press (GTK_WIDGET (get_card (fixture, 0)), GDK_KEY_Up, GDK_ALT_MASK);
  assert_cards (fixture, "Practitioner Buyer Student");
  gtk_widget_activate_action (GTK_WIDGET (get_card (fixture, 2)), "persona.move", "i", -1);
  assert_cards (fixture, "Practitioner Student Buyer");
}

static void
test_name (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *name = ui_find_type (GTK_WIDGET (get_card (fixture, 1)), GTK_TYPE_EDITABLE_LABEL);

  ink_persona_card_edit_name (get_card (fixture, 1));
  gtk_editable_set_text (GTK_EDITABLE (name), " Student ");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (name), TRUE);
  /* No two of one name. */
  g_assert_cmpstr (definition_of (fixture)->personas[1]->name, ==, "Student 2");
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==,
                   "Rename Persona “Buyer” to “Student 2”");
  ink_persona_card_edit_name (get_card (fixture, 1));
  gtk_editable_set_text (GTK_EDITABLE (name), "  ");
  gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (name), TRUE);
  g_assert_cmpstr (definition_of (fixture)->personas[1]->name, ==, "Student 2");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Student 2");
  undo (fixture);
  assert_cards (fixture, "Practitioner Buyer Student");
}

static void
test_colour (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (get_card (fixture, 0));
  GtkWidget *colours;
  GtkFlowBoxChild *fourth;

  gtk_menu_button_popup (GTK_MENU_BUTTON (ui_find_type (card, GTK_TYPE_MENU_BUTTON)));
  colours = ui_find_type (card, GTK_TYPE_FLOW_BOX);
  fourth = gtk_flow_box_get_child_at_index (GTK_FLOW_BOX (colours), 3);
  g_signal_emit_by_name (colours, "child-activated", fourth);
  g_assert_cmpstr (definition_of (fixture)->personas[0]->colour, ==, ink_persona_colour (3));
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==,
                   "Colour Persona “Practitioner”");
}

static void
test_copy_and_removal (Fixture *fixture,
                       gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (get_card (fixture, 0));

  gtk_widget_activate_action (card, "persona.duplicate", NULL);
  assert_cards (fixture, "Practitioner Practitioner 2 Buyer Student");
  wait_for_answer (fixture);
  g_assert_nonnull (ui_find (GTK_WIDGET (get_card (fixture, 1)), ui_shows,
                             "The same people as “Practitioner”"));
  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, 1)));
  ui_press (GTK_WIDGET (get_card (fixture, 1)), GDK_KEY_Delete, 0);
  assert_cards (fixture, "Practitioner Buyer Student");
  g_assert_true (gtk_widget_is_focus (GTK_WIDGET (get_card (fixture, 1))));
  ui_turn ();
  g_assert_nonnull (ui_find (GTK_WIDGET (fixture->window), ui_shows,
                             "“Practitioner 2” removed"));
  undo (fixture);
  assert_cards (fixture, "Practitioner Practitioner 2 Buyer Student");
}

static void
test_add (Fixture *fixture,
          gconstpointer data)
{
  gtk_widget_activate_action (fixture->page, "personas.add", NULL);
  assert_cards (fixture, "Practitioner Buyer Student New persona");
  g_assert_true (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (
      ui_find_type (GTK_WIDGET (get_card (fixture, 3)), GTK_TYPE_EDITABLE_LABEL))));
  wait_for_answer (fixture);
  g_assert_nonnull (
      ui_find (GTK_WIDGET (get_card (fixture, 3)), ui_shows, "Everybody matches"));
}

static void
test_note (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *card = GTK_WIDGET (get_card (fixture, 2));
  g_autoptr (InkDefinition) noted = NULL;
  g_autofree char *label = NULL;

  noted = ink_personas_with_note (definition_of (fixture),
                                  definition_of (fixture)->personas[2]->id, "On a budget", &label);
  ink_document_edit (fixture->document, label, NULL, noted);
  ui_turn ();
  g_assert_nonnull (ui_find (card, ui_shows, "On a budget"));
  undo (fixture);
  ui_turn ();
  g_assert_null (ui_find (card, ui_shows, "On a budget"));
}

/* Without personas the page says what one is; all are everyone else. */
static void
test_none (Fixture *fixture,
           gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    gtk_widget_activate_action (GTK_WIDGET (get_card (fixture, 0)), "persona.remove", NULL);
  ui_turn ();
  g_assert_nonnull (ui_find (fixture->page, ui_shows, "Say Who Is Who"));
  g_assert_null (ui_find (fixture->page, ui_shows, "Side by side"));
  gtk_widget_activate_action (fixture->page, "personas.add", NULL);
  ui_turn ();
  g_assert_null (ui_find (fixture->page, ui_shows, "Say Who Is Who"));
}

/* The sentence is a plain text until it is to be changed, of one card at a time. */
static void
test_sentence (Fixture *fixture,
               gconstpointer data)
{
  GtkWidget *first = GTK_WIDGET (get_card (fixture, 0)), *second = GTK_WIDGET (get_card (fixture, 1));
  GtkWidget *editor = ui_find_type (first, INK_TYPE_SENTENCE_EDITOR);
  g_autoptr (InkRule) rule = ink_rule_new_does ("Viewed Pricing");

  g_assert_false (gtk_widget_get_visible (editor));
  g_assert_nonnull (ui_find (first, ui_shows, "A person who has a role"));
  g_signal_emit_by_name (ui_find (first, ui_has_tooltip, "Change the Sentence"), "clicked");
  g_assert_true (gtk_widget_get_visible (editor));
  g_signal_emit_by_name (ui_find (second, ui_has_tooltip, "Change the Sentence"), "clicked");
  g_assert_false (gtk_widget_get_visible (editor));
  g_signal_emit_by_name (ui_find_type (second, INK_TYPE_SENTENCE_EDITOR), "edited", rule,
                         "Change Event", "event");
  g_assert_true (ink_rule_equal (definition_of (fixture)->personas[1]->rule, rule));
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Change Event");
  wait_for_answer (fixture);
}

static gboolean
says_circle (gpointer window)
{
  return ui_find (window, ui_shows, "“Buyer” looks at “Practitioner”") != NULL;
}

/* A move that would make rules go round in a circle is refused in words. */
static void
test_circle (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (InkRule) rule = ink_rule_new (INK_RULE_PERSONA);
  g_autoptr (InkDefinition) looking = NULL;

  rule->name = g_strdup ("Practitioner");
  looking = ink_personas_with_rule (definition_of (fixture),
                                    definition_of (fixture)->personas[1]->id, rule);
  ink_document_edit (fixture->document, "Look", NULL, looking);
  wait_for_answer (fixture);
  ui_press (GTK_WIDGET (get_card (fixture, 0)), GDK_KEY_Down, GDK_ALT_MASK);
  assert_cards (fixture, "Practitioner Buyer Student");
  g_assert_cmpstr (ink_document_get_undo_label (fixture->document), ==, "Look");
  ui_wait_for (says_circle, fixture->window);
  ui_press (GTK_WIDGET (get_card (fixture, 2)), GDK_KEY_Up, GDK_ALT_MASK);
  assert_cards (fixture, "Practitioner Student Buyer");
}

static gboolean
has_four (gpointer fixture)
{
  return ink_personas_count (definition_of (fixture)) == 4;
}

static void
test_clipboard (Fixture *fixture,
                gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, 2)));
  gtk_widget_activate_action (fixture->page, "personas.copy", NULL);
  gtk_widget_activate_action (fixture->page, "personas.paste", NULL);
  ui_wait_for (has_four, fixture);
  assert_cards (fixture, "Practitioner Buyer Student Student 2");
  undo (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (get_card (fixture, 2)));
  gtk_widget_activate_action (fixture->page, "personas.cut", NULL);
  assert_cards (fixture, "Practitioner Buyer");
  undo (fixture);
  assert_cards (fixture, "Practitioner Buyer Student");
}

/* ---- Suggestions ---- */

static gboolean
has_suggestion (gpointer page)
{
  return ui_find (page, ui_is_button, "Decline") != NULL;
}

/* Not what is inside of a menu's button. */
static gboolean
is_toggle (GtkWidget *widget,
           gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))
         && gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL;
}

static void
test_suggestions (Fixture *fixture,
                  gconstpointer data)
{
  GtkWidget *list = ui_find_type (fixture->page, INK_TYPE_PERSONA_SUGGESTIONS);

  g_assert_null (ui_find (fixture->page, ui_is_button, "Decline"));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_find (fixture->page, is_toggle, NULL)), TRUE);
  ui_wait_for (has_suggestion, fixture->page);
  g_assert_nonnull (ui_find (list, ui_shows, "This catches "));
  g_signal_emit_by_name (ui_find (list, ui_is_button, "Add"), "clicked");
  g_assert_cmpuint (ink_personas_count (definition_of (fixture)), ==, 4);
  g_assert_true (g_str_has_prefix (ink_document_get_undo_label (fixture->document),
                                   "Add Persona “"));
  ui_turn ();
  /* What is a persona now is no suggestion any more; nor is what was declined. */
  for (guint i = 0; i < 6 && ui_find (list, ui_is_button, "Decline") != NULL; i++)
    {
      g_autoptr (InkRule) rule = ink_rule_ref (definition_of (fixture)->personas[3]->rule);
      g_autofree char *words = ink_rule_to_words (rule);

      g_assert_null (ui_find (list, ui_shows, words));
      g_signal_emit_by_name (ui_find (list, ui_is_button, "Decline"), "clicked");
    }
  g_assert_nonnull (ui_find (list, ui_shows, "You have seen all"));
}

/* ---- People ---- */

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (INK_IS_PEOPLE_DIALOG (link->data))
      return link->data;
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static void
assert_people (const char *title)
{
  GtkWindow *dialog;

  ui_wait_for (has_dialog, NULL);
  dialog = find_dialog ();
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, title);
  gtk_window_destroy (dialog);
  ui_turn ();
}

static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *bar = ui_find_type (fixture->page, INK_TYPE_PERSONA_BAR);

  gtk_widget_grab_focus (bar);
  ui_press (bar, GDK_KEY_Right, 0);
  ui_press (bar, GDK_KEY_Return, 0);
  assert_people ("Buyer");
  g_signal_emit_by_name (ui_find_type (fixture->page, INK_TYPE_SIDE_GRID), "activated", 3u, 1u);
  assert_people ("Buyer: Read 3+ terms");
  g_signal_emit_by_name (ui_find_type (fixture->page, INK_TYPE_PERSONA_MATRIX), "activated",
                         "Practitioner", "Buyer");
  assert_people ("Practitioner and Buyer");
}

static gboolean
is_shown_toggle (GtkWidget *widget,
           gconstpointer data)
{
  return GTK_IS_TOGGLE_BUTTON (widget) && gtk_widget_get_mapped (widget);
}

/* How many rows the table of numbers of such a widget has. */
static guint
count_table_rows (Fixture *fixture,
                  GType type)
{
  GtkWidget *owner = ui_find_type (fixture->page, type);
  GtkWidget *view = ui_find_type (owner, GTK_TYPE_COLUMN_VIEW);

  g_assert_false (gtk_widget_get_mapped (view));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find (owner, is_shown_toggle, NULL)), TRUE);
  ui_let_pass (50);
  g_assert_true (gtk_widget_get_mapped (view));
  return g_list_model_get_n_items (
      G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))));
}

/* What is drawn can be read, row by row. */
static void
test_tables (Fixture *fixture,
             gconstpointer data)
{
  guint n_goals = 0, n;

  while (definition_of (fixture)->goals[n_goals] != NULL)
    n_goals++;
  g_assert_cmpuint (count_table_rows (fixture, INK_TYPE_PERSONA_SHARES), ==, 4);
  g_assert_cmpuint (count_table_rows (fixture, INK_TYPE_PERSONA_MATRIX), ==, 3);
  n = count_table_rows (fixture, INK_TYPE_PERSONA_SIDES);
  /* People, two means, the goals of each; then at least two values of two channels. */
  g_assert_cmpuint (n, >=, (3 + n_goals + 2) * 4);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  application = ink_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  add ("/ui/personas/numbers", test_numbers);
  add ("/ui/personas/order", test_order);
  add ("/ui/personas/name", test_name);
  add ("/ui/personas/colour", test_colour);
  add ("/ui/personas/copy-and-removal", test_copy_and_removal);
  add ("/ui/personas/add", test_add);
  add ("/ui/personas/note", test_note);
  add ("/ui/personas/none", test_none);
  add ("/ui/personas/sentence", test_sentence);
  add ("/ui/personas/circle", test_circle);
  add ("/ui/personas/clipboard", test_clipboard);
  add ("/ui/personas/suggestions", test_suggestions);
  add ("/ui/personas/people", test_people);
  add ("/ui/personas/tables", test_tables);
  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (home);

  return status;
}
