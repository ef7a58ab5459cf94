/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/compat/ink-compat-file.h"

#include <glib/gi18n-lib.h>

/* GtkFileChooserNative is the floor's way; it goes through the portal in Flatpak and works on every
 * newer GTK, where it is only called deprecated. */

typedef struct
{
  InkFilesFunc done;
  gpointer data;
} Question;

static void
response_cb (GtkNativeDialog *dialog,
             int response,
             gpointer data)
{
  Question *question = data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  question->done (files, question->data);

  g_free (question);
  g_object_unref (dialog);
}

static void
ask (GtkFileChooserNative *dialog,
     InkFilesFunc done,
     gpointer data)
{
  Question *question = g_new0 (Question, 1);

  question->done = done;
  question->data = data;
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), question);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
ink_compat_open_files (GtkWindow *parent,
                       const char *title,
                       InkFilesFunc done,
                       gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  ask (dialog, done, data);
}

static void
add_filter (GtkFileChooserNative *dialog,
            const char *kind,
            const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

void
ink_compat_open_file (GtkWindow *parent,
                      const char *title,
                      const char *kind,
                      const char *pattern,
                      InkFilesFunc done,
                      gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));

  add_filter (dialog, kind, pattern);
  add_filter (dialog, _ ("All files"), "*");
  ask (dialog, done, data);
}

void
ink_compat_save_file (GtkWindow *parent,
                      const char *title,
                      const char *name,
                      const char *kind,
                      const char *pattern,
                      InkFilesFunc done,
                      gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  add_filter (dialog, kind, pattern);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  ask (dialog, done, data);
}
