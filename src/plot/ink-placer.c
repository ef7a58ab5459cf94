/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Places for texts, first come first served. */

#include "plot/ink-placer.h"

/* Sideways between two texts, so that they do not read as one. */
#define GAP 4.0

struct _InkPlacer
{
  InkRect bounds;
  GArray *boxes; /* of InkRect */
};

static gboolean
touch (const InkRect *a,
       const InkRect *b)
{
  return a->x < b->x + b->width + GAP && b->x < a->x + a->width + GAP &&
         a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

static const InkRect *
find_touching (const InkPlacer *placer,
               const InkRect *box)
{
  for (guint i = 0; i < placer->boxes->len; i++)
    {
      const InkRect *other = &g_array_index (placer->boxes, InkRect, i);

      if (touch (box, other))
        return other;
    }

  return NULL;
}

static gboolean
is_inside (const InkRect *bounds,
           const InkRect *box)
{
  return box->x >= bounds->x - 0.01 && box->y >= bounds->y - 0.01 &&
         box->x + box->width <= bounds->x + bounds->width + 0.01 &&
         box->y + box->height <= bounds->y + bounds->height + 0.01;
}

InkPlacer *
ink_placer_new (InkRect bounds)
{
  InkPlacer *placer = g_new0 (InkPlacer, 1);

  placer->bounds = bounds;
  placer->boxes = g_array_new (FALSE, FALSE, sizeof (InkRect));
  return placer;
}

void
ink_placer_free (InkPlacer *placer)
{
  g_return_if_fail (placer != NULL);

  g_array_unref (placer->boxes);
  g_free (placer);
}

gboolean
ink_placer_place (InkPlacer *placer,
                  InkRect *box,
                  double lift)
{
  const InkRect *other;
  InkRect moved;

  g_return_val_if_fail (placer != NULL && box != NULL, FALSE);

  moved = *box;
  moved.x = MIN (moved.x, placer->bounds.x + placer->bounds.width - moved.width);
  moved.x = MAX (moved.x, placer->bounds.x);
  while ((other = find_touching (placer, &moved)) != NULL)
    {
      moved.y = other->y - moved.height;
      if (box->y - moved.y > lift)
        return FALSE;
    }
  if (!is_inside (&placer->bounds, &moved))
    return FALSE;

  *box = moved;
  g_array_append_val (placer->boxes, moved);
  return TRUE;
}

void
ink_placer_block (InkPlacer *placer,
                  InkRect box)
{
  g_return_if_fail (placer != NULL);

  g_array_append_val (placer->boxes, box);
}
