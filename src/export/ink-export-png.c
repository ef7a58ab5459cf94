/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* PNG at 1 to 4 pixels a point, with its physical size, so that it lands on a slide as large as it
 * was meant. */

#include "config.h"

#include "base/ink-error.h"
#include "export/ink-cairo-write.h"
#include "export/ink-exporter.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Signature, then the header chunk: length, name, 13 bytes, checksum. */
#define AFTER_HEADER 33
#define MOST_PIXELS 120e6
#define MOST_SIDE 30000.0
#define POINTS_PER_METRE (72.0 / 0.0254)

static guint32
checksum (const guint8 *data,
          gsize size)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 0; i < size; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }

  return ~crc;
}

static void
put_number (guint8 *at,
            guint32 number)
{
  number = GUINT32_TO_BE (number);
  memcpy (at, &number, sizeof number);
}

/* cairo writes no pHYs chunk; it stands right after the header. */
static void
insert_physical_size (GByteArray *png,
                      double scale)
{
  guint8 chunk[21] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's' };
  guint32 per_metre = (guint32) lround (scale * POINTS_PER_METRE);
  g_autoptr (GByteArray) rest = g_byte_array_new ();

  put_number (chunk + 8, per_metre);
  put_number (chunk + 12, per_metre);
  chunk[16] = 1;
  put_number (chunk + 17, checksum (chunk + 4, 13));
  g_byte_array_append (rest, png->data + AFTER_HEADER, png->len - AFTER_HEADER);
  g_byte_array_set_size (png, AFTER_HEADER);
  g_byte_array_append (png, chunk, sizeof chunk);
  g_byte_array_append (png, rest->data, rest->len);
}

static cairo_surface_t *
paint_pixels (const InkScene *scene,
              double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)lround (ink_scene_get_width (scene) * scale),
      (int)lround (ink_scene_get_height (scene) * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  ink_scene_paint (scene, cr);
  cairo_destroy (cr);
  return surface;
}

static GBytes *
write_png (const InkScene *scene,
           const InkTable *table,
           const InkExportOptions *options,
           GError **error)
{
  double width = ink_scene_get_width (scene) * options->scale;
  double height = ink_scene_get_height (scene) * options->scale;
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  if (width * height > MOST_PIXELS || width > MOST_SIDE || height > MOST_SIDE)
    {
      g_set_error (error, INK_ERROR, INK_ERROR_USAGE,
                   _ ("A picture of %.0f \303\227 %.0f pixels is too large. Choose a smaller size "
                      "or scale, or SVG or PDF."),
                   width, height);
      return NULL;
    }

  surface = paint_pixels (scene, options->scale);
  status = cairo_surface_write_to_png_stream (surface, ink_cairo_write, png);
  cairo_surface_destroy (surface);
  if (!ink_cairo_check (status, error))
    return NULL;

  insert_physical_size (png, options->scale);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

const InkExporter ink_exporter_png = {
  .id = "png",
  .title = N_("PNG picture"),
  .mime_type = "image/png",
  .is_picture = TRUE,
  .write = write_png,
};
