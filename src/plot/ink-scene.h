/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A chart as it is painted: a flat list of rectangles, paths and texts in points, each with the
 * datum that it shows. Immutable once ink_plot_render() returns it; reference-counted. */
#pragma once

#include <cairo.h>

#include "plot/ink-theme.h"

G_BEGIN_DECLS

#define INK_NO_DATUM G_MAXUINT

typedef struct
{
  double x, y, width, height;
} InkRect;

typedef enum
{
  INK_PRIMITIVE_RECT,
  INK_PRIMITIVE_PATH,
  INK_PRIMITIVE_TEXT,
  INK_PRIMITIVE_PUSH_CLIP,
  INK_PRIMITIVE_POP_CLIP,
  INK_PRIMITIVE_BEGIN_GROUP,
  INK_PRIMITIVE_END_GROUP,
} InkPrimitiveKind;

typedef struct
{
  double x, y;
  gboolean moves; /* begins a new part of the path */
} InkPoint;

/**
 * InkPrimitive:
 * @datum: the row of the chart's first table that it shows, or %INK_NO_DATUM
 * @box: the rectangle, what is clipped, or what a path or text covers
 * @baseline: of a text
 * @text: of a text, or a group's label; nullable
 * @dash: length of dashes and gaps; 0 for an unbroken line
 */
typedef struct
{
  InkPrimitiveKind kind;
  guint datum;
  InkRect box;
  double radius;
  double baseline;
  double line_width;
  double dash;
  gboolean closed;
  InkColour fill;
  InkColour stroke;
  InkFont font;
  char *text;
  InkPoint *points;
  guint n_points;
} InkPrimitive;

typedef struct _InkScene InkScene;

InkScene           *ink_scene_ref           (InkScene *scene);
void                ink_scene_unref         (InkScene *scene);
double              ink_scene_get_width     (const InkScene *scene);
double              ink_scene_get_height    (const InkScene *scene);
gboolean            ink_scene_get_mirrored  (const InkScene *scene);
guint               ink_scene_get_n_primitives (const InkScene *scene);
const InkPrimitive *ink_scene_get_primitive (const InkScene *scene, guint index);

/* What a screen reader, a slide and an SVG say of it; nullable. */
const char *ink_scene_get_description   (const InkScene *scene);
/* How many data can be picked, walked and told; their numbers are 0 to n - 1. */
guint       ink_scene_get_n_data        (const InkScene *scene);
/* A line about one datum, for a tooltip; nullable. */
const char *ink_scene_get_datum_label   (const InkScene *scene, guint datum);
/* What a datum covers, for a focus ring. FALSE where it is not drawn. */
gboolean    ink_scene_get_datum_box     (const InkScene *scene, guint datum, InkRect *box);

void   ink_scene_paint   (const InkScene *scene, cairo_t *cr);
guint  ink_scene_pick    (const InkScene *scene, double x, double y);
char  *ink_scene_to_text (const InkScene *scene) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InkScene, ink_scene_unref)

G_END_DECLS
