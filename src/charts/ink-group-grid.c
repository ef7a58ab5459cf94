/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which groups and columns there is room for, and where each stands. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-group-grid.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAME_PART 0.24
#define NARROW_NAME_PART 0.36
#define MOST_NAME_PART 0.58
#define LEAST_ROW 1.75
#define LEAST_BAR 60.0
#define LEAST_NARROW_BAR 44.0
#define MOST_GROUPS 40
#define FEW_GROUPS 8

static const InkFunnelGroup *
group_at (const InkGroupGrid *grid,
          guint index)
{
  return g_ptr_array_index (grid->groups, index);
}

/* A funnel of one step has no shares: then people are compared. In narrow places the whole way
 * comes first, since what is below may not find room. */
static void
find_columns (InkGroupGrid *grid)
{
  guint n_steps = group_at (grid, 0)->rows->len;
  InkGroupColumn whole_way = { n_steps - 1, TRUE };

  grid->n_columns = 0;
  if (n_steps == 1)
    grid->columns[grid->n_columns++] = (InkGroupColumn){ 0, FALSE };
  if (n_steps > 2 && grid->is_narrow)
    grid->columns[grid->n_columns++] = whole_way;
  for (guint i = 1; i < n_steps && grid->n_columns < INK_GROUP_COLUMNS - 1; i++)
    grid->columns[grid->n_columns++] = (InkGroupColumn){ i, FALSE };
  if (n_steps > 2 && !grid->is_narrow)
    grid->columns[grid->n_columns++] = whole_way;
}

static void
get_share (const InkGroupColumn *column,
           const InkFunnelRow *row,
           double *share,
           double *low,
           double *high)
{
  *share = column->is_whole_way ? row->of_first : row->of_previous;
  *low = column->is_whole_way ? row->of_first_low : row->of_previous_low;
  *high = column->is_whole_way ? row->of_first_high : row->of_previous_high;
  if (column->step == 0)
    {
      *share = row->people;
      *low = *high = NAN;
    }
}

static char *
say_share (const InkGroupGrid *grid,
           const InkGroupColumn *column,
           double share)
{
  return column->step == 0 ? ink_numbers_count (grid->options->numbers, share)
                           : ink_numbers_share (grid->options->numbers, share);
}

/* Steps share one scale, so that columns compare; the whole way is far smaller and has its own. */
static double
find_largest (const InkGroupGrid *grid,
              gboolean is_whole_way)
{
  double largest = 0;

  for (guint c = 0; c < grid->n_columns; c++)
    for (guint g = 0; g <= grid->n_groups; g++)
      {
        const InkFunnelGroup *group = group_at (grid, g);
        double share, low, high;

        if (grid->columns[c].is_whole_way != is_whole_way ||
            grid->columns[c].step >= group->rows->len || (g == 0 && grid->columns[c].step == 0))
          continue;
        get_share (&grid->columns[c], ink_funnel_group_row (group, grid->columns[c].step), &share,
                   &low, &high);
        largest = MAX (largest, isfinite (share) ? share : 0);
        largest = MAX (largest, isfinite (high) ? high : 0);
      }

  return largest > 0 ? largest : 1;
}

static double
line_index (const InkGroupGrid *grid,
            guint column,
            guint group)
{
  return grid->is_narrow ? column * (grid->n_groups + 1.0) + group : group - 1.0;
}

static void
measure_texts (InkGroupGrid *grid)
{
  InkFontRole name_font = grid->is_narrow ? INK_FONT_BODY : INK_FONT_LABEL;

  grid->name_width = 0;
  for (guint g = 1; g <= grid->n_groups; g++)
    {
      const InkFunnelGroup *group = group_at (grid, g);
      g_autofree char *name = ink_text_clean (ink_funnel_group_title (group));
      g_autofree char *count = ink_numbers_count (grid->options->numbers,
                                                  ink_funnel_group_row (group, 0)->people);

      grid->name_width = MAX (grid->name_width,
                              ink_chart_words_width (grid->options, name_font, name) + 2);
      grid->count_width = MAX (grid->count_width,
                               ink_chart_words_width (grid->options, INK_FONT_SMALL, count));
      for (guint c = 0; c < grid->n_columns; c++)
        {
          double share, low, high;
          g_autofree char *text = NULL;

          get_share (&grid->columns[c], ink_funnel_group_row (group, grid->columns[c].step), &share,
                     &low, &high);
          text = say_share (grid, &grid->columns[c], share);
          grid->share_width = MAX (grid->share_width,
                                   ink_chart_words_width (grid->options, INK_FONT_BODY, text));
        }
    }
}

/* A name that is cut says less than a longer bar: in narrow places names get what bars can spare. */
static double
get_narrow_names (const InkGroupGrid *grid,
                  double width)
{
  double spare = width - INK_GROUP_GAP - grid->share_width - LEAST_NARROW_BAR;

  return CLAMP (spare, width * NARROW_NAME_PART, width * MOST_NAME_PART);
}

/* Columns below one another: first fewer groups, then fewer columns, until the rows have room. */
static void
limit_rows (InkGroupGrid *grid,
            double height)
{
  double row = LEAST_ROW * ink_theme_get_font (grid->options->theme, INK_FONT_LABEL).size;
  guint rows = (guint) MAX (height / row, 1);
  guint all = grid->n_groups + (grid->is_narrow ? grid->n_columns : 0);
  guint n_groups = grid->n_groups, n_columns = grid->n_columns;

  if (height <= 0)
    return;
  if (!grid->is_narrow)
    {
      /* The headings take about three rows. */
      n_groups = CLAMP (n_groups, 1, MAX (rows, 4) - 3);
    }
  else
    {
      n_groups = CLAMP (rows / n_columns, MIN (n_groups, FEW_GROUPS), n_groups);
      n_groups = MAX (MIN (n_groups, rows - 1), 1);
      n_columns = CLAMP (rows / (n_groups + 1), 1, n_columns);
    }
  grid->n_groups = n_groups;
  grid->n_columns = n_columns;
  grid->n_hidden += all - n_groups - (grid->is_narrow ? n_columns : 0);
}

InkTable *
ink_group_grid_cells (const InkGroupGrid *grid)
{
  static const char *const names[] = { "fx", "fy", "share", "low", "high", "series", "datum" };
  InkTableBuilder *builder = ink_table_builder_new ();
  double largest[2] = { find_largest (grid, FALSE), find_largest (grid, TRUE) };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ink_table_builder_add_number (builder, names[i], NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "text", NULL);
  for (guint c = 0; c < grid->n_columns; c++)
    for (guint g = 1; g <= grid->n_groups; g++)
      {
        const InkGroupColumn *column = &grid->columns[c];
        const InkFunnelRow *row = ink_funnel_group_row (group_at (grid, g), column->step);
        double share, low, high, scale = largest[column->is_whole_way];
        g_autofree char *text = NULL;

        get_share (column, row, &share, &low, &high);
        text = say_share (grid, column, share);
        ink_table_builder_number (builder, grid->is_narrow ? 0 : c);
        ink_table_builder_number (builder, line_index (grid, c, g));
        ink_table_builder_number (builder, share / scale);
        ink_table_builder_number (builder, low / scale);
        ink_table_builder_number (builder, high / scale);
        /* With more groups than colours, colour would lie. */
        ink_table_builder_number (
            builder,
            grid->options->personas != NULL || grid->n_groups <= INK_N_SERIES ? g - 1 : 0);
        ink_table_builder_number (builder, row->row);
        ink_table_builder_text (builder, text);
      }

  return ink_table_builder_end (builder);
}

InkTable *
ink_group_grid_headings (const InkGroupGrid *grid)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  double largest[2] = { find_largest (grid, FALSE), find_largest (grid, TRUE) };

  ink_table_builder_add_number (builder, "fx", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "all", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "words", NULL);
  ink_table_builder_add_text (builder, "remark", NULL);
  for (guint c = 0; c < grid->n_columns; c++)
    {
      const InkGroupColumn *column = &grid->columns[c];
      const InkFunnelRow *row = ink_funnel_group_row (group_at (grid, 0), column->step);
      double share, low, high;
      g_autofree char *text = NULL, *remark = NULL, *words = NULL;

      get_share (column, row, &share, &low, &high);
      text = say_share (grid, column, share);
      /* Translators: the share of everybody. */
      remark = g_strdup_printf (_("all: %s"), text);
      words = column->is_whole_way ? g_strdup (_("Whole way"))
              : column->step == 0  ? g_strdup (row->name)
              : grid->options->right_to_left ? g_strdup_printf ("\342\206\220 %s", row->name)
                                             : g_strdup_printf ("\342\206\222 %s", row->name);
      ink_table_builder_number (builder, grid->is_narrow ? 0 : c);
      ink_table_builder_number (builder, grid->is_narrow ? line_index (grid, c, 0) : NAN);
      ink_table_builder_number (builder, column->step == 0 ? NAN
                                                           : share / largest[column->is_whole_way]);
      ink_table_builder_text (builder, words);
      ink_table_builder_text (builder, remark);
    }

  return ink_table_builder_end (builder);
}

InkTable *
ink_group_grid_names (const InkGroupGrid *grid)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "datum", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "name", NULL);
  ink_table_builder_add_text (builder, "count", NULL);
  for (guint c = 0; c < (grid->is_narrow ? grid->n_columns : 1); c++)
    for (guint g = 1; g <= grid->n_groups; g++)
      {
        const InkFunnelGroup *group = group_at (grid, g);
        const InkFunnelRow *row = ink_funnel_group_row (group, 0);
        g_autofree char *count = ink_numbers_count (grid->options->numbers, row->people);

        ink_table_builder_number (builder, line_index (grid, c, g));
        ink_table_builder_number (builder, row->row);
        ink_table_builder_text (builder, ink_funnel_group_title (group));
        ink_table_builder_text (builder, count);
      }

  return ink_table_builder_end (builder);
}

static InkColour
find_colour (const InkGroupGrid *grid,
             const char *name)
{
  const InkTheme *theme = grid->options->theme;
  InkPersona *const *personas = grid->options->personas;
  InkColour colour;

  for (guint i = 0; personas[i] != NULL; i++)
    {
      if (!g_str_equal (personas[i]->name, name))
        continue;
      if (ink_colour_parse (personas[i]->colour, &colour))
        return ink_theme_fit_colour (theme, colour);
      return ink_theme_get_colour (theme, INK_COLOUR_SERIES, i);
    }

  return ink_theme_get_colour (theme, INK_COLOUR_DIM, 0);
}

void
ink_group_grid_set_colours (const InkGroupGrid *grid,
                            InkPlot *plot)
{
  g_autoptr (GArray) colours = g_array_new (FALSE, FALSE, sizeof (InkColour));

  for (guint g = 1; g <= grid->n_groups && grid->options->personas != NULL; g++)
    {
      InkColour colour = find_colour (grid, group_at (grid, g)->name);

      g_array_append_val (colours, colour);
    }
  ink_plot_set_series (plot, (const InkColour *) (gpointer) colours->data, colours->len);
}

void
ink_group_grid_init (InkGroupGrid *grid,
                     GPtrArray *groups,
                     double height,
                     const InkChartOptions *options)
{
  double width = options->width - 2 * options->theme->margin;

  *grid = (InkGroupGrid){ .options = options, .groups = groups };
  grid->n_groups = MIN (groups->len - 1, MOST_GROUPS);
  grid->n_hidden = groups->len - 1 - grid->n_groups;
  find_columns (grid);
  measure_texts (grid);
  grid->name_width = MIN (grid->name_width, width * NAME_PART);
  grid->is_narrow = ink_group_grid_column (grid) < grid->share_width + LEAST_BAR;
  if (grid->is_narrow)
    {
      find_columns (grid);
      measure_texts (grid);
      grid->name_width = MIN (grid->name_width, get_narrow_names (grid, width));
    }
  limit_rows (grid, height);
}

guint
ink_group_grid_n_rows (const InkGroupGrid *grid)
{
  return grid->is_narrow ? grid->n_columns * (grid->n_groups + 1) : grid->n_groups;
}

/* Left of the bars: names, and where it is wide how many they are. */
double
ink_group_grid_left (const InkGroupGrid *grid)
{
  return grid->name_width + INK_GROUP_GAP
         + (grid->is_narrow ? 0 : grid->count_width + INK_GROUP_GAP);
}

/* How wide one column is, its gap not counted. */
double
ink_group_grid_column (const InkGroupGrid *grid)
{
  double width =
      grid->options->width - 2 * grid->options->theme->margin - ink_group_grid_left (grid);

  return grid->is_narrow ? MAX (width, 1)
                         : MAX ((width + INK_GROUP_GAP) / grid->n_columns - INK_GROUP_GAP, 1);
}
