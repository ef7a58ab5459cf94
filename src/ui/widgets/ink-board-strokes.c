/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-board-strokes.h"

#include "charts/ink-verdict-look.h"

#include <math.h>

#define NOWHERE G_MAXUINT
/* Of the selected card, in each direction. */
#define MOST_BRIGHT 9
#define LEAST_WIDTH 1.5
#define MOST_WIDTH 8.0
#define PORT_GAP 2.5
/* A line keeps off a card's corners by this much. */
#define CORNER 16.0
#define LOOP 14.0

/* ---- Which lines ---- */

typedef struct
{
  const InkBoardSpot *spots;
  guint n;
  const InkBoardFacts *facts;
  guint main;
  guint selected;
  GArray *strokes;
} Choice;

static guint
find_spot (const Choice *choice,
           const char *name)
{
  for (guint i = 0; i < choice->n; i++)
    if (g_strcmp0 (choice->spots[i].goal->name, name) == 0)
      return i;

  return NOWHERE;
}

/* The lane of the next cards after those of @lane, or -1. */
static int
find_next_lane (const Choice *choice,
                int lane)
{
  int next = -1;

  for (guint i = 0; i < choice->n; i++)
    if (choice->spots[i].lane > lane && (next < 0 || choice->spots[i].lane < next))
      next = choice->spots[i].lane;

  return next;
}

/* The lane of the cards before those of @lane, or -1. */
static int
find_last_lane (const Choice *choice,
                int lane)
{
  int last = -1;

  for (guint i = 0; i < choice->n; i++)
    if (choice->spots[i].lane < lane)
      last = MAX (last, choice->spots[i].lane);

  return last;
}

static void
add_stroke (Choice *choice,
            guint from,
            guint to,
            const InkGoalWay *way)
{
  InkBoardStroke stroke = { from, to, way->people, way->share, to == choice->main,
                            from == choice->selected || to == choice->selected };

  if (way->people > 0)
    g_array_append_val (choice->strokes, stroke);
}

/* By number of spot: the ways of the facts, so that each is looked up once. */
static const InkGoalWay **
index_ways (const Choice *choice)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  const InkGoalWay **ways = g_new0 (const InkGoalWay *, (gsize) choice->n * choice->n + 1);
  guint n;
  const InkGoalWay *all = ink_board_facts_get_ways (choice->facts, &n);

  for (guint i = 0; i < choice->n; i++)
    g_hash_table_insert (numbers, choice->spots[i].goal->name, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n; i++)
    {
      guint from = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, all[i].from));
      guint to = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, all[i].to));

      if (from > 0 && to > 0)
        ways[(gsize) (from - 1) * choice->n + to - 1] = &all[i];
    }

  return ways;
}

/* From each card the way that most take to the next lane, and the way to the main goal there. */
static void
choose_quiet (Choice *choice,
              const InkGoalWay **ways,
              guint from)
{
  const InkBoardSpot *spots = choice->spots;
  int next = find_next_lane (choice, spots[from].lane);
  guint best = NOWHERE;

  for (guint to = 0; to < choice->n; to++)
    {
      const InkGoalWay *way = ways[(gsize) from * choice->n + to];

      if (way == NULL || spots[to].lane != next)
        continue;
      if (best == NOWHERE || way->people > ways[(gsize) from * choice->n + best]->people)
        best = to;
    }
  if (best != NOWHERE)
    add_stroke (choice, from, best, ways[(gsize) from * choice->n + best]);
  if (choice->main != NOWHERE && choice->main != best && spots[choice->main].lane == next
      && ways[(gsize) from * choice->n + choice->main] != NULL)
    add_stroke (choice, from, choice->main, ways[(gsize) from * choice->n + choice->main]);
}

/* From a macro goal to the one that follows it in its lane. */
static void
choose_below (Choice *choice,
              const InkGoalWay **ways,
              guint from)
{
  const InkBoardSpot *spots = choice->spots;

  if (spots[from].goal->kind != INK_GOAL_MACRO)
    return;
  for (guint to = from + 1; to < choice->n && spots[to].lane == spots[from].lane; to++)
    if (spots[to].goal->kind == INK_GOAL_MACRO)
      {
        if (ways[(gsize) from * choice->n + to] != NULL)
          add_stroke (choice, from, to, ways[(gsize) from * choice->n + to]);
        return;
      }
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const InkGoalWay *x = *(const InkGoalWay *const *) a, *y = *(const InkGoalWay *const *) b;

  return (x->people < y->people) - (x->people > y->people);
}

/* Of the selected card the ways that most take to the next lane, and those from the lane before
 * (not @out); and the way to or from the main goal wherever that is. */
static void
choose_bright (Choice *choice,
               const InkGoalWay **ways,
               gboolean out)
{
  const InkBoardSpot *spots = choice->spots;
  guint self = choice->selected;
  int lane = spots[self].lane;
  int next = out ? find_next_lane (choice, lane) : find_last_lane (choice, lane);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint other = 0; other < choice->n; other++)
    {
      const InkGoalWay *way
          = ways[out ? (gsize) self * choice->n + other : (gsize) other * choice->n + self];
      gboolean to_main = out ? other == choice->main : self == choice->main;
      int ahead = out ? spots[other].lane - lane : lane - spots[other].lane;

      if (way != NULL && other != self
          && (spots[other].lane == next || (to_main && ahead > 0)
              || (ahead == 0 && spots[other].goal->kind == INK_GOAL_MACRO
                  && spots[self].goal->kind == INK_GOAL_MACRO && (other > self) == out)))
        g_ptr_array_add (found, (gpointer) way);
    }
  g_ptr_array_sort (found, compare_people);
  for (guint i = 0; i < MIN (found->len, MOST_BRIGHT); i++)
    {
      const InkGoalWay *way = g_ptr_array_index (found, i);

      add_stroke (choice, find_spot (choice, way->from), find_spot (choice, way->to), way);
    }
}

GArray *
ink_board_strokes_choose (const InkBoardSpot *spots,
                          guint n,
                          const InkBoardFacts *facts,
                          const char *main,
                          const char *selected)
{
  Choice choice = { spots, n, facts, NOWHERE, NOWHERE, NULL };
  g_autofree const InkGoalWay **ways = NULL;

  g_return_val_if_fail (facts != NULL && (spots != NULL || n == 0), NULL);

  choice.strokes = g_array_new (FALSE, FALSE, sizeof (InkBoardStroke));
  choice.main = main != NULL ? find_spot (&choice, main) : NOWHERE;
  for (guint i = 0; i < n && selected != NULL; i++)
    if (g_str_equal (spots[i].goal->id, selected))
      choice.selected = i;
  ways = index_ways (&choice);
  for (guint i = 0; i < n; i++)
    {
      choose_quiet (&choice, ways, i);
      choose_below (&choice, ways, i);
    }
  /* The selected card's are all of its own, once. */
  for (guint i = choice.strokes->len; i-- > 0;)
    if (g_array_index (choice.strokes, InkBoardStroke, i).bright)
      g_array_remove_index (choice.strokes, i);
  if (choice.selected != NOWHERE)
    {
      choose_bright (&choice, ways, FALSE);
      choose_bright (&choice, ways, TRUE);
    }

  return choice.strokes;
}

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
              gboolean out)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));
  double total = 0, room = MAX (spots[spot].box.size.height - 2 * CORNER, 4), y, scale;

  for (guint i = 0; i < strokes->len; i++)
    {
      const InkBoardStroke *stroke = &g_array_index (strokes, InkBoardStroke, i);
      Port port = { i, get_middle (&spots[out ? stroke->to : stroke->from]) };

      if ((out ? stroke->from : stroke->to) != spot || spots[stroke->from].lane
          == spots[stroke->to].lane)
        continue;
      g_array_append_val (ports, port);
      total += paths[i].width + PORT_GAP;
    }
  g_array_sort (ports, compare_ports);
  scale = MIN (1, room / MAX (total, 1));
  y = get_middle (&spots[spot]) - total * scale / 2;
  for (guint i = 0; i < ports->len; i++)
    {
      Path *path = &paths[g_array_index (ports, Port, i).stroke];
      double step = (path->width + PORT_GAP) * scale;

      *(out ? &path->y1 : &path->y2) = y + step / 2;
      y += step;
    }
}

static Path *
make_paths (const InkBoardSpot *spots,
            guint n,
            GArray *strokes,
            gboolean mirrored)
{
  Path *paths = g_new0 (Path, strokes->len + 1);
  double most = get_most (strokes);

  for (guint i = 0; i < strokes->len; i++)
    {
      const InkBoardStroke *stroke = &g_array_index (strokes, InkBoardStroke, i);
      const graphene_rect_t *from = &spots[stroke->from].box, *to = &spots[stroke->to].box;

      paths[i].width = LEAST_WIDTH + (MOST_WIDTH - LEAST_WIDTH) * sqrt (stroke->people / most);
      paths[i].x1 = from->origin.x + (mirrored ? 0 : from->size.width);
      paths[i].x2 = to->origin.x + (mirrored ? to->size.width : 0);
      paths[i].y1 = get_middle (&spots[stroke->from]);
      paths[i].y2 = get_middle (&spots[stroke->to]);
    }
  for (guint i = 0; i < n; i++)
    {
      spread_ports (spots, strokes, paths, i, TRUE);
      spread_ports (spots, strokes, paths, i, FALSE);
    }

  return paths;
}

/* ---- Drawing ---- */

/* Within a lane: straight down to the next card, round the cards between to others. */
static void
trace_below (cairo_t *cr,
             const InkBoardSpot *spots,
             const InkBoardStroke *stroke,
             gboolean mirrored)
{
  const graphene_rect_t *from = &spots[stroke->from].box, *to = &spots[stroke->to].box;
  double x = from->origin.x + from->size.width / 2;
  double side = from->origin.x + (mirrored ? 0 : from->size.width);
  double out = side + (mirrored ? -LOOP : LOOP);

  if (stroke->to == stroke->from + 1)
    {
      cairo_move_to (cr, x, from->origin.y + from->size.height);
      cairo_line_to (cr, x, to->origin.y);
      return;
    }
  cairo_move_to (cr, side, get_middle (&spots[stroke->from]));
  cairo_curve_to (cr, out, get_middle (&spots[stroke->from]), out,
                  get_middle (&spots[stroke->to]), side, get_middle (&spots[stroke->to]));
}

static void
trace (cairo_t *cr,
       const Path *path)
{
  double half = (path->x2 - path->x1) / 2;

  cairo_move_to (cr, path->x1, path->y1);
  if (fabs (path->y2 - path->y1) < 1)
    cairo_line_to (cr, path->x2, path->y2);
  else
    cairo_curve_to (cr, path->x1 + half, path->y1, path->x2 - half, path->y2, path->x2, path->y2);
}

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

void
ink_board_strokes_draw (cairo_t *cr,
                        const InkBoardSpot *spots,
                        guint n,
                        const InkBoardFacts *facts,
                        GArray *strokes,
                        const InkBoardInk *ink)
{
  g_autofree Path *paths = NULL;
  gboolean any_bright = FALSE;

  g_return_if_fail (cr != NULL && facts != NULL && strokes != NULL && ink != NULL);

  paths = make_paths (spots, n, strokes, ink->mirrored);
  for (guint i = 0; i < strokes->len; i++)
    any_bright |= g_array_index (strokes, InkBoardStroke, i).bright;
  for (guint i = 0; i < strokes->len; i++)
    {
      const InkBoardStroke *stroke = &g_array_index (strokes, InkBoardStroke, i);
      GdkRGBA colour = choose_colour (stroke, spots, facts, ink, any_bright);

      if (spots[stroke->from].lane == spots[stroke->to].lane)
        trace_below (cr, spots, stroke, ink->mirrored);
      else
        trace (cr, &paths[i]);
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_set_line_width (cr, paths[i].width);
      cairo_stroke (cr);
    }
}
