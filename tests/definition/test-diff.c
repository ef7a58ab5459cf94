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
  g_assert_cmpstr (change->after->kind, ==, "goal");
  g_assert_cmpstr (change->after->id, ==, goal->id);
  g_assert_cmpint (change->after->position, ==, 1);
  g_assert_cmpstr (change->before->json, ==,
                   "{\"name\": \"B\", \"kind\": \"micro\", \"rule\": {\"does\": \"b\"}}");
  g_assert_cmpstr (change->after->json, ==,
                   "{\"name\": \"B\", \"kind\": \"macro\", \"rule\": {\"does\": \"b\"}}");
}

/* A step that was kept can be taken back, even where what it changed is another by now. */
static void
test_changed_since (void)
{
  g_autoptr (InkDefinition) before = make_definition (states[1]);
  g_autoptr (InkGoal) goal = ink_goal_copy (before->goals[0]);
  g_autoptr (InkDefinition) after = NULL, other = NULL, back = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  goal->kind = INK_GOAL_MACRO;
  after = ink_definition_with_goal (before, goal);
  changes = ink_definition_diff (before, after);
  other = ink_definition_with_time_zone (after, "UTC");
  back = ink_definition_apply (other, changes, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (ink_goal_equal (back->goals[0], before->goals[0]));
  g_assert_cmpstr (back->time_zone, ==, "UTC");
}

/* What does not make a definition is refused with a sentence. */
static void
test_misfit (void)
{
  static const struct
  {
    const char *kept;
    const char *message;
  } misfits[] = {
    { "[{\"kind\": \"goal\", \"id\": \"1\", \"before\": null, \"after\": {\"position\": 0, "
      "\"json\": \"{}\"}}]", "The project's definitions are damaged" },
    { "[{\"kind\": \"goal\", \"id\": \"1\", \"after\": {\"json\": \"" "{\\\"name\\\": "
      "\\\"A\\\", \\\"rule\\\": {\\\"does\\\": \\\"a\\\"}}, {\\\"name\\\": \\\"B\\\", "
      "\\\"rule\\\": {\\\"does\\\": \\\"a\\\"}}\"}}]", "a row holds more than one" },
  };
  g_autoptr (InkDefinition) empty = make_definition (states[0]);

  for (guint i = 0; i < G_N_ELEMENTS (misfits); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) changes
          = ink_definition_changes_from_json (misfits[i].kept, -1, &error);

      g_assert_no_error (error);
      g_assert_null (ink_definition_apply (empty, changes, FALSE, &error));
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
      g_assert_nonnull (strstr (error->message, misfits[i].message));
    }
}

static void
test_unreadable (void)
{
  static const char *const texts[] = {
    "", "{}", "[1]", "[{}]", "[{\"kind\": \"goal\", \"id\": \"1\"}]",
    "[{\"kind\": \"goal\", \"id\": \"1\", \"before\": null, \"after\": null}]",
    "[{\"kind\": \"goal\", \"id\": \"1\", \"after\": {\"position\": -1, \"json\": \"{}\"}}]",
    "[{\"kind\": \"goal\", \"id\": \"1\", \"after\": {\"position\": 1}}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ink_definition_changes_from_json (texts[i], -1, &error));
      g_assert_error (error, INK_ERROR, INK_ERROR_FORMAT);
      g_assert_true (g_str_has_prefix (error->message, "The project's list of steps is damaged"));
    }
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

#define PRICING(seconds)                                                                           \
  "{\"name\": \"Pricing 2 min\", \"rule\": {\"does\": \"Viewed Page\", \"total\": {\"prop\": "            \
  "\"duration\", \"at_least\": " seconds "}}}"

#define TIMES(n) "{\"name\": \"A\", \"rule\": {\"does\": \"a\", \"times\": {\"at_least\": " n "}}}"

#define WHERE(value)                                                                               \
  "{\"name\": \"A\", \"rule\": {\"does\": \"a\", \"where\": [{\"prop\": \"page\", \"op\": \"is\", "      \
  "\"value\": " value "}]}}"

static const struct
{
  const char *kind;
  const char *id;
  const char *before;
  const char *after;
  const char *words;
} cases[] = {
  { "goal", "1", NULL, GOAL ("Demo booked", "a"), "Added goal “Demo booked”" },
  { "persona", "1", NULL, GOAL ("P", "a"), "Added persona “P”" },
  { "funnel", "1", "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}]}", NULL,
    "Removed funnel “F”" },
  { "followup", "1", GOAL ("L", "a"), NULL, "Removed follow-up “L”" },
  { "goal", "1", PRICING ("120"), PRICING ("90"), "Pricing 2 min: 120 s → 90 s" },
  { "goal", "1", PRICING ("1"), PRICING ("90"), "Pricing 2 min: 1 s → 90 s" },
  { "goal", "1", TIMES ("2"), TIMES ("3"), "A: 2 times → 3 times" },
  { "goal", "1", WHERE ("\"/a\""), WHERE ("\"/b\""), "A: page is “/a” → page is “/b”" },
  { "goal", "1", WHERE ("1"), WHERE ("2"), "A: page is 1 → page is 2" },
  { "goal", "1", GOAL ("A", "a"), GOAL ("B", "a"), "Renamed goal “A” to “B”" },
  { "goal", "1", "{\"name\": \"A\", \"kind\": \"micro\", \"rule\": {\"does\": \"a\"}}",
    "{\"name\": \"B\", \"kind\": \"macro\", \"stage\": \"Decide\", \"rule\": {\"does\": \"a\"}}",
    "B: kind micro → macro; stage nothing → Decide; was called “A”" },
  { "funnel", "1", "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}], \"within\": {\"days\": 7}}",
    "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}, {\"does\": \"b\"}], \"within\": {\"days\": "
    "14}, \"compare\": {\"by\": \"persona\"}}",
    "F: steps a → a, b; 7 days → 14 days; compared by nothing → persona" },
  { "funnel", "1", "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}], \"within\": {\"minutes\": 30}}",
    "{\"name\": \"F\", \"steps\": [{\"does\": \"a\"}], \"within\": {\"hours\": 2}}",
    "F: 30 min → 2 h" },
  { "persona", "1", GOAL ("P", "a"), "{\"name\": \"P\", \"rule\": {\"does\": [\"a\"]}}",
    "P: changed" },
  { "project", "time_zone", "\"Europe/Berlin\"", "\"UTC\"", "Time zone: Europe/Berlin → UTC" },
  { "project", "stages", "[\"Discover\", \"Decide\"]", "[\"Discover\", \"Try\", \"Decide\"]",
    "Stages: Discover, Decide → Discover, Try, Decide" },
  { "project", "passive", NULL, "[\"Mail opened\"]", "Passive events: nothing → Mail opened" },
  { "project", "labels", NULL, "{\"view_item\": \"Saw a product\"}",
    "Readable names: nothing → view_item “Saw a product”" },
  { "project", "notes", NULL, "[{\"date\": \"2026-01-01\"}]", "Notes: changed" },
  { "project", "main", NULL, "\"A\"", "Main goal: nothing → A" },
  { "persona", "1", GOAL ("P", "a"), GOAL ("P", "a"), "Order of personas changed" },
  { "slide", "slide-1", "{}", "{\"a\": 1}", "Slide 1: changed" },
  { "slide", "slide-1", NULL, "{}", "Added slide 1" },
  { "goal", "1", "nonsense", "{", "Changed" },
};

static InkItem *
make_item (const char *kind,
           const char *id,
           const char *json)
{
  return json != NULL ? ink_item_new (kind, id, 0, json) : NULL;
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      InkItem *before = make_item (cases[i].kind, cases[i].id, cases[i].before);
      InkItem *after = make_item (cases[i].kind, cases[i].id, cases[i].after);
      g_autofree char *words
          = ink_definition_change_to_words (&(InkDefinitionChange){ before, after });

      g_assert_cmpstr (words, ==, cases[i].words);
      ink_item_free (before);
      ink_item_free (after);
    }
}

/* --- The names of steps --- */

#define ABOUT_A "{\"name\": \"P\", \"rule\": {\"goal\": \"A\"}}"
#define ALL_OF_A                                                                                   \
  ", \"goals\": [" GOAL ("A", "a") ", " GOAL ("B", "b") ", " GOAL ("C", "c") "], \"personas\": ["     \
  ABOUT_A "], \"main\": \"A\""

static InkDefinition *
do_nothing (InkDefinition *definition)
{
  return ink_definition_ref (definition);
}

static InkDefinition *
rename_first (InkDefinition *definition)
{
  g_autoptr (InkGoal) goal = ink_goal_copy (definition->goals[0]);

  g_free (goal->name);
  goal->name = g_strdup ("New");
  return ink_definition_with_goal (definition, goal);
}

static InkDefinition *
move_last (InkDefinition *definition)
{
  return ink_definition_move_goal (definition, definition->goals[2]->id, 0);
}

static InkDefinition *
remove_first (InkDefinition *definition)
{
  return ink_definition_without_goal (definition, definition->goals[0]->id);
}

static InkDefinition *
change_three (InkDefinition *definition)
{
  g_autoptr (InkDefinition) one = remove_first (definition);
  g_autoptr (InkDefinition) two = ink_definition_with_time_zone (one, "UTC");

  return ink_definition_with_main_goal (two, NULL);
}

static const struct
{
  InkDefinition *(*edit) (InkDefinition *definition);
  const char *words;
} steps[] = {
  { do_nothing, "Nothing changed" },
  { rename_first, "Renamed goal “A” to “New”" },
  { move_last, "Order of goals changed" },
  { remove_first, "Removed goal “A”" },
  { change_three, "Time zone: nothing → UTC, and 2 more changes" },
};

static void
test_steps (void)
{
  g_autoptr (InkDefinition) before = make_definition (ALL_OF_A);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (InkDefinition) after = steps[i].edit (before);
      g_autoptr (GPtrArray) changes = ink_definition_diff (before, after);
      g_autofree char *words = ink_definition_changes_to_words (changes);

      g_assert_cmpstr (words, ==, steps[i].words);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/diff/there-and-back", test_there_and_back);
  g_test_add_func ("/definition/diff/small", test_small);
  g_test_add_func ("/definition/diff/changed-since", test_changed_since);
  g_test_add_func ("/definition/diff/misfit", test_misfit);
  g_test_add_func ("/definition/diff/unreadable", test_unreadable);
  g_test_add_func ("/definition/diff/damage", test_damage);
  g_test_add_func ("/definition/diff/words", test_words);
  g_test_add_func ("/definition/diff/steps", test_steps);

  return g_test_run ();
}
