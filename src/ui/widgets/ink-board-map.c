/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-map.h"

#include "ui/compat/ink-compat-colour.h"

#include <glib/gi18n-lib.h>

#define WIDTH 150
#define HEIGHT 96
#define PADDING 4
#define LANE_ALPHA 0.08f
#define CARD_ALPHA 0.35f
#define VIEW_ALPHA 0.16f

struct _InkBoardMap
{
  GtkWidget parent_instance;

  InkBoardCanvas *canvas;      /* not held */
  GtkScrolledWindow *scrolled; /* not held */
};

G_DEFINE_FINAL_TYPE (InkBoardMap, ink_board_map, GTK_TYPE_WIDGET)

/* How much smaller than the board it is, and where the board begins on it. */
static double
get_scale (InkBoardMap *self,
           double *x,
           double *y)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  double scale = MIN ((double) WIDTH / MAX (width, 1), (double) HEIGHT / MAX (height, 1));

  *x = (gtk_widget_get_width (GTK_WIDGET (self)) - width * scale) / 2;
  *y = (gtk_widget_get_height (GTK_WIDGET (self)) - height * scale) / 2;

  return scale;
}

static void
ink_board_map_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  InkBoardMap *self = INK_BOARD_MAP (widget);
  int size = orientation == GTK_ORIENTATION_HORIZONTAL
                 ? gtk_widget_get_width (GTK_WIDGET (self->canvas))
                 : gtk_widget_get_height (GTK_WIDGET (self->canvas));
  double x, y;

  *minimum = *natural = (int) (size * get_scale (self, &x, &y)) + 2 * PADDING;
}

/* ---- Drawing ---- */

static graphene_rect_t
shrink (InkBoardMap *self,
        const graphene_rect_t *box)
{
  double x, y;
  float scale = (float) get_scale (self, &x, &y);

  return GRAPHENE_RECT_INIT (box->origin.x * scale + (float) x, box->origin.y * scale + (float) y,
                             box->size.width * scale, box->size.height * scale);
}

static void
append_box (InkBoardMap *self,
            GtkSnapshot *snapshot,
            GtkWidget *child,
            const GdkRGBA *colour)
{
  graphene_rect_t box;

  if (!ink_board_canvas_get_box (self->canvas, child, &box))
    return;
  box = shrink (self, &box);
  gtk_snapshot_append_color (snapshot, colour, &box);
}

static void
append_lane (InkBoardMap *self,
             GtkSnapshot *snapshot,
             InkBoardLane *lane,
             const GdkRGBA *plain,
             const GdkRGBA *accent)
{
  GdkRGBA colour = *plain;

  colour.alpha *= LANE_ALPHA;
  append_box (self, snapshot, GTK_WIDGET (lane), &colour);
  for (guint i = 0; i < ink_board_lane_count_cards (lane); i++)
    {
      InkGoalCard *card = ink_board_lane_get_card (lane, i);
      gboolean macro = ink_goal_card_get_goal (card)->kind == INK_GOAL_MACRO;

      colour = macro ? *accent : *plain;
      if (!macro)
        colour.alpha *= CARD_ALPHA;
      append_box (self, snapshot, GTK_WIDGET (card), &colour);
    }
}

static graphene_rect_t
get_seen (InkBoardMap *self)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scrolled);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t seen
      = GRAPHENE_RECT_INIT ((float) gtk_adjustment_get_value (across),
                            (float) gtk_adjustment_get_value (down),
                            (float) gtk_adjustment_get_page_size (across),
                            (float) gtk_adjustment_get_page_size (down));
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                            (float) gtk_widget_get_height (GTK_WIDGET (self)));

  seen = shrink (self, &seen);
  graphene_rect_intersection (&seen, &all, &seen);

  return seen;
}

static void
ink_board_map_snapshot (GtkWidget *widget,
                        GtkSnapshot *snapshot)
{
  InkBoardMap *self = INK_BOARD_MAP (widget);
  graphene_rect_t seen = get_seen (self);
  GskRoundedRect frame;
  GdkRGBA plain, accent, fill;

  ink_compat_get_colour (widget, NULL, &plain);
  ink_compat_get_colour (widget, "accent_color", &accent);
  for (guint i = 0; i < ink_board_canvas_count_lanes (self->canvas); i++)
    append_lane (self, snapshot, ink_board_canvas_get_lane (self->canvas, i), &plain, &accent);
  fill = accent;
  fill.alpha *= VIEW_ALPHA;
  gtk_snapshot_append_color (snapshot, &fill, &seen);
  gsk_rounded_rect_init_from_rect (&frame, &seen, 2);
  gtk_snapshot_append_border (snapshot, &frame, (float[]){ 1.5f, 1.5f, 1.5f, 1.5f },
                              (GdkRGBA[]){ accent, accent, accent, accent });
}

/* ---- Moving the view ---- */

static void
centre (GtkAdjustment *adjustment,
        double at)
{
  gtk_adjustment_set_value (adjustment, at - gtk_adjustment_get_page_size (adjustment) / 2);
}

static void
show_point (InkBoardMap *self,
            double x,
            double y)
{
  double left, top;
  double scale = get_scale (self, &left, &top);

  centre (gtk_scrolled_window_get_hadjustment (self->scrolled), (x - left) / scale);
  centre (gtk_scrolled_window_get_vadjustment (self->scrolled), (y - top) / scale);
}

static void
begin_cb (GtkGestureDrag *gesture,
          double x,
          double y,
          InkBoardMap *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_point (self, x, y);
}

static void
update_cb (GtkGestureDrag *gesture,
           double by_x,
           double by_y,
           InkBoardMap *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  show_point (self, x + by_x, y + by_y);
}

/* ---- The widget ---- */

static void
ink_board_map_class_init (InkBoardMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ink_board_map_measure;
  widget_class->snapshot = ink_board_map_snapshot;
  gtk_widget_class_set_css_name (widget_class, "boardmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ink_board_map_init (InkBoardMap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Map of the board"), -1);
}

static void
follow (InkBoardMap *self,
        GtkAdjustment *adjustment)
{
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ink_board_map_new (InkBoardCanvas *canvas,
                   GtkScrolledWindow *scrolled)
{
  InkBoardMap *self;

  g_return_val_if_fail (INK_IS_BOARD_CANVAS (canvas), NULL);
  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scrolled), NULL);

  self = g_object_new (INK_TYPE_BOARD_MAP, NULL);
  self->canvas = canvas;
  self->scrolled = scrolled;
  follow (self, gtk_scrolled_window_get_hadjustment (scrolled));
  follow (self, gtk_scrolled_window_get_vadjustment (scrolled));

  return GTK_WIDGET (self);
}
