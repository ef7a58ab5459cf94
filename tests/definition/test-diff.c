/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Changes between definitions: found, kept, made, taken back and said in words. */
#include "base/ink-error.h"
#include "definition/ink-definition-diff.h"
#include "definition/ink-definition-json.h"
#include "support/ink-test.h"

#include <string.h>

static InkDefinition *
make_definition (const char *members)
{
  g_autofree char *text = g_strdup_printf ("{\"inkling\": 1%s}", members);
  g_autoptr (GError) error = NULL;
  InkDefinition *definition = ink_definition_from_json (text, -1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return definition;
}

#define GOAL(name, event) "{\"name\": \"" name "\", \"rule\": {\"does\": \"" event "\"}}"

static const char *const states[] = {
  "",
  ", \"goals\": [" GOAL ("A", "a") "]",
  ", \"goals\": [" GOAL ("A", "a") ", " GOAL ("B", "b") "], \"time_zone\": \"UTC\"",
  ", \"goals\": [" GOAL ("B", "x") ", " GOAL ("A", "a") "], \"time_zone\": \"Europe/Berlin\", "
  "\"notes\": [{\"date\": \"2026-01-01\", \"text\": \"n\"}]",
  ", \"personas\": [" GOAL ("P", "p") "], \"funnels\": [{\"name\": \"F\", \"steps\": [{\"does\": "
  "\"a\"}]}], \"followups\": [" GOAL ("L", "l") "], \"labels\": {\"a\": \"b\"}, \"settings\": "
  "{\"x\": [1, {}]}, \"report\": [{\"title\": \"\\u00e4\"}]",
  ", \"main\": \"A\", \"stages\": [\"S\"], \"passive\": [\"p\"], \"hidden\": [\"h\"], \"goals\": ["
  GOAL ("A", "a") "], \"export_time\": \"2026-01-01\"",
};

static void
check_same (const InkDefinition *a,
            const InkDefinition *b)
{
  g_autoptr (GPtrArray) none = ink_definition_diff (a, b);

  g_assert_true (ink_definition_equal (a, b));
  g_assert_cmpuint (none->len, ==, 0);
}

/* Between any two states, kept as text in between, ids included. */
static void
test_there_and_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint j = 0; j < G_N_ELEMENTS (states); j++)
      {
        g_autoptr (InkDefinition) before = make_definition (states[i]);
        g_autoptr (InkDefinition) file = make_definition (states[j]);
        g_autoptr (InkDefinition) after = ink_definition_replace (before, file);
        g_autoptr (GPtrArray) found = ink_definition_diff (before, after);
        g_autofree char *kept = ink_definition_changes_to_json (found);
        g_autoptr (GError) error = NULL;
        g_autoptr (GPtrArray) changes = ink_definition_changes_from_json (kept, -1, &error);
        g_autoptr (InkDefinition) there = NULL, back = NULL;

        g_assert_no_error (error);
        g_assert_true ((i == j) == (changes->len == 0));
        there = ink_definition_apply (before, changes, FALSE, &error);
        g_assert_no_error (error);
        check_same (there, after);
        back = ink_definition_apply (after, changes, TRUE, &error);
        g_assert_no_error (error);
        check_same (back, before);
      }
}

/* Only what changed is in a change. */
static void
test_small (void)
{
  g_autoptr (InkDefinition) before = make_definition (states[2]);
  g_autoptr (InkGoal) goal = ink_goal_copy (before->goals[1]);
  g_autoptr (InkDefinition) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  InkDefinitionChange *change;

  goal->kind = INK_GOAL_MACRO;
  after = ink_definition_with_goal (before, goal);
  changes = ink_definition_diff (before, after);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->kind, ==, "goal");
  g_assert_cmpstr (change->id, ==, goal->id);
  g_assert_cmpstr (change->before, ==,
                   "{\"name\": \"B\", \"kind\": \"micro\", \"rule\": {\"does\": \"b\"}}");
  g_assert_cmpstr (change->after, ==,
                   "{\"name\": \"B\", \"kind\": \"macro\", \"rule\": {\"does\": \"b\"}}");
}

static void
test_misfit (void)
{
  g_autoptr (InkDefinition) empty = make_definition (states[0]);
  g_autoptr (InkDefinition) full = make_definition (states[2]);
  g_autoptr (GPtrArray) changes = ink_definition_diff (empty, full);
  g_autoptr (GError) error = NULL;

  g_assert_null (ink_definition_apply (full, changes, FALSE, &error));
  g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==,
                   "The history of the project's definitions is damaged: a step does not fit the "
                   "one before it.");
}

/* Kept texts with any byte damaged are refused or still make a definition. */
static void
test_damage (void)
{
  g_autoptr (InkDefinition) before = make_definition (states[0]);
  g_autoptr (InkDefinition) after = make_definition (states[4]);
  g_autoptr (GPtrArray) found = ink_definition_diff (before, after);
  g_autofree char *kept = ink_definition_changes_to_json (found);
  gsize length = strlen (kept);

  for (guint round = 0; round < 1000; round++)
    {
      g_autofree char *damaged = g_strdup (kept);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (InkDefinition) result = NULL;

      damaged[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (1, 256);
      changes = ink_definition_changes_from_json (damaged, (gssize) length, &error);
      if (changes != NULL)
        result = ink_definition_apply (before, changes, FALSE, &error);
      g_assert_true ((result == NULL) == (error != NULL));
    }
}

static const struct
{
  const char *kind;
  const char *id;
  const char *before;
  const char *after;
  const char *words;
} cases[] = {
  { "goal", "1", NULL, GOAL ("A", "a"), "Goal “A” added" },
  { "funnel", "1", "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}]}", NULL,
    "Funnel “F” removed" },
  { "goal", "1",
    "{\"name\": \"Pricing 2 min\", \"rule\": {\"does\": \"Viewed Page\", \"total\": {\"prop\": "
    "\"duration\", \"at_least\": 120}}}",
    "{\"name\": \"Pricing 2 min\", \"rule\": {\"does\": \"Viewed Page\", \"total\": {\"prop\": "
    "\"duration\", \"at_least\": 90}}}",
    "Pricing 2 min: at least 120 → at least 90" },
  { "goal", "1", "{\"name\": \"A\", \"kind\": \"micro\", \"rule\": {\"does\": \"a\"}}",
    "{\"name\": \"B\", \"kind\": \"macro\", \"stage\": \"Decide\", \"rule\": {\"does\": \"a\"}}",
    "B: was called “A”; kind micro → macro; stage nothing → Decide" },
  { "funnel", "1", "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}], \"within\": {\"days\": 7}}",
    "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}, {\"does\": \"b\"}], \"within\": {\"days\": "
    "14}, \"compare\": {\"by\": \"persona\"}}",
    "F: steps a → a, b; · within 7 → · within 14; compared by nothing → persona" },
  { "persona", "1", GOAL ("P", "a"), "{\"name\": \"P\", \"rule\": {\"does\": [\"a\"]}}",
    "P: changed" },
  { "project", "time_zone", "\"Europe/Berlin\"", "\"UTC\"", "Time zone: Europe/Berlin → UTC" },
  { "project", "main", NULL, "\"A\"", "Main goal: nothing → A" },
  { "order", "personas", "[]", "[]", "Order of personas changed" },
  { "slide", "slide-1", "{}", "{}", "slide-1: changed" },
  { "goal", "1", "nonsense", "{", "Changed" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ink_definition_change_to_words (cases[i].kind, cases[i].id,
                                                               cases[i].before, cases[i].after);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/diff/there-and-back", test_there_and_back);
  g_test_add_func ("/definition/diff/small", test_small);
  g_test_add_func ("/definition/diff/misfit", test_misfit);
  g_test_add_func ("/definition/diff/damage", test_damage);
  g_test_add_func ("/definition/diff/words", test_words);

  return g_test_run ();
}
