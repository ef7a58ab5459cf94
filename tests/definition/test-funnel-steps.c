/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Steps of a funnel that are moved, removed, added and replaced. A step is written as the name of
 * its event, an optional one in parentheses. */
#include "definition/ink-funnel-steps.h"

static InkFunnel *
make_funnel (const char *steps)
{
  g_auto (GStrv) names = g_strsplit (steps, " ", -1);
  g_autofree InkStep *made = g_new0 (InkStep, g_strv_length (names));
  g_autoptr (InkFunnel) empty = ink_funnel_new ("F");
  InkFunnel *funnel;
  guint n;

  for (n = 0; names[n] != NULL; n++)
    {
      made[n].optional = names[n][0] == '(';
      g_strdelimit (names[n], "()", ' ');
      made[n].rule = ink_rule_new_does (g_strstrip (names[n]));
    }
  funnel = ink_funnel_copy_with_steps (empty, made, n);
  for (guint i = 0; i < n; i++)
    ink_rule_unref (made[i].rule);

  return funnel;
}

static char *
write_funnel (const InkFunnel *funnel)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < funnel->n_steps; i++)
    {
      g_autofree char *name = ink_step_to_label (&funnel->steps[i]);

      g_string_append_printf (text, funnel->steps[i].optional ? "%s(%s)" : "%s%s",
                              i > 0 ? " " : "", name);
    }

  return g_strdup (text->str);
}

static const struct
{
  const char *before;
  guint from;
  guint to;
  const char *after;
} move_cases[] = {
  { "a b c d", 0, 3, "b c d a" },     { "a b c d", 3, 0, "d a b c" },
  { "a b c d", 1, 2, "a c b d" },     { "a b c d", 2, 1, "a c b d" },
  { "a b c", 1, 1, "a b c" },         { "a", 0, 0, "a" },
  { "a (b) c", 1, 2, "a c (b)" },     { "a (b) c", 1, 0, "b a c" }, /* the first never is */
  { "a (b) (c)", 0, 2, "b (c) a" },
};

static void
test_move (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autoptr (InkFunnel) before = make_funnel (move_cases[i].before);
      g_autoptr (InkFunnel) after
          = ink_funnel_copy_with_step_moved (before, move_cases[i].from, move_cases[i].to);
      g_autofree char *text = write_funnel (after);
      g_autofree char *old = write_funnel (before);

      g_assert_cmpstr (text, ==, move_cases[i].after);
      g_assert_cmpstr (old, ==, move_cases[i].before);
    }
}

static const struct
{
  const char *before;
  guint position;
  const char *after;
} remove_cases[] = {
  { "a b c", 0, "b c" }, { "a b c", 1, "a c" },     { "a b c", 2, "a b" },
  { "a", 0, "" },        { "a (b) c", 0, "b c" },   { "a (b) (c)", 1, "a (c)" },
};

static void
test_remove (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (remove_cases); i++)
    {
      g_autoptr (InkFunnel) before = make_funnel (remove_cases[i].before);
      g_autoptr (InkFunnel) after
          = ink_funnel_copy_with_step_removed (before, remove_cases[i].position);
      g_autofree char *text = write_funnel (after);

      g_assert_cmpstr (text, ==, remove_cases[i].after);
    }
}

static void
test_add (void)
{
  g_autoptr (InkFunnel) empty = ink_funnel_new ("F");
  g_autoptr (InkRule) a = ink_rule_new_does ("a");
  g_autoptr (InkRule) b = ink_rule_new_does ("b");
  g_autoptr (InkFunnel) one = ink_funnel_copy_with_step_added (empty, a);
  g_autoptr (InkFunnel) two = ink_funnel_copy_with_step_added (one, b);
  g_autofree char *text = write_funnel (two);

  g_assert_cmpstr (text, ==, "a b");
  g_assert_cmpuint (one->n_steps, ==, 1);
}

static void
test_replace (void)
{
  g_autoptr (InkFunnel) before = make_funnel ("a b c");
  g_autoptr (InkRule) rule = ink_rule_new_does ("z");
  InkStep step = { .rule = rule, .optional = TRUE };
  g_autoptr (InkFunnel) after = ink_funnel_copy_with_step_replaced (before, 1, &step);
  g_autofree char *text = write_funnel (after);

  g_assert_cmpstr (text, ==, "a (z) c");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/funnel-steps/move", test_move);
  g_test_add_func ("/funnel-steps/remove", test_remove);
  g_test_add_func ("/funnel-steps/add", test_add);
  g_test_add_func ("/funnel-steps/replace", test_replace);

  return g_test_run ();
}
