/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-persona-look.h"

#include <adwaita.h>
#include <math.h>

/* What WCAG asks of marks. */
#define LEAST_CONTRAST 3
#define STEP 0.08f
#define SPOT_SIZE 14

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green)
         + 0.0722 * linear (colour->blue);
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double x = luminance (a), y = luminance (b);

  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static float
toward (float channel,
        float end)
{
  return channel + (end - channel) * STEP;
}

GdkRGBA
ink_persona_look_on (const char *colour,
                     const GdkRGBA *ground)
{
  GdkRGBA seen = { 0.55f, 0.55f, 0.57f, 1 };
  float end;

  g_return_val_if_fail (ground != NULL, seen);

  if (colour != NULL)
    gdk_rgba_parse (&seen, colour);
  seen.alpha = 1;
  end = luminance (ground) < 0.5 ? 1 : 0;
  for (guint i = 0; i < 60 && contrast (&seen, ground) < LEAST_CONTRAST; i++)
    {
      seen.red = toward (seen.red, end);
      seen.green = toward (seen.green, end);
      seen.blue = toward (seen.blue, end);
    }

  return seen;
}

GdkRGBA
ink_persona_look_at (GtkWidget *widget,
                     const char *colour)
{
  static const GdkRGBA light = { 1, 1, 1, 1 }, dark = { 0.21f, 0.21f, 0.22f, 1 };
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return ink_persona_look_on (colour, adw_style_manager_get_dark (style) ? &dark : &light);
}

GdkRGBA
ink_persona_look_text (const GdkRGBA *colour)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, black = { 0, 0, 0, 1 };

  return contrast (colour, &white) >= contrast (colour, &black) ? white : black;
}

/* ---- A spot ---- */

#define INK_TYPE_PERSONA_SPOT (ink_persona_spot_get_type ())
G_DECLARE_FINAL_TYPE (InkPersonaSpot, ink_persona_spot, INK, PERSONA_SPOT, GtkWidget)

struct _InkPersonaSpot
{
  GtkWidget parent_instance;

  char *colour;
};

G_DEFINE_FINAL_TYPE (InkPersonaSpot, ink_persona_spot, GTK_TYPE_WIDGET)

static void
ink_persona_spot_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot)
{
  GdkRGBA colour = ink_persona_look_at (widget, INK_PERSONA_SPOT (widget)->colour);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  GskRoundedRect spot;

  gsk_rounded_rect_init_from_rect (
      &spot,
      &GRAPHENE_RECT_INIT ((width - SPOT_SIZE) / 2, (height - SPOT_SIZE) / 2, SPOT_SIZE,
                           SPOT_SIZE),
      4);
  gtk_snapshot_push_rounded_clip (snapshot, &spot);
  gtk_snapshot_append_color (snapshot, &colour, &spot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
ink_persona_spot_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = SPOT_SIZE;
}

static void
ink_persona_spot_finalize (GObject *object)
{
  g_free (INK_PERSONA_SPOT (object)->colour);

  G_OBJECT_CLASS (ink_persona_spot_parent_class)->finalize (object);
}

static void
ink_persona_spot_class_init (InkPersonaSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ink_persona_spot_finalize;
  widget_class->snapshot = ink_persona_spot_snapshot;
  widget_class->measure = ink_persona_spot_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ink_persona_spot_init (InkPersonaSpot *self)
{
  AdwStyleManager *style
      = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ink_persona_spot_new (void)
{
  return g_object_new (INK_TYPE_PERSONA_SPOT, NULL);
}

void
ink_persona_spot_set_colour (GtkWidget *spot,
                             const char *colour)
{
  InkPersonaSpot *self;

  g_return_if_fail (INK_IS_PERSONA_SPOT (spot));

  self = INK_PERSONA_SPOT (spot);
  if (g_strcmp0 (self->colour, colour) == 0)
    return;
  g_free (self->colour);
  self->colour = g_strdup (colour);
  gtk_widget_queue_draw (spot);
}
