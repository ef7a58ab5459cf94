/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A scene as a render node: painted once, then shown as often as needed. */
#pragma once

#include <gtk/gtk.h>

#include "plot/ink-scene.h"

G_BEGIN_DECLS

/* @width, @height: of @widget, in its own pixels, more than 0; @scale: of its pixels per unit of
 * the scene. */
GskRenderNode *ink_scene_to_node (const InkScene *scene, GtkWidget *widget, int width, int height,
                                  double scale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
