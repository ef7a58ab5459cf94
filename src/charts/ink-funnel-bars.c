/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel as bars side by side, shares in the gaps, names below. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-funnel-layout.h"

#include <math.h>

/* Widths as parts of what a step takes, and in multiples of the label's size. */
#define GAP_PART 0.36
#define MOST_GAP_PART 0.62
#define LEAST_PITCH 8.0
#define MOST_PITCH 20.0
#define LEAST_HEIGHT 13.0
#define SHARE_ROOM 14.0

static double
label_size (const InkFunnelLayout *layout)
{
  return ink_theme_get_font (layout->options->theme, INK_FONT_LABEL).size;
}

static InkMark *
add_bars (const InkFunnelLayout *layout,
          const char *column,
          InkColourRole fill,
          InkColourRole stroke)
{
  InkMark *mark = ink_plot_add (layout->plot, &ink_mark_bar, layout->table);

  ink_mark_bind (mark, INK_CHANNEL_X, "step");
  if (column != NULL)
    ink_mark_bind (mark, INK_CHANNEL_Y, column);
  ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  mark->fill = fill;
  mark->stroke = stroke;
  mark->radius = layout->options->theme->radius;
  return mark;
}

static InkMark *
add_texts (const InkFunnelLayout *layout,
           const char *text,
           const char *shorter,
           double pitch)
{
  InkMark *mark = ink_plot_add (layout->plot, &ink_mark_text, layout->table);

  ink_mark_bind (mark, INK_CHANNEL_X, "step");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, text);
  if (shorter != NULL)
    ink_mark_bind (mark, INK_CHANNEL_SHORT, shorter);
  ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  mark->align_x = 0.5;
  mark->align_y = 1;
  mark->must_fit = TRUE;
  mark->max_width = pitch - 6;
  return mark;
}

/* How many went, above the ghost; the biggest leak stands out. */
static void
add_losses (const InkFunnelLayout *layout,
            double pitch)
{
  double line = ink_chart_words_line (layout->options, INK_FONT_SMALL);
  InkMark *mark = add_texts (layout, "leak", "leak_short", pitch);

  ink_mark_bind (mark, INK_CHANNEL_Y, "before");
  mark->font = INK_FONT_STRONG;
  mark->fill = INK_COLOUR_LOSS;
  mark->dy = -4;

  mark = add_texts (layout, "left", "left_short", pitch);
  ink_mark_bind (mark, INK_CHANNEL_Y, "before");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->dy = -4;

  mark = add_texts (layout, "waiting", "waiting_short", pitch);
  ink_mark_bind (mark, INK_CHANNEL_Y, "before");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->dy = -4;
  mark->lift = 2 * line;
}

static void
add_shares (const InkFunnelLayout *layout,
            double pitch,
            double gap)
{
  InkMark *mark = add_texts (layout, "share", NULL, gap);

  mark->max_width = gap - 4;
  mark->font = INK_FONT_FIGURE;
  mark->fill = INK_COLOUR_ACCENT;
  mark->part_y = 1;
  mark->dx = -pitch / 2;
  mark->dy = -SHARE_ROOM;
}

/* Room to both sides, so that few steps stand in the middle and do not grow into walls. */
static void
use_scales (const InkFunnelLayout *layout,
            double pitch,
            double part)
{
  guint n_steps = layout->group->rows->len;
  InkScale *x = ink_plot_use_scale (layout->plot, INK_SCALE_X, &ink_scale_band);
  InkScale *y = ink_plot_use_scale (layout->plot, INK_SCALE_Y, &ink_scale_linear);

  x->padding = part;
  x->outer = MAX ((layout->width / pitch - (n_steps - part)) / 2, part / 2);
  ink_scale_train (y, 0);
}

gboolean
ink_funnel_bars (const InkFunnelLayout *layout)
{
  const InkChartOptions *options = layout->options;
  guint n_steps = layout->group->rows->len;
  double size = label_size (layout);
  double pitch = MIN (layout->width / n_steps, size * MOST_PITCH);
  double share = ink_funnel_layout_widest (layout->table, "share", options, INK_FONT_FIGURE);
  double gap = MAX (share + 14, pitch * GAP_PART);
  InkMark *axis;

  if (pitch < size * LEAST_PITCH || gap > pitch * MOST_GAP_PART ||
      layout->height < size * LEAST_HEIGHT)
    return FALSE;

  use_scales (layout, pitch, gap / pitch);
  ink_plot_set_insets (layout->plot, (InkSides){
    .top = (ink_funnel_layout_has_waiting (layout->group) ? 2 : 1) *
           ink_chart_words_line (options, INK_FONT_SMALL) + 6,
  });
  add_bars (layout, NULL, INK_COLOUR_NONE, INK_COLOUR_NONE);
  add_bars (layout, "before", INK_COLOUR_GHOST, INK_COLOUR_GHOST_LINE);
  add_bars (layout, "upto", INK_COLOUR_WAITING, INK_COLOUR_NONE);
  add_bars (layout, "people", INK_COLOUR_ACCENT, INK_COLOUR_NONE);

  axis = ink_plot_add (layout->plot, &ink_mark_axis, layout->table);
  axis->axis = INK_SCALE_X;
  axis->stroke = INK_COLOUR_AXIS;
  ink_mark_bind (axis, INK_CHANNEL_X, "step");
  ink_mark_bind (axis, INK_CHANNEL_TEXT, "name");
  ink_mark_bind (axis, INK_CHANNEL_SHORT, "count");
  ink_mark_bind (axis, INK_CHANNEL_DATUM, "datum");
  add_losses (layout, pitch + gap);
  add_shares (layout, pitch, gap);

  return TRUE;
}
