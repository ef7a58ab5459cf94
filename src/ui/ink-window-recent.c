/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of recent projects: kept when a project is opened or saved, shown in the menu. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "ui/widgets/ink-name-menu.h"

#include "document/ink-evaluator.h"

#include <glib/gi18n-lib.h>

/* The preview's numbers are asked when what the user waits for is there. */
#define PREVIEW_AFTER_MILLISECONDS 2000

/* The application stays until it is written, even where the window was the last one. */
typedef struct
{
  InkApplication *application;
  InkRecent *recent;
} Note;

static void
note_free (Note *note)
{
  g_application_release (G_APPLICATION (note->application));
  g_object_unref (note->application);
  ink_recent_free (note->recent);
  g_free (note);
}

static void
note_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Note *note = data;

  /* No room for the list is no trouble of the project's. */
  g_task_return_boolean (task, ink_recent_note (note->recent, NULL));
}

static void
noted_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Note *note = g_task_get_task_data (G_TASK (result));

  ink_application_recent_changed (note->application);
}

/* Takes @note over. */
static void
write_note (Note *note)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, noted_cb, NULL);

  g_task_set_source_tag (task, write_note);
  g_task_set_task_data (task, note, (GDestroyNotify) note_free);
  g_task_run_in_thread (task, note_thread);
}

/* The first rows are the whole funnel's: its group has no name. */
static void
take_shares (InkRecent *recent,
             InkAnswer *answer)
{
  InkTable *steps = ink_answer_get_table (answer, "steps");
  int group = ink_table_find_column (steps, "group");
  int share = ink_table_find_column (steps, "of_first");

  for (guint row = 0; row < ink_table_get_n_rows (steps); row++)
    {
      double of_first = ink_table_get_number (steps, (guint) share, row);
      const char *name = ink_table_get_text (steps, (guint) group, row);

      if (recent->n_shares == INK_RECENT_SHARES || (name != NULL && *name != '\0'))
        return;
      recent->shares[recent->n_shares++] = of_first >= 0 ? MIN (of_first, 1.0) : 0;
    }
}

/* Somebody may have taken it off meanwhile. */
static gboolean
is_listed (const InkRecent *recent)
{
  g_autoptr (GPtrArray) list = ink_recent_list ();

  for (guint i = 0; i < list->len; i++)
    if (g_str_equal (((const InkRecent *) g_ptr_array_index (list, i))->uri, recent->uri))
      return TRUE;

  return FALSE;
}

static void
answered_cb (GObject *source,
             GAsyncResult *result,
             gpointer data)
{
  Note *note = data;
  g_autoptr (InkAnswer) answer
      = ink_evaluator_run_finish (INK_EVALUATOR (source), result, NULL);

  if (answer == NULL || !is_listed (note->recent))
    {
      note_free (note);
      return;
    }
  take_shares (note->recent, answer);
  write_note (note);
}

static Note *
describe (InkWindow *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  Note *note = g_new0 (Note, 1);

  note->application
      = g_object_ref (INK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  g_application_hold (G_APPLICATION (note->application));
  note->recent = ink_recent_new (ink_document_get_file (self->document));
  note->recent->events = ink_event_store_get_n_events (ink_document_get_store (self->document));
  while (definition->goals[note->recent->goals] != NULL)
    note->recent->goals++;
  return note;
}

static gboolean
preview_cb (gpointer data)
{
  InkWindow *self = data;
  InkDefinition *definition;
  g_autoptr (InkQuery) query = NULL;

  self->preview_source = 0;
  if (self->document == NULL || ink_document_get_file (self->document) == NULL
      || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return G_SOURCE_REMOVE;
  definition = ink_document_get_definition (self->document);
  if (definition->funnels[0] == NULL || definition->funnels[0]->n_steps == 0)
    return G_SOURCE_REMOVE;
  query = ink_funnel_query_new (definition, definition->funnels[0], NULL);
  ink_evaluator_run_async (ink_evaluator_get_default (), query,
                           ink_document_get_store (self->document), NULL, NULL, answered_cb,
                           describe (self));

  return G_SOURCE_REMOVE;
}

void
_ink_window_note_recent (InkWindow *self)
{
  if (self->document == NULL || ink_document_get_file (self->document) == NULL
      || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  write_note (describe (self));
  g_clear_handle_id (&self->preview_source, g_source_remove);
  self->preview_source = g_timeout_add (PREVIEW_AFTER_MILLISECONDS, preview_cb, self);
}

/* ---- The menu ---- */

static GMenu *
make_menu (GPtrArray *list)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < list->len; i++)
    {
      const InkRecent *recent = g_ptr_array_index (list, i);

      ink_name_menu_append (menu, recent->title, "app.open-recent", recent->uri);
    }

  return menu;
}

void
_ink_window_show_recent (InkWindow *self)
{
  g_autoptr (GPtrArray) list = ink_recent_list ();
  g_autoptr (GMenu) menu = make_menu (list);

  while (g_menu_model_get_n_items (G_MENU_MODEL (self->open_section)) > 2)
    g_menu_remove (self->open_section, 2);
  if (list->len > 0)
    g_menu_append_submenu (self->open_section, _ ("Open _Recent"), G_MENU_MODEL (menu));
  /* Rows that nobody sees would hold up the page that is opening. */
  if (self->document == NULL)
    ink_welcome_page_set_recent (self->welcome_page, list);
}

/* ---- Off the list, and back ---- */

void
_ink_window_forget_recent (InkWindow *self,
                           const InkRecent *recent)
{
  g_autofree char *sentence = g_strdup_printf (_ ("“%s” is off the list"), recent->title);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);
  AdwToast *toast = adw_toast_new (markup);

  g_clear_pointer (&self->forgotten, ink_recent_free);
  self->forgotten = ink_recent_copy (recent);
  ink_recent_forget (recent->uri, NULL);
  ink_application_recent_changed (
      INK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.put-back-recent");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
_ink_window_put_back_recent (InkWindow *self)
{
  g_autoptr (InkRecent) recent = g_steal_pointer (&self->forgotten);

  if (recent == NULL)
    return;
  ink_recent_note (recent, NULL);
  ink_application_recent_changed (
      INK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}
