/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The overview over the sample: five sentences, each with a way on; the goal over time with remarks
 * that can be taken back; and what an empty project does next. */
#include "ui-labels.h"
#include "ui-window.h"

#include "definition/ink-note-edit.h"
#include "ui/pages/ink-indicators-page.h"
#include "ui/pages/ink-overview-page.h"
#include "ui/widgets/ink-chart-view.h"
#include "ui/widgets/ink-highlight-card.h"
#include "ui/widgets/ink-indicator-card.h"
#include "ui/widgets/ink-live-bin.h"
#include "ui/widgets/ink-remark-list.h"

typedef struct
{
  InkWindow *window;
  GtkWidget *page;
} Fixture;

static InkApplication *application;

static gboolean
says (Fixture *fixture,
      const char *text)
{
  return ui_find (fixture->page, ui_shows, text) != NULL;
}

static gboolean
is_answered (gpointer data)
{
  GtkWidget *bin = ui_find_type (((Fixture *) data)->page, INK_TYPE_LIVE_BIN);

  return says (data, "over time") && !ink_live_bin_is_behind (INK_LIVE_BIN (bin));
}

/* What takes no search is there before the rest. */
static gboolean
is_answered_early (gpointer data)
{
  return says (data, "Biggest leak") && says (data, "over time");
}

static gboolean
is_hidden (gpointer page)
{
  return !gtk_widget_get_mapped (page);
}

/* The project has goals, so this page is the first. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = ui_open_window (application, NULL);
  fixture->page = ui_find_type (GTK_WIDGET (fixture->window), INK_TYPE_OVERVIEW_PAGE);
  g_assert_nonnull (fixture->page);
  ui_wait_for (is_answered_early, fixture);
  g_assert_false (says (fixture, "Strongest sign"));
  ui_wait_for (is_answered, fixture);
  ui_frame (GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  ui_close_window (fixture->window);
}

static void
test_sentences (Fixture *fixture,
                gconstpointer data)
{
  static const char *const chips[] = { "Strongest sign", "Busywork", "Biggest leak",
                                       "Personas disagree", "What the data lacks" };
  GtkWidget *card = ui_find_type (fixture->page, INK_TYPE_HIGHLIGHT_CARD);

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    if (!says (fixture, chips[i]))
      g_error ("%s is not said", chips[i]);
  g_assert_true (says (fixture, "Associated with, not proof of cause."));
  ui_assert_labelled (fixture->page);
  g_assert_cmpstr (ink_highlight_card_get_page (INK_HIGHLIGHT_CARD (card)), ==, "indicators");
  g_signal_emit_by_name (ui_find_type (card, GTK_TYPE_BUTTON), "clicked");
  ui_frame (GTK_WIDGET (fixture->window));
  ui_wait_for (is_hidden, fixture->page);
}

static gboolean
is_card_of (GtkWidget *widget,
            gconstpointer title)
{
  return INK_IS_HIGHLIGHT_CARD (widget) && ui_find (widget, ui_shows, title) != NULL;
}

static gboolean
is_text (GtkWidget *widget,
         gconstpointer text)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

static gboolean
tells_of (gpointer window)
{
  GtkWidget *card = ui_find_type (window, INK_TYPE_INDICATOR_CARD);

  return card != NULL && ui_find (card, ui_shows, "makes no visible difference") != NULL;
}

/* The way on leads to the goal that the sentence is about, which is not the first of the ranking. */
static void
test_goal (Fixture *fixture,
           gconstpointer data)
{
  GtkWidget *card = ui_find (fixture->page, is_card_of, "Busywork"), *page;
  g_autofree char *micro = NULL;

  g_assert_nonnull (card);
  g_signal_emit_by_name (ui_find_type (card, GTK_TYPE_BUTTON), "clicked");
  ui_wait_for (is_hidden, fixture->page);
  page = ui_find_type (GTK_WIDGET (fixture->window), INK_TYPE_INDICATORS_PAGE);
  g_assert_nonnull (page);
  g_object_get (page, "micro", &micro, NULL);
  g_assert_nonnull (micro);
  g_assert_nonnull (ui_find (card, is_text, micro));
  ui_wait_for (tells_of, fixture->window);
  g_assert_nonnull (
      ui_find (ui_find_type (page, INK_TYPE_INDICATOR_CARD), ui_shows, micro));
}

/* Each finding, and the chart, can be said in the report. */
static void
test_add_to_report (Fixture *fixture,
                    gconstpointer data)
{
  InkDocument *document = ink_page_get_document (INK_PAGE (fixture->page));
  GtkWidget *card = ui_find_type (fixture->page, INK_TYPE_HIGHLIGHT_CARD);
  GtkWidget *chart = ui_find_type (fixture->page, INK_TYPE_CHART_VIEW);
  guint before = g_strv_length (ink_document_get_definition (document)->slides);
  char **slides;

  g_signal_emit_by_name (ui_find (card, ui_has_tooltip, "Add to Report"), "clicked");
  gtk_widget_activate_action (chart, "chart.add-slide", NULL);
  slides = ink_document_get_definition (document)->slides;
  g_assert_cmpuint (g_strv_length (slides), ==, before + 2);
  g_assert_nonnull (strstr (slides[before], "Strongest sign: "));
  g_assert_nonnull (strstr (slides[before + 1], "\"events\""));
}

static gboolean
has_no_remark (gpointer data)
{
  return !says (data, "New pricing page");
}

static void
test_remarks (Fixture *fixture,
              gconstpointer data)
{
  InkDocument *document = ink_page_get_document (INK_PAGE (fixture->page));
  GtkWidget *list = ui_find_type (fixture->page, INK_TYPE_REMARK_LIST);
  g_autofree char *label = NULL;
  g_autoptr (InkDefinition) noted = ink_notes_added (ink_document_get_definition (document),
                                                     "2026-08-03", "New pricing page", &label);

  ink_document_edit (document, label, NULL, noted);
  ui_frame (GTK_WIDGET (fixture->window));
  g_assert_nonnull (ui_find (list, ui_shows, "New pricing page"));
  ui_assert_labelled (list);
  g_signal_emit_by_name (ui_find (list, ui_has_tooltip, "Remove Remark"), "clicked");
  ui_wait_for (has_no_remark, fixture);
  g_assert_cmpuint (ink_document_get_definition (document)->n_notes, ==, 0);
  ink_document_undo (document, NULL);
  ui_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (ink_document_get_definition (document)->n_notes, ==, 1);
  g_assert_nonnull (ui_find (list, ui_shows, "New pricing page"));
}

/* What the editor holds, typed and picked; Enter adds it. */
static void
test_editor (Fixture *fixture,
             gconstpointer data)
{
  InkDocument *document = ink_page_get_document (INK_PAGE (fixture->page));
  GtkWidget *list = ui_find_type (fixture->page, INK_TYPE_REMARK_LIST);
  GtkWidget *entry;

  g_signal_emit_by_name (ui_find (list, ui_is_button, "_Add a Remark…"), "clicked");
  ui_frame (GTK_WIDGET (fixture->window));
  entry = ui_find_type (list, GTK_TYPE_ENTRY);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (ink_document_get_definition (document)->n_notes, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Autumn campaign ");
  g_signal_emit_by_name (entry, "activate");
  ui_frame (GTK_WIDGET (fixture->window));
  g_assert_cmpuint (ink_document_get_definition (document)->n_notes, ==, 1);
  g_assert_cmpstr (ink_document_get_definition (document)->notes[0].text, ==, "Autumn campaign");
  g_signal_emit_by_name (ui_find (list, ui_has_tooltip, "Change Remark"), "clicked");
  ui_frame (GTK_WIDGET (fixture->window));
  entry = ui_find_type (list, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Autumn");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (ink_document_get_definition (document)->notes[0].text, ==, "Autumn");
}

static gboolean
says_what_counts (gpointer data)
{
  return says (data, "Say What Counts");
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();

  ink_document_edit (ink_page_get_document (INK_PAGE (fixture->page)), "Remove All", NULL, empty);
  ui_wait_for (says_what_counts, fixture);
  g_signal_emit_by_name (ui_find (fixture->page, ui_is_button, "Go to the Journey"), "clicked");
  ui_frame (GTK_WIDGET (fixture->window));
  ui_wait_for (is_hidden, fixture->page);
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
  g_test_add ("/ui/overview/sentences", Fixture, NULL, set_up, test_sentences, tear_down);
  g_test_add ("/ui/overview/goal", Fixture, NULL, set_up, test_goal, tear_down);
  g_test_add ("/ui/overview/add-to-report", Fixture, NULL, set_up, test_add_to_report, tear_down);
  g_test_add ("/ui/overview/remarks", Fixture, NULL, set_up, test_remarks, tear_down);
  g_test_add ("/ui/overview/editor", Fixture, NULL, set_up, test_editor, tear_down);
  g_test_add ("/ui/overview/empty", Fixture, NULL, set_up, test_empty, tear_down);
  status = g_test_run ();
  g_clear_object (&application);
  ink_test_remove_folder (home);

  return status;
}
