/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a crash left of a project: found when its file is opened, and discarded when it is asked for. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "ui/compat/ink-compat-dialog.h"

#include <glib/gi18n-lib.h>

static void
recoveries_listed_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer data)
{
  g_autoptr (InkWindow) self = INK_WINDOW (source);
  g_autoptr (GPtrArray) list = g_task_propagate_pointer (G_TASK (result), NULL);
  GFile *file = self->document != NULL ? ink_document_get_file (self->document) : NULL;

  for (guint i = 0; file != NULL && i < list->len; i++)
    {
      InkRecovery *recovery = g_ptr_array_index (list, i);

      if (recovery->file == NULL || !g_file_equal (recovery->file, file))
        continue;
      g_ptr_array_set_free_func (list, NULL);
      g_clear_pointer (&self->unsaved, ink_recovery_free);
      self->unsaved = g_ptr_array_steal_index (list, i);
      g_ptr_array_set_free_func (list, (GDestroyNotify) ink_recovery_free);
      _ink_window_say (self, &(InkNotice){
                                 .id = "unsaved",
                                 .sentence = _ ("Changes to this project were not saved last "
                                                "time. They are still there."),
                                 .calm = TRUE,
                                 .actions = { { _ ("_Show Them"), "win.open-unsaved" } },
                             });
      return;
    }
}

static void
list_recoveries_thread (GTask *task,
                        gpointer source,
                        gpointer data,
                        GCancellable *cancellable)
{
  g_task_return_pointer (task, ink_recovery_list (), (GDestroyNotify) g_ptr_array_unref);
}

/* A crash left changes to the very file that is opened: they must not be overlooked. */
void
_ink_window_look_for_unsaved (InkWindow *self)
{
  g_autoptr (GTask) task = g_task_new (g_object_ref (self), NULL, recoveries_listed_cb, NULL);

  g_task_set_source_tag (task, _ink_window_look_for_unsaved);
  g_task_run_in_thread (task, list_recoveries_thread);
}

static void
discard_response_cb (AdwMessageDialog *dialog,
                     const char *response,
                     InkWindow *self)
{
  const InkRecovery *recovery = g_object_get_data (G_OBJECT (dialog), "recovery");
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "discard"))
    return;
  if (!ink_recovery_discard (recovery, &error))
    _ink_window_say (self, &(InkNotice){ .id = "recovery", .sentence = error->message });
  ink_application_recent_changed (
      INK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

static InkRecovery *
copy_recovery (const InkRecovery *recovery)
{
  InkRecovery *copy = g_new0 (InkRecovery, 1);

  copy->id = g_strdup (recovery->id);
  copy->title = g_strdup (recovery->title);
  copy->file = recovery->file != NULL ? g_object_ref (recovery->file) : NULL;
  copy->changed = recovery->changed;
  return copy;
}

/* Cannot be undone, so it is asked. */
void
_ink_window_discard (InkWindow *self,
                     const InkRecovery *recovery)
{
  g_autofree char *heading = g_strdup_printf (_ ("Discard “%s”?"), recovery->title);
  GtkWidget *dialog = ink_compat_message_dialog_new (
      GTK_WINDOW (self), heading,
      recovery->file != NULL
          ? _ ("The changes that were not saved are lost for good. The project's file stays.")
          : _ ("The project was never saved. It is lost for good."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                    "discard", _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "recovery", copy_recovery (recovery),
                          (GDestroyNotify) ink_recovery_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_response_cb), self, 0);
  _ink_window_ask (self, dialog);
}
