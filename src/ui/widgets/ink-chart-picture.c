/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/ink-chart-picture.h"

#include "plot/ink-text-measure.h"
#include "ui/widgets/ink-letters.h"
#include "ui/widgets/ink-scene-node.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#define DEFAULT_DPI 96.0
#define MARGIN 4

/* A layout asks for the heights of several widths, and each is a chart to be set. */
#define N_MEASURED 6

typedef struct
{
  int width; /* 0: none */
  int height;
} Measured;

struct _InkChartPicture
{
  GtkWidget *widget; /* not held */

  const InkChartKind *kind;
  InkTable *table;
  InkChartOptions options;
  GTimeZone *zone;
  InkDefinition *definition; /* nullable */

  InkScene *scene;     /* for the size that it was rendered for */
  GskRenderNode *node; /* of the scene, painted */
  guint n_painted;
  Measured measured[N_MEASURED]; /* of this content; the next to be forgotten: */
  guint next_measured;
};

InkChartPicture *
ink_chart_picture_new (GtkWidget *widget)
{
  InkChartPicture *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (InkChartPicture, 1);
  self->widget = widget;

  return self;
}

static void
forget_scene (InkChartPicture *self)
{
  g_clear_pointer (&self->scene, ink_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
forget_chart (InkChartPicture *self)
{
  g_clear_pointer (&self->table, ink_table_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
}

void
ink_chart_picture_free (InkChartPicture *self)
{
  g_return_if_fail (self != NULL);

  forget_scene (self);
  forget_chart (self);
  g_free (self);
}

/* ---- Content ---- */

void
ink_chart_picture_set_chart (InkChartPicture *self,
                             const InkChartKind *kind,
                             InkTable *table,
                             const InkChartOptions *options)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (kind != NULL && options != NULL);

  if (table != NULL)
    ink_table_ref (table);
  forget_chart (self);
  self->kind = kind;
  self->table = table;
  self->zone = options->zone != NULL ? g_time_zone_ref (options->zone) : NULL;
  self->definition = options->definition != NULL ? ink_definition_ref (options->definition) : NULL;
  self->options = (InkChartOptions){ .zone = self->zone,
                                     .period = options->period,
                                     .count = options->count,
                                     .personas = options->personas,
                                     .definition = self->definition,
                                     .selected = options->selected,
                                     .median = options->median };
}

const InkChartKind *
ink_chart_picture_get_kind (const InkChartPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kind;
}

gboolean
ink_chart_picture_is_empty (const InkChartPicture *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->table == NULL;
}

void
ink_chart_picture_forget (InkChartPicture *self)
{
  g_return_if_fail (self != NULL);

  forget_scene (self);
  memset (self->measured, 0, sizeof self->measured);
}

void
ink_chart_picture_fit (InkChartPicture *self,
                       int width,
                       int height)
{
  double scale;

  g_return_if_fail (self != NULL);

  if (self->scene == NULL)
    return;
  scale = ink_chart_picture_get_scale (self);
  if (fabs (ink_scene_get_width (self->scene) * scale - width) > 0.5
      || fabs (ink_scene_get_height (self->scene) * scale - height) > 0.5)
    forget_scene (self);
}

/* ---- The widget's look ---- */

/* One at the usual text size: charts grow with the desktop's text. */
static double
get_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi / 1024.0 / DEFAULT_DPI : 1;
}

double
ink_chart_picture_get_scale (const InkChartPicture *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return get_text_scale (self->widget);
}

static const InkTheme *
get_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? &ink_theme_high_contrast_dark : &ink_theme_high_contrast;

  return dark ? &ink_theme_screen_dark : &ink_theme_screen_light;
}

/* The chart's text is the interface's, and what is around it keeps its distance. */
static void
adapt_theme (GtkWidget *widget,
             InkTheme *theme)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);

  ink_theme_adapt (get_theme (),
                   pango_font_description_get_family (pango_context_get_font_description (context)),
                   1, 0, theme);
  theme->margin = MARGIN;
}

static InkChartOptions
make_options (const InkChartPicture *self,
              const InkTheme *theme,
              int width,
              int height)
{
  double scale = ink_chart_picture_get_scale (self);
  InkChartOptions options = self->options;

  options.theme = theme;
  options.width = width / scale;
  options.height = height / scale;
  options.transparent = TRUE;
  options.right_to_left = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;

  return options;
}

GdkRGBA
ink_chart_picture_get_accent (void)
{
  const InkColour accent = ink_theme_get_colour (get_theme (), INK_COLOUR_ACCENT, 0);

  return (GdkRGBA){ (float) (accent >> 24) / 255, (float) (accent >> 16 & 255) / 255,
                    (float) (accent >> 8 & 255) / 255, 1 };
}

/* ---- Measuring ---- */

int
ink_chart_picture_get_known_height (const InkChartPicture *self,
                                    int width)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < N_MEASURED; i++)
    if (self->measured[i].width == width)
      return self->measured[i].height;

  return 0;
}

int
ink_chart_picture_get_height (InkChartPicture *self,
                              int width)
{
  InkTheme theme;
  InkChartOptions options;
  int known;
  Measured *measured;

  g_return_val_if_fail (self != NULL && self->table != NULL, 0);

  known = ink_chart_picture_get_known_height (self, width);
  if (known > 0)
    return known;
  adapt_theme (self->widget, &theme);
  options = make_options (self, &theme, width, 0);
  measured = &self->measured[self->next_measured++ % N_MEASURED];
  measured->width = width;
  measured->height
      = (int) ceil (ink_chart_picture_get_scale (self)
                    * ink_chart_get_natural_height (self->kind, self->table, &options));

  return measured->height;
}

/* ---- Drawing ---- */

InkScene *
ink_chart_picture_get_scene (const InkChartPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scene;
}

InkScene *
ink_chart_picture_need_scene (InkChartPicture *self)
{
  InkTheme theme;
  InkChartOptions options;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->table == NULL || self->scene != NULL)
    return self->scene;

  adapt_theme (self->widget, &theme);
  options = make_options (self, &theme, gtk_widget_get_width (self->widget),
                          gtk_widget_get_height (self->widget));
  self->scene = ink_chart_render (self->kind, self->table, &options);

  return self->scene;
}

GskRenderNode *
ink_chart_picture_need_node (InkChartPicture *self)
{
  int width, height;

  g_return_val_if_fail (self != NULL, NULL);

  width = gtk_widget_get_width (self->widget);
  height = gtk_widget_get_height (self->widget);
  if (self->node != NULL || width <= 0 || height <= 0
      || ink_chart_picture_need_scene (self) == NULL)
    return self->node;
  self->node = ink_scene_to_node (self->scene, self->widget, width, height,
                                  ink_chart_picture_get_scale (self));
  self->n_painted++;

  return self->node;
}

gboolean
ink_chart_picture_is_painted (const InkChartPicture *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->node != NULL;
}

guint
ink_chart_picture_get_n_painted (const InkChartPicture *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_painted;
}

gboolean
ink_chart_picture_get_box (const InkChartPicture *self,
                           guint datum,
                           graphene_rect_t *box)
{
  double scale;
  InkRect rect;

  g_return_val_if_fail (self != NULL && box != NULL, FALSE);

  if (self->scene == NULL || !ink_scene_get_datum_box (self->scene, datum, &rect))
    return FALSE;
  scale = ink_chart_picture_get_scale (self);
  graphene_rect_init (box, (float) (rect.x * scale), (float) (rect.y * scale),
                      (float) (rect.width * scale), (float) (rect.height * scale));

  return TRUE;
}

/* ---- Letters ---- */

void
ink_chart_picture_draw_letters (GtkWidget *widget,
                                InkFontRole role)
{
  g_autofree char *text = ink_letters_get_text ();
  double scale;
  InkTheme theme;
  InkFont font;
  cairo_t *cr;

  g_return_if_fail (GTK_IS_WIDGET (widget) && role < INK_N_FONTS);

  scale = get_text_scale (widget);
  adapt_theme (widget, &theme);
  font = ink_theme_get_font (&theme, role);
  cr = ink_letters_new_paper (gtk_widget_get_scale_factor (widget));
  cairo_scale (cr, scale, scale);
  ink_text_measure_show (ink_text_measure_get_default (), cr, &font, text, 0, 2 * font.size);
  cairo_destroy (cr);
}
