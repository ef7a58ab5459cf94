/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Building a plot. */

#include "plot/ink-plot-private.h"

InkPlot *
ink_plot_new (void)
{
  InkPlot *plot = g_new0 (InkPlot, 1);

  plot->labels = g_ptr_array_new_with_free_func (g_free);
  plot->series = g_array_new (FALSE, FALSE, sizeof (InkColour));
  plot->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) ink_mark_free);
  for (guint i = 0; i < INK_N_SCALES; i++)
    ink_scale_init (&plot->scales[i], &ink_scale_linear);

  return plot;
}

void
ink_plot_free (InkPlot *plot)
{
  g_return_if_fail (plot != NULL);

  g_free (plot->title);
  g_free (plot->subtitle);
  g_free (plot->caption);
  g_free (plot->description);
  g_free (plot->message);
  g_ptr_array_unref (plot->labels);
  g_ptr_array_unref (plot->marks);
  g_array_unref (plot->series);
  for (guint i = 0; i < INK_N_SCALES; i++)
    g_clear_pointer (&plot->scales[i].zone, g_time_zone_unref);
  g_free (plot);
}

void
ink_plot_set_words (InkPlot *plot,
                    const char *title,
                    const char *subtitle,
                    const char *caption)
{
  g_return_if_fail (plot != NULL);

  g_free (plot->title);
  g_free (plot->subtitle);
  g_free (plot->caption);
  plot->title = title != NULL ? ink_text_clean (title) : NULL;
  plot->subtitle = subtitle != NULL ? ink_text_clean (subtitle) : NULL;
  plot->caption = caption != NULL ? ink_text_clean (caption) : NULL;
}

void
ink_plot_set_description (InkPlot *plot,
                          const char *description)
{
  g_return_if_fail (plot != NULL);

  g_free (plot->description);
  plot->description = g_strdup (description);
}

void
ink_plot_set_message (InkPlot *plot,
                      const char *message)
{
  g_return_if_fail (plot != NULL);

  g_free (plot->message);
  plot->message = g_strdup (message);
}

void
ink_plot_set_datum_label (InkPlot *plot,
                          guint datum,
                          const char *label)
{
  g_return_if_fail (plot != NULL);

  if (datum >= plot->labels->len)
    g_ptr_array_set_size (plot->labels, (int) datum + 1);
  g_free (g_ptr_array_index (plot->labels, datum));
  g_ptr_array_index (plot->labels, datum) = g_strdup (label);
}

void
ink_plot_set_series (InkPlot *plot,
                     const InkColour *colours,
                     guint n)
{
  g_return_if_fail (plot != NULL && (colours != NULL || n == 0));

  g_array_set_size (plot->series, 0);
  g_array_append_vals (plot->series, colours, n);
}

void
ink_plot_set_insets (InkPlot *plot,
                     InkSides insets)
{
  g_return_if_fail (plot != NULL);

  plot->insets = insets;
}

void
ink_plot_set_strip (InkPlot *plot,
                    double height,
                    double gap)
{
  g_return_if_fail (plot != NULL);

  plot->strip_height = height;
  plot->strip_gap = gap;
}

InkScale *
ink_plot_use_scale (InkPlot *plot,
                    InkScaleName name,
                    const InkScaleKind *kind)
{
  g_return_val_if_fail (plot != NULL && name < INK_N_SCALES && kind != NULL, NULL);

  ink_scale_init (&plot->scales[name], kind);
  return &plot->scales[name];
}

void
ink_plot_set_nice (InkPlot *plot,
                   InkScaleName name,
                   guint wanted)
{
  g_return_if_fail (plot != NULL && name < INK_N_SCALES);

  plot->nice[name] = wanted;
}

InkMark *
ink_plot_add (InkPlot *plot,
              const InkMarkKind *kind,
              InkTable *table)
{
  InkMark *mark;

  g_return_val_if_fail (plot != NULL && kind != NULL, NULL);

  mark = ink_mark_new (kind, table);
  g_ptr_array_add (plot->marks, mark);
  return mark;
}
