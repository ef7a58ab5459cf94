/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slides added, moved, frozen, saved: what menus, buttons and keys of the report page do. */
#include "config.h"

#include "ui/pages/ink-report-private.h"

#include "definition/ink-slide-edit.h"
#include "document/ink-review.h"
#include "document/ink-slide-freeze.h"
#include "ui/compat/ink-compat-dialog.h"
#include "ui/ink-print.h"
#include "ui/pages/ink-report-save.h"
#include "ui/widgets/ink-template-note.h"

#include <glib/gi18n-lib.h>

static InkDefinition *
get_definition (InkReportPage *self)
{
  return ink_document_get_definition (self->document);
}

static InkSlide *
read_shown (InkReportPage *self)
{
  const char *json = ink_slide_view_get_json (self->slide);

  return json != NULL ? ink_slide_from_json (json, NULL) : NULL;
}

/* @slide instead of the large one. */
static void
replace_shown (InkReportPage *self,
               InkSlide *slide,
               const char *label)
{
  _ink_report_page_edit (self,
                         ink_definition_replace_slide (get_definition (self), self->shown, slide),
                         label, NULL);
}

static void
insert_shown (InkReportPage *self,
              InkSlide *slide,
              const char *label)
{
  _ink_report_page_edit (self,
                         ink_definition_insert_slide (get_definition (self), self->shown, slide),
                         label, NULL);
}

/* ---- The order ---- */

void
_ink_report_page_move (InkReportPage *self,
                       guint from,
                       guint to)
{
  InkDefinition *definition = get_definition (self);
  guint n = ink_definition_get_n_slides (definition);

  if (from >= n || to >= n || from == to)
    return;
  self->shown = to;
  _ink_report_page_edit (self, ink_definition_move_slide (definition, from, to),
                         _ ("Moved a slide"), NULL);
}

static void
move_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  int by = g_variant_get_int32 (parameter);

  if (by < 0 && self->shown < (guint) -by)
    return;
  _ink_report_page_move (self, self->shown, (guint) ((int) self->shown + by));
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  guint n = ink_definition_get_n_slides (get_definition (self));
  g_autoptr (InkSlide) slide = ink_slide_from_json (g_variant_get_string (parameter, NULL), NULL);

  if (slide == NULL)
    return;
  self->shown = n > 0 ? self->shown + 1 : 0;
  insert_shown (self, slide, _ ("Added a slide"));
}

static void
duplicate_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  g_autoptr (InkSlide) slide = read_shown (self);

  if (slide == NULL)
    return;
  self->shown++;
  insert_shown (self, slide, _ ("Duplicated a slide"));
}

static void
remove_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  InkDefinition *definition = get_definition (self);

  if (self->shown >= ink_definition_get_n_slides (definition))
    return;
  _ink_report_page_edit (self, ink_definition_without_slide (definition, self->shown),
                         _ ("Removed a slide"), NULL);
  gtk_widget_activate_action (widget, "win.say-removed", "s", _ ("Slide removed"));
}

/* ---- The review ---- */

static void
answered_cb (AdwMessageDialog *dialog,
             const char *response,
             GtkWidget *page)
{
  if (g_str_equal (response, "journey"))
    gtk_widget_activate_action (page, "win.page", "s", "journey");
}

/* Without goals and funnels: why, and where they are made. */
static void
send_to_journey (InkReportPage *self,
                 const char *reason)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget
      = ink_compat_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                       _ ("Nothing to Review Yet"), reason);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "close", _ ("_Close"), "journey",
                                    _ ("Open the _Journey"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "journey", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "journey");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_slides (InkReportPage *self,
            GPtrArray *slides)
{
  g_autoptr (InkDefinition) definition = ink_definition_ref (get_definition (self));
  guint place = ink_definition_get_n_slides (definition);

  for (guint i = 0; i < slides->len; i++)
    {
      InkDefinition *more = ink_definition_insert_slide (definition, place + i,
                                                         g_ptr_array_index (slides, i));

      ink_definition_unref (definition);
      definition = more;
    }
  self->shown = place;
  ink_document_edit (self->document, _ ("Added the quarterly review"), NULL, definition);
}

static void
review_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) slides
      = ink_review_new (get_definition (self), ink_document_get_store (self->document),
                        ink_document_get_title (self->document), &error);

  if (slides != NULL)
    add_slides (self, slides);
  else
    send_to_journey (self, error->message);
}

/* ---- Out of the window ---- */

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);

  ink_report_save (widget, self->document, g_variant_get_string (parameter, NULL));
}

static void
copy_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  ink_report_copy_slide (INK_REPORT_PAGE (widget)->slide);
}

static void
print_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  guint n = ink_definition_get_n_slides (get_definition (self));
  g_autoptr (GtkPrintOperation) operation
      = n > 0 ? ink_print_new_for_slides (self->strip, n, ink_document_get_title (self->document))
              : NULL;

  if (operation != NULL)
    ink_print_run (operation, widget);
}

static void
template_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  ink_template_note_choose (widget);
}

/* ---- Live and frozen ---- */

static void
accept (InkReportPage *self,
        gboolean take_new)
{
  const InkSlideContent *content = _ink_report_page_get_content (self);
  const char *old = content != NULL ? ink_report_messages_see (self->messages, content) : NULL;
  g_autoptr (InkSlide) slide = old != NULL ? ink_slide_accept (content, old, take_new) : NULL;

  if (slide != NULL)
    replace_shown (self, slide,
                   take_new ? _ ("Took a slide's new title") : _ ("Kept a slide's title"));
}

static void
take_title_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  accept (INK_REPORT_PAGE (widget), TRUE);
}

static void
keep_title_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  accept (INK_REPORT_PAGE (widget), FALSE);
}

/* Of the project's time zone. */
static char *
get_today (InkReportPage *self)
{
  g_autoptr (GTimeZone) zone = ink_definition_get_zone (get_definition (self));
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);

  return g_date_time_format (now, "%Y-%m-%d");
}

static void
freeze (InkReportPage *self)
{
  const InkSlideContent *content = _ink_report_page_get_content (self);
  g_autofree char *today = get_today (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkSlide) slide
      = content != NULL ? ink_slide_freeze (content, today, &error) : NULL;

  if (slide != NULL)
    replace_shown (self, slide, _ ("Froze a slide"));
  else if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", error->message);
}

gboolean
_ink_report_page_is_frozen (InkReportPage *self)
{
  const InkSlide *slide = ink_slide_view_get_slide (self->slide);

  return slide != NULL && slide->frozen != NULL;
}

void
_ink_report_page_set_frozen (InkReportPage *self,
                             gboolean frozen)
{
  g_autoptr (InkSlide) slide = NULL;

  if (self->document == NULL || _ink_report_page_is_frozen (self) == frozen)
    return;
  if (frozen)
    {
      freeze (self);
      return;
    }
  slide = ink_slide_thaw (ink_slide_view_get_slide (self->slide));
  replace_shown (self, slide, _ ("Made a slide live again"));
}

/* ---- All of them ---- */

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "report.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "report.move",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "report.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "report.frozen",
                                       NULL);
}

void
_ink_report_page_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "report.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "report.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "report.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "report.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "report.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "report.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "report.template", NULL, template_action);
  gtk_widget_class_install_action (widget_class, "report.take-title", NULL, take_title_action);
  gtk_widget_class_install_action (widget_class, "report.keep-title", NULL, keep_title_action);
  gtk_widget_class_install_property_action (widget_class, "report.frozen", "frozen");
  add_keys (widget_class);
}
