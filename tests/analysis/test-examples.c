/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A few people stand for many: the same ones in whatever order they come, and in whatever parts. */
#include "analysis/ink-cases.h"
#include "analysis/ink-examples.h"

#define N_PEOPLE 40
#define PROGRAM 7 /* who has more events than any person */

static InkScope *
make_scope (void)
{
  g_autoptr (GString) story = g_string_new (NULL);
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  g_autoptr (InkEventStore) store = NULL;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_string_append_printf (story, "%su%02u:", i > 0 ? "; " : "", i);
      for (guint j = 0; j < (i == PROGRAM ? 1200 : 1); j++)
        g_string_append_printf (story, " a@%u", i + j);
    }
  store = ink_cases_store (story->str);
  return ink_scope_new (store, definition, NULL);
}

static InkExamples
take (const InkScope *scope,
      guint from,
      guint to,
      int step)
{
  InkExamples examples = { 0 };

  for (guint i = 0; i < to - from; i++)
    {
      guint32 person = step > 0 ? from + i : to - 1 - i;

      ink_examples_add (&examples, scope, person, scope->offsets[person]);
    }
  return examples;
}

static void
assert_same (const InkExamples *a,
             const InkExamples *b)
{
  g_assert_cmpuint (a->n, ==, b->n);
  for (guint i = 0; i < a->n; i++)
    {
      g_assert_cmpuint (a->people[i], ==, b->people[i]);
      g_assert_cmpint (a->times[i], ==, b->times[i]);
    }
}

static void
test_order (void)
{
  g_autoptr (InkScope) scope = make_scope ();
  InkExamples up = take (scope, 0, N_PEOPLE, 1), down = take (scope, 0, N_PEOPLE, -1);

  g_assert_cmpuint (up.n, ==, INK_RULE_EXAMPLES);
  assert_same (&up, &down);
  for (guint i = 0; i < up.n; i++)
    {
      g_assert_cmpint (up.times[i], ==, scope->times[scope->offsets[up.people[i]]]);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (up.people[i], !=, up.people[j]);
    }
}

static void
test_parts (void)
{
  static const guint cuts[] = { 0, 1, 2, 3, 20, 39, 40 };
  g_autoptr (InkScope) scope = make_scope ();
  InkExamples all = take (scope, 0, N_PEOPLE, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    {
      InkExamples one = take (scope, 0, cuts[i], 1), other = take (scope, cuts[i], N_PEOPLE, 1);

      ink_examples_join (&one, &other);
      assert_same (&one, &all);
    }
}

/* A program stands for people only where there is nobody else. */
static void
test_program (void)
{
  g_autoptr (InkScope) scope = make_scope ();
  InkExamples few = take (scope, PROGRAM, PROGRAM + 2, 1);
  InkExamples enough = take (scope, PROGRAM, PROGRAM + 4, 1);
  InkExamples timeless = { 0 };

  g_assert_cmpuint (few.n, ==, 2);
  g_assert_cmpuint (few.people[1], ==, PROGRAM);
  g_assert_cmpuint (enough.n, ==, 3);
  for (guint i = 0; i < enough.n; i++)
    g_assert_cmpuint (enough.people[i], !=, PROGRAM);
  ink_examples_add (&timeless, scope, 0, INK_NO_ROW);
  g_assert_cmpint (timeless.times[0], ==, INK_TIME_NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/examples/order", test_order);
  g_test_add_func ("/examples/parts", test_parts);
  g_test_add_func ("/examples/program", test_program);

  return g_test_run ();
}
