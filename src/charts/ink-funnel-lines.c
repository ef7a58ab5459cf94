/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel as bars below one another: figures in columns where it is wide, between the bars where
 * it is narrow. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-funnel-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMN_GAP 18.0
#define NAME_PART 0.28
#define BAR_PART 0.3 /* names get what bars of this part of the width can spare */
#define MOST_LINE 3.6
#define MOST_STACK 5.6

static InkMark *
add_bars (const InkFunnelLayout *layout,
          const char *column,
          InkColourRole fill,
          InkColourRole stroke,
          double offset,
          double thickness)
{
  InkMark *mark = ink_plot_add (layout->plot, &ink_mark_bar, layout->table);

  ink_mark_bind (mark, INK_CHANNEL_Y, "step");
  if (column != NULL)
    ink_mark_bind (mark, INK_CHANNEL_X, column);
  ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  mark->fill = fill;
  mark->stroke = stroke;
  mark->radius = layout->options->theme->radius;
  mark->offset = offset;
  mark->thickness = thickness;
  return mark;
}

static void
add_all_bars (const InkFunnelLayout *layout,
              double offset,
              double thickness)
{
  add_bars (layout, NULL, INK_COLOUR_NONE, INK_COLOUR_NONE, 0, 0);
  add_bars (layout, "before", INK_COLOUR_GHOST, INK_COLOUR_GHOST_LINE, offset, thickness);
  add_bars (layout, "upto", INK_COLOUR_WAITING, INK_COLOUR_NONE, offset, thickness);
  add_bars (layout, "people", INK_COLOUR_ACCENT, INK_COLOUR_NONE, offset, thickness);
}

/* A column of texts whose ends stand at @part of the bars' width and @dx from there. */
static InkMark *
add_texts (const InkFunnelLayout *layout,
           const char *text,
           InkFontRole font,
           InkColourRole colour,
           double part,
           double align,
           double dx,
           double dy)
{
  InkMark *mark = ink_plot_add (layout->plot, &ink_mark_text, layout->table);

  ink_mark_bind (mark, INK_CHANNEL_Y, "step");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, text);
  ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  mark->font = font;
  mark->fill = colour;
  mark->part_x = part;
  mark->align_x = align;
  mark->align_y = 0.5;
  mark->dx = dx;
  mark->dy = dy;
  return mark;
}

/* Steps keep a comfortable height; what is left over stays below. */
static double
use_scales (const InkFunnelLayout *layout,
            double most,
            InkSides insets)
{
  guint n_steps = layout->group->rows->len;
  double room = MAX (layout->height - insets.top - insets.bottom, 1);
  double pitch = MIN (room / n_steps, most);
  InkScale *x = ink_plot_use_scale (layout->plot, INK_SCALE_X, &ink_scale_linear);

  ink_plot_use_scale (layout->plot, INK_SCALE_Y, &ink_scale_band);
  ink_scale_train (x, 0);
  insets.bottom += room - pitch * n_steps;
  ink_plot_set_insets (layout->plot, insets);
  return pitch;
}

/* A word above a column of figures, in the table's own first row so that it moves with it. */
static void
add_heading (const InkFunnelLayout *layout,
             const char *words,
             double dx)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  InkMark *mark;

  ink_table_builder_add_text (builder, "words", NULL);
  ink_table_builder_text (builder, words);
  table = ink_table_builder_end (builder);
  mark = ink_plot_add (layout->plot, &ink_mark_text, table);
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "words");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->part_x = 1;
  mark->align_x = 1;
  mark->align_y = 1;
  mark->dx = dx;
  mark->dy = -2;
  mark->no_datum = TRUE;
}

static double
column_width (const InkFunnelLayout *layout,
              const char *heading,
              const char *column,
              InkFontRole font)
{
  return COLUMN_GAP +
         MAX (ink_chart_words_width (layout->options, INK_FONT_SMALL, heading),
              ink_funnel_layout_widest (layout->table, column, layout->options, font));
}

void
ink_funnel_lines (const InkFunnelLayout *layout)
{
  const InkChartOptions *options = layout->options;
  /* Translators: headings of columns of figures: who reached a step, which share of the step
   * before. */
  const char *reached = C_ ("funnel", "reached"), *passed = C_ ("funnel", "of step before");
  const char *lost = C_ ("funnel", "left");
  double first = column_width (layout, reached, "count", INK_FONT_BODY);
  double second = first + column_width (layout, passed, "share", INK_FONT_LABEL);
  double third = second + MAX (column_width (layout, lost, "left_short", INK_FONT_SMALL),
                               column_width (layout, lost, "leak_short", INK_FONT_STRONG));
  double most = MAX (layout->width * NAME_PART,
                     layout->width * (1 - BAR_PART) - third - COLUMN_GAP);
  double name = MIN (
      ink_funnel_layout_widest (layout->table, "name", options, INK_FONT_LABEL) + 2, most);
  double pitch =
      use_scales (layout, MOST_LINE * ink_theme_get_font (options->theme, INK_FONT_LABEL).size,
                  (InkSides){ .left = name + COLUMN_GAP,
                              .right = third,
                              .top = ink_chart_words_line (options, INK_FONT_SMALL) + 4 });
  InkMark *mark;

  add_all_bars (layout, round (pitch * 0.2), MAX (round (pitch * 0.6), 2));
  mark = add_texts (layout, "name", INK_FONT_LABEL, INK_COLOUR_TEXT, 0, 0, -name - COLUMN_GAP, 0);
  mark->max_width = name;
  add_texts (layout, "count", INK_FONT_BODY, INK_COLOUR_TEXT, 1, 1, first, 0);
  add_texts (layout, "share", INK_FONT_LABEL, INK_COLOUR_ACCENT, 1, 1, second, 0);
  add_texts (layout, "left_short", INK_FONT_SMALL, INK_COLOUR_DIM, 1, 1, third, 0);
  add_texts (layout, "leak_short", INK_FONT_STRONG, INK_COLOUR_LOSS, 1, 1, third, 0);
  add_heading (layout, reached, first);
  if (layout->group->rows->len < 2)
    return;
  add_heading (layout, passed, second);
  add_heading (layout, lost, third);
}

/* From top to bottom of a step: share and loss, name and count, bar. */
void
ink_funnel_stack (const InkFunnelLayout *layout)
{
  const InkChartOptions *options = layout->options;
  double line = ink_chart_words_line (options, INK_FONT_LABEL);
  double figure = ink_chart_words_line (options, INK_FONT_FIGURE);
  double size = ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
  double count = ink_funnel_layout_widest (layout->table, "count", options, INK_FONT_BODY);
  double share = ink_funnel_layout_widest (layout->table, "share", options, INK_FONT_FIGURE);
  /* The first step has nothing above it, so the line between steps is taken back there. */
  double roomy = (layout->height + figure) / layout->group->rows->len;
  double between = roomy >= figure + line + 14 ? figure + 4 : 0;
  double pitch = use_scales (layout, MOST_STACK * size,
                             (InkSides){ .top = between > 0 ? -figure : 0 });
  double spare = between > 0 ? 9 : 4;
  double bar = MAX (round (MIN (pitch - between - line - spare, size * 1.3)), 2);
  double top = -pitch / 2;
  InkMark *mark;

  add_all_bars (layout, round (between + line + 3), bar);
  mark = add_texts (layout, "name", INK_FONT_LABEL, INK_COLOUR_TEXT, 0, 0, 0,
                    top + between + line / 2);
  mark->max_width = layout->width - count - COLUMN_GAP;
  add_texts (layout, "count", INK_FONT_BODY, INK_COLOUR_TEXT, 1, 1, 0, top + between + line / 2);
  if (between <= 0)
    return;

  add_texts (layout, "share", INK_FONT_FIGURE, INK_COLOUR_ACCENT, 0, 0, 0, top + figure / 2 - 2);
  mark =
      add_texts (layout, "leak", INK_FONT_STRONG, INK_COLOUR_LOSS, 1, 1, 0, top + figure / 2 - 2);
  mark->max_width = layout->width - share - COLUMN_GAP;
  mark->must_fit = TRUE;
  mark = add_texts (layout, "left", INK_FONT_SMALL, INK_COLOUR_DIM, 1, 1, 0, top + figure / 2 - 2);
  mark->max_width = layout->width - share - COLUMN_GAP;
  mark->must_fit = TRUE;
  mark = add_texts (layout, "waiting", INK_FONT_SMALL, INK_COLOUR_DIM, 0, 0, share + 8,
                    top + figure / 2 - 2);
  ink_mark_bind (mark, INK_CHANNEL_SHORT, "waiting_short");
  mark->max_width = layout->width - share - COLUMN_GAP;
  mark->must_fit = TRUE;
}

double
ink_funnel_lines_height (guint n_steps,
                         const InkChartOptions *options)
{
  return ink_chart_words_line (options, INK_FONT_SMALL) + 4 +
         n_steps * 2.2 * ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
}

double
ink_funnel_stack_height (guint n_steps,
                         const InkChartOptions *options)
{
  return n_steps * (ink_chart_words_line (options, INK_FONT_LABEL) +
                    ink_chart_words_line (options, INK_FONT_FIGURE) + 24);
}
