/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-import-page.h"

#include "import/ink-importer.h"
#include "plot/ink-numbers.h"
#include "ui/pages/ink-column-table.h"
#include "ui/pages/ink-import-choices.h"
#include "ui/pages/ink-import-facts.h"
#include "ui/pages/ink-import-trial.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-page-column.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#define TICK_MILLISECONDS 100
/* A smaller file is read through before it is imported: what it holds is there at once. */
#define TRIAL_BYTES (24 * 1024 * 1024)

struct _InkImportPage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  AdwWindowTitle *title;
  GtkWidget *cancel_button;
  GtkWidget *import_button;
  GtkStack *stack;
  GtkSpinner *looking;
  GtkLabel *joins;
  GtkWidget *columns;
  InkColumnTable *table;
  GtkRevealer *running;
  GtkLabel *reading;
  GtkProgressBar *bar;
  GtkLabel *rate;
  InkImportChoices *choices;
  InkImportFacts *found;
  GtkLabel *report_title;
  InkImportFacts *report;
  GtkWidget *continue_button;
  AdwStatusPage *failure;

  InkDocument *document;
  GPtrArray *files; /* GFile */
  guint position;
  gboolean kept;
  gboolean leaving; /* once what runs has stopped */
  InkImportEndedFunc ended;
  gpointer ended_data;

  InkImportOptions *options;
  GCancellable *cancellable;
  GCancellable *trial;
  InkProgress progress;
  gint64 started;
  guint tick;
  gboolean filling; /* widgets are being set, not the user's doing */
};

G_DEFINE_FINAL_TYPE (InkImportPage, ink_import_page, GTK_TYPE_WIDGET)

static void look (InkImportPage *self);

static void
cancel_trial (InkImportPage *self)
{
  if (self->trial != NULL)
    g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
}

static void
show (InkImportPage *self,
      const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  /* One that nobody sees would make the window draw 60 times a second all the same. */
  gtk_spinner_set_spinning (self->looking, g_str_equal (name, "looking"));
  gtk_widget_set_visible (self->import_button, g_str_equal (name, "preview"));
  gtk_widget_set_visible (self->cancel_button, !g_str_equal (name, "report"));
}

/* While it runs, the page stays as it is, but for what it says of the progress. */
static void
set_running (InkImportPage *self,
             gboolean running)
{
  gtk_revealer_set_reveal_child (self->running, running);
  gtk_widget_set_sensitive (self->columns, !running);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choices), !running);
  gtk_widget_set_sensitive (self->import_button, !running);
  gtk_widget_set_visible (self->cancel_button, !running);
}

static void
end (InkImportPage *self)
{
  g_autoptr (InkDocument) document = g_steal_pointer (&self->document);
  InkImportEndedFunc ended = g_steal_pointer (&self->ended);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  cancel_trial (self);
  if (self->looking != NULL)
    gtk_spinner_stop (self->looking);
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

static const char *
get_path (InkImportPage *self)
{
  return g_file_peek_path (g_ptr_array_index (self->files, self->position));
}

static void
tried_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (InkImportPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkImportReport) report = ink_import_trial_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->document == NULL)
    return;
  if (report != NULL)
    ink_import_facts_set_report (self->found, report, NULL);
  else
    ink_import_facts_set_note (self->found, error->message);
}

static void
try_whole_file (InkImportPage *self)
{
  GStatBuf status;

  cancel_trial (self);
  if (!ink_import_choices_is_answered (self->choices))
    {
      ink_import_facts_set_note (self->found, _ ("Not known before the question is answered."));
      return;
    }
  if (g_stat (get_path (self), &status) != 0 || status.st_size > TRIAL_BYTES)
    {
      ink_import_facts_set_note (self->found, _ ("A large file is counted while it is imported."));
      return;
    }
  ink_import_facts_set_note (self->found, _ ("Counting…"));
  self->trial = g_cancellable_new ();
  ink_import_trial_async (get_path (self), self->options, ink_document_get_store (self->document),
                          self->trial, tried_cb, g_object_ref (self));
}

/* Into what it goes, where that holds something already. */
static void
show_target (InkImportPage *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  guint32 n = ink_event_store_get_n_events (ink_document_get_store (self->document));
  g_autofree char *count = ink_numbers_count (&numbers, n);
  g_autofree char *text = g_strdup_printf (
      _ ("Adds to “%s”, which holds %s events. What is there already is not counted twice."),
      ink_document_get_title (self->document), count);

  gtk_label_set_label (self->joins, text);
  gtk_widget_set_visible (GTK_WIDGET (self->joins), n > 0);
}

/* Return imports; where something has to be answered before, that comes first. */
static void
focus_preview (InkImportPage *self)
{
  if (gtk_widget_get_sensitive (self->import_button))
    gtk_widget_grab_focus (self->import_button);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->choices), GTK_DIR_TAB_FORWARD);
}

static void
show_preview (InkImportPage *self,
              InkImportPreview *preview)
{
  g_autofree char *title = g_strdup_printf (_ ("Import %s"), preview->file);
  g_autofree char *format = g_strdup_printf (_ ("Recognised as: %s"), preview->format_title);
  gboolean again
      = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "preview") == 0;

  self->filling = TRUE;
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, format);
  ink_import_choices_set_preview (self->choices, preview);
  ink_column_table_set_preview (self->table, preview);
  self->filling = FALSE;
  show_target (self);
  set_running (self, FALSE);
  gtk_widget_set_sensitive (self->import_button, ink_import_choices_is_answered (self->choices));
  show (self, "preview");
  if (!again)
    focus_preview (self);
  try_whole_file (self);
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
  g_object_set_data_full (G_OBJECT (task), "path", g_strdup (get_path (self)), g_free);
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
choices_changed_cb (InkImportChoices *choices,
                    InkImportPage *self)
{
  look (self);
}

/* ---- Importing ---- */

/* "281 000 rows · 34 MB/s · 3 s left" */
static char *
describe_rate (InkImportPage *self)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  gint64 done = __atomic_load_n (&self->progress.done, __ATOMIC_RELAXED);
  double fraction = ink_progress_fraction (&self->progress);
  double seconds = (g_get_monotonic_time () - self->started) / (double) G_USEC_PER_SEC;
  g_autofree char *rows
      = ink_numbers_count (&numbers, __atomic_load_n (&self->progress.rows, __ATOMIC_RELAXED));
  g_autofree char *rate = NULL;
  g_autofree char *left = NULL;

  if (fraction < 0.02 || seconds < 0.5)
    return g_strdup_printf (_ ("%s rows"), rows);
  rate = ink_numbers_decimal (&numbers, done / seconds / 1e6, 1);
  left = ink_numbers_seconds (&numbers, ceil (seconds * (1 - fraction) / fraction));
  return g_strdup_printf (_ ("%s rows · %s MB/s · %s left"), rows, rate, left);
}

static gboolean
tick_cb (gpointer data)
{
  InkImportPage *self = data;
  g_autofree char *rate = describe_rate (self);
  double fraction = ink_progress_fraction (&self->progress);
  g_autofree char *reading
      = fraction > 0 ? g_strdup_printf (_ ("Reading… %.0f %%"), fraction * 100)
                     : g_strdup (_ ("Reading…"));

  gtk_progress_bar_set_fraction (self->bar, fraction);
  gtk_label_set_label (self->reading, reading);
  gtk_label_set_label (self->rate, rate);

  return G_SOURCE_CONTINUE;
}

static void
show_report (InkImportPage *self,
             const InkImportReport *report)
{
  g_autofree char *title = g_strdup_printf (_ ("%s is in the project"), report->file);

  gtk_label_set_label (self->report_title, title);
  ink_import_facts_set_report (self->report, report, NULL);
  show (self, "report");
  gtk_widget_grab_focus (self->continue_button);
}

/* The window tells it to a user who is elsewhere. */
static void
tell_done (InkImportPage *self,
           gboolean imported,
           const GError *error)
{
  g_autofree char *name = g_file_get_basename (g_ptr_array_index (self->files, self->position));
  g_autofree char *title
      = g_strdup_printf (imported ? _ ("“%s” is imported") : _ ("“%s” was not imported"), name);

  if (imported || !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.notify-done", "(ss)", title,
                                imported ? "" : error->message);
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
  tell_done (self, imported, error);
  if (self->leaving)
    end (self);
  else if (imported)
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
  const char *const paths[] = { get_path (self), NULL };

  cancel_trial (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ink_progress_set (&self->progress, 0, 0, 0);
  self->started = g_get_monotonic_time ();
  tick_cb (self);
  self->tick = g_timeout_add (TICK_MILLISECONDS, tick_cb, self);
  set_running (self, TRUE);

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

  ink_import_choices_set_options (self->choices, NULL);
  g_clear_pointer (&self->options, ink_import_options_free);
  self->options = ink_import_options_new ();
  self->options->secret = g_strdup (ink_document_get_secret (self->document));
  ink_import_choices_set_options (self->choices, self->options);
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
  self->leaving = FALSE;
  self->ended = ended;
  self->ended_data = data;
  begin_file (self);
}

gboolean
ink_import_page_get_running (InkImportPage *self)
{
  g_return_val_if_fail (INK_IS_IMPORT_PAGE (self), FALSE);

  return self->tick != 0;
}

void
ink_import_page_leave (InkImportPage *self)
{
  g_return_if_fail (INK_IS_IMPORT_PAGE (self));

  if (self->document == NULL)
    return;
  self->leaving = TRUE;
  if (self->tick != 0)
    g_cancellable_cancel (self->cancellable);
  else
    end (self);
}

static void
ink_import_page_dispose (GObject *object)
{
  InkImportPage *self = INK_IMPORT_PAGE (object);

  self->ended = NULL;
  if (self->document != NULL)
    end (self);
  if (self->choices != NULL)
    ink_import_choices_set_options (self->choices, NULL);
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
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_PAGE_COLUMN);
  g_type_ensure (INK_TYPE_COLUMN_TABLE);
  g_type_ensure (INK_TYPE_IMPORT_CHOICES);
  g_type_ensure (INK_TYPE_IMPORT_FACTS);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               INK_RESOURCE_BASE "/pages/ink-import-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, content);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, import_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, looking);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, joins);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, columns);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, table);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, running);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, reading);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, rate);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, choices);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, found);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, report_title);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, report);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, continue_button);
  gtk_widget_class_bind_template_child (widget_class, InkImportPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, role_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
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
