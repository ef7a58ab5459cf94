/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/ink-print.h"

#include "export/ink-slide-paint.h"

#include <glib/gi18n-lib.h>

/* Of a chart to its width, where it has no more to say. */
#define CHART_HEIGHT 0.62

static GtkPrintOperation *
new_operation (guint n_pages,
               const char *title,
               GtkPageOrientation orientation)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, orientation);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, (int) n_pages);
  gtk_print_operation_set_job_name (operation, title != NULL ? title : _ ("Inkling"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);

  return operation;
}

/* ---- Slides ---- */

/* As large as the page allows, in its middle, with a thin line around it where it is white. */
static void
draw_slide_cb (GtkPrintOperation *operation,
               GtkPrintContext *context,
               int number,
               InkSlideStrip *strip)
{
  InkSlideView *slide = ink_slide_strip_get_slide (strip, (guint) number);
  double page_width = gtk_print_context_get_width (context), width, height, scale;
  double page_height = gtk_print_context_get_height (context);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (slide == NULL)
    return;
  ink_slide_get_size (INK_DECK_WIDE, &width, &height);
  scale = MIN (page_width / width, page_height / height);
  cairo_translate (cr, (page_width - width * scale) / 2, (page_height - height * scale) / 2);
  cairo_scale (cr, scale, scale);
  ink_slide_view_paint (slide, cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_line_width (cr, 0.5);
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_stroke (cr);
}

GtkPrintOperation *
ink_print_new_for_slides (InkSlideStrip *strip,
                          guint n_slides,
                          const char *title)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (INK_IS_SLIDE_STRIP (strip) && n_slides > 0, NULL);

  operation = new_operation (n_slides, title, GTK_PAGE_ORIENTATION_LANDSCAPE);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_slide_cb), strip, 0);

  return operation;
}

/* ---- A chart ---- */

static void
draw_chart_cb (GtkPrintOperation *operation,
               GtkPrintContext *context,
               int number,
               InkChartView *chart)
{
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  InkPictureSize page
      = { "page", NULL, width, MIN (width * CHART_HEIGHT, height), TRUE, height };
  InkPictureLook look = { &page, FALSE, TRUE };
  g_autoptr (InkScene) scene = ink_chart_view_render (chart, &look);

  if (scene != NULL)
    ink_scene_paint (scene, gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
ink_print_new_for_chart (InkChartView *chart)
{
  GtkPrintOperation *operation;

  g_return_val_if_fail (INK_IS_CHART_VIEW (chart), NULL);

  operation = new_operation (1, ink_chart_view_get_title (chart), GTK_PAGE_ORIENTATION_PORTRAIT);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_chart_cb), chart, 0);

  return operation;
}

/* ---- The dialog ---- */

static void
done_cb (GtkPrintOperation *operation,
         GtkPrintOperationResult result,
         GtkWidget *widget)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  gtk_widget_activate_action (widget, "win.say", "s",
                              error != NULL ? error->message : _ ("It could not be printed."));
}

void
ink_print_run (GtkPrintOperation *operation,
               GtkWidget *widget)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation) && GTK_IS_WIDGET (widget));

  root = gtk_widget_get_root (widget);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), widget, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
