/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A window without a project waits for its user to open one: meanwhile it makes the page that most
 * projects begin with, in small steps, and what takes long to be had for the first time. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "ui/pages/ink-overview-page.h"
#include "ui/pages/ink-page-kinds.h"
#include "ui/widgets/ink-chart-picture.h"
#include "ui/widgets/ink-letters.h"

#include <glib/gi18n-lib.h>

/* The window itself comes first. */
#define BEGIN_AFTER_MILLISECONDS 60
/* Between two steps, so that whatever else is to be done comes first. */
#define PAUSE_MILLISECONDS 3

struct _InkReady
{
  InkWindow *window;
  guint source;
  guint tick;
  GtkWidget *page;    /* weak; of the window's pages */
  gboolean prepared;  /* the page */
  GPtrArray *letters; /* nullable; PangoLayout: yet to be drawn */
  guint n_roles;      /* of charts' fonts that are drawn */
  guint n_measured;   /* parts of the window */
};

/* Needs no more than that it is filled. */
static void
make_page (InkReady *self)
{
  const InkPageKind *kind = ink_page_kinds_find ("overview");
  GtkWidget *page = g_object_new (INK_TYPE_OVERVIEW_PAGE, NULL);

  gtk_stack_add_titled (self->window->pages, page, kind->name, _ (kind->title));
  g_set_weak_pointer (&self->page, page);
}

/* The last that a widget said is kept, so what is around it is measured after it. FALSE: all is. */
static gboolean
measure_next (InkReady *self)
{
  InkWindow *window = self->window;
  GtkWidget *const parts[] = { GTK_WIDGET (window->sidebar), GTK_WIDGET (window->filter_bar),
                               self->page, GTK_WIDGET (window->flap) };
  int width = gtk_widget_get_width (GTK_WIDGET (window->stack));

  if (self->n_measured == G_N_ELEMENTS (parts))
    return FALSE;
  gtk_widget_measure (parts[self->n_measured], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL,
                      NULL);
  gtk_widget_measure (parts[self->n_measured], GTK_ORIENTATION_VERTICAL,
                      parts[self->n_measured] == GTK_WIDGET (window->flap) ? width : -1, NULL, NULL,
                      NULL, NULL);
  self->n_measured++;
  return TRUE;
}

/* FALSE: all is done. */
static gboolean
do_step (InkReady *self)
{
  InkWindow *window = self->window;

  if (self->page == NULL)
    make_page (self);
  else if (!self->prepared)
    self->prepared = !ink_overview_page_prepare (INK_OVERVIEW_PAGE (self->page));
  else if (self->letters == NULL)
    self->letters = ink_letters_collect (GTK_WIDGET (window->flap));
  else if (self->letters->len > 0)
    {
      ink_letters_draw (g_ptr_array_index (self->letters, self->letters->len - 1),
                        gtk_widget_get_scale_factor (GTK_WIDGET (window)));
      g_ptr_array_remove_index (self->letters, self->letters->len - 1);
    }
  else if (self->n_roles < INK_N_FONTS)
    ink_chart_picture_draw_letters (self->page, self->n_roles++);
  else
    return measure_next (self);

  return TRUE;
}

static gboolean
step_cb (gpointer data)
{
  InkReady *self = data;

  self->source = 0;
  if (do_step (self))
    self->source = g_timeout_add_full (G_PRIORITY_LOW, PAUSE_MILLISECONDS, step_cb, self, NULL);
  else
    g_clear_pointer (&self->letters, g_ptr_array_unref);

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer data)
{
  InkReady *self = data;

  self->tick = 0;
  self->source
      = g_timeout_add_full (G_PRIORITY_LOW, BEGIN_AFTER_MILLISECONDS, step_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

void
_ink_window_get_ready (InkWindow *self)
{
  InkReady *ready = g_new0 (InkReady, 1);

  ready->window = self;
  ready->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, ready, NULL);
  self->ready = ready;
}

void
_ink_window_end_ready (InkWindow *self)
{
  InkReady *ready = self->ready;

  if (ready == NULL)
    return;
  g_clear_handle_id (&ready->source, g_source_remove);
  if (ready->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), ready->tick);
  ready->tick = 0;
}

GtkWidget *
_ink_window_get_ready_page (InkWindow *self)
{
  return self->ready != NULL ? self->ready->page : NULL;
}

GtkWidget *
_ink_window_take_ready_page (InkWindow *self)
{
  GtkWidget *page = _ink_window_get_ready_page (self);

  if (self->ready != NULL)
    g_clear_weak_pointer (&self->ready->page);

  return page;
}

void
_ink_window_free_ready (InkWindow *self)
{
  _ink_window_end_ready (self);
  if (self->ready == NULL)
    return;
  g_clear_weak_pointer (&self->ready->page);
  g_clear_pointer (&self->ready->letters, g_ptr_array_unref);
  g_clear_pointer (&self->ready, g_free);
}
