/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages of the window's project: each is made when it is first shown. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "ui/pages/ink-page-kinds.h"

#include <glib/gi18n-lib.h>

/* The page that waits for this project; nullable. */
static GtkWidget *
take_waiting_page (InkWindow *self,
                   const char *first)
{
  GtkWidget *ready = _ink_window_take_ready_page (self);
  GtkWidget *glance = self->glance;

  _ink_window_end_ready (self);
  g_clear_weak_pointer (&self->glance);
  if (glance != NULL)
    return glance;

  return g_str_equal (first, "overview") ? ready : NULL;
}

static void
remove_pages (InkWindow *self,
              const GtkWidget *but)
{
  GtkWidget *next;

  g_clear_object (&self->subtitle);
  g_clear_object (&self->slide);
  g_clear_pointer (&self->page, g_free);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      if (child != but)
        gtk_stack_remove (self->pages, child);
    }
}

/* A project that nothing is said of yet begins with its data. */
const char *
_ink_window_get_first_page (const InkDefinition *definition)
{
  if (definition->goals[0] != NULL)
    return "overview";
  return definition->funnels[0] != NULL ? "funnels" : "data";
}

void
_ink_window_make_view (InkWindow *self)
{
  const char *first = _ink_window_get_first_page (ink_document_get_definition (self->document));
  GtkWidget *waiting = take_waiting_page (self, first);

  remove_pages (self, waiting);
  g_clear_object (&self->view);
  self->view = ink_view_new (self->document);
  ink_sidebar_set_document (self->sidebar, self->document);
  ink_filter_bar_set_view (self->filter_bar, self->view);
  if (waiting != NULL)
    g_object_set (waiting, "view", self->view, NULL);
  _ink_window_show_page (self, first);
}

static GtkWidget *
make_page (InkWindow *self,
           const InkPageKind *kind)
{
  GtkWidget *page = g_object_new (kind->get_type (), "view", self->view, NULL);

  gtk_stack_add_titled (self->pages, page, kind->name, _ (kind->title));
  return page;
}

/* The button adds what the page shows now. */
static gboolean
set_slide_target (GBinding *binding,
                  const GValue *json,
                  GValue *is_visible,
                  gpointer button)
{
  const char *slide = g_value_get_string (json);

  if (slide != NULL)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", slide);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.add-slide");
    }
  g_value_set_boolean (is_visible, slide != NULL);

  return TRUE;
}

static void
follow_slide (InkWindow *self,
              GtkWidget *page)
{
  if (self->slide != NULL)
    g_binding_unbind (self->slide);
  g_clear_object (&self->slide);
  g_set_object (&self->slide,
                g_object_bind_property_full (page, "slide", self->slide_button, "visible",
                                             G_BINDING_SYNC_CREATE, set_slide_target, NULL,
                                             self->slide_button, NULL));
}

/* Where the window is narrow it would be cut after two words. */
static gboolean
set_subtitle (GBinding *binding,
              const GValue *subtitle,
              GValue *shown,
              gpointer window)
{
  gboolean slim = !gtk_widget_get_visible (GTK_WIDGET (INK_WINDOW (window)->undo_button));

  g_value_set_string (shown, slim ? NULL : g_value_get_string (subtitle));
  return TRUE;
}

static void
follow_subtitle (InkWindow *self,
                 GtkWidget *page)
{
  if (self->subtitle != NULL)
    g_binding_unbind (self->subtitle);
  g_clear_object (&self->subtitle);
  g_set_object (&self->subtitle,
                g_object_bind_property_full (page, "subtitle", self->title, "subtitle",
                                             G_BINDING_SYNC_CREATE, set_subtitle, NULL, self,
                                             NULL));
}

/* The header has no room for more than the title, and for what is needed all the time. */
void
_ink_window_set_slim (InkWindow *self,
                      gboolean slim)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  if (gtk_widget_get_visible (GTK_WIDGET (self->undo_button)) == !slim)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), !slim);
  if (page != NULL)
    follow_subtitle (self, page);
}

void
_ink_window_show_page (InkWindow *self,
                       const char *name)
{
  const InkPageKind *kind = ink_page_kinds_find (name);
  GtkWidget *page;

  if (kind == NULL || self->view == NULL || g_strcmp0 (self->page, kind->name) == 0)
    return;
  page = gtk_stack_get_child_by_name (self->pages, kind->name);
  if (page == NULL)
    page = make_page (self, kind);
  gtk_stack_set_visible_child (self->pages, page);
  g_free (self->page);
  self->page = g_strdup (kind->name);

  ink_sidebar_select (self->sidebar, kind->name);
  adw_window_title_set_title (self->title, _ (kind->title));
  follow_subtitle (self, page);
  follow_slide (self, page);
  ink_page_shown (INK_PAGE (page));
}
