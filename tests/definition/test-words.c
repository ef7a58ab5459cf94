/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What rules, steps and funnels are called in sentences. */
#include "definition/ink-definition-json.h"

typedef struct
{
  const char *json;
  const char *words;
} Case;

static const Case rules[] = {
  { "{\"does\": \"Viewed Page\"}", "does Viewed Page" },
  { "{\"does\": \"*\"}", "does anything" },
  { "{\"does\": [\"A\", \"B\", \"C\"]}", "does A, B or C" },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"page\", \"op\": \"starts_with\", "
    "\"value\": \"/pricing\"}], \"total\": {\"prop\": \"duration\", \"at_least\": 120, \"within\": "
    "{\"session\": true}}}",
    "does Viewed Page where page starts with “/pricing”, for at least 120 seconds of duration in "
    "one visit" },
  { "{\"does\": \"A\", \"where\": [{\"prop\": \"x\", \"op\": \"between\", \"value\": [1, 2]}, "
    "{\"prop\": \"role\", \"op\": \"not_in\", \"value\": [\"a\", \"b\"], \"on\": \"person\", "
    "\"case\": true}]}",
    "does A where x is between 1 and 2 and the person's role is neither “a” nor “b” (in the same "
    "case)" },
  { "{\"does\": \"A\", \"times\": {\"at_least\": 2, \"at_most\": 5}, \"within\": {\"days\": 7}}",
    "does A, at least 2 times and at most 5 times in any 7 days" },
  { "{\"does\": \"A\", \"times\": {\"exactly\": 1}}", "does A, exactly 1 time" },
  { "{\"does\": \"A\", \"total\": {\"prop\": \"value\", \"at_least\": 99.5}}",
    "does A, for at least 99.5 of value in all" },
  { "{\"does\": \"A\", \"first_time\": true, \"between\": [\"2026-07-01\", null]}",
    "does A, the first time ever, from 2026-07-01 on" },
  { "{\"does\": \"A\", \"within\": {\"first_days\": 1}}", "does A in their first 1 day" },
  { "{\"goal\": \"G\", \"after\": \"G\", \"within\": {\"hours\": 1}}",
    "completes “G”, within 1 hour after “G”" },
  { "{\"does\": \"A\", \"after\": \"G\", \"within\": {\"session\": true}}",
    "does A, after “G” in the same visit" },
  { "{\"not\": {\"goal\": \"G\"}}", "does not complete “G”" },
  { "{\"not\": {\"all\": [{\"does\": \"A\"}, {\"persona\": \"P\"}]}}",
    "not (does A and is of persona “P”)" },
  { "{\"all\": [{\"does\": \"A\"}, {\"any\": [{\"does\": \"B\"}, {\"not\": {\"does\": \"C\"}}]}]}",
    "does A and (does B or does not do C)" },
  { "{\"person\": \"role\", \"op\": \"in\", \"value\": [\"CMO\", \"Head\"]}",
    "has a role that is “CMO” or “Head”" },
  { "{\"person\": \"role\", \"op\": \"is_not_set\"}", "has no known role" },
  { "{\"person\": \"n\", \"op\": \"in\", \"value\": [1,2,3,4,5,6,7,8]}",
    "has a n that is 1, 2, 3, 4, 5, 6 or 2 more" },
};

static InkDefinition *
make_base (void)
{
  g_autoptr (GError) error = NULL;
  InkDefinition *base = ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": {\"does\": \"X\"}}], "
      "\"personas\": [{\"name\": \"P\", \"rule\": {\"does\": \"X\"}}]}",
      -1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return base;
}

static void
test_rules (void)
{
  g_autoptr (InkDefinition) base = make_base ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkRule) rule = ink_rule_from_json (rules[i].json, -1, NULL, NULL, base, &error);
      g_autofree char *words = NULL;

      g_assert_no_error (error);
      words = ink_rule_to_words (rule);
      g_assert_cmpstr (words, ==, rules[i].words);
    }
}

static InkFunnel *
make_funnel (const char *json)
{
  g_autoptr (InkDefinition) base = make_base ();
  g_autoptr (GError) error = NULL;
  InkFunnel *funnel = ink_funnel_from_json (json, -1, NULL, NULL, base, NULL, &error);

  g_assert_no_error (error);
  return funnel;
}

static void
test_steps (void)
{
  g_autoptr (InkFunnel) funnel
      = make_funnel ("{\"steps\": [{\"does\": \"A\"}, {\"goal\": \"G\"}, {\"name\": \"Mine\", "
                     "\"does\": \"A\"}, {\"does\": \"*\"}, {\"does\": \"A\", \"times\": "
                     "{\"at_least\": 2}}, {\"does\": [\"A\", \"B\"]}]}");
  static const char *const labels[]
      = { "A", "G", "Mine", "Any event", "does A, at least 2 times", "does A or B" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *label = ink_step_to_label (&funnel->steps[i]);

      g_assert_cmpstr (label, ==, labels[i]);
    }
}

static const Case funnels[] = {
  { "{\"steps\": [{\"does\": \"A\"}], \"within\": {\"days\": 14}}",
    "In this order, other events may lie between · within 14 days of the first step · each person "
    "counts once" },
  { "{\"steps\": [{\"does\": \"A\"}], \"order\": \"strict\", \"count\": {\"prop\": \"company\"}}",
    "In this order, nothing else between · without a time limit · groups by company" },
  { "{\"steps\": [{\"does\": \"A\"}, {\"does\": \"B\"}], \"order\": \"any\", \"count\": "
    "\"sessions\", \"not_if\": [{\"rule\": {\"does\": \"C\"}}], \"people\": {\"persona\": \"P\"}, "
    "\"between\": [\"2026-01-01\", \"2026-02-01\"]}",
    "In any order · without a time limit · visits · left out who does C between steps 1 and 2 · "
    "only who is of persona “P” · started from 2026-01-01 to 2026-02-01" },
};

static void
test_funnels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (funnels); i++)
    {
      g_autoptr (InkFunnel) funnel = make_funnel (funnels[i].json);
      g_autofree char *words = ink_funnel_to_words (funnel);

      g_assert_cmpstr (words, ==, funnels[i].words);
    }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *json;
    gboolean moments;
  } cases[] = {
    { "{\"does\": \"A\"}", TRUE },
    { "{\"does\": \"A\", \"times\": {\"at_most\": 1}}", FALSE },
    { "{\"does\": \"A\", \"times\": {\"exactly\": 0}}", FALSE },
    { "{\"does\": \"A\", \"times\": {\"at_least\": 0}}", FALSE },
    { "{\"does\": \"A\", \"times\": {\"at_most\": 1, \"at_least\": 1}}", TRUE },
    { "{\"does\": \"A\", \"times\": {\"at_most\": 1}, \"total\": {\"prop\": \"v\", \"exactly\": "
      "1}}",
      TRUE },
    { "{\"goal\": \"G\"}", TRUE },
    { "{\"goal\": \"G\", \"times\": {\"at_most\": 1}}", FALSE },
    { "{\"persona\": \"P\"}", FALSE },
    { "{\"not\": {\"does\": \"A\"}}", FALSE },
    { "{\"all\": [{\"does\": \"A\"}, {\"persona\": \"P\"}]}", TRUE },
    { "{\"all\": [{\"persona\": \"P\"}]}", FALSE },
    { "{\"any\": [{\"does\": \"A\"}, {\"persona\": \"P\"}]}", FALSE },
    { "{\"any\": [{\"does\": \"A\"}, {\"goal\": \"G\"}]}", TRUE },
  };
  g_autoptr (InkDefinition) base = make_base ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkRule) rule = ink_rule_from_json (cases[i].json, -1, NULL, NULL, base, NULL);

      g_assert_nonnull (rule);
      g_assert_cmpint (ink_rule_has_moments (rule), ==, cases[i].moments);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/words/rules", test_rules);
  g_test_add_func ("/definition/words/steps", test_steps);
  g_test_add_func ("/definition/words/funnels", test_funnels);
  g_test_add_func ("/definition/words/moments", test_moments);

  return g_test_run ();
}
