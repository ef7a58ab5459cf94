/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names that people ask for, and the sentence where there is none of that name. */
#include "base/ink-error.h"
#include "definition/ink-definition-json.h"
#include "definition/ink-definition-names.h"
#include "definition/ink-nearest.h"
#include "support/ink-test.h"

static InkDefinition *
make_definition (void)
{
  return ink_definition_from_json (
      "{\"inkling\": 1, \"goals\": [{\"name\": \"Demo booked\", \"rule\": {\"does\": \"a\"}}, "
      "{\"name\": \"Pricing\", \"rule\": {\"does\": \"b\"}}], \"personas\": [{\"name\": "
      "\"Buyer\", \"rule\": {\"does\": \"a\"}}]}",
      -1, NULL, NULL, NULL, NULL);
}

enum
{
  GOAL,
  PERSONA,
  FUNNEL,
};

static const struct
{
  int kind;
  const char *name;
  const char *message; /* NULL: it is there */
} cases[] = {
  { GOAL, "Demo booked", NULL },
  { GOAL, "Pricing", NULL },
  { GOAL, "demo boked", "There is no goal 'demo boked'. Did you mean 'Demo booked'?" },
  { GOAL, "Contract", "There is no goal 'Contract'. The project has 'Demo booked', 'Pricing'." },
  { GOAL, "100 %s", "There is no goal '100 %s'. The project has 'Demo booked', 'Pricing'." },
  { PERSONA, "Buyer", NULL },
  { PERSONA, "Everyone else", NULL },
  { PERSONA, "everyone", "There is no persona 'everyone'. Did you mean 'Everyone else'?" },
  { PERSONA, "Student", "There is no persona 'Student'. The project has 'Buyer'." },
  { FUNNEL, "Any", "There is no funnel 'Any'." },
};

static gboolean
need (const InkDefinition *definition,
      int kind,
      const char *name,
      GError **error)
{
  if (kind == GOAL)
    return ink_definition_need_goal (definition, name, error) != NULL;
  if (kind == PERSONA)
    return ink_definition_need_persona (definition, name, error);
  return ink_definition_need_funnel (definition, name, error) != NULL;
}

static void
test_need (void)
{
  g_autoptr (InkDefinition) definition = make_definition ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean found = need (definition, cases[i].kind, cases[i].name, &error);

      g_assert_cmpint (found, ==, cases[i].message == NULL);
      if (found)
        g_assert_no_error (error);
      else
        g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
    }
}

/* The nearest of the others, or none where nothing is near enough to be meant. */
static void
test_nearest (void)
{
  static const struct
  {
    const char *wanted;
    const char *const known[4];
    const char *best;
  } names[] = {
    { "abc", { NULL }, NULL },
    { "pricng", { "price", "pricing", NULL }, "pricing" },
    { "PRICING", { "pricing", NULL }, "pricing" },
    { "abdc", { "abcd", NULL }, "abcd" },
    { "xyz", { "abc", NULL }, NULL },
    { "dem", { "Demo booked", NULL }, "Demo booked" },
    { "a", { "b", "", NULL }, NULL },
    { "\303\204pfel", { "\303\244pfel", NULL }, "\303\244pfel" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      InkNearest nearest = ink_nearest_start (names[i].wanted);

      for (guint j = 0; names[i].known[j] != NULL; j++)
        ink_nearest_offer (&nearest, names[i].known[j]);
      g_assert_cmpstr (nearest.best, ==, names[i].best);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/definition/names/need", test_need);
  g_test_add_func ("/definition/names/nearest", test_nearest);

  return g_test_run ();
}
