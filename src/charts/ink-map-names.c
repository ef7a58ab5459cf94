/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All names get a chance to stand beside their dots before the first is led away from its own. */
#include "config.h"

#include "charts/ink-map-names.h"

#include <math.h>

#define GAP 9.0 /* to the dot */
/* How far away a name may be led, in heights of a line; and from where on its line is drawn. */
#define NEAREST 1.5
#define FARTHEST 9.0
#define STEP 0.75
#define DIRECTIONS 24
#define LEADER_END 2.0
#define SLANT 12.0
#define DOT 4.6 /* lines' widths */

typedef struct
{
  InkPoint from;
  InkPoint to;
} Leader;

/* @texts: (element-type InkRect): the names that have a place */
typedef struct
{
  const InkMarkState *state;
  InkFont font;
  double ascent;
  double height;
  GArray *texts;
  GArray *leaders; /* of Leader */
} Names;

/* ---- Beside the dot ---- */

/* Of the name's width and height from its dot: beside it, or above its range. */
static const struct
{
  double x;
  double y;
  double gap; /* to the dot, in GAP */
  gboolean at_end;
} places[] = {
  { 0, -0.5, 1.2, FALSE }, { -1, -0.5, -1.2, FALSE }, { 0, -1.1, 1.2, FALSE },
  { -1, -1.1, -1.2, FALSE }, { 0, 0.1, 1.2, FALSE }, { -1, 0.1, -1.2, FALSE },
  { -0.5, -1, 0, TRUE }, { -0.5, -1, 0, TRUE },
};

static gboolean
place_beside (const Names *names,
              guint row,
              double width,
              InkRect *box)
{
  const InkMarkState *state = names->state;
  double x = ink_mark_state_x (state, INK_CHANNEL_X, row);
  double y = ink_mark_state_y (state, INK_CHANNEL_Y, row);
  gboolean turned = x + state->mark->max_width > state->frame.x + state->frame.width;

  for (guint i = 0; i < G_N_ELEMENTS (places) && isfinite (x + y); i++)
    {
      guint at = turned ? i ^ 1 : i;
      double from = places[at].at_end ? ink_mark_state_y (state, INK_CHANNEL_Y2, row) - 2 : y;

      if (!isfinite (from))
        continue;
      *box = (InkRect){ x + places[at].x * width + places[at].gap * GAP,
                        from + places[at].y * names->height, width, names->height };
      if (ink_placer_place (state->placer, box, 0))
        return TRUE;
    }

  return FALSE;
}

/* ---- Away from it ---- */

static double
turn (InkPoint a,
      InkPoint b,
      InkPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

static gboolean
cross (const Leader *one,
       const Leader *other)
{
  return turn (one->from, one->to, other->from) * turn (one->from, one->to, other->to) < 0
         && turn (other->from, other->to, one->from) * turn (other->from, other->to, one->to) < 0;
}

static gboolean
runs_through (const Leader *leader,
              const InkRect *box)
{
  InkPoint corners[4] = { { box->x, box->y, FALSE },
                          { box->x + box->width, box->y, FALSE },
                          { box->x + box->width, box->y + box->height, FALSE },
                          { box->x, box->y + box->height, FALSE } };

  for (guint i = 0; i < 4; i++)
    if (cross (leader, &(Leader){ corners[i], corners[(i + 1) % 4] }))
      return TRUE;

  return FALSE;
}

static double
find_distance (const Leader *leader,
               double x,
               double y)
{
  double along_x = leader->to.x - leader->from.x, along_y = leader->to.y - leader->from.y;
  double square = along_x * along_x + along_y * along_y;
  double at = square > 0
                  ? ((x - leader->from.x) * along_x + (y - leader->from.y) * along_y) / square
                  : 0;

  at = CLAMP (at, 0, 1);
  return hypot (leader->from.x + at * along_x - x, leader->from.y + at * along_y - y);
}

static gboolean
meets_dot (const Names *names,
           const Leader *leader,
           guint of)
{
  const InkMarkState *state = names->state;

  for (guint row = 0; row < ink_mark_n_rows (state->mark); row++)
    if (row != of
        && find_distance (leader, ink_mark_state_x (state, INK_CHANNEL_X, row),
                          ink_mark_state_y (state, INK_CHANNEL_Y, row))
               < GAP / 2)
      return TRUE;

  return FALSE;
}

/* A line through a name, or a name on a line, tells of the wrong dot. */
static gboolean
is_clear (const Names *names,
          const Leader *leader,
          const InkRect *box)
{
  for (guint i = 0; i < names->texts->len; i++)
    if (runs_through (leader, &g_array_index (names->texts, InkRect, i)))
      return FALSE;
  for (guint i = 0; i < names->leaders->len; i++)
    {
      const Leader *other = &g_array_index (names->leaders, Leader, i);

      if (cross (leader, other) || runs_through (other, box))
        return FALSE;
    }

  return TRUE;
}

/* From the edge of the dot to the nearest point of the name. */
static Leader
make_leader (const InkMarkState *state,
             guint row,
             const InkRect *box)
{
  InkPoint dot = { ink_mark_state_x (state, INK_CHANNEL_X, row),
                   ink_mark_state_y (state, INK_CHANNEL_Y, row), TRUE };
  InkPoint to = { CLAMP (dot.x, box->x, box->x + box->width),
                  CLAMP (dot.y, box->y + LEADER_END, box->y + box->height - LEADER_END), FALSE };
  double length, edge;

  if (to.x > box->x && to.x < box->x + box->width)
    {
      /* Straight up it would look like the dot's range. */
      to.x += to.x < box->x + box->width / 2 ? SLANT : -SLANT;
      to.y = dot.y < box->y ? box->y : box->y + box->height;
    }
  length = hypot (to.x - dot.x, to.y - dot.y);
  edge = length > 0 ? MIN ((DOT * state->theme->line / 2 + 1) / length, 1) : 0;
  return (Leader){ { dot.x + edge * (to.x - dot.x), dot.y + edge * (to.y - dot.y), TRUE }, to };
}

/* The place of a name whose near edge lies at @distance in direction @number. */
static InkRect
find_box (const Names *names,
          guint row,
          double width,
          double distance,
          guint number)
{
  /* Sideways first, where words are read. */
  guint at = (number % 2 == 0 ? number / 2 : DIRECTIONS - (number + 1) / 2) % DIRECTIONS;
  double angle = 2 * G_PI * at / DIRECTIONS;
  double x = ink_mark_state_x (names->state, INK_CHANNEL_X, row) + distance * cos (angle);
  double y = ink_mark_state_y (names->state, INK_CHANNEL_Y, row) + distance * sin (angle);

  return (InkRect){ x - width * (1 - cos (angle)) / 2, y - names->height * (1 - sin (angle)) / 2,
                    width, names->height };
}

static gboolean
place_away (Names *names,
            guint row,
            double width,
            InkRect *box)
{
  for (double lines = NEAREST; lines <= FARTHEST; lines += STEP)
    for (guint i = 0; i < DIRECTIONS; i++)
      {
        InkRect wanted = find_box (names, row, width, lines * names->height, i);
        Leader leader = make_leader (names->state, row, &wanted);

        /* Moved aside it would be another line. */
        if (!isfinite (wanted.x + wanted.y) || wanted.x < names->state->frame.x
            || wanted.x + width > names->state->frame.x + names->state->frame.width
            || wanted.y < names->state->frame.y
            || wanted.y + names->height > names->state->frame.y + names->state->frame.height
            || meets_dot (names, &leader, row) || !is_clear (names, &leader, &wanted)
            || !ink_placer_place (names->state->placer, &wanted, 0))
          continue;
        g_array_append_val (names->leaders, leader);
        *box = wanted;
        return TRUE;
      }

  return FALSE;
}

/* ---- All of them ---- */

static char *
get_name (const Names *names,
          guint row)
{
  const InkMark *mark = names->state->mark;
  g_autofree char *clean = ink_text_clean (ink_mark_text_at (mark, INK_CHANNEL_TEXT, row));

  return ink_text_measure_ellipsise (names->state->measure, &names->font, clean, mark->max_width);
}

static void
add_name (Names *names,
          guint row,
          const char *text,
          const InkRect *box)
{
  const InkMarkState *state = names->state;

  ink_scene_add_text (state->scene, *box, box->y + names->ascent, text, &names->font,
                      ink_mark_state_colour (state, state->mark->fill, row),
                      ink_mark_datum (state->mark, row));
  g_array_append_val (names->texts, *box);
}

/* @away: those that found no place beside their dots; else all, which says in @left who they are.
 * A name that finds no place at all is in the table and told of its dot. */
static void
place_names (Names *names,
             gboolean away,
             gboolean *left)
{
  for (guint row = 0; row < ink_mark_n_rows (names->state->mark); row++)
    {
      g_autofree char *text = away && !left[row] ? NULL : get_name (names, row);
      double width;
      InkRect box;

      if (text == NULL || *text == '\0')
        continue;
      width = ink_text_measure_width (names->state->measure, &names->font, text);
      if (away ? place_away (names, row, width, &box) : place_beside (names, row, width, &box))
        add_name (names, row, text, &box);
      else
        left[row] = TRUE;
    }
}

static void
add_leaders (const Names *names)
{
  const InkMarkState *state = names->state;

  for (guint i = 0; i < names->leaders->len; i++)
    {
      const Leader *leader = &g_array_index (names->leaders, Leader, i);
      const InkPoint ends[] = { leader->from, leader->to };
      InkPaint paint = { .stroke = ink_mark_state_colour (state, INK_COLOUR_DIM, 0),
                         .line_width = state->theme->hair };

      ink_scene_add_path (state->scene, ends, 2, FALSE, &paint, INK_NO_DATUM);
    }
}

static void
emit (const InkMarkState *state)
{
  InkFont font = ink_theme_get_font (state->theme, state->mark->font);
  double ascent = ink_text_measure_ascent (state->measure, &font);
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (InkRect));
  g_autoptr (GArray) leaders = g_array_new (FALSE, FALSE, sizeof (Leader));
  g_autofree gboolean *left = g_new0 (gboolean, ink_mark_n_rows (state->mark) + 1);
  Names names = { state,  font,  ascent, ascent + ink_text_measure_descent (state->measure, &font),
                  texts, leaders };

  place_names (&names, FALSE, left);
  place_names (&names, TRUE, left);
  add_leaders (&names);
}

const InkMarkKind ink_map_names = { .name = "map-names", .emit = emit };
