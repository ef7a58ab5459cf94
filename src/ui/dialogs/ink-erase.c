/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/dialogs/ink-erase.h"

#include "ui/compat/ink-compat-dialog.h"

#include <glib/gi18n-lib.h>

/* What is done sooner needs no sign of being done. */
#define SHOW_AFTER_MILLISECONDS 400

typedef struct
{
  InkDocument *document;
  char *id;
  GWeakRef owner;
  InkErasedFunc done;
  GWeakRef window;    /* that asks */
  GtkWindow *waiting; /* nullable: while it is shown */
  guint show_source;
} Erase;

static void
erase_free (Erase *erase)
{
  g_clear_handle_id (&erase->show_source, g_source_remove);
  if (erase->waiting != NULL)
    gtk_window_destroy (erase->waiting);
  g_weak_ref_clear (&erase->owner);
  g_weak_ref_clear (&erase->window);
  g_object_unref (erase->document);
  g_free (erase->id);
  g_free (erase);
}

static GtkWindow *
get_window (Erase *erase)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (&erase->window);

  return window;
}

/* ---- While it is done ---- */

static gboolean
stay_cb (GtkWindow *window,
         gpointer data)
{
  return TRUE;
}

static gboolean
show_waiting_cb (gpointer data)
{
  Erase *erase = data;
  GtkWidget *dialog = ink_compat_message_dialog_new (
      get_window (erase), _ ("Erasing…"),
      _ ("All events are written anew without this person. This takes some seconds per million."));
  GtkWidget *spinner = gtk_spinner_new ();

  erase->show_source = 0;
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), spinner);
  g_signal_connect (dialog, "close-request", G_CALLBACK (stay_cb), NULL);
  erase->waiting = GTK_WINDOW (dialog);
  gtk_window_present (erase->waiting);
  return G_SOURCE_REMOVE;
}

static void
say_failure (Erase *erase,
             const GError *error)
{
  GtkWidget *dialog = ink_compat_message_dialog_new (get_window (erase),
                                                     _ ("This person could not be erased"),
                                                     error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
erased_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  Erase *erase = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&erase->owner);
  g_autoptr (GError) error = NULL;

  if (!ink_document_forget_finish (INK_DOCUMENT (object), result, &error))
    say_failure (erase, error);
  else if (owner != NULL)
    erase->done (erase->id, owner);
  erase_free (erase);
}

/* ---- Asking ---- */

static void
response_cb (AdwMessageDialog *dialog,
             const char *response,
             Erase *erase)
{
  if (!g_str_equal (response, "erase"))
    {
      erase_free (erase);
      return;
    }
  erase->show_source = g_timeout_add (SHOW_AFTER_MILLISECONDS, show_waiting_cb, erase);
  ink_document_forget_async (erase->document, erase->id, NULL, erased_cb, erase);
}

static GtkWidget *
make_question (Erase *erase,
               GtkWindow *window)
{
  g_autofree char *heading = g_strdup_printf (_ ("Erase “%s”?"), erase->id);
  GtkWidget *dialog = ink_compat_message_dialog_new (
      window, heading,
      ink_document_get_file (erase->document) != NULL
          ? _ ("All events and ids of this person go from this project and its history. This "
               "cannot be undone. The project's file still holds them until it is saved; the "
               "export that was opened is never changed.")
          : _ ("All events and ids of this person go from this project and its history. This "
               "cannot be undone. The export that was opened is never changed."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "erase",
                                    _ ("_Erase"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}

void
ink_erase_person (GtkWidget *widget,
                  InkDocument *document,
                  const char *id,
                  GObject *owner,
                  InkErasedFunc done)
{
  Erase *erase;
  GtkRoot *root;
  GtkWidget *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget) && INK_IS_DOCUMENT (document));
  g_return_if_fail (id != NULL && done != NULL);

  root = gtk_widget_get_root (widget);
  erase = g_new0 (Erase, 1);
  erase->document = g_object_ref (document);
  erase->id = g_strdup (id);
  erase->done = done;
  g_weak_ref_init (&erase->owner, owner);
  g_weak_ref_init (&erase->window, root);
  dialog = make_question (erase, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), erase);
  gtk_window_present (GTK_WINDOW (dialog));
}
