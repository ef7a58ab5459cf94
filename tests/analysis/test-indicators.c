/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Leading indicators from small stories that can be worked out by hand: who is at risk, how time is
 * split, what counts when, and what is said. */
#include <json-glib/json-glib.h>
#include <math.h>

#include "analysis/ink-cases.h"
#include "analysis/ink-indicators.h"
#include "analysis/ink-query.h"

#define DAY 86400

#define GOALS \
  "'export_time': '2026-07-31T00:00:00Z', 'goals': [" \
  "{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}}," \
  "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}," \
  "{'name': 'N', 'kind': 'micro', 'rule': {'does': 'n'}}]"

static InkIndicators *
search (const char *story,
        const char *definition_json,
        const InkFilter *filter)
{
  g_autofree char *json = ink_cases_quote (definition_json);
  g_autoptr (InkDefinition) definition = ink_cases_definition (json);
  g_autoptr (InkEventStore) store = ink_cases_store (story);
  g_autoptr (GError) error = NULL;
  InkIndicators *indicators
      = ink_indicators_evaluate (store, definition, "Buy", filter, NULL, &error);

  g_assert_no_error (error);
  return indicators;
}

/* ---- Bands and sessions ---- */

static void
test_bands (void)
{
  static const guint edges[] = { 1, 2, 3, 4, 6, 8, 12, 16, 23, 32, 46, 64, 91, 128, 182, 256, 363,
                                 512 };

  for (guint visits = 0; visits < 600; visits++)
    {
      guint band = 0;

      while (band < G_N_ELEMENTS (edges) && edges[band] <= visits)
        band++;
      g_assert_cmpuint (ink_indicator_visit_band (visits), ==, band);
    }
  g_assert_cmpuint (ink_indicator_visit_band (G_MAXUINT32), <, 512);
}

static void
test_sessions (void)
{
  static const gint64 times[] = { 0, 1800, 3601, 3601, 9000 };
  static const guint8 codes[] = { 0, 1, 0, 0, 1 }, background[] = { FALSE, TRUE };
  InkCodes names = { .width = 1, .u8 = codes };
  InkIndicatorSessions sessions = { 0 };

  ink_indicator_sessions_fill (&sessions, times, names, 0, 5, 1800, background);
  g_assert_cmpuint (sessions.n, ==, 3);
  g_assert_cmpint (sessions.sessions[0].end, ==, 1800);
  g_assert_true (sessions.sessions[0].is_visit);
  g_assert_cmpint (sessions.sessions[1].start, ==, 3601);
  g_assert_false (sessions.sessions[1].is_visit);
  g_assert_cmpuint (sessions.sessions[2].first_row, ==, 4);
  g_assert_cmpuint (ink_indicator_sessions_seek (&sessions, 0, 3), ==, 1);
  g_assert_cmpuint (ink_indicator_sessions_seek (&sessions, 1, 99), ==, 2);
  ink_indicator_sessions_fill (&sessions, times, names, 1, 1, 1800, background);
  g_assert_cmpuint (sessions.n, ==, 0);
  ink_indicator_sessions_clear (&sessions);
}

static void
test_time_sum (void)
{
  InkTimeSum a = { 0 }, b = { 0 };

  for (guint i = 0; i < 200; i++)
    ink_time_sum_add (i % 3 > 0 ? &a : &b, G_GINT64_CONSTANT (1) << 59);
  ink_time_sum_join (&a, &b);
  g_assert_cmpuint (a.high, ==, 100);
  g_assert_cmpuint (a.low, ==, 0);
}

/* ---- Stories ---- */

/* One row a story: what became of the people, and M's counts. */
static const struct
{
  const char *what;
  const char *story;
  guint64 people;
  guint64 conversions;
  guint64 at_first_sight;
  guint64 no_time;
  guint64 did;    /* before they stopped, in an ended session */
  guint64 before; /* buyers */
  guint64 after;
  guint64 known;
  guint64 too_late;
  double days;
} stories[] = {
  { "nobody", "a: p@-", 0, 0, 0, 1, 0, 0, 0, 0, 0, 0 },
  { "watched to the end", "a: p@0", 1, 0, 0, 0, 0, 0, 0, 0, 0, 30 },
  { "at first sight", "a: buy@0 p@50", 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 },
  { "at first sight in one second", "a: p@0 buy@0", 0, 0, 1, 0, 0, 0, 0, 0, 0, 0 },
  { "bought after two days", "a: p@0 m@10 p@86400 buy@172800", 1, 1, 0, 0, 1, 1, 0, 1, 0, 2 },
  { "in the buying session only", "a: p@0 m@172700 buy@172800", 1, 1, 0, 0, 0, 1, 0, 1, 1, 2 },
  { "less than a day before", "a: p@0 m@90000 p@172000 buy@172800", 1, 1, 0, 0, 1, 1, 0, 1, 1, 2 },
  { "in the only visit", "a: p@0 m@10 buy@43200", 1, 1, 0, 0, 1, 1, 0, 0, 0, 0.5 },
  { "after the sale", "a: p@0 buy@86400 m@172800", 1, 1, 0, 0, 0, 0, 1, 0, 0, 1 },
  { "at the very time of the sale", "a: p@0 p@5 m@86400 buy@86400", 1, 1, 0, 0, 0, 0, 0, 0, 0, 1 },
  { "a later sale is ignored", "a: p@0 buy@86400 m@90000 buy@172800", 1, 1, 0, 0, 0, 0, 1, 0, 0,
    1 },
  { "timeless events count for nothing", "a: m@- p@0", 1, 0, 0, 0, 0, 0, 0, 0, 0, 30 },
  { "after the end", "a: p@0 m@2592001; b: p@2592000", 1, 0, 0, 0, 0, 0, 0, 0, 0, 30 },
};

static void
test_story (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (InkIndicators) got = search (stories[i].story, GOALS, NULL);
  const InkIndicatorMicroTally *counts = got->indicators[0].counts;

  g_assert_cmpuint (got->counts->people, ==, stories[i].people);
  g_assert_cmpuint (got->counts->conversions, ==, stories[i].conversions);
  g_assert_cmpuint (got->counts->fates[INK_INDICATOR_AT_FIRST_SIGHT], ==,
                    stories[i].at_first_sight);
  g_assert_cmpuint (got->counts->fates[INK_INDICATOR_NO_TIME], ==, stories[i].no_time);
  if (got->timeless != NULL)
    {
      /* Without any time no goal is looked at as a sign. */
      g_assert_cmpuint (got->n, ==, 0);
      return;
    }
  g_assert_cmpuint (counts->people, ==, stories[i].did);
  g_assert_cmpuint (counts->before, ==, stories[i].before);
  g_assert_cmpuint (counts->after, ==, stories[i].after);
  g_assert_cmpuint (counts->before_known, ==, stories[i].known);
  g_assert_cmpuint (counts->too_late, ==, stories[i].too_late);
  g_assert_cmpfloat_with_epsilon (ink_time_sum_days (&got->counts->time), stories[i].days, 1e-12);
}

/* Who did M converts at once, of two hundred that are alike but for it: the ratio by hand. */
static char *
many (guint with,
      guint buyers_with,
      guint without,
      guint buyers_without)
{
  GString *story = g_string_new (NULL);

  for (guint i = 0; i < with + without; i++)
    {
      gboolean does = i < with, buys = does ? i < buyers_with : i - with < buyers_without;

      g_string_append_printf (story, "%su%u: p@0 %s p@%d %s", i > 0 ? "; " : "", i,
                              does ? "m@60" : "", 9 * DAY, buys ? "buy@864000" : "");
    }
  return g_string_free (story, FALSE);
}

static void
test_ratio (void)
{
  g_autofree char *story = many (100, 60, 100, 10);
  g_autoptr (InkIndicators) got = search (story, GOALS, NULL);
  const InkIndicator *m = &got->indicators[0], *n = &got->indicators[1];

  /* All 70 buy in the stratum of day 9 to 10: 100 days on either side until one day later. */
  g_assert_cmpfloat_with_epsilon (m->rates->adjusted.ratio, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (m->rates->adjusted.observed, 60, 1e-9);
  g_assert_cmpfloat_with_epsilon (m->rates->adjusted.expected, 35, 1e-9);
  g_assert_cmpfloat_with_epsilon (m->naive, 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (m->reach, 0.5, 1e-9);
  g_assert_cmpint (m->verdict, ==, INK_VERDICT_LEADING);
  g_assert_nonnull (strstr (m->sentence, "Associated with"));
  g_assert_null (strstr (m->sentence, "cause "));
  g_assert_cmpfloat_with_epsilon (m->median_days, 10 - 60.0 / DAY, 1e-9);
  g_assert_cmpint (n->verdict, ==, INK_VERDICT_NO_DATA);
  g_assert_cmpfloat (n->rates->q, ==, 1);
}

static void
test_no_activity (void)
{
  g_autofree char *story = many (100, 60, 100, 10);
  g_autoptr (InkIndicators) got = search (
      story,
      GOALS ", 'passive': ['p']", NULL);

  g_assert_false (got->has_background);
  g_assert_cmpint (got->indicators[0].verdict, ==, INK_VERDICT_ACTIVITY_UNKNOWN);
}

/* ---- Personas ---- */

#define PERSONAS \
  GOALS ", 'personas': [{'name': 'Keen', 'rule': {'does': 'key', 'times': {'at_least': 2}}}]"

/* Keen from the end of the session with the second key: day 2. */
static void
test_behaviour (void)
{
  const char *story = "a: p@0 key@10 key@172800 p@172900 p@432000 buy@432100";
  InkFilter filter = { "Keen", INK_TIME_NONE, INK_TIME_NONE };
  g_autoptr (InkIndicators) all = search (story, PERSONAS, NULL);
  g_autoptr (InkIndicators) keen = search (story, PERSONAS, &filter);

  g_assert_cmpuint (all->counts->people_of_persona[0], ==, 1);
  g_assert_cmpuint (all->counts->people_of_persona[1], ==, 1);
  g_assert_cmpfloat_with_epsilon (ink_time_sum_days (&all->counts->time), 432100.0 / DAY, 1e-12);
  g_assert_cmpfloat_with_epsilon (ink_time_sum_days (&keen->counts->time), 259200.0 / DAY, 1e-12);
  g_assert_cmpuint (keen->counts->conversions, ==, 1);
}

/* ---- A period ---- */

static void
test_period (void)
{
  const char *story = "a: p@0 m@10 p@432000 buy@864000; b: p@0 buy@86400; c: p@864000";
  InkFilter from = { NULL, INK_CASES_START + 5 * INK_DAY, INK_TIME_NONE };
  InkFilter to = { NULL, INK_TIME_NONE, INK_CASES_START + 5 * INK_DAY };
  g_autoptr (InkIndicators) late = search (story, GOALS, &from);
  g_autoptr (InkIndicators) early = search (story, GOALS, &to);

  g_assert_cmpuint (late->counts->people, ==, 2);
  g_assert_cmpuint (late->counts->conversions, ==, 1);
  g_assert_cmpuint (late->counts->fates[INK_INDICATOR_OUTSIDE], ==, 1);
  g_assert_cmpfloat_with_epsilon (ink_time_sum_days (&late->counts->time), 5 + 20, 1e-12);
  g_assert_cmpuint (early->counts->people, ==, 2);
  g_assert_cmpuint (early->counts->conversions, ==, 1);
  g_assert_cmpfloat_with_epsilon (ink_time_sum_days (&early->counts->time), 5 + 1, 1e-12);
}

/* ---- Only days ---- */

/* The last day is over at the end; what was done on the day of the sale is its last step. */
static void
test_days (void)
{
  g_autoptr (InkIndicators) got
      = search ("a: p@0 p@86400 m@172800 buy@172800; b: p@259200",
                "'goals': [{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}},"
                "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}]",
                NULL);
  const InkIndicatorMicroTally *counts = got->indicators[0].counts;

  g_assert_true (got->has_only_days);
  g_assert_cmpfloat_with_epsilon (ink_time_sum_days (&got->counts->time), 2 + 1, 1e-12);
  g_assert_cmpuint (counts->before, ==, 0);
  g_assert_cmpuint (counts->before_known, ==, 1);
  g_assert_cmpuint (counts->too_late, ==, 1);
}

/* Who buys on the first day may have done anything first: nothing is said of the inside of a day. */
static void
test_short_days (void)
{
  g_autoptr (InkIndicators) got
      = search ("a: p@0 m@0 p@86400 buy@86400; b: p@86400; c: p@0 m@0 buy@0",
                "'goals': [{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}},"
                "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}]",
                NULL);
  g_autoptr (InkIndicators) log
      = search ("a: p@0 m@0 buy@0; b: p@86400 buy@86400",
                "'goals': [{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}},"
                "{'name': 'M', 'kind': 'micro', 'rule': {'does': 'm'}}]",
                NULL);

  g_assert_true (got->has_only_days && log->has_only_days);
  g_assert_null (got->short_journeys);
  g_assert_null (log->short_journeys);
  g_assert_nonnull (strstr (log->note, "nothing comes before them"));
  if (got->is_short)
    g_assert_nonnull (strstr (got->note, "without times of day"));
}

/* Where the only events are goals, none is called a step of buying either. */
static void
test_short_unknown (void)
{
  g_autoptr (GString) story = g_string_new (NULL);
  g_autoptr (InkIndicators) got = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (story, "%su%u: n@5 m@20 buy@30", i > 0 ? "; " : "", i);
  for (guint i = 40; i < 80; i++)
    g_string_append_printf (story, "; u%u: n@5 n@9 n@20", i);
  got = search (story->str, GOALS, NULL);
  g_assert_true (got->is_short && !got->has_background);
  g_assert_false (got->short_journeys->is_comparable);
  g_assert_false (got->short_journeys->indicators[0].is_step);
  g_assert_nonnull (
      strstr (got->short_journeys->indicators[0].sentence, "Cannot be compared inside visits."));
}

/* ---- Purchase logs, short journeys ---- */

static void
test_first_sight (void)
{
  g_autoptr (InkIndicators) got = search ("a: buy@0 m@5; b: buy@10", GOALS, NULL);
  g_autoptr (InkIndicators) some = search ("a: p@0 m@5 buy@9; b: p@10 m@15 buy@19", GOALS, NULL);

  g_assert_nonnull (strstr (got->note, "nothing comes before them"));
  g_assert_cmpstr (got->indicators[0].sentence, ==, got->note);
  g_assert_nonnull (some->note);
  g_assert_nonnull (some->short_journeys);
  g_assert_cmpuint (some->short_journeys->buying, ==, 2);
}

static void
test_json (void)
{
  g_autofree char *story = many (100, 60, 100, 10);
  g_autoptr (InkIndicators) got = search (story, GOALS, NULL);
  g_autofree char *text = ink_indicators_to_json (got);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *m, *landmark;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "people"), ==, 200);
  m = json_array_get_object_element (json_object_get_array_member (root, "indicators"), 0);
  g_assert_cmpstr (json_object_get_string_member (m, "verdict"), ==, "Leading indicator");
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (m, "lift"), 6, 1e-9);
  landmark = json_object_get_object_member (m, "landmark");
  g_assert_cmpint (json_object_get_int_member (landmark, "a"), ==, 0);
  g_assert_true (json_object_get_null_member (landmark, "precision"));
}

static void
test_query (void)
{
  g_autofree char *json = ink_cases_quote (GOALS);
  g_autofree char *other = ink_cases_quote (GOALS ", 'settings': {'worthwhile_lift': 1.5}");
  g_autoptr (InkDefinition) definition = ink_cases_definition (json);
  g_autoptr (InkDefinition) same = ink_cases_definition (json);
  g_autoptr (InkDefinition) changed = ink_cases_definition (other);
  g_autoptr (InkQuery) a = ink_indicators_query_new (definition, "Buy", NULL);
  g_autoptr (InkQuery) b = ink_indicators_query_new (same, "Buy", NULL);
  g_autoptr (InkQuery) c = ink_indicators_query_new (changed, "Buy", NULL);
  g_autoptr (InkEventStore) store = ink_cases_store ("a: p@0 m@5 p@172800 buy@259200");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (InkAnswer) answer = NULL, none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (ink_query_equal (a, b));
  g_assert_cmpuint (ink_query_hash (a), ==, ink_query_hash (b));
  g_assert_false (ink_query_equal (a, c));
  answer = ink_query_run (a, store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ink_table_get_n_rows (ink_answer_get_table (answer, "indicators")), ==, 2);
  g_assert_nonnull (ink_answer_get_indicators (answer));
  g_cancellable_cancel (cancellable);
  none = ink_query_run (a, store, cancellable, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/indicators/bands", test_bands);
  g_test_add_func ("/analysis/indicators/sessions", test_sessions);
  g_test_add_func ("/analysis/indicators/time-sum", test_time_sum);
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/indicators/story/%s", stories[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_story);
    }
  g_test_add_func ("/analysis/indicators/ratio", test_ratio);
  g_test_add_func ("/analysis/indicators/no-activity", test_no_activity);
  g_test_add_func ("/analysis/indicators/behaviour", test_behaviour);
  g_test_add_func ("/analysis/indicators/period", test_period);
  g_test_add_func ("/analysis/indicators/days", test_days);
  g_test_add_func ("/analysis/indicators/short-days", test_short_days);
  g_test_add_func ("/analysis/indicators/short-unknown", test_short_unknown);
  g_test_add_func ("/analysis/indicators/first-sight", test_first_sight);
  g_test_add_func ("/analysis/indicators/json", test_json);
  g_test_add_func ("/analysis/indicators/query", test_query);

  return g_test_run ();
}
