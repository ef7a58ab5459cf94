/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When a question about a macro goal is another one: what changes no number is no reason to ask. */
#include "analysis/ink-highlights.h"
#include "analysis/ink-indicator-search.h"
#include "support/ink-test.h"

typedef InkQuery *(*Make) (InkDefinition *definition, const char *macro, const InkFilter *filter);

static const Make makes[]
    = { ink_indicators_query_new, ink_indicator_search_query_new, ink_highlights_query_new };

static InkDefinition *
make_definition (const char *event)
{
  g_autoptr (InkRule) rule = ink_rule_new_does (event);
  g_autoptr (InkGoal) goal = ink_goal_new ("Buy", rule);
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();

  return ink_definition_with_goal (empty, goal);
}

static gboolean
asks_same (Make make,
           InkDefinition *a,
           InkDefinition *b,
           const InkFilter *filter)
{
  g_autoptr (InkQuery) first = make (a, "Buy", NULL);
  g_autoptr (InkQuery) second = make (b, "Buy", filter);
  gboolean same = ink_query_equal (first, second);

  g_assert_true (!same || ink_query_hash (first) == ink_query_hash (second));
  return same;
}

static void
test_slides (void)
{
  static const char *const slides[] = { "{\"title\": \"A\"}", NULL };
  g_autoptr (InkDefinition) plain = make_definition ("bought");
  g_autoptr (InkDefinition) with = ink_definition_with_slides (plain, slides);

  for (guint i = 0; i < G_N_ELEMENTS (makes); i++)
    g_assert_true (asks_same (makes[i], plain, with, NULL));
}

static void
test_rules (void)
{
  g_autoptr (InkDefinition) one = make_definition ("bought");
  g_autoptr (InkDefinition) other = make_definition ("paid");

  for (guint i = 0; i < G_N_ELEMENTS (makes); i++)
    g_assert_false (asks_same (makes[i], one, other, NULL));
}

static void
test_filter (void)
{
  const InkFilter filter = { NULL, 0, 1 };
  g_autoptr (InkDefinition) definition = make_definition ("bought");

  for (guint i = 0; i < G_N_ELEMENTS (makes); i++)
    g_assert_false (asks_same (makes[i], definition, definition, &filter));
}

static void
test_macro (void)
{
  g_autoptr (InkDefinition) definition = make_definition ("bought");

  for (guint i = 0; i < G_N_ELEMENTS (makes); i++)
    {
      g_autoptr (InkQuery) one = makes[i](definition, "Buy", NULL);
      g_autoptr (InkQuery) other = makes[i](definition, "Sign up", NULL);

      g_assert_false (ink_query_equal (one, other));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/macro-query/slides", test_slides);
  g_test_add_func ("/macro-query/rules", test_rules);
  g_test_add_func ("/macro-query/filter", test_filter);
  g_test_add_func ("/macro-query/macro", test_macro);

  return g_test_run ();
}
