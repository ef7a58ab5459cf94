/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-window-private.h"

#include "ui/compat/ink-compat-name.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

G_DEFINE_FINAL_TYPE (InkWindow, ink_window, ADW_TYPE_APPLICATION_WINDOW)

/* What nobody edited needs no word; what has no file was never saved. */
static const char *
get_state_word (InkWindow *self)
{
  if (!_ink_window_has_unsaved (self))
    return "";
  return ink_document_get_file (self->document) != NULL ? _ ("Edited") : _ ("Not saved yet");
}

static void
update_title (InkWindow *self)
{
  const char *title = self->document != NULL ? ink_document_get_title (self->document) : "Inkling";
  const char *state = get_state_word (self);
  /* Translators: a window's title: project • Edited */
  g_autofree char *whole
      = *state != '\0' ? g_strdup_printf (_ ("%s • %s"), title, state) : g_strdup (title);

  gtk_window_set_title (GTK_WINDOW (self), whole);
  adw_window_title_set_title (self->project_title, title);
  adw_window_title_set_subtitle (self->project_title, state);
}

/* A log-out waits for the user's word as closing the window does. */
static void
update_inhibition (InkWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  gboolean wanted = self->saving || _ink_window_has_unsaved (self);
  g_autofree char *reason = NULL;

  if (application == NULL || wanted == self->inhibited)
    return;
  self->inhibited = wanted;
  if (!wanted)
    {
      /* 0: there was nobody to ask. */
      if (self->inhibition != 0)
        gtk_application_uninhibit (application, self->inhibition);
      self->inhibition = 0;
      return;
    }
  reason = g_strdup_printf (_ ("“%s” has changes that are not saved"),
                            ink_document_get_title (self->document));
  self->inhibition = gtk_application_inhibit (application, GTK_WINDOW (self),
                                              GTK_APPLICATION_INHIBIT_LOGOUT, reason);
}

void
_ink_window_update (InkWindow *self)
{
  update_title (self);
  update_inhibition (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save",
                                 self->document != NULL && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-as",
                                 self->document != NULL && !self->saving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-definition",
                                 self->document != NULL && !self->moving);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-definition",
                                 self->document != NULL);
  _ink_window_update_steps (self);
}

static void
update_trouble (InkWindow *self)
{
  const char *trouble = ink_document_get_trouble (self->document);

  if (trouble == NULL)
    ink_notice_bar_take_back (self->notice_bar, "document");
  else
    _ink_window_say (self, &(InkNotice){ .id = "document",
                                         .sentence = trouble,
                                         .actions = { { _ ("Save a _Copy…"), "win.save-as" } } });
}

static void
document_changed_cb (InkDocument *document,
                     GParamSpec *pspec,
                     InkWindow *self)
{
  _ink_window_update (self);
  if (g_str_equal (pspec->name, "trouble"))
    update_trouble (self);
  if (g_str_equal (pspec->name, "file"))
    _ink_window_watch_disk (self);
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
      _ink_window_watch_disk (self);
      if (ink_document_get_trouble (document) != NULL)
        update_trouble (self);
    }
  _ink_window_update (self);
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
ink_window_refresh (InkWindow *self)
{
  g_return_if_fail (INK_IS_WINDOW (self));

  _ink_window_show_recent (self);
  if (self->document == NULL)
    ink_welcome_page_refresh (self->welcome_page);
}

static void
recover_cb (InkWelcomePage *page,
            gpointer recovery,
            InkWindow *self)
{
  _ink_window_recover (self, recovery);
}

static void
discard_cb (InkWelcomePage *page,
            gpointer recovery,
            InkWindow *self)
{
  _ink_window_discard (self, recovery);
}

static void
forget_cb (InkWelcomePage *page,
           gpointer recent,
           InkWindow *self)
{
  _ink_window_forget_recent (self, recent);
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
/* Below this one things that stand side by side stand below each other. */
#define NARROW_WIDTH 780
/* Below this one undo is in the menu alone: the header has no room. */
#define SLIM_WIDTH 480

static void
layout_cb (GdkSurface *surface,
           int width,
           int height,
           InkWindow *self)
{
  int dpi = 96 * 1024;
  double scale;

  /* Large text needs the room sooner. */
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  scale = dpi > 0 ? (double) dpi / (96 * 1024) : 1;
  adw_flap_set_fold_policy (self->flap, width < FOLD_WIDTH * scale ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                                   : ADW_FLAP_FOLD_POLICY_AUTO);
  ink_welcome_page_set_narrow (self->welcome_page, width < NARROW_WIDTH * scale);
  ink_notice_bar_set_narrow (self->notice_bar, width < NARROW_WIDTH * scale);
  _ink_window_set_slim (self, width < SLIM_WIDTH * scale);
}

static void
undo_menu_cb (GtkGestureClick *gesture,
              int n,
              double x,
              double y,
              InkWindow *self)
{
  _ink_window_show_history (self, NULL, NULL, NULL);
}

static void
undo_held_cb (GtkGestureLongPress *gesture,
              double x,
              double y,
              InkWindow *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  _ink_window_show_history (self, NULL, NULL, NULL);
}

/* Whoever looks at the window needs no notification about it, and may have been at the file. */
static void
active_cb (InkWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *id = NULL;

  if (application == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;
  _ink_window_look_at_disk (self);
  id = g_strdup_printf ("done-%u",
                        gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self)));
  g_application_withdraw_notification (G_APPLICATION (application), id);
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
  _ink_window_give_up (INK_WINDOW (window));

  return GTK_WINDOW_CLASS (ink_window_parent_class)->close_request (window);
}

static void
forget_everything (InkWindow *self)
{
  g_clear_object (&self->document_signals);
  g_clear_object (&self->view);
  g_clear_pointer (&self->page, g_free);
  g_clear_object (&self->document);
  g_clear_object (&self->opening_file);
  g_clear_pointer (&self->exports, g_ptr_array_unref);
  g_clear_pointer (&self->unsaved, ink_recovery_free);
  g_clear_pointer (&self->forgotten, ink_recent_free);
  g_clear_weak_pointer (&self->removed_toast);
  g_clear_weak_pointer (&self->glance);
  g_clear_weak_pointer (&self->question);
}

static void
ink_window_dispose (GObject *object)
{
  InkWindow *self = INK_WINDOW (object);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  self->gone = TRUE;
  _ink_window_give_up (self);
  _ink_window_free_ready (self);
  _ink_window_forget_disk (self);
  g_clear_handle_id (&self->preview_source, g_source_remove);
  if (self->inhibition != 0 && application != NULL)
    gtk_application_uninhibit (application, self->inhibition);
  self->inhibition = 0;
  if (self->document != NULL)
    ink_document_close (self->document, INK_CLOSE_KEEP, NULL);
  forget_everything (self);

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
  g_type_ensure (INK_TYPE_NOTICE_BAR);
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
  gtk_widget_class_bind_template_child (widget_class, InkWindow, slide_button);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, title);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, notice_bar);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, work_bar);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, open_section);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, busy_label);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, busy_bar);
  gtk_widget_class_bind_template_child (widget_class, InkWindow, toasts);
  gtk_widget_class_bind_template_callback (widget_class, page_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_held_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);

  _ink_window_install_actions (widget_class);
}

static void
ink_window_init (InkWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ink_compat_name_menus (GTK_WIDGET (self));

  self->untouched = -1;
  self->document_signals = g_signal_group_new (INK_TYPE_DOCUMENT);
  g_signal_group_connect (self->document_signals, "notify", G_CALLBACK (document_changed_cb), self);

  _ink_window_take_drops (self);

  _ink_window_restore_state (self);
  _ink_window_update (self);
  ink_window_refresh (self);
  _ink_window_get_ready (self);
}

InkWindow *
ink_window_new (InkApplication *application)
{
  return g_object_new (INK_TYPE_WINDOW, "application", application, NULL);
}

gboolean
ink_window_is_free (InkWindow *self)
{
  g_return_val_if_fail (INK_IS_WINDOW (self), FALSE);

  return self->document == NULL && self->opening == NULL
         && gtk_stack_get_visible_child (self->stack) != GTK_WIDGET (self->import_page);
}

gboolean
ink_window_has_project (InkWindow *self)
{
  g_return_val_if_fail (INK_IS_WINDOW (self), FALSE);

  return self->document != NULL;
}

/* A link, or a path through another folder, is the same file. */
static gboolean
is_same_file (GFile *a,
              GFile *b)
{
  g_autofree char *first = g_file_get_path (a);
  g_autofree char *second = g_file_get_path (b);
  GStatBuf one, other;

  if (g_file_equal (a, b))
    return TRUE;
  return first != NULL && second != NULL && g_stat (first, &one) == 0
         && g_stat (second, &other) == 0 && one.st_dev == other.st_dev
         && one.st_ino == other.st_ino;
}

gboolean
ink_window_shows_file (InkWindow *self,
                       GFile *file)
{
  GFile *own;

  g_return_val_if_fail (INK_IS_WINDOW (self) && G_IS_FILE (file), FALSE);

  own = self->document != NULL ? ink_document_get_file (self->document) : self->opening_file;
  return own != NULL && is_same_file (own, file);
}

InkDocument *
ink_window_get_document (InkWindow *self)
{
  g_return_val_if_fail (INK_IS_WINDOW (self), NULL);

  return self->document;
}
