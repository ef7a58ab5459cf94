/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* SVG: vectors only, text as outlines that look the same everywhere, with title and description. */

#include "config.h"

#include "export/ink-cairo-write.h"
#include "export/ink-exporter.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static void
append_element (GString *into,
                const char *name,
                const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (into, "\n<%s>%s</%s>", name, escaped, name);
}

/* cairo knows no words for a picture; a reader finds them as the first children of the root. */
static void
insert_words (GByteArray *svg,
              const InkScene *scene,
              const InkExportOptions *options)
{
  g_autoptr (GString) text = g_string_new_len ((const char *) svg->data, (gssize) svg->len);
  g_autoptr (GString) words = g_string_new (NULL);
  const char *root = strstr (text->str, "<svg");
  const char *end = root != NULL ? strchr (root, '>') : NULL;

  if (end == NULL)
    return;

  append_element (words, "title", options->title);
  append_element (words, "desc", ink_scene_get_description (scene));
  g_string_insert_len (text, end + 1 - text->str, words->str, (gssize) words->len);
  g_byte_array_set_size (svg, 0);
  g_byte_array_append (svg, (const guint8 *) text->str, (guint) text->len);
}

static GBytes *
write_svg (const InkScene *scene,
           const InkTable *table,
           const InkExportOptions *options,
           GError **error)
{
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (
      ink_cairo_write, svg, ink_scene_get_width (scene), ink_scene_get_height (scene));
  cairo_t *cr;
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cr = cairo_create (surface);
  ink_scene_paint (scene, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!ink_cairo_check (status, error))
    return NULL;

  insert_words (svg, scene, options);
  return g_byte_array_free_to_bytes (g_steal_pointer (&svg));
}

const InkExporter ink_exporter_svg = {
  .id = "svg",
  .title = N_("SVG drawing"),
  .mime_type = "image/svg+xml",
  .is_picture = TRUE,
  .write = write_svg,
};
