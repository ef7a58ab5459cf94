/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where most people are lost, of all funnels: which step it is, and what is said of it. */
#include "analysis/ink-highlights.h"

#include "analysis/ink-cases.h"

#define STEP(event) "{'does': '" event "'}"
#define OPTIONAL(event) "{'does': '" event "', 'optional': true}"

/* @subject: NULL: nobody is lost, or there is nothing to lose them in. */
static const struct
{
  const char *what;
  const char *funnels;
  const char *events;
  const char *subject;
  const char *says;
} cases[] = {
  { "no funnel", "", "u: A@0", NULL, "There is no funnel yet." },
  { "nobody stops", "{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") "]}", "u: A@0 B@1", NULL,
    "Nobody is lost" },
  { "one step loses nobody", "{'name': 'F', 'steps': [" STEP ("A") "]}", "u: A@0; v: X@0", NULL,
    "Nobody is lost" },
  { "nobody came", "{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") "]}", "u: X@0", NULL,
    "Nobody is lost" },
  { "some stop", "{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") "]}",
    "u: A@0 B@1; v: A@0; w: A@0", "A → B", "2 of 3 people stop here" },
  { "the step with the greatest share, not the first",
    "{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") ", " STEP ("C") "]}",
    "u: A@0; v: A@0 B@1; w: A@0 B@1; x: A@0 B@1", "B → C", "3 of 3 people stop here" },
  { "of two steps with one share the first",
    "{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") ", " STEP ("C") "]}",
    "t: A@0; u: A@0; v: A@0 B@1; w: A@0 B@1 C@2", "A → B", "2 of 4 people stop here" },
  { "an optional step loses nobody",
    "{'name': 'F', 'steps': [" STEP ("A") ", " OPTIONAL ("B") ", " STEP ("C") "]}",
    "u: A@0 C@1; v: A@0 B@1", "A → C", "1 of 2 people stop here" },
  { "of two funnels the one that loses more people",
    "{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") "]},"
    "{'name': 'G', 'steps': [" STEP ("C") ", " STEP ("D") "]}",
    "u: A@0 C@0; v: A@0 B@1 C@0; w: C@0; x: C@0 D@1", "C → D", "3 of 4 people stop here" },
  { "of two that lose as many the first",
    "{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") "]},"
    "{'name': 'G', 'steps': [" STEP ("C") ", " STEP ("D") "]}",
    "u: A@0 C@0", "A → B", "1 of 1" },
};

static InkDefinition *
define (const char *funnels)
{
  g_autofree char *members = g_strdup_printf ("'funnels': [%s]", funnels);
  g_autofree char *json = ink_cases_quote (members);

  return ink_cases_definition (json);
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkEventStore) store = ink_cases_store (cases[i].events);
      g_autoptr (InkDefinition) definition = define (cases[i].funnels);
      g_autoptr (GError) error = NULL;
      g_auto (InkHighlight) leak = { 0 };

      g_test_message ("%s", cases[i].what);
      g_assert_true (ink_highlight_find_leak (store, definition, NULL, NULL, &leak, &error));
      g_assert_no_error (error);
      g_assert_cmpint (leak.kind, ==, INK_HIGHLIGHT_LEAK);
      g_assert_cmpstr (leak.page, ==, "funnels");
      g_assert_cmpstr (leak.subject, ==, cases[i].subject);
      if (strstr (leak.sentence, cases[i].says) == NULL)
        g_error ("\"%s\" says nothing of \"%s\"", leak.sentence, cases[i].says);
    }
}

/* ---- Personas that pass it differently ---- */

#define PERSONAS                                                                                   \
  "'personas': [{'name': 'Fan', 'rule': {'does': 'Fan'}}, {'name': 'Guest', 'rule': {'does': "     \
  "'Guest'}}], 'funnels': [{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") "]}]"

/* @passed of @n of each persona pass. */
static InkEventStore *
make_store (guint fans_passed,
            guint guests_passed,
            guint n)
{
  g_autoptr (GString) events = g_string_new ("x: X@0");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (events, "; f%u: Fan@0 A@1%s; g%u: Guest@0 A@1%s", i,
                            i < fans_passed ? " B@2" : "", i, i < guests_passed ? " B@2" : "");

  return ink_cases_store (events->str);
}

static const struct
{
  guint fans;
  guint guests;
  const char *says; /* nullable: nothing is clear */
} persona_cases[] = {
  { 90, 10, "“Fan” passes it" },
  { 10, 90, "“Guest” passes it" },
  { 50, 50, NULL },
  { 51, 49, NULL },
};

static void
test_personas (void)
{
  g_autofree char *json = ink_cases_quote (PERSONAS);
  g_autoptr (InkDefinition) definition = ink_cases_definition (json);

  for (guint i = 0; i < G_N_ELEMENTS (persona_cases); i++)
    {
      g_autoptr (InkEventStore) store
          = make_store (persona_cases[i].fans, persona_cases[i].guests, 100);
      InkFilter one = { "Fan", INK_TIME_NONE, INK_TIME_NONE };
      g_auto (InkHighlight) leak = { 0 };
      g_auto (InkHighlight) narrowed = { 0 };

      g_assert_true (ink_highlight_find_leak (store, definition, NULL, NULL, &leak, NULL));
      g_assert_cmpint (strstr (leak.sentence, "passes it") != NULL, ==,
                       persona_cases[i].says != NULL);
      if (persona_cases[i].says != NULL)
        g_assert_nonnull (strstr (leak.sentence, persona_cases[i].says));
      /* Of one persona there is nothing to compare. */
      g_assert_true (ink_highlight_find_leak (store, definition, &one, NULL, &narrowed, NULL));
      g_assert_null (strstr (narrowed.sentence, "passes it"));
    }
}

static void
test_cancelled (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store ("u: A@0");
  g_autoptr (InkDefinition) definition
      = define ("{'name': 'F', 'steps': [" STEP ("A") ", " STEP ("B") "]}");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (InkHighlight) leak = { 0 };

  g_cancellable_cancel (cancellable);
  g_assert_false (ink_highlight_find_leak (store, definition, NULL, cancellable, &leak, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/highlight-leak/cases", test_cases);
  g_test_add_func ("/highlight-leak/personas", test_personas);
  g_test_add_func ("/highlight-leak/cancelled", test_cancelled);

  return g_test_run ();
}
