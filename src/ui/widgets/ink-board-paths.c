/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-paths.h"

#include "charts/ink-verdict-look.h"

#include <math.h>

#define LEAST_WIDTH 1.5
#define MOST_WIDTH 8.0
#define PORT_GAP 2.5
/* A line keeps off a card's corners by this much. */
#define CORNER 16.0
#define LOOP 14.0
/* So far from a line it is still meant by who points at it. */
#define REACH 4.0

/* ---- Where they end ---- */

typedef struct
{
  double x1, y1, x2, y2;
  double width;
} Path;

static double
get_middle (const InkBoardSpot *spot)
{
  return spot->box.origin.y + spot->box.size.height / 2;
}

static double
get_most (GArray *strokes)
{
  double most = 1;

  for (guint i = 0; i < strokes->len; i++)
    most = MAX (most, g_array_index (strokes, InkBoardStroke, i).people);

  return most;
}

typedef struct
{
  guint stroke;
  double other; /* the middle of the card at the other end */
} Port;

static int
compare_ports (gconstpointer a,
               gconstpointer b)
{
  const Port *x = a, *y = b;

  return (x->other > y->other) - (x->other < y->other);
}

/* The ends of all lines at one side of a card, one below the other in the order of their other
 * ends, so that they do not cross there. */
static void
spread_ports (const InkBoardSpot *spots,
              GArray *strokes,
              Path *paths,
              guint spot,
              gboolean out,
              double scale)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));
  double room = MAX (spots[spot].box.size.height - 2 * CORNER * scale, 4);
  double total = 0, y, squeeze;

  for (guint i = 0; i < strokes->len; i++)
    {
      const InkBoardStroke *stroke = &g_array_index (strokes, InkBoardStroke, i);
      Port port = { i, get_middle (&spots[out ? stroke->to : stroke->from]) };

      if ((out ? stroke->from : stroke->to) != spot || spots[stroke->from].lane
          == spots[stroke->to].lane)
        continue;
      g_array_append_val (ports, port);
      total += paths[i].width + PORT_GAP * scale;
    }
  g_array_sort (ports, compare_ports);
  squeeze = MIN (1, room / MAX (total, 1));
  y = get_middle (&spots[spot]) - total * squeeze / 2;
  for (guint i = 0; i < ports->len; i++)
    {
      Path *path = &paths[g_array_index (ports, Port, i).stroke];
      double step = (path->width + PORT_GAP * scale) * squeeze;

      *(out ? &path->y1 : &path->y2) = y + step / 2;
      y += step;
    }
}

static Path *
make_paths (const InkBoardSpot *spots,
            guint n,
            GArray *strokes,
            const InkBoardInk *ink)
{
  gboolean mirrored = ink->mirrored;
  Path *paths = g_new0 (Path, strokes->len + 1);
  double most = get_most (strokes);

  for (guint i = 0; i < strokes->len; i++)
    {
      const InkBoardStroke *stroke = &g_array_index (strokes, InkBoardStroke, i);
      const graphene_rect_t *from = &spots[stroke->from].box, *to = &spots[stroke->to].box;

      paths[i].width
          = (LEAST_WIDTH + (MOST_WIDTH - LEAST_WIDTH) * sqrt (stroke->people / most)) * ink->scale;
      paths[i].x1 = from->origin.x + (mirrored ? 0 : from->size.width);
      paths[i].x2 = to->origin.x + (mirrored ? to->size.width : 0);
      paths[i].y1 = get_middle (&spots[stroke->from]);
      paths[i].y2 = get_middle (&spots[stroke->to]);
    }
  for (guint i = 0; i < n; i++)
    {
      spread_ports (spots, strokes, paths, i, TRUE, ink->scale);
      spread_ports (spots, strokes, paths, i, FALSE, ink->scale);
    }

  return paths;
}

/* ---- Their shape ---- */

static graphene_point_t
make_point (double x,
            double y)
{
  return GRAPHENE_POINT_INIT ((float) x, (float) y);
}

/* Within a lane: straight down to the next card, round the cards between to others. */
static void
shape_below (graphene_point_t *points,
             const InkBoardSpot *spots,
             const InkBoardStroke *stroke,
             const InkBoardInk *ink)
{
  const graphene_rect_t *from = &spots[stroke->from].box, *to = &spots[stroke->to].box;
  double x = from->origin.x + from->size.width / 2;
  double side = from->origin.x + (ink->mirrored ? 0 : from->size.width);
  double out = side + (ink->mirrored ? -LOOP : LOOP) * ink->scale;
  double y1 = get_middle (&spots[stroke->from]), y2 = get_middle (&spots[stroke->to]);

  if (stroke->to == stroke->from + 1)
    {
      points[0] = points[1] = make_point (x, from->origin.y + from->size.height);
      points[2] = points[3] = make_point (x, to->origin.y);
      return;
    }
  points[0] = make_point (side, y1);
  points[1] = make_point (out, y1);
  points[2] = make_point (out, y2);
  points[3] = make_point (side, y2);
}

static void
shape (graphene_point_t *points,
       const InkBoardSpot *spots,
       const InkBoardStroke *stroke,
       const Path *path,
       const InkBoardInk *ink)
{
  double half = fabs (path->y2 - path->y1) < 1 ? 0 : (path->x2 - path->x1) / 2;

  if (spots[stroke->from].lane == spots[stroke->to].lane)
    {
      shape_below (points, spots, stroke, ink);
      return;
    }
  points[0] = make_point (path->x1, path->y1);
  points[1] = make_point (path->x1 + half, path->y1);
  points[2] = make_point (path->x2 - half, path->y2);
  points[3] = make_point (path->x2, path->y2);
}

static void
trace (cairo_t *cr,
       const graphene_point_t *points)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  if (graphene_point_equal (&points[0], &points[1]))
    cairo_line_to (cr, points[3].x, points[3].y);
  else
    cairo_curve_to (cr, points[1].x, points[1].y, points[2].x, points[2].y, points[3].x,
                    points[3].y);
}

/* ---- Drawing ---- */

static GdkRGBA
choose_colour (const InkBoardStroke *stroke,
               const InkBoardSpot *spots,
               const InkBoardFacts *facts,
               const InkBoardInk *ink,
               gboolean any_bright)
{
  const InkGoalFacts *goal = ink_board_facts_find (facts, spots[stroke->from].goal->name);
  const InkVerdictLook *look = NULL;
  GdkRGBA colour = stroke->bright ? ink->accent : ink->quiet;
  double alpha = 0.10 + 0.22 * CLAMP (stroke->share, 0, 1);

  if (stroke->to_main && goal != NULL && goal->has_verdict)
    look = ink_verdict_get_look (goal->verdict);
  if (look != NULL && !look->is_muted)
    {
      colour = ink->series[look->series];
      alpha = any_bright ? 0.48 : 0.66;
    }
  else if (look != NULL)
    {
      colour = ink->quiet;
    }
  if (stroke->bright)
    alpha = look != NULL && look->is_muted ? 0.45 : 0.85;
  if (ink->contrast)
    alpha = stroke->bright ? 1 : MAX (alpha, 0.5);
  colour.alpha = (float) alpha;

  return colour;
}

GArray *
ink_board_paths_make (const InkBoardSpot *spots,
                      guint n,
                      const InkBoardFacts *facts,
                      GArray *strokes,
                      const InkBoardInk *ink)
{
  g_autofree Path *paths = NULL;
  GArray *made;
  gboolean any_bright = FALSE;

  g_return_val_if_fail (facts != NULL && strokes != NULL && ink != NULL, NULL);

  made = g_array_sized_new (FALSE, TRUE, sizeof (InkBoardPath), strokes->len);
  g_array_set_size (made, strokes->len);
  paths = make_paths (spots, n, strokes, ink);
  for (guint i = 0; i < strokes->len; i++)
    any_bright |= g_array_index (strokes, InkBoardStroke, i).bright;
  for (guint i = 0; i < strokes->len; i++)
    {
      const InkBoardStroke *stroke = &g_array_index (strokes, InkBoardStroke, i);
      InkBoardPath *path = &g_array_index (made, InkBoardPath, i);

      shape (path->points, spots, stroke, &paths[i], ink);
      path->width = (float) paths[i].width;
      path->colour = choose_colour (stroke, spots, facts, ink, any_bright);
    }

  return made;
}

static graphene_rect_t
get_bounds (const InkBoardPath *path)
{
  const graphene_point_t *points = path->points;
  graphene_rect_t bounds = { points[0], GRAPHENE_SIZE_INIT_ZERO };

  for (guint i = 1; i < G_N_ELEMENTS (path->points); i++)
    graphene_rect_expand (&bounds, &points[i], &bounds);
  graphene_rect_inset (&bounds, -path->width / 2 - 1, -path->width / 2 - 1);

  return bounds;
}

GskRenderNode *
ink_board_path_draw (const InkBoardPath *path)
{
  graphene_rect_t bounds;
  GskRenderNode *node;
  cairo_t *cr;

  g_return_val_if_fail (path != NULL, NULL);

  bounds = get_bounds (path);
  node = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (node);
  trace (cr, path->points);
  gdk_cairo_set_source_rgba (cr, &path->colour);
  cairo_set_line_width (cr, path->width);
  cairo_stroke (cr);
  cairo_destroy (cr);

  return node;
}

const InkBoardStroke *
ink_board_paths_find (const InkBoardSpot *spots,
                      guint n,
                      GArray *strokes,
                      const InkBoardInk *ink,
                      double x,
                      double y)
{
  g_autofree Path *paths = NULL;
  const InkBoardStroke *found = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (strokes != NULL && ink != NULL, NULL);

  paths = make_paths (spots, n, strokes, ink);
  surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cr = cairo_create (surface);
  for (guint i = strokes->len; i-- > 0 && found == NULL;)
    {
      const InkBoardStroke *stroke = &g_array_index (strokes, InkBoardStroke, i);
      graphene_point_t points[4];

      shape (points, spots, stroke, &paths[i], ink);
      cairo_new_path (cr);
      trace (cr, points);
      cairo_set_line_width (cr, paths[i].width + 2 * REACH);
      if (cairo_in_stroke (cr, x, y))
        found = stroke;
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return found;
}
