/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undo, redo, and the list of all steps. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "document/ink-document-steps.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/dialogs/ink-history-dialog.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  InkWindow *window;
  char *sentence; /* nullable: nothing to say */
} Move;

static void
move_free (Move *move)
{
  g_object_unref (move->window);
  g_free (move->sentence);
  g_free (move);
}

static Move *
begin_move (InkWindow *self,
            char *sentence)
{
  Move *move = g_new0 (Move, 1);

  move->window = g_object_ref (self);
  move->sentence = sentence;
  self->moving = TRUE;
  _ink_window_show_work (self, NULL);
  return move;
}

static void
moved_cb (GObject *object,
          GAsyncResult *result,
          gpointer data)
{
  Move *move = data;
  InkWindow *self = move->window;
  g_autoptr (GError) error = NULL;

  self->moving = FALSE;
  if (self->gone)
    {
      move_free (move);
      return;
    }
  _ink_window_end_busy (self);
  if (!ink_document_move_finish (INK_DOCUMENT (object), result, &error))
    _ink_window_say (self, &(InkNotice){ .id = "steps", .sentence = error->message });
  else if (move->sentence != NULL)
    _ink_window_toast (self, move->sentence);
  _ink_window_update (self);
  if (self->close_after)
    _ink_window_close_soon (self);
  move_free (move);
}

/* A toast names the step: what changed may be on another page. */
void
_ink_window_step (InkWindow *self,
                  gboolean back)
{
  const char *label;
  Move *move;

  if (self->document == NULL || self->moving || self->saving)
    return;
  label = back ? ink_document_get_undo_label (self->document)
               : ink_document_get_redo_label (self->document);
  if (label == NULL)
    return;
  move = begin_move (self, g_strdup_printf (back ? _ ("Undone: %s") : _ ("Redone: %s"), label));
  if (back)
    ink_document_undo_async (self->document, moved_cb, move);
  else
    ink_document_redo_async (self->document, moved_cb, move);
}

/* The buttons say which step they take back or make again. */
static void
name_steps (InkWindow *self,
            const char *undo,
            const char *redo)
{
  g_autofree char *undo_text
      = undo != NULL ? g_strdup_printf (_ ("Undo “%s”"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_text
      = redo != NULL ? g_strdup_printf (_ ("Redo “%s”"), redo) : g_strdup (_ ("Redo"));

  ink_compat_set_hint (GTK_WIDGET (self->undo_button), undo_text);
  ink_compat_set_hint (GTK_WIDGET (self->redo_button), redo_text);
}

void
_ink_window_update_steps (InkWindow *self)
{
  InkDocument *document = self->document;
  gboolean undo = document != NULL && ink_document_get_can_undo (document);
  gboolean redo = document != NULL && ink_document_get_can_redo (document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo && !self->moving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo && !self->moving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.history", undo || redo);
  name_steps (self, undo ? ink_document_get_undo_label (document) : NULL,
              redo ? ink_document_get_redo_label (document) : NULL);

  /* Its Undo would take back another step by now. */
  if (self->removed_toast != NULL && document != NULL
      && ink_document_get_position (document) != self->removed_position)
    _ink_window_end_removed (self);
}

/* ---- The history ---- */

static void
go_cb (InkHistoryDialog *dialog,
       gint64 position,
       InkWindow *self)
{
  if (self->document != NULL && !self->moving && !self->saving
      && position != ink_document_get_position (self->document))
    ink_document_go_async (self->document, position, moved_cb, begin_move (self, NULL));
}

void
_ink_window_show_history (InkWindow *self,
                          const char *kind,
                          const char *id,
                          const char *name)
{
  GtkWidget *dialog;

  if (self->document == NULL)
    return;
  dialog = ink_history_dialog_new (GTK_WINDOW (self), self->document);
  if (id != NULL)
    ink_history_dialog_set_item (INK_HISTORY_DIALOG (dialog), kind, id, name);
  g_signal_connect_object (dialog, "go", G_CALLBACK (go_cb), self, 0);
  _ink_window_ask (self, dialog);
}
