/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/pages/ink-report-page.h"

#include "definition/ink-slide-edit.h"
#include "document/ink-review.h"
#include "ui/pages/ink-report-save.h"
#include "ui/widgets/ink-adaptive-box.h"
#include "ui/widgets/ink-slide-menu.h"
#include "ui/widgets/ink-slide-view.h"
#include "ui/widgets/ink-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _InkReportPage
{
  InkPage parent_instance;

  GtkStack *stack;
  GtkMenuButton *first_button;
  GtkMenuButton *add_button;
  GtkListBox *strip;
  InkSlideView *slide;
  AdwEntryRow *title_row;
  AdwEntryRow *source_row;
  GtkTextView *notes;

  InkDocument *document; /* nullable in tests of templates */
  guint shown;           /* the slide that is large, from 0 */
  guint n_slides;        /* as they were last shown */
  gboolean filling;      /* texts change because another slide is shown */
};

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

static void
edit (InkReportPage *self,
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

static void
set_text (InkReportPage *self,
          gsize offset,
          const char *text,
          const char *proposed,
          const char *label,
          const char *field)
{
  g_autoptr (InkSlide) slide = self->filling ? NULL : read_shown (self);
  char **place;

  if (slide == NULL)
    return;
  place = (char **) ((char *) slide + offset);
  g_free (*place);
  *place = keep_written (text, proposed);
  edit (self, ink_definition_replace_slide (get_definition (self), self->shown, slide), label,
        field);
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
  fill_row (self->source_row, content->source);
  fill_notes (self, content->notes);
  self->filling = FALSE;
}

static void
changed_cb (InkReportPage *self)
{
  fill_words (self);
}

static void
show_slide (InkReportPage *self,
            guint place)
{
  char **slides = get_definition (self)->slides;

  self->shown = place;
  ink_slide_view_set_slide (self->slide, self->document, slides[place], place + 1);
  fill_words (self);
}

static void
row_selected_cb (InkReportPage *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && !self->filling)
    show_slide (self, (guint) gtk_list_box_row_get_index (row));
}

/* ---- The strip ---- */

static InkSlideView *
get_thumb (GtkListBoxRow *row)
{
  return INK_SLIDE_VIEW (gtk_list_box_row_get_child (row));
}

static void
name_row (InkSlideView *thumb,
          GtkListBoxRow *row)
{
  const InkSlideContent *content = ink_slide_view_get_content (thumb);
  g_autofree char *label = g_strdup_printf (_ ("Slide %d: %s"), gtk_list_box_row_get_index (row) + 1,
                                            content != NULL ? content->title : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 GtkListBoxRow *row)
{
  return gdk_content_provider_new_typed (G_TYPE_INT, gtk_list_box_row_get_index (row));
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               GtkListBoxRow *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void move_slide (InkReportPage *self, guint from, guint to);

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         InkReportPage *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  move_slide (self, (guint) g_value_get_int (value),
              (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return TRUE;
}

static void
let_be_dragged (InkReportPage *self,
                GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}

static void
add_row (InkReportPage *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *thumb = ink_slide_view_new ();

  gtk_widget_add_css_class (thumb, "slide");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), thumb);
  g_signal_connect (thumb, "changed", G_CALLBACK (name_row), row);
  let_be_dragged (self, row);
  gtk_list_box_append (self->strip, row);
}

static void
fill_strip (InkReportPage *self)
{
  char **slides = get_definition (self)->slides;
  guint n = g_strv_length (slides), i;
  GtkListBoxRow *row;

  for (i = 0; i < n; i++)
    {
      if (gtk_list_box_get_row_at_index (self->strip, (int) i) == NULL)
        add_row (self);
      row = gtk_list_box_get_row_at_index (self->strip, (int) i);
      ink_slide_view_set_slide (get_thumb (row), self->document, slides[i], i + 1);
    }
  while ((row = gtk_list_box_get_row_at_index (self->strip, (int) n)) != NULL)
    gtk_list_box_remove (self->strip, GTK_WIDGET (row));
}

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
  guint n = ink_definition_get_n_slides (get_definition (self));

  /* Added from another page: that is the one to be looked at next. */
  if (n > self->n_slides && self->n_slides > 0 && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->shown = n - 1;
  self->n_slides = n;
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "slides" : "empty");
  show_subtitle (self, n);
  self->filling = TRUE;
  fill_strip (self);
  self->shown = MIN (self->shown, n > 0 ? n - 1 : 0);
  if (n > 0)
    gtk_list_box_select_row (self->strip,
                             gtk_list_box_get_row_at_index (self->strip, (int) self->shown));
  self->filling = FALSE;
  if (n > 0)
    show_slide (self, self->shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.remove", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.duplicate", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.copy", n > 0);
}

static void
definition_cb (InkReportPage *self)
{
  g_autoptr (GMenuModel) menu = ink_slide_menu_new (get_definition (self), "report.add");

  gtk_menu_button_set_menu_model (self->add_button, menu);
  gtk_menu_button_set_menu_model (self->first_button, menu);
  show_report (self);
}

/* ---- Actions ---- */

static void
move_slide (InkReportPage *self,
            guint from,
            guint to)
{
  InkDefinition *definition = get_definition (self);
  guint n = ink_definition_get_n_slides (definition);

  if (from >= n || to >= n || from == to)
    return;
  self->shown = to;
  edit (self, ink_definition_move_slide (definition, from, to), _ ("Moved a slide"), NULL);
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
  move_slide (self, self->shown, (guint) ((int) self->shown + by));
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  InkDefinition *definition = get_definition (self);
  guint n = ink_definition_get_n_slides (definition);
  g_autoptr (InkSlide) slide = ink_slide_from_json (g_variant_get_string (parameter, NULL), NULL);

  if (slide == NULL)
    return;
  self->shown = n > 0 ? self->shown + 1 : 0;
  edit (self, ink_definition_insert_slide (definition, self->shown, slide), _ ("Added a slide"),
        NULL);
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
  edit (self, ink_definition_insert_slide (get_definition (self), self->shown, slide),
        _ ("Duplicated a slide"), NULL);
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
  edit (self, ink_definition_without_slide (definition, self->shown), _ ("Removed a slide"), NULL);
  gtk_widget_activate_action (widget, "win.say-removed", "s", _ ("Slide removed"));
}

static void
review_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  InkReportPage *self = INK_REPORT_PAGE (widget);
  g_autoptr (InkDefinition) definition = ink_definition_ref (get_definition (self));
  g_autoptr (GPtrArray) slides
      = ink_review_new (definition, ink_document_get_store (self->document),
                        ink_document_get_title (self->document));
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

/* ---- Life ---- */

static void
ink_report_page_constructed (GObject *object)
{
  InkReportPage *self = INK_REPORT_PAGE (object);

  G_OBJECT_CLASS (ink_report_page_parent_class)->constructed (object);

  self->document = ink_page_get_document (INK_PAGE (self));
  if (self->document == NULL)
    return;
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed",
                           G_CALLBACK (notes_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::definition", G_CALLBACK (definition_cb), self,
                           G_CONNECT_SWAPPED);
  definition_cb (self);
}

static void
ink_report_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), INK_TYPE_REPORT_PAGE);

  G_OBJECT_CLASS (ink_report_page_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "report.move", "i",
                                       -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "report.move",
                                       "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "report.duplicate", NULL);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, first_button);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, strip);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, slide);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, source_row);
  gtk_widget_class_bind_template_child (widget_class, InkReportPage, notes);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
ink_report_page_class_init (InkReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ink_report_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = ink_report_page_dispose;
  g_type_ensure (INK_TYPE_ADAPTIVE_BOX);
  g_type_ensure (INK_TYPE_SLIDE_VIEW);
  g_type_ensure (INK_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/inkling_app/Inkling/pages/ink-report-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "report.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "report.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "report.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "report.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "report.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "report.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, copy_action);
  add_keys (widget_class);
}

static void
ink_report_page_init (InkReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
