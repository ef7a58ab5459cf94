/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-chart-clipboard.h"

#include "charts/ink-chart-numbers.h"
#include "export/ink-exporter.h"
#include "export/ink-table-text.h"

#define PICTURE_SCALE 2

/* With its words, on paper, and as high as they need. */
static InkScene *
render (const InkChartKind *kind,
        InkTable *table,
        const InkChartOptions *options)
{
  InkChartOptions paper = *options;

  paper.theme = &ink_theme_screen_light;
  paper.transparent = FALSE;
  paper.height = MAX (paper.height, ink_chart_get_natural_height (kind, table, &paper));

  return ink_chart_render (kind, table, &paper);
}

static GBytes *
write_scene (const InkScene *scene,
             const char *exporter,
             const char *title,
             GError **error)
{
  InkExportOptions options = { .scale = PICTURE_SCALE, .title = title };

  return ink_export_to_bytes (ink_exporter_find (exporter), scene, NULL, &options, error);
}

GdkContentProvider *
ink_chart_to_pictures (const InkChartKind *kind,
                       InkTable *table,
                       const InkChartOptions *options,
                       GError **error)
{
  g_autoptr (InkScene) scene = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  GdkContentProvider *providers[2];

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL, NULL);

  scene = render (kind, table, options);
  png = write_scene (scene, "png", options->title, error);
  if (png == NULL)
    return NULL;
  svg = write_scene (scene, "svg", options->title, error);
  if (svg == NULL)
    return NULL;
  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

GdkContentProvider *
ink_chart_to_texts (const InkChartKind *kind,
                    InkTable *table,
                    const InkChartOptions *options)
{
  InkNumbers numbers = ink_numbers_for_locale ();
  g_autoptr (InkTable) shown = NULL;
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GdkContentProvider *providers[2];

  g_return_val_if_fail (kind != NULL && table != NULL && options != NULL, NULL);

  shown = ink_chart_to_numbers (kind, table);
  tsv = ink_table_to_tsv (shown, &numbers, options->zone);
  html = ink_table_to_html (shown, &numbers, options->zone);
  bytes = g_bytes_new (html, strlen (html));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, tsv);

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
