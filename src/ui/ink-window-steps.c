/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Undo, redo, and the list of all steps. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "document/ink-document-steps.h"
#include "ui/compat/ink-compat-name.h"

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
picked_cb (InkHistoryList *list,
           gint64 position,
           InkWindow *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->history));
  if (self->document == NULL || self->moving || self->saving
      || position == ink_document_get_position (self->document))
    return;
  ink_document_go_async (self->document, position, moved_cb, begin_move (self, NULL));
}

static GtkWidget *
make_history (InkWindow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = g_object_new (INK_TYPE_HISTORY_LIST, NULL);

  g_signal_connect (list, "picked", G_CALLBACK (picked_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_widget_add_css_class (popover, "menu");
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("History"), -1);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->undo_button));
  return popover;
}

void
_ink_window_show_history (InkWindow *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *list;

  if (self->document == NULL)
    return;
  if (self->history == NULL)
    self->history = make_history (self);
  list = gtk_popover_get_child (GTK_POPOVER (self->history));
  if (!ink_history_list_show (INK_HISTORY_LIST (list), self->document, &error))
    _ink_window_say (self, &(InkNotice){ .id = "steps", .sentence = error->message });
  else
    gtk_popover_popup (GTK_POPOVER (self->history));
}
