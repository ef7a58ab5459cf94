/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A scene as text, one primitive a line: what the golden tests compare. */

#include "plot/ink-scene.h"

#include <math.h>

static void
append_number (GString *text,
               double number)
{
  char buffer[64];

  /* No minus before zero: it comes and goes with the order of additions. */
  if (fabs (number) < 0.0005)
    number = 0;
  g_string_append_c (text, ' ');
  g_string_append (text, g_ascii_formatd (buffer, sizeof buffer, "%.3f", number));
}

static void
append_colour (GString *text,
               const char *name,
               InkColour colour)
{
  if ((colour & 0xff) != 0)
    g_string_append_printf (text, " %s #%08x", name, colour);
}

static void
append_box (GString *text,
            const InkRect *box)
{
  append_number (text, box->x);
  append_number (text, box->y);
  append_number (text, box->width);
  append_number (text, box->height);
}

static void
append_paint (GString *text,
              const InkPrimitive *primitive)
{
  append_colour (text, "fill", primitive->fill);
  append_colour (text, "stroke", primitive->stroke);
  if ((primitive->stroke & 0xff) != 0)
    append_number (text, primitive->line_width);
  if (primitive->dash > 0)
    {
      g_string_append (text, " dash");
      append_number (text, primitive->dash);
    }
}

static void
append_path (GString *text,
             const InkPrimitive *primitive)
{
  for (guint i = 0; i < primitive->n_points; i++)
    {
      g_string_append (text, primitive->points[i].moves || i == 0 ? " M" : " L");
      append_number (text, primitive->points[i].x);
      append_number (text, primitive->points[i].y);
    }
  if (primitive->closed)
    g_string_append (text, " Z");
}

static void
append_primitive (GString *text,
                  const InkPrimitive *primitive)
{
  static const char *const names[] = { "rect", "path", "text", "clip", "end clip", "group",
                                       "end group" };

  g_string_append (text, names[primitive->kind]);
  switch (primitive->kind)
    {
    case INK_PRIMITIVE_RECT:
      append_box (text, &primitive->box);
      if (primitive->radius > 0)
        {
          g_string_append (text, " radius");
          append_number (text, primitive->radius);
        }
      append_paint (text, primitive);
      break;

    case INK_PRIMITIVE_PATH:
      append_path (text, primitive);
      append_paint (text, primitive);
      break;

    case INK_PRIMITIVE_TEXT:
      append_box (text, &primitive->box);
      append_number (text, primitive->baseline);
      g_string_append_printf (text, " \"%s\"%s", primitive->text,
                              primitive->font.bold ? " bold" : "");
      append_number (text, primitive->font.size);
      append_colour (text, "fill", primitive->fill);
      break;

    case INK_PRIMITIVE_PUSH_CLIP:
      append_box (text, &primitive->box);
      break;

    case INK_PRIMITIVE_BEGIN_GROUP:
      g_string_append_printf (text, " \"%s\"", primitive->text != NULL ? primitive->text : "");
      break;

    case INK_PRIMITIVE_POP_CLIP:
    case INK_PRIMITIVE_END_GROUP:
      break;
    }
  if (primitive->datum != INK_NO_DATUM)
    g_string_append_printf (text, " datum %u", primitive->datum);
  g_string_append_c (text, '\n');
}

/**
 * ink_scene_to_text:
 *
 * Returns: (transfer full): the scene with numbers to three decimals, its description first and the
 * labels of its data last
 */
char *
ink_scene_to_text (const InkScene *scene)
{
  g_autoptr (GString) text = g_string_new ("scene");

  g_return_val_if_fail (scene != NULL, NULL);

  append_number (text, ink_scene_get_width (scene));
  append_number (text, ink_scene_get_height (scene));
  g_string_append_printf (text, "%s\n", ink_scene_get_mirrored (scene) ? " mirrored" : "");
  if (ink_scene_get_description (scene) != NULL)
    g_string_append_printf (text, "description \"%s\"\n", ink_scene_get_description (scene));
  for (guint i = 0; i < ink_scene_get_n_primitives (scene); i++)
    append_primitive (text, ink_scene_get_primitive (scene, i));
  for (guint i = 0; i < ink_scene_get_n_data (scene); i++)
    if (ink_scene_get_datum_label (scene, i) != NULL)
      g_string_append_printf (text, "datum %u \"%s\"\n", i, ink_scene_get_datum_label (scene, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}
