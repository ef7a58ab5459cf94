/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How marks fill a scene. Everything is given left to right; a mirrored scene turns it around. */
#pragma once

#include "plot/ink-scene.h"
#include "plot/ink-text-measure.h"

G_BEGIN_DECLS

typedef struct
{
  InkColour fill;
  InkColour stroke;
  double line_width;
  double dash;
  double radius;
} InkPaint;

InkScene *ink_scene_new          (double width, double height, gboolean mirrored)
    G_GNUC_WARN_UNUSED_RESULT;
void      ink_scene_set_description (InkScene *scene, const char *description);
void      ink_scene_set_datum_label (InkScene *scene, guint datum, const char *label);
void      ink_scene_begin_group  (InkScene *scene, const char *label);
void      ink_scene_end_group    (InkScene *scene);
void      ink_scene_push_clip    (InkScene *scene, InkRect box);
void      ink_scene_pop_clip     (InkScene *scene);
void      ink_scene_add_rect     (InkScene *scene, InkRect box, const InkPaint *paint, guint datum);
/* Where @closed, each part is filled and closed. */
void      ink_scene_add_path     (InkScene *scene, const InkPoint *points, guint n_points,
                                  gboolean closed, const InkPaint *paint, guint datum);
/* @box: what the text covers, its left edge at the text's begin; @text is clean (ink_text_clean).
 */
void      ink_scene_add_text     (InkScene *scene, InkRect box, double baseline, const char *text,
                                  const InkFont *font, InkColour colour, guint datum);

G_END_DECLS
