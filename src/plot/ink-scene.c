/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list of primitives: filling it, looking at it, finding what lies at a point. */

#include "plot/ink-scene-builder.h"

#include <math.h>
#include <string.h>

struct _InkScene
{
  gatomicrefcount ref_count;
  double width;
  double height;
  gboolean mirrored;
  char *description;
  GArray *primitives;    /* of InkPrimitive */
  GPtrArray *labels;     /* of char *, by datum */
};

/* A finger or a tired hand finds a thin bar too. */
#define REACH 3.0

static void
clear_primitive (gpointer data)
{
  InkPrimitive *primitive = data;

  g_free (primitive->text);
  g_free (primitive->points);
  g_free ((char *) primitive->font.family);
}

static double
mirror (const InkScene *scene,
        double x,
        double width)
{
  return scene->mirrored ? scene->width - x - width : x;
}

static InkPrimitive *
append (InkScene *scene,
        InkPrimitiveKind kind,
        InkRect box,
        guint datum)
{
  InkPrimitive primitive = { .kind = kind, .datum = datum, .box = box };

  primitive.box.x = mirror (scene, box.x, box.width);
  g_array_append_val (scene->primitives, primitive);
  return &g_array_index (scene->primitives, InkPrimitive, scene->primitives->len - 1);
}

static void
set_paint (InkPrimitive *primitive,
           const InkPaint *paint)
{
  primitive->fill = paint->fill;
  primitive->stroke = paint->stroke;
  primitive->line_width = paint->line_width;
  primitive->dash = paint->dash;
  primitive->radius = paint->radius;
}

static gboolean
contains (const InkRect *box,
          double x,
          double y,
          double reach)
{
  return x >= box->x - reach && x <= box->x + box->width + reach && y >= box->y - reach &&
         y <= box->y + box->height + reach;
}

/* The topmost datum within @reach of the point. */
static guint
pick_within (const InkScene *scene,
             double x,
             double y,
             double reach)
{
  for (guint i = scene->primitives->len; i > 0; i--)
    {
      const InkPrimitive *primitive = &g_array_index (scene->primitives, InkPrimitive, i - 1);

      if (primitive->datum != INK_NO_DATUM && contains (&primitive->box, x, y, reach))
        return primitive->datum;
    }

  return INK_NO_DATUM;
}

static void
unite (InkRect *into,
       const InkRect *box)
{
  double right = MAX (into->x + into->width, box->x + box->width);
  double bottom = MAX (into->y + into->height, box->y + box->height);

  into->x = MIN (into->x, box->x);
  into->y = MIN (into->y, box->y);
  into->width = right - into->x;
  into->height = bottom - into->y;
}

InkScene *
ink_scene_new (double width,
               double height,
               gboolean mirrored)
{
  InkScene *scene = g_new0 (InkScene, 1);

  g_atomic_ref_count_init (&scene->ref_count);
  scene->width = width;
  scene->height = height;
  scene->mirrored = mirrored;
  scene->primitives = g_array_new (FALSE, FALSE, sizeof (InkPrimitive));
  g_array_set_clear_func (scene->primitives, clear_primitive);
  scene->labels = g_ptr_array_new_with_free_func (g_free);

  return scene;
}

InkScene *
ink_scene_ref (InkScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  g_atomic_ref_count_inc (&scene->ref_count);
  return scene;
}

void
ink_scene_unref (InkScene *scene)
{
  g_return_if_fail (scene != NULL);

  if (!g_atomic_ref_count_dec (&scene->ref_count))
    return;

  g_array_unref (scene->primitives);
  g_ptr_array_unref (scene->labels);
  g_free (scene->description);
  g_free (scene);
}

double
ink_scene_get_width (const InkScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->width;
}

double
ink_scene_get_height (const InkScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->height;
}

gboolean
ink_scene_get_mirrored (const InkScene *scene)
{
  g_return_val_if_fail (scene != NULL, FALSE);

  return scene->mirrored;
}

guint
ink_scene_get_n_primitives (const InkScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->primitives->len;
}

const InkPrimitive *
ink_scene_get_primitive (const InkScene *scene,
                         guint index)
{
  g_return_val_if_fail (scene != NULL && index < scene->primitives->len, NULL);

  return &g_array_index (scene->primitives, InkPrimitive, index);
}

const char *
ink_scene_get_description (const InkScene *scene)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return scene->description;
}

void
ink_scene_set_description (InkScene *scene,
                           const char *description)
{
  g_return_if_fail (scene != NULL);

  g_free (scene->description);
  scene->description = g_strdup (description);
}

guint
ink_scene_get_n_data (const InkScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return scene->labels->len;
}

const char *
ink_scene_get_datum_label (const InkScene *scene,
                           guint datum)
{
  g_return_val_if_fail (scene != NULL, NULL);

  return datum < scene->labels->len ? g_ptr_array_index (scene->labels, datum) : NULL;
}

void
ink_scene_set_datum_label (InkScene *scene,
                           guint datum,
                           const char *label)
{
  g_return_if_fail (scene != NULL && datum != INK_NO_DATUM);

  if (datum >= scene->labels->len)
    g_ptr_array_set_size (scene->labels, (int) datum + 1);
  g_free (g_ptr_array_index (scene->labels, datum));
  g_ptr_array_index (scene->labels, datum) = g_strdup (label);
}

gboolean
ink_scene_get_datum_box (const InkScene *scene,
                         guint datum,
                         InkRect *box)
{
  gboolean found = FALSE;

  g_return_val_if_fail (scene != NULL && box != NULL, FALSE);

  for (guint i = 0; i < scene->primitives->len; i++)
    {
      const InkPrimitive *primitive = &g_array_index (scene->primitives, InkPrimitive, i);

      if (primitive->datum != datum || datum == INK_NO_DATUM)
        continue;
      if (found)
        unite (box, &primitive->box);
      else
        *box = primitive->box;
      found = TRUE;
    }

  return found;
}

/**
 * ink_scene_pick:
 * @x: in points from the left edge
 * @y: in points from the top edge
 *
 * Returns: the datum at this place, or one very near; %INK_NO_DATUM where there is none
 */
guint
ink_scene_pick (const InkScene *scene,
                double x,
                double y)
{
  guint datum;

  g_return_val_if_fail (scene != NULL, INK_NO_DATUM);

  datum = pick_within (scene, x, y, 0);
  return datum != INK_NO_DATUM ? datum : pick_within (scene, x, y, REACH);
}

void
ink_scene_begin_group (InkScene *scene,
                       const char *label)
{
  InkPrimitive *primitive;

  g_return_if_fail (scene != NULL);

  primitive = append (scene, INK_PRIMITIVE_BEGIN_GROUP, (InkRect){ 0 }, INK_NO_DATUM);
  primitive->text = g_strdup (label);
}

void
ink_scene_end_group (InkScene *scene)
{
  g_return_if_fail (scene != NULL);

  append (scene, INK_PRIMITIVE_END_GROUP, (InkRect){ 0 }, INK_NO_DATUM);
}

void
ink_scene_push_clip (InkScene *scene,
                     InkRect box)
{
  g_return_if_fail (scene != NULL);

  append (scene, INK_PRIMITIVE_PUSH_CLIP, box, INK_NO_DATUM);
}

void
ink_scene_pop_clip (InkScene *scene)
{
  g_return_if_fail (scene != NULL);

  append (scene, INK_PRIMITIVE_POP_CLIP, (InkRect){ 0 }, INK_NO_DATUM);
}

void
ink_scene_add_rect (InkScene *scene,
                    InkRect box,
                    const InkPaint *paint,
                    guint datum)
{
  InkPrimitive *primitive;

  g_return_if_fail (scene != NULL && paint != NULL);

  if (!isfinite (box.x + box.y + box.width + box.height))
    return;

  primitive = append (scene, INK_PRIMITIVE_RECT, box, datum);
  set_paint (primitive, paint);
  primitive->radius = MIN (paint->radius, MIN (box.width, box.height) / 2);
}

void
ink_scene_add_path (InkScene *scene,
                    const InkPoint *points,
                    guint n_points,
                    gboolean closed,
                    const InkPaint *paint,
                    guint datum)
{
  InkPrimitive *primitive;
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_if_fail (scene != NULL && paint != NULL);

  if (n_points == 0)
    return;

  for (guint i = 0; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  primitive = append (scene, INK_PRIMITIVE_PATH,
                      (InkRect){ left, top, right - left, bottom - top }, datum);
  set_paint (primitive, paint);
  primitive->closed = closed;
  primitive->n_points = n_points;
  primitive->points = g_memdup2 (points, n_points * sizeof *points);
  for (guint i = 0; i < n_points; i++)
    primitive->points[i].x = mirror (scene, points[i].x, 0);
}

void
ink_scene_add_text (InkScene *scene,
                    InkRect box,
                    double baseline,
                    const char *text,
                    const InkFont *font,
                    InkColour colour,
                    guint datum)
{
  InkPrimitive *primitive;

  g_return_if_fail (scene != NULL && text != NULL && font != NULL);

  if (*text == '\0' || !isfinite (box.x + box.y + box.width + box.height))
    return;

  primitive = append (scene, INK_PRIMITIVE_TEXT, box, datum);
  primitive->baseline = baseline;
  primitive->text = g_strdup (text);
  primitive->font = *font;
  primitive->font.family = g_strdup (font->family);
  primitive->fill = colour;
}
