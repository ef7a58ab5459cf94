/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-slide-strip.h"

#include "definition/ink-slide-edit.h"

#include <glib/gi18n-lib.h>

struct _InkSlideStrip
{
  GtkWidget parent_instance;

  GtkListBox *list;
  gboolean filling; /* rows are chosen because the slides are others */
};

G_DEFINE_FINAL_TYPE (InkSlideStrip, ink_slide_strip, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  MOVED,
  SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- Rows ---- */

static InkSlideView *
get_thumb (GtkListBoxRow *row)
{
  return INK_SLIDE_VIEW (gtk_list_box_row_get_child (row));
}

/* With what its mark says: colours and signs are not for everybody. */
static void
name_row (InkSlideView *thumb,
          GtkListBoxRow *row)
{
  const InkSlideContent *content = ink_slide_view_get_content (thumb);
  const char *mark = ink_slide_view_get_mark (thumb);
  g_autofree char *label = g_strdup_printf (_ ("Slide %d: %s"), gtk_list_box_row_get_index (row) + 1,
                                            content != NULL ? content->title : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mark != NULL ? mark : "", -1);
}

static void
shown_cb (InkSlideView *thumb,
          InkSlideStrip *self)
{
  g_signal_emit (self, signals[SHOWN], 0, thumb);
  name_row (thumb, GTK_LIST_BOX_ROW (gtk_widget_get_parent (GTK_WIDGET (thumb))));
}

static void
row_selected_cb (InkSlideStrip *self,
                 GtkListBoxRow *row)
{
  if (row != NULL && !self->filling)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

/* ---- Dragging ---- */

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

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         InkSlideStrip *self)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  g_signal_emit (self, signals[MOVED], 0, (guint) g_value_get_int (value),
                 (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return TRUE;
}

static void
let_be_dragged (InkSlideStrip *self,
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

/* ---- Filling ---- */

static void
add_row (InkSlideStrip *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *thumb = ink_slide_view_new ();

  gtk_widget_add_css_class (thumb, "slide");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), thumb);
  g_signal_connect (thumb, "changed", G_CALLBACK (shown_cb), self);
  let_be_dragged (self, row);
  gtk_list_box_append (self->list, row);
}

static void
fill (InkSlideStrip *self,
      InkDocument *document)
{
  char **slides = ink_document_get_definition (document)->slides;
  guint n = g_strv_length (slides), i;
  GtkListBoxRow *row;

  for (i = 0; i < n; i++)
    {
      if (gtk_list_box_get_row_at_index (self->list, (int) i) == NULL)
        add_row (self);
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      ink_slide_view_set_slide (get_thumb (row), document, slides[i], i + 1);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
ink_slide_strip_set_slides (InkSlideStrip *self,
                            InkDocument *document,
                            guint chosen)
{
  GtkListBoxRow *row;

  g_return_if_fail (INK_IS_SLIDE_STRIP (self));
  g_return_if_fail (INK_IS_DOCUMENT (document));

  self->filling = TRUE;
  fill (self, document);
  row = gtk_list_box_get_row_at_index (self->list, (int) chosen);
  if (row != NULL)
    gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
}

InkSlideView *
ink_slide_strip_get_slide (InkSlideStrip *self,
                           guint place)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (INK_IS_SLIDE_STRIP (self), NULL);

  row = gtk_list_box_get_row_at_index (self->list, (int) place);
  return row != NULL ? get_thumb (row) : NULL;
}

/* ---- Life ---- */

static void
ink_slide_strip_dispose (GObject *object)
{
  InkSlideStrip *self = INK_SLIDE_STRIP (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;

  G_OBJECT_CLASS (ink_slide_strip_parent_class)->dispose (object);
}

static void
ink_slide_strip_class_init (InkSlideStripClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_slide_strip_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MOVED] = g_signal_new ("moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, INK_TYPE_SLIDE_VIEW);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
ink_slide_strip_init (InkSlideStrip *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "slide-strip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Slides"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
}
