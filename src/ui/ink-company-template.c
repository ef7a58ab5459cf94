/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-company-template.h"

#include "base/ink-error.h"
#include "export/ink-deck-template.h"
#include "ui/ink-settings.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* No template of a company is larger; a file that is would only be read for nothing. */
#define MOST_BYTES (200 * 1024 * 1024)

static char *
make_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "inkling", "report-template.pptx", NULL);
}

char *
ink_company_template_get_name (void)
{
  g_autoptr (GSettings) settings = ink_settings_new ();
  g_autofree char *name
      = settings != NULL ? g_settings_get_string (settings, INK_SETTING_TEMPLATE) : NULL;

  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : NULL;
}

char *
ink_company_template_get_path (void)
{
  g_autofree char *name = ink_company_template_get_name ();

  return name != NULL ? make_path () : NULL;
}

void
ink_company_template_remove (void)
{
  g_autoptr (GSettings) settings = ink_settings_new ();
  g_autofree char *path = make_path ();

  if (settings != NULL)
    g_settings_reset (settings, INK_SETTING_TEMPLATE);
  g_unlink (path);
}

/* ---- Choosing ---- */

static GBytes *
read_file (GFile *file,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error_literal (error, INK_ERROR, INK_ERROR_FORMAT,
                           _ ("The file is too large for a template. Choose one without slides."));
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, NULL, error);
}

static gboolean
keep_file (GBytes *bytes,
           GError **error)
{
  g_autofree char *path = make_path (), *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0
      && g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    return TRUE;

  g_set_error (error, INK_ERROR, INK_ERROR_FAILED,
               _ ("The template could not be kept in “%s”. Free some space and choose it again."),
               folder);
  return FALSE;
}

static void
take (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_file (data, cancellable, &error);
  g_autoptr (InkDeckTemplate) template_
      = bytes != NULL ? ink_deck_template_new (bytes, &error) : NULL;

  if (template_ != NULL && keep_file (bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ink_company_template_take_async (GFile *file,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, take);
}

/* On the main thread, for whom windows follow. */
gboolean
ink_company_template_take_finish (GAsyncResult *result,
                                  GError **error)
{
  g_autoptr (GSettings) settings = ink_settings_new ();
  g_autofree char *name = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  name = g_file_get_basename (g_task_get_task_data (G_TASK (result)));
  if (settings != NULL)
    g_settings_set_string (settings, INK_SETTING_TEMPLATE, name);

  return TRUE;
}
