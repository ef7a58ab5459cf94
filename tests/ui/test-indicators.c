/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The page of leading indicators over the sample: the ranking, the detail, warnings, the filter,
 * another macro goal, and none. */

#include "ui-window.h"
#include "definition/ink-definition-json.h"
#include "ui/dialogs/ink-people-dialog.h"
#include "ui/pages/ink-indicators-page.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-found-list.h"
#include "ui/widgets/ink-idea-button.h"
#include "ui/widgets/ink-ideas.h"
#include "ui/widgets/ink-indicator-card.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-warning-list.h"

typedef struct
{
  InkWindow *window;
  GtkWidget *page;
  guint n_drawn;
} Fixture;

static InkApplication *application;

static void
drawn_cb (InkLiveBin *bin,
          double milliseconds,
          Fixture *fixture)
{
  fixture->n_drawn++;
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
  ui_frame (GTK_WIDGET (fixture->window));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = ui_open_window (application, NULL);
  fixture->page = ui_show_page (fixture->window, "indicators", INK_TYPE_INDICATORS_PAGE);
  g_signal_connect (ui_find_type (fixture->page, INK_TYPE_LIVE_BIN), "drawn",
                    G_CALLBACK (drawn_cb), fixture);
  wait_for_answer (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  ui_close_window (fixture->window);
}

static gboolean
says (Fixture *fixture,
      const char *text)
{
  return ui_find (fixture->page, ui_shows, text) != NULL;
}

static void
choose (Fixture *fixture,
        guint datum)
{
  g_signal_emit_by_name (ui_find_type (fixture->page, INK_TYPE_CHART_VIEW), "activated", datum);
  ui_frame (GTK_WIDGET (fixture->window));
}

/* The strongest sign first; a row that is clicked is told in full, and stays chosen. */
static void
test_detail (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *micro = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (says (fixture, "go on to “Demo booked”"));
  g_assert_true (says (fixture, "Associated with, not proof of cause."));
  g_assert_true (says (fixture, "By persona"));
  choose (fixture, 2);
  g_object_get (fixture->page, "micro", &micro, NULL);
  g_assert_nonnull (micro);
  g_assert_nonnull (ui_find (ui_find_type (fixture->page, INK_TYPE_INDICATOR_CARD), ui_shows, micro));
  choose (fixture, 4000);
  g_object_get (fixture->page, "micro", &kept, NULL);
  g_assert_cmpstr (kept, ==, micro);
}

/* ---- What does this mean? ---- */

static void
test_ideas (void)
{
  static const char *const jargon[]
      = { " cause", "drive", "boost", "hazard", "strat", "p-value", "confidence", "regress",
          "covariate", "confound", "signific", "Mantel", "null" };
  const InkIdea *ideas = ink_ideas ();

  for (guint i = 0; ideas[i].id != NULL; i++)
    {
      g_assert_true (ink_idea_find (ideas[i].id) == &ideas[i]);
      g_assert_cmpuint (strlen (ideas[i].name), >, 2);
      g_assert_cmpuint (strlen (ideas[i].meaning), >, 40);
      g_assert_true (g_str_has_suffix (ideas[i].meaning, "."));
      for (guint j = 0; j < G_N_ELEMENTS (jargon); j++)
        if (strstr (ideas[i].meaning, jargon[j]) != NULL)
          g_error ("“%s” is explained with “%s”", ideas[i].name, jargon[j]);
    }
  for (guint verdict = 0; verdict < INK_N_VERDICTS; verdict++)
    g_assert_nonnull (ink_idea_find (ink_idea_of_verdict ((InkVerdict) verdict)));
  g_assert_null (ink_idea_find ("nothing"));
}

static gboolean
is_idea (GtkWidget *widget,
         gconstpointer idea)
{
  g_autofree char *id = NULL;

  if (!INK_IS_IDEA_BUTTON (widget))
    return FALSE;
  g_object_get (widget, "idea", &id, NULL);
  return g_strcmp0 (id, idea) == 0;
}

static gboolean
is_in_sight (gpointer widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t at;

  return gtk_widget_compute_bounds (widget, root, &at) && at.origin.y >= 0
         && at.origin.y + at.size.height <= gtk_widget_get_height (root);
}

/* Beside each idea of the page stands a button with its own name, which opens its meaning. */
static void
test_meanings (Fixture *fixture,
               gconstpointer data)
{
  static const char *const there[]
      = { "ranking", "search", "comparable", "range", "crude", "simple", "reach", "conversions",
          "support", "lag",  "adjusted", "personas", "payoff", "Leading indicator" };

  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    {
      GtkWidget *idea = ui_find (fixture->page, is_idea, there[i]);
      g_autofree char *hint
          = g_strdup_printf ("What does “%s” mean?", ink_idea_find (there[i])->name);
      GtkWidget *menu;

      g_assert_nonnull (idea);
      menu = gtk_widget_get_first_child (idea);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (menu), ==, hint);
      /* Scrolls there: what is not to be seen cannot be asked about. */
      gtk_widget_grab_focus (menu);
      ui_wait_for (is_in_sight, menu);
      gtk_menu_button_popup (GTK_MENU_BUTTON (menu));
      ui_turn ();
      g_assert_nonnull (ui_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (menu))),
                                 ui_shows, ink_idea_find (there[i])->meaning));
      gtk_menu_button_popdown (GTK_MENU_BUTTON (menu));
    }
}

static gboolean
is_tab (GtkWidget *widget,
        gconstpointer label)
{
  return GTK_IS_TOGGLE_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* The question mark beside the parts of the page asks about the one that is shown. */
static void
test_parts (Fixture *fixture,
            gconstpointer data)
{
  static const struct
  {
    const char *tab;
    const char *idea;
  } parts[] = { { "Map", "map" }, { "By persona", "personas" }, { "Overlap", "overlap" },
                { "Ranking", "ranking" } };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *tab = ui_find (fixture->page, is_tab, parts[i].tab);

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
      g_assert_nonnull (ui_find (gtk_widget_get_parent (tab), is_idea, parts[i].idea));
    }
}

/* A button on the card lists who is behind it. */
static void
test_people (Fixture *fixture,
             gconstpointer data)
{
  GtkWidget *card = ui_find_type (fixture->page, INK_TYPE_INDICATOR_CARD);
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *dialog = NULL;

  g_assert_true (says (fixture, "When it pays off"));
  g_signal_emit_by_name (ui_find (card, ui_is_button, "See Who Went On"), "clicked");
  ui_let_pass (100);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (INK_IS_PEOPLE_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (gtk_window_get_title (dialog), "Demo booked"));
  gtk_window_destroy (dialog);
}

static gboolean
is_warning (GtkWidget *widget,
            gconstpointer text)
{
  return gtk_widget_has_css_class (widget, "warning-card") && ui_find (widget, ui_shows, text);
}

/* Each can be said in the report, without its full stop. */
static void
test_warnings (Fixture *fixture,
               gconstpointer data)
{
  InkDocument *document = ink_page_get_document (INK_PAGE (fixture->page));
  guint before = g_strv_length (ink_document_get_definition (document)->slides);
  GtkWidget *late = ui_find (fixture->page, is_warning, "too late to be a sign.");
  char **slides;

  g_assert_true (says (fixture, "of your goals look busy but say little."));
  g_assert_nonnull (late);
  g_signal_emit_by_name (ui_find_type (late, GTK_TYPE_BUTTON), "clicked");
  slides = ink_document_get_definition (document)->slides;
  g_assert_cmpuint (g_strv_length (slides), ==, before + 1);
  g_assert_nonnull (strstr (slides[before], "too late to be a sign\""));
}

static gboolean
has_message_button (gpointer data)
{
  return ui_find_type (((Fixture *) data)->page, INK_TYPE_WARNING_LIST) != NULL
         && ui_find (((Fixture *) data)->page, ui_shows, "People Do Not Do This") != NULL;
}

static gboolean
has_no_message_button (gpointer data)
{
  return !has_message_button (data);
}

/* A mail that counts as activity is warned of; the card's button marks it passive, which can be taken
 * back. */
static void
test_messages (Fixture *fixture,
               gconstpointer data)
{
  const char *const none[] = { NULL };
  InkDocument *document = ink_page_get_document (INK_PAGE (fixture->page));
  InkDefinition *before = ink_document_get_definition (document);
  const InkGoal *mail = ink_definition_find_goal (before, "Onboarding e-mail opened");
  g_autoptr (InkDefinition) without = ink_definition_without_goal (before, mail->id);
  g_autoptr (InkDefinition) unmarked = ink_definition_with_passive (without, none);

  g_assert_true (has_no_message_button (fixture));
  ink_document_edit (document, "Unmark", NULL, unmarked);
  ui_wait_for (has_message_button, fixture);
  g_assert_true (says (fixture, "1 event looks like a message that you sent."));
  g_signal_emit_by_name (
      gtk_widget_get_ancestor (ui_find (fixture->page, ui_shows, "People Do Not Do This"),
                               GTK_TYPE_BUTTON),
      "clicked");
  g_assert_cmpstr (ink_document_get_definition (document)->passive[0], ==,
                   "Opened Onboarding Mail");
  g_assert_cmpstr (ink_document_get_undo_label (document), ==,
                   "1 event is not done by the person");
  ui_wait_for (has_no_message_button, fixture);
  g_assert_true (ink_document_undo (document, NULL));
  ui_wait_for (has_message_button, fixture);
}

static void
test_filter (Fixture *fixture,
             gconstpointer data)
{
  InkPage *page = INK_PAGE (fixture->page);
  g_autofree char *all = g_strdup (ink_page_get_subtitle (page));

  g_assert_nonnull (all);
  g_assert_nonnull (strstr (all, "conversions"));
  ink_view_set_persona (ink_page_get_view (page), "Buyer");
  wait_for_answer (fixture);
  g_assert_cmpstr (ink_page_get_subtitle (page), !=, all);
}

static gboolean
has_found (gpointer data)
{
  return says (data, "hold there.") || says (data, "holds there.");
}

/* A search is asked for, says that it is one, and what it found becomes a goal that can be taken
 * back. */
static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  InkDocument *document = ink_page_get_document (INK_PAGE (fixture->page));
  GtkWidget *list = ui_find_type (fixture->page, INK_TYPE_FOUND_LIST);
  guint n = g_strv_length ((char **) ink_document_get_definition (document)->goals);
  GtkWidget *button;

  g_assert_null (ui_find (list, ui_is_button, "Make It a Goal"));
  g_signal_emit_by_name (ui_find (list, ui_is_button, "_Search"), "clicked");
  ui_wait_for (has_found, fixture);
  g_assert_true (says (fixture, "Found by a search in one half of the people"));
  button = ui_find (list, ui_is_button, "Make It a Goal");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (g_strv_length ((char **) ink_document_get_definition (document)->goals), ==,
                    n + 1);
  g_assert_nonnull (strstr (ink_document_get_undo_label (document), "Made a goal of"));
  wait_for_answer (fixture);
  g_assert_true (ink_document_undo (document, NULL));
  g_assert_cmpuint (g_strv_length ((char **) ink_document_get_definition (document)->goals), ==, n);
}

/* ---- Inside a visit ---- */

static const char shop[]
    = "{\"inkling\": 1, \"goals\": ["
      "{\"name\": \"Bought\", \"kind\": \"macro\", \"rule\": {\"does\": \"purchase\"}},"
      "{\"name\": \"Till\", \"kind\": \"micro\", \"rule\": {\"does\": \"checkout\"}},"
      "{\"name\": \"Cart\", \"kind\": \"micro\", \"rule\": {\"does\": \"add_to_cart\"}},"
      "{\"name\": \"Shelf\", \"kind\": \"micro\","
      " \"rule\": {\"does\": \"product_list_click\"}}],"
      " \"personas\": [{\"name\": \"Mobile\","
      " \"rule\": {\"person\": \"device\", \"op\": \"is\", \"value\": \"mobile\"}},"
      " {\"name\": \"Desktop\","
      " \"rule\": {\"person\": \"device\", \"op\": \"is\", \"value\": \"desktop\"}}]}";

/* A project of @path with the goals of @json. */
static GFile *
make_project (const char *path,
              const char *json)
{
  const char *const files[] = { path, NULL };
  g_autofree char *name = g_build_filename (g_get_user_data_dir (), "shop.inkling", NULL);
  GFile *file = g_file_new_for_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);
  g_autoptr (InkDefinition) definition
      = ink_definition_from_json (json, -1, "shop", NULL, NULL, &error);

  g_assert_no_error (error);
  ink_document_import_files (document, files, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_edit (document, "Goals", NULL, definition);
  ink_document_save (document, file, INK_SAVE_NORMAL, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_close (document, INK_CLOSE_DISCARD, &error);
  g_assert_no_error (error);
  return file;
}

static void
open_project (Fixture *fixture,
              GFile *file)
{
  fixture->window = ink_window_new (application);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1280, 800);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ink_window_open_project (fixture->window, file);
  ui_wait_for (ui_has_project, fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "indicators");
  fixture->page = ui_find_type (GTK_WIDGET (fixture->window), INK_TYPE_INDICATORS_PAGE);
  g_signal_connect (ui_find_type (fixture->page, INK_TYPE_LIVE_BIN), "drawn",
                    G_CALLBACK (drawn_cb), fixture);
  wait_for_answer (fixture);
}

/* Where buyers come once, the inside of a visit is what is seen first, with its own words, and nothing
 * that tells of leading signs stands beside it; the rest is a click away and says why it is silent. */
static void
test_visits (void)
{
  g_autofree char *path = ink_test_shared ("data/ga360-sessions/hits_flat.csv.gz");
  g_autoptr (GFile) file = NULL;
  Fixture fixture = { 0 };

  if (path == NULL)
    return;
  file = make_project (path, shop);
  open_project (&fixture, file);
  g_assert_true (says (&fixture, "42 of 42 buyers bought in their first visit"));
  g_assert_true (says (&fixture, "What goes with"));
  g_assert_true (says (&fixture, "42 of 42 buying visits went through this"));
  g_assert_true (says (&fixture, "visits with “Cart” end in “Bought” 5.7 times as often "
                                 "(1.9\302\240–\342\201\240\302\24017.5)"));
  g_assert_true (says (&fixture, "but they are simply longer"));
  g_assert_false (says (&fixture, "What leads to"));
  g_assert_false (
      gtk_widget_get_mapped (ui_find_type (fixture.page, INK_TYPE_INDICATOR_CARD)));
  g_assert_false (gtk_widget_get_mapped (ui_find_type (fixture.page, INK_TYPE_FOUND_LIST)));
  g_assert_nonnull (ui_find (fixture.page, is_idea, "visits"));
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (ui_find (fixture.page, is_tab, "Ranking")), TRUE);
  ui_frame (GTK_WIDGET (fixture.window));
  g_assert_true (says (&fixture, "What leads to"));
  g_assert_true (says (&fixture, "Short journey"));
  g_assert_true (
      gtk_widget_get_mapped (ui_find_type (fixture.page, INK_TYPE_INDICATOR_CARD)));
  tear_down (&fixture, NULL);
}

static gboolean
asks_for_goals (gpointer fixture)
{
  return says (fixture, "Say What Counts");
}

/* Another goal is asked for at once; without any there is nothing to announce, and the page says
 * what to do. */
static void
test_macro (Fixture *fixture,
            gconstpointer data)
{
  InkDocument *document = ink_page_get_document (INK_PAGE (fixture->page));
  InkDefinition *definition = ink_document_get_definition (document);
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autofree char *main_id = NULL;
  g_autofree char *shown = NULL;
  const InkGoal *other = NULL;

  g_object_get (fixture->page, "macro", &main_id, NULL);
  g_assert_cmpstr (main_id, ==, ink_definition_get_main_goal (definition)->id);
  for (guint i = 0; definition->goals[i] != NULL; i++)
    if (definition->goals[i]->kind == INK_GOAL_MACRO
        && !g_str_equal (definition->goals[i]->id, main_id))
      other = definition->goals[i];
  if (other != NULL)
    {
      g_assert_true (gtk_widget_activate_action (fixture->page, "indicators.macro", "s",
                                                 other->id));
      wait_for_answer (fixture);
      g_object_get (fixture->page, "macro", &shown, NULL);
      g_assert_cmpstr (shown, ==, other->id);
      g_assert_true (says (fixture, other->name));
    }
  ink_document_edit (document, "Remove All", NULL, empty);
  ui_wait_for (asks_for_goals, fixture);
  g_assert_false (gtk_widget_get_visible (
      ui_find_type (fixture->page, INK_TYPE_INDICATOR_CARD)));
  g_assert_null (ink_page_get_subtitle (INK_PAGE (fixture->page)));
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
  g_test_add ("/ui/indicators/detail", Fixture, NULL, set_up, test_detail, tear_down);
  g_test_add_func ("/ui/indicators/ideas", test_ideas);
  g_test_add ("/ui/indicators/meanings", Fixture, NULL, set_up, test_meanings, tear_down);
  g_test_add ("/ui/indicators/parts", Fixture, NULL, set_up, test_parts, tear_down);
  g_test_add ("/ui/indicators/people", Fixture, NULL, set_up, test_people, tear_down);
  g_test_add ("/ui/indicators/warnings", Fixture, NULL, set_up, test_warnings, tear_down);
  g_test_add ("/ui/indicators/messages", Fixture, NULL, set_up, test_messages, tear_down);
  g_test_add ("/ui/indicators/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/ui/indicators/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add_func ("/ui/indicators/visits", test_visits);
  g_test_add ("/ui/indicators/macro", Fixture, NULL, set_up, test_macro, tear_down);
  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (home);

  return status;
}
