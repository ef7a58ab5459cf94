/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-lane.h"

#define PADDING 6
#define GAP 12
#define HEADER_GAP 4
/* Below the last card there is room to drop another. */
#define FOOT 24

struct _InkBoardLane
{
  GtkWidget parent_instance;

  InkLaneHeader *header;
  GPtrArray *cards; /* InkGoalCard, children in order after the header */
  InkBoardSlide *slide; /* the owner's; nullable */
};

G_DEFINE_FINAL_TYPE (InkBoardLane, ink_board_lane, GTK_TYPE_WIDGET)

static int
measure_height (GtkWidget *widget,
                int width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
measure_width (InkBoardLane *self,
               int *minimum,
               int *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum + 2 * PADDING);
      *natural = MAX (*natural, child_natural + 2 * PADDING);
    }
}

static void
ink_board_lane_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  InkBoardLane *self = INK_BOARD_LANE (widget);
  int width = for_size > 2 * PADDING ? for_size - 2 * PADDING : -1;
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  height = PADDING + measure_height (GTK_WIDGET (self->header), width) + HEADER_GAP + FOOT;
  for (guint i = 0; i < self->cards->len; i++)
    height += measure_height (g_ptr_array_index (self->cards, i), width) + (i > 0 ? GAP : 0);
  *minimum = *natural = height;
}

static void
ink_board_lane_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  InkBoardLane *self = INK_BOARD_LANE (widget);
  GtkAllocation place = { PADDING, PADDING, MAX (width - 2 * PADDING, 0), 0 };

  place.height = measure_height (GTK_WIDGET (self->header), place.width);
  gtk_widget_size_allocate (GTK_WIDGET (self->header), &place, -1);
  place.y += place.height + HEADER_GAP;
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      place.height = measure_height (card, place.width);
      gtk_widget_size_allocate (card, &place, -1);
      place.y += place.height + GAP;
    }
}

static void
snapshot_card (InkBoardLane *self,
               GtkWidget *card,
               GtkSnapshot *snapshot)
{
  graphene_point_t offset = GRAPHENE_POINT_INIT_ZERO;

  if (self->slide == NULL || !ink_board_slide_get (self->slide, card, &offset))
    {
      gtk_widget_snapshot_child (GTK_WIDGET (self), card, snapshot);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &offset);
  gtk_widget_snapshot_child (GTK_WIDGET (self), card, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
ink_board_lane_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  InkBoardLane *self = INK_BOARD_LANE (widget);

  gtk_widget_snapshot_child (widget, GTK_WIDGET (self->header), snapshot);
  for (guint i = 0; i < self->cards->len; i++)
    snapshot_card (self, g_ptr_array_index (self->cards, i), snapshot);
}

static GtkSizeRequestMode
ink_board_lane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

void
ink_board_lane_set_slide (InkBoardLane *self,
                          InkBoardSlide *slide)
{
  g_return_if_fail (INK_IS_BOARD_LANE (self));

  self->slide = slide;
}

/* ---- Cards ---- */

InkLaneHeader *
ink_board_lane_get_header (InkBoardLane *self)
{
  g_return_val_if_fail (INK_IS_BOARD_LANE (self), NULL);

  return self->header;
}

static void
take_card (InkBoardLane *self,
           GtkWidget *card,
           GtkWidget *after)
{
  GtkWidget *parent = gtk_widget_get_parent (card);

  if (parent == GTK_WIDGET (self) && gtk_widget_get_prev_sibling (card) == after)
    return;
  g_object_ref (card);
  if (parent != NULL && parent != GTK_WIDGET (self))
    {
      g_ptr_array_remove (INK_BOARD_LANE (parent)->cards, card);
      gtk_widget_unparent (card);
    }
  gtk_widget_insert_after (card, GTK_WIDGET (self), after);
  g_object_unref (card);
}

static gboolean
has_same_cards (InkBoardLane *self,
                GPtrArray *cards)
{
  if (self->cards->len != cards->len)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    if (g_ptr_array_index (self->cards, i) != g_ptr_array_index (cards, i))
      return FALSE;

  return TRUE;
}

void
ink_board_lane_set_cards (InkBoardLane *self,
                          GPtrArray *cards)
{
  g_autoptr (GPtrArray) old = NULL;
  GtkWidget *after;

  g_return_if_fail (INK_IS_BOARD_LANE (self));

  if (has_same_cards (self, cards))
    return;
  after = GTK_WIDGET (self->header);
  for (guint i = 0; i < cards->len; i++)
    {
      take_card (self, g_ptr_array_index (cards, i), after);
      after = g_ptr_array_index (cards, i);
    }
  old = g_steal_pointer (&self->cards);
  self->cards = g_ptr_array_copy (cards, NULL, NULL);
  for (guint i = 0; i < old->len; i++)
    if (!g_ptr_array_find (cards, g_ptr_array_index (old, i), NULL))
      gtk_widget_unparent (g_ptr_array_index (old, i));
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
ink_board_lane_count_cards (InkBoardLane *self)
{
  g_return_val_if_fail (INK_IS_BOARD_LANE (self), 0);

  return self->cards->len;
}

InkGoalCard *
ink_board_lane_get_card (InkBoardLane *self,
                         guint place)
{
  g_return_val_if_fail (INK_IS_BOARD_LANE (self), NULL);

  return place < self->cards->len ? g_ptr_array_index (self->cards, place) : NULL;
}

/* ---- Places ---- */

static graphene_rect_t
get_box (InkBoardLane *self,
         gpointer card)
{
  graphene_rect_t box = { 0 };

  if (!gtk_widget_compute_bounds (card, GTK_WIDGET (self), &box))
    graphene_rect_init (&box, 0, 0, 0, 0);

  return box;
}

guint
ink_board_lane_find_place (InkBoardLane *self,
                           double y,
                           InkGoalCard *but)
{
  guint place = 0;

  g_return_val_if_fail (INK_IS_BOARD_LANE (self), 0);

  for (guint i = 0; i < self->cards->len; i++)
    {
      graphene_rect_t box = get_box (self, g_ptr_array_index (self->cards, i));

      if (g_ptr_array_index (self->cards, i) == but)
        continue;
      if (y < box.origin.y + box.size.height / 2)
        break;
      place++;
    }

  return place;
}

double
ink_board_lane_get_mark (InkBoardLane *self,
                         guint place,
                         InkGoalCard *but)
{
  graphene_rect_t head;
  double y;

  g_return_val_if_fail (INK_IS_BOARD_LANE (self), 0);

  head = get_box (self, self->header);
  y = head.origin.y + head.size.height;
  for (guint i = 0, n = 0; i < self->cards->len && n < place; i++)
    {
      graphene_rect_t box = get_box (self, g_ptr_array_index (self->cards, i));

      if (g_ptr_array_index (self->cards, i) == but)
        continue;
      y = box.origin.y + box.size.height + GAP / 2.0;
      n++;
    }

  return y;
}

static void
ink_board_lane_dispose (GObject *object)
{
  InkBoardLane *self = INK_BOARD_LANE (object);
  GtkWidget *child;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ink_board_lane_parent_class)->dispose (object);
}

static void
ink_board_lane_class_init (InkBoardLaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_board_lane_dispose;
  widget_class->measure = ink_board_lane_measure;
  widget_class->size_allocate = ink_board_lane_size_allocate;
  widget_class->get_request_mode = ink_board_lane_get_request_mode;
  widget_class->snapshot = ink_board_lane_snapshot;
  gtk_widget_class_set_css_name (widget_class, "boardlane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
ink_board_lane_init (InkBoardLane *self)
{
  self->cards = g_ptr_array_new ();
  self->header = INK_LANE_HEADER (ink_lane_header_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->header), GTK_WIDGET (self));
}

GtkWidget *
ink_board_lane_new (void)
{
  return g_object_new (INK_TYPE_BOARD_LANE, NULL);
}
