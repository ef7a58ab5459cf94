/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Frozen slides: they keep what they showed over other data, reopening and lost goals; what is
 * damaged is said and never drawn; a live slide tells that its message changed. */
#include "document/document-fixture.h"

#include "charts/ink-chart-numbers.h"
#include "definition/ink-slide-edit.h"
#include "document/ink-document-sample.h"
#include "document/ink-report.h"
#include "document/ink-slide-freeze.h"
#include "document/ink-slide-table.h"
#include "export/ink-deck-grid.h"

#define DAY "2026-11-22"

static InkDocument *
new_sample (guint32 people)
{
  InkDocument *document = fixture_new ();
  g_autoptr (GError) error = NULL;

  ink_document_make_sample (document, people, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static InkSlide *
new_slide (const InkChartKind *kind)
{
  InkSlide *slide = ink_slide_new ();

  slide->chart = g_strdup (kind->id);
  slide->is_of_macro = !ink_chart_is_of_funnel (kind);
  return slide;
}

static InkSlideContent *
show (InkSlide *slide,
      InkDefinition *definition,
      InkEventStore *store)
{
  g_autoptr (GError) error = NULL;
  InkSlideContent *content = ink_slide_content_new (slide, definition, store, NULL, NULL, &error);

  g_assert_no_error (error);
  return content;
}

/* By way of its text, as the document keeps it. */
static InkSlide *
freeze (const InkSlideContent *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkSlide) frozen = ink_slide_freeze (content, DAY, &error);
  g_autofree char *json = NULL, *again = NULL;
  InkSlide *read;

  g_assert_no_error (error);
  json = ink_slide_to_json (frozen);
  read = ink_slide_from_json (json, &error);
  g_assert_no_error (error);
  again = ink_slide_to_json (read);
  g_clear_pointer (&frozen, ink_slide_unref);
  frozen = ink_slide_from_json (again, &error);
  g_assert_no_error (error);
  g_assert_nonnull (frozen->about);
  return read;
}

static void
check_same (const InkSlideContent *live,
            const InkSlideContent *kept)
{
  g_autofree char *as_of = g_strdup_printf ("%s · as of 22 Nov 2026", live->source);

  g_assert_true (kept->kind == live->kind);
  g_assert_true (ink_table_equal (kept->table, live->table));
  g_assert_cmpstr (kept->title, ==, live->title);
  g_assert_cmpstr (kept->finding, ==, live->finding);
  g_assert_cmpstr (kept->notes, ==, live->notes);
  g_assert_cmpstr (kept->description, ==, live->description);
  g_assert_cmpstr (kept->source, ==, as_of);
  g_assert_cmpint (kept->count, ==, live->count);
  g_assert_cmpfloat (kept->median, ==, live->median);
}

/* Of every chart, without the data and the funnels that it came from. */
static void
test_kept (void)
{
  InkDocument *document = new_sample (1500);
  InkDefinition *definition = ink_document_get_definition (document);
  g_autoptr (InkDefinition) bare = ink_definition_new_empty ();
  g_autoptr (InkDefinition) nothing = ink_definition_with_time_zone (bare, definition->time_zone);
  InkDocument *empty = fixture_new ();

  for (guint i = 0; ink_chart_kinds ()[i] != NULL; i++)
    {
      g_autoptr (InkSlide) slide = new_slide (ink_chart_kinds ()[i]);
      g_autoptr (InkSlideContent) live
          = show (slide, definition, ink_document_get_store (document));
      g_autoptr (InkSlide) frozen = freeze (live);
      g_autoptr (InkSlideContent) kept = show (frozen, nothing, ink_document_get_store (empty));
      g_autoptr (InkSlide) thawed = ink_slide_thaw (frozen);
      g_autoptr (GError) error = NULL;

      check_same (live, kept);
      g_assert_null (ink_slide_freeze (kept, DAY, &error));
      g_assert_error (error, INK_ERROR, INK_ERROR_USAGE);
      g_assert_null (thawed->frozen);
      g_assert_cmpstr (thawed->finding, ==, live->finding);
    }

  fixture_close (document, INK_CLOSE_DISCARD);
  fixture_close (empty, INK_CLOSE_DISCARD);
}

/* Saved and opened, and written as both files, beside a live one. */
static void
test_reopened (void)
{
  InkDocument *document = new_sample (1500);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "frozen.inkling", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (InkSlide) slide = new_slide (&ink_chart_funnel);
  g_autoptr (InkSlideContent) live = show (slide, ink_document_get_definition (document),
                                           ink_document_get_store (document));
  g_autoptr (InkSlide) frozen = freeze (live);
  g_autoptr (InkDefinition) one
      = ink_definition_insert_slide (ink_document_get_definition (document), 0, frozen);
  g_autoptr (InkDefinition) two = ink_definition_insert_slide (one, 1, slide);
  g_autoptr (GPtrArray) slides = NULL;
  g_autoptr (GBytes) pptx = NULL, pdf = NULL;
  g_autoptr (GError) error = NULL;
  InkReportOptions options = { .title = "Frozen" };

  ink_document_edit (document, "Froze", NULL, two);
  fixture_save (document, file);
  fixture_close (document, INK_CLOSE_KEEP);
  document = fixture_open (file);
  slides = ink_report_get_slides (ink_document_get_definition (document), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (slides->len, ==, 2);
  g_clear_pointer (&frozen, ink_slide_unref);
  frozen = ink_slide_ref (g_ptr_array_index (slides, 0));
  {
    g_autoptr (InkSlideContent) kept = show (frozen, ink_document_get_definition (document),
                                             ink_document_get_store (document));

    check_same (live, kept);
  }
  pptx = ink_report_to_pptx (slides, ink_document_get_definition (document),
                             ink_document_get_store (document), &options, NULL, NULL, &error);
  g_assert_no_error (error);
  pdf = ink_report_to_pdf (slides, ink_document_get_definition (document),
                           ink_document_get_store (document), &options, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture_close (document, INK_CLOSE_DISCARD);
  g_unlink (path);
}

/* A source of one's own has its day, too, and only once. */
static void
test_source (void)
{
  static const char *const cases[][2] = {
    { "Source: our shop", "Source: our shop · as of 22 Nov 2026" },
    { "Source: our shop on 22 Nov 2026", "Source: our shop on 22 Nov 2026" },
  };
  InkDocument *document = new_sample (300);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkSlide) slide = new_slide (&ink_chart_funnel);
      g_autoptr (InkSlideContent) live = NULL, kept = NULL;
      g_autoptr (InkSlide) frozen = NULL;

      slide->source = g_strdup (cases[i][0]);
      live = show (slide, ink_document_get_definition (document),
                   ink_document_get_store (document));
      frozen = freeze (live);
      kept = show (frozen, ink_document_get_definition (document),
                   ink_document_get_store (document));
      g_assert_cmpstr (kept->source, ==, cases[i][1]);
    }
  fixture_close (document, INK_CLOSE_DISCARD);
}

/* ---- Damage ---- */

/* Another chart's table, a missing column, a text for a number, a time that no calendar has. */
static void
test_damaged (void)
{
  static const struct { const char *chart, *table; } cases[] = {
    { "funnel", "[]" },
    { "funnel", "[[\"steps\", [[\"people\", \"People\", 1]], [3]]]" },
    { "funnel", "[[\"trend\", [[\"start\", \"S\", 4]], [3]]]" },
    { "funnel", "[3]" },
    { "histogram", "[[\"histogram\", [[\"from\", \"F\", 3], [\"to\", \"T\", 3]], [1, 2]]]" },
    { "histogram",
      "[[\"histogram\", [[\"from\", \"F\", 3], [\"to\", \"T\", 3], [\"people\", \"P\", -1]], "
      "[1, 2, \"3\"]]]" },
    { "trend",
      "[[\"trend\", [[\"start\", \"S\", 4], [\"entered\", \"E\", 1], [\"finished\", \"F\", 1], "
      "[\"under_way\", \"U\", 1]], [1e300, 1, 1, 1]]]" },
    { "overlap",
      "[[\"overlap\", [[\"micro\", \"M\", -1], [\"other\", \"O\", -1], [\"people\", \"P\", 1], "
      "[\"phi\", \"C\", 0]], [\"A\", null, 1, 0.5]]]" },
    { "table", "[]" },
    { "table", "[[\"steps\", [[\"people\", \"People\", 1]], [3]]]" },
    { "table", "[[\"table\", [], []]]" },
    { "table", "[[\"table\", [[\"a\", \"A\", 4]], [1e300]]]" },
    { "a chart that there is not", "[[\"steps\", [[\"people\", \"People\", 1]], [3]]]" },
  };
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  InkDocument *document = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (
          "{\"chart\": {\"kind\": \"%s\", \"funnel\": \"F\"}, \"frozen\": {\"date\": \"2026-01-01\", "
          "\"table\": %s}}",
          cases[i].chart, cases[i].table);
      g_autoptr (GError) error = NULL;
      g_autoptr (InkSlide) slide = ink_slide_from_json (json, &error);
      g_autoptr (InkSlideContent) content = NULL;

      g_assert_no_error (error);
      content = ink_slide_content_new (slide, definition, ink_document_get_store (document), NULL,
                                       NULL, &error);
      g_assert_null (content);
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
    }
  fixture_close (document, INK_CLOSE_DISCARD);
}

static double
make_number (GRand *rand,
             InkFormat format)
{
  static const double odd[] = { 0, -1, 0.5, 1, 2, 1e15, -1e15, 1e-300, NAN };

  if (g_rand_int_range (rand, 0, 3) > 0)
    return odd[g_rand_int_range (rand, 0, G_N_ELEMENTS (odd))];

  return format == INK_FORMAT_TIME ? g_rand_double_range (rand, -6e16, 2.5e17)
                                   : g_rand_double_range (rand, -10, 1000);
}

/* The same columns with other cells, in rows of any number. */
static InkTable *
spoil (const InkTable *table,
       GRand *rand)
{
  static const char *const words[]
      = { "", "A", "leading", "busywork", "A & <B>", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d" };
  InkTableBuilder *builder = ink_table_builder_new ();
  guint rows = (guint) g_rand_int_range (rand, 0, 9);
  guint columns = ink_table_get_n_columns (table);

  for (guint i = 0; i < columns; i++)
    if (ink_table_is_text (table, i))
      ink_table_builder_add_text (builder, ink_table_get_name (table, i), "T");
    else
      ink_table_builder_add_number (builder, ink_table_get_name (table, i), "N",
                                    ink_table_get_format (table, i));
  for (guint cell = 0; cell < rows * columns; cell++)
    if (ink_table_is_text (table, cell % columns))
      ink_table_builder_text (builder, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
    else
      ink_table_builder_number (
          builder, make_number (rand, ink_table_get_format (table, cell % columns)));

  return ink_table_builder_end (builder);
}

static void
draw_all (const InkChartKind *kind,
          InkTable *table)
{
  InkChartOptions options = { .width = 800, .height = 400, .title = "T", .median = 3 };
  g_autoptr (InkScene) scene = ink_chart_render (kind, table, &options);
  g_autofree char *words = ink_chart_describe (kind, table, &options);
  G_GNUC_UNUSED g_autofree char *finding = ink_chart_make_finding (kind, table, &options);
  G_GNUC_UNUSED g_autoptr (InkNativeChart) native = ink_chart_make_native (kind, table, &options);
  G_GNUC_UNUSED g_autoptr (InkTable) numbers = ink_chart_to_numbers (kind, table);

  g_assert_nonnull (scene);
  g_assert_nonnull (words);
}

/* What passes as sound can be drawn, whatever its cells say. */
static void
test_sound (void)
{
  InkDocument *document = new_sample (300);
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; ink_chart_kinds ()[i] != NULL; i++)
    {
      const InkChartKind *kind = ink_chart_kinds ()[i];
      g_autoptr (InkSlide) slide = new_slide (kind);
      g_autoptr (InkSlideContent) content
          = show (slide, ink_document_get_definition (document), ink_document_get_store (document));

      g_assert_true (ink_chart_is_sound (kind, content->table));
      for (guint n = 0; n < 60; n++)
        {
          g_autoptr (InkTable) table = spoil (content->table, rand);

          if (ink_chart_is_sound (kind, table))
            draw_all (kind, table);
        }
    }
  fixture_close (document, INK_CLOSE_DISCARD);
}

/* ---- Tables ---- */

static InkTable *
new_table (guint n_rows,
           guint n_columns)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", "Name & <so on>");
  for (guint i = 1; i < n_columns; i++)
    ink_table_builder_add_number (builder, "n", "How many of them", INK_FORMAT_COUNT);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("Row %u", row + 1);

      ink_table_builder_text (builder, name);
      for (guint i = 1; i < n_columns; i++)
        ink_table_builder_number (builder, row == 1 ? NAN : 1000.0 * row);
    }

  return ink_table_builder_end (builder);
}

/* What a slide keeps of a table is what it shows, and it says what it leaves out. */
static void
test_table (void)
{
  static const struct { guint rows, columns; const char *left; } cases[] = {
    { 0, 1, NULL },
    { 1, 2, NULL },
    { 12, 8, NULL },
    { 13, 2, "The first 12 of 13 rows." },
    { 340, 3, "The first 12 of 340 rows." },
    { 3, 9, "8 of 9 columns." },
    { 40, 20, "The first 12 of 40 rows, 8 of 20 columns." },
  };
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  InkDocument *document = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkTable) table = new_table (cases[i].rows, cases[i].columns);
      g_autoptr (InkSlide) slide = ink_slide_new_for_table (table, cases[i].rows, "Events", DAY);
      g_autofree char *json = ink_slide_to_json (slide);
      g_autoptr (InkSlide) again = ink_slide_from_json (json, NULL);
      g_autoptr (InkSlideContent) content
          = show (again, definition, ink_document_get_store (document));
      InkChartOptions options = ink_slide_content_get_options (content);
      g_auto (InkTableGrid) grid = { 0 };
      g_autoptr (InkDeckGrid) deck = NULL;

      options.theme = &ink_theme_slide;
      options.width = 863;
      ink_table_grid_init (&grid, content->table, &options);
      g_assert_cmpstr (content->title, ==, "Events");
      g_assert_cmpstr (content->source, ==, "As of 22 Nov 2026");
      g_assert_cmpstr (grid.caption, ==, cases[i].left);
      g_assert_cmpuint (grid.n_rows, ==, MIN (cases[i].rows, 12));
      g_assert_cmpuint (ink_table_get_n_rows (content->table), ==, grid.n_rows);
      g_assert_cmpuint (ink_table_get_n_columns (content->table), ==, cases[i].columns);
      deck = ink_deck_grid_new_for_table (&grid);
      g_assert_cmpuint (deck->n_rows, ==, grid.n_rows + 1);
      g_assert_cmpuint (deck->texts->len, ==, (grid.n_rows + 1) * grid.n_columns);
      for (guint cell = 0; cell < deck->texts->len; cell++)
        g_assert_cmpstr (g_ptr_array_index (deck->texts, cell), ==,
                         g_ptr_array_index (grid.texts, cell));
      draw_all (&ink_chart_table, content->table);
    }
  fixture_close (document, INK_CLOSE_DISCARD);
}

/* Whatever the cells of a kept table say, it is drawn. */
static void
test_table_sound (void)
{
  g_autoptr (InkTable) table = new_table (5, 4);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint n = 0; n < 100; n++)
    {
      g_autoptr (InkTable) spoilt = spoil (table, rand);

      if (ink_chart_is_sound (&ink_chart_table, spoilt))
        draw_all (&ink_chart_table, spoilt);
    }
}

/* ---- The message ---- */

static void
test_message (void)
{
  InkDocument *document = new_sample (300);
  g_autoptr (InkSlide) slide = new_slide (&ink_chart_funnel), kept = NULL, taken = NULL;
  g_autoptr (InkSlideContent) content = show (slide, ink_document_get_definition (document),
                                              ink_document_get_store (document));
  g_autoptr (InkSlideContent) again = NULL;

  g_assert_nonnull (content->finding);
  g_assert_null (ink_slide_find_old_message (content, NULL));
  g_assert_null (ink_slide_find_old_message (content, content->finding));
  g_assert_cmpstr (ink_slide_find_old_message (content, "Before"), ==, "Before");

  kept = ink_slide_accept (content, "Before", FALSE);
  g_assert_cmpstr (kept->title, ==, "Before");
  g_assert_cmpstr (kept->finding, ==, content->finding);
  again = show (kept, ink_document_get_definition (document), ink_document_get_store (document));
  g_assert_null (ink_slide_find_old_message (again, "Before"));
  taken = ink_slide_accept (again, "Before", TRUE);
  g_assert_null (taken->title);
  g_assert_cmpstr (taken->finding, ==, content->finding);
  fixture_close (document, INK_CLOSE_DISCARD);
}

int
main (int argc,
      char **argv)
{
  char *home = fixture_home ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/freeze/kept", test_kept);
  g_test_add_func ("/document/freeze/reopened", test_reopened);
  g_test_add_func ("/document/freeze/source", test_source);
  g_test_add_func ("/document/freeze/damaged", test_damaged);
  g_test_add_func ("/document/freeze/sound", test_sound);
  g_test_add_func ("/document/freeze/table", test_table);
  g_test_add_func ("/document/freeze/table-sound", test_table_sound);
  g_test_add_func ("/document/freeze/message", test_message);
  status = g_test_run ();
  ink_test_remove_folder (home);
  return status;
}
