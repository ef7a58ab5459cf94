/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Slides: as they are read, they are written; what is none is refused with its place. */
#include "base/ink-error.h"
#include "definition/ink-slide.h"
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

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/definition/slide/round-trip", test_round_trip);
  g_test_add_func ("/definition/slide/refused", test_refused);

  return g_test_run ();
}
