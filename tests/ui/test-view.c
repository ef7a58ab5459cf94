/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The header's filter: periods counted back from the data's end, and the view that keeps it. */
#include "ui-fixture.h"

#include "ui/ink-period-choice.h"
#include "ui/ink-view.h"

typedef struct
{
  const char *name;
  const char *end;
  const char *zone;
  const char *from;
  const char *to; /* the first moment after it */
} Case;

static const Case cases[] = {
  { "last-7-days", "2026-09-30T14:00:00Z", "UTC", "2026-09-24T00:00:00Z", "2026-10-01T00:00:00Z" },
  { "last-30-days", "2026-03-01T00:00:00Z", "UTC", "2026-01-31T00:00:00Z", "2026-03-02T00:00:00Z" },
  { "month", "2026-02-28T23:59:59Z", "UTC", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z" },
  { "month-before", "2026-01-15T00:00:00Z", "UTC", "2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z" },
  { "quarter", "2026-09-30T14:00:00Z", "UTC", "2026-07-01T00:00:00Z", "2026-10-01T00:00:00Z" },
  { "quarter-before", "2026-02-03T00:00:00Z", "UTC", "2025-10-01T00:00:00Z",
    "2026-01-01T00:00:00Z" },
  /* 23:30 in UTC is the next day, and the next quarter, in Berlin. */
  { "quarter", "2026-09-30T23:30:00Z", "Europe/Berlin", "2026-09-30T22:00:00Z",
    "2026-12-31T23:00:00Z" },
  /* The clock changes within: days have 24 hours by the calendar only. */
  { "last-7-days", "2026-03-30T10:00:00Z", "Europe/Berlin", "2026-03-23T23:00:00Z",
    "2026-03-30T22:00:00Z" },
};

static gint64
parse (const char *text)
{
  gint64 time;

  g_assert_true (ink_time_parse_iso (text, strlen (text), NULL, &time));
  return time;
}

static void
test_resolve (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (c->zone);
      gint64 from, to;

      g_assert_true (ink_period_choice_resolve (c->name, parse (c->end), zone, &from, &to));
      g_assert_cmpint (from, ==, parse (c->from));
      g_assert_cmpint (to, ==, parse (c->to) - 1);
    }
}

static void
test_resolve_nothing (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 from, to;

  g_assert_true (ink_period_choice_resolve ("all", parse ("2026-01-01"), utc, &from, &to));
  g_assert_true (from == INK_TIME_NONE && to == INK_TIME_NONE);
  g_assert_false (ink_period_choice_resolve ("decade", parse ("2026-01-01"), utc, &from, &to));
  g_assert_false (ink_period_choice_resolve ("month", INK_TIME_NONE, utc, &from, &to));
  g_assert_true (from == INK_TIME_NONE && to == INK_TIME_NONE);
}

static void
test_words (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  gint64 end = parse ("2026-09-30");
  g_autofree char *this_year
      = ink_period_to_words (parse ("2026-07-01"), parse ("2026-10-01") - 1, end, utc);
  g_autofree char *two_years
      = ink_period_to_words (parse ("2025-12-01"), parse ("2026-01-31"), end, utc);
  g_autofree char *open_end = ink_period_to_words (parse ("2026-07-01"), INK_TIME_NONE, end, utc);
  g_autofree char *all = ink_period_to_words (INK_TIME_NONE, INK_TIME_NONE, end, utc);

  g_assert_cmpstr (this_year, ==, "1 Jul – 30 Sep");
  g_assert_cmpstr (two_years, ==, "1 Dec 2025 – 31 Jan 2026");
  g_assert_cmpstr (open_end, ==, "1 Jul – …");
  g_assert_cmpstr (all, ==, "All time");
}

static void
count_cb (InkView *view,
          guint *n)
{
  *n += 1;
}

/* The filter follows a persona's new name, and ends with the persona. */
static void
test_persona (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (InkDocument) document = ink_document_new (&error);
  g_autoptr (InkView) view = NULL;
  g_autoptr (InkRule) rule = ink_rule_new_does ("view");
  g_autoptr (InkPersona) buyer = ink_persona_new ("Buyer", rule);
  g_autoptr (InkPersona) renamed = ink_persona_copy (buyer);
  g_autoptr (InkDefinition) with = NULL;
  g_autoptr (InkDefinition) other = NULL;
  g_autoptr (InkDefinition) without = NULL;
  guint n = 0;

  g_assert_no_error (error);
  with = ink_definition_with_persona (ink_document_get_definition (document), buyer);
  ink_document_edit (document, "Add", NULL, with);
  view = ink_view_new (document);
  g_signal_connect (view, "filter-changed", G_CALLBACK (count_cb), &n);
  ink_view_set_persona (view, "Buyer");
  ink_view_set_persona (view, "Buyer");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (ink_view_is_filtered (view));
  g_assert_cmpstr (ink_view_get_filter (view).persona, ==, "Buyer");

  g_free (renamed->name);
  renamed->name = g_strdup ("Decision maker");
  other = ink_definition_with_persona (with, renamed);
  ink_document_edit (document, "Rename", NULL, other);
  g_assert_cmpstr (ink_view_get_persona (view), ==, "Decision maker");

  without = ink_definition_without_persona (other, renamed->id);
  ink_document_edit (document, "Remove", NULL, without);
  g_assert_null (ink_view_get_persona (view));
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (ink_document_close (document, INK_CLOSE_DISCARD, &error));
}

int
main (int argc,
      char **argv)
{
  char *home = ink_test_folder ();
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/view/period", test_resolve);
  g_test_add_func ("/ui/view/no-period", test_resolve_nothing);
  g_test_add_func ("/ui/view/period-in-words", test_words);
  g_test_add_func ("/ui/view/persona", test_persona);

  status = g_test_run ();
  ink_test_remove_folder (home);

  return status;
}
