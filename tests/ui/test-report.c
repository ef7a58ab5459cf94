/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report page over the sample: a review is made, its slides are worded, moved, removed and
 * brought back, and the notes say how it was counted. */
#include "ui-pdf.h"
#include "ui-window.h"

#include "definition/ink-slide-edit.h"
#include "ui/pages/ink-funnel-page.h"
#include "ui/pages/ink-journey-page.h"
#include "ui/ink-company-template.h"
#include "ui/ink-print.h"
#include "ui/pages/ink-report-page.h"
#include "ui/pages/ink-report-save.h"
#include "ui/widgets/ink-slide-message.h"
#include "ui/widgets/ink-slide-view.h"
#include "ui/widgets/ink-template-note.h"

#include <glib/gstdio.h>

typedef struct
{
  InkWindow *window;
  GtkWidget *page;
  InkDocument *document;
} Fixture;

static InkApplication *application;
static GFile *sample;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = ui_open_window (application, sample);
  fixture->page = ui_show_page (fixture->window, "report", INK_TYPE_REPORT_PAGE);
  fixture->document = ink_page_get_document (INK_PAGE (fixture->page));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  ui_close_window (fixture->window);
}

static guint
count_slides (Fixture *fixture)
{
  return ink_definition_get_n_slides (ink_document_get_definition (fixture->document));
}

static void
activate (Fixture *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, action, NULL));
  ui_turn ();
}

static gboolean
is_row (GtkWidget *widget,
        gconstpointer index)
{
  return GTK_IS_LIST_BOX_ROW (widget)
         && INK_IS_SLIDE_VIEW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)))
         && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (widget)) == GPOINTER_TO_INT (index);
}

static InkSlideView *
get_thumb (Fixture *fixture,
           int index)
{
  GtkWidget *row = ui_find (fixture->page, is_row, GINT_TO_POINTER (index));

  g_assert_nonnull (row);
  return INK_SLIDE_VIEW (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

static void
choose (Fixture *fixture,
        int index)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (get_thumb (fixture, index)));

  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
}

static gboolean
has_content (gpointer view)
{
  return ink_slide_view_get_content (view) != NULL;
}

static gboolean
is_large (GtkWidget *widget,
          gconstpointer data)
{
  return INK_IS_SLIDE_VIEW (widget)
         && !GTK_IS_LIST_BOX_ROW (gtk_widget_get_parent (widget));
}

static InkSlideView *
get_large (Fixture *fixture)
{
  return INK_SLIDE_VIEW (ui_find (fixture->page, is_large, NULL));
}

static gboolean
is_entry (GtkWidget *widget,
          gconstpointer title)
{
  return ADW_IS_ENTRY_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

/* Each slide of the review has a title that says what was found, and notes with the method. */
static void
test_review (Fixture *fixture,
             gconstpointer data)
{
  g_assert_cmpuint (count_slides (fixture), ==, 0);
  activate (fixture, "report.review");
  g_assert_cmpuint (count_slides (fixture), ==, 8);
  for (int i = 0; i < 8; i++)
    {
      InkSlideView *thumb = get_thumb (fixture, i);
      const InkSlideContent *content;

      ui_wait_for (has_content, thumb);
      content = ink_slide_view_get_content (thumb);
      g_assert_cmpint (strlen (content->title), >, 0);
      if (content->kind == NULL)
        continue;
      g_assert_nonnull (strstr (content->notes, "How it is counted"));
      g_assert_nonnull (content->description);
      g_assert_nonnull (strstr (content->source, "20\342\200\257000 people"));
    }
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  g_assert_cmpuint (count_slides (fixture), ==, 0);
}

/* What is written replaces what was proposed; taken out again, it is proposed anew. */
static void
test_words (Fixture *fixture,
            gconstpointer data)
{
  GtkWidget *title;
  g_autofree char *proposed = NULL;

  activate (fixture, "report.review");
  choose (fixture, 3);
  ui_wait_for (has_content, get_large (fixture));
  title = ui_find (fixture->page, is_entry, "Title");
  proposed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (title)));
  g_assert_nonnull (strstr (proposed, "Demo booked"));
  gtk_editable_set_text (GTK_EDITABLE (title), "What we learnt");
  ui_wait_for (has_content, get_large (fixture));
  g_assert_cmpstr (ink_slide_view_get_content (get_large (fixture))->title, ==, "What we learnt");
  gtk_editable_set_text (GTK_EDITABLE (title), "");
  ui_wait_for (has_content, get_large (fixture));
  g_assert_cmpstr (ink_slide_view_get_content (get_large (fixture))->title, ==, proposed);
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  g_autofree char *second = NULL;
  char **slides;

  activate (fixture, "report.review");
  choose (fixture, 1);
  second = g_strdup (ink_slide_view_get_json (get_large (fixture)));
  g_assert_true (gtk_widget_activate_action (fixture->page, "report.move", "i", 1));
  slides = ink_document_get_definition (fixture->document)->slides;
  g_assert_cmpstr (slides[2], ==, second);
  g_assert_cmpstr (ink_slide_view_get_json (get_large (fixture)), ==, second);
  activate (fixture, "report.duplicate");
  g_assert_cmpuint (count_slides (fixture), ==, 9);
  activate (fixture, "report.remove");
  activate (fixture, "report.remove");
  g_assert_cmpuint (count_slides (fixture), ==, 7);
  for (guint i = 0; i < 10; i++)
    g_assert_true (gtk_widget_activate_action (fixture->page, "report.move", "i", 1));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
}

static AdwMessageDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return ADW_MESSAGE_DIALOG (window);
    }

  return NULL;
}

static gboolean
is_journey (gpointer window)
{
  return ui_find_type (window, INK_TYPE_JOURNEY_PAGE) != NULL;
}

/* Nothing makes no deck: why not is said, and where to go. */
static void
test_nothing_to_review (Fixture *fixture,
                        gconstpointer data)
{
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  AdwMessageDialog *dialog;

  ink_document_edit (fixture->document, "Emptied", NULL, empty);
  activate (fixture, "report.review");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpuint (count_slides (fixture), ==, 0);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "journey"));
  adw_message_dialog_response (dialog, "journey");
  ui_wait_for (is_journey, fixture->window);
}

static gboolean
has_no_content (gpointer view)
{
  return !has_content (view);
}

/* A slide of a funnel that is gone says so in its place, and the others stay. */
static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  InkDefinition *definition;
  g_autoptr (InkDefinition) without = NULL;

  activate (fixture, "report.review");
  ui_wait_for (has_content, get_thumb (fixture, 2));
  definition = ink_document_get_definition (fixture->document);
  without = ink_definition_without_funnel (definition, definition->funnels[0]->id);
  ink_document_edit (fixture->document, "Removed", NULL, without);
  ui_wait_for (has_no_content, get_thumb (fixture, 2));
  g_assert_nonnull (ink_slide_view_get_content (get_thumb (fixture, 0)));
}

/* A slide keeps the filter with which it was seen; whole days are dates. */
static void
test_filter_kept (Fixture *fixture,
                  gconstpointer data)
{
  InkView *view = ink_page_get_view (INK_PAGE (fixture->page));
  g_autoptr (GTimeZone) zone
      = ink_definition_get_zone (ink_document_get_definition (fixture->document));
  g_autofree char *json = NULL;
  gint64 from, to, after;

  g_assert_true (ink_time_parse_date ("2026-05-01", 10, zone, &from, &after));
  g_assert_true (ink_time_parse_date ("2026-05-31", 10, zone, &to, &after));
  ink_view_set_period (view, from, after - 1);
  ink_view_set_persona (view, "Buyer");
  json = ink_view_make_slide (view, "map", "Demo booked", TRUE);
  g_assert_cmpstr (json, ==,
                   "{\"chart\": {\"kind\": \"map\", \"macro\": \"Demo booked\"}, \"persona\": "
                   "\"Buyer\", \"between\": [\"2026-05-01\", \"2026-05-31\"]}");
}

static gboolean
is_add_button (GtkWidget *widget,
               gconstpointer data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), "Add to _Report") == 0;
}

static gboolean
has_slide (gpointer page)
{
  g_autofree char *json = NULL;

  g_object_get (page, "slide", &json, NULL);
  return json != NULL;
}

/* From the funnel's page: once, undone in one step. */
static void
test_added_from_charts (Fixture *fixture,
                        gconstpointer data)
{
  GtkWidget *page, *button;
  g_autoptr (InkSlide) slide = NULL;
  guint before = count_slides (fixture);

  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.page", "s", "funnels"));
  page = ui_find_type (GTK_WIDGET (fixture->window), INK_TYPE_FUNNEL_PAGE);
  g_assert_nonnull (page);
  ui_wait_for (has_slide, page);
  ui_turn ();
  button = ui_find (GTK_WIDGET (fixture->window), is_add_button, NULL);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_turn ();
  g_assert_cmpuint (count_slides (fixture), ==, before + 1);
  slide = ink_slide_from_json (
      ink_document_get_definition (fixture->document)->slides[before], NULL);
  g_assert_cmpstr (slide->chart, ==, "funnel");
  g_assert_cmpstr (slide->about, ==,
                   ink_document_get_definition (fixture->document)->funnels[0]->name);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  ui_turn ();
  g_assert_cmpuint (count_slides (fixture), ==, before);
}

/* ---- Live and frozen ---- */

static const char *
get_message (Fixture *fixture)
{
  return ink_slide_message_get_sentence (
      INK_SLIDE_MESSAGE (ui_find_type (fixture->page, INK_TYPE_SLIDE_MESSAGE)));
}

static gboolean
is_current (gpointer view)
{
  const InkSlideContent *content = ink_slide_view_get_content (view);

  return content != NULL && content->slide == ink_slide_view_get_slide (view);
}

static gboolean
is_marked (gpointer view)
{
  return is_current (view) && ink_slide_view_get_mark (view) != NULL;
}

/* Another window for the first funnel: fewer people finish, so that its slide says something else. */
static void
narrow_funnel (Fixture *fixture,
               double days)
{
  InkDefinition *definition = ink_document_get_definition (fixture->document);
  const InkFunnel *funnel = definition->funnels[0];
  g_autoptr (InkFunnel) narrow = ink_funnel_copy_with_within (
      funnel, (InkSpan){ .kind = INK_SPAN_LENGTH, .unit = INK_UNIT_DAYS, .amount = days });
  g_autoptr (InkDefinition) edited = ink_definition_with_funnel (definition, narrow);

  ink_document_edit (fixture->document, "Narrowed", NULL, edited);
}

/* One step back or forth. */
static void
step (Fixture *fixture,
      const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  ui_turn ();
}

static gboolean
is_frozen (Fixture *fixture)
{
  gboolean frozen;

  g_object_get (fixture->page, "frozen", &frozen, NULL);
  return frozen;
}

/* What is frozen stays as it is when the funnel changes; undone and done again, and live again. */
static void
test_frozen (Fixture *fixture,
             gconstpointer data)
{
  g_autofree char *title = NULL;
  const InkSlideContent *content;

  activate (fixture, "report.review");
  choose (fixture, 2);
  ui_wait_for (is_current, get_large (fixture));
  title = g_strdup (ink_slide_view_get_content (get_large (fixture))->title);
  g_assert_null (get_message (fixture));
  activate (fixture, "report.frozen");
  g_assert_true (is_frozen (fixture));
  g_assert_nonnull (strstr (get_message (fixture), "Frozen on"));
  g_assert_cmpstr (ink_slide_view_get_mark (get_thumb (fixture, 2)), ==, "Frozen");
  narrow_funnel (fixture, 1);
  ui_let_pass (300);
  content = ink_slide_view_get_content (get_large (fixture));
  g_assert_cmpstr (content->title, ==, title);
  g_assert_nonnull (strstr (content->source, "as of"));

  step (fixture, "win.undo");
  step (fixture, "win.undo");
  ui_wait_for (is_current, get_large (fixture));
  g_assert_false (is_frozen (fixture));
  step (fixture, "win.redo");
  step (fixture, "win.redo");
  g_assert_true (is_frozen (fixture));
  activate (fixture, "report.frozen");
  ui_wait_for (is_marked, get_thumb (fixture, 2));
  g_assert_false (is_frozen (fixture));
}

/* A slide without a chart has nothing to be frozen. */
static void
test_words_are_not_frozen (Fixture *fixture,
                           gconstpointer data)
{
  activate (fixture, "report.review");
  choose (fixture, 0);
  ui_turn ();
  gtk_widget_activate_action (fixture->page, "report.frozen", NULL);
  g_assert_false (is_frozen (fixture));
}

static void
check_told (Fixture *fixture)
{
  ui_wait_for (is_marked, get_thumb (fixture, 2));
  ui_wait_for (is_current, get_large (fixture));
  g_assert_nonnull (strstr (get_message (fixture), "The message changed: was"));
}

static void
check_calm (Fixture *fixture)
{
  ui_wait_for (is_current, get_large (fixture));
  ui_wait_for (is_current, get_thumb (fixture, 2));
  g_assert_null (get_message (fixture));
  g_assert_null (ink_slide_view_get_mark (get_thumb (fixture, 2)));
}

static void
test_message (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *was = NULL, *now = NULL;

  activate (fixture, "report.review");
  choose (fixture, 2);
  check_calm (fixture);
  was = g_strdup (ink_slide_view_get_content (get_large (fixture))->title);
  narrow_funnel (fixture, 1);
  check_told (fixture);
  now = g_strdup (ink_slide_view_get_content (get_large (fixture))->title);
  g_assert_cmpstr (now, !=, was);
  g_assert_nonnull (strstr (get_message (fixture), was));
  g_assert_nonnull (strstr (get_message (fixture), now));

  activate (fixture, "report.keep-title");
  check_calm (fixture);
  g_assert_cmpstr (ink_slide_view_get_content (get_large (fixture))->title, ==, was);
  step (fixture, "win.undo");
  check_told (fixture);
  activate (fixture, "report.take-title");
  check_calm (fixture);
  g_assert_cmpstr (ink_slide_view_get_content (get_large (fixture))->title, ==, now);
  narrow_funnel (fixture, 30);
  check_told (fixture);
}

/* Who writes a title has seen what was found then. */
static void
test_message_of_own_title (Fixture *fixture,
                           gconstpointer data)
{
  GtkWidget *title;

  activate (fixture, "report.review");
  choose (fixture, 2);
  check_calm (fixture);
  title = ui_find (fixture->page, is_entry, "Title");
  gtk_editable_set_text (GTK_EDITABLE (title), "Ours");
  check_calm (fixture);
  narrow_funnel (fixture, 1);
  check_told (fixture);
  g_assert_cmpstr (ink_slide_view_get_content (get_large (fixture))->title, ==, "Ours");
  activate (fixture, "report.keep-title");
  check_calm (fixture);
  g_assert_cmpstr (ink_slide_view_get_content (get_large (fixture))->title, ==, "Ours");
}

/* ---- The company's template ---- */

static GFile *
in_home (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  return g_file_new_for_path (path);
}

static gboolean
has_template (gpointer data)
{
  g_autofree char *name = ink_company_template_get_name ();

  return g_strcmp0 (name, data) == 0;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

/* Waits for a dialog that says @what, and closes it. */
static void
expect_dialog (const char *what)
{
  AdwMessageDialog *dialog;

  ui_wait_for (has_dialog, NULL);
  dialog = find_dialog ();
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), what));
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_turn ();
}

static void
spoil_file (GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_file_replace_contents (file, "PK no", 5, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* A presentation ends in the end of its archive. */
static gboolean
is_written (gpointer file)
{
  g_autofree char *content = NULL;
  gsize length;

  return g_file_load_contents (file, NULL, &content, &length, NULL, NULL) && length > 22
         && memcmp (content + length - 22, "PK\5\6", 4) == 0;
}

/* Chosen, used, broken later, removed; what is no template is refused, and the old one stays. */
static void
test_template (Fixture *fixture,
               gconstpointer data)
{
  g_autoptr (GFile) own = in_home ("own.pptx"), saved = in_home ("saved.pptx");
  g_autoptr (GFile) broken = in_home ("broken.pptx"), kept = NULL;
  g_autofree char *path = NULL;

  activate (fixture, "report.review");
  ink_report_save_to (fixture->page, fixture->document, "pptx", own);
  ui_wait_for (is_written, own);
  g_assert_true (has_template (NULL));
  ink_template_note_take (fixture->page, own);
  ui_wait_for (has_template, (gpointer) "own.pptx");
  g_assert_nonnull (ui_find (fixture->page, ui_is_label,
                             "Charts stay editable in PowerPoint and Impress, in the look of "
                             "“own.pptx”."));
  ink_report_save_to (fixture->page, fixture->document, "pptx", saved);
  ui_wait_for (is_written, saved);

  spoil_file (broken);
  ink_template_note_take (fixture->page, broken);
  expect_dialog ("presentation");
  g_assert_true (has_template ((gpointer) "own.pptx"));
  path = ink_company_template_get_path ();
  kept = g_file_new_for_path (path);
  spoil_file (kept);
  ink_report_save_to (fixture->page, fixture->document, "pptx", saved);
  expect_dialog ("The company template cannot be read any more");
  g_signal_emit_by_name (ui_find (fixture->page, ui_has_tooltip, "Do Without the Company Template"),
                         "clicked");
  g_assert_true (has_template (NULL));
  g_assert_false (g_file_query_exists (kept, NULL));
}

/* ---- Printing ---- */

/* Without spaces, which a PDF has none of its own, and signs. */
static char *
take_letters (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (g_ascii_isalnum (*at))
      g_string_append_c (letters, *at);

  return g_string_free (letters, FALSE);
}

/* The pages in the order of the slides, by their titles. */
static void
check_order (Fixture *fixture,
             GFile *file)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_file_get_path (file), *text = NULL;
  char *command[] = { program, path, (char *) "-", NULL };
  g_auto (GStrv) pages = NULL;

  if (program == NULL)
    return;
  g_assert_true (g_spawn_sync (NULL, command, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL,
                               NULL));
  pages = g_strsplit (text, "\f", -1);
  for (int i = 0; i < 8; i++)
    {
      const char *title = ink_slide_view_get_content (get_thumb (fixture, i))->title;
      g_autofree char *letters = take_letters (title), *page = take_letters (pages[i]);

      g_test_message ("page %d: %s", i + 1, title);
      g_assert_nonnull (strstr (page, letters));
    }
}

static GtkPrintOperation *
new_print (Fixture *fixture)
{
  activate (fixture, "report.review");
  for (int i = 0; i < 8; i++)
    ui_wait_for (has_content, get_thumb (fixture, i));

  return ink_print_new_for_slides (
      INK_SLIDE_STRIP (ui_find_type (fixture->page, INK_TYPE_SLIDE_STRIP)), 8, "Review");
}

/* To a file, which is what a printer gets: a page for each slide. */
static void
test_print (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GFile) file = in_home ("printed.pdf");
  g_autoptr (GtkPrintOperation) operation = new_print (fixture);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_export_filename (operation, g_file_peek_path (file));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                           GTK_WINDOW (fixture->window), &error);
  g_assert_no_error (error);
  ui_check_pdf (file, 8);
  check_order (fixture, file);
}

static gboolean
find_print_dialog (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog")
          && gtk_widget_get_mapped (window))
        *(GtkWidget **) data = window;
    }

  return *(GtkWidget **) data != NULL;
}

static gboolean
has_printer (gpointer dialog)
{
  g_autoptr (GObject) printer = NULL;

  g_object_get (dialog, "selected-printer", &printer, NULL);
  return printer != NULL;
}

/* Through the dialog that a user sees, with the toolkit's own "Print to File". */
static void
test_print_dialog (Fixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GFile) file = in_home ("dialog.pdf");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GtkPrintOperation) operation = new_print (fixture);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  GtkWidget *dialog = NULL;

  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf");
  gtk_print_operation_set_print_settings (operation, settings);
  ink_print_run (operation, fixture->page);
  ui_wait_for (find_print_dialog, &dialog);
  ui_wait_for (has_printer, dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  ui_check_pdf (file, 8);
  check_order (fixture, file);
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
  sample = ui_make_sample (g_get_user_data_dir (), 20000);
  g_test_add ("/ui/report/review", Fixture, NULL, set_up, test_review, tear_down);
  g_test_add ("/ui/report/nothing-to-review", Fixture, NULL, set_up, test_nothing_to_review,
              tear_down);
  g_test_add ("/ui/report/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/ui/report/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/ui/report/gone", Fixture, NULL, set_up, test_gone, tear_down);
  g_test_add ("/ui/report/filter-kept", Fixture, NULL, set_up, test_filter_kept, tear_down);
  g_test_add ("/ui/report/frozen", Fixture, NULL, set_up, test_frozen, tear_down);
  g_test_add ("/ui/report/words-are-not-frozen", Fixture, NULL, set_up, test_words_are_not_frozen,
              tear_down);
  g_test_add ("/ui/report/message", Fixture, NULL, set_up, test_message, tear_down);
  g_test_add ("/ui/report/message-of-own-title", Fixture, NULL, set_up,
              test_message_of_own_title, tear_down);
  g_test_add ("/ui/report/template", Fixture, NULL, set_up, test_template, tear_down);
  g_test_add ("/ui/report/print", Fixture, NULL, set_up, test_print, tear_down);
  g_test_add ("/ui/report/print-dialog", Fixture, NULL, set_up, test_print_dialog, tear_down);
  g_test_add ("/ui/report/added", Fixture, NULL, set_up, test_added_from_charts, tear_down);
  status = g_test_run ();
  g_clear_object (&application);
  g_clear_object (&sample);
  ink_test_remove_folder (home);

  return status;
}
