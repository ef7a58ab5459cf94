/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a file holds, before it is in: what it was recognised as, its first rows, and a small one as
 * a whole. */

#include "config.h"

#include "ui/pages/ink-import-private.h"

#include "plot/ink-numbers.h"
#include "ui/pages/ink-import-trial.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* A smaller file is read through before it is imported: what it holds is there at once. */
#define TRIAL_BYTES (24 * 1024 * 1024)

void
_ink_import_page_cancel_trial (InkImportPage *self)
{
  if (self->trial != NULL)
    g_cancellable_cancel (self->trial);
  g_clear_object (&self->trial);
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

  _ink_import_page_cancel_trial (self);
  if (!ink_import_choices_is_answered (self->choices))
    {
      ink_import_facts_set_note (self->found, _ ("Not known before the question is answered."));
      return;
    }
  if (g_stat (_ink_import_page_get_path (self), &status) != 0 || status.st_size > TRIAL_BYTES)
    {
      ink_import_facts_set_note (self->found, _ ("A large file is counted while it is imported."));
      return;
    }
  ink_import_facts_set_note (self->found, _ ("Counting…"));
  self->trial = g_cancellable_new ();
  ink_import_trial_async (_ink_import_page_get_path (self), self->options,
                          ink_document_get_store (self->document), self->trial, tried_cb,
                          g_object_ref (self));
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
  _ink_import_page_set_running (self, FALSE);
  gtk_widget_set_sensitive (self->import_button, ink_import_choices_is_answered (self->choices));
  _ink_import_page_show (self, "preview");
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
    _ink_import_page_fail (self, error);
  else
    show_preview (self, preview);
}

void
_ink_import_page_look (InkImportPage *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, _ink_import_page_look);
  g_task_set_task_data (task, ink_import_options_copy (self->options),
                        (GDestroyNotify) ink_import_options_free);
  g_object_set_data_full (G_OBJECT (task), "path",
                          g_strdup (_ink_import_page_get_path (self)), g_free);
  g_task_run_in_thread (task, look_thread);
}
