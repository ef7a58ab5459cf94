/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How a project comes into the window: opened, recovered, made from the sample or from exports. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "document/ink-document-sample.h"
#include "document/ink-document-steps.h"
#include "sample/ink-sample.h"
#include "ui/compat/ink-compat-file.h"

#include <glib/gi18n-lib.h>

/* One attempt. A later one in the same window cancels it. */
typedef struct
{
  InkWindow *window;
  GCancellable *cancellable;
  GFile *file; /* nullable */
  gboolean recent;
  InkProgress progress;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->window);
  g_object_unref (opening->cancellable);
  g_clear_object (&opening->file);
  g_free (opening);
}

static Opening *
opening_new (GFile *file)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->cancellable = g_cancellable_new ();
  opening->file = file != NULL ? g_object_ref (file) : NULL;
  return opening;
}

static void
begin (InkWindow *self,
       Opening *opening,
       const char *what)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  _ink_window_drop_glance (self);
  _ink_window_end_ready (self);
  opening->window = g_object_ref (self);
  g_set_object (&self->opening, opening->cancellable);
  g_set_object (&self->opening_file, opening->file);
  ink_notice_bar_take_back (self->notice_bar, NULL);
  _ink_window_show_busy (self, what, &opening->progress);
}

void
_ink_window_stop (InkWindow *self)
{
  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
}

/* What runs holds the window until it has stopped. */
void
_ink_window_give_up (InkWindow *self)
{
  _ink_window_stop (self);
  g_clear_object (&self->opening);
  _ink_window_end_busy (self);
}

static void
show_failure (InkWindow *self,
              const Opening *opening,
              const GError *error)
{
  g_autofree char *uri = opening->file != NULL ? g_file_get_uri (opening->file) : NULL;
  g_autofree char *sentence
      = opening->recent
            ? g_strdup_printf (_ ("%s It was taken off the list of recent projects."),
                               error->message)
            : g_strdup (error->message);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  if (opening->recent)
    {
      ink_recent_forget (uri, NULL);
      ink_application_recent_changed (
          INK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
    }
  adw_status_page_set_description (self->failure, markup);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
import_exports (InkWindow *self)
{
  g_autoptr (GPtrArray) exports = g_steal_pointer (&self->exports);

  if (exports != NULL)
    _ink_window_begin_import (self, (GFile **) exports->pdata, exports->len);
}

/* FALSE where a later attempt, Stop or the end of the window came first. */
static gboolean
end (Opening *opening)
{
  InkWindow *self = opening->window;

  if (self->opening != opening->cancellable)
    return FALSE;
  g_clear_object (&self->opening);
  g_clear_object (&self->opening_file);
  _ink_window_end_busy (self);
  return TRUE;
}

/* Takes @opening over. */
static gboolean
finish (Opening *opening,
        InkDocument *document,
        const GError *error)
{
  InkWindow *self = opening->window;
  gboolean taken = FALSE;

  if (!end (opening))
    {
      opening_free (opening);
      return FALSE;
    }
  if (document != NULL)
    {
      taken = TRUE;
      _ink_window_take_document (self, document);
      import_exports (self);
    }
  else
    {
      _ink_window_drop_glance (self);
      g_clear_pointer (&self->exports, g_ptr_array_unref);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        _ink_window_show_home (self);
      else
        show_failure (self, opening, error);
    }
  opening_free (opening);
  return taken;
}

/* ---- A file ---- */

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Opening *opening = data;
  g_autoptr (InkWindow) self = g_object_ref (opening->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open_finish (result, &error);

  if (finish (opening, document, error))
    {
      _ink_window_note_recent (self);
      _ink_window_look_for_unsaved (self);
    }
}

static void
peek_cb (InkDefinition *definition,
         const char *last,
         gpointer data)
{
  Opening *opening = data;

  if (opening->window->opening == opening->cancellable)
    _ink_window_show_glance (opening->window, definition, last);
}

/* What comes of it is heard in the main loop. */
static Opening *
read_file (GFile *file,
           gboolean recent)
{
  static const InkDocumentAhead ahead = { "overview", peek_cb, _ink_window_ask_ahead };
  Opening *opening = opening_new (file);

  opening->recent = recent;
  ink_document_open_async (file, &ahead, &opening->progress, opening->cancellable, opened_cb,
                           opening);
  return opening;
}

void
ink_window_open_project (InkWindow *self,
                         GFile *file)
{
  g_return_if_fail (INK_IS_WINDOW (self) && G_IS_FILE (file));

  begin (self, read_file (file, FALSE), _ ("Opening…"));
}

/* The file is read while the window is made, which takes longer. */
InkWindow *
ink_window_new_opening (InkApplication *application,
                        GFile *file,
                        gboolean recent)
{
  Opening *opening;
  InkWindow *self;

  g_return_val_if_fail (INK_IS_APPLICATION (application) && G_IS_FILE (file), NULL);

  opening = read_file (file, recent);
  self = ink_window_new (application);
  begin (self, opening, _ ("Opening…"));

  return self;
}

/* ---- What a crash left ---- */

static void
recovered_cb (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  Opening *opening = data;
  g_autoptr (InkWindow) self = g_object_ref (opening->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open_finish (result, &error);

  if (finish (opening, document, error))
    ink_application_recent_changed (
        INK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

void
_ink_window_recover (InkWindow *self,
                     const InkRecovery *recovery)
{
  Opening *opening = opening_new (recovery->file);

  begin (self, opening, _ ("Opening…"));
  ink_document_recover_async (recovery, opening->cancellable, recovered_cb, opening);
}

/* ---- The sample ---- */

static void
sample_made_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  Opening *opening = data;
  g_autoptr (InkWindow) self = g_object_ref (opening->window);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = g_object_ref (INK_DOCUMENT (source));
  gboolean made = ink_document_import_finish (document, result, &error);

  if (made && self->opening == opening->cancellable)
    self->untouched = ink_document_get_position (document);
  if (!finish (opening, made ? document : NULL, error))
    ink_document_close (document, INK_CLOSE_DISCARD, NULL);
}

void
ink_window_open_sample (InkWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);
  Opening *opening;

  g_return_if_fail (INK_IS_WINDOW (self));
  if (document == NULL)
    {
      _ink_window_say (self, &(InkNotice){ .id = "open", .sentence = error->message });
      return;
    }
  opening = opening_new (NULL);
  begin (self, opening, _ ("Making the sample…"));
  ink_document_make_sample_async (document, INK_SAMPLE_DEFAULT_PEOPLE, INK_SAMPLE_DEFAULT_SEED,
                                  &opening->progress, opening->cancellable, sample_made_cb,
                                  opening);
}

/* ---- Exports ---- */

static void
import_ended_cb (InkDocument *document,
                 gboolean kept,
                 gpointer data)
{
  InkWindow *self = data;

  if (kept)
    _ink_window_take_document (self, document);
  else if (document != NULL && document != self->document)
    /* A project that was made for this import only goes with it. */
    ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  _ink_window_show_home (self);
  if (self->close_after)
    _ink_window_close_soon (self);
}

void
_ink_window_begin_import (InkWindow *self,
                          GFile **files,
                          int n_files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document
      = self->document != NULL ? g_object_ref (self->document) : ink_document_new (&error);

  if (document == NULL)
    {
      _ink_window_say (self, &(InkNotice){ .id = "open", .sentence = error->message });
      return;
    }
  ink_notice_bar_take_back (self->notice_bar, "open");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->import_page));
  ink_import_page_begin (self->import_page, document, files, n_files, import_ended_cb, self);
}

void
ink_window_add_exports (InkWindow *self,
                        GFile **files,
                        int n_files)
{
  g_return_if_fail (INK_IS_WINDOW (self));

  if (n_files == 0)
    return;
  if (self->opening == NULL)
    {
      _ink_window_begin_import (self, files, n_files);
      return;
    }
  if (self->exports == NULL)
    self->exports = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (self->exports, g_object_ref (files[i]));
}

/* ---- Whatever it is ---- */

void
ink_window_open_files (InkWindow *self,
                       GFile **files,
                       int n_files)
{
  g_return_if_fail (INK_IS_WINDOW (self));

  ink_application_open_files (
      INK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), self, files, n_files);
}

void
ink_window_open_recent (InkWindow *self,
                        const char *uri)
{
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  g_return_if_fail (INK_IS_WINDOW (self));

  begin (self, read_file (file, TRUE), _ ("Opening…"));
}

static void
files_chosen_cb (GListModel *files,
                 gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (chosen, g_list_model_get_item (files, i));
  if (chosen->len > 0 && !self->gone)
    ink_window_open_files (self, (GFile **) chosen->pdata, (int) chosen->len);
}

void
_ink_window_ask_open (InkWindow *self)
{
  ink_compat_open_files (GTK_WINDOW (self), _ ("Open an Export or a Project"), files_chosen_cb,
                         g_object_ref (self));
}
