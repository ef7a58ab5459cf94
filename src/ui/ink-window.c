/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-window-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (InkWindow, ink_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_title (InkWindow *self)
{
  g_autofree char *name = NULL;
  gboolean modified;

  if (self->document == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Inkling");
      return;
    }

  modified = ink_document_get_modified (self->document);
  name = modified ? g_strdup_printf (_ ("%s • Edited"), ink_document_get_title (self->document))
                  : g_strdup (ink_document_get_title (self->document));
  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->project_title, ink_document_get_title (self->document));
  adw_window_title_set_subtitle (self->project_title, modified ? _ ("Edited") : "");
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

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->undo_button), undo_text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->redo_button), redo_text);
}

static void
update_actions (InkWindow *self)
{
  InkDocument *document = self->document;
  gboolean undo = document != NULL && ink_document_get_can_undo (document);
  gboolean redo = document != NULL && ink_document_get_can_redo (document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save", document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as", document != NULL);
  name_steps (self, undo ? ink_document_get_undo_label (document) : NULL,
              redo ? ink_document_get_redo_label (document) : NULL);
}

static void
document_changed_cb (InkDocument *document,
                     GParamSpec *pspec,
                     InkWindow *self)
{
  const char *trouble = ink_document_get_trouble (document);

  update_title (self);
  update_actions (self);
  if (trouble != NULL)
    _ink_window_show_trouble (self, trouble);
}

void
_ink_window_take_document (InkWindow *self,
                           InkDocument *document)
{
  if (self->document != document)
    {
      if (self->document != NULL)
        ink_document_close (self->document, INK_CLOSE_KEEP, NULL);
      g_set_object (&self->document, document);
      g_signal_group_set_target (self->document_signals, document);
      _ink_window_make_view (self);
    }
  update_title (self);
  update_actions (self);
  _ink_window_show_home (self);
}

void
_ink_window_show_home (InkWindow *self)
{
  gboolean has_project = self->document != NULL;

  gtk_stack_set_visible_child (self->stack, has_project ? GTK_WIDGET (self->flap)
                                                        : GTK_WIDGET (self->welcome_page));
  if (!has_project)
    ink_welcome_page_refresh (self->welcome_page);
}

void
_ink_window_show_trouble (InkWindow *self,
                          const char *sentence)
{
  gtk_label_set_label (self->trouble_label, sentence);
  gtk_info_bar_set_revealed (self->trouble_bar, TRUE);
}

static gboolean
show_progress_cb (gpointer data)
{
  InkWindow *self = data;

  if (self->progress.total > 0)
    gtk_progress_bar_set_fraction (self->busy_bar, ink_progress_fraction (&self->progress));
  else
    gtk_progress_bar_pulse (self->busy_bar);

  return G_SOURCE_CONTINUE;
}

void
_ink_window_show_busy (InkWindow *self,
                       const char *what)
{
  ink_progress_set (&self->progress, 0, 0, 0);
  gtk_progress_bar_set_fraction (self->busy_bar, 0);
  gtk_label_set_label (self->busy_label, what);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  if (self->progress_source == 0)
    self->progress_source = g_timeout_add (100, show_progress_cb, self);
}

void
_ink_window_end_busy (InkWindow *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
}

static void
trouble_closed_cb (GtkInfoBar *bar,
                   int response,
                   InkWindow *self)
{
  gtk_info_bar_set_revealed (bar, FALSE);
}

static void
recover_cb (InkWelcomePage *page,
            gpointer recovery,
            InkWindow *self)
{
  _ink_window_recover (self, recovery);
}

static GdkDragAction
drop_enter_cb (GtkDropTarget *target,
               double x,
               double y,
               InkWindow *self)
{
  ink_welcome_page_set_dropping (self->welcome_page, TRUE);
  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (GtkDropTarget *target,
               InkWindow *self)
{
  ink_welcome_page_set_dropping (self->welcome_page, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         InkWindow *self)
{
  GSList *dropped = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  ink_welcome_page_set_dropping (self->welcome_page, FALSE);
  ink_window_open_files (self, (GFile **) files->pdata, files->len);
  g_slist_free (dropped);

  return TRUE;
}

static void
open_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _ink_window_ask_open (INK_WINDOW (widget));
}

static void
open_sample_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  ink_window_open_sample (INK_WINDOW (widget));
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _ink_window_save (INK_WINDOW (widget), FALSE, FALSE);
}

static void
save_as_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  _ink_window_save (INK_WINDOW (widget), TRUE, FALSE);
}

/* Undo and redo name their step in a toast: what changed may be on another page. */
static void
step (InkWindow *self,
      gboolean back)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autofree char *markup = NULL;

  if (self->document == NULL)
    return;
  label = g_strdup (back ? ink_document_get_undo_label (self->document)
                         : ink_document_get_redo_label (self->document));
  if (label == NULL)
    return;
  if (!(back ? ink_document_undo (self->document, &error)
             : ink_document_redo (self->document, &error)))
    {
      _ink_window_show_trouble (self, error->message);
      return;
    }
  text = g_strdup_printf (back ? _ ("Undone: %s") : _ ("Redone: %s"), label);
  /* Steps name what the user named, and a toast's title is markup. */
  markup = g_markup_escape_text (text, -1);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
}

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  step (INK_WINDOW (widget), TRUE);
}

static void
redo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  step (INK_WINDOW (widget), FALSE);
}

static void
page_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkWindow *self = INK_WINDOW (widget);

  if (self->view != NULL)
    _ink_window_show_page (self, g_variant_get_string (parameter, NULL));
}

static void
page_picked_cb (InkSidebar *sidebar,
                const char *name,
                InkWindow *self)
{
  _ink_window_show_page (self, name);
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* Below this width the sidebar lies over the page, and the header shows icons. */
#define FOLD_WIDTH 880

static void
layout_cb (GdkSurface *surface,
           int width,
           int height,
           InkWindow *self)
{
  int dpi = 96 * 1024;
  int wanted;

  /* Large text needs the room sooner. */
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  wanted = dpi > 0 ? (int) (FOLD_WIDTH * (double) dpi / (96 * 1024)) : FOLD_WIDTH;
  adw_flap_set_fold_policy (self->flap, width < wanted ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                       : ADW_FLAP_FOLD_POLICY_AUTO);
}

static void
ink_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ink_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (layout_cb), widget, 0);
}

static gboolean
ink_window_close_request (GtkWindow *window)
{
  _ink_window_keep_state (INK_WINDOW (window));
  if (_ink_window_hold_close (INK_WINDOW (window)))
    return TRUE;

  return GTK_WINDOW_CLASS (ink_window_parent_class)->close_request (window);
}

static void
ink_window_dispose (GObject *object)
{
  InkWindow *self = INK_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  _ink_window_end_busy (self);
  if (self->document != NULL)
    ink_document_close (self->document, INK_CLOSE_KEEP, NULL);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->view);
  g_clear_pointer (&self->page, g_free);
  g_clear_object (&self->document);
  g_clear_pointer (&self->untouched, ink_definition_unref);

  G_OBJECT_CLASS (ink_window_parent_class)->dispose (object);
}

static void
ink_window_class_init (InkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_window_dispose;
  widget_class->realize = ink_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = ink_window_close_request;

  g_type_ensure (INK_TYPE_WELCOME_PAGE);
  g_type_ensure (INK_TYPE_IMPORT_PAGE);
  g_type_ensure (INK_TYPE_FILTER_BAR);
  g_type_ensure (INK_TYPE_SIDEBAR);

  gtk_widget_class_set_template_from_resource (widget_class, INK_RESOURCE_BASE "/ink-window.ui");
  gtk_widget_class_bind_template_child (widget_class, InkWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, welcome_page);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, import_page);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, project_title);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, title);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, busy_bar);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, page_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, trouble_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);

  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_as_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_action);
}

static void
ink_window_init (InkWindow *self)
{
  GtkDropTarget *target;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->document_signals = g_signal_group_new (INK_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "notify", G_CALLBACK (document_changed_cb), self);

  target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect (target, "enter", G_CALLBACK (drop_enter_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  _ink_window_restore_state (self);
  update_actions (self);
  ink_welcome_page_refresh (self->welcome_page);
}

InkWindow *
ink_window_new (InkApplication *application)
{
  return g_object_new (INK_TYPE_WINDOW, "application", application, NULL);
}

gboolean
ink_window_has_project (InkWindow *self)
{
  return self->document != NULL;
}

gboolean
ink_window_shows_file (InkWindow *self,
                       GFile *file)
{
  GFile *own = self->document != NULL ? ink_document_get_file (self->document) : NULL;

  return own != NULL && g_file_equal (own, file);
}

InkDocument *
ink_window_get_document (InkWindow *self)
{
  return self->document;
}
