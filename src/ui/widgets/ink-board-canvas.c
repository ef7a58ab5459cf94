/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-board-canvas.h"

#include "ui/widgets/ink-board-columns.h"
#include "ui/widgets/ink-board-layout.h"
#include "ui/widgets/ink-board-lines.h"
#include "ui/widgets/ink-board-marks.h"

#include <adwaita.h>
#include <math.h>

struct _InkBoardCanvas
{
  GtkWidget parent_instance;

  InkBoardLayout layout;

  InkBoardLines *lines;
  InkBoardSlide *slide;

  guint mark_lane;
  guint mark_place;
  InkGoalCard *mark_but; /* not held */
  guint lane_mark;
};

G_DEFINE_FINAL_TYPE (InkBoardCanvas, ink_board_canvas, GTK_TYPE_WIDGET)

static void
forget_lines (InkBoardCanvas *self)
{
  ink_board_lines_forget (self->lines);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- The widget's size ---- */

static void
ink_board_canvas_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = ink_board_layout_measure (&INK_BOARD_CANVAS (widget)->layout, orientation,
                                                  for_size);
}

static void
ink_board_canvas_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  InkBoardCanvas *self = INK_BOARD_CANVAS (widget);

  ink_board_layout_allocate (&self->layout, width, height,
                             gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  ink_board_slide_begin (self->slide, self->layout.narrow ? 1 : self->layout.zoom);
  forget_lines (self);
}

static GtkSizeRequestMode
ink_board_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- Drawing ---- */

static void
snapshot_all (InkBoardCanvas *self,
              GPtrArray *children,
              GtkSnapshot *snapshot)
{
  for (guint i = 0; i < children->len; i++)
    gtk_widget_snapshot_child (GTK_WIDGET (self), g_ptr_array_index (children, i), snapshot);
}

static void
ink_board_canvas_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  InkBoardCanvas *self = INK_BOARD_CANVAS (widget);

  snapshot_all (self, self->layout.backs, snapshot);
  ink_board_lines_append (self->lines, self, snapshot);
  snapshot_all (self, self->layout.lanes, snapshot);
  if (self->layout.end != NULL)
    gtk_widget_snapshot_child (widget, self->layout.end, snapshot);
  ink_board_marks_append_place (self, snapshot, self->mark_lane, self->mark_place,
                                self->mark_but);
  ink_board_marks_append_lane (self, snapshot, self->lane_mark);
}

/* ---- What there is ---- */

void
ink_board_canvas_set_lanes (InkBoardCanvas *self,
                            guint n)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  while (self->layout.lanes->len > n)
    {
      GtkWidget *lane = g_ptr_array_steal_index (self->layout.lanes, self->layout.lanes->len - 1);

      /* It may be held for longer: while it is dragged. */
      ink_board_lane_set_slide (INK_BOARD_LANE (lane), NULL);
      gtk_widget_unparent (lane);
      gtk_widget_unparent (
          g_ptr_array_steal_index (self->layout.backs, self->layout.backs->len - 1));
    }
  while (self->layout.lanes->len < n)
    {
      GtkWidget *back = adw_bin_new ();
      GtkWidget *lane = ink_board_lane_new ();

      ink_board_lane_set_slide (INK_BOARD_LANE (lane), self->slide);
      gtk_widget_add_css_class (back, "lane-back");
      gtk_widget_set_can_target (back, FALSE);
      gtk_widget_set_parent (back, GTK_WIDGET (self));
      gtk_widget_insert_before (lane, GTK_WIDGET (self), self->layout.end);
      g_ptr_array_add (self->layout.backs, back);
      g_ptr_array_add (self->layout.lanes, lane);
    }
  forget_lines (self);
}

guint
ink_board_canvas_count_lanes (InkBoardCanvas *self)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), 0);

  return self->layout.lanes->len;
}

InkBoardLane *
ink_board_canvas_get_lane (InkBoardCanvas *self,
                           guint position)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), NULL);
  g_return_val_if_fail (position < self->layout.lanes->len, NULL);

  return g_ptr_array_index (self->layout.lanes, position);
}

guint
ink_board_canvas_get_position (InkBoardCanvas *self,
                               GtkWidget *part)
{
  GtkWidget *lane;
  guint position;

  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), INK_NO_POSITION);
  g_return_val_if_fail (GTK_IS_WIDGET (part), INK_NO_POSITION);

  lane = gtk_widget_get_ancestor (part, INK_TYPE_BOARD_LANE);

  return g_ptr_array_find (self->layout.lanes, lane, &position) ? position : INK_NO_POSITION;
}

void
ink_board_canvas_set_end (InkBoardCanvas *self,
                          GtkWidget *end)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  g_clear_pointer (&self->layout.end, gtk_widget_unparent);
  self->layout.end = end;
  if (end == NULL)
    return;
  gtk_widget_set_parent (end, GTK_WIDGET (self));
  gtk_widget_set_child_visible (end, self->layout.narrow);
}

void
ink_board_canvas_set_narrow (InkBoardCanvas *self,
                             gboolean narrow)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  if (self->layout.narrow == narrow)
    return;
  self->layout.narrow = narrow;
  if (self->layout.end != NULL)
    gtk_widget_set_child_visible (self->layout.end, narrow);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
ink_board_canvas_get_narrow (InkBoardCanvas *self)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), FALSE);

  return self->layout.narrow;
}

void
ink_board_canvas_set_zoom (InkBoardCanvas *self,
                           double zoom)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));
  g_return_if_fail (zoom > 0);

  if (fabs (self->layout.zoom - zoom) < 1e-6)
    return;
  self->layout.zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
ink_board_canvas_get_zoom (InkBoardCanvas *self)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), 1);

  return self->layout.zoom;
}

void
ink_board_canvas_set_lines (InkBoardCanvas *self,
                            InkBoardFacts *facts,
                            const char *main,
                            const char *selected)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  ink_board_lines_set (self->lines, facts, main, selected);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ink_board_canvas_find_way (InkBoardCanvas *self,
                           double x,
                           double y,
                           InkGoalWay *way)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), FALSE);

  return ink_board_lines_find (self->lines, self, x, y, way);
}

void
ink_board_canvas_keep_places (InkBoardCanvas *self)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  for (guint i = 0; i < self->layout.lanes->len; i++)
    for (guint j = 0; j < ink_board_lane_count_cards (ink_board_canvas_get_lane (self, i)); j++)
      ink_board_slide_remember (
          self->slide,
          GTK_WIDGET (ink_board_lane_get_card (ink_board_canvas_get_lane (self, i), j)));
}

void
ink_board_canvas_set_mark (InkBoardCanvas *self,
                           guint lane,
                           guint place,
                           InkGoalCard *but)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  if (self->mark_lane == lane && self->mark_place == place && self->mark_but == but)
    return;
  self->mark_lane = lane;
  self->mark_place = place;
  self->mark_but = but;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ink_board_canvas_set_lane_mark (InkBoardCanvas *self,
                                guint position)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  if (self->lane_mark == position)
    return;
  self->lane_mark = position;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Where things are ---- */

gboolean
ink_board_canvas_get_box (InkBoardCanvas *self,
                          GtkWidget *child,
                          graphene_rect_t *box)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (child) && box != NULL, FALSE);

  return gtk_widget_compute_bounds (child, GTK_WIDGET (self), box);
}

InkGoalCard *
ink_board_canvas_find_card (InkBoardCanvas *self,
                            double x,
                            double y)
{
  GtkWidget *found;

  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), NULL);

  found = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  if (found != NULL)
    found = gtk_widget_get_ancestor (found, INK_TYPE_GOAL_CARD);

  return (InkGoalCard *) found;
}

void
ink_board_canvas_get_natural (InkBoardCanvas *self,
                              double *width,
                              double *height)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));
  g_return_if_fail (width != NULL && height != NULL);

  *width = ink_board_columns_get_least (self->layout.lanes);
  *height = ink_board_columns_divide (self->layout.lanes, (int) *width).height;
}

/* ---- The widget ---- */

static void
ink_board_canvas_css_changed (GtkWidget *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ink_board_canvas_parent_class)->css_changed (widget, change);
  forget_lines (INK_BOARD_CANVAS (widget));
}

static void
ink_board_canvas_dispose (GObject *object)
{
  InkBoardCanvas *self = INK_BOARD_CANVAS (object);

  if (self->layout.lanes != NULL)
    ink_board_canvas_set_lanes (self, 0);
  g_clear_pointer (&self->slide, ink_board_slide_free);
  g_clear_pointer (&self->layout.end, gtk_widget_unparent);
  g_clear_pointer (&self->layout.lanes, g_ptr_array_unref);
  g_clear_pointer (&self->layout.backs, g_ptr_array_unref);

  G_OBJECT_CLASS (ink_board_canvas_parent_class)->dispose (object);
}

static void
ink_board_canvas_finalize (GObject *object)
{
  ink_board_lines_free (INK_BOARD_CANVAS (object)->lines);

  G_OBJECT_CLASS (ink_board_canvas_parent_class)->finalize (object);
}

static void
ink_board_canvas_class_init (InkBoardCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_board_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_board_canvas_finalize;
  widget_class->measure = ink_board_canvas_measure;
  widget_class->size_allocate = ink_board_canvas_size_allocate;
  widget_class->get_request_mode = ink_board_canvas_get_request_mode;
  widget_class->snapshot = ink_board_canvas_snapshot;
  widget_class->css_changed = ink_board_canvas_css_changed;
  gtk_widget_class_set_css_name (widget_class, "boardcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ink_board_canvas_init (InkBoardCanvas *self)
{
  self->layout.backs = g_ptr_array_new ();
  self->layout.lanes = g_ptr_array_new ();
  self->lines = ink_board_lines_new ();
  self->slide = ink_board_slide_new (GTK_WIDGET (self));
  self->layout.zoom = 1;
  self->mark_lane = self->lane_mark = INK_NO_POSITION;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ink_board_canvas_new (void)
{
  return g_object_new (INK_TYPE_BOARD_CANVAS, NULL);
}
