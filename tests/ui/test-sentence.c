/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sentence editor: what it shows gives every rule back, and its menus make new ones. */
#include "ui-fixture.h"
#include "ui-labels.h"

#include "document/ink-document-sample.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-sentence-edit.h"
#include "definition/ink-sentence.h"
#include "support/ink-test-rules.h"
#include "ui/widgets/ink-sentence-editor.h"
#include "ui/widgets/ink-value-picker.h"
#include "ui/widgets/ink-word-button.h"
#include "ui/widgets/ink-word-choices.h"
#include "ui/widgets/ink-word-list.h"

typedef struct
{
  GtkWidget *window;
  InkSentenceEditor *editor;
  InkRule *edited;
  char *label;
  char *field;
  guint n_edits;
} Fixture;

static void
edited_cb (InkSentenceEditor *editor,
           InkRule *rule,
           const char *label,
           const char *field,
           Fixture *fixture)
{
  g_clear_pointer (&fixture->edited, ink_rule_unref);
  fixture->edited = ink_rule_ref (rule);
  g_free (fixture->label);
  fixture->label = g_strdup (label);
  g_free (fixture->field);
  fixture->field = g_strdup (field);
  fixture->n_edits++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = adw_window_new ();
  fixture->editor = INK_SENTENCE_EDITOR (ink_sentence_editor_new ());
  g_signal_connect (fixture->editor, "edited", G_CALLBACK (edited_cb), fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->editor));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_turn ();
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->editor), (gpointer *) &fixture->editor);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ui_turn ();
  g_assert_null (fixture->editor);
  g_clear_pointer (&fixture->edited, ink_rule_unref);
  g_free (fixture->label);
  g_free (fixture->field);
}

static void
show (Fixture *fixture,
      const char *json)
{
  g_autoptr (InkDefinition) base = ink_test_rules_base ();
  g_autoptr (GError) error = NULL;
  g_autoptr (InkRule) rule = ink_rule_from_json (json, -1, NULL, NULL, base, &error);

  g_assert_no_error (error);
  ink_sentence_editor_set_rule (fixture->editor, rule, INK_SENTENCE_PERSONA);
  ui_turn ();
}

static void
assert_words (Fixture *fixture,
              const char *expected)
{
  g_autoptr (InkSentence) sentence
      = ink_sentence_new (ink_sentence_editor_get_draft (fixture->editor), NULL, NULL);
  g_autoptr (InkRule) read = ink_sentence_editor_read (fixture->editor);
  g_autofree char *words = ink_sentence_to_text (sentence, TRUE);

  g_assert_cmpstr (words, ==, expected);
  g_assert_true (ink_rule_equal (read, ink_sentence_editor_get_draft (fixture->editor)));
}

static gboolean
is_word (GtkWidget *widget,
         gconstpointer text)
{
  return INK_IS_WORD_BUTTON (widget)
         && g_str_equal (ink_word_button_get_word (INK_WORD_BUTTON (widget))->text, text);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* Opens the word and gives what is in its popover. */
static GtkWidget *
open_word (Fixture *fixture,
           const char *text)
{
  GtkWidget *word = ui_find (GTK_WIDGET (fixture->editor), is_word, text);
  GtkWidget *content;

  g_assert_nonnull (word);
  ink_word_button_open (INK_WORD_BUTTON (word));
  content = ink_word_button_get_content (INK_WORD_BUTTON (word));
  g_assert_nonnull (content);
  ui_wait_for (is_mapped, content);
  return content;
}

static void
choose (Fixture *fixture,
        const char *text,
        int id)
{
  GtkWidget *choices = ui_find_type (open_word (fixture, text), INK_TYPE_WORD_CHOICES);

  g_assert_true (ink_word_choices_pick (INK_WORD_CHOICES (choices), id));
  ui_wait_until_gone (choices);
}

static void
type (Fixture *fixture,
      const char *word,
      const char *text)
{
  GtkWidget *entry = ui_find_type (open_word (fixture, word), GTK_TYPE_EDITABLE);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  if (GTK_IS_SPIN_BUTTON (entry))
    entry = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry)));
  g_signal_emit_by_name (entry, "activate");
  ui_wait_until_gone (entry);
}

/* --- What it shows --- */

/* Each rule over the one before, so that words that stay are filled anew and others made. */
static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (InkRule) rule = ink_test_rules_make (round % 4, round % 2 == 0);
      g_autoptr (InkRule) read = NULL;
      g_autofree char *json = ink_rule_to_json (rule);

      g_test_message ("%s", json);
      ink_sentence_editor_set_rule (fixture->editor, rule, INK_SENTENCE_PERSONA);
      read = ink_sentence_editor_read (fixture->editor);
      g_assert_true (ink_rule_equal (rule, read));
      if (round % 10 == 0)
        ui_turn ();
    }
  g_assert_cmpuint (fixture->n_edits, ==, 0);
}

static void
test_narrow (Fixture *fixture,
             gconstpointer data)
{
  int minimum;

  show (fixture, "{\"all\": [{\"any\": [{\"not\": {\"all\": [{\"does\": \"A very long name of an "
                 "event that nobody would ever give to one\", \"where\": [{\"prop\": \"page\", "
                 "\"op\": \"is\", \"value\": \"/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u\"}]}]}}"
                 "]}, {\"does\": \"B\"}]}");
  gtk_widget_measure (GTK_WIDGET (fixture->editor), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 324);
  ui_assert_labelled (GTK_WIDGET (fixture->editor));
}

/* A rule from elsewhere that names what is gone says so in place, and is not touched. */
static void
test_problem (Fixture *fixture,
              gconstpointer data)
{
  show (fixture, "{\"persona\": \"P\"}");
  g_assert_false (ui_find (GTK_WIDGET (fixture->editor), ui_is_label,
                           "There is no goal 'gone'.")
                  != NULL);
  {
    g_autoptr (InkRule) rule = ink_rule_new_goal ("gone");

    ink_sentence_editor_set_rule (fixture->editor, rule, INK_SENTENCE_GOAL);
  }
  g_assert_nonnull (
      ui_find (GTK_WIDGET (fixture->editor), ui_is_label, "There is no goal 'gone'."));
  g_assert_cmpuint (fixture->n_edits, ==, 0);
}

/* --- Edits --- */

static void
test_menus (Fixture *fixture,
            gconstpointer data)
{
  show (fixture, "{\"does\": \"A\", \"where\": [{\"prop\": \"page\", \"op\": \"is\", \"value\": "
                 "\"/a\"}], \"times\": {\"at_least\": 2}}");
  choose (fixture, "is", INK_OP_STARTS_WITH);
  assert_words (fixture, "A person [does] [A] where [page] [starts with] [/a] [at least] [2] times "
                         "[in all]");
  g_assert_cmpstr (fixture->label, ==, "Change Comparison");
  g_assert_true (
      ink_rule_equal (fixture->edited, ink_sentence_editor_get_draft (fixture->editor)));
  choose (fixture, "at least", INK_BOUND_EXACTLY);
  choose (fixture, "in all", INK_SPAN_SESSION);
  choose (fixture, "does", INK_RULE_DOES + 100);
  type (fixture, "2", "3");
  assert_words (fixture, "A person [does not do] [A] where [page] [starts with] [/a] [exactly] [3] "
                         "times [in one visit]");
  g_assert_cmpuint (fixture->n_edits, ==, 5);
}

static void
test_values (Fixture *fixture,
             gconstpointer data)
{
  show (fixture, "{\"does\": \"A\", \"where\": [{\"prop\": \"duration\", \"op\": \">=\", "
                 "\"value\": 30}], \"total\": {\"prop\": \"duration\", \"at_least\": 60}}");
  type (fixture, "1 min", "2,5 min");
  assert_words (fixture, "A person [does] [A] where [duration] [is at least] [30 s] for [at least] "
                         "[2 min 30 s] of [duration] [in all]");
  g_assert_cmpfloat (fixture->edited->total.bounds.at_least, ==, 150);
}

/* What is begun is shown and kept, and said only once it is finished. */
static void
test_draft (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *button;

  show (fixture, "{\"does\": \"A\"}");
  button = ui_find (GTK_WIDGET (fixture->editor), ui_is_button, "+ where");
  g_signal_emit_by_name (button, "clicked");
  ui_turn ();
  assert_words (fixture, "A person [does] [A] where [a property…] [is] [a value…]");
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  g_assert_true (ink_sentence_editor_is_unfinished (fixture->editor));
  show (fixture, "{\"does\": \"A\"}"); /* the document changed elsewhere */
  g_assert_true (ink_sentence_editor_is_unfinished (fixture->editor));
  show (fixture, "{\"does\": \"B\"}"); /* undone */
  assert_words (fixture, "A person [does] [B]");
}

static gboolean
has_focus (gpointer window)
{
  return gtk_root_get_focus (window) != NULL;
}

static gboolean
is_focus_on_b (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (window);
  GtkWidget *word
      = focus != NULL ? gtk_widget_get_ancestor (focus, INK_TYPE_WORD_BUTTON) : NULL;

  return word != NULL && is_word (word, "B");
}

static void
test_keys (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *word;

  show (fixture, "{\"all\": [{\"does\": \"A\"}, {\"does\": \"B\", \"first_time\": true}]}");
  word = ui_find (GTK_WIDGET (fixture->editor), is_word, "B");
  gtk_widget_grab_focus (word);
  ui_press (word, GDK_KEY_Up, GDK_ALT_MASK);
  ui_wait_for (is_focus_on_b, fixture->window); /* the keyboard went with it */
  assert_words (fixture, "A person fits [all of these] ([does] [B] [for the first time ever], "
                         "[does] [A])");
  ui_press (ui_find (GTK_WIDGET (fixture->editor), is_word, "for the first time ever"),
            GDK_KEY_Delete, 0);
  assert_words (fixture, "A person fits [all of these] ([does] [B], [does] [A])");
  ui_wait_for (has_focus, fixture->window);
  ui_press (ui_find (GTK_WIDGET (fixture->editor), is_word, "B"), GDK_KEY_Delete, 0);
  assert_words (fixture, "A person [does] [A]");
  g_assert_cmpuint (fixture->n_edits, ==, 3);
}

/* --- Over data --- */

static InkDocument *sample;

/* One for all: nobody changes it. */
static InkDocument *
get_sample (void)
{
  g_autoptr (GError) error = NULL;

  if (sample != NULL)
    return sample;

  sample = ink_document_new (&error);
  g_assert_no_error (error);
  g_assert_true (ink_document_make_sample (sample, 200, 1, NULL, NULL, &error));
  g_assert_no_error (error);
  return sample;
}

static void
show_sample (Fixture *fixture)
{
  g_autoptr (InkView) view = ink_view_new (get_sample ());

  ink_sentence_editor_set_view (fixture->editor, view);
}

/* The place of a name in the list that is open below a word. */
static guint
find_index (GtkWidget *list,
            const char *title)
{
  GtkWidget *rows = ui_find_type (list, GTK_TYPE_LIST_VIEW);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (rows)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (InkNameItem) item = g_list_model_get_item (model, i);
      g_autofree char *name = NULL;

      g_object_get (item, "title", &name, NULL);
      if (g_str_equal (name, title))
        return ink_name_item_get_index (item);
    }

  g_error ("'%s' is not on offer", title);
}

static void
pick (GtkWidget *list,
      const char *title)
{
  ink_word_list_pick (INK_WORD_LIST (list), find_index (list, title));
  ui_wait_until_gone (list);
}

static void
test_events (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *list;

  show_sample (fixture);
  ink_sentence_editor_set_rule (fixture->editor, NULL, INK_SENTENCE_GOAL);
  list = open_word (fixture, "an event…");
  pick (list, "Booked Demo");
  assert_words (fixture, "A person [does] [Booked Demo]");
  g_assert_true (fixture->edited->one_name);

  list = open_word (fixture, "Booked Demo");
  ink_word_list_tick (INK_WORD_LIST (list), find_index (list, "Viewed Page"), TRUE);
  assert_words (fixture, "A person [does] [Booked Demo or Viewed Page]");
  g_assert_false (fixture->edited->one_name);
  g_assert_nonnull (fixture->field); /* ticking on is one step of undo */
  g_assert_true (gtk_widget_get_mapped (list));
  ink_word_list_tick (INK_WORD_LIST (list), find_index (list, "Booked Demo"), FALSE);
  assert_words (fixture, "A person [does] [Viewed Page]");
}

static gboolean
is_open (Fixture *fixture,
         GType type)
{
  GtkWidget *content = ui_find_type (GTK_WIDGET (fixture->editor), type);

  return content != NULL && gtk_widget_get_mapped (content);
}

static gboolean
is_picker_open (gpointer fixture)
{
  return is_open (fixture, INK_TYPE_VALUE_PICKER);
}

static gboolean
is_list_open (gpointer fixture)
{
  return is_open (fixture, INK_TYPE_WORD_LIST);
}

/* A property that is chosen leads on to its values. */
static void
test_where (Fixture *fixture,
            gconstpointer data)
{
  InkValue value = ink_value_text ("/pricing");
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (InkValue));
  GtkWidget *list, *picker;

  show_sample (fixture);
  show (fixture, "{\"does\": \"Viewed Page\"}");
  g_signal_emit_by_name (ui_find (GTK_WIDGET (fixture->editor), ui_is_button, "+ where"),
                         "clicked");
  ui_wait_for (is_list_open, fixture); /* by itself */
  list = ui_find_type (GTK_WIDGET (fixture->editor), INK_TYPE_WORD_LIST);
  ink_word_list_pick (INK_WORD_LIST (list), find_index (list, "page"));
  ui_wait_for (is_picker_open, fixture);
  picker = ui_find_type (GTK_WIDGET (fixture->editor), INK_TYPE_VALUE_PICKER);
  g_array_append_val (values, value);
  g_signal_emit_by_name (picker, "picked", values);
  g_signal_emit_by_name (picker, "done");
  ui_wait_until_gone (picker);
  assert_words (fixture, "A person [does] [Viewed Page] where [page] [is] [/pricing]");
  g_assert_cmpuint (fixture->n_edits, ==, 1);
}

/* A number is asked how much at least, a text what it is. */
static void
test_number (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *list;

  show_sample (fixture);
  show (fixture, "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"page\", \"op\": \"is\", "
                 "\"value\": \"/a\"}]}");
  list = open_word (fixture, "page");
  pick (list, "duration");
  assert_words (fixture, "A person [does] [Viewed Page] where [duration] [is at least] [a value…]");
  list = open_word (fixture, "duration");
  pick (list, "page");
  assert_words (fixture, "A person [does] [Viewed Page] where [page] [is] [a value…]");
}

typedef struct
{
  const char *tooltip;
  guint left; /* of those before it */
} Wanted;

static gboolean
is_wanted_menu (GtkWidget *widget,
                gconstpointer data)
{
  Wanted *wanted = (Wanted *) data;

  return GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_widget_get_tooltip_text (widget), wanted->tooltip) == 0
         && wanted->left-- == 0;
}

static void
choose_in_menu (Fixture *fixture,
                const char *tooltip,
                guint which,
                int id)
{
  Wanted wanted = { tooltip, which };
  GtkWidget *button = ui_find (GTK_WIDGET (fixture->editor), is_wanted_menu, &wanted);
  GtkWidget *choices;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  choices = ui_find_type (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                          INK_TYPE_WORD_CHOICES);
  ui_wait_for (is_mapped, choices);
  g_assert_true (ink_word_choices_pick (INK_WORD_CHOICES (choices), id));
  ui_wait_until_gone (choices);
}

static void
test_groups (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *list;

  show_sample (fixture);
  show (fixture, "{\"does\": \"Viewed Page\"}");
  choose_in_menu (fixture, "Or else…", 0, INK_RULE_PERSONA);
  assert_words (fixture, "A person fits [any of these] ([does] [Viewed Page], [is of persona] [a "
                         "persona…])");
  g_assert_cmpuint (fixture->n_edits, ==, 0);
  ui_wait_for (is_list_open, fixture);
  list = ui_find_type (GTK_WIDGET (fixture->editor), INK_TYPE_WORD_LIST);
  pick (list, "Everyone else");
  choose (fixture, "any of these", INK_RULE_ANY + 100);
  choose_in_menu (fixture, "More about This Part", 1, INK_CLAUSE_TIMES);
  assert_words (fixture, "A person fits [none of these] ([does] [Viewed Page] [at least] [2] times "
                         "[in all], [is of persona] [Everyone else])");
}

/* A part of a group is joined the other way by a button of its own, too. */
static void
test_buttons_in_groups (Fixture *fixture,
                        gconstpointer data)
{
  Wanted no_more = { "And also…", 3 };

  show_sample (fixture);
  show (fixture, "{\"any\": [{\"does\": \"Viewed Page\"}, {\"does\": \"Booked Demo\"}]}");
  g_assert_null (ui_find (GTK_WIDGET (fixture->editor), is_wanted_menu, &no_more));
  choose_in_menu (fixture, "And also…", 1, INK_RULE_PERSONA);
  assert_words (fixture, "A person fits [any of these] ([does] [Viewed Page], fits [all of these] "
                         "([does] [Booked Demo], [is of persona] [a persona…]))");
  show (fixture, "{\"all\": [{\"does\": \"Viewed Page\"}, {\"does\": \"Booked Demo\"}]}");
  choose_in_menu (fixture, "Or else…", 0, INK_RULE_PERSONA);
  assert_words (fixture, "A person fits [all of these] (fits [any of these] ([does] [Viewed Page], "
                         "[is of persona] [a persona…]), [does] [Booked Demo])");
}

/* Every rule of the sample. */
static void
test_sample (Fixture *fixture,
             gconstpointer data)
{
  const InkDefinition *definition = ink_document_get_definition (get_sample ());

  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      g_autoptr (InkRule) read = NULL;

      ink_sentence_editor_set_rule (fixture->editor, definition->goals[i]->rule,
                                    INK_SENTENCE_GOAL);
      read = ink_sentence_editor_read (fixture->editor);
      g_assert_true (ink_rule_equal (read, definition->goals[i]->rule));
    }
  for (guint i = 0; definition->personas[i] != NULL; i++)
    {
      g_autoptr (InkRule) read = NULL;

      ink_sentence_editor_set_rule (fixture->editor, definition->personas[i]->rule,
                                    INK_SENTENCE_PERSONA);
      read = ink_sentence_editor_read (fixture->editor);
      g_assert_true (ink_rule_equal (read, definition->personas[i]->rule));
    }
}

int
main (int argc,
      char **argv)
{
  int failed;

  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/ui/sentence/round-trip", test_round_trip }, { "/ui/sentence/narrow", test_narrow },
    { "/ui/sentence/problem", test_problem },       { "/ui/sentence/menus", test_menus },
    { "/ui/sentence/values", test_values },         { "/ui/sentence/draft", test_draft },
    { "/ui/sentence/keys", test_keys },             { "/ui/sentence/events", test_events },
    { "/ui/sentence/where", test_where },           { "/ui/sentence/groups", test_groups },
    { "/ui/sentence/number", test_number },
    { "/ui/sentence/buttons-in-groups", test_buttons_in_groups },
    { "/ui/sentence/sample", test_sample },
  };

  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  failed = g_test_run ();
  if (sample != NULL)
    ink_document_close (sample, INK_CLOSE_DISCARD, NULL);
  g_clear_object (&sample);
  return failed;
}
