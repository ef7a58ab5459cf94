/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-report-private.h"

#include "definition/ink-slide-edit.h"
#include "ui/compat/ink-compat-name.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-page-column.h"
#include "ui/widgets/ink-slide-menu.h"
#include "ui/widgets/ink-template-note.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_FROZEN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (InkReportPage, ink_report_page, INK_TYPE_PAGE)

/* ---- Edits ---- */

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

const InkSlideContent *
_ink_report_page_get_content (InkReportPage *self)
{
  const InkSlideContent *content = ink_slide_view_get_content (self->slide);

  return content != NULL && content->slide == ink_slide_view_get_slide (self->slide) ? content
                                                                                     : NULL;
}

void
_ink_report_page_edit (InkReportPage *self,
                       InkDefinition *edited,
                       const char *label,
                       const char *field)
{
  g_autofree char *key = field != NULL ? g_strdup_printf ("slide-%u/%s", self->shown, field) : NULL;

  ink_document_edit (self->document, label, key, edited);
  ink_definition_unref (edited);
}

/* What is as it was proposed is not written by hand. */
static char *
keep_written (const char *text,
              const char *proposed)
{
  return *text == '\0' || g_strcmp0 (text, proposed) == 0 ? NULL : g_strdup (text);
}

/* Who writes a title has seen what was found. */
static void
accept_finding (InkReportPage *self,
                InkSlide *slide)
{
  const InkSlideContent *content = _ink_report_page_get_content (self);

  if (content == NULL || content->finding == NULL || slide->frozen != NULL)
    return;
  g_free (slide->finding);
  slide->finding = g_strdup (content->finding);
}

static void
set_text (InkReportPage *self,
          gsize offset,
          const char *text,
          const char *proposed,
          const char *label,
          const char *field)
{
  g_autoptr (InkSlide) slide = self->filling ? NULL : read_shown (self);
  g_autofree char *written = keep_written (text, proposed);
  char **place;

  if (slide == NULL)
    return;
  place = G_STRUCT_MEMBER_P (slide, offset);
  if (g_strcmp0 (*place, written) == 0)
    return;
  g_free (*place);
  *place = g_steal_pointer (&written);
  if (g_str_equal (field, "title"))
    accept_finding (self, slide);
  _ink_report_page_edit (
      self, ink_definition_replace_slide (get_definition (self), self->shown, slide), label, field);
}

static void
title_cb (InkReportPage *self)
{
  set_text (self, G_STRUCT_OFFSET (InkSlide, title),
            gtk_editable_get_text (GTK_EDITABLE (self->title_row)), NULL, _ ("Titled a slide"),
            "title");
}

static void
source_cb (InkReportPage *self)
{
  set_text (self, G_STRUCT_OFFSET (InkSlide, source),
            gtk_editable_get_text (GTK_EDITABLE (self->source_row)), NULL,
            _ ("Wrote a slide's source"), "source");
}

static void
notes_cb (InkReportPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->notes);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  set_text (self, G_STRUCT_OFFSET (InkSlide, notes), text, NULL, _ ("Wrote speaker notes"),
            "notes");
}

/* ---- What is shown ---- */

/* Leaves a text alone in which somebody writes: it is what they wrote. */
static void
fill_row (AdwEntryRow *row,
          const char *text)
{
  GtkEditable *editable = GTK_EDITABLE (row);
  const char *shown = text != NULL ? text : "";

  if (gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (editable))))
    return;
  if (!g_str_equal (gtk_editable_get_text (editable), shown))
    gtk_editable_set_text (editable, shown);
}

static void
fill_notes (InkReportPage *self,
            const char *text)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self->notes)))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->notes), text != NULL ? text : "", -1);
}

static void
fill_words (InkReportPage *self)
{
  const InkSlideContent *content = ink_slide_view_get_content (self->slide);

  if (content == NULL)
    return;
  self->filling = TRUE;
  fill_row (self->title_row, content->title);
  fill_row (self->source_row,
            content->slide->source != NULL ? content->slide->source : content->source);
  fill_notes (self, content->notes);
  self->filling = FALSE;
}

static void
show_message (InkReportPage *self)
{
  const InkSlideContent *content = _ink_report_page_get_content (self);

  ink_slide_message_set (self->message, content,
                         content != NULL ? ink_report_messages_see (self->messages, content)
                                         : NULL);
}

static void
changed_cb (InkReportPage *self)
{
  if (self->document == NULL)
    return;
  fill_words (self);
  show_message (self);
}

static void
show_slide (InkReportPage *self,
            guint place)
{
  char **slides = get_definition (self)->slides;
  const InkSlide *slide;

  self->shown = place;
  ink_slide_view_set_slide (self->slide, self->document, slides[place], place + 1);
  fill_words (self);
  show_message (self);
  slide = ink_slide_view_get_slide (self->slide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.frozen",
                                 slide != NULL && slide->chart != NULL
                                     && !ink_slide_is_table (slide));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FROZEN]);
}

static void
chosen_cb (InkReportPage *self,
           guint place)
{
  show_slide (self, place);
}

/* A sign on the small slide: it is frozen, or says something else than before. */
static void
shown_cb (InkReportPage *self,
          InkSlideView *thumb)
{
  const InkSlideContent *content = ink_slide_view_get_content (thumb);

  if (content != NULL && content->slide->frozen != NULL)
    ink_slide_view_set_mark (thumb, INK_SLIDE_FROZEN_ICON, _ ("Frozen"));
  else if (content != NULL && ink_report_messages_see (self->messages, content) != NULL)
    ink_slide_view_set_mark (thumb, INK_SLIDE_CHANGED_ICON, _ ("The message changed"));
  else
    ink_slide_view_set_mark (thumb, NULL, NULL);
}

/* ---- The report ---- */

static void
show_subtitle (InkReportPage *self,
               guint n)
{
  g_autofree char *subtitle
      = n > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u slide · 16:9", "%u slides · 16:9",
                                              n),
                                 n)
              : NULL;

  ink_page_set_subtitle (INK_PAGE (self), subtitle);
}

static void
show_report (InkReportPage *self)
{
  static const char *const actions[]
      = { "report.remove", "report.duplicate", "report.save", "report.copy", "report.print" };
  guint n = ink_definition_get_n_slides (get_definition (self));

  /* Added from another page: that is the one to be looked at next. */
  if (n > self->n_slides && self->n_slides > 0 && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->shown = n - 1;
  self->n_slides = n;
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "slides" : "empty");
  show_subtitle (self, n);
  self->shown = MIN (self->shown, n > 0 ? n - 1 : 0);
  ink_slide_strip_set_slides (self->strip, self->document, self->shown);
  if (n > 0)
    show_slide (self, self->shown);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], n > 0);
}

static void
moved_cb (InkReportPage *self,
          guint from,
          guint to)
{
  _ink_report_page_move (self, from, to);
}

/* What can be added is looked for when somebody wants to know. */
static void
create_add_menu_cb (GtkMenuButton *button,
                    gpointer data)
{
  InkReportPage *self = data;
  g_autoptr (GMenuModel) menu = NULL;

  if (self->document == NULL)
    return;
  menu = ink_slide_menu_new (get_definition (self), "report.add");
  gtk_menu_button_set_menu_model (button, menu);
}

/* ---- Life ---- */

static void
ink_report_page_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (id == PROP_FROZEN)
    _ink_report_page_set_frozen (INK_REPORT_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ink_report_page_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (id == PROP_FROZEN)
    g_value_set_boolean (value, _ink_report_page_is_frozen (INK_REPORT_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ink_report_page_constructed (GObject *object)
{
  InkReportPage *self = INK_REPORT_PAGE (object);

  G_OBJECT_CLASS (ink_report_page_parent_class)->constructed (object);

  self->document = ink_page_get_document (INK_PAGE (self));
  if (self->document == NULL)
    return;
  self->messages = ink_report_messages_new (self->document);
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed",
                           G_CALLBACK (notes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::definition", G_CALLBACK (show_report), self,
                           G_CONNECT_SWAPPED);
  show_report (self);
}

static void
ink_report_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), INK_TYPE_REPORT_PAGE);
  g_clear_pointer (&INK_REPORT_PAGE (object)->messages, ink_report_messages_free);

  G_OBJECT_CLASS (ink_report_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, strip);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, slide);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, message);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, source_row);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, notes);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
ink_report_page_class_init (InkReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ink_report_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ink_report_page_dispose;
  G_OBJECT_CLASS (klass)->set_property = ink_report_page_set_property;
  G_OBJECT_CLASS (klass)->get_property = ink_report_page_get_property;
  props[PROP_FROZEN] = g_param_spec_boolean (
      "frozen", NULL, NULL, FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_PAGE_COLUMN);
  g_type_ensure (INK_TYPE_SLIDE_MESSAGE);
  g_type_ensure (INK_TYPE_SLIDE_STRIP);
  g_type_ensure (INK_TYPE_SLIDE_VIEW);
  g_type_ensure (INK_TYPE_TEMPLATE_NOTE);
  g_type_ensure (INK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inkling_app/Inkling/pages/ink-report-page.ui");
  bind_children (widget_class);
  _ink_report_page_add_actions (widget_class);
}

static void
ink_report_page_init (InkReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->add_button, create_add_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->first_button, create_add_menu_cb, self, NULL);
  ink_compat_name_menus (GTK_WIDGET (self));
}
