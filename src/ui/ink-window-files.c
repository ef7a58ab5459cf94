/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window's dealings with files: open, import, save, close. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "document/ink-document-sample.h"
#include "sample/ink-sample.h"
#include "ui/compat/ink-compat-file.h"

#include <glib/gi18n-lib.h>

static gboolean
is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, INK_DOCUMENT_SUFFIX);
}

static void
finish_busy (InkWindow *self,
             InkDocument *document,
             GError *error)
{
  _ink_window_end_busy (self);
  if (document != NULL)
    {
      _ink_window_take_document (self, document);
      return;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    _ink_window_show_trouble (self, error->message);
  _ink_window_show_home (self);
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_open_finish (result, &error);

  finish_busy (self, document, error);
}

void
_ink_window_open_project (InkWindow *self,
                          GFile *file)
{
  _ink_window_show_busy (self, _ ("Opening…"));
  ink_document_open_async (file, &self->progress, self->cancellable, opened_cb,
                           g_object_ref (self));
}

void
_ink_window_recover (InkWindow *self,
                     const InkRecovery *recovery)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document
      = ink_document_recover (recovery, NULL, self->cancellable, &error);

  finish_busy (self, document, error);
}

static void
sample_made_cb (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = g_object_ref (INK_DOCUMENT (source));

  if (!ink_document_import_finish (document, result, &error))
    {
      ink_document_close (document, INK_CLOSE_DISCARD, NULL);
      finish_busy (self, NULL, error);
      return;
    }
  g_clear_pointer (&self->untouched, ink_definition_unref);
  self->untouched = ink_definition_ref (ink_document_get_definition (document));
  finish_busy (self, document, NULL);
}

void
ink_window_open_sample (InkWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);

  g_return_if_fail (INK_IS_WINDOW (self));
  if (document == NULL)
    {
      _ink_window_show_trouble (self, error->message);
      return;
    }
  _ink_window_show_busy (self, _ ("Making the sample…"));
  ink_document_make_sample_async (document, INK_SAMPLE_DEFAULT_PEOPLE, INK_SAMPLE_DEFAULT_SEED,
                                  &self->progress, self->cancellable, sample_made_cb,
                                  g_object_ref (self));
}

static void
import_ended_cb (InkDocument *document,
                 gboolean kept,
                 gpointer data)
{
  InkWindow *self = data;

  if (kept)
    {
      _ink_window_take_document (self, document);
      return;
    }

  /* A project that was made for this import only goes with it. */
  if (document != NULL && document != self->document)
    ink_document_close (document, INK_CLOSE_DISCARD, NULL);
  _ink_window_show_home (self);
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
      _ink_window_show_trouble (self, error->message);
      return;
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->import_page));
  ink_import_page_begin (self->import_page, document, files, n_files, import_ended_cb, self);
}

void
ink_window_open_files (InkWindow *self,
                       GFile **files,
                       int n_files)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  g_return_if_fail (INK_IS_WINDOW (self));
  if (n_files == 0)
    return;
  if (!is_project (files[0]))
    _ink_window_begin_import (self, files, n_files);
  else if (self->document == NULL)
    _ink_window_open_project (self, files[0]);
  else
    g_application_open (G_APPLICATION (application), files, 1, "");
}

static void
files_chosen_cb (GListModel *files,
                 gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (chosen, g_list_model_get_item (files, i));
  ink_window_open_files (self, (GFile **) chosen->pdata, chosen->len);
}

void
_ink_window_ask_open (InkWindow *self)
{
  ink_compat_open_files (GTK_WINDOW (self), _ ("Open an Export or a Project"), files_chosen_cb,
                         g_object_ref (self));
}

/* ---- Saving ---- */

typedef struct
{
  InkWindow *window;
  gboolean then_close;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->window);
  g_free (save);
}

static void
save_response_cb (AdwMessageDialog *dialog,
                  const char *response,
                  Save *save)
{
  if (g_str_equal (response, "replace"))
    {
      InkWindow *self = save->window;
      g_autoptr (GError) error = NULL;

      if (!ink_document_save (self->document, NULL, INK_SAVE_REPLACE, NULL, NULL, &error))
        _ink_window_show_trouble (self, error->message);
    }
  else if (g_str_equal (response, "copy"))
    {
      _ink_window_save (save->window, TRUE, save->then_close);
    }
  save_free (save);
}

static void
ask_about_change (InkWindow *self,
                  const char *sentence,
                  gboolean then_close)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("The file has changed on disk"), sentence);
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (self);
  save->then_close = then_close;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "replace", _ ("_Replace"), "copy", _ ("_Save a Copy…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect (dialog, "response", G_CALLBACK (save_response_cb), save);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Save *save = data;
  InkWindow *self = save->window;
  g_autoptr (GError) error = NULL;

  if (ink_document_save_finish (INK_DOCUMENT (source), result, &error))
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Saved")));
      if (save->then_close)
        {
          self->closing = TRUE;
          gtk_window_close (GTK_WINDOW (self));
        }
    }
  else if (g_error_matches (error, INK_ERROR, INK_ERROR_CHANGED))
    {
      ask_about_change (self, error->message, save->then_close);
    }
  else
    {
      _ink_window_show_trouble (self, error->message);
    }
  save_free (save);
}

static void
save_to (InkWindow *self,
         GFile *file,
         gboolean then_close)
{
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (self);
  save->then_close = then_close;
  ink_document_save_async (self->document, file, INK_SAVE_NORMAL, NULL, self->cancellable,
                           saved_cb, save);
}

static void
name_chosen_cb (GListModel *files,
                gpointer data)
{
  Save *save = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && !is_project (file))
    {
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *whole = g_strconcat (name, INK_DOCUMENT_SUFFIX, NULL);
      g_autoptr (GFile) folder = g_file_get_parent (file);

      g_object_unref (file);
      file = g_file_get_child (folder, whole);
    }
  if (file != NULL)
    save_to (save->window, file, save->then_close);
  save_free (save);
}

void
_ink_window_save (InkWindow *self,
                  gboolean ask_name,
                  gboolean then_close)
{
  Save *save;
  g_autofree char *name = NULL;

  if (self->document == NULL)
    return;
  if (!ask_name && ink_document_get_file (self->document) != NULL)
    {
      save_to (self, NULL, then_close);
      return;
    }

  save = g_new0 (Save, 1);
  save->window = g_object_ref (self);
  save->then_close = then_close;
  name = g_strconcat (ink_document_get_title (self->document), INK_DOCUMENT_SUFFIX, NULL);
  ink_compat_save_file (GTK_WINDOW (self), _ ("Save the Project"), name, _ ("Inkling projects"),
                        "*" INK_DOCUMENT_SUFFIX, name_chosen_cb, save);
}

/* ---- Closing ---- */

static void
close_response_cb (AdwMessageDialog *dialog,
                   const char *response,
                   InkWindow *self)
{
  if (g_str_equal (response, "save"))
    _ink_window_save (self, FALSE, TRUE);
  else if (g_str_equal (response, "discard"))
    {
      ink_document_close (self->document, INK_CLOSE_DISCARD, NULL);
      self->closing = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_before_close (InkWindow *self)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _ ("Save the project?"),
                                _ ("It has no file yet. What is not saved will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "discard", _ ("_Discard"), "save", _ ("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
_ink_window_hold_close (InkWindow *self)
{
  InkDocument *document = self->document;

  if (self->closing || document == NULL)
    return FALSE;
  if (!ink_document_get_modified (document)
      || (self->untouched != NULL && ink_document_get_file (document) == NULL
          && ink_definition_equal (self->untouched, ink_document_get_definition (document))))
    {
      ink_document_close (document, INK_CLOSE_DISCARD, NULL);
      return FALSE;
    }

  /* A project with a name is written without asking. */
  if (ink_document_get_file (document) != NULL)
    _ink_window_save (self, FALSE, TRUE);
  else
    ask_before_close (self);

  return TRUE;
}
