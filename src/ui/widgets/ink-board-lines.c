/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-lines.h"

#include "plot/ink-theme.h"
#include "ui/compat/ink-compat-colour.h"
#include "ui/widgets/ink-board-paths.h"

#include <adwaita.h>
#include <string.h>

struct _InkBoardLines
{
  InkBoardFacts *facts; /* nullable */
  char *main;
  char *selected;

  /* NULL: to be found anew. */
  GArray *spots;   /* InkBoardSpot */
  GArray *strokes; /* InkBoardStroke */
  gboolean drawn;  /* as they were found */

  /* What was drawn: a line that stays as it is keeps its node, so that only others are painted. */
  GArray *paths;    /* InkBoardPath; nullable */
  GPtrArray *nodes; /* GskRenderNode, of each path; nullable */
  GskRenderNode *node; /* nullable */
};

static void
read_ink (InkBoardCanvas *canvas,
          InkBoardInk *ink)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const InkTheme *theme = adw_style_manager_get_dark (manager) ? &ink_theme_screen_dark
                                                               : &ink_theme_screen_light;

  ink_compat_get_colour (GTK_WIDGET (canvas), NULL, &ink->quiet);
  ink_compat_get_colour (GTK_WIDGET (canvas), "accent_color", &ink->accent);
  for (guint i = 0; i < G_N_ELEMENTS (ink->series); i++)
    {
      InkColour colour = theme->series[i];

      ink->series[i] = (GdkRGBA){ (float) (colour >> 24) / 255, (float) (colour >> 16 & 255) / 255,
                                  (float) (colour >> 8 & 255) / 255, 1 };
    }
  ink->contrast = adw_style_manager_get_high_contrast (manager);
  ink->scale = ink_board_canvas_get_zoom (canvas);
  ink->mirrored = gtk_widget_get_direction (GTK_WIDGET (canvas)) == GTK_TEXT_DIR_RTL;
}

static GArray *
list_spots (InkBoardCanvas *canvas)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (InkBoardSpot));

  for (guint i = 0; i < ink_board_canvas_count_lanes (canvas); i++)
    {
      InkBoardLane *lane = ink_board_canvas_get_lane (canvas, i);

      for (guint j = 0; j < ink_board_lane_count_cards (lane); j++)
        {
          InkGoalCard *card = ink_board_lane_get_card (lane, j);
          InkBoardSpot spot = { ink_goal_card_get_goal (card), (int) i, GRAPHENE_RECT_INIT_ZERO };

          if (ink_board_canvas_get_box (canvas, GTK_WIDGET (card), &spot.box))
            g_array_append_val (spots, spot);
        }
    }

  return spots;
}

static const InkBoardSpot *
get_spots (InkBoardLines *self)
{
  return (const InkBoardSpot *) (gpointer) self->spots->data;
}

static void
choose (InkBoardLines *self,
        InkBoardCanvas *canvas)
{
  if (self->strokes != NULL)
    return;
  self->spots = list_spots (canvas);
  self->strokes = ink_board_strokes_choose (get_spots (self), self->spots->len, self->facts,
                                            self->main, self->selected);
}

static void
unref_node (gpointer node)
{
  gsk_render_node_unref (node);
}

static GskRenderNode *
need_node (InkBoardLines *self,
           const InkBoardPath *path)
{
  for (guint i = 0; self->paths != NULL && i < self->paths->len; i++)
    if (memcmp (&g_array_index (self->paths, InkBoardPath, i), path, sizeof *path) == 0)
      return gsk_render_node_ref (g_ptr_array_index (self->nodes, i));

  return ink_board_path_draw (path);
}

static gboolean
are_same_nodes (GPtrArray *a,
                GPtrArray *b)
{
  return a != NULL && a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

static void
draw (InkBoardLines *self,
      InkBoardCanvas *canvas)
{
  GArray *paths;
  GPtrArray *nodes = g_ptr_array_new_with_free_func (unref_node);
  InkBoardInk ink;

  choose (self, canvas);
  read_ink (canvas, &ink);
  paths = ink_board_paths_make (get_spots (self), self->spots->len, self->facts, self->strokes,
                                &ink);
  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (nodes, need_node (self, &g_array_index (paths, InkBoardPath, i)));
  self->drawn = TRUE;
  g_clear_pointer (&self->paths, g_array_unref);
  self->paths = paths;
  if (!are_same_nodes (self->nodes, nodes))
    {
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->node = gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
    }
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  self->nodes = nodes;
}

void
ink_board_lines_append (InkBoardLines *self,
                        InkBoardCanvas *canvas,
                        GtkSnapshot *snapshot)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (INK_IS_BOARD_CANVAS (canvas));

  if (self->facts == NULL || ink_board_canvas_get_narrow (canvas))
    return;
  if (!self->drawn)
    draw (self, canvas);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
}

gboolean
ink_board_lines_find (InkBoardLines *self,
                      InkBoardCanvas *canvas,
                      double x,
                      double y,
                      InkGoalWay *way)
{
  const InkBoardStroke *stroke;
  InkBoardInk ink;

  g_return_val_if_fail (self != NULL && way != NULL, FALSE);
  g_return_val_if_fail (INK_IS_BOARD_CANVAS (canvas), FALSE);

  if (self->facts == NULL || ink_board_canvas_get_narrow (canvas))
    return FALSE;
  choose (self, canvas);
  read_ink (canvas, &ink);
  stroke = ink_board_paths_find (get_spots (self), self->spots->len, self->strokes, &ink, x, y);
  if (stroke == NULL)
    return FALSE;
  *way = (InkGoalWay){ get_spots (self)[stroke->from].goal->name,
                       get_spots (self)[stroke->to].goal->name, stroke->people, stroke->share };

  return TRUE;
}

void
ink_board_lines_forget (InkBoardLines *self)
{
  g_return_if_fail (self != NULL);

  self->drawn = FALSE;
  g_clear_pointer (&self->strokes, g_array_unref);
  g_clear_pointer (&self->spots, g_array_unref);
}

void
ink_board_lines_set (InkBoardLines *self,
                     InkBoardFacts *facts,
                     const char *main,
                     const char *selected)
{
  g_autofree char *own_main = g_strdup (main);
  g_autofree char *own_selected = g_strdup (selected);

  g_return_if_fail (self != NULL);

  if (facts != NULL)
    ink_board_facts_ref (facts);
  g_clear_pointer (&self->facts, ink_board_facts_unref);
  self->facts = facts;
  g_free (self->main);
  g_free (self->selected);
  self->main = g_steal_pointer (&own_main);
  self->selected = g_steal_pointer (&own_selected);
  ink_board_lines_forget (self);
}

InkBoardLines *
ink_board_lines_new (void)
{
  return g_new0 (InkBoardLines, 1);
}

void
ink_board_lines_free (InkBoardLines *self)
{
  g_return_if_fail (self != NULL);

  ink_board_lines_set (self, NULL, NULL, NULL);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_array_unref);
  g_free (self);
}
