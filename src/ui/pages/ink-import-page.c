/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-import-page.h"

#include "import/ink-importer.h"
#include "ui/pages/ink-column-table.h"

#include <glib/gi18n-lib.h>

#define SHOWN_REJECTED 50
#define TICK_MILLISECONDS 100

struct _InkImportPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *import_button;
  GtkStack *stack;
  GtkLabel *reason;
  GtkWidget *questions;
  AdwComboRow *date_order;
  AdwEntryRow *time_zone;
  InkColumnTable *table;
  GtkLabel *shown_rows;
  GtkProgressBar *bar;
  GtkLabel *rate;
  AdwPreferencesGroup *report_group;
  GtkListBox *report_list;
  GtkWidget *continue_button;
  GtkWidget *rejected_group;
  GtkListBox *rejected_list;
  AdwStatusPage *failure;

  InkDocument *document;
  GPtrArray *files; /* GFile */
  guint position;
  gboolean kept;
  InkImportEndedFunc ended;
  gpointer ended_data;

  InkImportOptions *options;
  GCancellable *cancellable;
  InkProgress progress;
  gint64 started;
  guint tick;
  gboolean filling; /* widgets are being set, not the user's doing */
};

G_DEFINE_FINAL_TYPE (InkImportPage, ink_import_page, GTK_TYPE_WIDGET)

static void look (InkImportPage *self);

static void
show (InkImportPage *self,
      const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->import_button, g_str_equal (name, "preview"));
  gtk_widget_set_visible (self->cancel_button, !g_str_equal (name, "running")
                                                   && !g_str_equal (name, "report"));
}

static void
end (InkImportPage *self)
{
  g_autoptr (InkDocument) document = g_steal_pointer (&self->document);
  InkImportEndedFunc ended = g_steal_pointer (&self->ended);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (ended != NULL)
    ended (document, self->kept, self->ended_data);
}

static void
fail (InkImportPage *self,
      const GError *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, markup);
  show (self, "failed");
}

/* ---- Looking ---- */

static void
ask_questions (InkImportPage *self,
               const InkImportPreview *preview)
{
  gboolean date_order = FALSE;
  gboolean time_zone = FALSE;

  for (guint i = 0; i < preview->n_questions; i++)
    {
      const InkImportQuestion *question = &preview->questions[i];

      if (question->kind == INK_QUESTION_DATE_ORDER)
        {
          date_order = TRUE;
          adw_action_row_set_subtitle (ADW_ACTION_ROW (self->date_order), question->sentence);
        }
      else
        {
          time_zone = TRUE;
          if (question->guess != NULL && self->options->time_zone == NULL)
            gtk_editable_set_text (GTK_EDITABLE (self->time_zone), question->guess);
        }
    }
  /* What was asked stays, so that the answer can be changed. */
  gtk_widget_set_visible (GTK_WIDGET (self->date_order),
                          date_order || self->options->date_order != INK_DATE_ORDER_AUTO);
  gtk_widget_set_visible (GTK_WIDGET (self->time_zone),
                          time_zone || self->options->time_zone != NULL);
  gtk_widget_set_visible (self->questions,
                          gtk_widget_get_visible (GTK_WIDGET (self->date_order))
                              || gtk_widget_get_visible (GTK_WIDGET (self->time_zone)));
  gtk_widget_set_sensitive (self->import_button,
                            !date_order || self->options->date_order != INK_DATE_ORDER_AUTO);
}

static void
show_preview (InkImportPage *self,
              const InkImportPreview *preview)
{
  g_autofree char *title = g_strdup_printf (_ ("Import %s"), preview->file);
  g_autofree char *rows = g_strdup_printf (
      _ ("The first rows of the file. Choose another role above a column to correct it."));

  self->filling = TRUE;
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, preview->format_title);
  gtk_label_set_label (self->reason, preview->format_reason);
  gtk_label_set_label (self->shown_rows, rows);
  ask_questions (self, preview);
  ink_column_table_set_preview (self->table, preview);
  self->filling = FALSE;
  show (self, "preview");
}

static void
look_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  InkImportOptions *options = data;
  const char *path = g_object_get_data (G_OBJECT (task), "path");
  InkImportPreview *preview = ink_importer_preview (path, options, cancellable, &error);

  if (preview != NULL)
    g_task_return_pointer (task, preview, (GDestroyNotify) ink_import_preview_unref);
  else
    g_task_return_error (task, error);
}

static void
looked_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  InkImportPage *self = INK_IMPORT_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkImportPreview) preview = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document == NULL)
    return;
  if (preview == NULL)
    fail (self, error);
  else
    show_preview (self, preview);
}

static void
look (InkImportPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, ink_import_options_copy (self->options),
                        (GDestroyNotify) ink_import_options_free);
  g_object_set_data_full (G_OBJECT (task), "path",
                          g_file_get_path (g_ptr_array_index (self->files, self->position)),
                          g_free);
  g_task_run_in_thread (task, look_thread);
}

static void
role_changed_cb (InkColumnTable *table,
                 const char *column,
                 guint role,
                 InkImportPage *self)
{
  if (self->filling)
    return;
  ink_import_options_set_role (self->options, role, column);
  look (self);
}

static void
date_order_cb (AdwComboRow *row,
               GParamSpec *pspec,
               InkImportPage *self)
{
  if (self->filling || self->options == NULL)
    return;
  self->options->date_order = adw_combo_row_get_selected (row);
  look (self);
}

static void
time_zone_cb (AdwEntryRow *row,
              InkImportPage *self)
{
  g_autoptr (GError) error = NULL;
  const char *zone = gtk_editable_get_text (GTK_EDITABLE (row));

  if (ink_import_options_set_time_zone (self->options, zone, &error))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      look (self);
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), error->message);
}

/* ---- Importing ---- */

static char *
describe_rate (InkImportPage *self)
{
  gint64 rows = __atomic_load_n (&self->progress.rows, __ATOMIC_RELAXED);
  double fraction = ink_progress_fraction (&self->progress);
  double seconds = (g_get_monotonic_time () - self->started) / (double) G_USEC_PER_SEC;
  double left;

  if (fraction < 0.02 || seconds < 0.5)
    return g_strdup_printf (_ ("%'" G_GINT64_FORMAT " rows"), rows);
  left = seconds * (1 - fraction) / fraction;

  return g_strdup_printf (_ ("%'" G_GINT64_FORMAT " rows · %.0f s left"), rows, left);
}

static gboolean
tick_cb (gpointer data)
{
  InkImportPage *self = data;
  g_autofree char *rate = describe_rate (self);

  gtk_progress_bar_set_fraction (self->bar, ink_progress_fraction (&self->progress));
  gtk_label_set_label (self->rate, rate);

  return G_SOURCE_CONTINUE;
}

static void
add_row (GtkListBox *list,
         const char *title,
         const char *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (list, row);
}

static void
add_count (GtkListBox *list,
           const char *title,
           guint64 count)
{
  g_autofree char *value = g_strdup_printf ("%'" G_GUINT64_FORMAT, count);

  add_row (list, title, value);
}

static void
clear_list (GtkListBox *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static void
show_rejected (InkImportPage *self,
               const InkImportReport *report)
{
  clear_list (self->rejected_list);
  gtk_widget_set_visible (self->rejected_group, report->rejected->len > 0);
  for (guint i = 0; i < MIN (report->rejected->len, SHOWN_REJECTED); i++)
    {
      const InkRejectedRow *rejected = &g_array_index (report->rejected, InkRejectedRow, i);
      g_autofree char *line = g_strdup_printf (_ ("Line %'" G_GUINT64_FORMAT), rejected->line);
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rejected->reason);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
      gtk_list_box_append (self->rejected_list, row);
    }
}

static void
show_report (InkImportPage *self,
             const InkImportReport *report)
{
  adw_preferences_group_set_title (self->report_group, report->file);
  clear_list (self->report_list);
  add_count (self->report_list, _ ("Rows read"), report->rows);
  add_count (self->report_list, _ ("New events"), report->events);
  add_count (self->report_list, _ ("Repeats, left out"), report->repeats);
  add_count (self->report_list, _ ("Unreadable rows"), report->n_rejected);
  add_count (self->report_list, _ ("People"), report->people);
  add_count (self->report_list, _ ("of them new"), report->new_people);
  add_count (self->report_list, _ ("Ids merged"), report->ids_merged);
  for (guint i = 0; i < report->quality->len; i++)
    {
      const InkQualityFinding *finding = &g_array_index (report->quality, InkQualityFinding, i);

      add_count (self->report_list, finding->finding, finding->count);
    }
  for (guint i = 0; i < report->personal->len; i++)
    {
      const InkPersonalData *personal = &g_array_index (report->personal, InkPersonalData, i);
      g_autofree char *title = g_strdup_printf (_ ("Personal data in “%s”"), personal->column);

      add_row (self->report_list, title, personal->done);
    }
  show_rejected (self, report);
  show (self, "report");
  gtk_widget_grab_focus (self->continue_button);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  g_autoptr (InkImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = NULL;
  gboolean imported
      = ink_document_import_files_finish (INK_DOCUMENT (source), result, &reports, &error);

  g_clear_handle_id (&self->tick, g_source_remove);
  self->kept |= imported;
  if (self->document == NULL)
    return;
  if (imported)
    show_report (self, g_ptr_array_index (reports, 0));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    look (self);
  else
    fail (self, error);
}

static void
import_cb (GtkButton *button,
           InkImportPage *self)
{
  GFile *file = g_ptr_array_index (self->files, self->position);
  g_autofree char *path = g_file_get_path (file);
  const char *const paths[] = { path, NULL };

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ink_progress_set (&self->progress, 0, 0, 0);
  self->started = g_get_monotonic_time ();
  tick_cb (self);
  self->tick = g_timeout_add (TICK_MILLISECONDS, tick_cb, self);
  show (self, "running");

  ink_document_import_files_async (self->document, paths, self->options, &self->progress,
                                   self->cancellable, imported_cb, g_object_ref (self));
}

static void
stop_cb (GtkButton *button,
         InkImportPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
cancel_cb (GtkButton *button,
           InkImportPage *self)
{
  end (self);
}

static void
begin_file (InkImportPage *self)
{
  g_autofree char *name = g_file_get_basename (g_ptr_array_index (self->files, self->position));

  g_clear_pointer (&self->options, ink_import_options_free);
  self->options = ink_import_options_new ();
  self->filling = TRUE;
  adw_combo_row_set_selected (self->date_order, INK_DATE_ORDER_AUTO);
  self->filling = FALSE;
  adw_window_title_set_title (self->title, name);
  adw_window_title_set_subtitle (self->title, "");
  show (self, "looking");
  look (self);
}

static void
continue_cb (GtkButton *button,
             InkImportPage *self)
{
  if (++self->position < self->files->len)
    begin_file (self);
  else
    end (self);
}

void
ink_import_page_begin (InkImportPage *self,
                       InkDocument *document,
                       GFile **files,
                       int n_files,
                       InkImportEndedFunc ended,
                       gpointer data)
{
  g_return_if_fail (INK_IS_IMPORT_PAGE (self));
  g_return_if_fail (n_files > 0);

  if (self->document != NULL)
    return; /* one import at a time; the page shows it */
  g_set_object (&self->document, document);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  self->position = 0;
  self->kept = FALSE;
  self->ended = ended;
  self->ended_data = data;
  begin_file (self);
}

static void
ink_import_page_dispose (GObject *object)
{
  InkImportPage *self = INK_IMPORT_PAGE (object);

  self->ended = NULL;
  if (self->document != NULL)
    end (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->options, ink_import_options_free);

  G_OBJECT_CLASS (ink_import_page_parent_class)->dispose (object);
}

static void
ink_import_page_class_init (InkImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_import_page_dispose;
  g_type_ensure (INK_TYPE_COLUMN_TABLE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-import-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, reason);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, questions);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, date_order);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, time_zone);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, table);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, shown_rows);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, rate);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, report_group);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, report_list);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, rejected_group);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, rejected_list);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, role_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_order_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_zone_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, continue_cb);
}

static void
ink_import_page_init (InkImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
