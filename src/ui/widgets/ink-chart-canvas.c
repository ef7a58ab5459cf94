/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-chart-canvas.h"

#include "plot/ink-scene.h"
#include "ui/widgets/ink-scene-node.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DEFAULT_DPI 96.0
#define MINIMUM_WIDTH 240
#define EMPTY_HEIGHT 200
#define MARGIN 4
#define MARK_MARGIN 3
#define MARK_WIDTH 2

/* A layout asks for the heights of several widths, and each is a chart to be set. */
#define N_MEASURED 6

typedef struct
{
  int width; /* 0: none */
  int height;
} Measured;

/* Drawing is on the CPU, so it is done once and kept; the mark of the walk is a node of its own over
 * it. */
struct _InkChartCanvas
{
  GtkWidget parent_instance;

  const InkChartKind *kind;
  InkTable *table;
  InkChartOptions options;
  GTimeZone *zone;
  InkDefinition *definition; /* nullable */
  char *name; /* what it is called while no datum is walked to */

  InkScene *scene; /* for the size that it was rendered for */
  GskRenderNode *node; /* of the scene, painted */
  Measured measured[N_MEASURED]; /* of this content; the next to be forgotten: */
  guint next_measured;
  guint n_painted;
  gboolean was_measured_otherwise; /* GTK remembers heights of other widths, of older content */
  guint measure_source;
  guint late_source; /* paints it after the frame, where it is out of view */
  gboolean is_late;
  guint walked;  /* the datum under the keyboard's mark */
  guint hovered; /* the datum under the pointer */
};

enum
{
  SIGNAL_POINTED,
  SIGNAL_ACTIVATED,
  SIGNAL_MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (InkChartCanvas, ink_chart_canvas, GTK_TYPE_WIDGET)

/* ---- The scene ---- */

/* Pixels per unit of the scene, one at the usual text size: charts grow with the desktop's text. */
static double
get_scale (InkChartCanvas *self)
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

/* The chart's text is the interface's, and what is around it keeps its distance. */
static void
adapt_theme (InkChartCanvas *self,
             InkTheme *theme)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  ink_theme_adapt (get_theme (),
                   pango_font_description_get_family (pango_context_get_font_description (context)),
                   1, 0, theme);
  theme->margin = MARGIN;
}

static InkChartOptions
make_options (InkChartCanvas *self,
              const InkTheme *theme,
              int width,
              int height)
{
  double scale = get_scale (self);
  InkChartOptions options = self->options;

  options.theme = theme;
  options.width = width / scale;
  options.height = height / scale;
  options.transparent = TRUE;
  options.right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return options;
}

static void
forget_scene (InkChartCanvas *self)
{
  g_clear_pointer (&self->scene, ink_scene_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
redraw (InkChartCanvas *self)
{
  forget_scene (self);
  memset (self->measured, 0, sizeof self->measured);
  self->is_late = FALSE;
  self->was_measured_otherwise = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static const Measured *
find_measured (InkChartCanvas *self,
               int width)
{
  for (guint i = 0; i < N_MEASURED; i++)
    if (self->measured[i].width == width)
      return &self->measured[i];

  return NULL;
}

static int
get_natural_height (InkChartCanvas *self,
                    int width)
{
  InkTheme theme;
  InkChartOptions options;
  const Measured *known = find_measured (self, width);
  Measured *measured;

  if (known != NULL)
    return known->height;

  adapt_theme (self, &theme);
  options = make_options (self, &theme, width, 0);
  measured = &self->measured[self->next_measured++ % N_MEASURED];
  measured->width = width;
  measured->height = (int) ceil (
      get_scale (self) * ink_chart_get_natural_height (self->kind, self->table, &options));

  return measured->height;
}

/* New content that is as high as the old needs no new layout: that of a whole page takes longer
 * than to draw the chart. */
static void
redraw_content (InkChartCanvas *self)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), MINIMUM_WIDTH);
  const Measured *old = find_measured (self, width);
  int height = old != NULL ? old->height : 0;

  if (self->table == NULL || height == 0)
    {
      redraw (self);
      return;
    }
  forget_scene (self);
  memset (self->measured, 0, sizeof self->measured);
  self->is_late = FALSE;
  if (get_natural_height (self, width) != height)
    {
      redraw (self);
      return;
    }
  self->was_measured_otherwise = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
measure_anew_cb (gpointer data)
{
  INK_CHART_CANVAS (data)->measure_source = 0;
  redraw (data);

  return G_SOURCE_REMOVE;
}

static void
describe (InkChartCanvas *self)
{
  const char *description = ink_chart_canvas_get_description (self);
  const char *label = ink_chart_canvas_get_label (self, self->walked);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label != NULL ? label : self->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

static gboolean
ensure_scene (InkChartCanvas *self)
{
  InkTheme theme;
  InkChartOptions options;

  if (self->table == NULL)
    return FALSE;
  if (self->scene != NULL)
    return TRUE;

  adapt_theme (self, &theme);
  options = make_options (self, &theme, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)));
  self->scene = ink_chart_render (self->kind, self->table, &options);
  /* An answer with fewer rows: the walk begins anew. */
  if (ink_scene_get_datum_label (self->scene, self->walked) == NULL)
    self->walked = INK_NO_DATUM;
  describe (self);

  return TRUE;
}

/* ---- Drawing ---- */

static void
ensure_node (InkChartCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->node != NULL || width <= 0 || height <= 0)
    return;
  self->node = ink_scene_to_node (self->scene, GTK_WIDGET (self), width, height, get_scale (self));
  self->n_painted++;
}

static void
draw_mark (InkChartCanvas *self,
           GtkSnapshot *snapshot)
{
  const InkColour accent = ink_theme_get_colour (get_theme (), INK_COLOUR_ACCENT, 0);
  const GdkRGBA colour = { (float) (accent >> 24) / 255, (float) (accent >> 16 & 255) / 255,
                           (float) (accent >> 8 & 255) / 255, 1 };
  GskRoundedRect outline;
  graphene_rect_t box;

  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self))
      || !ink_chart_canvas_get_box (self, self->walked, &box))
    return;

  graphene_rect_inset (&box, -MARK_MARGIN, -MARK_MARGIN);
  gsk_rounded_rect_init_from_rect (&outline, &box, 2 * MARK_MARGIN);
  gtk_snapshot_append_border (
      snapshot, &outline, (float[4]){ MARK_WIDTH, MARK_WIDTH, MARK_WIDTH, MARK_WIDTH },
      (GdkRGBA[4]){ colour, colour, colour, colour });
}

/* ---- Out of view ---- */

static gboolean
is_in_view (InkChartCanvas *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds, view;

  if (scroller == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (self), scroller, &bounds))
    return TRUE;
  graphene_rect_init (&view, 0, 0, (float) gtk_widget_get_width (scroller),
                      (float) gtk_widget_get_height (scroller));

  return graphene_rect_intersection (&bounds, &view, NULL);
}

static gboolean
late_cb (gpointer data)
{
  InkChartCanvas *self = data;

  self->late_source = 0;
  self->is_late = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* A new answer's first frame does not wait for the charts that nobody sees: they are painted when
 * there is time, and before anybody scrolls to them. */
static gboolean
can_wait (InkChartCanvas *self)
{
  if (self->node != NULL || self->is_late || is_in_view (self))
    return FALSE;
  if (self->late_source == 0)
    self->late_source = g_idle_add_full (G_PRIORITY_LOW, late_cb, self, NULL);

  return TRUE;
}

static void
ink_chart_canvas_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);

  if (self->table == NULL || can_wait (self) || !ensure_scene (self))
    return;
  ensure_node (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  draw_mark (self, snapshot);
}

static void
ink_chart_canvas_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = 2 * MINIMUM_WIDTH;
      return;
    }

  *minimum = *natural = EMPTY_HEIGHT;
  if (self->table != NULL)
    *minimum = *natural = get_natural_height (self, MAX (for_size, MINIMUM_WIDTH));
}

static GtkSizeRequestMode
ink_chart_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ink_chart_canvas_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);
  double scale = get_scale (self);

  if (self->was_measured_otherwise && find_measured (self, MAX (width, MINIMUM_WIDTH)) == NULL
      && self->measure_source == 0)
    self->measure_source = g_idle_add (measure_anew_cb, self);
  if (self->scene != NULL
      && (fabs (ink_scene_get_width (self->scene) * scale - width) > 0.5
          || fabs (ink_scene_get_height (self->scene) * scale - height) > 0.5))
    forget_scene (self);
}

static void
ink_chart_canvas_direction_changed (GtkWidget *widget,
                                    GtkTextDirection before)
{
  redraw (INK_CHART_CANVAS (widget));
}

/* ---- Pointer ---- */

static void
set_hovered (InkChartCanvas *self,
             guint datum)
{
  if (self->hovered == datum)
    return;
  self->hovered = datum;
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

static guint
pick (InkChartCanvas *self,
      double x,
      double y)
{
  double scale = get_scale (self);
  guint datum;

  if (!ensure_scene (self))
    return INK_NO_DATUM;
  datum = ink_scene_pick (self->scene, x / scale, y / scale);

  return ink_scene_get_datum_label (self->scene, datum) != NULL ? datum : INK_NO_DATUM;
}

static void
motion_cb (GtkEventControllerMotion *motion,
           double x,
           double y,
           InkChartCanvas *self)
{
  set_hovered (self, pick (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *motion,
          InkChartCanvas *self)
{
  set_hovered (self, INK_NO_DATUM);
}

static void
clicked_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            InkChartCanvas *self)
{
  guint datum = pick (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (datum != INK_NO_DATUM)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, datum);
}

static void
menu_pressed_cb (GtkGestureClick *click,
                 int n_press,
                 double x,
                 double y,
                 InkChartCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

static void
long_pressed_cb (GtkGestureLongPress *press,
                 double x,
                 double y,
                 InkChartCanvas *self)
{
  gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

/* ---- Keys ---- */

/* Rows that the chart does not draw have no label: the walk steps over them. */
static guint
find_next (InkChartCanvas *self,
           guint from,
           int step)
{
  guint n = ink_scene_get_n_data (self->scene);

  for (guint i = from; i < n; i += (guint) step)
    if (ink_scene_get_datum_label (self->scene, i) != NULL)
      return i;

  return self->walked;
}

static void
set_walked (InkChartCanvas *self,
            guint datum)
{
  self->walked = datum;
  self->hovered = INK_NO_DATUM; /* keys win over a pointer that rests */
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);
  int step = g_variant_get_int32 (arguments);
  guint n;

  if (!ensure_scene (self) || (n = ink_scene_get_n_data (self->scene)) == 0)
    return FALSE;
  if (self->walked == INK_NO_DATUM)
    set_walked (self, find_next (self, step > 0 ? 0 : n - 1, step));
  else
    set_walked (self, find_next (self, self->walked + (guint) step, step));

  return TRUE;
}

static gboolean
walk_sideways_cb (GtkWidget *widget,
                  GVariant *arguments,
                  gpointer user_data)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GVariant) step
      = g_variant_ref_sink (g_variant_new_int32 (g_variant_get_int32 (arguments)
                                                 * (mirrored ? -1 : 1)));

  return walk_cb (widget, step, user_data);
}

static gboolean
walk_to_end_cb (GtkWidget *widget,
                GVariant *arguments,
                gpointer user_data)
{
  INK_CHART_CANVAS (widget)->walked = INK_NO_DATUM;

  return walk_cb (widget, arguments, user_data);
}

static gboolean
stop_walk_cb (GtkWidget *widget,
              GVariant *arguments,
              gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);

  if (self->walked == INK_NO_DATUM)
    return FALSE;
  set_walked (self, INK_NO_DATUM);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);

  if (self->walked == INK_NO_DATUM)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, self->walked);

  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                            gtk_widget_get_height (widget));

  ink_chart_canvas_get_box (self, self->walked, &box);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, (double) (box.origin.x + box.size.width / 2),
                 (double) (box.origin.y + box.size.height / 2));

  return TRUE;
}

static void
focus_changed_cb (InkChartCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

/* ---- Content ---- */

static char *
name_chart (const InkChartKind *kind,
            const char *title)
{
  if (title == NULL)
    return g_strdup (_ (kind->title));

  /* Translators: the kind of a chart, then the name of what it shows: Funnel “Purchase” */
  return g_strdup_printf (_ ("%s “%s”"), _ (kind->title), title);
}

void
ink_chart_canvas_set_chart (InkChartCanvas *self,
                            const InkChartKind *kind,
                            InkTable *table,
                            const InkChartOptions *options)
{
  g_return_if_fail (INK_IS_CHART_CANVAS (self));
  g_return_if_fail (kind != NULL && options != NULL);

  if (self->kind != kind)
    self->walked = INK_NO_DATUM;
  self->kind = kind;
  g_clear_pointer (&self->table, ink_table_unref);
  self->table = table != NULL ? ink_table_ref (table) : NULL;
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = options->zone != NULL ? g_time_zone_ref (options->zone) : NULL;
  g_clear_pointer (&self->definition, ink_definition_unref);
  self->definition = options->definition != NULL ? ink_definition_ref (options->definition) : NULL;
  self->options = (InkChartOptions){ .zone = self->zone,
                                     .period = options->period,
                                     .count = options->count,
                                     .personas = options->personas,
                                     .definition = self->definition,
                                     .selected = options->selected,
                                     .median = options->median };
  g_free (self->name);
  self->name = name_chart (kind, options->title);
  set_hovered (self, INK_NO_DATUM);
  redraw_content (self);
}

guint
ink_chart_canvas_get_walked (InkChartCanvas *self)
{
  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), INK_NO_DATUM);

  return self->walked;
}

guint
ink_chart_canvas_get_pointed (InkChartCanvas *self)
{
  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), INK_NO_DATUM);

  if (self->hovered != INK_NO_DATUM)
    return self->hovered;

  return gtk_widget_has_focus (GTK_WIDGET (self)) ? self->walked : INK_NO_DATUM;
}

const char *
ink_chart_canvas_get_label (InkChartCanvas *self,
                            guint datum)
{
  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), NULL);

  return self->scene != NULL ? ink_scene_get_datum_label (self->scene, datum) : NULL;
}

gboolean
ink_chart_canvas_get_box (InkChartCanvas *self,
                          guint datum,
                          graphene_rect_t *box)
{
  double scale;
  InkRect rect;

  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), FALSE);

  if (self->scene == NULL || !ink_scene_get_datum_box (self->scene, datum, &rect))
    return FALSE;
  scale = get_scale (self);
  graphene_rect_init (box, (float) (rect.x * scale), (float) (rect.y * scale),
                      (float) (rect.width * scale), (float) (rect.height * scale));

  return TRUE;
}

const char *
ink_chart_canvas_get_description (InkChartCanvas *self)
{
  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), NULL);

  return self->scene != NULL ? ink_scene_get_description (self->scene) : NULL;
}

guint
ink_chart_canvas_get_n_painted (InkChartCanvas *self)
{
  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), 0);

  return self->n_painted;
}

static void
ink_chart_canvas_dispose (GObject *object)
{
  InkChartCanvas *self = INK_CHART_CANVAS (object);

  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_handle_id (&self->measure_source, g_source_remove);
  forget_scene (self);
  g_clear_pointer (&self->table, ink_table_unref);
  g_clear_pointer (&self->definition, ink_definition_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (ink_chart_canvas_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc function;
    int argument;
  } keys[] = {
    { GDK_KEY_Right, 0, walk_sideways_cb, 1 },  { GDK_KEY_Left, 0, walk_sideways_cb, -1 },
    { GDK_KEY_Down, 0, walk_cb, 1 },            { GDK_KEY_Up, 0, walk_cb, -1 },
    { GDK_KEY_Home, 0, walk_to_end_cb, 1 },     { GDK_KEY_End, 0, walk_to_end_cb, -1 },
    { GDK_KEY_Escape, 0, stop_walk_cb, 0 },     { GDK_KEY_Return, 0, activate_cb, 0 },
    { GDK_KEY_KP_Enter, 0, activate_cb, 0 },    { GDK_KEY_space, 0, activate_cb, 0 },
    { GDK_KEY_Menu, 0, menu_cb, 0 },            { GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, keys[i].function,
                                  "i", keys[i].argument);
}

static void
ink_chart_canvas_class_init (InkChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_chart_canvas_dispose;
  widget_class->snapshot = ink_chart_canvas_snapshot;
  widget_class->measure = ink_chart_canvas_measure;
  widget_class->get_request_mode = ink_chart_canvas_get_request_mode;
  widget_class->size_allocate = ink_chart_canvas_size_allocate;
  widget_class->direction_changed = ink_chart_canvas_direction_changed;

  signals[SIGNAL_POINTED] = g_signal_new ("pointed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
add_pointer (InkChartCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect (long_press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (long_press));
}

static void
ink_chart_canvas_init (InkChartCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->walked = INK_NO_DATUM;
  self->hovered = INK_NO_DATUM;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  add_pointer (self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (redraw), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chart"), -1);
}
