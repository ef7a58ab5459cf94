/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is kept between evaluations: for the same question about the same events, and bounded. */
#include "ink-cases.h"

#include "analysis/ink-kept.h"

#define LONG_ROWS (INK_KEPT_BYTES / 2 / sizeof (guint32) + 1)

static InkScope *
make_scope (InkEventStore *store,
            InkDefinition *definition,
            gboolean keeps)
{
  InkScope *scope = ink_scope_new (store, definition, NULL);

  scope->keeps = keeps;
  return scope;
}

static InkRows *
make_rows (guint32 n)
{
  InkRows *rows = ink_rows_new ();

  memset (ink_rows_reserve (rows, n), 0, n * sizeof (guint32));
  rows->n = n;
  return rows;
}

static gboolean
has_moments (InkScope *scope,
             const InkRule *rule)
{
  g_autoptr (InkRows) rows = ink_kept_find_moments (scope, rule);

  return rows != NULL;
}

static gboolean
has_people (InkScope *scope,
            const InkRule *rule)
{
  g_autofree guint64 *people = ink_kept_find_people (scope, rule);

  return people != NULL;
}

/* An answer is kept for a scope that keeps, for the rule and for the events that it was found in. */
static void
test_question (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@10");
  g_autoptr (InkEventStore) other = ink_cases_store ("u: A@1");
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkScope) scope = make_scope (store, definition, TRUE);
  g_autoptr (InkScope) careless = make_scope (store, definition, FALSE);
  g_autoptr (InkScope) elsewhere = make_scope (other, definition, TRUE);
  g_autoptr (InkRule) a = ink_rule_new_does ("A"), b = ink_rule_new_does ("B");
  g_autoptr (InkRows) rows = make_rows (1);

  ink_kept_add_moments (careless, b, rows);
  g_assert_false (has_moments (scope, b));
  ink_kept_add_moments (scope, a, rows);
  g_assert_true (has_moments (scope, a));
  g_assert_false (has_people (scope, a));
  g_assert_false (has_moments (scope, b));
  g_assert_false (has_moments (careless, a));
  g_assert_false (has_moments (elsewhere, a));
}

/* What a rule names has to say the same. */
static void
test_dependence (void)
{
  static const char *const format
      = "\"goals\": [{\"name\": \"g\", \"rule\": {\"does\": \"%s\"}}]";
  g_autofree char *one = g_strdup_printf (format, "A"), *two = g_strdup_printf (format, "B");
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@10");
  g_autoptr (InkDefinition) before = ink_cases_definition (one);
  g_autoptr (InkDefinition) after = ink_cases_definition (two);
  g_autoptr (InkScope) scope = make_scope (store, before, TRUE);
  g_autoptr (InkScope) edited = make_scope (store, after, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkRule) goal
      = ink_rule_from_json ("{\"goal\": \"g\"}", -1, "test", NULL, before, &error);
  g_autoptr (InkRule) plain = ink_rule_new_does ("A");
  const guint64 people[] = { 1, 0 };

  g_assert_no_error (error);
  ink_kept_add_people (scope, goal, people);
  ink_kept_add_people (scope, plain, people);
  g_assert_true (has_people (scope, goal));
  g_assert_false (has_people (edited, goal));
  g_assert_true (has_people (edited, plain));
}

/* Long lists make room for one another; what is short stays. */
static void
test_room (void)
{
  static const char *const names[] = { "A", "B", "C" };
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0 B@10 C@20");
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkScope) scope = make_scope (store, definition, TRUE);
  const guint64 people[] = { 1, 0 };
  InkRule *rules[G_N_ELEMENTS (names)];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    rules[i] = ink_rule_new_does (names[i]);
  ink_kept_add_people (scope, rules[0], people);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (InkRows) rows = make_rows (LONG_ROWS);

      ink_kept_add_moments (scope, rules[i], rows);
    }
  g_assert_false (has_moments (scope, rules[0]));
  g_assert_false (has_moments (scope, rules[1]));
  g_assert_true (has_moments (scope, rules[2]));
  g_assert_true (has_people (scope, rules[0]));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ink_rule_unref (rules[i]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/kept/question", test_question);
  g_test_add_func ("/analysis/kept/dependence", test_dependence);
  g_test_add_func ("/analysis/kept/room", test_room);

  return g_test_run ();
}
