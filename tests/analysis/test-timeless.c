/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tables without times: against numbers that R has from the same file, and real tables. */
#include "analysis/ink-indicator-cases.h"
#include "analysis/ink-indicators.h"

#define TOLERANCE 1e-8

/* ---- One search ---- */

static InkIndicators *
search (InkEventStore *store,
        InkDefinition *definition,
        const char *macro)
{
  g_autoptr (GError) error = NULL;
  InkIndicators *indicators
      = ink_indicators_evaluate (store, definition, macro, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (indicators->timeless);
  g_assert_cmpuint (indicators->n, ==, 0);
  return indicators;
}

static const InkTimelessColumn *
find_column (const InkTimelessTable *table,
             const char *name)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->columns[i]->column, name) == 0)
      return table->columns[i];
  g_error ("no column '%s'", name);
}

static const InkTimelessMicro *
find_micro (const InkTimelessTable *table,
            const char *name)
{
  for (guint i = 0; i < table->n; i++)
    if (strcmp (table->micros[i].micro, name) == 0)
      return &table->micros[i];
  g_error ("no micro '%s'", name);
}

/* ---- The reference ---- */

static void
agree_range (const char *what,
             InkInterval got,
             JsonObject *want,
             const char *member)
{
  JsonArray *range = json_object_get_array_member (want, member);

  ink_indicator_agree (what, got.low, json_array_get_element (range, 0), TOLERANCE);
  ink_indicator_agree (what, got.high, json_array_get_element (range, 1), TOLERANCE);
}

static void
agree_micro (const InkTimelessMicro *got,
             JsonObject *want)
{
  const char *what = got->micro;
  const InkFourfold *table = &got->table;
  const guint64 counts[] = { table->a, table->b, table->c, table->d };
  JsonArray *wanted = json_object_get_array_member (want, "table");

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint ((gint64) counts[i], ==, json_array_get_int_element (wanted, i));
  agree_range (what, got->with, want, "rate_with_wilson");
  agree_range (what, got->without, want, "rate_without_wilson");
  ink_indicator_agree_member (what, got->n_strata, want, "strata", 0);
  ink_indicator_agree_member (what, got->ratios.risk_ratio, want, "rr", TOLERANCE);
  ink_indicator_agree_member (what, got->ratios.log_risk_ratio_se, want, "se_log_rr", TOLERANCE);
  agree_range (what, got->ratios.risk_ratio_range, want, "rr_ci95");
  ink_indicator_agree_member (what, got->ratios.odds_ratio, want, "or", TOLERANCE);
  agree_range (what, got->ratios.odds_ratio_range, want, "or_ci95");
  ink_indicator_agree_member (what, got->ratios.chi_square, want, "cmh_chi2", TOLERANCE);
  ink_indicator_agree_member (what, got->ratios.p_value, want, "cmh_p", TOLERANCE);
  ink_indicator_agree_member (what, got->q, want, "q", TOLERANCE);
  g_assert_cmpstr (ink_timeless_verdict_to_string (got->verdict), ==,
                   json_object_get_string_member (want, "wording"));
}

static void
agree_levels (const InkTimelessColumn *got,
              JsonArray *want)
{
  g_assert_cmpuint (got->n_levels, ==, json_array_get_length (want));
  for (guint i = 0; i < got->n_levels; i++)
    {
      const InkTimelessLevel *level = &got->levels[i];
      JsonObject *wanted = json_array_get_object_element (want, i);

      g_assert_cmpstr (level->level, ==, json_object_get_string_member (wanted, "level"));
      g_assert_cmpint ((gint64) level->people, ==, json_object_get_int_member (wanted, "n"));
      g_assert_cmpint ((gint64) level->converted, ==,
                       json_object_get_int_member (wanted, "converted"));
      agree_range (level->level, level->range, wanted, "wilson");
      g_assert_cmpint (level->is_extreme, ==, json_object_get_boolean_member (wanted, "extreme"));
    }
}

static void
agree_column (const InkTimelessColumn *got,
              JsonObject *want)
{
  g_assert_cmpint (got->is_number, ==,
                   strcmp (json_object_get_string_member (want, "kind"), "number") == 0);
  ink_indicator_agree_member (got->column, got->auc, want, "auc", TOLERANCE);
  g_assert_cmpint (got->check, ==, json_object_get_boolean_member (want, "check_this_column"));
  if (!json_object_get_null_member (want, "levels"))
    agree_levels (got, json_object_get_array_member (want, "levels"));
}

/* Fifths of a number column add up to its rows, none much larger than another. */
static void
check_fifths (const InkTimelessColumn *column)
{
  guint64 people = 0;

  g_assert_cmpuint (column->n_levels, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      people += column->levels[i].people;
      g_assert_cmpuint (column->levels[i].people, >, 160);
      g_assert_cmpuint (column->levels[i].people, <, 182);
      if (i > 0)
        g_assert_cmpfloat (column->levels[i].from, >, column->levels[i - 1].to);
    }
  g_assert_cmpuint (people, ==, 856);
}

static void
test_reference (void)
{
  static const char *const micros[] = { "demo", "newsletter", NULL };
  static const char *const roles[] = { "analyst", "founder", "marketer", NULL };
  g_autofree char *path = ink_test_shared ("reference/stats/wide_table.json");
  g_autofree char *file = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (InkIndicators) found = NULL;
  g_auto (GStrv) columns = NULL;
  JsonObject *want, *members;

  if (path == NULL)
    return;
  file = ink_test_shared ("reference/stats/wide/table.csv");
  node = ink_indicator_json (path);
  want = json_object_get_object_member (json_node_get_object (node), "expected");
  store = ink_indicator_import (file);
  definition = ink_indicator_definition ("outcome", micros, "role", roles, NULL, NULL);
  found = search (store, definition, "outcome");
  g_assert_cmpint ((gint64) found->timeless->rows, ==, json_object_get_int_member (want, "rows"));
  g_assert_cmpint ((gint64) found->timeless->converted, ==,
                   json_object_get_int_member (want, "converted"));
  members = json_object_get_object_member (want, "micros");
  for (guint i = 0; micros[i] != NULL; i++)
    agree_micro (find_micro (found->timeless, micros[i]),
                 json_object_get_object_member (members, micros[i]));
  members = json_object_get_object_member (want, "columns");
  columns = ink_indicator_keys (members);
  for (guint i = 0; columns[i] != NULL; i++)
    agree_column (find_column (found->timeless, columns[i]),
                  json_object_get_object_member (members, columns[i]));
  check_fifths (find_column (found->timeless, "minutes"));
  g_assert_cmpstr (found->timeless->columns[found->timeless->n_columns - 1]->column, ==,
                   "sales_note");
  g_test_message ("largest relative difference %.3g", ink_indicator_worst);
}

/* ---- Real tables ---- */

typedef struct
{
  const char *name;
  const char *file;
  const char *outcome;
  guint64 rows;
  guint64 converted;
  const char *suspects[5];
} RealTable;

static const RealTable tables[] = {
  { "leads-x-education", "data/leads-x-education/Lead_Scoring.csv.gz", "Converted", 9240, 3561,
    { "Lead Origin", "Lead Source", "Tags", "Lead Quality" } },
  { "online-shoppers", "data/online-shoppers/online_shoppers_intention.csv.gz", "Revenue", 12330,
    1908, { "PageValues" } },
  { "telco-churn", "data/telco-churn/Telco-Customer-Churn.csv.gz", "Churn", 7043, 1869, { NULL } },
};

/* What almost gives the answer away is asked about, comes last, and nothing else does. */
static void
test_real (gconstpointer data)
{
  static const char *const none[] = { NULL };
  const RealTable *real = data;
  g_autofree char *file = ink_test_shared (real->file);
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (InkIndicators) found = NULL;
  guint n_suspects = 0;

  if (file == NULL)
    return;
  store = ink_indicator_import (file);
  definition = ink_indicator_definition (real->outcome, none, NULL, NULL, NULL, NULL);
  found = search (store, definition, real->outcome);
  g_assert_cmpuint (found->timeless->rows, ==, real->rows);
  g_assert_cmpuint (found->timeless->converted, ==, real->converted);
  for (guint i = 0; i < found->timeless->n_columns; i++)
    {
      const InkTimelessColumn *column = found->timeless->columns[i];

      g_test_message ("%s: %.3f%s", column->column, column->auc, column->check ? " check" : "");
      g_assert_true (column->check || n_suspects == 0);
      if (column->check)
        g_assert_cmpstr (column->column, ==, real->suspects[n_suspects++]);
    }
  g_assert_null (real->suspects[n_suspects]);
}

/* ---- Choices ---- */

static const char csv[] = "id,plan,visits,saw demo,bought\n";

/* People of two plans; who saw the demo visits more, and only visits tell who buys. */
static InkEventStore *
import_made_up (void)
{
  char *folder = ink_test_folder ();
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  g_autoptr (GString) text = g_string_new (csv);
  InkEventStore *store;

  for (guint i = 0; i < 4000; i++)
    {
      guint visits = i % 20, demo = i * 7 % 20 < visits, bought = i / 20 % 25 < visits;

      g_string_append_printf (text, "p%u,%s,%u.5,%s,%s\n", i, i % 3 == 0 ? "big" : "small", visits,
                              i % 50 == 49 ? "" : demo ? "yes" : "no", bought ? "yes" : "no");
    }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  store = ink_indicator_import (path);
  ink_test_remove_folder (folder);
  return store;
}

static InkIndicators *
search_with (InkEventStore *store,
             const char *settings)
{
  g_autofree char *json = g_strdup_printf (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"Buys\", \"kind\": \"macro\", "
      "\"rule\": {\"does\": \"bought\"}}, {\"name\": \"Demo\", \"kind\": \"micro\", "
      "\"rule\": {\"does\": \"saw demo\"}}]%s}",
      settings);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition
      = ink_definition_from_json (json, -1, "case", NULL, NULL, &error);

  g_assert_no_error (error);
  return search (store, definition, "Buys");
}

/* A column named as activity takes away what activity alone does; blanks are left out. */
static void
test_activity (void)
{
  g_autoptr (InkEventStore) store = import_made_up ();
  g_autoptr (InkIndicators) plain = search_with (store, "");
  g_autoptr (InkIndicators) active
      = search_with (store, ", \"settings\": {\"activity_column\": \"visits\"}");
  const InkTimelessMicro *before = &plain->timeless->micros[0];
  const InkTimelessMicro *after = &active->timeless->micros[0];

  g_assert_cmpuint (before->left_out, ==, 80);
  g_assert_cmpint (before->verdict, ==, INK_TIMELESS_MORE);
  g_assert_cmpfloat (before->ratios.risk_ratio, >, 1.5);
  g_assert_cmpfloat (fabs (log (after->ratios.risk_ratio)), <,
                     0.4 * log (before->ratios.risk_ratio));
  g_assert_null (plain->timeless->activity);
  g_assert_cmpstr (active->timeless->activity, ==, "visits");
  g_assert_nonnull (strstr (active->note, "equally active"));
  g_assert_null (strstr (plain->note, "equally active"));
}

/* A flag that the user cleared stays cleared. */
static void
test_trusted (void)
{
  g_autofree char *file = ink_test_shared ("reference/stats/wide/table.csv");
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (InkIndicators) found = NULL;
  const InkTimelessColumn *column;

  if (file == NULL)
    return;
  store = ink_indicator_import (file);
  definition = ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"outcome\", \"kind\": \"macro\", "
      "\"rule\": {\"does\": \"outcome\"}}], \"settings\": {\"trusted_columns\": [\"sales_note\"]}}",
      -1, "case", NULL, NULL, &error);
  g_assert_no_error (error);
  found = search (store, definition, "outcome");
  column = find_column (found->timeless, "sales_note");
  g_assert_true (column->is_trusted);
  g_assert_false (column->check);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/timeless/reference", test_reference);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/analysis/timeless/", tables[i].name, NULL);

      g_test_add_data_func (path, &tables[i], test_real);
    }
  g_test_add_func ("/analysis/timeless/activity", test_activity);
  g_test_add_func ("/analysis/timeless/trusted", test_trusted);

  return g_test_run ();
}
