/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-chart-view.h"

#include "charts/ink-chart.h"
#include "plot/ink-scene.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define DEFAULT_DPI 96.0
#define MINIMUM_WIDTH 280
#define EMPTY_HEIGHT 300
#define TOOLTIP_CHARS 40

/* Drawing is on the CPU: the scene is painted once per answer, size and theme, and kept as a node;
 * the mark of the walk is drawn over it. */
struct _InkChartView
{
  GtkWidget parent_instance;

  const InkChartKind *kind;
  InkAnswer *answer;
  double median; /* of the whole way in seconds, exact where the chart's bins are not */

  InkScene *scene; /* for the size that it was rendered for */
  GskRenderNode *node;
  guint walked; /* the datum under the keyboard's mark */
};

G_DEFINE_FINAL_TYPE (InkChartView, ink_chart_view, GTK_TYPE_WIDGET)

/* Pixels per unit of the scene, one at the usual text size: charts grow with the desktop's text. */
static double
get_scale (InkChartView *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi / 1024.0 / DEFAULT_DPI : 1;
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

/* The chart's text is the interface's. */
static void
adapt_theme (InkChartView *self,
             InkTheme *theme)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  ink_theme_adapt (get_theme (),
                   pango_font_description_get_family (pango_context_get_font_description (context)),
                   1, 0, theme);
}

static InkTable *
get_table (InkChartView *self)
{
  return ink_answer_get_table (self->answer, self->kind->table);
}

static void
forget_scene (InkChartView *self)
{
  g_clear_pointer (&self->scene, ink_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
redraw (InkChartView *self)
{
  forget_scene (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
describe (InkChartView *self)
{
  const char *description = ink_scene_get_description (self->scene);
  const char *label = ink_scene_get_datum_label (self->scene, self->walked);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : _ ("Chart"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static InkPersona *const *
get_personas (InkChartView *self)
{
  InkFunnelResult *result = ink_answer_get_funnel (self->answer);

  return result != NULL ? ink_funnel_result_get_personas (result) : NULL;
}

static void
render_scene (InkChartView *self)
{
  double scale = get_scale (self);
  InkTheme theme;
  InkChartOptions options = {
    .theme = &theme,
    .width = gtk_widget_get_width (GTK_WIDGET (self)) / scale,
    .height = gtk_widget_get_height (GTK_WIDGET (self)) / scale,
    .transparent = TRUE,
    .median = self->median,
    .personas = get_personas (self),
    .right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
  };

  adapt_theme (self, &theme);
  self->scene = ink_chart_render (self->kind, get_table (self), &options);
  /* An answer with fewer rows: the walk begins anew. */
  if (ink_scene_get_datum_label (self->scene, self->walked) == NULL)
    self->walked = INK_NO_DATUM;
  describe (self);
}

static void
paint_node (InkChartView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  double scale = get_scale (self);
  cairo_t *cr;

  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                                     gtk_widget_get_height (GTK_WIDGET (self))));
  cairo_scale (cr, scale, scale);
  ink_scene_paint (self->scene, cr);
  cairo_destroy (cr);
  self->node = gtk_snapshot_free_to_node (snapshot);
}

static void
draw_mark (InkChartView *self,
           GtkSnapshot *snapshot)
{
  double scale = get_scale (self);
  InkRect box;
  GskRoundedRect outline;
  GdkRGBA colour;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self))
      || !ink_scene_get_datum_box (self->scene, self->walked, &box))
    return;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                  "accent_color", &colour);
  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (box.x * scale - 3, box.y * scale - 3, box.width * scale + 6,
                           box.height * scale + 6),
      6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

static void
ink_chart_view_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  InkChartView *self = INK_CHART_VIEW (widget);

  if (self->answer == NULL)
    return;
  if (self->scene == NULL)
    render_scene (self);
  if (self->node == NULL)
    paint_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  draw_mark (self, snapshot);
}

static int
get_natural_height (InkChartView *self,
                    int width)
{
  double scale = get_scale (self);
  InkTheme theme;
  InkChartOptions options = { .theme = &theme, .width = width / scale };

  adapt_theme (self, &theme);
  return scale * ink_chart_get_natural_height (self->kind, get_table (self), &options);
}

static void
ink_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  InkChartView *self = INK_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = 2 * MINIMUM_WIDTH;
      return;
    }

  *minimum = *natural = EMPTY_HEIGHT;
  if (self->answer != NULL)
    *minimum = *natural = get_natural_height (self, MAX (for_size, MINIMUM_WIDTH));
}

static GtkSizeRequestMode
ink_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_chart_view_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  forget_scene (INK_CHART_VIEW (widget));
}

/* A label that wraps by itself is measured far too high in a tooltip of the floor's GTK: the lines
 * are broken here. */
static char *
break_lines (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *lines = g_string_new (NULL);
  glong column = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      gboolean fits = column + 1 + length <= TOOLTIP_CHARS;

      if (i > 0)
        g_string_append_c (lines, fits ? ' ' : '\n');
      g_string_append (lines, words[i]);
      column = fits ? column + 1 + length : length;
    }

  return g_string_free (lines, FALSE);
}

static gboolean
query_tooltip_cb (GtkWidget *widget,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  double scale = get_scale (self);
  const char *label;
  g_autofree char *lines = NULL;

  if (self->scene == NULL)
    return FALSE;
  label = ink_scene_get_datum_label (
      self->scene, keyboard ? self->walked : ink_scene_pick (self->scene, x / scale, y / scale));
  if (label == NULL)
    return FALSE;
  lines = break_lines (label);
  gtk_tooltip_set_text (tooltip, lines);

  return TRUE;
}

/* Rows that the chart does not draw have no label: the walk steps over them. */
static guint
find_next (InkChartView *self,
           guint from,
           int step)
{
  guint n = ink_scene_get_n_data (self->scene);

  for (guint i = from; i < n; i += step)
    if (ink_scene_get_datum_label (self->scene, i) != NULL)
      return i;

  return self->walked;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  InkChartView *self = INK_CHART_VIEW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int step = g_variant_get_int32 (arguments) * (mirrored ? -1 : 1);
  guint n;

  if (self->answer == NULL)
    return FALSE;
  if (self->scene == NULL)
    render_scene (self);
  n = ink_scene_get_n_data (self->scene);
  if (n == 0)
    return FALSE;
  self->walked = find_next (self, self->walked == INK_NO_DATUM ? (step > 0 ? 0 : n - 1)
                                                               : self->walked + step,
                            step);
  describe (self);
  gtk_widget_queue_draw (widget);

  return TRUE;
}

static void
focus_changed_cb (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

void
ink_chart_view_set_answer (InkChartView *self,
                           const char *kind,
                           InkAnswer *answer)
{
  const InkFunnelResult *result;

  g_return_if_fail (INK_IS_CHART_VIEW (self));

  if (self->kind == ink_chart_find (kind) && self->answer == answer)
    return;
  if (self->kind != ink_chart_find (kind))
    self->walked = INK_NO_DATUM;
  self->kind = ink_chart_find (kind);
  g_clear_pointer (&self->answer, ink_answer_unref);
  self->answer = answer != NULL ? ink_answer_ref (answer) : NULL;
  result = answer != NULL ? ink_answer_get_funnel (answer) : NULL;
  self->median = result != NULL ? ink_funnel_result_get_median (result) : 0;
  redraw (self);
}

const char *
ink_chart_view_get_walked (InkChartView *self)
{
  g_return_val_if_fail (INK_IS_CHART_VIEW (self), NULL);

  return self->scene != NULL ? ink_scene_get_datum_label (self->scene, self->walked) : NULL;
}

static void
ink_chart_view_dispose (GObject *object)
{
  InkChartView *self = INK_CHART_VIEW (object);

  forget_scene (self);
  g_clear_pointer (&self->answer, ink_answer_unref);

  G_OBJECT_CLASS (ink_chart_view_parent_class)->dispose (object);
}

static void
ink_chart_view_class_init (InkChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_chart_view_dispose;
  widget_class->snapshot = ink_chart_view_snapshot;
  widget_class->measure = ink_chart_view_measure;
  widget_class->get_request_mode = ink_chart_view_get_request_mode;
  widget_class->size_allocate = ink_chart_view_size_allocate;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, walk_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, walk_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, walk_cb, "i", -1);
}

static void
ink_chart_view_init (InkChartView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->walked = INK_NO_DATUM;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chart"), -1);
}
