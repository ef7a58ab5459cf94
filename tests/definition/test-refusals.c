/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a definition file may not say, and the exact sentence and place that it gets. */
#include "base/ink-error.h"
#include "definition/ink-definition-check.h"
#include "definition/ink-definition-json.h"

#include <string.h>

static const InkEventInfo events[]
    = { { "Viewed Page" }, { "Booked Demo" }, { "Used ROI Calculator" } };
static const InkPropertyInfo properties[] = {
  { "page", INK_ON_EVENT, INK_KIND_TEXT },
  { "value", INK_ON_EVENT, INK_KIND_NUMBER },
  { "role", INK_ON_PERSON, INK_KIND_TEXT },
};
static const InkSchema schema
    = { events, G_N_ELEMENTS (events), properties, G_N_ELEMENTS (properties) };

typedef struct
{
  const char *input;
  const char *expected; /* NULL: taken */
} Case;

/* --- Rules --- */

static const Case rules[] = {
  /* Kinds and keys */
  { "{\"does\": \"Viewed Page\"}", NULL },
  { "[]", "line 1, column 1: an object in braces is expected here, not a list." },
  { "{}", "line 1, column 1: this is no rule: one of 'does', 'goal', 'person', 'persona', 'all', "
          "'any' or 'not' is missing." },
  { "{\"doess\": \"Viewed Page\"}",
    "line 1, column 2 (doess): there is no key 'doess' here. Did you mean 'does'?" },
  { "{\"does\": \"Viewed Page\", \"goal\": \"G\"}",
    "line 1, column 25 (goal): 'does' and 'goal' cannot stand side by side; put both into an "
    "'all' or 'any'." },
  { "{\"does\": \"Viewed Page\",\n \"wheer\": []}",
    "line 2, column 2 (wheer): there is no key 'wheer' here. Did you mean 'where'?" },
  { "{\"all\": []}", "line 1, column 9 (all): 'all' needs at least one part." },
  { "{\"any\": {}}",
    "line 1, column 9 (any): a list in brackets is expected here, not an object." },
  { "{\"not\": \"x\"}",
    "line 1, column 9 (not): an object in braces is expected here, not a text." },
  { "{\"all\": [{\"not\": {\"any\": [{\"does\": 7}]}}]}",
    "line 1, column 36 (all[0].not.any[0].does): a text in quotes is expected here, not a "
    "number." },

  /* Names */
  { "{\"does\": \"Viewed Pages\"}", "line 1, column 10 (does): the data has no event 'Viewed "
                                    "Pages'. Did you mean 'Viewed Page'?" },
  { "{\"does\": \"viewed page\"}", "line 1, column 10 (does): the data has no event 'viewed "
                                   "page'. Did you mean 'Viewed Page'?" },
  { "{\"does\": \"Zebra\"}", "line 1, column 10 (does): the data has no event 'Zebra'." },
  { "{\"does\": [\"Viewed Page\", \"Boked Demo\"]}",
    "line 1, column 26 (does[1]): the data has no event 'Boked Demo'. Did you mean 'Booked "
    "Demo'?" },
  { "{\"does\": [\"Viewed Page\", \"Viewed Page\"]}",
    "line 1, column 26 (does[1]): 'Viewed Page' stands here a second time." },
  { "{\"does\": []}", "line 1, column 10 (does): this list needs the name of an event." },
  { "{\"does\": \"\"}", "line 1, column 10 (does): this text must not be empty." },
  { "{\"does\": \"*\"}", NULL },
  { "{\"does\": [\"*\"]}", NULL },
  { "{\"does\": [\"*\", \"Viewed Page\"]}",
    "line 1, column 10 (does): '*' is any event already; leave the other names out." },
  { "{\"goal\": \"demo boked\"}", "line 1, column 10 (goal): there is no goal 'demo boked'. Did "
                                  "you mean 'Demo booked'?" },
  { "{\"persona\": \"Buyers\"}", "line 1, column 13 (persona): there is no persona 'Buyers'. Did "
                                 "you mean 'Buyer'?" },
  { "{\"persona\": \"Everyone else\"}", NULL },
  { "{\"does\": \"Viewed Page\", \"after\": \"Nothing\"}",
    "line 1, column 34 (after): there is no goal 'Nothing'." },

  /* Conditions */
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"page\", \"op\": \"equals\", "
    "\"value\": 1}]}",
    "line 1, column 58 (where[0].op): there is no operator 'equals'. Did you mean 'is'?" },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"page\", \"op\": \"start_with\", "
    "\"value\": 1}]}",
    "line 1, column 58 (where[0].op): there is no operator 'start_with'. Did you mean "
    "'starts_with'?" },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"pgae\", \"op\": \"is_set\"}]}",
    "line 1, column 44 (where[0].prop): events have no property 'pgae' in the data. Did you mean "
    "'page'?" },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"role\", \"op\": \"is_set\"}]}",
    "line 1, column 44 (where[0].prop): events have no property 'role' in the data." },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"role\", \"op\": \"is_set\", \"on\": "
    "\"person\"}]}",
    NULL },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"duration\", \"op\": \">\", \"value\": "
    "1}, {\"prop\": \"session\", \"op\": \"is_set\"}]}",
    NULL },
  { "{\"person\": \"page\", \"op\": \"is\", \"value\": \"/\"}", NULL },
  { "{\"person\": \"first page\", \"op\": \"is\", \"value\": \"/\"}", NULL },
  { "{\"person\": \"last role\", \"op\": \"is\", \"value\": \"/\"}",
    "line 1, column 12 (person): people have no property 'last role' in the data. Did you mean "
    "'last page'?" },
  { "{\"person\": \"role\", \"op\": \"is\"}",
    "line 1, column 1: 'value' is missing here: 'is' needs it." },
  { "{\"person\": \"role\", \"op\": \"is\", \"value\": null}",
    "line 1, column 41 (value): one text, number, true or false is expected here." },
  { "{\"person\": \"role\", \"op\": \"is\", \"value\": [\"a\"]}",
    "line 1, column 41 (value): one text, number, true or false is expected here." },
  { "{\"person\": \"role\", \"op\": \"is\", \"value\": \"\"}",
    "line 1, column 41 (value): an empty text is a missing value, which no value equals. Did you "
    "mean 'is_not_set'?" },
  { "{\"person\": \"role\", \"op\": \"is_set\", \"value\": 1}",
    "line 1, column 36 (value): 'is_set' takes no value." },
  { "{\"person\": \"role\", \"op\": \"in\", \"value\": \"CMO\"}",
    "line 1, column 41 (value): a list in brackets is expected here, not a text." },
  { "{\"person\": \"role\", \"op\": \"not_in\", \"value\": []}",
    "line 1, column 45 (value): this list needs at least one value." },
  { "{\"person\": \"role\", \"op\": \"between\", \"value\": [1]}",
    "line 1, column 46 (value): 'between' takes a list of two values." },
  { "{\"person\": \"role\", \"op\": \"is\", \"value\": 12345678901234567}",
    "line 1, column 41 (value): this number is too long to be kept exactly; an id belongs in "
    "quotes." },
  { "{\"person\": \"role\", \"op\": \"is\", \"value\": 1, \"case\": 1}",
    "line 1, column 52 (case): true or false is expected here, not a number." },
  { "{\"does\": \"Viewed Page\", \"where\": [{\"prop\": \"page\", \"op\": \"is_set\", \"on\": "
    "\"session\"}]}",
    "line 1, column 74 (where[0].on): 'session' is none of 'event', 'person'." },

  /* Counts and windows */
  { "{\"does\": \"Viewed Page\", \"times\": 2}",
    "line 1, column 34 (times): an object in braces is expected here, not a number." },
  { "{\"does\": \"Viewed Page\", \"times\": {}}",
    "line 1, column 34 (times): 'at_least', 'at_most' or 'exactly' is missing here." },
  { "{\"does\": \"Viewed Page\", \"times\": {\"atleast\": 2}}",
    "line 1, column 35 (times.atleast): there is no key 'atleast' here. Did you mean "
    "'at_least'?" },
  { "{\"does\": \"Viewed Page\", \"times\": {\"at_least\": 1.5}}",
    "line 1, column 47 (times.at_least): a whole number of at least 0 is expected here." },
  { "{\"does\": \"Viewed Page\", \"times\": {\"at_least\": -1}}",
    "line 1, column 47 (times.at_least): a whole number of at least 0 is expected here." },
  { "{\"does\": \"Viewed Page\", \"total\": {\"at_least\": 1}}",
    "line 1, column 34 (total): 'prop' is missing here." },
  { "{\"does\": \"Viewed Page\", \"total\": {\"prop\": \"valeu\", \"at_least\": 1}}",
    "line 1, column 43 (total.prop): events have no property 'valeu' in the data. Did you mean "
    "'value'?" },
  { "{\"goal\": \"Demo booked\", \"total\": {\"prop\": \"value\", \"at_least\": 1}}",
    "line 1, column 25 (total): there is no key 'total' here." },
  { "{\"goal\": \"Demo booked\", \"where\": []}",
    "line 1, column 25 (where): there is no key 'where' here." },
  { "{\"does\": \"Viewed Page\", \"within\": {\"days\": 7}}",
    "line 1, column 35 (within): this window needs 'after', 'times' or 'total' beside it." },
  { "{\"does\": \"Viewed Page\", \"within\": {\"session\": true}}",
    "line 1, column 35 (within): this window needs 'after', 'times' or 'total' beside it." },
  { "{\"goal\": \"Demo booked\", \"within\": {\"hours\": 7}}",
    "line 1, column 35 (within): this window needs 'after' or 'times' beside it." },
  { "{\"does\": \"Viewed Page\", \"within\": {\"first_days\": 7}}", NULL },
  { "{\"does\": \"Viewed Page\", \"within\": {\"days\": 7}, \"after\": \"Demo booked\"}", NULL },
  { "{\"does\": \"Viewed Page\", \"times\": {\"at_least\": 2}, \"within\": {\"day\": 7}}",
    "line 1, column 62 (within.day): there is no key 'day' here. Did you mean 'days'?" },
  { "{\"does\": \"Viewed Page\", \"times\": {\"at_least\": 2}, \"within\": {\"days\": 7, "
    "\"hours\": 1}}",
    "line 1, column 61 (within): one window is expected here, such as {\"days\": 14} or "
    "{\"session\": true}." },
  { "{\"does\": \"Viewed Page\", \"times\": {\"at_least\": 2}, \"within\": {\"days\": 0}}",
    "line 1, column 70 (within.days): a length above 0 and up to a million days is expected "
    "here." },
  { "{\"does\": \"Viewed Page\", \"times\": {\"at_least\": 2}, \"within\": {\"session\": false}}",
    "line 1, column 73 (within.session): 'session' can only be true here; leave 'within' out "
    "otherwise." },
  { "{\"does\": \"Viewed Page\", \"first_time\": \"ever\"}",
    "line 1, column 39 (first_time): true, false or 'matching' is expected here." },
  { "{\"does\": \"Viewed Page\", \"between\": [\"2026-07-01\"]}",
    "line 1, column 36 (between): two dates in a list are expected here: [from, to]." },
  { "{\"does\": \"Viewed Page\", \"between\": [\"July\", null]}",
    "line 1, column 37 (between[0]): 'July' is not a date or time such as 2026-07-01 or "
    "2026-07-01T09:00:00Z." },
  { "{\"does\": \"Viewed Page\", \"between\": [\"2026-07-02\", \"2026-07-01\"]}",
    "line 1, column 36 (between): this period ends before it starts." },
  { "{\"does\": \"Viewed Page\", \"between\": [\"2026-07-01\", \"2026-07-01\"]}", NULL },
};

static InkDefinition *
make_base (void)
{
  InkDefinition *base;
  g_autoptr (GError) error = NULL;

  base = ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"Demo booked\", \"kind\": \"macro\", \"rule\": "
      "{\"does\": \"Booked Demo\"}}], \"personas\": [{\"name\": \"Buyer\", \"rule\": "
      "{\"person\": \"role\", \"op\": \"is\", \"value\": \"CMO\"}}]}",
      -1, "base.json", &schema, NULL, &error);
  g_assert_no_error (error);
  return base;
}

static void
check_message (const Case *c,
               const char *file,
               gboolean taken,
               GError *error)
{
  g_autofree char *expected = NULL;

  g_test_message ("%s", c->input);
  if (c->expected == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (taken);
      return;
    }

  g_assert_false (taken);
  g_assert_error (error, INK_ERROR, INK_ERROR_DEFINITION);
  expected = g_strdup_printf ("%s, %s", file, c->expected);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_rules (void)
{
  g_autoptr (InkDefinition) base = make_base ();

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkRule) rule
          = ink_rule_from_json (rules[i].input, -1, "rule.json", &schema, base, &error);

      check_message (&rules[i], "rule.json", rule != NULL, error);
    }
}

/* --- Funnels: what stands behind `"steps": [A, A]` --- */

#define A "{\"does\": \"Viewed Page\"}"
#define AA "{\"name\": \"F\", \"steps\": [" A ", " A "]"

static const Case funnels[] = {
  { AA "}", NULL },
  { "{\"name\": \"F\"}", "line 1, column 1: 'steps' is missing here." },
  { "{\"steps\": []}", "line 1, column 11 (steps): a funnel needs at least one step." },
  { "{\"steps\": [{\"does\": \"Viewed Page\", \"optional\": true}]}",
    "line 1, column 48 (steps[0].optional): the first step cannot be optional." },
  { "{\"order\": \"strict\", \"steps\": [" A ", {\"does\": \"*\", \"optional\": true}]}",
    "line 1, column 82 (steps[1].optional): only a funnel in the order 'as_listed' can have "
    "optional steps." },
  { "{\"steps\": [" A ", {\"does\": \"*\", \"optional\": true}], \"order\": \"any\"}",
    "line 1, column 63 (steps[1].optional): only a funnel in the order 'as_listed' can have "
    "optional steps." },
  { "{\"steps\": [{\"person\": \"role\", \"op\": \"is_set\"}]}",
    "line 1, column 12 (steps[0]): a step needs an event that completes it; 'not', 'person', "
    "'persona' and a lone 'at_most' have none, and in 'any' no part may be without." },
  { "{\"steps\": [{\"any\": [" A ", {\"not\": " A "}]}]}",
    "line 1, column 12 (steps[0]): a step needs an event that completes it; 'not', 'person', "
    "'persona' and a lone 'at_most' have none, and in 'any' no part may be without." },
  { "{\"steps\": [{\"all\": [" A ", {\"not\": " A "}]}]}", NULL },
  { "{\"steps\": [{\"does\": \"Viewed Page\", \"times\": {\"at_most\": 2}}]}",
    "line 1, column 12 (steps[0]): a step needs an event that completes it; 'not', 'person', "
    "'persona' and a lone 'at_most' have none, and in 'any' no part may be without." },
  { AA ", \"order\": \"as listed\"}", "line 1, column 85 (order): 'as listed' is none of "
                                       "'as_listed', 'strict', 'any'. Did you mean 'as_listed'?" },
  { AA ", \"within\": {\"session\": true}}",
    "line 1, column 87 (within.session): there is no key 'session' here." },
  { AA ", \"within\": {}}", "line 1, column 86 (within): one length is expected here, such as "
                             "{\"days\": 14}." },
  { AA ", \"not_if\": [{\"rule\": " A ", \"between\": [2, 2]}]}",
    "line 1, column 132 (not_if[0].between): the first step has to come before the second." },
  { AA ", \"not_if\": [{\"rule\": " A ", \"between\": [1, 3]}]}",
    "line 1, column 136 (not_if[0].between[1]): a whole number from 1 to 2 is expected here." },
  { AA ", \"not_if\": [{\"rule\": {\"persona\": \"Buyer\"}, \"between\": [1, 2]}]}",
    "line 1, column 96 (not_if[0].rule): 'not_if' needs an event that spoils the way; 'not', "
    "'person', 'persona' and a lone 'at_most' have none, and in 'any' no part may be without." },
  { "{\"steps\": [" A ", {\"does\": \"*\", \"optional\": true}, " A
    "], \"not_if\": [{\"rule\": " A ", \"between\": [1, 2]}]}",
    "line 1, column 156 (not_if[0].between[1]): step 2 is optional; 'not_if' lies between steps "
    "that are not." },
  { AA ", \"not_if\": [{\"rule\": " A "}]}", NULL },
  { "{\"steps\": [" A "], \"not_if\": [{\"rule\": " A "}]}",
    "line 1, column 49 (not_if[0]): 'not_if' needs two steps to lie between." },
  { AA ", \"count\": \"person\"}", "line 1, column 85 (count): 'person' is none of 'people', "
                                    "'sessions', 'tries'." },
  { AA ", \"order\": \"any\", \"count\": \"tries\"}",
    "line 1, column 101 (count): tries cannot be counted in the order 'any', where one way has "
    "many." },
  { AA ", \"count\": {\"prop\": \"value\"}}", NULL },
  { AA ", \"count\": {\"prop\": \"rolle\"}}",
    "line 1, column 94 (count.prop): people have no property 'rolle' in the data. Did you mean "
    "'role'?" },
  { AA ", \"compare\": {}}", "line 1, column 87 (compare): 'by' is missing here." },
  { AA ", \"compare\": {\"by\": \"people\"}}",
    "line 1, column 94 (compare.by): 'people' is none of 'persona', 'person', 'period', "
    "'property'." },
  { AA ", \"compare\": {\"by\": \"period\"}}",
    "line 1, column 87 (compare): a comparison with the period before needs the funnel's "
    "'between' with a date at which it starts." },
  { AA ", \"between\": [null, \"2026-07-01\"], \"compare\": {\"by\": \"period\"}}",
    "line 1, column 120 (compare): a comparison with the period before needs the funnel's "
    "'between' with a date at which it starts." },
  { AA ", \"between\": [\"2026-07-01\", null], \"compare\": {\"by\": \"period\"}}", NULL },
  { AA ", \"compare\": {\"by\": \"property\"}}",
    "line 1, column 87 (compare): 'prop' is missing here." },
  { AA ", \"compare\": {\"by\": \"property\", \"prop\": [\"page\", \"vale\"]}}",
    "line 1, column 123 (compare.prop[1]): events have no property 'vale' in the data. Did you "
    "mean 'value'?" },
  { AA ", \"compare\": {\"by\": \"person\", \"prop\": \"role\", \"take\": \"last\"}}",
    "line 1, column 120 (compare.take): there is no key 'take' here." },
  { AA ", \"compare\": {\"by\": \"property\", \"prop\": \"page\", \"take\": \"step 3\"}}",
    "line 1, column 130 (compare.take): this funnel has only 2 steps." },
  { AA ", \"order\": \"strict\", \"compare\": {\"by\": \"property\", \"prop\": \"page\", "
       "\"take\": \"step 2\"}}",
    NULL },
  { AA ", \"compare\": {\"by\": \"property\", \"prop\": \"page\", \"take\": \"step 2\"}}", NULL },
  { AA ", \"compare\": {\"by\": \"persona\", \"limit\": 0}}",
    "line 1, column 114 (compare.limit): a whole number of at least 1 is expected here." },
  { AA ", \"people\": {\"persona\": \"Buyer\"}}", NULL },
};

static void
test_funnels (void)
{
  g_autoptr (InkDefinition) base = make_base ();

  for (guint i = 0; i < G_N_ELEMENTS (funnels); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkFunnel) funnel = ink_funnel_from_json (funnels[i].input, -1, "steps.json",
                                                           &schema, base, NULL, &error);

      check_message (&funnels[i], "steps.json", funnel != NULL, error);
    }
}

/* --- Files --- */

#define GOAL(name, rule) "{\"name\": \"" name "\", \"rule\": " rule "}"
#define REF(name) "{\"goal\": \"" name "\"}"

static const Case files[] = {
  { "{\"inkling\": 1}", NULL },
  { "", "line 1, column 1: There is no JSON here." },
  { "{\"inkling\": 1} x", "line 1, column 16: There is text after the end." },
  { "{\"inkling\": 1, \"inkling\": 1}",
    "line 1, column 16: the key 'inkling' stands here a second time." },
  { "{\"inkling\": 1,\n \"goals\": [\n  {\"name\": \"ä\", \"name\": 1}]}",
    "line 3, column 17: the key 'name' stands here a second time." },
  { "// no\n{\"inkling\": 1}", "line 1, column 1: A value is expected here: a text in double "
                               "quotes, a number, true, false, null, an object or an array." },
  { "{\"goals\": []}",
    "line 1, column 1: this is no definition of Inkling: \"inkling\": 1 is missing." },
  { "{\"inkling\": 2}", "line 1, column 13 (inkling): a newer version of Inkling wrote this; this "
                        "one reads version 1." },
  { "{\"inkling\": 1, \"goal\": []}",
    "line 1, column 16 (goal): there is no key 'goal' here. Did you mean 'goals'?" },
  { "{\"inkling\": 1, \"time_zone\": \"Europe/Berln\"}",
    "line 1, column 29 (time_zone): there is no time zone 'Europe/Berln'; write one such as "
    "'Europe/Berlin'." },
  { "{\"inkling\": 1, \"export_time\": \"yesterday\"}",
    "line 1, column 31 (export_time): 'yesterday' is not a date or time such as 2026-07-01 or "
    "2026-07-01T09:00:00Z." },
  { "{\"inkling\": 1, \"main\": \"Sale\"}",
    "line 1, column 24 (main): there is no goal 'Sale'." },
  { "{\"inkling\": 1, \"labels\": {\"a\": 1}}",
    "line 1, column 32 (labels.a): a text in quotes is expected here, not a number." },
  { "{\"inkling\": 1, \"notes\": [{\"date\": \"2026-07-01\"}]}",
    "line 1, column 26 (notes[0]): 'text' is missing here." },
  { "{\"inkling\": 1, \"report\": [1]}",
    "line 1, column 27 (report[0]): an object in braces is expected here, not a number." },
  { "{\"inkling\": 1, \"settings\": {\"x\": 1e400}}",
    "line 1, column 34: this number is too large." },
  { "{\"inkling\": 1, \"goals\": [{\"rule\": " A "}]}",
    "line 1, column 26 (goals[0]): 'name' is missing here." },
  { "{\"inkling\": 1, \"goals\": [{\"name\": \"G\"}]}",
    "line 1, column 26 (goals[0]): 'rule' is missing here." },
  { "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"kind\": \"marco\", \"rule\": " A "}]}",
    "line 1, column 48 (goals[0].kind): 'marco' is none of 'micro', 'macro'. Did you mean "
    "'macro'?" },
  { "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": " A ", \"value\": {}}]}",
    "line 1, column 82 (goals[0].value): a goal's value is either {\"fixed\": 400} or {\"prop\": "
    "\"value\"}." },
  { "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": " A
    ", \"value\": {\"prop\": \"price\"}}]}",
    "line 1, column 91 (goals[0].value.prop): events have no property 'price' in the data." },
  { "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": {\"persona\": \"Buyer\"}}]}",
    "line 1, column 48 (goals[0].rule): a goal needs an event that completes it; 'not', "
    "'person', 'persona' and a lone 'at_most' have none, and in 'any' no part may be without." },
  { "{\"inkling\": 1, \"goals\": [" GOAL ("G", A) ", " GOAL ("G", A) "]}",
    "line 1, column 83 (goals[1].name): there are two with the name 'G'." },
  { "{\"inkling\": 1, \"personas\": [{\"name\": \"B\", \"colour\": \"green\", \"rule\": " A "}]}",
    "line 1, column 53 (personas[0].colour): a colour such as '#2ec27e' is expected here." },
  { "{\"inkling\": 1, \"personas\": [" GOAL ("Everyone else", A) "]}",
    "line 1, column 38 (personas[0].name): 'Everyone else' is the name of those who fit no "
    "persona." },

  /* Circles */
  { "{\"inkling\": 1, \"goals\": [" GOAL ("G", REF ("G")) "]}",
    "line 1, column 57 (goals[0].rule.goal): this goes round in a circle: goal 'G' refers to "
    "itself." },
  { "{\"inkling\": 1, \"goals\": [" GOAL ("G", REF ("H")) ", " GOAL ("H", REF ("G")) "]}",
    "line 1, column 57 (goals[0].rule.goal): this goes round in a circle: goal 'G' refers to "
    "itself." },
  { "{\"inkling\": 1, \"goals\": [" GOAL ("G", "{\"does\": \"*\", \"after\": \"G\"}") "]}",
    "line 1, column 71 (goals[0].rule.after): this goes round in a circle: goal 'G' refers to "
    "itself." },
  { "{\"inkling\": 1, \"goals\": [" GOAL ("G", A) "], \"personas\": ["
    GOAL ("P", "{\"persona\": \"P\"}") "]}",
    "line 1, column 122 (personas[0].rule.persona): this goes round in a circle: persona 'P' "
    "refers to itself." },
  { "{\"inkling\": 1, \"personas\": [" GOAL ("P", "{\"persona\": \"Q\"}") ", " GOAL ("Q", A) "]}",
    "line 1, column 63 (personas[0].rule.persona): this goes round in a circle: persona 'P' "
    "refers to 'Q', which is tried after it." },
  { "{\"inkling\": 1, \"personas\": [" GOAL ("Q", A) ", " GOAL ("P", "{\"persona\": \"Q\"}") "]}",
    NULL },
  { "{\"inkling\": 1, \"goals\": [" GOAL ("G", "{\"all\": [" A ", {\"persona\": \"P\"}]}")
    "], \"personas\": [" GOAL ("P", REF ("G")) "]}",
    "line 1, column 148 (personas[0].rule.goal): this goes round in a circle: persona 'P' refers "
    "to itself." },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkDefinition) definition
          = ink_definition_from_json (files[i].input, -1, "shop.json", &schema, NULL, &error);

      check_message (&files[i], "shop.json", definition != NULL, error);
    }
}

/* What only becomes a circle by what is in the project already. */
static void
test_circle_with_base (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) base = ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [" GOAL ("G", A) ", " GOAL ("H", REF ("G"))
      "], \"personas\": [" GOAL ("P", REF ("G")) "]}",
      -1, NULL, NULL, NULL, &error);
  g_autoptr (InkDefinition) a = NULL, b = NULL;

  g_assert_no_error (error);
  a = ink_definition_from_json ("{\"inkling\": 1, \"goals\": [" GOAL ("G", REF ("H")) "]}", -1,
                                "f.json", NULL, base, &error);
  g_assert_null (a);
  g_assert_cmpstr (error->message, ==,
                   "f.json, line 1, column 57 (goals[0].rule.goal): this goes round in a circle: "
                   "goal 'G' refers to itself.");
  g_clear_error (&error);

  b = ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [" GOAL ("G", "{\"all\": [" A ", {\"persona\": \"P\"}]}") "]}",
      -1, "f.json", NULL, base, &error);
  g_assert_null (b);
  g_assert_cmpstr (error->message, ==,
                   "f.json, line 1, column 1: this goes round in a circle: persona 'P' refers to "
                   "itself.");
}

static void
test_deep_goals (void)
{
  g_autoptr (GString) text = g_string_new ("{\"inkling\": 1, \"goals\": [" GOAL ("g0", A));
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition = NULL;

  for (guint i = 1; i < 20000; i++)
    g_string_append_printf (text, ", {\"name\": \"g%u\", \"rule\": {\"goal\": \"g%u\"}}", i, i - 1);
  g_string_append (text, "]}");

  definition = ink_definition_from_json (text->str, (gssize) text->len, NULL, NULL, NULL, &error);
  g_assert_null (definition);
  g_assert_nonnull (strstr (error->message, "goals refer to goals more than 32 deep here."));
}

static void
test_bounds (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *large = g_strnfill (9 * 1024 * 1024, ' ');
  g_autoptr (GString) many = g_string_new ("[1");
  const char *texts[] = { deep, large, NULL };
  const char *reasons[]
      = { "nested too deeply", "more than 8 MiB", "too many values to be a definition" };

  for (guint i = 0; i < 300000; i++)
    g_string_append (many, ",1");
  texts[2] = many->str;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ink_definition_from_json (texts[i], -1, "f.json", NULL, NULL, &error));
      g_assert_nonnull (strstr (error->message, reasons[i]));
    }
}

/* `--steps`: names that the data does not have are only said. */
static void
test_warnings (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkFunnel) funnel = ink_funnel_from_json (
      "{\"steps\": [{\"does\": \"Viewed Pag\"}, {\"does\": \"Booked Demo\", \"where\": "
      "[{\"prop\": \"x\", \"op\": \"is_set\"}]}]}",
      -1, "/tmp/my steps.json", &schema, NULL, warnings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (funnel);
  g_assert_cmpstr (funnel->name, ==, "my steps");
  g_assert_cmpuint (warnings->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (warnings, 0), ==,
                   "/tmp/my steps.json, line 1, column 21 (steps[0].does): the data has no event "
                   "'Viewed Pag'. Did you mean 'Viewed Page'?");
  g_assert_cmpstr (g_ptr_array_index (warnings, 1), ==,
                   "/tmp/my steps.json, line 1, column 79 (steps[1].where[0].prop): events have "
                   "no property 'x' in the data.");
}

/* A file of nothing else is not searched once for each. */
static void
test_many_warnings (void)
{
  g_autoptr (GPtrArray) warnings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) json = g_string_new ("{\"steps\": [{\"does\": [\"x\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (InkFunnel) funnel = NULL;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (json, ", \"x%u\"", i);
  g_string_append (json, "]}]}");
  funnel = ink_funnel_from_json (json->str, (gssize) json->len, NULL, &schema, NULL, warnings,
                                 &error);

  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 21);
  g_assert_cmpstr (g_ptr_array_index (warnings, 20), ==, "More names here are not in the data.");
}

static void
test_unchecked (void)
{
  static const InkSchema empty = { NULL, 0, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (InkRule) rule = ink_rule_from_json ("{\"does\": \"Whatever\"}", -1, NULL, &empty,
                                                 NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (rule);
}

static void
test_editor_check (void)
{
  g_autoptr (InkDefinition) base = make_base ();
  g_autoptr (InkRule) rule = ink_rule_new_goal ("Demo booked");
  g_autoptr (InkFollowUp) follow_up = ink_follow_up_new ("Booked", rule);
  g_autoptr (InkDefinition) with = ink_definition_with_follow_up (base, follow_up);
  g_autoptr (InkDefinition) without = ink_definition_without_goal (with, base->goals[0]->id);
  g_autoptr (GError) error = NULL;

  g_assert_true (ink_definition_check (with, &schema, &error));
  g_assert_no_error (error);
  g_assert_false (ink_definition_check (without, &schema, &error));
  g_assert_cmpstr (error->message, ==, "followups[0].rule.goal: there is no goal 'Demo booked'.");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/refusals/rules", test_rules);
  g_test_add_func ("/definition/refusals/funnels", test_funnels);
  g_test_add_func ("/definition/refusals/files", test_files);
  g_test_add_func ("/definition/refusals/circle-with-base", test_circle_with_base);
  g_test_add_func ("/definition/refusals/deep-goals", test_deep_goals);
  g_test_add_func ("/definition/refusals/bounds", test_bounds);
  g_test_add_func ("/definition/refusals/warnings", test_warnings);
  g_test_add_func ("/definition/refusals/many-warnings", test_many_warnings);
  g_test_add_func ("/definition/refusals/unchecked", test_unchecked);
  g_test_add_func ("/definition/refusals/editor-check", test_editor_check);

  return g_test_run ();
}
