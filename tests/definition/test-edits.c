/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits make new definitions and leave old ones alone; ids follow names through merges. */
#include "definition/ink-definition-json.h"

#define GOAL(name, event) "{\"name\": \"" name "\", \"rule\": {\"does\": \"" event "\"}}"

static InkDefinition *
make_definition (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"inkling\": 1%s}", members);
  g_autoptr (GError) error = NULL;
  InkDefinition *definition = ink_definition_from_json (text, -1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return definition;
}

/* A goal G, and everything that can name it. */
static InkDefinition *
make_linked (void)
{
  return make_definition (
      ", \"main\": \"G\", \"goals\": [" GOAL ("G", "A") ", {\"name\": \"H\", \"rule\": {\"all\": "
      "[{\"does\": \"B\", \"after\": \"G\"}, {\"not\": {\"goal\": \"G\"}}]}}], \"personas\": "
      "[{\"name\": \"P\", \"rule\": {\"goal\": \"G\"}}, {\"name\": \"Q\", \"rule\": {\"persona\": "
      "\"P\"}}], \"funnels\": [{\"name\": \"F\", \"steps\": [{\"goal\": \"G\"}, {\"goal\": "
      "\"H\"}], \"not_if\": [{\"rule\": {\"goal\": \"G\"}}], \"people\": {\"persona\": \"P\"}}], "
      "\"followups\": [{\"name\": \"L\", \"rule\": {\"goal\": \"G\"}}]");
}

static void
test_with (void)
{
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (InkRule) rule = ink_rule_new_does ("A");
  g_autoptr (InkGoal) goal = ink_goal_new ("G", rule);
  g_autoptr (InkDefinition) with = ink_definition_with_goal (empty, goal);
  g_autoptr (InkDefinition) without = ink_definition_without_goal (with, goal->id);
  g_autoptr (InkDefinition) same = ink_definition_without_goal (with, "nobody");

  g_assert_null (empty->goals[0]);
  g_assert_true (with->goals[0] == goal);
  g_assert_true (ink_definition_find_goal (with, "G") == goal);
  g_assert_null (ink_definition_find_goal (with, "g"));
  g_assert_null (without->goals[0]);
  g_assert_true (same == with);
  g_assert_cmpuint (with->revision, !=, empty->revision);
  g_assert_cmpuint (with->revision, !=, without->revision);
  g_assert_true (ink_definition_equal (empty, without));
}

static void
test_rename (void)
{
  g_autoptr (InkDefinition) before = make_linked ();
  g_autoptr (InkGoal) goal = ink_goal_copy (before->goals[0]);
  g_autoptr (InkPersona) persona = NULL;
  g_autoptr (InkDefinition) goal_renamed = NULL, both = NULL;

  g_free (goal->name);
  goal->name = g_strdup ("New");
  goal_renamed = ink_definition_with_goal (before, goal);
  persona = ink_persona_copy (goal_renamed->personas[0]);
  g_free (persona->name);
  persona->name = g_strdup ("Buyer");
  both = ink_definition_with_persona (goal_renamed, persona);

  g_assert_cmpstr (before->main_goal, ==, "G");
  g_assert_cmpstr (before->follow_ups[0]->rule->name, ==, "G");
  g_assert_cmpstr (goal_renamed->main_goal, ==, "New");
  g_assert_cmpstr (goal_renamed->goals[1]->rule->children[0]->after, ==, "New");
  g_assert_cmpstr (goal_renamed->goals[1]->rule->children[1]->children[0]->name, ==, "New");
  g_assert_cmpstr (goal_renamed->goals[1]->id, ==, before->goals[1]->id);
  g_assert_cmpstr (goal_renamed->funnels[0]->steps[0].rule->name, ==, "New");
  g_assert_cmpstr (goal_renamed->funnels[0]->not_if[0].rule->name, ==, "New");
  g_assert_cmpstr (goal_renamed->follow_ups[0]->rule->name, ==, "New");
  g_assert_true (goal_renamed->personas[1] == before->personas[1]);
  g_assert_cmpstr (both->personas[0]->name, ==, "Buyer");
  g_assert_cmpstr (both->personas[0]->rule->name, ==, "New");
  g_assert_cmpstr (both->personas[1]->rule->name, ==, "Buyer");
  g_assert_cmpstr (both->funnels[0]->people->name, ==, "Buyer");
}

static void
test_move (void)
{
  g_autoptr (InkDefinition) abc
      = make_definition (", \"goals\": [" GOAL ("A", "a") ", " GOAL ("B", "b") ", "
                         GOAL ("C", "c") "]");
  static const struct
  {
    guint from;
    guint to;
    const char *order;
  } moves[] = { { 0, 0, "ABC" }, { 0, 1, "BAC" }, { 0, 9, "BCA" }, { 2, 0, "CAB" } };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (InkDefinition) moved
          = ink_definition_move_goal (abc, abc->goals[moves[i].from]->id, moves[i].to);

      for (guint j = 0; j < 3; j++)
        g_assert_cmpint (moved->goals[j]->name[0], ==, moves[i].order[j]);
      g_assert_null (moved->goals[3]);
    }
}

static void
test_merge (void)
{
  g_autoptr (InkDefinition) old = make_definition (
      ", \"stages\": [\"One\", \"Two\"], \"passive\": [\"x\"], \"labels\": {\"a\": \"1\", \"b\": "
      "\"2\"}, \"notes\": [{\"date\": \"2026-01-01\", \"text\": \"n\"}], \"report\": "
      "[{\"title\": \"S\", \"v\": 1}, {\"v\": 2}], \"goals\": [" GOAL ("G", "A") ", "
      GOAL ("H", "B") "]");
  g_autoptr (InkDefinition) added = make_definition (
      ", \"time_zone\": \"UTC\", \"stages\": [\"Two\", \"Three\"], \"passive\": [\"y\", \"x\"], "
      "\"labels\": {\"b\": \"3\"}, \"notes\": [{\"date\": \"2026-01-01\", \"text\": \"n\"}, "
      "{\"date\": \"2026-01-02\", \"text\": \"n\"}], \"report\": [{\"title\": \"T\"}, {\"title\": "
      "\"S\"}], \"goals\": [" GOAL ("New", "C") ", " GOAL ("G", "Z") "]");
  g_autoptr (InkDefinition) merged = ink_definition_merge (old, added);
  g_autofree char *json = ink_definition_to_json (merged);

  g_assert_cmpstr (
      json, ==,
      "{\"inkling\": 1,\n \"time_zone\": \"UTC\",\n \"stages\": [\"Two\", \"Three\", \"One\"],\n "
      "\"passive\": [\"x\", \"y\"],\n \"labels\": {\"a\": \"1\", \"b\": \"3\"},\n \"notes\": [\n"
      "  {\"date\": \"2026-01-01\", \"text\": \"n\"},\n  {\"date\": \"2026-01-02\", \"text\": "
      "\"n\"}],\n \"goals\": [\n"
      "  {\"name\": \"G\", \"kind\": \"micro\", \"rule\": {\"does\": \"Z\"}},\n"
      "  {\"name\": \"H\", \"kind\": \"micro\", \"rule\": {\"does\": \"B\"}},\n"
      "  {\"name\": \"New\", \"kind\": \"micro\", \"rule\": {\"does\": \"C\"}}],\n"
      " \"report\": [\n  {\"title\": \"S\"},\n  {\"v\": 2},\n  {\"title\": \"T\"}]}\n");
  g_assert_cmpstr (merged->goals[0]->id, ==, old->goals[0]->id);
  g_assert_true (merged->goals[1] == old->goals[1]);
  g_assert_cmpstr (merged->goals[2]->id, ==, added->goals[0]->id);
  g_assert_cmpstr (added->goals[1]->id, !=, old->goals[0]->id);
}

static void
test_replace (void)
{
  g_autoptr (InkDefinition) old = make_linked ();
  g_autoptr (InkDefinition) file
      = make_definition (", \"goals\": [" GOAL ("X", "A") ", " GOAL ("G", "B") "]");
  g_autoptr (InkDefinition) replaced = ink_definition_replace (old, file);

  g_assert_true (ink_definition_equal (replaced, file));
  g_assert_cmpstr (replaced->goals[1]->id, ==, old->goals[0]->id);
}

static void
test_options (void)
{
  static const char *const lanes[] = { "X", NULL };
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (InkDefinition) zone = ink_definition_with_time_zone (empty, "UTC");
  g_autoptr (InkDefinition) ends = ink_definition_with_export_time (zone, "2026-07-31");
  g_autoptr (InkDefinition) exact = ink_definition_with_export_time (zone, "1970-01-01T00:00:01Z");
  g_autoptr (InkDefinition) stages = ink_definition_with_stages (empty, lanes);
  g_autoptr (InkDefinition) label = ink_definition_with_label (empty, "a", "A");
  g_autoptr (InkDefinition) unlabelled = ink_definition_with_label (label, "a", NULL);

  g_assert_cmpstr (ink_definition_get_stages (empty)[0], ==, "Discover");
  g_assert_cmpstr (ink_definition_get_stages (stages)[0], ==, "X");
  g_assert_cmpint (ink_definition_get_export_time (zone, 7), ==, 7);
  g_assert_cmpint (ink_definition_get_export_time (exact, 7), ==, INK_SECOND);
  g_assert_cmpint (ink_definition_get_export_time (ends, 7), ==,
                   G_GINT64_CONSTANT (1785542400) * INK_SECOND);
  g_assert_cmpuint (g_hash_table_size (label->labels), ==, 1);
  g_assert_true (ink_definition_equal (empty, unlabelled));
  g_assert_false (ink_definition_equal (empty, label));
}

static void
test_main_goal (void)
{
  g_autoptr (InkDefinition) none = make_definition (", \"goals\": [" GOAL ("A", "a") "]");
  g_autoptr (InkDefinition) first = make_definition (
      ", \"goals\": [" GOAL ("A", "a") ", {\"name\": \"M\", \"kind\": \"macro\", \"rule\": "
      "{\"does\": \"m\"}}]");
  g_autoptr (InkDefinition) named = ink_definition_with_main_goal (first, "A");

  g_assert_null (ink_definition_get_main_goal (none));
  g_assert_cmpstr (ink_definition_get_main_goal (first)->name, ==, "M");
  g_assert_cmpstr (ink_definition_get_main_goal (named)->name, ==, "A");
}

/* A funnel that an editor varies stays one that a file could hold. */
static void
test_funnel_variants (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkFunnel) funnel = ink_funnel_from_json (
      "{\"name\": \"F\", \"steps\": [{\"does\": \"A\"}, {\"does\": \"B\", \"optional\": true}, "
      "{\"does\": \"C\"}], \"not_if\": [{\"rule\": {\"does\": \"X\"}, \"between\": [1, 3]}], "
      "\"count\": \"tries\", \"compare\": {\"by\": \"property\", \"prop\": \"p\", \"take\": "
      "\"step 3\"}}",
      -1, NULL, NULL, NULL, NULL, &error);
  g_autoptr (InkFunnel) shorter = ink_funnel_copy_with_steps (funnel, funnel->steps, 2);
  g_autoptr (InkFunnel) any = ink_funnel_copy_with_order (funnel, INK_ORDER_ANY);
  InkFunnel *variants[] = { shorter, any };

  g_assert_no_error (error);
  g_assert_cmpuint (funnel->n_not_if, ==, 1);
  g_assert_cmpuint (shorter->n_not_if, ==, 0);
  g_assert_cmpint (shorter->take, ==, INK_TAKE_FIRST);
  g_assert_false (any->steps[1].optional);
  g_assert_cmpint (any->count, ==, INK_COUNT_PEOPLE);
  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autofree char *json = ink_funnel_to_json (variants[i]);
      g_autoptr (InkFunnel) back
          = ink_funnel_from_json (json, -1, NULL, NULL, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (ink_funnel_equal (back, variants[i]));
      g_assert_cmpstr (variants[i]->id, ==, funnel->id);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/edits/with", test_with);
  g_test_add_func ("/definition/edits/rename", test_rename);
  g_test_add_func ("/definition/edits/move", test_move);
  g_test_add_func ("/definition/edits/merge", test_merge);
  g_test_add_func ("/definition/edits/replace", test_replace);
  g_test_add_func ("/definition/edits/options", test_options);
  g_test_add_func ("/definition/edits/main-goal", test_main_goal);
  g_test_add_func ("/definition/edits/funnel-variants", test_funnel_variants);

  return g_test_run ();
}
