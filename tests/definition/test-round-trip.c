/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is read is kept and written without loss: the example of the design, every form, and
 * definitions made by chance. */
#include "definition/ink-definition-json.h"
#include "support/ink-test.h"

#include <string.h>

static InkDefinition *
read_definition (const char *text)
{
  g_autoptr (GError) error = NULL;
  InkDefinition *definition = ink_definition_from_json (text, -1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return definition;
}

/* text -> definition -> text -> definition: equal, and the texts from then on the same. */
static char *
check_definition (const char *text)
{
  g_autoptr (InkDefinition) first = read_definition (text);
  g_autofree char *written = ink_definition_to_json (first);
  g_autoptr (InkDefinition) second = read_definition (written);
  g_autofree char *again = ink_definition_to_json (second);

  g_assert_true (ink_definition_equal (first, second));
  g_assert_cmpstr (written, ==, again);
  return g_steal_pointer (&written);
}

/* --- The example --- */

static void
check_example_goals (const InkDefinition *definition)
{
  const InkRule *pricing = definition->goals[2]->rule;

  g_assert_cmpint (definition->goals[0]->kind, ==, INK_GOAL_MACRO);
  g_assert_cmpstr (definition->goals[0]->stage, ==, "Decide");
  g_assert_cmpfloat (definition->goals[0]->fixed_value, ==, 400);
  g_assert_null (definition->goals[3]);
  g_assert_cmpstr (pricing->names[0], ==, "Viewed Page");
  g_assert_cmpint (pricing->where[0].op, ==, INK_OP_STARTS_WITH);
  g_assert_cmpstr (pricing->where[0].values[0].text, ==, "/pricing");
  g_assert_cmpstr (pricing->total.property, ==, "duration");
  g_assert_cmpfloat (pricing->total.bounds.at_least, ==, 120);
  g_assert_cmpint (pricing->total.within.kind, ==, INK_SPAN_SESSION);
}

static void
check_example_funnel (const InkFunnel *funnel)
{
  g_assert_cmpuint (funnel->n_steps, ==, 3);
  g_assert_cmpint (funnel->order, ==, INK_ORDER_AS_LISTED);
  g_assert_cmpint (ink_span_length (funnel->within), ==, 30 * INK_DAY);
  g_assert_cmpuint (funnel->not_if[0].from, ==, 1);
  g_assert_cmpuint (funnel->not_if[0].to, ==, 2);
  g_assert_cmpint (funnel->compare, ==, INK_COMPARE_PERSONA);
}

static void
test_example (void)
{
  g_autofree char *path = ink_test_data ("definitions", "example.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *written = NULL;
  g_autoptr (InkDefinition) definition = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  definition = read_definition (text);
  check_example_goals (definition);
  check_example_funnel (definition->funnels[0]);
  g_assert_cmpstr (definition->time_zone, ==, "Europe/Berlin");
  g_assert_cmpstr (definition->stages[3], ==, "Decide");
  g_assert_cmpstr (definition->personas[0]->colour, ==, "#2ec27e");
  g_assert_cmpint (definition->follow_ups[0]->rule->children[1]->kind, ==, INK_RULE_NOT);
  g_assert_cmpstr (definition->slides[0], ==,
                   "{\"title\": \"…\", \"chart\": {\"kind\": \"indicators\", \"macro\": \"Demo "
                   "booked\"}, \"notes\": \"…\"}");
  written = check_definition (text);
  g_assert_nonnull (strstr (written, "\"value\": {\"fixed\": 400}"));
}

/* --- Forms: each is canonical already, so that it has to come back as it is --- */

static const char *const rules[] = {
  "{\"does\": \"A\"}",
  "{\"does\": [\"A\"]}",
  "{\"does\": [\"A\", \"B\"]}",
  "{\"does\": \"*\"}",
  "{\"all\": [{\"does\": \"A\"}, {\"any\": [{\"does\": \"B\"}, {\"not\": {\"does\": \"C\"}}]}]}",
  "{\"person\": \"role\", \"op\": \"is\", \"value\": \"CMO\"}",
  "{\"person\": \"first page\", \"op\": \"is_not_set\"}",
  "{\"person\": \"x\", \"op\": \"in\", \"value\": [\"a\", 1, 0.1, true, false, -2.5e-07]}",
  "{\"person\": \"x\", \"op\": \"not_in\", \"value\": [\"a\"], \"case\": true}",
  "{\"person\": \"x\", \"op\": \"between\", \"value\": [1, 2]}",
  "{\"persona\": \"Everyone else\"}",
  "{\"does\": \"A\", \"where\": [{\"prop\": \"p\", \"op\": \">\", \"value\": 1}, {\"prop\": \"p\", "
  "\"op\": \">=\", \"value\": 1}, {\"prop\": \"p\", \"op\": \"<\", \"value\": 1}, {\"prop\": "
  "\"p\", \"op\": \"<=\", \"value\": \"2026-01-01\"}]}",
  "{\"does\": \"A\", \"where\": [{\"prop\": \"p\", \"op\": \"contains\", \"value\": \"a\"}, "
  "{\"prop\": \"p\", \"op\": \"not_contains\", \"value\": \"a\"}, {\"prop\": \"p\", \"op\": "
  "\"starts_with\", \"value\": \"a\"}, {\"prop\": \"p\", \"op\": \"ends_with\", \"value\": \"a\"}, "
  "{\"prop\": \"p\", \"op\": \"matches\", \"value\": \"a*\", \"case\": true}]}",
  "{\"does\": \"A\", \"where\": [{\"prop\": \"p\", \"op\": \"is_set\"}, {\"prop\": \"p\", \"op\": "
  "\"is_not\", \"value\": false, \"on\": \"person\"}]}",
  "{\"does\": \"A\", \"first_time\": true}",
  "{\"does\": \"A\", \"where\": [{\"prop\": \"p\", \"op\": \"is_set\"}], \"first_time\": "
  "\"matching\"}",
  "{\"does\": \"A\", \"between\": [\"2026-07-01\", \"2026-07-31T12:00:00Z\"]}",
  "{\"does\": \"A\", \"between\": [null, \"2026-07-31\"]}",
  "{\"does\": \"A\", \"between\": [null, null]}",
  "{\"does\": \"A\", \"after\": \"G\"}",
  "{\"does\": \"A\", \"after\": \"G\", \"within\": {\"days\": 7}}",
  "{\"does\": \"A\", \"after\": \"G\", \"within\": {\"session\": true}}",
  "{\"does\": \"A\", \"within\": {\"first_days\": 1.5}}",
  "{\"does\": \"A\", \"within\": {\"hours\": 36}, \"times\": {\"at_least\": 2}}",
  "{\"does\": \"A\", \"times\": {\"at_least\": 1, \"at_most\": 3}}",
  "{\"does\": \"A\", \"times\": {\"exactly\": 0}}",
  "{\"does\": \"A\", \"times\": {\"at_most\": 2, \"within\": {\"minutes\": 90}}, \"total\": "
  "{\"prop\": \"value\", \"at_least\": -0.5, \"within\": {\"seconds\": 30}}}",
  "{\"goal\": \"G\", \"first_time\": true, \"between\": [\"2026-07-01\", null], \"after\": \"G\", "
  "\"within\": {\"days\": 1}, \"times\": {\"at_least\": 2}}",
  "{\"does\": \"quote \\\" slash \\\\ line \\n tab \\t bell \\u0007 ünï 😀\"}",
};

static void
test_rules (void)
{
  g_autoptr (InkDefinition) base = read_definition (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": {\"does\": \"X\"}}]}");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkRule) rule = ink_rule_from_json (rules[i], -1, NULL, NULL, base, &error);
      g_autoptr (InkRule) copy = NULL;
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = ink_rule_to_json (rule);
      g_assert_cmpstr (written, ==, rules[i]);
      copy = ink_rule_copy (rule);
      g_assert_true (ink_rule_equal (rule, copy));
    }
}

/* No two of the table are equal: a field that equality forgot would show. */
static void
test_rules_differ (void)
{
  g_autoptr (InkDefinition) base = read_definition (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"G\", \"rule\": {\"does\": \"X\"}}]}");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    for (guint j = i + 1; j < G_N_ELEMENTS (rules); j++)
      {
        g_autoptr (InkRule) a = ink_rule_from_json (rules[i], -1, NULL, NULL, base, NULL);
        g_autoptr (InkRule) b = ink_rule_from_json (rules[j], -1, NULL, NULL, base, NULL);

        g_assert_false (ink_rule_equal (a, b));
      }
}

#define A "{\"does\": \"A\"}"
#define B "{\"does\": \"B\"}"
#define AB "{\"name\": \"F\", \"steps\": [" A ", " B "]"

static const char *const funnels[] = {
  AB ", \"order\": \"as_listed\"}",
  AB ", \"order\": \"strict\", \"within\": {\"minutes\": 0.5}}",
  AB ", \"order\": \"any\", \"count\": \"sessions\", \"note\": \"x\"}",
  "{\"name\": \"F\", \"steps\": [{\"name\": \"First\", \"does\": \"A\"}, {\"does\": \"B\", "
  "\"optional\": true}, " A "], \"order\": \"as_listed\", \"not_if\": [{\"rule\": " B
  ", \"between\": [1, 3]}], \"count\": \"tries\"}",
  AB ", \"order\": \"as_listed\", \"count\": {\"prop\": \"company\"}, \"people\": {\"person\": "
     "\"x\", \"op\": \"is_set\"}, \"between\": [\"2026-01-01\", null], \"compare\": {\"by\": "
     "\"period\"}}",
  AB ", \"order\": \"as_listed\", \"compare\": {\"by\": \"persona\", \"limit\": 3}}",
  AB ", \"order\": \"as_listed\", \"compare\": {\"by\": \"person\", \"prop\": \"role\"}}",
  AB ", \"order\": \"as_listed\", \"compare\": {\"by\": \"property\", \"prop\": \"page\"}}",
  AB ", \"order\": \"as_listed\", \"compare\": {\"by\": \"property\", \"prop\": [\"page\"]}}",
  AB ", \"order\": \"as_listed\", \"compare\": {\"by\": \"property\", \"prop\": [\"p\", \"q\"], "
     "\"take\": \"last\"}}",
  AB ", \"order\": \"as_listed\", \"compare\": {\"by\": \"property\", \"prop\": \"p\", \"take\": "
     "\"step 2\"}}",
  AB ", \"order\": \"as_listed\", \"compare\": {\"by\": \"property\", \"prop\": \"p\", \"take\": "
     "\"each\", \"limit\": 10}}",
};

static void
test_funnels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (funnels); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkFunnel) funnel
          = ink_funnel_from_json (funnels[i], -1, NULL, NULL, NULL, NULL, &error);
      g_autoptr (InkFunnel) copy = NULL;
      g_autofree char *written = NULL;

      g_assert_no_error (error);
      written = ink_funnel_to_json (funnel);
      g_assert_cmpstr (written, ==, funnels[i]);
      copy = ink_funnel_copy (funnel);
      g_assert_true (ink_funnel_equal (funnel, copy));
      for (guint j = 0; j < i; j++)
        {
          g_autoptr (InkFunnel) other
              = ink_funnel_from_json (funnels[j], -1, NULL, NULL, NULL, NULL, NULL);

          g_assert_false (ink_funnel_equal (funnel, other));
        }
    }
}

/* Every member of a file, written as the writer writes it. */
static void
test_whole_file (void)
{
  static const char text[]
      = "{\"inkling\": 1,\n"
        " \"time_zone\": \"UTC\",\n"
        " \"export_time\": \"2026-07-31\",\n"
        " \"stages\": [\"Try\", \"Buy\"],\n"
        " \"main\": \"Sale\",\n"
        " \"passive\": [\"Mail delivered\"],\n"
        " \"hidden\": [\"Heartbeat\"],\n"
        " \"labels\": {\"a\": \"First\", \"b\": \"Second\"},\n"
        " \"settings\": {\"gap\": 1800, \"on\": true, \"rates\": {\"EUR\": 1.08, \"x\": [null]}},\n"
        " \"notes\": [\n"
        "  {\"date\": \"2026-07-01\", \"text\": \"Launch\"},\n"
        "  {\"date\": \"2026-07-01\", \"text\": \"Launch\"}],\n"
        " \"goals\": [\n"
        "  {\"name\": \"Sale\", \"kind\": \"macro\", \"stage\": \"Buy\", \"rule\": " A
        ", \"value\": {\"prop\": \"value\"}, \"colour\": \"#123456\", \"icon\": \"cart\", "
        "\"note\": \"n\"}],\n"
        " \"personas\": [\n"
        "  {\"name\": \"P\", \"colour\": \"#ABCDEF\", \"rule\": {\"goal\": \"Sale\"}, \"note\": "
        "\"n\"}],\n"
        " \"funnels\": [\n"
        "  {\"name\": \"F\", \"steps\": [{\"goal\": \"Sale\"}], \"order\": \"as_listed\"}],\n"
        " \"followups\": [\n"
        "  {\"name\": \"L\", \"rule\": {\"persona\": \"P\"}, \"note\": \"n\"}],\n"
        " \"report\": [\n"
        "  {\"title\": \"T\", \"empty\": {}, \"n\": 0.5},\n"
        "  {}]}\n";
  g_autofree char *written = check_definition (text);

  g_assert_cmpstr (written, ==, text);
}

/* --- By chance --- */

static const char *const names[] = { "A", "Viewed Page", "ü \"x\"", "a\\b", "漢字", "C, D" };

static const char *
any_name (void)
{
  return names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
}

static gboolean
chance (double p)
{
  return g_test_rand_double () < p;
}

static void put_rule (GString *json, guint depth, guint n_goals, gboolean moments);

static void
put_text (GString *json,
          const char *text)
{
  g_autofree char *escaped = NULL;
  g_auto (GStrv) parts = g_strsplit (text, "\\", -1);
  g_autofree char *slashed = g_strjoinv ("\\\\", parts);
  g_auto (GStrv) quoted = g_strsplit (slashed, "\"", -1);

  escaped = g_strjoinv ("\\\"", quoted);
  g_string_append_printf (json, "\"%s\"", escaped);
}

static void
put_number (GString *json)
{
  static const double scales[] = { 1, 1, 10, 0.001, 1e-9, 1e12 };
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double number = g_test_rand_int_range (1, 1000)
                  * scales[g_test_rand_int_range (0, G_N_ELEMENTS (scales))];

  g_string_append (json, g_ascii_dtostr (text, sizeof text, number));
}

static void
put_span (GString *json,
          gboolean only_length)
{
  static const char *const units[] = { "days", "hours", "minutes", "seconds", "first_days" };

  if (!only_length && chance (0.25))
    g_string_append (json, "{\"session\": true}");
  else
    g_string_append_printf (json, "{\"%s\": %d}",
                            units[g_test_rand_int_range (0, only_length ? 4 : 5)],
                            g_test_rand_int_range (1, 400));
}

static void
put_value (GString *json)
{
  if (chance (0.5))
    put_text (json, any_name ());
  else if (chance (0.7))
    put_number (json);
  else
    g_string_append (json, chance (0.5) ? "true" : "false");
}

static void
put_condition (GString *json,
               const char *key)
{
  InkOp op = (InkOp) g_test_rand_int_range (0, INK_N_OPS);
  gboolean list = op == INK_OP_IN || op == INK_OP_NOT_IN || op == INK_OP_BETWEEN;

  g_string_append_printf (json, "\"%s\": ", key);
  put_text (json, any_name ());
  g_string_append_printf (json, ", \"op\": \"%s\"", ink_op_to_string (op));
  if (op != INK_OP_IS_SET && op != INK_OP_IS_NOT_SET)
    {
      g_string_append (json, list ? ", \"value\": [" : ", \"value\": ");
      put_value (json);
      if (list)
        g_string_append (json, ", ");
      if (list)
        put_value (json);
      g_string_append (json, list ? "]" : "");
    }
  if (chance (0.2))
    g_string_append_printf (json, ", \"case\": %s", chance (0.5) ? "true" : "false");
}

static void
put_tally (GString *json,
           const char *key)
{
  g_string_append_printf (json, ", \"%s\": {\"at_least\": %d", key,
                          g_test_rand_int_range (1, 9));
  if (g_str_equal (key, "total"))
    g_string_append (json, ", \"prop\": \"duration\"");
  if (chance (0.3))
    g_string_append (json, ", \"at_most\": 12");
  if (chance (0.3))
    {
      g_string_append (json, ", \"within\": ");
      put_span (json, FALSE);
    }
  g_string_append_c (json, '}');
}

static void
put_options (GString *json,
             guint n_goals,
             gboolean does)
{
  gboolean after = n_goals > 0 && chance (0.3), times = chance (0.4);

  if (chance (0.2))
    g_string_append (json, chance (0.5) ? ", \"first_time\": true"
                                        : ", \"first_time\": \"matching\"");
  if (chance (0.2))
    g_string_append (json, ", \"between\": [\"2026-01-05\", null]");
  if (after)
    g_string_append_printf (json, ", \"after\": \"g%d\"",
                            g_test_rand_int_range (0, (int) n_goals));
  if (times)
    put_tally (json, "times");
  if (does && chance (0.3))
    put_tally (json, "total");
  if ((after || times) && chance (0.5))
    {
      g_string_append (json, ", \"within\": ");
      put_span (json, FALSE);
    }
}

static void
put_leaf (GString *json,
          guint n_goals,
          gboolean moments)
{
  if (!moments && chance (0.3))
    put_condition (json, "person");
  else if (n_goals > 0 && chance (0.3))
    {
      g_string_append_printf (json, "\"goal\": \"g%d\"", g_test_rand_int_range (0, (int) n_goals));
      put_options (json, n_goals, FALSE);
    }
  else
    {
      g_string_append (json, "\"does\": ");
      put_text (json, any_name ());
      if (chance (0.4))
        {
          g_string_append (json, ", \"where\": [{");
          put_condition (json, "prop");
          g_string_append (json, chance (0.3) ? ", \"on\": \"person\"}]" : "}]");
        }
      put_options (json, n_goals, TRUE);
    }
}

static void
put_rule (GString *json,
          guint depth,
          guint n_goals,
          gboolean moments)
{
  gboolean any = chance (0.5);

  g_string_append_c (json, '{');
  if (depth == 0 || chance (0.5))
    put_leaf (json, n_goals, moments);
  else if (!moments && chance (0.3))
    {
      g_string_append (json, "\"not\": ");
      put_rule (json, depth - 1, n_goals, FALSE);
    }
  else
    {
      g_string_append (json, any ? "\"any\": [" : "\"all\": [");
      put_rule (json, depth - 1, n_goals, moments);
      g_string_append (json, ", ");
      put_rule (json, depth - 1, n_goals, moments && any);
      g_string_append_c (json, ']');
    }
  g_string_append_c (json, '}');
}

static void
put_funnel (GString *json,
            guint index)
{
  g_string_append_printf (json, "%s{\"name\": \"f%u\", \"steps\": [", index > 0 ? ", " : "",
                          index);
  put_rule (json, 1, 2, TRUE);
  g_string_append (json, ", ");
  put_rule (json, 0, 2, TRUE);
  g_string_append (json, "], \"not_if\": [{\"between\": [1, 2], \"rule\": ");
  put_rule (json, 0, 0, TRUE);
  g_string_append (json, "}], \"people\": ");
  put_rule (json, 2, 2, FALSE);
  if (chance (0.5))
    {
      g_string_append (json, ", \"within\": ");
      put_span (json, TRUE);
    }
  g_string_append_c (json, '}');
}

static void
test_chance (void)
{
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) json = g_string_new ("{\"inkling\": 1, \"goals\": [");
      g_autofree char *written = NULL;

      for (guint i = 0; i < 3; i++)
        {
          g_string_append_printf (json, "%s{\"name\": \"g%u\", \"rule\": ", i > 0 ? ", " : "", i);
          put_rule (json, 3, i, TRUE);
          g_string_append_c (json, '}');
        }
      g_string_append (json, "], \"funnels\": [");
      for (guint i = 0; i < 2; i++)
        put_funnel (json, i);
      g_string_append (json, "], \"personas\": [{\"name\": \"p\", \"rule\": ");
      put_rule (json, 4, 3, FALSE);
      g_string_append (json, "}]}");
      g_test_message ("%s", json->str);
      written = check_definition (json->str);
    }
}

/* Damage never crashes, and what is still taken can be written and read. */
static void
test_damage (void)
{
  g_autofree char *path = ink_test_data ("definitions", "example.json", NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (guint round = 0; round < 1500; round++)
    {
      g_autofree char *damaged = g_memdup2 (text, length + 1);
      gsize size = chance (0.2) ? (gsize) g_test_rand_int_range (0, (int) length) : length;
      g_autoptr (InkDefinition) definition = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 3; i++)
        damaged[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (0, 256);
      definition
          = ink_definition_from_json (damaged, (gssize) size, "f.json", NULL, NULL, &error);
      g_assert_true ((definition == NULL) == (error != NULL));
      if (definition != NULL)
        {
          g_autofree char *json = ink_definition_to_json (definition);
          G_GNUC_UNUSED g_autofree char *written = check_definition (json);
        }
      else
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

/* What an editor leaves behind opens again, whatever its rules name. */
static void
test_restore (void)
{
  static const char text[]
      = "{\"inkling\": 1, \"followups\": [{\"name\": \"L\", \"rule\": {\"goal\": \"gone\"}}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) refused
      = ink_definition_from_json (text, -1, NULL, NULL, NULL, &error);
  g_autoptr (InkDefinition) restored = NULL;

  g_assert_null (refused);
  g_clear_error (&error);
  restored = ink_definition_restore_json (text, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (restored->follow_ups[0]->rule->name, ==, "gone");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/round-trip/example", test_example);
  g_test_add_func ("/definition/round-trip/rules", test_rules);
  g_test_add_func ("/definition/round-trip/rules-differ", test_rules_differ);
  g_test_add_func ("/definition/round-trip/funnels", test_funnels);
  g_test_add_func ("/definition/round-trip/whole-file", test_whole_file);
  g_test_add_func ("/definition/round-trip/chance", test_chance);
  g_test_add_func ("/definition/round-trip/damage", test_damage);
  g_test_add_func ("/definition/round-trip/restore", test_restore);

  return g_test_run ();
}
