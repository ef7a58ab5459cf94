/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading a file into the project: how far it is, and the report. */

#include "config.h"

#include "ui/pages/ink-import-private.h"

#include "plot/ink-numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TICK_MILLISECONDS 100

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
  _ink_import_page_show (self, "report");
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
    _ink_import_page_end (self);
  else if (imported)
    show_report (self, g_ptr_array_index (reports, 0));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ink_import_page_look (self);
  else
    _ink_import_page_fail (self, error);
}

void
_ink_import_page_run (InkImportPage *self)
{
  const char *const paths[] = { _ink_import_page_get_path (self), NULL };

  _ink_import_page_cancel_trial (self);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  ink_progress_set (&self->progress, 0, 0, 0);
  self->started = g_get_monotonic_time ();
  tick_cb (self);
  self->tick = g_timeout_add (TICK_MILLISECONDS, tick_cb, self);
  _ink_import_page_set_running (self, TRUE);

  ink_document_import_files_async (self->document, paths, self->options, &self->progress,
                                   self->cancellable, imported_cb, g_object_ref (self));
}
