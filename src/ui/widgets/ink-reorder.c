/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-reorder.h"

#define NO_PLACE G_MAXUINT

struct _InkReorder
{
  GtkWidget *owner; /* not held */
  GPtrArray *parts;
  GtkOrientation orientation;
  InkReorderFunc moved;
  GtkEventController *target;
  guint dragged; /* the part that is */
};

/* ---- Dragging ---- */

static GtkWidget *
get_part (GtkDragSource *source)
{
  return g_object_get_data (G_OBJECT (source), "part");
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            InkReorder *self)
{
  GtkWidget *handle = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  GtkWidget *part = get_part (source);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (part);

  if (gtk_widget_translate_coordinates (handle, part, x, y, &x, &y))
    gtk_drag_source_set_icon (source, paintable, (int) x, (int) y);

  return gdk_content_provider_new_typed (G_OBJECT_TYPE (self->owner), self->owner);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               InkReorder *self)
{
  if (!g_ptr_array_find (self->parts, get_part (source), &self->dragged))
    self->dragged = NO_PLACE;
}

/* ---- Where it would go ---- */

/* Does the part lie behind the point? */
static gboolean
lies_behind (InkReorder *self,
             const graphene_rect_t *box,
             double x,
             double y)
{
  gboolean mirrored = gtk_widget_get_direction (self->owner) == GTK_TEXT_DIR_RTL;
  double middle = box->origin.x + box->size.width / 2;

  if (self->orientation == GTK_ORIENTATION_VERTICAL)
    return y < box->origin.y + box->size.height / 2;

  return y < box->origin.y
         || (y < box->origin.y + box->size.height && (mirrored ? x > middle : x < middle));
}

/* Before the first part that lies behind the point. */
static guint
find_place (InkReorder *self,
            double x,
            double y)
{
  guint i;

  for (i = 0; i < self->parts->len; i++)
    {
      graphene_rect_t box;

      if (gtk_widget_compute_bounds (g_ptr_array_index (self->parts, i), self->owner, &box)
          && lies_behind (self, &box, x, y))
        break;
    }

  return i;
}

static void
set_class (GtkWidget *widget,
           const char *css_class,
           gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
show_place (InkReorder *self,
            guint place)
{
  gboolean vertical = self->orientation == GTK_ORIENTATION_VERTICAL;
  guint n = self->parts->len;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *part = g_ptr_array_index (self->parts, i);

      set_class (part, vertical ? "drop-above" : "drop-before", i == place);
      set_class (part, vertical ? "drop-below" : "drop-after", place == n && i + 1 == n);
    }
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           InkReorder *self)
{
  show_place (self, find_place (self, x, y));

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          InkReorder *self)
{
  show_place (self, NO_PLACE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         InkReorder *self)
{
  guint place = find_place (self, x, y);

  show_place (self, NO_PLACE);
  /* A part of another window's widget is none of ours. */
  if (g_value_get_object (value) != self->owner || self->dragged >= self->parts->len)
    return FALSE;
  self->moved (self->owner, self->dragged, place > self->dragged ? place - 1 : place);

  return TRUE;
}

/* ---- All of it ---- */

InkReorder *
ink_reorder_new (GtkWidget *owner,
                 GPtrArray *parts,
                 GtkOrientation orientation,
                 InkReorderFunc moved)
{
  InkReorder *self;

  g_return_val_if_fail (GTK_IS_WIDGET (owner), NULL);
  g_return_val_if_fail (parts != NULL && moved != NULL, NULL);

  self = g_new0 (InkReorder, 1);
  self->owner = owner;
  self->parts = parts;
  self->orientation = orientation;
  self->moved = moved;
  self->dragged = NO_PLACE;
  self->target = GTK_EVENT_CONTROLLER (gtk_drop_target_new (G_OBJECT_TYPE (owner),
                                                            GDK_ACTION_MOVE));
  g_signal_connect (self->target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (self->target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (self->target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (owner, self->target);

  return self;
}

void
ink_reorder_free (InkReorder *self)
{
  g_return_if_fail (self != NULL);

  g_signal_handlers_disconnect_by_data (self->target, self);
  gtk_widget_remove_controller (self->owner, self->target);
  g_free (self);
}

void
ink_reorder_add_part (InkReorder *self,
                      GtkWidget *part,
                      GtkWidget *handle)
{
  GtkDragSource *source;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_WIDGET (part) && GTK_IS_WIDGET (handle));

  source = gtk_drag_source_new ();
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_object_set_data (G_OBJECT (source), "part", part);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
}
