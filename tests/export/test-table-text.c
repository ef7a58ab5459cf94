/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a table becomes on the clipboard: a spreadsheet has to read its numbers as numbers. */
#include "export/ink-table-text.h"

#include <math.h>

#include "base/ink-time.h"

static const struct
{
  InkFormat format;
  double number;
  const char *point; /* with a decimal point */
  const char *comma;
} cells[] = {
  { INK_FORMAT_COUNT, 1234567, "1234567", "1234567" },
  { INK_FORMAT_SHARE, 0.125, "12.50%", "12,50%" },
  { INK_FORMAT_SECONDS, 90061, "25:01:01", "25:01:01" },
  { INK_FORMAT_DAYS, 172800, "48:00:00", "48:00:00" },
  { INK_FORMAT_MONEY, 1234.5, "1234.50", "1234,50" },
  { INK_FORMAT_RATIO, 3.25, "3.25", "3,25" },
  { INK_FORMAT_TIME, 1777629600.0 * INK_SECOND, "2026-05-01 10:00", "2026-05-01 10:00" },
  { INK_FORMAT_COUNT, NAN, "", "" },
};

static InkTable *
make_table (void)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "step", "Step <1>");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      ink_table_builder_add_number (builder, id, id, cells[i].format);
    }
  ink_table_builder_text (builder, "Tom\t& \"Ann\"\nSon");
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    ink_table_builder_number (builder, cells[i].number);

  return ink_table_builder_end (builder);
}

static void
test_tsv (void)
{
  InkNumbers comma = { .decimal = ",", .group = "." };
  g_autoptr (InkTable) table = make_table ();

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autofree char *text
          = ink_table_to_tsv (table, turn == 0 ? &ink_numbers_plain : &comma, NULL);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      g_auto (GStrv) head = g_strsplit (lines[0], "\t", -1);
      g_auto (GStrv) row = NULL;

      g_assert_cmpuint (g_strv_length (lines), ==, 3);
      g_assert_cmpstr (lines[2], ==, "");
      row = g_strsplit (lines[1], "\t", -1);
      g_assert_cmpuint (g_strv_length (head), ==, G_N_ELEMENTS (cells) + 1);
      g_assert_cmpuint (g_strv_length (row), ==, G_N_ELEMENTS (cells) + 1);
      g_assert_cmpstr (row[0], ==, "Tom & \"Ann\" Son");
      for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
        g_assert_cmpstr (row[i + 1], ==, turn == 0 ? cells[i].point : cells[i].comma);
    }
}

/* What comes from an export must not become a formula; a number is not touched. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *text;
    const char *copied;
  } texts[] = {
    { "=HYPERLINK(\"http://a\")", "'=HYPERLINK(\"http://a\")" },
    { "+1", "'+1" },
    { "-1", "'-1" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { " =1", "' =1" },
    { "\t=1", "' =1" },
    { "a=1", "a=1" },
    { "'=1", "'=1" },
    { "", "" },
  };
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  g_autofree char *tsv = NULL;
  g_autofree char *html = NULL;
  g_auto (GStrv) lines = NULL;

  ink_table_builder_add_text (builder, "name", "Name");
  ink_table_builder_add_number (builder, "change", "Change", INK_FORMAT_COUNT);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ink_table_builder_text (builder, texts[i].text);
      ink_table_builder_number (builder, -5);
    }
  table = ink_table_builder_end (builder);
  tsv = ink_table_to_tsv (table, &ink_numbers_plain, NULL);
  html = ink_table_to_html (table, &ink_numbers_plain, NULL);
  lines = g_strsplit (tsv, "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (GStrv) cells_of = g_strsplit (lines[i + 1], "\t", -1);

      g_assert_cmpstr (cells_of[0], ==, texts[i].copied);
      g_assert_null (strchr (cells_of[1], '\''));
    }
  g_assert_nonnull (strstr (html, "<td>&apos;=HYPERLINK"));
}

static void
test_zone (void)
{
  g_autoptr (InkTable) table = make_table ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * 3600);
  g_autofree char *text = ink_table_to_tsv (table, &ink_numbers_plain, zone);

  g_assert_nonnull (strstr (text, "2026-05-01 12:00"));
}

/* Well-formed, so that it can be read as XML up to its first tag, and nothing gets out of a cell. */
static void
test_html (void)
{
  g_autoptr (InkTable) table = make_table ();
  g_autofree char *text = ink_table_to_html (table, &ink_numbers_plain, NULL);
  const char *body = strstr (text, "<table>");
  g_autoptr (GMarkupParseContext) context = NULL;
  GMarkupParser parser = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (body);
  context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_assert_true (g_markup_parse_context_parse (context, body, -1, &error));
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (body, "Step &lt;1&gt;"));
  g_assert_nonnull (strstr (body, "Tom\t&amp; &quot;Ann&quot;"));
  g_assert_nonnull (strstr (body, "12.50%"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-text/tsv", test_tsv);
  g_test_add_func ("/table-text/zone", test_zone);
  g_test_add_func ("/table-text/formulas", test_formulas);
  g_test_add_func ("/table-text/html", test_html);

  return g_test_run ();
}
