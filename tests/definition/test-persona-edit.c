/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Edits of personas: what they make, what they are called, and that they leave the rest alone. */
#include "definition/ink-definition-json.h"
#include "definition/ink-persona-edit.h"

static InkDefinition *
make_definition (void)
{
  g_autoptr (GError) error = NULL;
  InkDefinition *definition = ink_definition_from_json (
      "{\"inkling\": 1, \"personas\": ["
      "{\"name\": \"One\", \"colour\": \"#3D3A99\", \"rule\": {\"does\": \"A\"}},"
      "{\"name\": \"Two\", \"rule\": {\"not\": {\"persona\": \"One\"}}},"
      "{\"name\": \"Three\", \"rule\": {\"does\": \"C\"}}],"
      "\"followups\": [{\"name\": \"F\", \"rule\": {\"all\": [{\"persona\": \"One\"},"
      "{\"does\": \"B\"}]}}]}",
      -1, "test", NULL, NULL, &error);

  g_assert_no_error (error);
  return definition;
}

static char *
read_names (InkDefinition *definition)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; definition->personas[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", definition->personas[i]->name);
  return g_string_free (names, FALSE);
}

static void
assert_edit (InkDefinition *edited, /* taken */
             char *label,           /* taken */
             const char *names,
             const char *expected_label)
{
  g_autofree char *found = read_names (edited);

  g_assert_cmpstr (found, ==, names);
  g_assert_cmpstr (label, ==, expected_label);
  ink_definition_unref (edited);
  g_free (label);
}

static void
test_edits (void)
{
  g_autoptr (InkDefinition) definition = make_definition ();
  const char *one = definition->personas[0]->id, *three = definition->personas[2]->id;
  g_autoptr (InkRule) rule = ink_rule_new_does ("D");
  InkDefinition *edited;
  char *label;

  edited = ink_personas_with_new (definition, "One", rule, &label);
  g_assert_cmpstr (edited->personas[3]->colour, ==, ink_persona_colour (3));
  assert_edit (edited, label, "One|Two|Three|One 2", "Add Persona “One 2”");
  edited = ink_personas_with_copy (definition, one, &label);
  g_assert_true (ink_rule_equal (edited->personas[1]->rule, definition->personas[0]->rule));
  g_assert_cmpstr (edited->personas[1]->id, !=, one);
  assert_edit (edited, label, "One|One 2|Two|Three", "Duplicate Persona “One”");
  edited = ink_personas_without (definition, three, &label);
  assert_edit (edited, label, "One|Two", "Remove Persona “Three”");
  edited = ink_personas_with_name (definition, one, " New ", &label);
  /* Whoever names it follows. */
  g_assert_cmpstr (edited->personas[1]->rule->children[0]->name, ==, "New");
  assert_edit (edited, label, "New|Two|Three", "Rename Persona “One” to “New”");
  edited = ink_personas_with_name (definition, one, INK_EVERYONE_ELSE, &label);
  assert_edit (edited, label, "Everyone else 2|Two|Three",
               "Rename Persona “One” to “Everyone else 2”");
  edited = ink_personas_with_name (definition, one, " ", &label);
  assert_edit (edited, label, "One|Two|Three", "Rename Persona");
  edited = ink_personas_moved (definition, three, 0, &label);
  assert_edit (edited, label, "Three|One|Two", "Move Persona “Three”");
  edited = ink_personas_with_note (definition, one, "Why", &label);
  g_assert_cmpstr (edited->personas[0]->note, ==, "Why");
  assert_edit (edited, label, "One|Two|Three", "Note on Persona “One”");
  edited = ink_personas_with_colour (definition, three, "#123456", &label);
  g_assert_cmpstr (ink_persona_colour_at (edited, 2), ==, "#123456");
  assert_edit (edited, label, "One|Two|Three", "Colour Persona “Three”");
}

/* What is not there is left alone. */
static void
test_nobody (void)
{
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autoptr (InkRule) rule = ink_rule_new_does ("D");
  char *labels[6] = { NULL };
  InkDefinition *edited[] = {
    ink_personas_with_copy (definition, "none", &labels[0]),
    ink_personas_without (definition, "none", &labels[1]),
    ink_personas_with_name (definition, "none", "x", &labels[2]),
    ink_personas_with_colour (definition, "none", "#000000", &labels[3]),
    ink_personas_with_note (definition, "none", "x", &labels[4]),
    ink_personas_moved (definition, "none", 0, &labels[5]),
    ink_personas_with_rule (definition, "none", rule),
  };

  for (guint i = 0; i < G_N_ELEMENTS (edited); i++)
    {
      g_assert_true (ink_definition_equal (edited[i], definition));
      ink_definition_unref (edited[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_assert_nonnull (labels[i]);
      g_free (labels[i]);
    }
}

static void
test_colours (void)
{
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autoptr (InkRule) rule = ink_rule_new_does ("D");

  g_assert_cmpstr (ink_persona_colour_at (definition, 0), ==, "#3D3A99");
  g_assert_cmpstr (ink_persona_colour_at (definition, 1), ==, ink_persona_colour (1));
  /* Everyone else is no colour of the palette. */
  for (guint i = 0; i < INK_N_PERSONA_COLOURS; i++)
    g_assert_cmpstr (ink_persona_colour_at (definition, 3), !=, ink_persona_colour (i));
  /* More than there are colours. */
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *label = NULL;
      InkDefinition *more = ink_personas_with_new (definition, "P", rule, &label);

      g_assert_nonnull (more->personas[3 + i]->colour);
      ink_definition_unref (definition);
      definition = more;
    }
}

static void
test_named_by (void)
{
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autofree char *one = ink_persona_named_by (definition, "One");
  g_autofree char *three = ink_persona_named_by (definition, "Three");

  g_assert_cmpstr (one, ==, "“Two”, “F”");
  g_assert_null (three);
}

/* “Two” looks at “One”, so it has to be tried after it; “Three” may go anywhere. */
static void
test_circle (void)
{
  static const struct
  {
    guint from;
    guint to;
    const char *sentence;
  } moves[] = {
    { 0, 1, "“Two” looks at “One”, so it has to stay below “One”" },
    { 0, 2, "“Two” looks at “One”, so it has to stay below “One”" },
    { 1, 0, "“Two” looks at “One”, so it has to stay below “One”" },
    { 1, 2, NULL },
    { 2, 0, NULL },
  };
  g_autoptr (InkDefinition) definition = make_definition ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (InkDefinition) moved = ink_personas_moved (
          definition, definition->personas[moves[i].from]->id, moves[i].to, &label);
      g_autofree char *sentence = ink_personas_say_circle (definition, moved);
      g_autofree char *back = ink_personas_say_circle (moved, definition);

      g_assert_cmpstr (sentence, ==, moves[i].sentence);
      g_assert_null (back);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/definition/persona-edit/edits", test_edits);
  g_test_add_func ("/definition/persona-edit/nobody", test_nobody);
  g_test_add_func ("/definition/persona-edit/colours", test_colours);
  g_test_add_func ("/definition/persona-edit/named-by", test_named_by);

  g_test_add_func ("/definition/persona-edit/circle", test_circle);

  return g_test_run ();
}
