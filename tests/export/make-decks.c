/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Presentations for tests/export/check-package.py: every table of tests/data/charts, a slide of each
 * kind, charts of 0, 1, 2 and 40 categories, hostile names. Usage: make-decks FOLDER */
#include "export/ink-deck.h"
#include "support/ink-test-charts.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>

static void
write_file (const char *folder,
            const char *name,
            GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                       &error);
  g_assert_no_error (error);
}

static InkDeck *
new_deck (InkDeckShape shape)
{
  InkDeckOptions options = { .shape = shape, .title = "Tests & <checks>" };

  return ink_deck_new (&options);
}

static void
finish (InkDeck *deck,
        const char *folder,
        const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ink_deck_write (deck, &error);

  g_assert_no_error (error);
  write_file (folder, name, bytes);
}

static InkScene *
draw (const InkTestChart *of)
{
  InkChartOptions options = of->options;

  options.theme = &ink_theme_slide;
  ink_deck_get_body_size (INK_DECK_WIDE, &options.width, &options.height);
  return ink_chart_render (of->kind, of->table, &options);
}

static InkDeckGrid *
make_heat (const InkTestChart *of)
{
  g_auto (InkHeatGrid) heat = { 0 };

  return ink_chart_make_grid (of->kind, of->table, &of->options, &heat)
             ? ink_deck_grid_new_for_heat (&heat, 18)
             : NULL;
}

static void
add_case (InkDeck *deck,
          const InkTestChart *of)
{
  g_autoptr (InkNativeChart) chart = ink_chart_make_native (of->kind, of->table, &of->options);
  g_autoptr (InkDeckGrid) grid = chart == NULL ? make_heat (of) : NULL;
  g_autoptr (InkScene) scene = chart == NULL && grid == NULL ? draw (of) : NULL;
  g_autofree char *words = ink_chart_describe (of->kind, of->table, &of->options);
  g_autofree char *name = g_path_get_basename (of->path);
  g_autofree char *title = g_strdup_printf ("%s: %s", of->kind->id, name);
  g_autoptr (GError) error = NULL;
  InkDeckSlide slide = { .title = title, .source = "Source: a test", .notes = words,
                         .description = words, .chart = chart, .numbers = of->table,
                         .picture = scene, .grid = grid };

  ink_deck_add (deck, &slide, &error);
  g_assert_no_error (error);
}

static void
make_cases (const char *folder)
{
  g_autoptr (GPtrArray) cases = ink_test_charts_read ();
  g_autoptr (InkDeck) deck = new_deck (INK_DECK_WIDE);

  for (guint i = 0; i < cases->len; i++)
    add_case (deck, g_ptr_array_index (cases, i));
  finish (deck, folder, "cases.pptx");
}

/* --- Sizes and names --- */

static const char *const names[] = {
  "Viewed & <liked> \"it\"", "שם ארוך בעברית", "a\001b\013c", "", "=1+1", "Füße 'quer'", "日本語",
  "A very long name of a step that somebody wrote down in full, with every word that came to mind",
};

static InkNativeChart *
make_chart (InkNativeForm form,
            guint n)
{
  static const double values[] = { 1e12, 0, 0.25, 17, NAN, 3e-9 };
  InkNativeChart *chart = ink_native_chart_new (form);

  for (guint series = 0; series < 2; series++)
    {
      InkNativeSeries *one = ink_native_chart_add_series (chart, names[series], series);

      one->labels = form == INK_NATIVE_BARS || form == INK_NATIVE_COLUMNS ? INK_NATIVE_LABELS_END
                                                                          : INK_NATIVE_LABELS_LEFT;
      one->symbol = INK_NATIVE_CIRCLE;
      one->has_ranges = form == INK_NATIVE_POINTS;
      for (guint i = 0; i < n; i++)
        {
          double y = values[(i + series) % G_N_ELEMENTS (values)];

          if (series == 0 && form != INK_NATIVE_POINTS)
            ink_native_chart_add_category (chart, names[i % G_N_ELEMENTS (names)]);
          ink_native_series_add_range (one, i, y, y / 2, y * 2, names[i % G_N_ELEMENTS (names)]);
        }
    }
  chart->has_legend = TRUE;

  return chart;
}

static void
make_sizes (const char *folder)
{
  static const guint sizes[] = { 0, 1, 2, 40 };
  g_autoptr (InkDeck) deck = new_deck (INK_DECK_STANDARD);

  for (guint form = INK_NATIVE_BARS; form <= INK_NATIVE_POINTS; form++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      {
        g_autoptr (InkNativeChart) chart = make_chart (form, sizes[i]);
        g_autoptr (GError) error = NULL;
        InkDeckSlide slide = { .title = names[i], .notes = names[2], .description = names[0],
                               .chart = chart };

        ink_deck_add (deck, &slide, &error);
        g_assert_no_error (error);
      }
  finish (deck, folder, "sizes.pptx");
}

static InkDeckGrid *
make_grid (guint rows)
{
  static const char *const headings[] = { "Goal", "A & B", "C", NULL };
  InkDeckGrid *grid = ink_deck_grid_new (headings);

  for (guint row = 0; row < rows; row++)
    for (guint column = 0; column < 3; column++)
      ink_deck_grid_add (grid, names[(row + column) % G_N_ELEMENTS (names)],
                         column == 0 ? NAN : (double) row / rows - 0.5);

  return grid;
}

static void
make_kinds (const char *folder)
{
  static const char *const opening[] = { "What leads to demos & what does not", NULL };
  static const char *const sentences[] = { "First.", "Second, with <marks> & more.", NULL };
  g_autoptr (InkDeck) deck = new_deck (INK_DECK_WIDE);
  g_autoptr (InkDeckGrid) few = make_grid (5), many = make_grid (40);
  InkDeckSlide slides[] = {
    { .title = "Quarterly review", .is_opening = TRUE, .sentences = opening },
    { .title = "What changed", .sentences = sentences, .notes = "One.\n\nTwo." },
    { .title = "A table", .grid = few, .description = "A table of five rows" },
    { .title = "A long table", .grid = many, .source = "Source: nobody" },
    { .title = "Nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    {
      g_autoptr (GError) error = NULL;

      ink_deck_add (deck, &slides[i], &error);
      g_assert_no_error (error);
    }
  finish (deck, folder, "kinds.pptx");
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  if (argc != 2)
    return 2;

  make_cases (argv[1]);
  make_sizes (argv[1]);
  make_kinds (argv[1]);

  return 0;
}
