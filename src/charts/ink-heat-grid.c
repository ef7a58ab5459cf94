/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Colours are mixed from the background, so that a figure can be read on each of them. */

#include "config.h"

#include "charts/ink-chart-words.h"
#include "charts/ink-heat-grid.h"
#include "charts/ink-verdict-look.h"

#include <math.h>
#include <string.h>

#define SHADES 8        /* on either side of nothing */
#define MOST_COLOUR 0.5 /* of it in a shade */
#define NAME_PART 0.4
#define LEAST_NAME_PART 0.26 /* where columns need the room */
/* In sizes of text: a column with all of its heading, and one that still has a figure. */
#define GOOD_COLUMN 4.6
#define LEAST_COLUMN 2.6
#define GAP 10.0
#define HEADING_LINES 2
#define LEAST_ROW 1.75
#define COMMON_ROW 2.4
#define MOST_ROW 3.6
#define MARK_ROOM 22.0
#define MESSAGE_ROOM 10.0 /* lines */
/* Narrower, in widths of a name's letters, names stand above their rows. */
#define NARROW 34.0
/* Narrower columns have smaller figures. */
#define SMALL_COLUMN 52.0

/* ---- The value ---- */

static void
clear_cell (gpointer data)
{
  g_free (((InkHeatCell *) data)->text);
}

void
ink_heat_grid_init (InkHeatGrid *grid)
{
  *grid = (InkHeatGrid){
    .rows = g_ptr_array_new_with_free_func (g_free),
    .row_data = g_array_new (FALSE, FALSE, sizeof (guint)),
    .columns = g_ptr_array_new_with_free_func (g_free),
    .cells = g_array_new (FALSE, FALSE, sizeof (InkHeatCell)),
  };
  g_array_set_clear_func (grid->cells, clear_cell);
}

void
ink_heat_grid_clear (InkHeatGrid *grid)
{
  g_clear_pointer (&grid->rows, g_ptr_array_unref);
  g_clear_pointer (&grid->row_data, g_array_unref);
  g_clear_pointer (&grid->marks, g_ptr_array_unref);
  g_clear_pointer (&grid->columns, g_ptr_array_unref);
  g_clear_pointer (&grid->cells, g_array_unref);
  g_clear_pointer (&grid->finding, g_free);
  g_clear_pointer (&grid->remark, g_free);
}

guint
ink_heat_grid_name (GPtrArray *names,
                    const char *name)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, &index))
    {
      index = names->len;
      g_ptr_array_add (names, g_strdup (name));
    }
  return index;
}

void
ink_heat_grid_cell (InkHeatGrid *grid,
                    guint row,
                    guint column,
                    guint datum,
                    double heat,
                    char *text)
{
  InkHeatCell cell = { row, column, datum, heat, text };

  g_array_append_val (grid->cells, cell);
}

/* ---- Colours ---- */

static InkColour
mix (InkColour a,
     InkColour b,
     double part)
{
  InkColour mixed = 0xff;

  for (guint shift = 8; shift < 32; shift += 8)
    {
      double one = (a >> shift) & 0xff, other = (b >> shift) & 0xff;

      mixed |= (InkColour) lround (one + (other - one) * part) << shift;
    }
  return mixed;
}

/* From the coldest to the hottest, nothing in the middle. */
static void
set_colours (InkPlot *plot,
             const InkTheme *theme)
{
  InkColour colours[2 * SHADES + 1];
  InkColour background = ink_theme_get_colour (theme, INK_COLOUR_BACKGROUND, 0);
  InkColour hot = ink_theme_get_colour (theme, INK_COLOUR_SERIES,
                                        ink_verdict_get_look (INK_VERDICT_LEADING)->series);
  InkColour cold = ink_theme_get_colour (theme, INK_COLOUR_SERIES,
                                         ink_verdict_get_look (INK_VERDICT_NEGATIVE)->series);

  for (int i = -SHADES; i <= SHADES; i++)
    colours[i + SHADES]
        = mix (background, i < 0 ? cold : hot, MOST_COLOUR * (i < 0 ? -i : i) / SHADES);
  ink_plot_set_series (plot, colours, G_N_ELEMENTS (colours));
}

static double
get_shade (double heat)
{
  return isnan (heat) ? SHADES : SHADES + round (CLAMP (heat, -1, 1) * SHADES);
}

/* ---- Places ---- */

static double
get_size (const InkChartOptions *options)
{
  return ink_theme_get_font (options->theme, INK_FONT_LABEL).size;
}

static double
get_width (const InkChartOptions *options)
{
  return MAX (options->width - 2 * options->theme->margin, 1);
}

static gboolean
is_narrow (const InkChartOptions *options)
{
  return get_width (options) < NARROW * get_size (options);
}

/* Bands of the frame: in narrow places a row has one for its name and one for its cells. */
static guint
count_bands (const InkChartOptions *options)
{
  return is_narrow (options) ? 2 : 1;
}

/* Columns get room for their words where that helps. */
static double
most_for_names (const InkHeatGrid *grid,
                const InkChartOptions *options)
{
  double all = get_width (options), n = grid->columns->len;
  double least = LEAST_NAME_PART * all, most = NAME_PART * all;
  double room = all - MARK_ROOM - GAP;

  if (room - least < n * LEAST_COLUMN * get_size (options))
    return most;

  return CLAMP (room - n * GOOD_COLUMN * get_size (options), least, most);
}

static double
find_name_width (const InkHeatGrid *grid,
                 const InkChartOptions *options)
{
  double width = 0;

  if (is_narrow (options))
    return get_width (options) - MARK_ROOM;

  for (guint i = 0; i < grid->rows->len; i++)
    {
      g_autofree char *name = ink_text_clean (g_ptr_array_index (grid->rows, i));

      width = MAX (width, ink_chart_words_width (options, INK_FONT_LABEL, name) + 2);
    }
  return MIN (width, most_for_names (grid, options));
}

static double
find_column_width (const InkHeatGrid *grid,
                   const InkChartOptions *options)
{
  double names = is_narrow (options) ? 0 : find_name_width (grid, options) + GAP;
  double marks = grid->marks != NULL && !is_narrow (options) ? MARK_ROOM : 0;
  double room = get_width (options) - names - marks;

  return MAX (room / MAX (grid->columns->len, 1), 1);
}

/* Numbers that do not find room side by side: every fifth or tenth of them. */
static guint
find_step (const InkHeatGrid *grid,
           const InkChartOptions *options)
{
  double room = find_column_width (grid, options) - 4, widest = 0;

  for (guint i = 0; i < grid->columns->len; i++)
    {
      const char *name = g_ptr_array_index (grid->columns, i);

      if (name[strspn (name, "0123456789")] != '\0')
        return 1;
      widest = MAX (widest, ink_chart_words_width (options, INK_FONT_SMALL, name));
    }
  return widest <= room ? 1 : widest <= 5 * room ? 5 : 10;
}

static double
find_top (const InkHeatGrid *grid,
          const InkChartOptions *options)
{
  InkFont font = ink_theme_get_font (options->theme, INK_FONT_SMALL);
  double width = find_column_width (grid, options) - 4;
  guint most = 1, n = find_step (grid, options) == 1 ? grid->columns->len : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = ink_text_clean (g_ptr_array_index (grid->columns, i));
      g_auto (GStrv) lines = ink_text_measure_wrap (ink_text_measure_get_default (), &font, name,
                                                    width, HEADING_LINES);

      most = MAX (most, g_strv_length (lines));
    }
  return most * ink_chart_words_line (options, INK_FONT_SMALL) + 8;
}

guint
ink_heat_grid_fitting (const InkHeatGrid *grid,
                       const InkChartOptions *options,
                       double room)
{
  double rows = (room - find_top (grid, options))
                / (LEAST_ROW * get_size (options) * count_bands (options));

  return rows < 1 ? 1 : (guint) MIN (rows, grid->rows->len);
}

double
ink_heat_grid_height (const InkHeatGrid *grid,
                      const InkChartOptions *options)
{
  double row = is_narrow (options) ? 2 * LEAST_ROW : COMMON_ROW;

  if (grid->lack != NULL)
    return MESSAGE_ROOM * get_size (options);
  return find_top (grid, options) + grid->rows->len * row * get_size (options);
}

gboolean
ink_heat_grid_say_lack (const InkHeatGrid *grid,
                        InkPlot *plot,
                        const InkChartOptions *options)
{
  if (grid->lack == NULL)
    return FALSE;
  ink_chart_words_set (plot, options, NULL, NAN, NULL);
  ink_plot_set_message (plot, grid->lack);
  return TRUE;
}

/* ---- Layers ---- */

static InkTable *
make_cells (const InkHeatGrid *grid,
            guint n_rows,
            guint n_bands)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "fx", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "shade", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "datum", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "text", NULL);
  for (guint i = 0; i < grid->cells->len; i++)
    {
      const InkHeatCell *cell = &g_array_index (grid->cells, InkHeatCell, i);

      if (cell->row >= n_rows)
        continue;
      ink_table_builder_number (builder, cell->column);
      ink_table_builder_number (builder, cell->row * n_bands + n_bands - 1);
      ink_table_builder_number (builder, get_shade (cell->heat));
      ink_table_builder_number (builder, cell->datum);
      ink_table_builder_text (builder, cell->text);
    }
  return ink_table_builder_end (builder);
}

static InkTable *
make_names (const InkHeatGrid *grid,
            guint n_rows,
            guint n_bands)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_number (builder, "fy", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (builder, "datum", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "name", NULL);
  ink_table_builder_add_text (builder, "mark", NULL);
  for (guint i = 0; i < n_rows; i++)
    {
      ink_table_builder_number (builder, i * n_bands);
      ink_table_builder_number (builder, g_array_index (grid->row_data, guint, i));
      ink_table_builder_text (builder, g_ptr_array_index (grid->rows, i));
      ink_table_builder_text (builder, grid->marks != NULL
                                           ? g_ptr_array_index (grid->marks, i)
                                           : NULL);
    }
  return ink_table_builder_end (builder);
}

static InkTable *
make_headings (const InkHeatGrid *grid,
               const InkChartOptions *options)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  guint step = find_step (grid, options);

  ink_table_builder_add_number (builder, "fx", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (builder, "name", NULL);
  for (guint i = 0; i < grid->columns->len; i++)
    {
      gboolean said = step == 1 || i == 0 || (i + 1) % step == 0;

      ink_table_builder_number (builder, i);
      ink_table_builder_text (builder, said ? g_ptr_array_index (grid->columns, i) : NULL);
    }
  return ink_table_builder_end (builder);
}

static InkMark *
add_mark (InkPlot *plot,
          const InkMarkKind *kind,
          InkTable *table)
{
  InkMark *mark = ink_plot_add (plot, kind, table);

  ink_mark_bind (mark, INK_CHANNEL_FY, "fy");
  ink_mark_bind (mark, INK_CHANNEL_DATUM, "datum");
  mark->part_y = 0.5;
  mark->align_y = 0.5;
  return mark;
}

static void
add_cells (InkPlot *plot,
           InkTable *cells,
           double width,
           const InkChartOptions *options)
{
  InkMark *mark = add_mark (plot, &ink_mark_bar, cells);

  ink_mark_bind (mark, INK_CHANNEL_FX, "fx");
  ink_mark_bind (mark, INK_CHANNEL_SERIES, "shade");
  mark->fill = INK_COLOUR_SERIES;
  mark->radius = MIN (options->theme->radius, 4);
  mark = add_mark (plot, &ink_mark_text, cells);
  ink_mark_bind (mark, INK_CHANNEL_FX, "fx");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "text");
  mark->font = width < SMALL_COLUMN ? INK_FONT_SMALL : INK_FONT_BODY;
  mark->fill = INK_COLOUR_TEXT;
  mark->part_x = 0.5;
  mark->align_x = 0.5;
  mark->max_width = MAX (width - 4, 1);
  mark->must_fit = TRUE;
}

static void
add_names (InkPlot *plot,
           const InkHeatGrid *grid,
           InkTable *names,
           const InkChartOptions *options)
{
  InkMark *mark = add_mark (plot, &ink_mark_text, names);
  double width = find_name_width (grid, options);

  ink_mark_bind (mark, INK_CHANNEL_TEXT, "name");
  mark->font = INK_FONT_LABEL;
  mark->fill = INK_COLOUR_TEXT;
  mark->dx = is_narrow (options) ? 0 : -width - GAP;
  mark->max_width = width;
}

static void
add_headings (InkPlot *plot,
              const InkHeatGrid *grid,
              InkTable *headings,
              const InkChartOptions *options)
{
  InkMark *mark = ink_plot_add (plot, &ink_mark_text, headings);

  ink_mark_bind (mark, INK_CHANNEL_FX, "fx");
  ink_mark_bind (mark, INK_CHANNEL_TEXT, "name");
  mark->font = INK_FONT_SMALL;
  mark->fill = INK_COLOUR_DIM;
  mark->part_x = 0.5;
  mark->align_x = 0.5;
  mark->align_y = 1;
  mark->dy = -4;
  mark->max_width = find_column_width (grid, options) * find_step (grid, options) - 4;
  mark->max_lines = HEADING_LINES;
  mark->no_datum = TRUE;
}

/* At the rows' ends. */
static void
add_marks (InkPlot *plot,
           InkTable *names,
           const InkChartOptions *options)
{
  InkMark *mark = add_mark (plot, &ink_mark_text, names);

  ink_mark_bind (mark, INK_CHANNEL_TEXT, "mark");
  mark->font = INK_FONT_LABEL;
  mark->fill = INK_COLOUR_TEXT;
  mark->part_x = 1;
  mark->align_x = 1;
  mark->dx = is_narrow (options) ? 0 : MARK_ROOM;
}

static void
use_scales (InkPlot *plot)
{
  InkScale *fx = ink_plot_use_scale (plot, INK_SCALE_FX, &ink_scale_band);
  InkScale *fy = ink_plot_use_scale (plot, INK_SCALE_FY, &ink_scale_band);

  fx->padding = 0.03;
  fy->padding = 0.06;
}

void
ink_heat_grid_draw (const InkHeatGrid *grid,
                    InkPlot *plot,
                    const InkChartOptions *options)
{
  double room = ink_chart_words_room (plot, options);
  double top = find_top (grid, options);
  guint n_rows = ink_heat_grid_fitting (grid, options, room);
  double most = MOST_ROW * get_size (options);
  double pitch = MAX (MIN ((room - top) / n_rows, most), 1);
  guint n_bands = count_bands (options);
  g_autoptr (InkTable) cells = make_cells (grid, n_rows, n_bands);
  g_autoptr (InkTable) names = make_names (grid, n_rows, n_bands);
  g_autoptr (InkTable) headings = make_headings (grid, options);

  set_colours (plot, options->theme);
  use_scales (plot);
  ink_plot_set_insets (plot, (InkSides){ .left = is_narrow (options)
                                                    ? 0
                                                    : find_name_width (grid, options) + GAP,
                                         .right = grid->marks != NULL && !is_narrow (options)
                                                      ? MARK_ROOM
                                                      : 0,
                                         .top = top,
                                         .bottom = MAX (room - top - pitch * n_rows, 0) });
  add_cells (plot, cells, find_column_width (grid, options), options);
  add_headings (plot, grid, headings, options);
  add_names (plot, grid, names, options);
  if (grid->marks != NULL)
    add_marks (plot, names, options);
}
