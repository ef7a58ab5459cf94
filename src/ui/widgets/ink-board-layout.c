/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-board-layout.h"

#include "ui/widgets/ink-board-columns.h"

#include <math.h>

#define LIST_GAP 12

/* ---- How large ---- */

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

/* 0 without @widget. */
static int
measure_least_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
get_list_width (const InkBoardLayout *layout)
{
  int width = measure_least_width (layout->end);

  for (guint i = 0; i < layout->lanes->len; i++)
    width = MAX (width, measure_least_width (g_ptr_array_index (layout->lanes, i)));

  return width;
}

static int
get_list_height (const InkBoardLayout *layout,
                 int width)
{
  int height = measure_natural (layout->end, GTK_ORIENTATION_VERTICAL, width);

  for (guint i = 0; i < layout->lanes->len; i++)
    height += LIST_GAP + measure_natural (g_ptr_array_index (layout->lanes, i),
                                          GTK_ORIENTATION_VERTICAL, width);

  return height;
}

static int
get_width (const InkBoardLayout *layout)
{
  if (layout->narrow)
    return get_list_width (layout);

  return (int) ceil (ink_board_columns_get_least (layout->lanes) * layout->zoom);
}

static int
get_height (const InkBoardLayout *layout,
            int width)
{
  if (layout->narrow)
    return get_list_height (layout, width);

  return (int) ceil (
      ink_board_columns_divide (layout->lanes, (int) (width / layout->zoom)).height
      * layout->zoom);
}

int
ink_board_layout_measure (const InkBoardLayout *layout,
                          GtkOrientation orientation,
                          int for_size)
{
  g_return_val_if_fail (layout != NULL, 0);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return get_width (layout);

  return get_height (layout, for_size >= 0 ? for_size : get_width (layout));
}

/* ---- Where ---- */

/* Puts @child where it lies without zoom and mirroring. @width: of the board, without zoom, where it
 * is mirrored; else 0. */
static void
put (const InkBoardLayout *layout,
     GtkWidget *child,
     GtkAllocation place,
     int width)
{
  GskTransform *transform = NULL;
  float zoom = layout->narrow ? 1 : (float) layout->zoom;

  if (width > 0)
    place.x = width - place.x - place.width;
  if (zoom < 1 || zoom > 1)
    transform = gsk_transform_scale (transform, zoom, zoom);
  transform = gsk_transform_translate (
      transform, &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y));
  gtk_widget_allocate (child, place.width, place.height, -1, transform);
}

static void
allocate_columns (const InkBoardLayout *layout,
                  int width,
                  int height,
                  gboolean mirrored)
{
  InkBoardColumns columns = ink_board_columns_divide (layout->lanes, width);
  GtkAllocation place = { 0, 0, columns.lane, MAX (height, columns.height) };

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      put (layout, g_ptr_array_index (layout->backs, i), place, mirrored ? width : 0);
      put (layout, g_ptr_array_index (layout->lanes, i), place, mirrored ? width : 0);
      place.x += columns.lane + columns.gap;
    }
}

/* As wide as the board: a mirrored one is the same. */
static void
allocate_list (const InkBoardLayout *layout,
               int width)
{
  GtkAllocation place = { 0, 0, width, 0 };

  for (guint i = 0; i < layout->lanes->len; i++)
    {
      GtkWidget *lane = g_ptr_array_index (layout->lanes, i);

      place.height = measure_natural (lane, GTK_ORIENTATION_VERTICAL, width);
      put (layout, g_ptr_array_index (layout->backs, i), place, 0);
      put (layout, lane, place, 0);
      place.y += place.height + LIST_GAP;
    }
  if (layout->end == NULL)
    return;
  place.height = measure_natural (layout->end, GTK_ORIENTATION_VERTICAL, width);
  put (layout, layout->end, place, 0);
}

void
ink_board_layout_allocate (const InkBoardLayout *layout,
                           int width,
                           int height,
                           gboolean mirrored)
{
  g_return_if_fail (layout != NULL);

  if (layout->narrow)
    allocate_list (layout, width);
  else
    allocate_columns (layout, (int) (width / layout->zoom), (int) (height / layout->zoom),
                      mirrored);
}
