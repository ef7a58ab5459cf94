/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The quarterly review: which slides it has by what the project has, and why there is none. */
#include "document/document-fixture.h"

#include "definition/ink-definition-json.h"
#include "document/ink-document-sample.h"
#include "document/ink-review.h"

#define GOAL "\"goals\": [{\"name\": \"Demo\", \"kind\": \"macro\", \"rule\": {\"does\": \"Booked Demo\"}}]"
#define MICRO "\"goals\": [{\"name\": \"Look\", \"kind\": \"micro\", \"rule\": {\"does\": \"Viewed Page\"}}]"
#define FUNNEL \
  "\"funnels\": [{\"name\": \"Way\", \"steps\": [{\"does\": \"Viewed Page\"}, {\"does\": \"Booked Demo\"}]}]"
#define PERSONA "\"personas\": [{\"name\": \"Reader\", \"rule\": {\"does\": \"Viewed Page\"}}]"

/* The kinds of its slides; "-" has no chart. */
static char *
list_kinds (GPtrArray *slides)
{
  GString *kinds = g_string_new (NULL);

  for (guint i = 0; i < slides->len; i++)
    {
      const InkSlide *slide = g_ptr_array_index (slides, i);

      g_string_append_printf (kinds, "%s%s", i > 0 ? " " : "",
                              slide->chart != NULL ? slide->chart : "-");
    }

  return g_string_free (kinds, FALSE);
}

static void
test_slides (void)
{
  static const struct { const char *json, *kinds; } cases[] = {
    { "{\"inkling\": 1}", NULL },
    { "{\"inkling\": 1, " MICRO "}", NULL },
    { "{\"inkling\": 1, " PERSONA "}", NULL },
    { "{\"inkling\": 1, " GOAL "}", "- indicators map -" },
    { "{\"inkling\": 1, " FUNNEL "}", "- trend funnel groups -" },
    { "{\"inkling\": 1, " GOAL ", " FUNNEL ", " PERSONA "}",
      "- trend funnel indicators map groups groups -" },
  };
  InkDocument *document = fixture_new ();
  g_autoptr (GError) error = NULL;

  ink_document_make_sample (document, 300, 1, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkDefinition) definition
          = ink_definition_from_json (cases[i].json, -1, NULL, NULL, NULL, &error);
      g_autoptr (GPtrArray) slides = NULL;
      g_autofree char *kinds = NULL;

      g_assert_no_error (error);
      slides = ink_review_new (definition, ink_document_get_store (document), "Review", &error);
      if (cases[i].kinds == NULL)
        {
          g_assert_null (slides);
          g_assert_error (error, INK_ERROR, INK_ERROR_FAILED);
          g_clear_error (&error);
          continue;
        }
      g_assert_no_error (error);
      kinds = list_kinds (slides);
      g_assert_cmpstr (kinds, ==, cases[i].kinds);
    }
  fixture_close (document, INK_CLOSE_DISCARD);
}

int
main (int argc,
      char **argv)
{
  char *home = fixture_home ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/review/slides", test_slides);
  status = g_test_run ();
  ink_test_remove_folder (home);
  return status;
}
