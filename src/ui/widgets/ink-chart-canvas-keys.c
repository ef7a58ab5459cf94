/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The keys of a chart's canvas: arrows walk over its data, from one that is drawn to the next. */

#include "ui/widgets/ink-chart-canvas-private.h"

/* Rows that the chart does not draw have no label: the walk steps over them. @otherwise: where
 * there is none in that direction. */
static guint
find_next (InkScene *scene,
           guint from,
           int step,
           guint otherwise)
{
  guint n = ink_scene_get_n_data (scene);

  for (guint i = from; i < n; i += (guint) step)
    if (ink_scene_get_datum_label (scene, i) != NULL)
      return i;

  return otherwise;
}

/* By @step from the datum @from, or from the end where it is none. */
static gboolean
walk_from (InkChartCanvas *self,
           guint from,
           int step)
{
  InkScene *scene = _ink_chart_canvas_need_scene (self);
  guint n = scene != NULL ? ink_scene_get_n_data (scene) : 0;

  if (n == 0)
    return FALSE;
  if (from == INK_NO_DATUM)
    _ink_chart_canvas_walk_to (self, find_next (scene, step > 0 ? 0 : n - 1, step, from));
  else
    _ink_chart_canvas_walk_to (self, find_next (scene, from + (guint) step, step, from));

  return TRUE;
}

static gboolean
walk_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);

  /* Drawn first: an answer with fewer rows begins the walk anew. */
  _ink_chart_canvas_need_scene (self);

  return walk_from (self, ink_chart_canvas_get_walked (self), g_variant_get_int32 (arguments));
}

static gboolean
walk_sideways_cb (GtkWidget *widget,
                  GVariant *arguments,
                  gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  _ink_chart_canvas_need_scene (self);

  return walk_from (self, ink_chart_canvas_get_walked (self),
                    g_variant_get_int32 (arguments) * (mirrored ? -1 : 1));
}

static gboolean
walk_to_end_cb (GtkWidget *widget,
                GVariant *arguments,
                gpointer user_data)
{
  return walk_from (INK_CHART_CANVAS (widget), INK_NO_DATUM, g_variant_get_int32 (arguments));
}

static gboolean
stop_walk_cb (GtkWidget *widget,
              GVariant *arguments,
              gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);

  if (ink_chart_canvas_get_walked (self) == INK_NO_DATUM)
    return FALSE;
  _ink_chart_canvas_walk_to (self, INK_NO_DATUM);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant *arguments,
             gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);
  guint walked = ink_chart_canvas_get_walked (self);

  if (walked == INK_NO_DATUM)
    return FALSE;
  _ink_chart_canvas_activate (self, walked);

  return TRUE;
}

/* At the datum of the walk, else in the middle. */
static gboolean
menu_cb (GtkWidget *widget,
         GVariant *arguments,
         gpointer user_data)
{
  InkChartCanvas *self = INK_CHART_CANVAS (widget);
  graphene_rect_t box = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                            (float) gtk_widget_get_height (widget));

  ink_chart_canvas_get_box (self, ink_chart_canvas_get_walked (self), &box);
  _ink_chart_canvas_ask_menu (self, (double) (box.origin.x + box.size.width / 2),
                              (double) (box.origin.y + box.size.height / 2));

  return TRUE;
}

void
_ink_chart_canvas_add_keys (GtkWidgetClass *widget_class)
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
