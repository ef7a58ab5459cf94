/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who passes a step of a funnel, in numbers for findings, and the funnel by period of entry. */
#include "analysis/ink-funnel-passing.h"
#include "analysis/ink-query.h"
#include "analysis/ink-trend-query.h"

#include <math.h>

#include "support/ink-test-store.h"

#define N_PEOPLE 60
#define DAY 86400

/* Three in four of the phones' people and one in four of the laptops' go on, each an hour after
 * they came; one comes a day. */
static InkEventStore *
make_store (void)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_PEOPLE; i++)
    {
      gboolean phone = i % 2 == 0;
      int quarter = i / 2 % 4;

      g_ptr_array_add (rows, g_strdup_printf ("p%d view %d device=%s", i, i * DAY,
                                              phone ? "phone" : "laptop"));
      if (phone ? quarter != 0 : quarter == 0)
        g_ptr_array_add (rows, g_strdup_printf ("p%d buy %d", i, i * DAY + 3600));
    }
  g_ptr_array_add (rows, NULL);

  return ink_test_import (NULL, (const char *const *) rows->pdata, NULL);
}

static InkAnswer *
ask (gboolean compared)
{
  g_autoptr (InkEventStore) store = make_store ();
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkFunnel) empty = ink_funnel_new ("Purchase");
  InkStep steps[] = { { .rule = ink_rule_new_does ("view") },
                      { .rule = ink_rule_new_does ("buy") } };
  g_autoptr (InkFunnel) whole = ink_funnel_copy_with_steps (empty, steps, 2);
  static const char *const properties[] = { "device", NULL };
  g_autoptr (InkFunnel) funnel
      = compared ? ink_funnel_copy_with_compare (whole, INK_COMPARE_PROPERTY, properties,
                                                 INK_TAKE_FIRST, 0, 0)
                 : ink_funnel_ref (whole);
  g_autoptr (InkQuery) query = ink_funnel_query_new (definition, funnel, NULL);
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);
  ink_rule_unref (steps[0].rule);
  ink_rule_unref (steps[1].rule);

  return answer;
}

static void
test_whole (void)
{
  g_autoptr (InkAnswer) answer = ask (FALSE);
  g_autoptr (GArray) found
      = ink_funnel_result_get_passing (ink_answer_get_funnel (answer), 2);
  const InkPassing *whole = &g_array_index (found, InkPassing, 0);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (whole->name, ==, "");
  g_assert_cmpuint (whole->came, ==, N_PEOPLE);
  g_assert_cmpuint (whole->passed, ==, 30);
  g_assert_cmpuint (whole->stopped + whole->under_way, ==, 30);
  g_assert_cmpfloat_with_epsilon (whole->share, (double) whole->passed / whole->of, 1e-12);
  g_assert_cmpfloat (whole->low, <, whole->share);
  g_assert_cmpfloat (whole->high, >, whole->share);
}

static void
test_groups (void)
{
  g_autoptr (InkAnswer) answer = ask (TRUE);
  g_autoptr (GArray) found
      = ink_funnel_result_get_passing (ink_answer_get_funnel (answer), 2);
  const InkPassing *phone = NULL, *laptop = NULL;
  double ratio, low, high, low_of_many, high_of_many;

  for (guint i = 1; i < found->len; i++)
    {
      const InkPassing *one = &g_array_index (found, InkPassing, i);

      phone = g_str_equal (one->name, "phone") ? one : phone;
      laptop = g_str_equal (one->name, "laptop") ? one : laptop;
    }
  g_assert_true (phone != NULL && laptop != NULL);
  g_assert_cmpuint (phone->passed, ==, 22);
  g_assert_cmpuint (laptop->passed, ==, 8);
  g_assert_true (ink_passing_compare (phone, laptop, 1, &ratio, &low, &high));
  g_assert_cmpfloat_with_epsilon (ratio, phone->share / laptop->share, 1e-12);
  g_assert_cmpfloat (low, >, 1);
  g_assert_cmpfloat_with_epsilon (low * high, ratio * ratio, 1e-9);
  /* Who looks at many pairs has to be more careful about each. */
  g_assert_true (ink_passing_compare (phone, laptop, 10, &ratio, &low_of_many, &high_of_many));
  g_assert_cmpfloat (low_of_many, <, low);
  g_assert_cmpfloat (high_of_many, >, high);
}

static void
test_too_few (void)
{
  InkPassing many = { .name = "a", .of = 100, .passed = 50, .share = 0.5 };
  InkPassing few = { .name = "b", .of = 100, .passed = 2, .share = 0.02 };
  InkPassing nobody = { .name = "c", .share = NAN };
  double ratio, low, high;

  g_assert_false (ink_passing_compare (&many, &few, 1, &ratio, &low, &high));
  g_assert_false (ink_passing_compare (&few, &many, 1, &ratio, &low, &high));
  g_assert_false (ink_passing_compare (&many, &nobody, 1, &ratio, &low, &high));
  g_assert_true (ink_passing_compare (&many, &many, 1, &ratio, &low, &high));
}

/* Everybody who entered is in one period, and only there. */
static void
test_trend (void)
{
  static const InkPeriod periods[] = { INK_PERIOD_DAY, INK_PERIOD_WEEK, INK_PERIOD_MONTH };
  g_autoptr (InkAnswer) answer = ask (FALSE);
  guint n_before = G_MAXUINT;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (InkEventStore) store = make_store ();
      g_autoptr (InkQuery) query
          = ink_trend_query_new (ink_answer_get_funnel (answer), periods[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (InkAnswer) trend = ink_query_run (query, store, NULL, NULL, &error);
      InkTable *table;
      int entered;
      double sum = 0;

      g_assert_no_error (error);
      table = ink_answer_get_table (trend, "trend");
      entered = ink_table_find_column (table, "entered");
      g_assert_cmpint (entered, >=, 0);
      for (guint row = 0; row < ink_table_get_n_rows (table); row++)
        sum += ink_table_get_number (table, (guint) entered, row);
      g_assert_cmpfloat (sum, ==, N_PEOPLE);
      g_assert_cmpuint (ink_table_get_n_rows (table), <, n_before);
      n_before = ink_table_get_n_rows (table);
    }
}

static void
test_period (void)
{
  static const struct
  {
    gint64 days;
    InkPeriod period;
  } cases[] = {
    { 0, INK_PERIOD_DAY },    { 45, INK_PERIOD_DAY },    { 46, INK_PERIOD_WEEK },
    { 420, INK_PERIOD_WEEK }, { 421, INK_PERIOD_MONTH }, { 100000, INK_PERIOD_MONTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (ink_trend_query_get_period (0, cases[i].days * INK_DAY), ==,
                     cases[i].period);
  g_assert_cmpint (ink_trend_query_get_period (INK_TIME_NONE, INK_TIME_NONE), ==, INK_PERIOD_DAY);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/passing/whole", test_whole);
  g_test_add_func ("/passing/groups", test_groups);
  g_test_add_func ("/passing/too-few", test_too_few);
  g_test_add_func ("/passing/trend", test_trend);
  g_test_add_func ("/passing/period", test_period);

  return g_test_run ();
}
