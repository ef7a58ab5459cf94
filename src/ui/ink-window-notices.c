/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window says: bars, toasts, notifications; and that it is at work. */

#include "config.h"

#include "ui/ink-window-private.h"

#include "definition/ink-slide-edit.h"
#include "document/ink-document-steps.h"
#include "document/ink-slide-words.h"

#include <glib/gi18n-lib.h>

/* What is done sooner needs no sign of being done. */
#define SHOW_AFTER_MILLISECONDS 500
#define STOP_AFTER_MILLISECONDS 3000
#define TICK_MILLISECONDS 100
#define REMOVED_SECONDS 8
/* Longer than a toast takes to come or go. */
#define MOVING_MILLISECONDS 1000

void
_ink_window_say (InkWindow *self,
                 const InkNotice *notice)
{
  ink_notice_bar_say (self->notice_bar, notice);
}

static AdwToast *
make_toast (const char *sentence)
{
  /* Sentences name what the user named, and a toast's title is markup. */
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  return adw_toast_new (markup);
}

void
_ink_window_toast (InkWindow *self,
                   const char *sentence)
{
  adw_toast_overlay_add_toast (self->toasts, make_toast (sentence));
}

/* libadwaita 1.2 crashes when a toast is dismissed while one still comes or goes. */
static gboolean
is_removed_toast_moving (InkWindow *self)
{
  gint64 age = g_get_monotonic_time () - self->removed_time;

  return age < MOVING_MILLISECONDS * (G_USEC_PER_SEC / 1000);
}

void
_ink_window_end_removed (InkWindow *self)
{
  if (self->removed_toast == NULL)
    return;
  if (is_removed_toast_moving (self))
    adw_toast_set_button_label (self->removed_toast, NULL);
  else
    adw_toast_dismiss (self->removed_toast);
}

static void
offer_undo (InkWindow *self,
            AdwToast *toast)
{
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  self->removed_position = ink_document_get_position (self->document);
}

void
ink_window_say_removed (InkWindow *self,
                        const char *sentence)
{
  g_autofree char *markup = NULL;
  AdwToast *toast;

  g_return_if_fail (INK_IS_WINDOW (self) && sentence != NULL);

  if (self->document == NULL)
    return;
  if (self->removed_toast != NULL && is_removed_toast_moving (self))
    {
      /* What came just now says the new sentence. */
      markup = g_markup_escape_text (sentence, -1);
      adw_toast_set_title (self->removed_toast, markup);
      offer_undo (self, self->removed_toast);
      return;
    }
  if (self->removed_toast != NULL)
    adw_toast_dismiss (self->removed_toast);
  toast = make_toast (sentence);
  adw_toast_set_timeout (toast, REMOVED_SECONDS);
  g_set_weak_pointer (&self->removed_toast, toast);
  offer_undo (self, toast);
  self->removed_time = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* "Source: … · as of 22 Nov 2026" */
static char *
say_data_today (InkWindow *self)
{
  InkDefinition *definition = ink_document_get_definition (self->document);
  InkFilter filter = ink_view_get_filter (self->view);
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (definition);
  g_autofree char *data
      = ink_slide_words_data (definition, ink_document_get_store (self->document), &filter,
                              &numbers);
  g_autofree char *today = ink_numbers_date (&numbers, g_get_real_time (), INK_PERIOD_DAY, zone,
                                             TRUE);

  return g_strdup_printf (_ ("%s · as of %s"), data, today);
}

/* What cannot be asked for again keeps what it was of: a table, and a finding in words. */
static void
note_source (InkWindow *self,
             InkSlide *slide)
{
  if (slide->source == NULL && !slide->is_opening
      && (ink_slide_is_table (slide) || (slide->chart == NULL && slide->sentences[0] != NULL)))
    slide->source = say_data_today (self);
}

void
_ink_window_add_slide (InkWindow *self,
                       const char *json)
{
  g_autoptr (InkSlide) slide = ink_slide_from_json (json, NULL);
  g_autoptr (InkDefinition) edited = NULL;
  InkDefinition *definition;
  AdwToast *toast;

  if (self->document == NULL || slide == NULL)
    return;
  note_source (self, slide);
  definition = ink_document_get_definition (self->document);
  edited = ink_definition_insert_slide (definition, ink_definition_get_n_slides (definition), slide);
  ink_document_edit (self->document, _ ("Added a slide"), NULL, edited);
  toast = make_toast (_ ("Added to the report"));
  adw_toast_set_button_label (toast, _ ("_Show"));
  adw_toast_set_detailed_action_name (toast, "win.page::report");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
ink_window_notify_done (InkWindow *self,
                        const char *title,
                        const char *body)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GNotification) notification = NULL;
  g_autofree char *id = NULL;
  guint number;

  g_return_if_fail (INK_IS_WINDOW (self) && title != NULL);

  /* A click on it asks the one instance on the bus to show the window: without one it is nothing. */
  if (application == NULL || gtk_window_is_active (GTK_WINDOW (self))
      || (g_application_get_flags (G_APPLICATION (application)) & G_APPLICATION_NON_UNIQUE) != 0)
    return;
  number = gtk_application_window_get_id (GTK_APPLICATION_WINDOW (self));
  id = g_strdup_printf ("done-%u", number);
  notification = g_notification_new (title);
  if (body != NULL)
    g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target (notification, "app.present-window", "u", number);
  g_application_send_notification (G_APPLICATION (application), id, notification);
}

static gboolean
show_progress_cb (gpointer data)
{
  InkWindow *self = data;
  GtkProgressBar *const bars[] = { self->busy_bar, self->work_bar };

  for (guint i = 0; i < G_N_ELEMENTS (bars); i++)
    if (self->progress != NULL && ink_progress_fraction (self->progress) > 0)
      gtk_progress_bar_set_fraction (bars[i], ink_progress_fraction (self->progress));
    else
      gtk_progress_bar_pulse (bars[i]);

  return G_SOURCE_CONTINUE;
}

static void
begin (InkWindow *self,
       const InkProgress *progress,
       GSourceFunc show)
{
  _ink_window_end_busy (self);
  self->progress = progress;
  self->busy_source = g_timeout_add (SHOW_AFTER_MILLISECONDS, show, self);
  self->progress_source = g_timeout_add (TICK_MILLISECONDS, show_progress_cb, self);
}

static gboolean
show_busy_cb (gpointer data)
{
  InkWindow *self = data;

  self->busy_source = 0;
  if (self->glance != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->work_bar)))
    {
      /* Last numbers are better to look at than a bar; but what takes really long can be stopped. */
      gtk_widget_set_visible (GTK_WIDGET (self->work_bar), TRUE);
      self->busy_source = g_timeout_add (STOP_AFTER_MILLISECONDS, show_busy_cb, self);
      return G_SOURCE_REMOVE;
    }
  gtk_stack_set_visible_child_name (self->stack, "busy");

  return G_SOURCE_REMOVE;
}

void
_ink_window_show_busy (InkWindow *self,
                       const char *what,
                       const InkProgress *progress)
{
  begin (self, progress, show_busy_cb);
  gtk_label_set_label (self->busy_label, what);
}

static gboolean
show_work_cb (gpointer data)
{
  InkWindow *self = data;

  self->busy_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->work_bar), TRUE);

  return G_SOURCE_REMOVE;
}

void
_ink_window_show_work (InkWindow *self,
                       const InkProgress *progress)
{
  begin (self, progress, show_work_cb);
}

void
_ink_window_end_busy (InkWindow *self)
{
  g_clear_handle_id (&self->busy_source, g_source_remove);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  self->progress = NULL;
  if (self->work_bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->work_bar), FALSE);
}

/* One question at a time: a second Ctrl+Q must not ask it twice. */
void
_ink_window_ask (InkWindow *self,
                 GtkWidget *dialog)
{
  if (self->question != NULL)
    gtk_window_destroy (GTK_WINDOW (self->question));
  g_set_weak_pointer (&self->question, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
