/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window's actions: what menus, keys, buttons and pages ask of it. */

#include "config.h"

#include "ui/ink-window-private.h"

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

static void
replace_file_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  _ink_window_replace (INK_WINDOW (widget));
}

static void
open_unsaved_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  InkWindow *self = INK_WINDOW (widget);

  /* What is edited by now stays: the other changes are offered at the next start. */
  if (self->unsaved != NULL && self->document != NULL && !_ink_window_has_unsaved (self))
    _ink_window_recover (self, self->unsaved);
}

static void
stop_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _ink_window_stop (INK_WINDOW (widget));
}

static void
show_home_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  _ink_window_show_home (INK_WINDOW (widget));
}

static void
put_back_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  _ink_window_put_back_recent (INK_WINDOW (widget));
}

static void
undo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _ink_window_step (INK_WINDOW (widget), TRUE);
}

static void
add_slide_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  _ink_window_add_slide (INK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
redo_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  _ink_window_step (INK_WINDOW (widget), FALSE);
}

static void
reload_file_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  _ink_window_reload (INK_WINDOW (widget));
}

static void
history_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  _ink_window_show_history (INK_WINDOW (widget), NULL, NULL, NULL);
}

static void
show_changes_action (GtkWidget *widget,
                     const char *action,
                     GVariant *parameter)
{
  const char *kind, *id, *name;

  g_variant_get (parameter, "(&s&s&s)", &kind, &id, &name);
  _ink_window_show_history (INK_WINDOW (widget), kind, id, name);
}

static void
say_removed_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  ink_window_say_removed (INK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
import_definition_action (GtkWidget *widget,
                          const char *name,
                          GVariant *parameter)
{
  _ink_window_import_definition (INK_WINDOW (widget));
}

static void
export_definition_action (GtkWidget *widget,
                          const char *name,
                          GVariant *parameter)
{
  _ink_window_export_definition (INK_WINDOW (widget));
}

static void
say_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  _ink_window_say (INK_WINDOW (widget),
                   &(InkNotice){ .id = "page",
                                 .sentence = g_variant_get_string (parameter, NULL) });
}

static void
toast_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  _ink_window_toast (INK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
notify_done_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  const char *title, *body;

  g_variant_get (parameter, "(&s&s)", &title, &body);
  ink_window_notify_done (INK_WINDOW (widget), title, *body != '\0' ? body : NULL);
}

static void
sidebar_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  AdwFlap *flap = INK_WINDOW (widget)->flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

static void
fullscreen_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
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

/* The page of leading indicators as of the main goal, with what is told of that micro goal. */
static void
indicator_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  InkWindow *self = INK_WINDOW (widget);

  if (self->view == NULL)
    return;
  _ink_window_show_page (self, "indicators");
  g_object_set (gtk_stack_get_visible_child (self->pages), "macro", NULL, "micro",
                g_variant_get_string (parameter, NULL), NULL);
}

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.open", NULL, open_action },
  { "win.open-sample", NULL, open_sample_action },
  { "win.open-unsaved", NULL, open_unsaved_action },
  { "win.stop", NULL, stop_action },
  { "win.show-home", NULL, show_home_action },
  { "win.save", NULL, save_action },
  { "win.save-as", NULL, save_as_action },
  { "win.replace-file", NULL, replace_file_action },
  { "win.reload-file", NULL, reload_file_action },
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.history", NULL, history_action },
  { "win.show-changes", "(sss)", show_changes_action }, /* kind, id, name */
  { "win.page", "s", page_action },
  { "win.indicator", "s", indicator_action }, /* a micro goal's name */
  { "win.sidebar", NULL, sidebar_action },
  { "win.fullscreen", NULL, fullscreen_action },
  { "win.import-definition", NULL, import_definition_action },
  { "win.export-definition", NULL, export_definition_action },
  { "win.add-slide", "s", add_slide_action },
  { "win.say", "s", say_action },
  { "win.toast", "s", toast_action },
  { "win.say-removed", "s", say_removed_action },
  { "win.notify-done", "(ss)", notify_done_action },
  { "win.put-back-recent", NULL, put_back_action },
};

void
_ink_window_install_actions (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type,
                                     actions[i].activate);
}
