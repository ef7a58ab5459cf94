/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/ink-tiny-funnel.h"

#include "ui/compat/ink-compat-colour.h"

#define SIZE 36
#define GAP 2
#define MAX_BARS 8

/* The picture is decoration: the row says in words what the project is. */
struct _InkTinyFunnel
{
  GtkWidget parent_instance;

  double shares[MAX_BARS];
  guint n;
};

G_DEFINE_FINAL_TYPE (InkTinyFunnel, ink_tiny_funnel, GTK_TYPE_WIDGET)

/* A bar that nobody reached is still seen as a step. */
static void
draw_bar (GtkSnapshot *snapshot,
          const GdkRGBA *colour,
          const graphene_rect_t *ghost,
          double share)
{
  float height = MAX (ghost->size.height * (float) share, 1.5f);
  GdkRGBA pale = *colour;
  graphene_rect_t bar = *ghost;
  GskRoundedRect clip;

  pale.alpha *= 0.16f;
  gsk_rounded_rect_init_from_rect (&clip, ghost, MIN (2, ghost->size.width / 3));
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, &pale, ghost);
  bar.origin.y += ghost->size.height - height;
  bar.size.height = height;
  gtk_snapshot_append_color (snapshot, colour, &bar);
  gtk_snapshot_pop (snapshot);
}

static void
ink_tiny_funnel_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  static const double none[] = { 1, 1, 1 };
  InkTinyFunnel *self = INK_TINY_FUNNEL (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n = self->n > 0 ? self->n : G_N_ELEMENTS (none);
  float height = (float) gtk_widget_get_height (widget);
  float step = ((float) gtk_widget_get_width (widget) + GAP) / (float) n;
  GdkRGBA colour;

  ink_compat_get_colour (widget, NULL, &colour);
  if (self->n == 0)
    colour.alpha *= 0.3f;
  for (guint i = 0; i < n; i++)
    {
      guint place = mirrored ? n - 1 - i : i;
      graphene_rect_t ghost
          = GRAPHENE_RECT_INIT ((float) place * step, 0, MAX (step - GAP, 1), height);

      draw_bar (snapshot, &colour, &ghost, self->n > 0 ? self->shares[i] : 0);
    }
}

static void
ink_tiny_funnel_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
ink_tiny_funnel_class_init (InkTinyFunnelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ink_tiny_funnel_snapshot;
  widget_class->measure = ink_tiny_funnel_measure;
  gtk_widget_class_set_css_name (widget_class, "tinyfunnel");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ink_tiny_funnel_init (InkTinyFunnel *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
ink_tiny_funnel_new (const double *shares,
                     guint n)
{
  InkTinyFunnel *self = g_object_new (INK_TYPE_TINY_FUNNEL, NULL);

  self->n = MIN (n, MAX_BARS);
  for (guint i = 0; i < self->n; i++)
    self->shares[i] = CLAMP (shares[i], 0.0, 1.0);
  return GTK_WIDGET (self);
}
