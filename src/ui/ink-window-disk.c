/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether the project's file is still the one that was opened: looked at when the window becomes
 * active, and when the file's folder tells of a change. Who saves second should know before. */

#include "config.h"

#include "ui/ink-window-private.h"

#include <glib/gi18n-lib.h>

/* A program that writes a file does so in many pieces. */
#define SETTLE_MILLISECONDS 300

static void
say_changed (InkWindow *self)
{
  gboolean unsaved = _ink_window_has_unsaved (self);
  const char *title = ink_document_get_title (self->document);
  g_autofree char *sentence = NULL;
  InkNotice notice = { .id = "disk",
                       .actions = { { _ ("Save a _Copy…"), "win.save-as" },
                                    { _ ("_Reload"), "win.reload-file" } } };

  if (unsaved)
    sentence = g_strdup_printf (
        _ ("“%s” was changed by another program since it was opened here. Save a copy, replace "
           "what is there, or reload it: your changes are then offered again."),
        title);
  else
    sentence = g_strdup_printf (
        _ ("“%s” was changed by another program since it was opened here."), title);
  notice.sentence = sentence;
  if (unsaved)
    {
      notice.actions[2] = notice.actions[0];
      notice.actions[0] = notice.actions[1];
      notice.actions[1].label = _ ("_Replace");
      notice.actions[1].action = "win.replace-file";
    }
  _ink_window_say (self, &notice);
}

static void
looked_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autofree char *mark = ink_document_look_at_file_finish (INK_DOCUMENT (source), result);
  gboolean told;

  if (self->gone || self->document != INK_DOCUMENT (source) || self->saving)
    return;
  told = g_strcmp0 (mark, self->disk_mark) == 0;
  g_free (self->disk_mark);
  self->disk_mark = g_steal_pointer (&mark);
  if (self->disk_mark == NULL)
    ink_notice_bar_take_back (self->notice_bar, "disk");
  /* Once; and a save that failed has said it already. */
  else if (!told && !ink_notice_bar_says (self->notice_bar, "save"))
    say_changed (self);
}

void
_ink_window_look_at_disk (InkWindow *self)
{
  if (self->document == NULL || self->saving || self->opening != NULL
      || ink_document_get_file (self->document) == NULL)
    return;
  ink_document_look_at_file_async (self->document, looked_cb, g_object_ref (self));
}

static gboolean
settled_cb (gpointer data)
{
  InkWindow *self = data;

  self->disk_source = 0;
  _ink_window_look_at_disk (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (InkWindow *self)
{
  if (self->disk_source == 0)
    self->disk_source = g_timeout_add (SETTLE_MILLISECONDS, settled_cb, self);
}

static void
stop_watching (InkWindow *self)
{
  g_clear_handle_id (&self->disk_source, g_source_remove);
  if (self->disk_monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->disk_monitor, self);
  g_clear_object (&self->disk_monitor);
  g_clear_pointer (&self->disk_mark, g_free);
}

void
_ink_window_watch_disk (InkWindow *self)
{
  GFile *file = self->document != NULL ? ink_document_get_file (self->document) : NULL;

  stop_watching (self);
  ink_notice_bar_take_back (self->notice_bar, "disk");
  /* Where folders tell nothing, becoming active must do. */
  if (file != NULL)
    self->disk_monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->disk_monitor != NULL)
    g_signal_connect_swapped (self->disk_monitor, "changed", G_CALLBACK (changed_cb), self);
}

void
_ink_window_forget_disk (InkWindow *self)
{
  stop_watching (self);
}

/* What was not saved stays in the working copy, and is offered once the file is open. */
void
_ink_window_reload (InkWindow *self)
{
  g_autoptr (GFile) file = NULL;

  if (self->document == NULL || self->saving || self->moving
      || ink_document_get_file (self->document) == NULL
      || ink_import_page_get_running (self->import_page))
    return;
  file = g_object_ref (ink_document_get_file (self->document));
  ink_window_open_project (self, file);
}
