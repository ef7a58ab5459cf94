/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A drawing as a render node: painted once, then shown as often as needed. */
#pragma once

#include <gtk/gtk.h>

#include "plot/ink-scene.h"

G_BEGIN_DECLS

/* @width, @height: of @widget, in its own pixels, more than 0; @scale: of its pixels per unit of
 * the scene. */
GskRenderNode *ink_scene_to_node (const InkScene *scene, GtkWidget *widget, int width, int height,
                                  double scale) G_GNUC_WARN_UNUSED_RESULT;

/* Draws @width x @height of @widget's own pixels. */
typedef void (*InkNodePaintFunc) (GtkWidget *widget, cairo_t *cr);

GskRenderNode *ink_painted_to_node (GtkWidget *widget, int width, int height,
                                    InkNodePaintFunc paint) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
