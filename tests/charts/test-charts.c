/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every table of tests/data/charts as a scene against its golden text, and rules that hold for all
 * charts in all themes and sizes. INK_UPDATE_GOLDENS=1 writes the goldens anew. */

#include "charts/ink-chart.h"
#include "charts/ink-funnel-rows.h"
#include "charts/ink-chart-numbers.h"
#include "charts/ink-indicator-rows.h"
#include "support/ink-test-charts.h"
#include "support/ink-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define NARROW_SPACE "\342\200\257"

static char *
replace_ending (const char *path,
                const char *ending)
{
  g_autofree char *base = g_strndup (path, strlen (path) - strlen (".table"));

  return g_strconcat (base, ending, NULL);
}

static void
check_golden (const InkTestChart *of)
{
  g_autoptr (InkScene) scene = ink_chart_render (of->kind, of->table, &of->options);
  g_autofree char *text = ink_scene_to_text (scene);
  g_autofree char *golden = replace_ending (of->path, ".scene");
  g_autofree char *changed = replace_ending (of->path, "-changed.scene");
  g_autofree char *expected = NULL;

  if (g_getenv ("INK_UPDATE_GOLDENS") != NULL)
    g_file_set_contents (golden, text, -1, NULL);
  g_file_get_contents (golden, &expected, NULL, NULL);
  if (g_strcmp0 (text, expected) == 0)
    {
      g_unlink (changed);
      return;
    }
  g_file_set_contents (changed, text, -1, NULL);
  g_test_message ("%s differs from its golden: see %s", of->path, changed);
  g_test_fail ();
}

static void
test_goldens (void)
{
  g_autoptr (GPtrArray) cases = ink_test_charts_read ();

  for (guint i = 0; i < cases->len; i++)
    check_golden (g_ptr_array_index (cases, i));
}

static gboolean
overlap (const InkRect *a,
         const InkRect *b)
{
  return a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 &&
         a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

static void
check_texts (const InkScene *scene,
             const char *path)
{
  guint n = ink_scene_get_n_primitives (scene);

  for (guint i = 0; i < n; i++)
    {
      const InkPrimitive *one = ink_scene_get_primitive (scene, i);

      if (one->kind == INK_PRIMITIVE_RECT || one->kind == INK_PRIMITIVE_PATH)
        g_assert_true (isfinite (one->box.x + one->box.y + one->box.width + one->box.height));
      if (one->kind != INK_PRIMITIVE_TEXT)
        continue;
      if (one->box.x < 0 || one->box.y < 0 ||
          one->box.x + one->box.width > ink_scene_get_width (scene) ||
          one->box.y + one->box.height > ink_scene_get_height (scene))
        g_error ("%s: \"%s\" leaves the picture", path, one->text);
      for (guint j = i + 1; j < n; j++)
        {
          const InkPrimitive *other = ink_scene_get_primitive (scene, j);

          if (other->kind == INK_PRIMITIVE_TEXT && overlap (&one->box, &other->box))
            g_error ("%s: \"%s\" overlaps \"%s\"", path, one->text, other->text);
        }
    }
}

/* In all sizes, themes and directions no text is cut or covered by another. */
static void
test_texts (void)
{
  static const double sizes[][2] = { { 16, 16 },   { 120, 90 },  { 340, 200 }, { 360, 640 },
                                     { 560, 120 }, { 700, 420 }, { 1280, 800 } };
  g_autoptr (GPtrArray) cases = ink_test_charts_read ();

  for (guint i = 0; i < cases->len; i++)
    for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
      {
        InkTestChart *of = g_ptr_array_index (cases, i);
        InkChartOptions options = of->options;
        g_autoptr (InkScene) scene = NULL;

        options.width = sizes[size][0];
        options.height = sizes[size][1];
        options.theme = ink_themes ()[(i + size) % 6];
        options.right_to_left = (i + size) % 3 == 0;
        scene = ink_chart_render (of->kind, of->table, &options);
        check_texts (scene, of->path);
        g_assert_nonnull (ink_scene_get_description (scene));
        g_assert_true (*ink_scene_get_description (scene) != '\0');
      }
}

/* At its natural height a chart shows every name and figure. */
static void
test_natural_height (void)
{
  g_autoptr (GPtrArray) cases = ink_test_charts_read ();

  for (guint i = 0; i < cases->len; i++)
    {
      InkTestChart *of = g_ptr_array_index (cases, i);
      InkChartOptions options = of->options;
      guint n_rows = ink_table_get_n_rows (of->table), n_names = 0;
      g_autoptr (InkScene) scene = NULL;

      options.height = ink_chart_get_natural_height (of->kind, of->table, &options);
      g_assert_cmpfloat (options.height, >, 40);
      g_assert_cmpfloat (options.height, <, 20000);
      scene = ink_chart_render (of->kind, of->table, &options);
      if (of->kind != &ink_chart_funnel || ink_scene_get_n_data (scene) == 0)
        continue;
      for (guint p = 0; p < ink_scene_get_n_primitives (scene); p++)
        {
          const InkPrimitive *primitive = ink_scene_get_primitive (scene, p);

          n_names += primitive->kind == INK_PRIMITIVE_TEXT && primitive->datum != INK_NO_DATUM;
        }
      g_assert_cmpuint (n_names, >=, 2 * n_rows - 1);
    }
}

/* Every datum is found where it is drawn, and has a line for its tooltip. */
static void
test_pick (void)
{
  g_autoptr (GPtrArray) cases = ink_test_charts_read ();
  guint n_found = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      InkTestChart *of = g_ptr_array_index (cases, i);
      g_autoptr (InkScene) scene = ink_chart_render (of->kind, of->table, &of->options);

      for (guint p = 0; p < ink_scene_get_n_primitives (scene); p++)
        {
          const InkPrimitive *primitive = ink_scene_get_primitive (scene, p);
          guint found;

          if (primitive->kind != INK_PRIMITIVE_RECT || primitive->datum == INK_NO_DATUM ||
              (primitive->fill & 0xff) != 0 || of->kind == &ink_chart_groups ||
              of->kind == &ink_chart_map)
            continue;
          found = ink_scene_pick (scene, primitive->box.x + primitive->box.width / 2,
                                  primitive->box.y + primitive->box.height / 2);
          g_assert_cmpuint (found, ==, primitive->datum);
          g_assert_nonnull (ink_scene_get_datum_label (scene, found));
          g_assert_cmpuint (found, <, ink_table_get_n_rows (of->table));
          n_found++;
        }
    }
  g_assert_cmpuint (n_found, >, 100);
}

static gboolean
lies_across (const InkPrimitive *text,
             const InkPrimitive *line)
{
  const InkRect *a = &text->box, *b = &line->box;

  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/* On the map no name lies across a range, a dot or another name; and most have a place. */
static void
test_map_names (void)
{
  g_autoptr (GPtrArray) cases = ink_test_charts_read ();
  guint n_names = 0, n_dots = 0;

  for (guint i = 0; i < cases->len; i++)
    {
      InkTestChart *of = g_ptr_array_index (cases, i);
      g_autoptr (InkScene) scene = ink_chart_render (of->kind, of->table, &of->options);

      for (guint p = 0; of->kind == &ink_chart_map && p < ink_scene_get_n_primitives (scene); p++)
        {
          const InkPrimitive *text = ink_scene_get_primitive (scene, p);

          if (text->kind != INK_PRIMITIVE_TEXT || text->datum == INK_NO_DATUM)
            continue;
          n_names++;
          for (guint q = 0; q < ink_scene_get_n_primitives (scene); q++)
            {
              const InkPrimitive *other = ink_scene_get_primitive (scene, q);

              if (q != p && other->datum != INK_NO_DATUM && lies_across (text, other))
                g_error ("%s: “%s” lies across the mark of row %u", of->path, text->text,
                         other->datum);
            }
        }
      if (of->kind == &ink_chart_map)
        n_dots += ink_scene_get_n_data (scene);
    }
  g_test_message ("%u of %u goals have their names on maps", n_names, n_dots);
  g_assert_cmpuint (n_names, >=, 3 * n_dots / 5);
}

static gboolean
has_name (const InkScene *scene,
          guint datum)
{
  for (guint i = 0; i < ink_scene_get_n_primitives (scene); i++)
    {
      const InkPrimitive *primitive = ink_scene_get_primitive (scene, i);

      if (primitive->kind == INK_PRIMITIVE_TEXT && primitive->datum == datum)
        return TRUE;
    }
  return FALSE;
}

/* Where a dozen goals are on a map, each has its name, if need be away from its dot. However crowded
 * it is, the readout of each dot names its goal, and the table of numbers has all of them. */
static void
test_map_complete (void)
{
  static const struct
  {
    const char *file;
    gboolean named;
  } maps[] = { { "screen", TRUE }, { "dark", TRUE },    { "slide", TRUE }, { "narrow", TRUE },
               { "two-rtl", TRUE }, { "limits", FALSE }, { "many", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autofree char *file = g_strconcat (maps[i].file, ".table", NULL);
      g_autofree char *path = ink_test_data ("charts", "map", file, NULL);
      InkTestChart *of = ink_test_chart_read (&ink_chart_map, path);
      g_autoptr (InkScene) scene = ink_chart_render (of->kind, of->table, &of->options);
      g_autoptr (InkTable) numbers = ink_chart_to_numbers (of->kind, of->table);

      g_assert_cmpuint (ink_table_get_n_rows (numbers), ==, ink_table_get_n_rows (of->table));
      for (guint row = 0; row < ink_table_get_n_rows (of->table); row++)
        {
          const char *label = ink_scene_get_datum_label (scene, row);

          if (label == NULL)
            continue;
          g_assert_nonnull (strstr (label, ink_table_get_text (of->table, 0, row)));
          if (maps[i].named && !has_name (scene, row))
            g_error ("%s: “%s” has no name", path, ink_table_get_text (of->table, 0, row));
        }
      ink_test_chart_free (of);
    }
}

/* What is selected is marked, and nothing else moves for it. */
static void
test_selected (void)
{
  static const InkChartKind *const kinds[] = { &ink_chart_indicators, &ink_chart_map };
  static const InkTheme *const themes[] = { &ink_theme_screen_light, &ink_theme_screen_dark,
                                            &ink_theme_high_contrast };

  for (guint i = 0; i < G_N_ELEMENTS (kinds) * G_N_ELEMENTS (themes); i++)
    {
      const InkChartKind *kind = kinds[i % G_N_ELEMENTS (kinds)];
      g_autofree char *path = ink_test_data ("charts", kind->id, "screen.table", NULL);
      InkTestChart *of = ink_test_chart_read (kind, path);
      char *texts[4] = { NULL };

      of->options.theme = themes[i / G_N_ELEMENTS (kinds)];
      for (guint selected = 0; selected < G_N_ELEMENTS (texts); selected++)
        {
          g_autoptr (InkScene) scene = NULL;

          of->options.selected = selected;
          scene = ink_chart_render (of->kind, of->table, &of->options);
          texts[selected] = ink_scene_to_text (scene);
          for (guint j = 0; j < selected; j++)
            g_assert_cmpstr (texts[selected], !=, texts[j]);
        }
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_free (texts[j]);
      ink_test_chart_free (of);
    }
}

/* What a table is about that is not in every number of it. */
static void
test_describe (void)
{
  static const struct { const InkChartKind *kind; const char *table; const char *words; } cases[] = {
    { &ink_chart_trend, "open.table", "Last, 31 Aug 2026" },
    { &ink_chart_trend, "open.table", " 2 later periods are still under way." },
    { &ink_chart_trend, "all-open.table", "finished so far" },
    { &ink_chart_histogram, "same-day.table", "from the same day to 4\302\240days" },
    { &ink_chart_histogram, "same-day.table", "Half of them within the same day." },
    { &ink_chart_funnel, "days.table", "half of them within the same day" },
    { &ink_chart_funnel, "days.table", "half of them within 3\302\240days" },
    { &ink_chart_indicators, "screen.table",
      "9 micro goals. Strongest sign: “Template download”, 3.1× (2.6–3.7) as often" },
    { &ink_chart_indicators, "screen.table", "Associated with, not proof of cause." },
    { &ink_chart_indicators, "limits.table", "No micro goal is a leading indicator so far." },
    { &ink_chart_indicators, "limits.table", "4.0× (0.7 or more) among comparable people" },
    { &ink_chart_indicators, "many.table", "28 more micro goals are in the table." },
    { &ink_chart_map, "screen.table", "9 micro goals. Strongest sign: “Template download”" },
    { &ink_chart_personas_grid, "screen.table",
      "1 micro goal works in opposite ways for different personas." },
    { &ink_chart_personas_grid, "screen.table",
      "Watch video 50 %+, Buyer: Leading indicator, 3.0× (2.2×\302\240–\342\201\240\302\2404.1×)." },
    { &ink_chart_personas_grid, "alone.table", "make personas of the groups that you know" },
    { &ink_chart_overlap, "screen.table", "are nearly the same people (0.90): one is enough." },
    { &ink_chart_overlap, "few.table", "fewer than two micro goals" },
    { &ink_chart_payoff, "slide.table", "When “Template download” pays off. Within 7\302\240days: " },
    { &ink_chart_payoff, "slide.table", "Associated with, not proof of cause." },
    { &ink_chart_payoff, "none.table", "No micro goal can be compared" },
    { &ink_chart_events, "slide.table", "Remark of 14 Jul 2026: New pricing page." },
    { &ink_chart_events, "slide.table", "Over time: 320 completions. First, 29 Jun 2026" },
    { &ink_chart_events, "short-first.table", "First, 29 Jun 2026" },
    { &ink_chart_events, "nobody.table", "Nobody completed this goal" },
    { &ink_chart_indicators, "none.table", "There are no micro goals yet." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = ink_test_data ("charts", cases[i].kind->id, cases[i].table, NULL);
      InkTestChart *of = ink_test_chart_read (cases[i].kind, path);
      g_autofree char *words = ink_chart_describe (of->kind, of->table, &of->options);

      if (strstr (words, cases[i].words) == NULL)
        g_error ("%s says \"%s\"", cases[i].table, words);
      ink_test_chart_free (of);
    }
}

static void
test_words (void)
{
  g_autofree char *path = ink_test_data ("charts", "funnel", "slide.table", NULL);
  InkTestChart *of = ink_test_chart_read (&ink_chart_funnel, path);
  g_autofree char *words = ink_chart_describe (of->kind, of->table, &of->options);
  g_autofree char *sessions = NULL;

  g_assert_nonnull (strstr (words,
                            "Funnel of 4 steps. 21" NARROW_SPACE "870 people entered, 331 of "
                            "them (1.5" NARROW_SPACE "%) went all the way."));
  g_assert_nonnull (strstr (words, "The biggest leak is before \342\200\234Saved to reading list"));
  of->options.count = INK_COUNT_SESSIONS;
  sessions = ink_chart_describe (of->kind, of->table, &of->options);
  g_assert_nonnull (strstr (sessions, "870 sessions entered"));
  ink_test_chart_free (of);
}

/* People at each step of a funnel without waiting, and which step leaks most (-1: none). */
static void
test_leak (void)
{
  static const struct { double people[4]; int leak; } cases[] = {
    { { 100, 50, 40, 30 }, 1 }, { { 100, 90, 30, 29 }, 2 }, { { 100, 50, 25, 24 }, 1 },
    { { 9, 9, 9, 9 }, -1 },     { { 10, 10, 0, 0 }, 2 },    { { 0, 0, 0, 0 }, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new ("group|step|people|before|dropped");
      g_auto (GStrv) lines = NULL;
      g_autoptr (InkTable) table = NULL;
      g_autoptr (GPtrArray) groups = NULL;

      for (guint step = 0; step < 4; step++)
        {
          double before = cases[i].people[step > 0 ? step - 1 : 0];

          g_string_append_printf (text, "\n|s%u|%g|%g|%g", step, cases[i].people[step], before,
                                  before - cases[i].people[step]);
        }
      lines = g_strsplit (text->str, "\n", -1);
      table = ink_test_charts_read_table (lines, FALSE);
      groups = ink_funnel_rows_read (table);
      g_assert_cmpuint (groups->len, ==, 1);
      g_assert_cmpint (ink_funnel_rows_leak (g_ptr_array_index (groups, 0)), ==, cases[i].leak);
    }
}

/* By verdict, then by lift; whole rows move. */
static void
test_ranking (void)
{
  static const char *const expected[]
      = { "Template download", "ROI calculator",  "Save to reading list",
          "Watch video 50 %+", "Newsletter sign-up", "Read 3+ terms",
          "Copy code snippet", "Time on page 2 min", "Onboarding e-mail opened" };
  g_autofree char *path = ink_test_data ("charts", "indicators", "screen.table", NULL);
  InkTestChart *of = ink_test_chart_read (&ink_chart_indicators, path);
  g_autoptr (InkTable) sorted = ink_indicator_rows_sort (of->table);
  guint lift = (guint) ink_table_find_column (sorted, "lift");

  g_assert_cmpuint (ink_table_get_n_rows (sorted), ==, G_N_ELEMENTS (expected));
  g_assert_cmpuint (ink_table_get_n_columns (sorted), ==, ink_table_get_n_columns (of->table));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (ink_table_get_text (sorted, 0, i), ==, expected[i]);
  g_assert_cmpfloat (ink_table_get_number (sorted, lift, 1), ==, 2.8);
  g_assert_cmpfloat (ink_table_get_number (sorted, lift, 8), ==, 0.8);
  ink_test_chart_free (of);
}

static void
test_kinds (void)
{
  for (guint i = 0; ink_chart_kinds ()[i] != NULL; i++)
    g_assert_true (ink_chart_find (ink_chart_kinds ()[i]->id) == ink_chart_kinds ()[i]);
  g_assert_null (ink_chart_find ("no such"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/kinds", test_kinds);
  g_test_add_func ("/charts/goldens", test_goldens);
  g_test_add_func ("/charts/texts", test_texts);
  g_test_add_func ("/charts/natural-height", test_natural_height);
  g_test_add_func ("/charts/pick", test_pick);
  g_test_add_func ("/charts/map-names", test_map_names);
  g_test_add_func ("/charts/map-complete", test_map_complete);
  g_test_add_func ("/charts/selected", test_selected);
  g_test_add_func ("/charts/words", test_words);
  g_test_add_func ("/charts/describe", test_describe);
  g_test_add_func ("/charts/leak", test_leak);
  g_test_add_func ("/charts/ranking", test_ranking);
  return g_test_run ();
}
