/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving and closing. Nothing is ever lost without a question: what cannot be saved stays in the
 * working copy and is offered at the next start. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "document/ink-document-steps.h"
#include "ui/compat/ink-compat-dialog.h"
#include "ui/compat/ink-compat-file.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  InkWindow *window;
  GFile *file; /* nullable: the one that it has */
  InkSave how;
  gboolean then_close;
  InkProgress progress;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->window);
  g_clear_object (&save->file);
  g_free (save);
}

gboolean
_ink_window_is_untouched (InkWindow *self)
{
  return self->document != NULL && self->untouched >= 0
         && ink_document_get_file (self->document) == NULL
         && ink_document_get_position (self->document) == self->untouched;
}

gboolean
_ink_window_has_unsaved (InkWindow *self)
{
  return self->document != NULL && ink_document_get_modified (self->document)
         && !_ink_window_is_untouched (self);
}

static gboolean
close_cb (gpointer window)
{
  if (!INK_WINDOW (window)->gone)
    gtk_window_close (window);

  return G_SOURCE_REMOVE;
}

/* Not at once: a dialog whose answer led here must not outlive its parent. */
void
_ink_window_close_soon (InkWindow *self)
{
  self->close_after = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_cb, g_object_ref (self), g_object_unref);
}

/* ---- What to say of a save that failed ---- */

static void
say_failed (InkWindow *self,
            const GError *error)
{
  gboolean changed = g_error_matches (error, INK_ERROR, INK_ERROR_CHANGED);
  InkNotice notice = {
    .id = "save",
    .sentence = changed ? _ ("The file was changed by another program since it was opened here. "
                             "Nothing was overwritten: save a copy, or replace what is there.")
                        : error->message,
    .actions = { { changed ? _ ("_Replace") : _ ("_Try Again"),
                   changed ? "win.replace-file" : "win.save" },
                 { _ ("Save a _Copy…"), "win.save-as" } },
  };

  _ink_window_say (self, &notice);
}

static void
unsaved_response_cb (AdwMessageDialog *dialog,
                     const char *response,
                     InkWindow *self)
{
  if (g_str_equal (response, "copy"))
    {
      _ink_window_save (self, TRUE, TRUE);
    }
  else if (g_str_equal (response, "close"))
    {
      ink_document_close (self->document, INK_CLOSE_KEEP, NULL);
      self->closing = TRUE;
      _ink_window_close_soon (self);
    }
}

/* The window was to be closed: a bar alone would leave no way out. */
static void
ask_unsaved (InkWindow *self,
             const GError *error)
{
  g_autofree char *body = g_strdup_printf (
      _ ("%s\n\nYour changes are kept on this computer and offered at the next start."),
      error->message);
  GtkWidget *dialog
      = ink_compat_message_dialog_new (GTK_WINDOW (self), _ ("The project could not be saved"),
                                       body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "close",
                                    _ ("Close _Without Saving"), "copy", _ ("_Save a Copy…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "copy",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (unsaved_response_cb), self, 0);
  _ink_window_ask (self, dialog);
}

/* ---- Saving ---- */

static void
saved (Save *save)
{
  InkWindow *self = save->window;

  ink_notice_bar_take_back (self->notice_bar, "save");
  ink_notice_bar_take_back (self->notice_bar, "disk");
  g_clear_pointer (&self->disk_mark, g_free);
  _ink_window_note_recent (self);
  if (!save->then_close && !self->close_after)
    _ink_window_toast (self, _ ("Saved"));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Save *save = data;
  InkWindow *self = save->window;
  g_autoptr (GError) error = NULL;
  gboolean good = ink_document_save_finish (INK_DOCUMENT (source), result, &error);
  gboolean close = save->then_close || self->close_after;

  self->saving = FALSE;
  if (self->gone)
    {
      save_free (save);
      return;
    }
  _ink_window_end_busy (self);
  _ink_window_update (self);
  if (good)
    saved (save);
  else
    say_failed (self, error);
  self->close_after = FALSE;
  if (close && !good)
    ask_unsaved (self, error);
  else if (close)
    _ink_window_close_soon (self);
  save_free (save);
}

/* Takes @save over. */
static void
run_save (Save *save)
{
  InkWindow *self = save->window;

  /* A name may be chosen while another save runs, or after the project is gone. */
  if (self->document == NULL || self->saving || self->moving)
    {
      save_free (save);
      return;
    }
  self->saving = TRUE;
  _ink_window_show_work (self, &save->progress);
  _ink_window_update (self);
  ink_document_save_async (self->document, save->file, save->how, &save->progress, NULL, saved_cb,
                           save);
}

static GFile *
with_suffix (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *whole = NULL;
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (g_str_has_suffix (name, INK_DOCUMENT_SUFFIX) || folder == NULL)
    return g_object_ref (file);
  whole = g_strconcat (name, INK_DOCUMENT_SUFFIX, NULL);
  return g_file_get_child (folder, whole);
}

static void
name_chosen_cb (GListModel *files,
                gpointer data)
{
  Save *save = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file == NULL)
    {
      save_free (save);
      return;
    }
  save->file = with_suffix (file);
  run_save (save);
}

void
_ink_window_save (InkWindow *self,
                  gboolean ask_name,
                  gboolean then_close)
{
  g_autofree char *name = NULL;
  Save *save;

  if (self->document == NULL || self->saving)
    return;
  save = g_new0 (Save, 1);
  save->window = g_object_ref (self);
  save->then_close = then_close;
  if (!ask_name && ink_document_get_file (self->document) != NULL)
    {
      run_save (save);
      return;
    }

  name = g_strconcat (ink_document_get_title (self->document), INK_DOCUMENT_SUFFIX, NULL);
  ink_compat_save_file (GTK_WINDOW (self), _ ("Save the Project"), name, _ ("Inkling projects"),
                        "*" INK_DOCUMENT_SUFFIX, name_chosen_cb, save);
}

void
_ink_window_replace (InkWindow *self)
{
  Save *save = g_new0 (Save, 1);

  save->window = g_object_ref (self);
  save->how = INK_SAVE_REPLACE;
  run_save (save);
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
      _ink_window_close_soon (self);
    }
}

static void
ask_before_close (InkWindow *self)
{
  GtkWidget *dialog
      = ink_compat_message_dialog_new (GTK_WINDOW (self), _ ("Save the project?"),
                                       _ ("It has no file yet. What is not saved will be lost."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "discard", _ ("_Discard"), "save", _ ("_Save…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  _ink_window_ask (self, dialog);
}

static void
import_response_cb (AdwMessageDialog *dialog,
                    const char *response,
                    InkWindow *self)
{
  if (!g_str_equal (response, "stop"))
    return;
  self->close_after = TRUE;
  ink_import_page_leave (self->import_page);
}

static void
ask_stop_import (InkWindow *self)
{
  GtkWidget *dialog = ink_compat_message_dialog_new (
      GTK_WINDOW (self), _ ("Stop the import?"),
      _ ("The file that is being imported is left out. What was imported before stays."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Go On Importing"),
                                    "stop", _ ("_Stop and Close"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "stop",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (import_response_cb), self, 0);
  _ink_window_ask (self, dialog);
}

gboolean
_ink_window_hold_close (InkWindow *self)
{
  if (self->closing)
    return FALSE;
  if (ink_import_page_get_running (self->import_page))
    {
      ask_stop_import (self);
      return TRUE;
    }
  /* A project that was imported a moment ago becomes the window's, so that its end is asked for. */
  ink_import_page_leave (self->import_page);
  if (self->document == NULL)
    return FALSE;
  if (self->saving || self->moving)
    {
      self->close_after = TRUE;
      return TRUE;
    }
  if (!_ink_window_has_unsaved (self))
    {
      ink_document_close (self->document, INK_CLOSE_DISCARD, NULL);
      return FALSE;
    }

  /* A project with a name is written without asking. */
  if (ink_document_get_file (self->document) != NULL)
    _ink_window_save (self, FALSE, TRUE);
  else
    ask_before_close (self);

  return TRUE;
}
