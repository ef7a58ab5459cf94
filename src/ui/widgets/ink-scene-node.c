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

/* ---- Where the CPU draws ---- */

static cairo_surface_t *
acquire_cb (cairo_pattern_t *pattern,
            void *surface,
            cairo_surface_t *target,
            const cairo_rectangle_int_t *extents)
{
  return cairo_surface_reference (surface);
}

static void
release_cb (cairo_pattern_t *pattern,
            void *data,
            cairo_surface_t *surface)
{
  cairo_surface_destroy (surface);
}

static cairo_status_t
copy_cb (cairo_pattern_t *pattern,
         void *surface,
         const cairo_pattern_t *other)
{
  cairo_surface_reference (surface);

  return CAIRO_STATUS_SUCCESS;
}

static void
finish_cb (cairo_pattern_t *pattern,
           void *surface)
{
  cairo_surface_destroy (surface);
}

/* The node records that @surface (transfer full) is painted, as a source that is asked for it: of a
 * surface itself Cairo makes a copy. */
static GskRenderNode *
make_cairo_node (cairo_surface_t *surface,
                 const graphene_rect_t *bounds,
                 int factor)
{
  GskRenderNode *node = gsk_cairo_node_new (bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  cairo_pattern_t *source = cairo_pattern_create_raster_source (
      surface, CAIRO_CONTENT_COLOR_ALPHA, cairo_image_surface_get_width (surface),
      cairo_image_surface_get_height (surface));

  cairo_raster_source_pattern_set_acquire (source, acquire_cb, release_cb);
  cairo_raster_source_pattern_set_copy (source, copy_cb);
  cairo_raster_source_pattern_set_finish (source, finish_cb);
  cairo_scale (cr, 1.0 / factor, 1.0 / factor);
  cairo_set_source (cr, source);
  cairo_paint (cr);
  cairo_pattern_destroy (source);
  cairo_destroy (cr);

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

/* Takes @surface, which has @factor pixels for each of @widget. */
static GskRenderNode *
make_node (GtkWidget *widget,
           cairo_surface_t *surface,
           int width,
           int height,
           int factor)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  return is_drawn_by_cpu (widget) ? make_cairo_node (surface, &bounds, factor)
                                  : make_texture_node (surface, &bounds);
}

GskRenderNode *
ink_scene_to_node (const InkScene *scene,
                   GtkWidget *widget,
                   int width,
                   int height,
                   double scale)
{
  int factor = gtk_widget_get_scale_factor (widget);

  g_return_val_if_fail (scene != NULL && GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  return make_node (widget, paint (scene, width * factor, height * factor, scale * factor), width,
                    height, factor);
}

GskRenderNode *
ink_painted_to_node (GtkWidget *widget,
                     int width,
                     int height,
                     InkNodePaintFunc paint_it)
{
  int factor = gtk_widget_get_scale_factor (widget);
  cairo_surface_t *surface;
  cairo_t *cr;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && paint_it != NULL, NULL);
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cr = cairo_create (surface);
  cairo_scale (cr, factor, factor);
  paint_it (widget, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return make_node (widget, surface, width, height, factor);
}
