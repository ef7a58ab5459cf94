/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goals and personas copied out of one definition and into another. */
#include <glib.h>
#include <string.h>

#include "definition/ink-definition-excerpt.h"
#include "definition/ink-definition-json.h"

#define SOURCE                                                                                     \
  "{\"inkling\": 1, \"stages\": [\"One\", \"Two\", \"Three\", \"Four\"], \"goals\": ["             \
  "{\"name\": \"A\", \"kind\": \"micro\", \"stage\": \"Two\", \"rule\": {\"does\": \"a\"}},"       \
  "{\"name\": \"B\", \"kind\": \"macro\", \"stage\": \"Four\", \"value\": {\"fixed\": 4},"         \
  " \"rule\": {\"does\": \"b\", \"after\": \"A\"}},"                                               \
  "{\"name\": \"C\", \"kind\": \"micro\", \"rule\": {\"all\": [{\"goal\": \"B\"},"                 \
  " {\"persona\": \"P\"}]}}],"                                                                     \
  "\"personas\": [{\"name\": \"P\", \"colour\": \"#112233\", \"rule\": {\"does\": \"p\"}},"        \
  "{\"name\": \"Q\", \"rule\": {\"not\": {\"goal\": \"A\"}}}]}"

static InkDefinition *
read_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  InkDefinition *definition = ink_definition_from_json (json, -1, "x", NULL, NULL, &error);

  g_assert_no_error (error);
  return definition;
}

/* @names: "A B" are goals, "!P" is a persona. */
static char *
copy (InkDefinition *definition,
      const char *names)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GPtrArray) personas = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == '!')
      g_ptr_array_add (personas, ink_definition_find_persona (definition, words[i] + 1)->id);
    else
      g_ptr_array_add (goals, ink_definition_find_goal (definition, words[i])->id);
  g_ptr_array_add (goals, NULL);
  g_ptr_array_add (personas, NULL);
  return ink_definition_excerpt (definition, (const char *const *) goals->pdata,
                                 (const char *const *) personas->pdata);
}

static char *
list (const InkDefinition *definition)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; definition->goals[i] != NULL; i++)
    {
      g_autofree char *rule = ink_rule_to_json (definition->goals[i]->rule);

      g_string_append_printf (text, "%s@%s %s; ", definition->goals[i]->name,
                              definition->goals[i]->stage != NULL ? definition->goals[i]->stage
                                                                  : "",
                              rule);
    }
  for (guint i = 0; definition->personas[i] != NULL; i++)
    {
      g_autofree char *rule = ink_rule_to_json (definition->personas[i]->rule);

      g_string_append_printf (text, "!%s %s; ", definition->personas[i]->name, rule);
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *what;
  const char *names;
  const char *into;
  const char *found;
  const char *words;
} cases[] = {
  { "one goal into an empty project", "A", "{\"inkling\": 1, \"stages\": [\"One\", \"Two\"]}",
    "A@Two {\"does\": \"a\"}; ", "Pasted goal “A”" },
  { "a stage that is not there is the one as far along", "A",
    "{\"inkling\": 1, \"stages\": [\"Begin\", \"Middle\", \"End\"]}",
    "A@Middle {\"does\": \"a\"}; ", "Pasted goal “A”" },
  { "what a rule names comes along", "C", "{\"inkling\": 1, \"stages\": [\"X\"]}",
    "A@X {\"does\": \"a\"}; B@X {\"does\": \"b\", \"after\": \"A\"}; "
    "C@ {\"all\": [{\"goal\": \"B\"}, {\"persona\": \"P\"}]}; !P {\"does\": \"p\"}; ",
    "Pasted 3 goals and 1 persona" },
  { "a persona with its goal", "!Q", "{\"inkling\": 1, \"stages\": [\"X\"]}",
    "A@X {\"does\": \"a\"}; !Q {\"not\": {\"goal\": \"A\"}}; ", "Pasted 1 goal and 1 persona" },
  { "a taken name becomes another, and rules follow", "B",
    "{\"inkling\": 1, \"stages\": [\"X\"], \"goals\": [{\"name\": \"A\", \"kind\": \"micro\","
    " \"rule\": {\"does\": \"z\"}}, {\"name\": \"B 2\", \"kind\": \"micro\", \"rule\":"
    " {\"does\": \"z\"}}]}",
    "A@ {\"does\": \"z\"}; B 2@ {\"does\": \"z\"}; A 2@X {\"does\": \"a\"}; "
    "B@X {\"does\": \"b\", \"after\": \"A 2\"}; ",
    "Pasted 2 goals" },
  { "into the same project what helps is there already", "B", SOURCE, NULL, "Pasted goal “B 2”" },
  { "two that are not named by another are two", "A !P",
    "{\"inkling\": 1, \"stages\": [\"X\"]}", "A@X {\"does\": \"a\"}; !P {\"does\": \"p\"}; ",
    "Pasted 1 goal and 1 persona" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkDefinition) source = read_json (SOURCE);
      g_autoptr (InkDefinition) target = read_json (cases[i].into);
      g_autofree char *json = copy (source, cases[i].names);
      g_autoptr (GError) error = NULL;
      g_autoptr (InkPasted) pasted = ink_definition_paste (target, json, NULL, &error);
      g_autofree char *found = NULL;
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_no_error (error);
      found = list (pasted->definition);
      words = ink_pasted_to_words (pasted);
      if (cases[i].found != NULL)
        g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What is pasted is new: the copied one stays as it is, with its id. */
static void
test_ids (void)
{
  g_autoptr (InkDefinition) source = read_json (SOURCE);
  g_autofree char *json = copy (source, "B");
  g_autoptr (GError) error = NULL;
  g_autoptr (InkPasted) pasted = ink_definition_paste (source, json, NULL, &error);
  InkGoal *old, *made;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (pasted->goals), ==, 1);
  old = ink_definition_find_goal (pasted->definition, "B");
  made = ink_definition_find_goal (pasted->definition, "B 2");
  g_assert_cmpstr (made->id, ==, pasted->goals[0]);
  g_assert_cmpstr (made->id, !=, old->id);
  g_assert_cmpfloat (made->fixed_value, ==, 4);
  g_assert_cmpstr (made->rule->after, ==, "A");
}

static void
test_errors (void)
{
  static const InkEventInfo events[] = { { "a", 1, 1, 0, 0 } };
  static const InkSchema schema = { events, 1, NULL, 0 };
  static const struct
  {
    const char *json;
    const char *says;
  } errors[] = {
    { "{\"inkling\": 1}", "no goals or personas" },
    { "{\"inkling\": 1, \"goals\": [{\"name\": \"A\", \"rule\": {\"dose\": 1}}]}", "goals[0]" },
    { "{\"inkling\": 1, \"goals\": [{\"name\": \"A\", \"kind\": \"micro\", \"rule\": {\"does\": "
      "\"b\"}}]}",
      "'b'" },
    { "{\"inkling\": 1,", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
      g_autoptr (GError) error = NULL;
      InkPasted *pasted = ink_definition_paste (empty, errors[i].json, &schema, &error);

      g_assert_null (pasted);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, errors[i].says));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/excerpt/cases", test_cases);
  g_test_add_func ("/excerpt/ids", test_ids);
  g_test_add_func ("/excerpt/errors", test_errors);
  return g_test_run ();
}
