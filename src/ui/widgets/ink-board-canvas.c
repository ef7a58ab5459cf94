/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-canvas.h"

#include "plot/ink-theme.h"
#include "ui/compat/ink-compat-colour.h"
#include "ui/widgets/ink-board-strokes.h"

#include <adwaita.h>
#include <math.h>

#define LEAST_LANE 158
#define MOST_LANE 264
#define LEAST_GAP 30
#define MOST_GAP 110
#define LIST_GAP 12
#define MARK_WIDTH 3

struct _InkBoardCanvas
{
  GtkWidget parent_instance;

  GPtrArray *backs; /* GtkWidget: the lanes' columns, under the lines */
  GPtrArray *lanes; /* InkBoardLane */
  GtkWidget *end;   /* nullable: below a list */

  gboolean narrow;
  double zoom;

  InkBoardFacts *facts; /* nullable */
  char *main;
  char *selected;
  GskRenderNode *lines; /* nullable: to be drawn anew */

  guint mark_lane;
  guint mark_place;
  InkGoalCard *mark_but; /* not held */
  guint lane_mark;
};

G_DEFINE_FINAL_TYPE (InkBoardCanvas, ink_board_canvas, GTK_TYPE_WIDGET)

static void
forget_lines (InkBoardCanvas *self)
{
  g_clear_pointer (&self->lines, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Layout, without zoom ---- */

typedef struct
{
  int lane;
  int gap;
} Columns;

static int
measure_natural (GtkWidget *widget,
                 GtkOrientation orientation,
                 int for_size)
{
  int natural = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static Columns
divide (InkBoardCanvas *self,
        int width)
{
  int n = MAX ((int) self->lanes->len, 1);
  Columns columns;

  columns.lane = CLAMP ((width - (n - 1) * LEAST_GAP) / n, LEAST_LANE, MOST_LANE);
  columns.gap = n > 1 ? CLAMP ((width - n * columns.lane) / (n - 1), LEAST_GAP, MOST_GAP) : 0;

  return columns;
}

static int
get_least_width (InkBoardCanvas *self)
{
  int n = MAX ((int) self->lanes->len, 1);

  return n * LEAST_LANE + (n - 1) * LEAST_GAP;
}

static int
get_height (InkBoardCanvas *self,
            int lane_width)
{
  int height = 0;

  for (guint i = 0; i < self->lanes->len; i++)
    height = MAX (height, measure_natural (g_ptr_array_index (self->lanes, i),
                                           GTK_ORIENTATION_VERTICAL, lane_width));

  return height;
}

static int
get_list_height (InkBoardCanvas *self,
                 int width)
{
  int height = measure_natural (self->end, GTK_ORIENTATION_VERTICAL, width);

  for (guint i = 0; i < self->lanes->len; i++)
    height += LIST_GAP + measure_natural (g_ptr_array_index (self->lanes, i),
                                          GTK_ORIENTATION_VERTICAL, width);

  return height;
}

static void
ink_board_canvas_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  InkBoardCanvas *self = INK_BOARD_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int child_minimum = 0;

      for (guint i = 0; self->narrow && i < self->lanes->len; i++)
        {
          int one;

          gtk_widget_measure (g_ptr_array_index (self->lanes, i), orientation, -1, &one, NULL,
                              NULL, NULL);
          child_minimum = MAX (child_minimum, one);
        }
      *minimum = self->narrow ? child_minimum
                              : (int) ceil (get_least_width (self) * self->zoom);
      *natural = *minimum;
      return;
    }

  if (for_size < 0)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &for_size, NULL, NULL, NULL);
  if (self->narrow)
    *minimum = get_list_height (self, for_size);
  else
    *minimum = (int) ceil (
        get_height (self, divide (self, (int) (for_size / self->zoom)).lane) * self->zoom);
  *natural = *minimum;
}

/* Puts @child where it lies without zoom and mirroring. */
static void
put (InkBoardCanvas *self,
     GtkWidget *child,
     GtkAllocation place,
     int width)
{
  GskTransform *transform = NULL;
  float zoom = self->narrow ? 1 : (float) self->zoom;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    place.x = width - place.x - place.width;
  if (zoom < 1 || zoom > 1)
    transform = gsk_transform_scale (transform, zoom, zoom);
  transform = gsk_transform_translate (
      transform, &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y));
  gtk_widget_allocate (child, place.width, place.height, -1, transform);
}

static void
allocate_columns (InkBoardCanvas *self,
                  int width,
                  int height)
{
  Columns columns = divide (self, width);
  GtkAllocation place = { 0, 0, columns.lane, MAX (height, get_height (self, columns.lane)) };

  for (guint i = 0; i < self->lanes->len; i++)
    {
      put (self, g_ptr_array_index (self->backs, i), place, width);
      put (self, g_ptr_array_index (self->lanes, i), place, width);
      place.x += columns.lane + columns.gap;
    }
}

static void
allocate_list (InkBoardCanvas *self,
               int width)
{
  GtkAllocation place = { 0, 0, width, 0 };

  for (guint i = 0; i < self->lanes->len; i++)
    {
      GtkWidget *lane = g_ptr_array_index (self->lanes, i);

      place.height = measure_natural (lane, GTK_ORIENTATION_VERTICAL, width);
      put (self, g_ptr_array_index (self->backs, i), place, width);
      put (self, lane, place, width);
      place.y += place.height + LIST_GAP;
    }
  if (self->end == NULL)
    return;
  place.height = measure_natural (self->end, GTK_ORIENTATION_VERTICAL, width);
  put (self, self->end, place, width);
}

static void
ink_board_canvas_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  InkBoardCanvas *self = INK_BOARD_CANVAS (widget);

  if (self->narrow)
    allocate_list (self, width);
  else
    allocate_columns (self, (int) (width / self->zoom), (int) (height / self->zoom));
  forget_lines (self);
}

static GtkSizeRequestMode
ink_board_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- Lines ---- */

static void
read_ink (InkBoardCanvas *self,
          InkBoardInk *ink)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const InkTheme *theme = adw_style_manager_get_dark (manager) ? &ink_theme_screen_dark
                                                               : &ink_theme_screen_light;

  ink_compat_get_colour (GTK_WIDGET (self), NULL, &ink->quiet);
  ink_compat_get_colour (GTK_WIDGET (self), "accent_color", &ink->accent);
  for (guint i = 0; i < G_N_ELEMENTS (ink->series); i++)
    {
      InkColour colour = theme->series[i];

      ink->series[i] = (GdkRGBA){ (float) (colour >> 24) / 255, (float) (colour >> 16 & 255) / 255,
                                  (float) (colour >> 8 & 255) / 255, 1 };
    }
  ink->contrast = adw_style_manager_get_high_contrast (manager);
  ink->mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static GArray *
list_spots (InkBoardCanvas *self)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (InkBoardSpot));

  for (guint i = 0; i < self->lanes->len; i++)
    for (guint j = 0; j < ink_board_lane_count_cards (g_ptr_array_index (self->lanes, i)); j++)
      {
        InkGoalCard *card = ink_board_lane_get_card (g_ptr_array_index (self->lanes, i), j);
        InkBoardSpot spot = { ink_goal_card_get_goal (card), (int) i, GRAPHENE_RECT_INIT_ZERO };

        if (ink_board_canvas_get_box (self, GTK_WIDGET (card), &spot.box))
          g_array_append_val (spots, spot);
      }

  return spots;
}

static void
draw_lines (InkBoardCanvas *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GArray) spots = list_spots (self);
  const InkBoardSpot *first = (const InkBoardSpot *) (gpointer) spots->data;
  g_autoptr (GArray) strokes
      = ink_board_strokes_choose (first, spots->len, self->facts, self->main, self->selected);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                                            (float) gtk_widget_get_height (GTK_WIDGET (self)));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &all);
  InkBoardInk ink;

  read_ink (self, &ink);
  ink_board_strokes_draw (cr, first, spots->len, self->facts, strokes, &ink);
  cairo_destroy (cr);
  self->lines = gtk_snapshot_free_to_node (snapshot);
}

/* ---- Marks ---- */

static void
append_bar (InkBoardCanvas *self,
            GtkSnapshot *snapshot,
            float x,
            float y,
            float width,
            float height)
{
  GskRoundedRect bar;
  GdkRGBA colour;

  ink_compat_get_colour (GTK_WIDGET (self), "accent_color", &colour);
  gsk_rounded_rect_init_from_rect (&bar, &GRAPHENE_RECT_INIT (x, y, width, height),
                                   MARK_WIDTH / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &bar);
  gtk_snapshot_append_color (snapshot, &colour, &bar.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
append_mark (InkBoardCanvas *self,
             GtkSnapshot *snapshot)
{
  InkBoardLane *lane;
  graphene_rect_t box;
  double zoom = self->narrow ? 1 : self->zoom;
  double y;

  if (self->mark_lane >= self->lanes->len)
    return;
  lane = g_ptr_array_index (self->lanes, self->mark_lane);
  if (!ink_board_canvas_get_box (self, GTK_WIDGET (lane), &box))
    return;
  y = box.origin.y
      + ink_board_lane_get_mark (lane, self->mark_place, self->mark_but) * zoom;
  append_bar (self, snapshot, box.origin.x + 8, (float) y - MARK_WIDTH / 2.0f,
              box.size.width - 16, MARK_WIDTH);
}

static void
append_lane_mark (InkBoardCanvas *self,
                  GtkSnapshot *snapshot)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean last = self->lane_mark >= self->lanes->len;
  graphene_rect_t box;
  float x;

  if (self->lane_mark == INK_NO_POSITION || self->lanes->len == 0
      || !ink_board_canvas_get_box (
          self, g_ptr_array_index (self->lanes, MIN (self->lane_mark, self->lanes->len - 1)),
          &box))
    return;
  if (self->narrow)
    {
      append_bar (self, snapshot, box.origin.x,
                  last ? box.origin.y + box.size.height + 4 : box.origin.y - 8, box.size.width,
                  MARK_WIDTH);
      return;
    }
  x = last != mirrored ? box.origin.x + box.size.width + 8 : box.origin.x - 10;
  append_bar (self, snapshot, MAX (x, 0), 0, MARK_WIDTH, box.size.height);
}

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

  snapshot_all (self, self->backs, snapshot);
  if (self->facts != NULL && !self->narrow)
    {
      if (self->lines == NULL)
        draw_lines (self);
      if (self->lines != NULL)
        gtk_snapshot_append_node (snapshot, self->lines);
    }
  snapshot_all (self, self->lanes, snapshot);
  if (self->end != NULL)
    gtk_widget_snapshot_child (widget, self->end, snapshot);
  append_mark (self, snapshot);
  append_lane_mark (self, snapshot);
}

/* ---- What there is ---- */

void
ink_board_canvas_set_lanes (InkBoardCanvas *self,
                            guint n)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  while (self->lanes->len > n)
    {
      gtk_widget_unparent (g_ptr_array_steal_index (self->lanes, self->lanes->len - 1));
      gtk_widget_unparent (g_ptr_array_steal_index (self->backs, self->backs->len - 1));
    }
  while (self->lanes->len < n)
    {
      GtkWidget *back = adw_bin_new ();
      GtkWidget *lane = ink_board_lane_new ();

      gtk_widget_add_css_class (back, "lane-back");
      gtk_widget_set_can_target (back, FALSE);
      gtk_widget_set_parent (back, GTK_WIDGET (self));
      gtk_widget_insert_before (lane, GTK_WIDGET (self), self->end);
      g_ptr_array_add (self->backs, back);
      g_ptr_array_add (self->lanes, lane);
    }
  forget_lines (self);
}

guint
ink_board_canvas_count_lanes (InkBoardCanvas *self)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), 0);

  return self->lanes->len;
}

InkBoardLane *
ink_board_canvas_get_lane (InkBoardCanvas *self,
                           guint position)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), NULL);
  g_return_val_if_fail (position < self->lanes->len, NULL);

  return g_ptr_array_index (self->lanes, position);
}

void
ink_board_canvas_set_end (InkBoardCanvas *self,
                          GtkWidget *end)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  g_clear_pointer (&self->end, gtk_widget_unparent);
  self->end = end;
  if (end == NULL)
    return;
  gtk_widget_set_parent (end, GTK_WIDGET (self));
  gtk_widget_set_child_visible (end, self->narrow);
}

void
ink_board_canvas_set_narrow (InkBoardCanvas *self,
                             gboolean narrow)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->end != NULL)
    gtk_widget_set_child_visible (self->end, narrow);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
ink_board_canvas_get_narrow (InkBoardCanvas *self)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), FALSE);

  return self->narrow;
}

void
ink_board_canvas_set_zoom (InkBoardCanvas *self,
                           double zoom)
{
  g_return_if_fail (INK_IS_BOARD_CANVAS (self));
  g_return_if_fail (zoom > 0);

  if (fabs (self->zoom - zoom) < 1e-6)
    return;
  self->zoom = zoom;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
ink_board_canvas_get_zoom (InkBoardCanvas *self)
{
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), 1);

  return self->zoom;
}

void
ink_board_canvas_set_lines (InkBoardCanvas *self,
                            InkBoardFacts *facts,
                            const char *main,
                            const char *selected)
{
  g_autofree char *own_main = g_strdup (main);
  g_autofree char *own_selected = g_strdup (selected);

  g_return_if_fail (INK_IS_BOARD_CANVAS (self));

  if (facts != NULL)
    ink_board_facts_ref (facts);
  g_clear_pointer (&self->facts, ink_board_facts_unref);
  self->facts = facts;
  g_free (self->main);
  g_free (self->selected);
  self->main = g_steal_pointer (&own_main);
  self->selected = g_steal_pointer (&own_selected);
  forget_lines (self);
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

static double
get_distance (const graphene_rect_t *box,
              double x,
              double y,
              gboolean vertical)
{
  double start = vertical ? box->origin.y : box->origin.x;
  double end = start + (vertical ? box->size.height : box->size.width);
  double at = vertical ? y : x;

  return at < start ? start - at : MAX (at - end, 0);
}

guint
ink_board_canvas_find_lane (InkBoardCanvas *self,
                            double x,
                            double y)
{
  guint nearest = INK_NO_POSITION;
  double least = INFINITY;

  g_return_val_if_fail (INK_IS_BOARD_CANVAS (self), INK_NO_POSITION);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      graphene_rect_t box;
      double distance;

      if (!ink_board_canvas_get_box (self, g_ptr_array_index (self->lanes, i), &box))
        continue;
      distance = get_distance (&box, x, y, self->narrow);
      if (distance < least)
        {
          least = distance;
          nearest = i;
        }
    }

  return nearest;
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

  *width = get_least_width (self);
  *height = get_height (self, divide (self, (int) *width).lane);
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

  if (self->lanes != NULL)
    ink_board_canvas_set_lanes (self, 0);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->backs, g_ptr_array_unref);
  g_clear_pointer (&self->facts, ink_board_facts_unref);
  g_clear_pointer (&self->main, g_free);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->lines, gsk_render_node_unref);

  G_OBJECT_CLASS (ink_board_canvas_parent_class)->dispose (object);
}

static void
ink_board_canvas_class_init (InkBoardCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_board_canvas_dispose;
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
  self->backs = g_ptr_array_new ();
  self->lanes = g_ptr_array_new ();
  self->zoom = 1;
  self->mark_lane = self->lane_mark = INK_NO_POSITION;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ink_board_canvas_new (void)
{
  return g_object_new (INK_TYPE_BOARD_CANVAS, NULL);
}
