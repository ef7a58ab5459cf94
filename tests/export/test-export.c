/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files of charts: their sizes and metadata, the same bytes twice, whole or not at all. */

#include "base/ink-error.h"
#include "charts/ink-chart.h"
#include "export/ink-exporter.h"
#include "support/ink-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static InkTable *
make_table (void)
{
  static const double people[] = { 1000, 250, 40 };
  static const char *const names[] = { "Read", "Saved", "Booked" };
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "group", "Group");
  ink_table_builder_add_text (builder, "step", "Step");
  ink_table_builder_add_number (builder, "people", "People", INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "before", "Before", INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "dropped", "Left", INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "of_previous", "Of the step before", INK_FORMAT_SHARE);
  for (guint i = 0; i < 3; i++)
    {
      double before = people[i > 0 ? i - 1 : 0];

      ink_table_builder_text (builder, "");
      ink_table_builder_text (builder, names[i]);
      ink_table_builder_number (builder, people[i]);
      ink_table_builder_number (builder, before);
      ink_table_builder_number (builder, before - people[i]);
      ink_table_builder_number (builder, people[i] / before);
    }

  return ink_table_builder_end (builder);
}

static InkScene *
make_scene (gboolean transparent)
{
  g_autoptr (InkTable) table = make_table ();
  InkChartOptions options = { .title = "Tom & <Ann>", .width = 400, .height = 300,
                              .numbers = &ink_numbers_plain, .transparent = transparent };

  return ink_chart_render (&ink_chart_funnel, table, &options);
}

static GBytes *
export_scene (const InkExporter *exporter,
              const InkScene *scene,
              const InkExportOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ink_export_to_bytes (exporter, scene, NULL, options, &error);

  g_assert_no_error (error);
  return bytes;
}

static guint32
number_at (GBytes *bytes,
           gsize offset)
{
  guint32 number;

  memcpy (&number, (const guint8 *) g_bytes_get_data (bytes, NULL) + offset, 4);
  return GUINT32_FROM_BE (number);
}

static cairo_status_t
read_bytes (void *closure,
            unsigned char *data,
            unsigned int length)
{
  GInputStream *stream = closure;
  gsize n_read;

  return g_input_stream_read_all (stream, data, length, &n_read, NULL, NULL) && n_read == length
             ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static void
test_png (void)
{
  g_autoptr (InkScene) scene = make_scene (FALSE);

  for (double scale = 1; scale <= 4; scale++)
    {
      InkExportOptions options = { .scale = scale };
      g_autoptr (GBytes) png = export_scene (&ink_exporter_png, scene, &options);
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
      cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);

      /* The chunk's checksum is right, or this would not be read. */
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 400 * scale);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 300 * scale);
      cairo_surface_destroy (surface);
      g_assert_cmpmem ((const guint8 *) g_bytes_get_data (png, NULL) + 37, 4, "pHYs", 4);
      g_assert_cmpuint (number_at (png, 41), ==, (guint) lround (scale * 72 / 0.0254));
      g_assert_cmpuint (number_at (png, 45), ==, number_at (png, 41));
    }
}

static guint32
corner_pixel (GBytes *png)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_bytes, stream);
  gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  guint32 pixel;

  memcpy (&pixel, cairo_image_surface_get_data (surface), 4);
  cairo_surface_destroy (surface);
  return has_alpha ? pixel : pixel | 0xff000000;
}

static void
test_transparent (void)
{
  g_autoptr (InkScene) solid = make_scene (FALSE);
  g_autoptr (InkScene) clear = make_scene (TRUE);
  g_autoptr (GBytes) one = export_scene (&ink_exporter_png, solid, NULL);
  g_autoptr (GBytes) two = export_scene (&ink_exporter_png, clear, NULL);

  g_assert_cmphex (corner_pixel (one), ==, 0xffffffff);
  g_assert_cmphex (corner_pixel (two), ==, 0);
}

static void
test_png_too_large (void)
{
  g_autoptr (InkTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  InkChartOptions options = { .width = 10000, .height = 10000 };
  InkExportOptions export = { .scale = 4 };
  g_autoptr (InkScene) scene = ink_chart_render (&ink_chart_funnel, table, &options);
  g_autoptr (GBytes) png = ink_export_to_bytes (&ink_exporter_png, scene, NULL, &export, &error);

  g_assert_null (png);
  g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
}

static void
test_svg (void)
{
  g_autoptr (InkScene) scene = make_scene (FALSE);
  InkExportOptions options = { .title = "Tom & <Ann>" };
  g_autoptr (GBytes) svg = export_scene (&ink_exporter_svg, scene, &options);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  g_assert_nonnull (strstr (text, "<title>Tom &amp; &lt;Ann&gt;</title>"));
  g_assert_nonnull (strstr (text, "<desc>Funnel of 3 steps."));
  g_assert_nonnull (strstr (text, "400pt"));
  g_assert_null (strstr (text, "<image"));
  g_assert_true (g_str_has_suffix (text, "</svg>\n"));
}

static void
test_pdf (void)
{
  g_autoptr (InkScene) scene = make_scene (FALSE);
  InkExportOptions later = { .created = "2026-07-01T09:00:00Z" };
  g_autoptr (GBytes) one = export_scene (&ink_exporter_pdf, scene, NULL);
  g_autoptr (GBytes) two = NULL, three = NULL;

  /* Time goes by, and other things are drawn. */
  g_usleep (1100000);
  two = export_scene (&ink_exporter_pdf, scene, NULL);
  three = export_scene (&ink_exporter_pdf, scene, &later);
  g_assert_true (g_bytes_equal (one, two));
  g_assert_false (g_bytes_equal (one, three));
  g_assert_cmpmem (g_bytes_get_data (one, NULL), 5, "%PDF-", 5);
}

static void
test_csv (void)
{
  g_autoptr (InkTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = ink_export_to_bytes (&ink_exporter_csv, NULL, table, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (csv, NULL), 40, "Group,Step,People,Before,Left,Of the ste",
                   40);
}

static void
test_file (void)
{
  char *folder = ink_test_folder ();
  g_autofree char *path = g_build_filename (folder, "chart.svg", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "chart.svg", NULL);
  g_autofree char *content = NULL;
  g_autoptr (InkScene) scene = make_scene (FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_files = 0;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_true (ink_export_to_file (&ink_exporter_svg, scene, NULL, NULL, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "<?xml"));

  g_assert_false (ink_export_to_file (&ink_exporter_svg, scene, NULL, NULL, nowhere, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, nowhere));

  /* Nothing half-written lies beside. */
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
  ink_test_remove_folder (folder);
}

static void
test_find (void)
{
  static const char *const wrong[] = { "chart", "chart.docx", "a.png/chart", "", ".png.", NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (ink_exporter_find_for_path ("/x/y.Z.PNG", &error) == &ink_exporter_png);
  g_assert_true (ink_exporter_find ("pdf") == &ink_exporter_pdf);
  for (guint i = 0; wrong[i] != NULL; i++)
    {
      g_assert_null (ink_exporter_find_for_path (wrong[i], &error));
      g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
      g_clear_error (&error);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/transparent", test_transparent);
  g_test_add_func ("/export/png-too-large", test_png_too_large);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/csv", test_csv);
  g_test_add_func ("/export/file", test_file);
  g_test_add_func ("/export/find", test_find);
  return g_test_run ();
}
