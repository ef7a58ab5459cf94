/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-scene-node.h"

static cairo_surface_t *
paint (const InkScene *scene,
       int width,
       int height,
       double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  ink_scene_paint (scene, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* (transfer full): @surface becomes the texture's. */
static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static GskRenderNode *
make_texture_node (cairo_surface_t *surface,
                   const graphene_rect_t *bounds)
{
  g_autoptr (GdkTexture) texture = make_texture (surface);

  return gsk_texture_node_new (texture, bounds);
}

/* The node records that @surface is painted. It lives as long as the record: Cairo would copy a
 * surface that is let go before. */
static GskRenderNode *
make_cairo_node (cairo_surface_t *surface,
                 const graphene_rect_t *bounds,
                 int factor)
{
  static const cairo_user_data_key_t key;
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_set_user_data (gsk_cairo_node_get_surface (node), &key, surface,
                               (cairo_destroy_func_t) cairo_surface_destroy);

  return node;
}

/* Where the CPU draws, GTK turns every pixel of a texture into floating point and back whenever it
 * is shown (GTK 4.8): that takes longer than all else in a frame. */
static gboolean
is_drawn_by_cpu (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

GskRenderNode *
ink_scene_to_node (const InkScene *scene,
                   GtkWidget *widget,
                   int width,
                   int height,
                   double scale)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  int factor = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *surface;

  g_return_val_if_fail (scene != NULL && GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  surface = paint (scene, width * factor, height * factor, scale * factor);

  return is_drawn_by_cpu (widget) ? make_cairo_node (surface, &bounds, factor)
                                  : make_texture_node (surface, &bounds);
}
