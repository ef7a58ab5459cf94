/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What tests of the whole window share: one with a project, its pages, and a sample as a file. */
#pragma once

#include "ui-fixture.h"

#include "document/ink-document-sample.h"
#include "ui/ink-window.h"

static inline gboolean
ui_has_project (gpointer window)
{
  return ink_window_has_project (window);
}

/* Saves a sample of so many people as NAME.inkling in @folder. It takes seconds, opening it does
 * not. (transfer full) */
static inline GFile *
ui_make_sample (const char *folder,
                guint32 n_people)
{
  g_autofree char *path = g_build_filename (folder, "sample.inkling", NULL);
  GFile *sample = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);

  g_assert_no_error (error);
  ink_document_make_sample (document, n_people, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_save (document, sample, INK_SAVE_NORMAL, NULL, NULL, &error);
  g_assert_no_error (error);
  ink_document_close (document, INK_CLOSE_DISCARD, &error);
  g_assert_no_error (error);

  return sample;
}

/* A window with @project, or where that is NULL with the sample; open when it returns. */
static inline InkWindow *
ui_open_window (InkApplication *application,
                GFile *project)
{
  InkWindow *window = ink_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  if (project != NULL)
    ink_window_open_project (window, project);
  else
    ink_window_open_sample (window);
  ui_wait_for (ui_has_project, window);

  return window;
}

/* Shows the page of this name, which is of this type. */
static inline GtkWidget *
ui_show_page (InkWindow *window,
              const char *name,
              GType type)
{
  GtkWidget *page;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", name));
  page = ui_find_type (GTK_WIDGET (window), type);
  g_assert_nonnull (page);

  return page;
}

static inline void
ui_close_window (InkWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  ui_turn ();
}
