/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The words of the datum that is pointed at, over the chart. */

#include "config.h"

#include "ui/widgets/ink-chart-view-private.h"

#include <adwaita.h>

#define READOUT_CHARS 34
#define READOUT_GAP 8

static void
pointed_cb (InkChartCanvas *canvas,
            InkChartView *self)
{
  const char *label = ink_chart_canvas_get_label (canvas, ink_chart_canvas_get_pointed (canvas));

  gtk_widget_set_visible (self->readout, label != NULL);
  if (label != NULL)
    gtk_label_set_label (self->readout_label, label);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Above the datum where there is room, else below it; never beyond the edges. */
void
_ink_chart_view_allocate_readout (InkChartView *self,
                  int width,
                  int height)
{
  graphene_rect_t box;
  graphene_point_t corner;
  GtkRequisition size;
  double x, y;

  if (!gtk_widget_get_visible (self->readout)
      || !ink_chart_canvas_get_box (self->canvas, ink_chart_canvas_get_pointed (self->canvas),
                                    &box)
      || !gtk_widget_compute_point (GTK_WIDGET (self->canvas), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT (0, 0), &corner))
    {
      gtk_widget_set_child_visible (self->readout, FALSE);
      return;
    }

  gtk_widget_get_preferred_size (self->readout, NULL, &size);
  size.width = MIN (size.width, width);
  gtk_widget_measure (self->readout, GTK_ORIENTATION_VERTICAL, size.width, NULL, &size.height,
                      NULL, NULL);
  x = corner.x + box.origin.x + box.size.width / 2 - size.width / 2.0;
  y = corner.y + box.origin.y - size.height - READOUT_GAP;
  if (y < 0)
    y = MIN (corner.y + box.origin.y + box.size.height + READOUT_GAP, height - size.height);
  gtk_widget_set_child_visible (self->readout, TRUE);
  gtk_widget_size_allocate (self->readout,
                            &(GtkAllocation){ (int) CLAMP (x, 0, MAX (width - size.width, 0)),
                                              (int) MAX (y, 0), size.width, size.height },
                            -1);
}

void
_ink_chart_view_make_readout (InkChartView *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->readout_label = GTK_LABEL (label);
  gtk_label_set_wrap (self->readout_label, TRUE);
  gtk_label_set_xalign (self->readout_label, 0);
  gtk_label_set_max_width_chars (self->readout_label, READOUT_CHARS);
  self->readout = adw_bin_new ();
  adw_bin_set_child (ADW_BIN (self->readout), label);
  gtk_widget_add_css_class (self->readout, "chart-readout");
  gtk_widget_set_can_target (self->readout, FALSE);
  gtk_widget_set_visible (self->readout, FALSE);
  gtk_widget_set_parent (self->readout, GTK_WIDGET (self));
  g_signal_connect (self->canvas, "pointed", G_CALLBACK (pointed_cb), self);
}
