/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The funnel by group: one column answers 'who gets past this step?', its dashed line is where
 * everybody stands. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-findings.h"
#include "charts/ink-native-charts.h"
#include "charts/ink-funnel-layout.h"
#include "charts/ink-group-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROW 5.0
#define HEADING_LINES 2
/* Nobody listens to more. */
#define MOST_SAID 12

static const char *
find_lack (GPtrArray *groups)
{
  const InkFunnelGroup *whole = g_ptr_array_index (groups, 0);

  if (whole->rows->len == 0)
    return _("This funnel has no steps yet. Add at least one to see how many people take it.");
  if (ink_funnel_group_row (whole, 0)->people <= 0)
    return _ (
        "Nobody took the first step of this funnel. Check its rule, the filter and the dates.");
  if (groups->len < 2)
    return _("Nothing to compare yet. Choose personas or a property to compare by.");

  return NULL;
}

static InkMark *
add_mark (InkPlot *plot,
          const InkMarkKind *kind,
          InkTable *table,
          gboolean with_fx,
          const char *x)
{
  InkMark *mark = ink_plot_add (plot, kind, table);

  if (with_fx)
    ink_mark_bind (mark, INK_CHANNEL_FX, "fx");
  ink_mark_bind (mark, INK_CHANNEL_FY, "fy");
  if (x != NULL)
    ink_mark_bind (mark, INK_CHANNEL_X, x);
  if (ink_table_find_column (table, "datum") >= 0)
    ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  else
    mark->no_datum = TRUE;
  mark->part_y = 0.5;
  mark->align_y = 0.5;
  return mark;
}

static void
add_range (InkPlot *plot,
           InkTable *cells,
           InkColourRole stroke,
           double width)
{
  InkMark *mark = add_mark (plot, &ink_mark_rule, cells, TRUE, "low");

  ink_mark_bind (mark, INK_CHANNEL_X2, "high");
  mark->stroke = stroke;
  mark->width = width;
}

static void
add_cells (InkPlot *plot,
           const InkGroupGrid *grid,
           InkTable *cells,
           double pitch)
{
  double bar =
      MAX (round (MIN (pitch * 0.5,
                       ink_theme_get_font (grid->options->theme, INK_FONT_LABEL).size * 1.7)),
           2);
  InkMark *mark;

  add_mark (plot, &ink_mark_bar, cells, TRUE, NULL);

  mark = add_mark (plot, &ink_mark_bar, cells, TRUE, "share");
  ink_mark_bind (mark, INK_CHANNEL_SERIES, "series");
  mark->fill = INK_COLOUR_SERIES;
  mark->radius = MIN (grid->options->theme->radius, bar / 4);
  mark->offset = round ((pitch - bar) / 2);
  mark->thickness = bar;

  /* Twice, so that it is seen on the bar as well as beside it. */
  add_range (plot, cells, INK_COLOUR_BACKGROUND, grid->options->theme->hair * 3.5);
  add_range (plot, cells, INK_COLOUR_TEXT, grid->options->theme->hair * 1.25);

  /* Below one another at the column's end, where no line crosses them. */
  mark = add_mark (plot, &ink_mark_text, cells, TRUE, NULL);
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "text");
  mark->fill = INK_COLOUR_TEXT;
  mark->part_x = 1;
  mark->align_x = 1;
}

static void
add_names (InkPlot *plot,
           const InkGroupGrid *grid,
           InkTable *names)
{
  double left = ink_group_grid_left (grid);
  InkMark *mark = add_mark (plot, &ink_mark_text, names, FALSE, NULL);

  ink_mark_bind (mark, INK_CHANNEL_TEXT, "name");
  mark->font = grid->is_narrow ? INK_FONT_BODY : INK_FONT_LABEL;
  mark->fill = INK_COLOUR_TEXT;
  mark->dx = -left;
  mark->max_width = grid->name_width;
  if (grid->is_narrow)
    return;

  mark = add_mark (plot, &ink_mark_text, names, FALSE, NULL);
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "count");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->align_x = 1;
  mark->dx = -INK_GROUP_GAP;
}

/* Above the columns, the name over the remark. */
static InkMark *
add_heading (InkPlot *plot,
             const InkGroupGrid *grid,
             InkTable *headings,
             double dy)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_text, headings);

  ink_mark_bind (mark, INK_CHANNEL_FX, "fx");
  mark->align_y = 1;
  mark->dy = dy;
  mark->max_width = ink_group_grid_column (grid);
  mark->no_datum = TRUE;
  return mark;
}

/* In narrow places headings are rows of their own: the name at the begin, the remark at the end. */
static void
add_headings (InkPlot *plot,
              const InkGroupGrid *grid,
              InkTable *headings)
{
  const InkChartOptions *options = grid->options;
  double small = ink_chart_words_line (options, INK_FONT_SMALL);
  double remark = ink_funnel_layout_widest (headings, "remark", options, INK_FONT_SMALL);
  InkMark *words, *all;

  if (grid->is_narrow)
    {
      all = add_mark (plot, &ink_mark_text, headings, FALSE, NULL);
      all->part_x = 1;
      all->align_x = 1;
      words = add_mark (plot, &ink_mark_text, headings, FALSE, NULL);
      words->dx = -ink_group_grid_left (grid);
      words->max_width = options->width - 2 * options->theme->margin - remark - INK_GROUP_GAP;
    }
  else
    {
      all = add_heading (plot, grid, headings, -4);
      words = add_heading (plot, grid, headings, -small - 5);
      words->max_lines = HEADING_LINES;
    }
  ink_mark_bind (words, INK_CHANNEL_TEXT, "words");
  words->font = INK_FONT_LABEL;
  words->fill = INK_COLOUR_TEXT;
  ink_mark_bind (all, INK_CHANNEL_TEXT, "remark");
  all->font = INK_FONT_SMALL;
  all->fill = INK_COLOUR_DIM;
}

/* Where everybody stands, through all rows of a column. */
static void
add_reference (InkPlot *plot,
               const InkGroupGrid *grid,
               InkTable *headings)
{
  InkMark *mark;

  if (grid->is_narrow)
    return;

  mark = ink_plot_add (plot, &ink_mark_rule, headings);
  ink_mark_bind (mark, INK_CHANNEL_FX, "fx");
  ink_mark_bind (mark, INK_CHANNEL_X, "all");
  mark->stroke = INK_COLOUR_AXIS;
  mark->dash = 3;
  mark->no_datum = TRUE;
}

static guint
count_heading_lines (const InkGroupGrid *grid,
                     InkTable *headings)
{
  InkFont font = ink_theme_get_font (grid->options->theme, INK_FONT_LABEL);
  guint words = (guint) ink_table_find_column (headings, "words"), most = 1;

  for (guint row = 0; row < ink_table_get_n_rows (headings); row++)
    {
      g_autofree char *text = ink_text_clean (ink_table_get_text (headings, words, row));
      g_auto (GStrv) lines = ink_text_measure_wrap (ink_text_measure_get_default (), &font, text,
                                                    ink_group_grid_column (grid), HEADING_LINES);

      most = MAX (most, g_strv_length (lines));
    }

  return most;
}

static double
get_top (const InkGroupGrid *grid,
         InkTable *headings)
{
  if (grid->is_narrow)
    return 0;

  return count_heading_lines (grid, headings) * ink_chart_words_line (grid->options, INK_FONT_LABEL)
         + ink_chart_words_line (grid->options, INK_FONT_SMALL) + 8;
}

/* Bars leave room for their figures at the end. */
static void
use_scales (InkPlot *plot,
            const InkGroupGrid *grid)
{
  double column = ink_group_grid_column (grid);
  double bar = MAX (column - grid->share_width - 10, 4);
  InkScale *x = ink_plot_use_scale (plot, INK_SCALE_X, &ink_scale_linear);
  InkScale *fx = ink_plot_use_scale (plot, INK_SCALE_FX, &ink_scale_band);

  ink_plot_use_scale (plot, INK_SCALE_FY, &ink_scale_band);
  ink_scale_train (x, 0);
  ink_scale_train (x, column / bar);
  fx->padding = grid->is_narrow ? 0 : INK_GROUP_GAP / (column + INK_GROUP_GAP);
}

static void
add_labels (InkPlot *plot,
            const InkGroupGrid *grid)
{
  for (guint g = 1; g <= grid->n_groups; g++)
    {
      const InkFunnelGroup *group = g_ptr_array_index (grid->groups, g);
      g_autofree char *title = ink_text_clean (ink_funnel_group_title (group));

      for (guint i = 0; i < group->rows->len; i++)
        {
          g_autofree char *words = ink_funnel_row_to_words (group, i, grid->options);
          /* Translators: a group's name, then a line about one step of its funnel. */
          g_autofree char *label = g_strdup_printf (C_ ("group", "%s: %s"), title, words);

          ink_plot_set_datum_label (plot, ink_funnel_group_row (group, i)->row, label);
        }
    }
}

static void
add_marks (InkPlot *plot,
           const InkGroupGrid *grid,
           double room)
{
  g_autoptr (InkTable) cells = ink_group_grid_cells (grid);
  g_autoptr (InkTable) names = ink_group_grid_names (grid);
  g_autoptr (InkTable) headings = ink_group_grid_headings (grid);
  double most = MOST_ROW * ink_theme_get_font (grid->options->theme, INK_FONT_LABEL).size;
  double top = get_top (grid, headings);
  guint n_rows = ink_group_grid_n_rows (grid);
  double pitch = MAX (MIN ((room - top) / n_rows, most), 1);

  use_scales (plot, grid);
  ink_group_grid_set_colours (grid, plot);
  ink_plot_set_insets (plot, (InkSides){ .left = ink_group_grid_left (grid), .top = top,
                                         .bottom = MAX (room - top - pitch * n_rows, 0) });
  add_reference (plot, grid, headings);
  add_cells (plot, grid, cells, pitch);
  add_headings (plot, grid, headings);
  add_names (plot, grid, names);
}

static char *
say_hidden (const InkGroupGrid *grid)
{
  if (grid->n_hidden == 0)
    return NULL;

  return g_strdup (_("there is not room for all groups and steps here; the table has them"));
}

static InkPlot *
make_plot (InkTable *table,
           const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  const char *lack = find_lack (groups);
  double entered =
      lack == NULL ? ink_funnel_group_row (g_ptr_array_index (groups, 0), 0)->people : NAN;
  g_autoptr (InkPlot) plot = ink_plot_new ();
  g_autofree char *hidden = NULL;
  InkGroupGrid grid;

  ink_chart_words_set (plot, options, NULL, entered, NULL);
  if (lack != NULL)
    {
      ink_plot_set_message (plot, lack);
      return g_steal_pointer (&plot);
    }

  ink_group_grid_init (&grid, groups, ink_chart_words_room (plot, options), options);
  hidden = say_hidden (&grid);
  if (hidden != NULL)
    {
      /* The note takes a line itself, and so maybe a row. */
      ink_chart_words_set (plot, options, NULL, entered, hidden);
      ink_group_grid_init (&grid, groups, MAX (ink_chart_words_room (plot, options), 1), options);
    }
  add_labels (plot, &grid);
  add_marks (plot, &grid, ink_chart_words_room (plot, options));

  return g_steal_pointer (&plot);
}

/* Who passes it most and least, of the groups in which somebody entered. */
static void
append_extremes (GString *words,
                 GPtrArray *groups,
                 const InkChartOptions *options)
{
  const InkFunnelGroup *best = NULL, *worst = NULL;
  double high = -1, low = 2;

  for (guint g = 1; g < groups->len; g++)
    {
      const InkFunnelGroup *group = g_ptr_array_index (groups, g);
      double share = ink_funnel_group_row (group, group->rows->len - 1)->of_first;

      if (isfinite (share) && share > high)
        {
          high = share;
          best = group;
        }
      if (isfinite (share) && share < low)
        {
          low = share;
          worst = group;
        }
    }
  if (best != NULL && worst != NULL && high > low)
    {
      g_autofree char *most = ink_numbers_share (options->numbers, high);
      g_autofree char *least = ink_numbers_share (options->numbers, low);
      g_autofree char *first = ink_text_clean (ink_funnel_group_title (best));
      g_autofree char *last = ink_text_clean (ink_funnel_group_title (worst));

      /* Translators: a group and the share of it that finished, twice. */
      g_string_append_printf (words, _(" Most often: %s (%s). Least often: %s (%s)."), first, most,
                              last, least);
    }
}

static char *
describe (InkTable *table,
          const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  g_autoptr (GString) words = g_string_new (NULL);

  if (find_lack (groups) != NULL)
    return g_strdup (find_lack (groups));

  g_string_append_printf (
      words,
      g_dngettext (GETTEXT_PACKAGE, "Funnel of %u group.", "Funnel of %u groups.", groups->len - 1),
      groups->len - 1);
  append_extremes (words, groups, options);
  for (guint g = 1; g < MIN (groups->len, MOST_SAID + 1); g++)
    {
      const InkFunnelGroup *group = g_ptr_array_index (groups, g);
      const InkFunnelRow *last = ink_funnel_group_row (group, group->rows->len - 1);
      g_autofree char *title = ink_text_clean (ink_funnel_group_title (group));
      g_autofree char *entered =
          ink_chart_words_count (options, ink_funnel_group_row (group, 0)->people);
      g_autofree char *share = ink_numbers_share (options->numbers, last->of_first);

      /* Translators: a group, "3 100 people", the share of them that finished. */
      g_string_append_printf (words, _ (" %s: %s entered, %s went all the way."), title, entered,
                              share);
    }
  if (groups->len > MOST_SAID + 1)
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, " %u more group is in the table.",
                                                " %u more groups are in the table.",
                                                groups->len - 1 - MOST_SAID),
                            groups->len - 1 - MOST_SAID);

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static double
get_height (InkTable *table,
            const InkChartOptions *options)
{
  g_autoptr (GPtrArray) groups = ink_funnel_rows_read (table);
  double size = ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
  InkGroupGrid grid;

  if (find_lack (groups) != NULL)
    return 10 * size;

  ink_group_grid_init (&grid, groups, 0, options);
  return (ink_group_grid_n_rows (&grid) + (grid.is_narrow ? 0 : 3)) * 2.2 * size;
}

const InkChartKind ink_chart_groups = {
  .id = "groups",
  .title = N_("Funnel by group"),
  .table = "steps",
  .plot = make_plot,
  .describe = describe,
  .height = get_height,
  .finding = ink_finding_groups,
  .native = ink_native_groups,
};
