/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The definition as a file of its own: goals, personas, funnels, for another project or the command
 * line. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "definition/ink-definition-json.h"
#include "ui/compat/ink-compat-file.h"
#include "ui/dialogs/ink-definition-dialog.h"

#include <glib/gi18n-lib.h>

/* A definition of a thousand goals is a hundredth of this; something else was picked by mistake. */
#define MOST_BYTES (16 * 1024 * 1024)

static void
say (InkWindow *self,
     const char *sentence)
{
  _ink_window_say (self, &(InkNotice){ .id = "definition", .sentence = sentence });
}

/* ---- In ---- */

static char *
get_name (GFile *file)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_display_name (info)) : g_file_get_basename (file);
}

static void
show_changes (InkWindow *self,
              GFile *file,
              const char *text,
              gsize length)
{
  g_autofree char *name = get_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) added = ink_definition_from_json (
      text, (gssize) length, name,
      ink_event_store_get_schema (ink_document_get_store (self->document)),
      ink_document_get_definition (self->document), &error);

  if (added == NULL)
    say (self, error->message);
  else
    _ink_window_ask (self, ink_definition_dialog_new (GTK_WINDOW (self), self->document, added,
                                                      name));
}

static gboolean
wants_more (const char *contents,
            goffset size,
            gpointer data)
{
  return size <= MOST_BYTES;
}

static void
loaded_cb (GObject *object,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;
  gboolean good = g_file_load_partial_contents_finish (G_FILE (object), result, &text, &length,
                                                       NULL, &error);

  if (self->gone)
    return;
  if (!good)
    say (self, error->message);
  else if (length > MOST_BYTES)
    say (self, _ ("This file is too large for a definition. Choose a JSON file with goals, "
                  "personas or funnels, such as Export Definition writes."));
  else if (self->document != NULL)
    show_changes (self, G_FILE (object), text, length);
}

static void
picked_cb (GListModel *files,
           gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;

  if (file != NULL && !self->gone)
    g_file_load_partial_contents_async (file, NULL, wants_more, loaded_cb, g_object_ref (self));
}

void
_ink_window_import_definition (InkWindow *self)
{
  if (self->document != NULL)
    ink_compat_open_file (GTK_WINDOW (self), _ ("Import Definition"), _ ("Definitions"), "*.json",
                          picked_cb, g_object_ref (self));
}

/* ---- Out ---- */

static void
written_cb (GObject *object,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean done
      = g_file_replace_contents_finish (G_FILE (object), result, NULL, &error);

  if (self->gone)
    return;
  if (done)
    _ink_window_toast (self, _ ("Definition exported"));
  else
    say (self, error->message);
}

static void
named_cb (GListModel *files,
          gpointer data)
{
  g_autoptr (InkWindow) self = data;
  g_autoptr (GFile) file = files != NULL ? g_list_model_get_item (files, 0) : NULL;
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->gone || self->document == NULL)
    return;
  json = ink_definition_to_json (ink_document_get_definition (self->document));
  bytes = g_bytes_new (json, strlen (json));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                       written_cb, g_object_ref (self));
}

void
_ink_window_export_definition (InkWindow *self)
{
  g_autofree char *name = NULL;

  if (self->document == NULL)
    return;
  name = g_strdup_printf ("%s.json", ink_document_get_title (self->document));
  ink_compat_save_file (GTK_WINDOW (self), _ ("Export Definition"), name, _ ("Definitions"),
                        "*.json", named_cb, g_object_ref (self));
}
