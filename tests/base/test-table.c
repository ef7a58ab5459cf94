/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables of results: cells, equality, CSV and JSON. */

#include "base/ink-table.h"

#include <math.h>

static InkTable *
make_table (double number)
{
  InkTableBuilder *builder = ink_table_builder_new ();

  ink_table_builder_add_text (builder, "name", "A, name");
  ink_table_builder_add_number (builder, "n", NULL, INK_FORMAT_COUNT);
  ink_table_builder_add_number (builder, "at", "At", INK_FORMAT_TIME);
  ink_table_builder_text (builder, "say \"hi\"\nthere");
  ink_table_builder_number (builder, number);
  ink_table_builder_number (builder, 0);
  ink_table_builder_text (builder, NULL);
  ink_table_builder_number (builder, 0.1);
  ink_table_builder_number (builder, NAN);
  return ink_table_builder_end (builder);
}

static void
test_cells (void)
{
  g_autoptr (InkTable) table = make_table (NAN);

  g_assert_cmpuint (ink_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (ink_table_get_n_columns (table), ==, 3);
  g_assert_cmpint (ink_table_find_column (table, "at"), ==, 2);
  g_assert_cmpint (ink_table_find_column (table, "At"), ==, -1);
  g_assert_cmpstr (ink_table_get_title (table, 1), ==, "n");
  g_assert_true (ink_table_is_text (table, 0));
  g_assert_cmpint (ink_table_get_format (table, 2), ==, INK_FORMAT_TIME);
  g_assert_null (ink_table_get_text (table, 0, 1));
  g_assert_null (ink_table_get_text (table, 1, 1));
  g_assert_true (isnan (ink_table_get_number (table, 1, 0)));
  g_assert_true (isnan (ink_table_get_number (table, 0, 0)));
  g_assert_cmpfloat (ink_table_get_number (table, 1, 1), ==, 0.1);
}

static void
test_equal (void)
{
  g_autoptr (InkTable) a = make_table (NAN);
  g_autoptr (InkTable) b = make_table (NAN);
  g_autoptr (InkTable) c = make_table (7);

  g_assert_true (ink_table_equal (a, a));
  g_assert_true (ink_table_equal (a, b));
  g_assert_false (ink_table_equal (a, c));
}

static void
test_csv (void)
{
  g_autoptr (InkTable) table = make_table (1234567);
  g_autofree char *csv = ink_table_to_csv (table);
  g_autofree char *json = ink_table_to_json (table);

  g_assert_cmpstr (csv, ==, "\"A, name\",n,At\r\n"
                            "\"say \"\"hi\"\"\nthere\",1234567,1970-01-01T00:00:00.000Z\r\n"
                            ",0.1,\r\n");
  g_assert_cmpstr (json, ==, "[\n {\"name\": \"say \\\"hi\\\"\\u000athere\", \"n\": 1234567, "
                             "\"at\": \"1970-01-01T00:00:00.000Z\"},\n"
                             " {\"name\": null, \"n\": 0.1, \"at\": null}\n]");
}

/* What a spreadsheet would calculate, it shows; numbers stay numbers. */
static void
test_formulas (void)
{
  static const char *const texts[] = { "=1+1", "+1", "-1", "@x", " =1", "a=1", "" };
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  g_autofree char *csv = NULL;

  ink_table_builder_add_text (builder, "x", "=x");
  ink_table_builder_add_number (builder, "n", NULL, INK_FORMAT_PLAIN);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ink_table_builder_text (builder, texts[i]);
      ink_table_builder_number (builder, -1);
    }
  table = ink_table_builder_end (builder);
  csv = ink_table_to_csv (table);
  g_assert_cmpstr (csv, ==, "'=x,n\r\n'=1+1,-1\r\n'+1,-1\r\n'-1,-1\r\n'@x,-1\r\n' =1,-1\r\na=1,-1\r\n"
                            ",-1\r\n");
}

static void
test_empty (void)
{
  InkTableBuilder *builder = ink_table_builder_new ();
  g_autoptr (InkTable) table = NULL;
  g_autofree char *csv = NULL, *json = NULL;

  ink_table_builder_add_text (builder, "x", NULL);
  table = ink_table_builder_end (builder);
  csv = ink_table_to_csv (table);
  json = ink_table_to_json (table);
  g_assert_cmpuint (ink_table_get_n_rows (table), ==, 0);
  g_assert_cmpstr (csv, ==, "x\r\n");
  g_assert_cmpstr (json, ==, "[]");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/cells", test_cells);
  g_test_add_func ("/table/equal", test_equal);
  g_test_add_func ("/table/csv", test_csv);
  g_test_add_func ("/table/formulas", test_formulas);
  g_test_add_func ("/table/empty", test_empty);
  return g_test_run ();
}
