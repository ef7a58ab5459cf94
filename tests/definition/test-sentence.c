/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules as words and back, and what words can be made to say. */
#include "definition/ink-definition-json.h"
#include "definition/ink-sentence-check.h"
#include "definition/ink-sentence-edit.h"
#include "definition/ink-sentence.h"
#include "support/ink-test-rules.h"

#include <string.h>

static const InkPartPath root = { .depth = 0 };

static InkRule *
read_rule (const char *json)
{
  g_autoptr (InkDefinition) base = ink_test_rules_base ();
  g_autoptr (GError) error = NULL;
  InkRule *rule = ink_rule_from_json (json, -1, NULL, NULL, base, &error);

  g_assert_no_error (error);
  return rule;
}

static char *
write_words (const InkRule *rule)
{
  g_autoptr (InkDefinition) base = ink_test_rules_base ();
  g_autoptr (InkSentence) sentence = ink_sentence_new (rule, base, NULL);

  return ink_sentence_to_text (sentence, TRUE);
}

/* --- Words --- */

static const struct
{
  const char *json;
  const char *words;
} goldens[] = {
  { "{\"does\": \"Viewed Page\"}", "A person [does] [Viewed Page]" },
  { "{\"does\": [\"A\", \"B\"]}", "A person [does] [First thing or B]" },
  { "{\"does\": \"*\"}", "A person [does] [anything]" },
  { "{\"does\": [\"1\", \"2\", \"3\", \"4\", \"5\"]}", "A person [does] [1, 2, 3 or 2 more]" },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"page\", \"op\": \"starts_with\", "
    "\"value\": \"/pricing\"}], \"total\": {\"prop\": \"duration\", \"at_least\": 120, \"within\": "
    "{\"session\": true}}}",
    "A person [does] [Viewed Page] where [page] [starts with] [/pricing] for [at least] [2 min] of "
    "[duration] [in one visit]" },
  { "{\"does\": \"X\", \"where\": [{\"prop\": \"step\", \"op\": \"is\", \"value\": \"12\", "
    "\"case\": true}, {\"prop\": \"duration\", \"op\": \">=\", \"value\": 30}, {\"prop\": "
    "\"role\", \"on\": \"person\", \"op\": \"in\", \"value\": [\"CMO\", \"Head\"]}]}",
    "A person [does] [X] where [step] [is (same case)] [“12”] and [duration] [is at least] [30 s] "
    "and the person's [role] [is one of] [CMO or Head]" },
  { "{\"does\": \"X\", \"times\": {\"at_least\": 2, \"at_most\": 5}, \"within\": {\"days\": 7}}",
    "A person [does] [X] [at least] [2] and [at most] [5] times [in any 7 days]" },
  { "{\"does\": \"X\", \"times\": {\"exactly\": 1}}",
    "A person [does] [X] [exactly] [1] time [in all]" },
  { "{\"does\": \"X\", \"times\": {\"at_least\": 2}, \"total\": {\"prop\": \"value\", "
    "\"at_least\": 99.5}, \"within\": {\"session\": true}}",
    "A person [does] [X] [at least] [2] times with [at least] [99.5] of [value] each [in one "
    "visit]" },
  { "{\"does\": \"X\", \"times\": {\"at_least\": 2, \"within\": {\"hours\": 1}}, \"within\": "
    "{\"session\": true}}",
    "A person [does] [X] [at least] [2] times [in any 1 hour] else [in one visit]" },
  { "{\"does\": \"X\", \"first_time\": \"matching\", \"between\": [\"2026-07-01\", null]}",
    "A person [does] [X] [the first time that this fits] from [2026-07-01] to [the end]" },
  { "{\"does\": \"X\", \"first_time\": true, \"within\": {\"first_days\": 1}}",
    "A person [does] [X] [for the first time ever] [in their first 1 day]" },
  { "{\"goal\": \"G\", \"after\": \"Second\", \"within\": {\"days\": 7}, \"times\": {\"at_least\": "
    "3}}",
    "A person [completes] [G] after [Second] [within 7 days] [at least] [3] times [in all]" },
  { "{\"not\": {\"goal\": \"G\", \"after\": \"G\"}}",
    "A person [does not complete] [G] after [G] [at any time]" },
  { "{\"person\": \"role\", \"op\": \"is_set\"}", "A person [has a] [role] that [is there]" },
  { "{\"not\": {\"person\": \"age\", \"op\": \"between\", \"value\": [18, 30]}}",
    "A person [has no] [age] that [is between] [18] and [30]" },
  { "{\"persona\": \"P\"}", "A person [is of persona] [P]" },
  { "{\"all\": [{\"does\": \"X\"}, {\"not\": {\"any\": [{\"does\": \"Y\"}, {\"not\": {\"persona\": "
    "\"P\"}}]}}]}",
    "A person fits [all of these] ([does] [X], fits [none of these] ([does] [Y], [is not of "
    "persona] [P]))" },
  { "{\"not\": {\"not\": {\"does\": \"X\"}}}",
    "A person fits [the opposite of this] ([does not do] [X])" },
  { "{\"not\": {\"all\": [{\"does\": \"X\"}]}}", "A person fits [not all of these] ([does] [X])" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autoptr (InkRule) rule = read_rule (goldens[i].json);
      g_autofree char *words = write_words (rule);

      g_assert_cmpstr (words, ==, goldens[i].words);
    }
}

static void
test_unfinished (void)
{
  static const struct
  {
    InkRuleKind kind;
    const char *words;
  } cases[] = {
    { INK_RULE_DOES, "A person [does] [an event…]" },
    { INK_RULE_GOAL, "A person [completes] [a goal…]" },
    { INK_RULE_PERSON, "A person [has a] [a property…] that [is] [a value…]" },
    { INK_RULE_PERSONA, "A person [is of persona] [a persona…]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkRule) part = ink_sentence_new_part (cases[i].kind);
      g_autoptr (InkSentence) sentence = ink_sentence_new (part, NULL, NULL);
      g_autoptr (InkRule) back = ink_sentence_to_rule (sentence);
      g_autofree char *words = ink_sentence_to_text (sentence, TRUE);
      g_autoptr (GError) error = NULL;
      gboolean unfinished;

      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_false (ink_sentence_check (part, NULL, NULL, INK_SENTENCE_PERSONA, NULL,
                                          &unfinished, &error));
      g_assert_no_error (error);
      g_assert_true (unfinished);
      g_assert_true (ink_rule_equal (part, back));
    }
}

static void
test_seconds (void)
{
  static const struct
  {
    const char *typed;
    double seconds;
    const char *words;
  } cases[] = {
    { "90", 90, "1 min 30 s" },   { "2 min", 120, "2 min" },    { " 1.5 Minutes ", 90, "1 min 30 s" },
    { "1h", 3600, "1 h" },        { "1,5 h", 5400, "1 h 30 min" }, { "0", 0, "0 s" },
    { "2 days", 172800, "48 h" }, { "0.25s", 0.25, "0.25 s" },  { "1 h 30", 3630, "1 h 30 s" },
    { "-5 s", -5, "-5 s" },
  };
  static const char *const refused[] = { "", "  ", "min", "2 parsecs", "1.2.3", "two", "1 h x" };
  double seconds;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = ink_seconds_to_words (cases[i].seconds);

      g_assert_true (ink_seconds_parse (cases[i].typed, &seconds));
      g_assert_cmpfloat (seconds, ==, cases[i].seconds);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_true (ink_seconds_parse (words, &seconds));
      g_assert_cmpfloat (seconds, ==, cases[i].seconds);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_false (ink_seconds_parse (refused[i], &seconds));
}

static void
test_check (void)
{
  static const struct
  {
    const char *json;
    InkSentenceUse use;
    const char *error; /* nullable: good */
  } cases[] = {
    { "{\"persona\": \"P\"}", INK_SENTENCE_PERSONA, NULL },
    { "{\"persona\": \"P\"}", INK_SENTENCE_GOAL, "A goal is completed at a moment" },
    { "{\"does\": \"A\", \"times\": {\"at_most\": 1}}", INK_SENTENCE_STEP, "A step is taken" },
    { "{\"does\": \"A\"}", INK_SENTENCE_GOAL, NULL },
    { "{\"all\": [{\"does\": \"A\"}, {\"goal\": \"gone\"}]}", INK_SENTENCE_GOAL,
      "There is no goal 'gone'." },
    { "{\"goal\": \"Secnd\"}", INK_SENTENCE_GOAL, "Did you mean 'Second'?" },
    { "{\"goal\": \"Second\"}", INK_SENTENCE_GOAL, NULL },
    { "{\"goal\": \"G\"}", INK_SENTENCE_GOAL, "G" }, /* it is G's own rule */
  };
  g_autoptr (InkDefinition) base = ink_test_rules_base ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strdup_printf (
          "{\"inkling\": 1, \"followups\": [{\"name\": \"L\", \"rule\": %s}]}", cases[i].json);
      g_autoptr (InkDefinition) restored = ink_definition_restore_json (file, -1, NULL, NULL);
      g_autoptr (GError) error = NULL;
      gboolean good = ink_sentence_check (restored->follow_ups[0]->rule, base, NULL, cases[i].use,
                                          base->goals[0]->id, NULL, &error);

      g_test_message ("%s", error != NULL ? error->message : "good");
      g_assert_cmpint (good, ==, cases[i].error == NULL);
      if (!good)
        g_assert_nonnull (strstr (error->message, cases[i].error));
    }
}

/* --- By chance --- */

static void
test_round_trip (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (InkRule) rule = ink_test_rules_make (4, round % 2 == 0);
      g_autofree char *json = ink_rule_to_json (rule);
      g_autoptr (InkRule) valid = read_rule (json);
      g_autoptr (InkSentence) sentence = ink_sentence_new (valid, NULL, NULL);
      g_autoptr (InkRule) back = ink_sentence_to_rule (sentence);

      g_test_message ("%s", json);
      g_assert_true (ink_rule_equal (rule, back));
      g_assert_false (ink_sentence_is_unfinished (sentence));
    }
}

/* A part of the rule, any one that is no 'not'. */
static InkPartPath
any_part (const InkRule *rule)
{
  InkPartPath path = root;
  const InkRule *at = rule;

  while (at->kind == INK_RULE_NOT
         || (at->n_children > 0 && g_test_rand_double () < 0.7))
    {
      guint index = (guint) g_test_rand_int_range (0, (int) at->n_children);

      path = ink_part_path_child (&path, index);
      at = at->children[index];
    }

  return path;
}

static InkRule *
edit_condition (InkRule *rule,
                const InkPartPath *path,
                guint n_where)
{
  guint index = (guint) g_test_rand_int_range (0, (int) n_where);
  InkValue values[] = { ink_value_text ("x"), ink_value_number (2) };

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return ink_sentence_set_op (rule, path, index,
                                  (InkOp) g_test_rand_int_range (0, INK_N_OPS));
    case 1:
      return ink_sentence_set_case (rule, path, index, TRUE);
    case 2:
      return ink_sentence_set_property (rule, path, index, "page", FALSE);
    case 3:
      return ink_sentence_set_values (rule, path, index, values, 2);
    case 4:
      return ink_part_path_find (path, rule)->kind == INK_RULE_DOES
                 ? ink_sentence_remove_condition (rule, path, index)
                 : ink_rule_ref (rule);
    default:
      return ink_part_path_find (path, rule)->where[index].op != INK_OP_IS_SET
                     && ink_part_path_find (path, rule)->where[index].op != INK_OP_IS_NOT_SET
                 ? ink_sentence_set_value (rule, path, index, 0, values[0])
                 : ink_rule_ref (rule);
    }
}

static InkRule *
edit_option (InkRule *rule,
             const InkPartPath *path)
{
  static const InkClause clauses[]
      = { INK_CLAUSE_FIRST_TIME, INK_CLAUSE_DATES, INK_CLAUSE_AFTER,    INK_CLAUSE_TIMES,
          INK_CLAUSE_TOTAL,      INK_CLAUSE_WITHIN, INK_CLAUSE_CONDITION };
  InkClause clause = clauses[g_test_rand_int_range (0, G_N_ELEMENTS (clauses))];
  InkSpan spans[] = { { INK_SPAN_SESSION, INK_UNIT_DAYS, 0 }, { INK_SPAN_NONE, INK_UNIT_DAYS, 0 },
                      { INK_SPAN_LENGTH, INK_UNIT_HOURS, 3 } };

  if (ink_sentence_can_add_clause (rule, path, clause))
    return ink_sentence_add_clause (rule, path, clause);
  if (clause == INK_CLAUSE_CONDITION || !ink_sentence_has_clause (rule, path, clause))
    return ink_rule_ref (rule);
  if (g_test_rand_bit ())
    return ink_sentence_remove_clause (rule, path, clause);
  if (clause != INK_CLAUSE_TIMES && clause != INK_CLAUSE_TOTAL)
    return ink_sentence_set_window (rule, path, INK_CLAUSE_WITHIN,
                                    spans[g_test_rand_int_range (0, 3)]);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return ink_sentence_set_bound (rule, path, clause, INK_BOUND_AT_MOST, 3);
    case 1:
      return ink_sentence_remove_bound (rule, path, clause, INK_BOUND_AT_LEAST);
    case 2:
      return ink_sentence_set_window (rule, path, clause, spans[g_test_rand_int_range (0, 3)]);
    default:
      return ink_sentence_set_bound (rule, path, clause, INK_BOUND_EXACTLY, 7);
    }
}

static InkRule *
edit_structure (InkRule *rule,
                const InkPartPath *path)
{
  g_autoptr (InkRule) added = ink_rule_new_does ("New");
  InkRuleKind kind = g_test_rand_bit () ? INK_RULE_ALL : INK_RULE_ANY;
  gboolean group = ink_part_path_find (path, rule)->n_children > 0;
  InkRule *left;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return ink_sentence_add_part (rule, path, kind, added, NULL);
    case 1:
      left = ink_sentence_remove_part (rule, path);
      return left != NULL ? left : ink_rule_ref (added);
    case 2:
      return ink_sentence_move_part (rule, path, g_test_rand_bit () ? 1 : -1, NULL);
    case 3:
      return ink_sentence_group_part (rule, path, kind);
    case 4:
      return ink_sentence_ungroup (rule, path);
    default:
      return group ? ink_sentence_set_group (rule, path, kind, g_test_rand_bit ())
                   : ink_sentence_set_verb (rule, path,
                                            (InkRuleKind) g_test_rand_int_range (
                                                INK_RULE_DOES, INK_RULE_PERSONA + 1),
                                            g_test_rand_bit ());
    }
}

static InkRule *
edit (InkRule *rule)
{
  InkPartPath path = any_part (rule);
  const InkRule *part = ink_part_path_find (&path, rule);

  if (part->n_children > 0 || g_test_rand_double () < 0.3)
    return edit_structure (rule, &path);
  if (part->n_where > 0 && g_test_rand_bit ())
    return edit_condition (rule, &path, part->n_where);

  return edit_option (rule, &path);
}

/* Whatever is done to a rule that holds together, it holds together or says what is to be chosen;
 * and its words give it back. */
static void
test_edits_by_chance (void)
{
  g_autoptr (InkDefinition) base = ink_test_rules_base ();

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (InkRule) rule = ink_test_rules_make (3, FALSE);

      for (guint i = 0; i < 12; i++)
        {
          g_autoptr (InkRule) edited = edit (rule);
          g_autoptr (InkSentence) sentence = ink_sentence_new (edited, base, NULL);
          g_autoptr (InkRule) back = ink_sentence_to_rule (sentence);
          g_autoptr (GError) error = NULL;
          g_autofree char *words = ink_sentence_to_text (sentence, TRUE);
          gboolean unfinished;
          gboolean good = ink_sentence_check (edited, base, NULL, INK_SENTENCE_PERSONA, NULL,
                                              &unfinished, &error);

          g_test_message ("%s", words);
          g_assert_no_error (error);
          g_assert_true (good || unfinished);
          g_assert_true (ink_rule_equal (edited, back));
          ink_rule_unref (rule);
          rule = g_steal_pointer (&edited);
        }
    }
}

/* --- Single edits --- */

typedef InkRule *(*Edit) (InkRule *rule);

static InkRule *
set_op_in (InkRule *rule)
{
  return ink_sentence_set_op (rule, &root, 0, INK_OP_IN);
}

static InkRule *
set_op_is_set (InkRule *rule)
{
  return ink_sentence_set_op (rule, &root, 0, INK_OP_IS_SET);
}

static InkRule *
set_op_between (InkRule *rule)
{
  return ink_sentence_set_op (rule, &root, 0, INK_OP_BETWEEN);
}

static InkRule *
pick_number (InkRule *rule)
{
  return ink_sentence_pick_property (rule, &root, 0, "n", FALSE, TRUE);
}

static InkRule *
pick_text (InkRule *rule)
{
  return ink_sentence_pick_property (rule, &root, 0, "t", FALSE, FALSE);
}

static InkRule *
wrap_not (InkRule *rule)
{
  return ink_sentence_set_verb (rule, &root, rule->kind, TRUE);
}

static InkRule *
to_goal (InkRule *rule)
{
  g_autoptr (InkRule) goal = ink_sentence_set_verb (rule, &root, INK_RULE_GOAL, FALSE);

  return ink_sentence_set_name (goal, &root, "G");
}

static InkRule *
add_and (InkRule *rule)
{
  g_autoptr (InkRule) part = ink_rule_new_does ("N");

  return ink_sentence_add_part (rule, &root, INK_RULE_ALL, part, NULL);
}

static InkRule *
add_or_to_second (InkRule *rule)
{
  g_autoptr (InkRule) part = ink_rule_new_does ("N");
  InkPartPath path = ink_part_path_child (&root, 1);
  InkPartPath added;
  InkRule *edited = ink_sentence_add_part (rule, &path, INK_RULE_ANY, part, &added);

  g_assert_true (ink_rule_equal (ink_part_path_find (&added, edited), part));
  return edited;
}

static InkRule *
remove_first (InkRule *rule)
{
  InkPartPath path = ink_part_path_child (&root, 0);

  return ink_sentence_remove_part (rule, &path);
}

static InkRule *
remove_times (InkRule *rule)
{
  return ink_sentence_remove_clause (rule, &root, INK_CLAUSE_TIMES);
}

static InkRule *
move_down (InkRule *rule)
{
  InkPartPath path = ink_part_path_child (&root, 0);
  InkPartPath moved;
  InkRule *edited = ink_sentence_move_part (rule, &path, 1, &moved);

  g_assert_true (ink_rule_equal (ink_part_path_find (&path, rule),
                                 ink_part_path_find (&moved, edited)));
  return edited;
}

static const struct
{
  const char *name;
  Edit edit;
  const char *before;
  const char *after;
} edits[] = {
  { "op-in", set_op_in,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"p\", \"op\": \"is\", \"value\": \"a\"}]}",
    "A person [does] [X] where [p] [is one of] [a]" },
  { "op-is-set", set_op_is_set,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"p\", \"op\": \"is\", \"value\": \"a\"}]}",
    "A person [does] [X] where [p] [is there]" },
  { "op-between", set_op_between,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"p\", \"op\": \">\", \"value\": 3}]}",
    "A person [does] [X] where [p] [is between] [3] and [a value…]" },
  { "number-begins-with-at-least", pick_number,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"p\", \"op\": \"is\", \"value\": \"a\"}]}",
    "A person [does] [X] where [n] [is at least] [a value…]" },
  { "number-keeps-what-was-chosen", pick_number,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"p\", \"op\": \"is_not\", \"value\": \"a\"}]}",
    "A person [does] [X] where [n] [is not] [a value…]" },
  { "the-same-number", pick_number,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"n\", \"op\": \"is\", \"value\": 3}]}",
    "A person [does] [X] where [n] [is] [3]" },
  { "text-is-not-at-least", pick_text,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"p\", \"op\": \">=\", \"value\": 3}]}",
    "A person [does] [X] where [t] [is] [a value…]" },
  { "not", wrap_not, "{\"does\": \"X\"}", "A person [does not do] [X]" },
  { "goal", to_goal,
    "{\"does\": \"X\", \"where\": [{\"prop\": \"p\", \"op\": \"is_set\"}], \"times\": "
    "{\"at_least\": 2}, \"total\": {\"prop\": \"v\", \"at_least\": 2}}",
    "A person [completes] [G] [at least] [2] times [in all]" },
  { "and", add_and, "{\"does\": \"X\"}",
    "A person fits [all of these] ([does] [X], [does] [N])" },
  { "and-in-all", add_and, "{\"all\": [{\"does\": \"X\"}, {\"does\": \"Y\"}]}",
    "A person fits [all of these] ([does] [X], [does] [Y], [does] [N])" },
  { "and-of-none", add_and, "{\"any\": [{\"does\": \"X\"}, {\"does\": \"Y\"}]}",
    "A person fits [all of these] (fits [any of these] ([does] [X], [does] [Y]), [does] [N])" },
  { "or-nested", add_or_to_second,
    "{\"all\": [{\"does\": \"X\"}, {\"not\": {\"does\": \"Y\"}}]}",
    "A person fits [all of these] ([does] [X], fits [any of these] ([does not do] [Y], [does] "
    "[N]))" },
  { "remove", remove_first,
    "{\"any\": [{\"not\": {\"does\": \"X\"}}, {\"does\": \"Y\"}, {\"does\": \"Z\"}]}",
    "A person fits [any of these] ([does] [Y], [does] [Z])" },
  { "remove-last-but-one", remove_first, "{\"any\": [{\"does\": \"X\"}, {\"does\": \"Y\"}]}",
    "A person [does] [Y]" },
  { "window-goes-with-times", remove_times,
    "{\"does\": \"X\", \"times\": {\"at_least\": 2}, \"within\": {\"session\": true}}",
    "A person [does] [X]" },
  { "move", move_down, "{\"any\": [{\"not\": {\"does\": \"X\"}}, {\"does\": \"Y\"}]}",
    "A person fits [any of these] ([does] [Y], [does not do] [X])" },
};

static void
test_edits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (InkRule) before = read_rule (edits[i].before);
      g_autoptr (InkRule) after = edits[i].edit (before);
      g_autofree char *words = write_words (after);

      g_test_message ("%s", edits[i].name);
      g_assert_cmpstr (words, ==, edits[i].after);
    }
}

static void
test_remove_whole (void)
{
  g_autoptr (InkRule) rule = read_rule ("{\"not\": {\"all\": [{\"does\": \"X\"}]}}");
  InkPartPath path = ink_part_path_child (&root, 0);

  path = ink_part_path_child (&path, 0);
  g_assert_null (ink_sentence_remove_part (rule, &path));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/sentence/words", test_words);
  g_test_add_func ("/definition/sentence/unfinished", test_unfinished);
  g_test_add_func ("/definition/sentence/seconds", test_seconds);
  g_test_add_func ("/definition/sentence/check", test_check);
  g_test_add_func ("/definition/sentence/round-trip", test_round_trip);
  g_test_add_func ("/definition/sentence/edits", test_edits);
  g_test_add_func ("/definition/sentence/remove-whole", test_remove_whole);
  g_test_add_func ("/definition/sentence/edits-by-chance", test_edits_by_chance);

  return g_test_run ();
}
