/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is shown of a project, and asked, before it is open: reading many events takes longer than a
 * hand should wait, and what was said the last time is mostly what will be said now. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "document/ink-evaluator.h"
#include "document/ink-user-file.h"
#include "ui/pages/ink-overview-page.h"
#include "ui/pages/ink-page-kinds.h"

#include <glib/gi18n-lib.h>

void
_ink_window_drop_glance (InkWindow *self)
{
  GtkWidget *page = self->glance;

  if (page == NULL)
    return;
  g_clear_weak_pointer (&self->glance);
  gtk_stack_remove (self->pages, page);
}

static void
show_glance (InkWindow *self,
             GtkWidget *page)
{
  const InkPageKind *kind = ink_page_kinds_find ("overview");
  g_autofree char *title
      = self->opening_file != NULL ? ink_user_file_title (self->opening_file) : NULL;

  g_set_weak_pointer (&self->glance, page);
  if (page != _ink_window_take_ready_page (self))
    gtk_stack_add_titled (self->pages, page, kind->name, _ (kind->title));
  gtk_stack_set_visible_child (self->pages, page);
  ink_sidebar_select (self->sidebar, kind->name);
  adw_window_title_set_title (self->title, _ (kind->title));
  adw_window_title_set_title (self->project_title, title != NULL ? title : "");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->flap));
}

void
_ink_window_show_glance (InkWindow *self,
                         InkDefinition *definition,
                         const char *last)
{
  g_autoptr (GtkWidget) page = NULL;

  if (last == NULL || self->document != NULL || self->glance != NULL
      || !g_str_equal (_ink_window_get_first_page (definition), "overview"))
    return;
  page = _ink_window_get_ready_page (self) != NULL
             ? g_object_ref (_ink_window_get_ready_page (self))
             : g_object_ref_sink (g_object_new (INK_TYPE_OVERVIEW_PAGE, NULL));
  if (ink_overview_page_show_last (INK_OVERVIEW_PAGE (page), definition, last))
    show_glance (self, page);
}

static InkQuery *
make_first_query (InkDefinition *definition,
                  InkEventStore *store)
{
  const char *page = _ink_window_get_first_page (definition);

  if (g_str_equal (page, "overview"))
    return ink_overview_page_make_first_query (definition, store);
  if (g_str_equal (page, "funnels") && definition->funnels[0]->n_steps > 0)
    return ink_funnel_query_new (definition, definition->funnels[0], NULL);
  return NULL;
}

/* In a thread: the answer is there, or nearly, when the page is made. */
void
_ink_window_ask_ahead (InkDefinition *definition,
                       InkEventStore *store)
{
  g_autoptr (InkQuery) query = make_first_query (definition, store);

  if (query != NULL)
    ink_evaluator_run_async (ink_evaluator_get_default (), query, store, NULL, NULL, NULL, NULL);
}
