/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person's timeline says of visits and of events, also where there are very many. */
#include "ui-fixture.h"

#include <math.h>

#include "ui/pages/ink-timeline-facts.h"
#include "ui/pages/ink-timeline.h"

#define BUSY 100000
/* What is made at once is only what is seen soon; the rest follows. */
#define MANY_ROWS 200

typedef struct
{
  InkTableBuilder *events;
  InkTableBuilder *properties;
  InkTableBuilder *known;
  InkTableBuilder *goals;
} Tables;

static Tables
begin (void)
{
  Tables tables = { ink_table_builder_new (), ink_table_builder_new (), ink_table_builder_new (),
                    ink_table_builder_new () };

  ink_table_builder_add_text (tables.events, "name", NULL);
  ink_table_builder_add_number (tables.events, "time", NULL, INK_FORMAT_TIME);
  ink_table_builder_add_number (tables.events, "session", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_number (tables.events, "duration", NULL, INK_FORMAT_SECONDS);
  ink_table_builder_add_number (tables.properties, "event", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (tables.properties, "name", NULL);
  ink_table_builder_add_text (tables.properties, "value", NULL);
  ink_table_builder_add_text (tables.known, "name", NULL);
  ink_table_builder_add_text (tables.known, "value", NULL);
  ink_table_builder_add_number (tables.goals, "event", NULL, INK_FORMAT_PLAIN);
  ink_table_builder_add_text (tables.goals, "goal", NULL);

  return tables;
}

static void
add_event (Tables *tables,
           double time,
           double session)
{
  ink_table_builder_text (tables->events, "Viewed Page");
  ink_table_builder_number (tables->events, time);
  ink_table_builder_number (tables->events, session);
  ink_table_builder_number (tables->events, NAN);
}

static void
add_property (Tables *tables,
              guint event,
              const char *name,
              const char *value)
{
  ink_table_builder_number (tables->properties, event);
  ink_table_builder_text (tables->properties, name);
  ink_table_builder_text (tables->properties, value);
}

static InkAnswer *
end (Tables *tables)
{
  InkAnswer *answer = ink_answer_new ();

  ink_answer_add_table (answer, "events", ink_table_builder_end (tables->events));
  ink_answer_add_table (answer, "properties", ink_table_builder_end (tables->properties));
  ink_answer_add_table (answer, "known", ink_table_builder_end (tables->known));
  ink_answer_add_table (answer, "goals", ink_table_builder_end (tables->goals));

  return answer;
}

/* As the query has them: property by property. NULL: the event does not carry it. */
static InkAnswer *
make_answer (const double *sessions,
             const char *const (*values)[8],
             const char *const *names)
{
  Tables tables = begin ();

  for (guint i = 0; i < 8; i++)
    add_event (&tables, i, sessions[i]);
  for (guint property = 0; names[property] != NULL; property++)
    for (guint i = 0; i < 8; i++)
      if (values[property][i] != NULL)
        add_property (&tables, i, names[property], values[property][i]);
  ink_table_builder_number (tables.goals, 3);
  ink_table_builder_text (tables.goals, "Bought");

  return end (&tables);
}

static void
test_words (void)
{
  const char *const names[] = { "page", "channel", "campaign", "device", NULL };
  /* Two visits, one of a single event, events outside of visits. */
  const double sessions[] = { 0, 0, 0, 1, 1, 2, NAN, NAN };
  const char *const values[][8] = {
    { "/a", "/a", "/a", "/b", "/b", "/c", "/d", NULL },
    { "organic", "organic", "ads", NULL, "mail", "direct", "direct", "direct" },
    { "x", "x", "x", "x", NULL, "x", "x", "x" },
    { "tv", "tv", "tv", "pc", "tv", "pc", "pc", "pc" },
  };
  static const struct
  {
    const char *channel;
    const char *visit;
    const char *event;
  } expected[] = {
    { "organic", "campaign: x · device: tv", "page: /a" },
    { "organic", "campaign: x · device: tv", "page: /a" },
    { "organic", "campaign: x · device: tv", "page: /a · channel: ads" },
    { "mail", "", "page: /b · campaign: x · device: pc" },
    { "mail", "", "page: /b · device: tv" },
    { "direct", "", "page: /c · campaign: x · device: pc" },
    { NULL, "", "page: /d · channel: direct · campaign: x · device: pc" },
    { NULL, "", "channel: direct · campaign: x · device: pc" },
  };
  g_autoptr (InkAnswer) answer = make_answer (sessions, values, names);
  g_autoptr (InkTimelineFacts) facts = ink_timeline_facts_new (answer);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autofree char *visit = ink_timeline_facts_write_visit (facts, i);
      g_autofree char *event = ink_timeline_facts_write_event (facts, i);

      g_test_message ("event %u", i);
      g_assert_cmpstr (ink_timeline_facts_get_channel (facts, i), ==, expected[i].channel);
      g_assert_cmpstr (visit, ==, expected[i].visit);
      g_assert_cmpstr (event, ==, expected[i].event);
      g_assert_true ((ink_timeline_facts_get_goals (facts, i) != NULL) == (i == 3));
    }
  g_assert_cmpuint (ink_timeline_facts_get_visit_start (facts, 2), ==, 0);
  g_assert_cmpuint (ink_timeline_facts_get_visit_start (facts, 4), ==, 3);
  g_assert_cmpuint (ink_timeline_facts_get_visit_start (facts, 7), ==, 7);
}

/* What all events carry alike is known of the person, and every visit came from there. */
static void
test_known (void)
{
  Tables tables = begin ();
  g_autoptr (InkAnswer) answer = NULL;
  g_autoptr (InkTimelineFacts) facts = NULL;

  add_event (&tables, 0, 0);
  add_event (&tables, 1, 1);
  ink_table_builder_text (tables.known, "channel");
  ink_table_builder_text (tables.known, "organic");
  answer = end (&tables);
  facts = ink_timeline_facts_new (answer);
  g_assert_cmpstr (ink_timeline_facts_get_channel (facts, 1), ==, "organic");
}

static gboolean
has_many_rows (gpointer timeline)
{
  return ink_timeline_get_n_rows (timeline) >= MANY_ROWS;
}

/* Two events a visit, and every visit from elsewhere. */
static void
test_busy (void)
{
  static const char *const names[] = { "page", "channel", "campaign", "device", "step" };
  Tables tables = begin ();
  g_autoptr (InkAnswer) answer = NULL;
  g_autoptr (InkDefinition) definition = ink_definition_new_empty ();
  GtkWidget *timeline = g_object_ref_sink (g_object_new (INK_TYPE_TIMELINE, NULL));

  for (guint i = 0; i < BUSY; i++)
    add_event (&tables, i * 60e6, i / 2);
  for (guint property = 0; property < G_N_ELEMENTS (names); property++)
    for (guint i = 0; i < BUSY; i++)
      add_property (&tables, i, names[property], i / 2 % 2 == 0 ? "this" : "that");
  answer = end (&tables);
  ink_timeline_set_answer (INK_TIMELINE (timeline), answer, definition);
  g_assert_cmpuint (ink_timeline_get_n_rows (INK_TIMELINE (timeline)), >, 0);
  g_assert_cmpuint (ink_timeline_get_n_rows (INK_TIMELINE (timeline)), <, MANY_ROWS);
  ui_wait_for (has_many_rows, timeline);
  g_object_unref (timeline);
}

int
main (int argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/timeline/words", test_words);
  g_test_add_func ("/ui/timeline/known", test_known);
  g_test_add_func ("/ui/timeline/busy", test_busy);

  return g_test_run ();
}
