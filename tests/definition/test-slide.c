/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slides: as they are read, they are written; what is none is refused with its place. */
#include "base/ink-error.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-slide-edit.h"
#include "support/ink-test.h"

#include <string.h>

static void
test_round_trip (void)
{
  static const char *const slides[] = {
    "{}",
    "{\"title\": \"A & “B”\", \"notes\": \"One.\\nTwo.\"}",
    "{\"title\": \"T\", \"opening\": true, \"text\": [\"Subtitle\"]}",
    "{\"chart\": {\"kind\": \"indicators\", \"macro\": \"Demo booked\"}}",
    "{\"chart\": {\"kind\": \"trend\", \"funnel\": \"F\", \"period\": \"month\"}, \"persona\": \"Buyer\", "
    "\"between\": [\"2026-07-01\", null], \"source\": \"S\"}",
    "{\"chart\": {\"kind\": \"groups\", \"funnel\": \"F\", \"by\": \"persona\"}}",
    "{\"chart\": {\"kind\": \"groups\", \"funnel\": \"F\", \"by\": {\"prop\": \"channel\"}}}",
    "{\"title\": \"T\", \"chart\": {\"kind\": \"table\"}, \"frozen\": {\"date\": \"2026-11-22\", "
    "\"table\": [[\"table\", [[\"a\", \"A\", 1]], [3]]], \"rows\": 340}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkSlide) slide = ink_slide_from_json (slides[i], &error);
      g_autofree char *json = NULL;

      g_assert_no_error (error);
      json = ink_slide_to_json (slide);
      g_assert_cmpstr (json, ==, slides[i]);
    }
}

static void
test_refused (void)
{
  static const struct { const char *json, *place; } cases[] = {
    { "[]", "" },
    { "{\"colour\": 1}", "colour" },
    { "{\"chart\": {\"macro\": \"G\"}}", "kind" },
    { "{\"chart\": {\"kind\": \"trend\", \"period\": \"year\"}}", "chart.period" },
    { "{\"text\": [\"\"]}", "text[0]" },
    { "{\"between\": [\"soon\", null]}", "between" },
    { "{\"opening\": \"yes\"}", "opening" },
    { "{\"chart\": {\"kind\": \"groups\", \"by\": {\"prop\": 3}}}", "chart.by" },
    { "{\"chart\": {\"kind\": \"table\"}}", "(chart): A slide with a table has to keep it" },
    { "{\"frozen\": {\"date\": \"2026-11-22\"}}", "'table' is missing" },
    { "{\"frozen\": {\"date\": \"2026-11-22\", \"table\": [], \"rows\": 0}}", "frozen.rows" },
    { "{\"frozen\": {\"date\": \"2026-11-22\", \"table\": [], \"rows\": 1.5}}", "frozen.rows" },
    { "{\"frozen\": {\"date\": \"2026-11-22\", \"table\": 3}}", "frozen.table" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (InkSlide) slide = ink_slide_from_json (cases[i].json, &error);

      g_assert_null (slide);
      g_assert_nonnull (error);
      g_assert_true (error->domain == INK_ERROR);
      if (strstr (error->message, cases[i].place) == NULL)
        g_error ("%s: \"%s\" does not name %s", cases[i].json, error->message, cases[i].place);
    }
}

/* The titles of slides, one letter each. */
static void
check_order (const InkDefinition *definition,
             const char *order)
{
  g_assert_cmpuint (ink_definition_get_n_slides (definition), ==, strlen (order));
  for (guint i = 0; order[i] != '\0'; i++)
    {
      g_autoptr (InkSlide) slide = ink_slide_from_json (definition->slides[i], NULL);

      g_assert_cmpint (slide->title[0], ==, order[i]);
    }
}

static InkDefinition *
add_slide (InkDefinition *definition,
           guint place,
           char title)
{
  g_autoptr (InkSlide) slide = ink_slide_new ();

  slide->title = g_strdup_printf ("%c", title);
  return ink_definition_insert_slide (definition, place, slide);
}

static void
test_edits (void)
{
  g_autoptr (InkDefinition) empty = ink_definition_new_empty ();
  g_autoptr (InkDefinition) a = add_slide (empty, 7, 'A');
  g_autoptr (InkDefinition) ab = add_slide (a, 1, 'B');
  g_autoptr (InkDefinition) cab = add_slide (ab, 0, 'C');
  g_autoptr (InkDefinition) abc = ink_definition_move_slide (cab, 0, 2);
  g_autoptr (InkDefinition) bac = ink_definition_move_slide (abc, 1, 0);
  g_autoptr (InkDefinition) bc = ink_definition_without_slide (bac, 1);
  g_autoptr (InkSlide) d = ink_slide_new ();
  g_autoptr (InkDefinition) bd = NULL;

  d->title = g_strdup ("D");
  bd = ink_definition_replace_slide (bc, 1, d);
  check_order (empty, "");
  check_order (cab, "CAB");
  check_order (abc, "ABC");
  check_order (bac, "BAC");
  check_order (bc, "BC");
  check_order (bd, "BD");
}

/* What a slide names goes by the new name; a title that says the old one is a text of its own. */
static void
test_renamed (void)
{
  static const char text[]
      = "{\"inkling\": 1, \"goals\": [{\"name\": \"Buy\", \"kind\": \"macro\", \"rule\": {\"does\": \"b\"}}],"
        "\"personas\": [{\"name\": \"Buy\", \"rule\": {\"does\": \"c\"}}],"
        "\"funnels\": [{\"name\": \"Buy\", \"steps\": [{\"goal\": \"Buy\"}, {\"does\": \"c\"}]}],"
        "\"report\": [{\"title\": \"Buy\", \"chart\": {\"kind\": \"map\", \"macro\": \"Buy\"}},"
        "{\"chart\": {\"kind\": \"funnel\", \"funnel\": \"Buy\"}, \"persona\": \"Buy\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDefinition) definition
      = ink_definition_from_json (text, -1, "x", NULL, NULL, &error);
  g_autoptr (InkDefinition) with_goal = NULL, with_funnel = NULL, all = NULL;
  g_autoptr (InkGoal) goal = NULL;
  g_autoptr (InkFunnel) funnel = NULL;
  g_autoptr (InkPersona) persona = NULL;

  g_assert_no_error (error);
  goal = ink_goal_copy (definition->goals[0]);
  g_free (goal->name);
  goal->name = g_strdup ("Order");
  with_goal = ink_definition_with_goal (definition, goal);
  funnel = ink_funnel_copy_with_name (with_goal->funnels[0], "Way");
  with_funnel = ink_definition_with_funnel (with_goal, funnel);
  persona = ink_persona_copy (with_funnel->personas[0]);
  g_free (persona->name);
  persona->name = g_strdup ("Client");
  all = ink_definition_with_persona (with_funnel, persona);

  g_assert_cmpstr (all->slides[0], ==,
                   "{\"title\": \"Buy\", \"chart\": {\"kind\": \"map\", \"macro\": \"Order\"}}");
  g_assert_cmpstr (all->slides[1], ==,
                   "{\"chart\": {\"kind\": \"funnel\", \"funnel\": \"Way\"}, "
                   "\"persona\": \"Client\"}");
  g_assert_cmpstr (definition->slides[0], !=, all->slides[0]);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/definition/slide/round-trip", test_round_trip);
  g_test_add_func ("/definition/slide/refused", test_refused);
  g_test_add_func ("/definition/slide/edits", test_edits);
  g_test_add_func ("/definition/slide/renamed", test_renamed);

  return g_test_run ();
}
