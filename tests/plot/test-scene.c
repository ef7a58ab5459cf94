/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The scene and what fills it: picking, mirroring, texts that fit and keep apart, themes. */

#include "plot/ink-placer.h"
#include "plot/ink-scene-builder.h"

#include <string.h>

static const InkPaint paint = { .fill = 0x112233ff };

static void
test_pick (void)
{
  g_autoptr (InkScene) scene = ink_scene_new (100, 50, FALSE);
  InkRect box;

  ink_scene_add_rect (scene, (InkRect){ 0, 0, 100, 50 }, &paint, INK_NO_DATUM);
  ink_scene_add_rect (scene, (InkRect){ 10, 10, 20, 30 }, &paint, 0);
  ink_scene_add_rect (scene, (InkRect){ 25, 10, 20, 30 }, &paint, 1);
  ink_scene_add_rect (scene, (InkRect){ 60, 39, 20, 1 }, &paint, 2);

  g_assert_cmpuint (ink_scene_pick (scene, 15, 20), ==, 0);
  g_assert_cmpuint (ink_scene_pick (scene, 27, 20), ==, 1);
  g_assert_cmpuint (ink_scene_pick (scene, 70, 37), ==, 2);
  g_assert_cmpuint (ink_scene_pick (scene, 70, 20), ==, INK_NO_DATUM);
  g_assert_cmpuint (ink_scene_pick (scene, -50, 1000), ==, INK_NO_DATUM);
  /* What is hit is preferred to what is near. */
  g_assert_cmpuint (ink_scene_pick (scene, 24, 20), ==, 0);
  g_assert_true (ink_scene_get_datum_box (scene, 2, &box));
  g_assert_cmpfloat (box.x, ==, 60);
  g_assert_false (ink_scene_get_datum_box (scene, 9, &box));
  g_assert_false (ink_scene_get_datum_box (scene, INK_NO_DATUM, &box));
}

static void
test_mirror (void)
{
  g_autoptr (InkScene) scene = ink_scene_new (100, 50, TRUE);
  InkPoint points[2] = { { 0, 0, TRUE }, { 30, 10, FALSE } };

  ink_scene_add_rect (scene, (InkRect){ 10, 10, 20, 30 }, &paint, 0);
  ink_scene_add_path (scene, points, 2, FALSE, &paint, 1);
  g_assert_cmpfloat (ink_scene_get_primitive (scene, 0)->box.x, ==, 70);
  g_assert_cmpfloat (ink_scene_get_primitive (scene, 1)->points[1].x, ==, 70);
  g_assert_cmpuint (ink_scene_pick (scene, 85, 20), ==, 0);
}

static void
test_to_text (void)
{
  g_autoptr (InkScene) scene = ink_scene_new (100, 50, FALSE);
  InkFont font = { "sans", 10, TRUE };
  g_autofree char *text = NULL;

  ink_scene_set_description (scene, "A chart.");
  ink_scene_begin_group (scene, "bars");
  ink_scene_add_rect (scene, (InkRect){ 1, 2, 3.00004, 4 }, &paint, 5);
  ink_scene_end_group (scene);
  ink_scene_add_text (scene, (InkRect){ 1, 2, 3, 4 }, 5, "hi", &font, 0xff, INK_NO_DATUM);
  ink_scene_set_datum_label (scene, 1, "one");
  text = ink_scene_to_text (scene);
  g_assert_cmpstr (text, ==,
                   "scene 100.000 50.000\ndescription \"A chart.\"\ngroup \"bars\"\n"
                   "rect 1.000 2.000 3.000 4.000 fill #112233ff datum 5\nend group\n"
                   "text 1.000 2.000 3.000 4.000 5.000 \"hi\" bold 10.000 fill #000000ff\n"
                   "datum 1 \"one\"\n");
  g_assert_cmpuint (ink_scene_get_n_data (scene), ==, 2);
  g_assert_null (ink_scene_get_datum_label (scene, 0));
  g_assert_null (ink_scene_get_datum_label (scene, 100));
}

static void
test_placer (void)
{
  g_autoptr (InkPlacer) placer = ink_placer_new ((InkRect){ 0, 0, 100, 100 });
  InkRect first = { 90, 40, 20, 10 }, second = { 80, 45, 20, 10 }, third = { 85, 44, 10, 10 };
  InkRect wide = { 0, 0, 120, 10 }, high = { 0, -20, 10, 10 };

  g_assert_true (ink_placer_place (placer, &first, 0));
  g_assert_cmpfloat (first.x, ==, 80);
  g_assert_false (ink_placer_place (placer, &second, 5));
  g_assert_true (ink_placer_place (placer, &second, 15));
  g_assert_cmpfloat (second.y, ==, 30);
  g_assert_false (ink_placer_place (placer, &third, 15));
  g_assert_false (ink_placer_place (placer, &wide, 0));
  g_assert_false (ink_placer_place (placer, &high, 0));
}

static void
test_measure (void)
{
  InkTextMeasure *measure = ink_text_measure_get_default ();
  InkFont font = { "sans-serif", 12, FALSE };
  static const char *const texts[] = {
    "Saved to the reading list",
    "internationalisierungsgeschwindigkeit",
    "e\314\201e\314\201e\314\201e\314\201",
    ("\331\205\330\261\330\255\330\250\330\247 "
     "\330\250\330\247\331\204\330\271\330\247\331\204\331\205"),
    "x",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 0; width < 150; width += 7)
      {
        g_autofree char *cut = ink_text_measure_ellipsise (measure, &font, texts[i], width);
        g_auto (GStrv) lines = ink_text_measure_wrap (measure, &font, texts[i], width, 2);

        g_assert_true (g_utf8_validate (cut, -1, NULL));
        if (*cut != '\0')
          g_assert_cmpfloat (ink_text_measure_width (measure, &font, cut), <=, width);
        g_assert_cmpuint (g_strv_length (lines), <=, 2);
        for (guint line = 0; lines[line] != NULL; line++)
          g_assert_true (*lines[line] == '\0' ||
                         ink_text_measure_width (measure, &font, lines[line]) <= MAX (width, 8));
      }
}

/* A name that is longer than its place ends a line after a mark that joins its words. */
static void
test_break (void)
{
  static const struct
  {
    const char *text;
    const char *first;
  } cases[] = {
    { "product_detail_view", "product_detail_" },
    { "product/detail/view", "product/detail/" },
    { "product-detail-view", "product-detail-" },
    { "product.detail.view", "product.detail." },
    { "product detail_view", "product detail_" },
    { "productdetail 1.2345", "productdetail" },
  };
  InkTextMeasure *measure = ink_text_measure_get_default ();
  InkFont font = { "sans-serif", 12, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double width = ink_text_measure_width (measure, &font, cases[i].first) + 8;
      g_auto (GStrv) lines = ink_text_measure_wrap (measure, &font, cases[i].text, width, 3);

      g_assert_cmpuint (g_strv_length (lines), ==, 2);
      g_assert_cmpstr (lines[0], ==, cases[i].first);
      g_assert_true (g_str_has_suffix (cases[i].text, lines[1]));
    }
}

static void
test_clean (void)
{
  g_autofree char *lines = ink_text_clean (" a\nb\tc \xff");
  g_autofree char *turned = ink_text_clean ("a\342\200\256b");
  g_autofree char *nothing = ink_text_clean (NULL);
  g_autofree char *many = g_strnfill (100000, 'w');
  g_autofree char *cut = ink_text_clean (many);

  g_assert_cmpstr (lines, ==, "a b c \357\277\275");
  g_assert_cmpstr (turned, ==, "ab");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (strlen (cut), <, 400);
}

/* Text 4.5:1, marks 3:1, high contrast 7:1. */
static void
test_themes (void)
{
  for (guint i = 0; ink_themes ()[i] != NULL; i++)
    {
      const InkTheme *theme = ink_themes ()[i];
      const InkColour *colours = theme->colours;
      InkColour back = colours[INK_COLOUR_BACKGROUND];
      double text = g_str_has_prefix (theme->id, "high-contrast") ? 7 : 4.5;

      g_assert_true (ink_theme_find (theme->id) == theme);
      g_assert_true (ink_theme_find (theme->short_id) == theme);
      g_assert_cmpfloat (ink_colour_contrast (colours[INK_COLOUR_TEXT], back), >=, 7);
      g_assert_cmpfloat (ink_colour_contrast (colours[INK_COLOUR_DIM], back), >=, text);
      g_assert_cmpfloat (ink_colour_contrast (colours[INK_COLOUR_LOSS], back), >=, text);
      g_assert_cmpfloat (ink_colour_contrast (colours[INK_COLOUR_ACCENT], back), >=, text);
      for (guint s = 0; s < INK_N_SERIES; s++)
        g_assert_cmpfloat (ink_colour_contrast (theme->series[s], back), >=, 3);
    }
  g_assert_null (ink_theme_find ("no such"));
}

static void
test_parse (void)
{
  static const char *const refused[] = { "", "red", "#12345", "#1234567", "#12345g", "3d3a9b" };
  InkColour colour = 0;

  g_assert_true (ink_colour_parse ("#3d3A9b", &colour));
  g_assert_cmphex (colour, ==, 0x3d3a9bff);
  g_assert_false (ink_colour_parse (NULL, &colour));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (ink_colour_parse (refused[i], &colour));
}

/* Whatever colour people choose, it is seen in every theme, and left alone where it is anyway. */
static void
test_fit (void)
{
  for (guint i = 0; ink_themes ()[i] != NULL; i++)
    for (guint c = 0; c < 512; c++)
      {
        const InkTheme *theme = ink_themes ()[i];
        InkColour back = theme->colours[INK_COLOUR_BACKGROUND];
        InkColour chosen = (c >> 6) * 36 << 24 | (c >> 3 & 7) * 36 << 16 | (c & 7) * 36 << 8 | 0xff;
        InkColour fitted = ink_theme_fit_colour (theme, chosen);

        g_assert_cmpfloat (ink_colour_contrast (fitted, back), >=, 3);
        if (ink_colour_contrast (chosen, back) >= 3)
          g_assert_cmphex (fitted, ==, chosen);
      }
}

static void
test_adapt (void)
{
  InkTheme theme;

  ink_theme_adapt (&ink_theme_screen_dark, "Some Font", 2, 0xff0000ff, &theme);
  g_assert_cmpstr (theme.fonts[INK_FONT_BODY].family, ==, "Some Font");
  g_assert_cmpfloat (theme.fonts[INK_FONT_BODY].size, ==,
                     2 * ink_theme_screen_dark.fonts[INK_FONT_BODY].size);
  g_assert_cmphex (ink_theme_get_colour (&theme, INK_COLOUR_ACCENT, 0), ==, 0xff0000ff);
  g_assert_cmphex (ink_theme_get_colour (&theme, INK_COLOUR_SERIES, 8), ==, 0xff0000ff);
  ink_theme_adapt (&ink_theme_screen_dark, NULL, 0, 0, &theme);
  g_assert_cmpmem (&theme, sizeof theme, &ink_theme_screen_dark, sizeof theme);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/pick", test_pick);
  g_test_add_func ("/scene/mirror", test_mirror);
  g_test_add_func ("/scene/to-text", test_to_text);
  g_test_add_func ("/placer", test_placer);
  g_test_add_func ("/text/measure", test_measure);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/themes", test_themes);
  g_test_add_func ("/themes/adapt", test_adapt);
  g_test_add_func ("/themes/parse", test_parse);
  g_test_add_func ("/themes/fit", test_fit);
  g_test_add_func ("/scene/break", test_break);
  return g_test_run ();
}
