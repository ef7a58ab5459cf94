/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-chart-canvas-private.h"

#include "ui/widgets/ink-chart-picture.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MINIMUM_WIDTH 240
#define EMPTY_HEIGHT 200
#define MARK_MARGIN 3
#define MARK_WIDTH 2

/* The mark of the walk is a node of its own over the picture. */
struct _InkChartCanvas
{
  GtkWidget parent_instance;

  InkChartPicture *picture;
  char *name; /* what it is called while no datum is walked to */

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

/* ---- The picture ---- */

static void
redraw (InkChartCanvas *self)
{
  ink_chart_picture_forget (self->picture);
  self->is_late = FALSE;
  self->was_measured_otherwise = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* New content that is as high as the old needs no new layout: that of a whole page takes longer
 * than to draw the chart. */
static void
redraw_content (InkChartCanvas *self)
{
  int width = MAX (gtk_widget_get_width (GTK_WIDGET (self)), MINIMUM_WIDTH);
  int height = ink_chart_picture_get_known_height (self->picture, width);

  ink_chart_picture_forget (self->picture);
  self->is_late = FALSE;
  if (ink_chart_picture_is_empty (self->picture) || height == 0
      || ink_chart_picture_get_height (self->picture, width) != height)
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

InkScene *
_ink_chart_canvas_need_scene (InkChartCanvas *self)
{
  InkScene *drawn, *scene;

  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), NULL);

  drawn = ink_chart_picture_get_scene (self->picture);
  scene = ink_chart_picture_need_scene (self->picture);
  if (scene == NULL || scene == drawn)
    return scene;
  /* An answer with fewer rows: the walk begins anew. */
  if (ink_scene_get_datum_label (scene, self->walked) == NULL)
    self->walked = INK_NO_DATUM;
  describe (self);

  return scene;
}

/* ---- Drawing ---- */

static void
draw_mark (InkChartCanvas *self,
           GtkSnapshot *snapshot)
{
  const GdkRGBA colour = ink_chart_picture_get_accent ();
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
  if (ink_chart_picture_is_painted (self->picture) || self->is_late || is_in_view (self))
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
  GskRenderNode *node;

  if (ink_chart_picture_is_empty (self->picture) || can_wait (self)
      || _ink_chart_canvas_need_scene (self) == NULL)
    return;
  node = ink_chart_picture_need_node (self->picture);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
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
  /* Without a width GTK asks on the way to other sizes, and no chart will be as narrow as it can. */
  if (for_size >= 0 && !ink_chart_picture_is_empty (self->picture))
    *minimum = *natural
        = ink_chart_picture_get_height (self->picture, MAX (for_size, MINIMUM_WIDTH));
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
  int known = ink_chart_picture_get_known_height (self->picture, MAX (width, MINIMUM_WIDTH));

  if (self->was_measured_otherwise && known == 0 && self->measure_source == 0)
    self->measure_source = g_idle_add (measure_anew_cb, self);
  ink_chart_picture_fit (self->picture, width, height);
}

static void
ink_chart_canvas_direction_changed (GtkWidget *widget,
                                    GtkTextDirection before)
{
  redraw (INK_CHART_CANVAS (widget));
}

/* ---- What pointer and keys do ---- */

void
_ink_chart_canvas_hover (InkChartCanvas *self,
                         guint datum)
{
  g_return_if_fail (INK_IS_CHART_CANVAS (self));

  if (self->hovered == datum)
    return;
  self->hovered = datum;
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
}

guint
_ink_chart_canvas_pick (InkChartCanvas *self,
                        double x,
                        double y)
{
  double scale;
  InkScene *scene;
  guint datum;

  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), INK_NO_DATUM);

  scale = ink_chart_picture_get_scale (self->picture);
  scene = _ink_chart_canvas_need_scene (self);
  if (scene == NULL)
    return INK_NO_DATUM;
  datum = ink_scene_pick (scene, x / scale, y / scale);

  return ink_scene_get_datum_label (scene, datum) != NULL ? datum : INK_NO_DATUM;
}

void
_ink_chart_canvas_activate (InkChartCanvas *self,
                            guint datum)
{
  g_return_if_fail (INK_IS_CHART_CANVAS (self));

  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, datum);
}

void
_ink_chart_canvas_ask_menu (InkChartCanvas *self,
                            double x,
                            double y)
{
  g_return_if_fail (INK_IS_CHART_CANVAS (self));

  g_signal_emit (self, signals[SIGNAL_MENU], 0, x, y);
}

void
_ink_chart_canvas_walk_to (InkChartCanvas *self,
                           guint datum)
{
  g_return_if_fail (INK_IS_CHART_CANVAS (self));

  self->walked = datum;
  self->hovered = INK_NO_DATUM; /* keys win over a pointer that rests */
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_POINTED], 0);
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

  if (ink_chart_picture_get_kind (self->picture) != kind)
    self->walked = INK_NO_DATUM;
  ink_chart_picture_set_chart (self->picture, kind, table, options);
  g_free (self->name);
  self->name = name_chart (kind, options->title);
  _ink_chart_canvas_hover (self, INK_NO_DATUM);
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
  InkScene *scene;

  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), NULL);

  scene = ink_chart_picture_get_scene (self->picture);

  return scene != NULL ? ink_scene_get_datum_label (scene, datum) : NULL;
}

gboolean
ink_chart_canvas_get_box (InkChartCanvas *self,
                          guint datum,
                          graphene_rect_t *box)
{
  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), FALSE);

  return ink_chart_picture_get_box (self->picture, datum, box);
}

const char *
ink_chart_canvas_get_description (InkChartCanvas *self)
{
  InkScene *scene;

  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), NULL);

  scene = ink_chart_picture_get_scene (self->picture);

  return scene != NULL ? ink_scene_get_description (scene) : NULL;
}

guint
ink_chart_canvas_get_n_painted (InkChartCanvas *self)
{
  g_return_val_if_fail (INK_IS_CHART_CANVAS (self), 0);

  return ink_chart_picture_get_n_painted (self->picture);
}

static void
ink_chart_canvas_dispose (GObject *object)
{
  InkChartCanvas *self = INK_CHART_CANVAS (object);

  g_clear_handle_id (&self->late_source, g_source_remove);
  g_clear_handle_id (&self->measure_source, g_source_remove);
  ink_chart_picture_forget (self->picture);

  G_OBJECT_CLASS (ink_chart_canvas_parent_class)->dispose (object);
}

static void
ink_chart_canvas_finalize (GObject *object)
{
  InkChartCanvas *self = INK_CHART_CANVAS (object);

  ink_chart_picture_free (self->picture);
  g_free (self->name);

  G_OBJECT_CLASS (ink_chart_canvas_parent_class)->finalize (object);
}

static void
ink_chart_canvas_class_init (InkChartCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ink_chart_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = ink_chart_canvas_finalize;
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
  _ink_chart_canvas_add_keys (widget_class);
}

static void
ink_chart_canvas_init (InkChartCanvas *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->picture = ink_chart_picture_new (GTK_WIDGET (self));
  self->walked = INK_NO_DATUM;
  self->hovered = INK_NO_DATUM;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  _ink_chart_canvas_add_pointer (self);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (redraw), NULL);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Chart"), -1);
}
