/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A search for what leads and is no goal yet, in small worlds of which the truth is known: what is
 * planted is found and judged rightly; where nothing is planted, nothing holds. */
#include <json-glib/json-glib.h>
#include <math.h>

#include "analysis/ink-cases.h"
#include "analysis/ink-indicator-search.h"

#define DAY 86400
#define DAYS 120
#define N_TOPICS 6

static const char *const channels[] = { "ads", "mail", "search", "webinar" };

/**
 * World:
 * @guide, @webinar: how many times as often those convert who did it
 */
typedef struct
{
  guint32 seed;
  guint people;
  double guide;
  double webinar;
} World;

static const InkFilter everybody = { NULL, INK_TIME_NONE, INK_TIME_NONE };

/* ---- People ---- */

static double
exponential (GRand *random,
             double mean)
{
  return -mean * log (1 - g_rand_double (random));
}

typedef struct
{
  InkEventStoreBuilder *builder;
  GRand *random;
  guint32 person;
  guint channel;
  guint topic;
} Writer;

static void
write_event (Writer *writer,
             const char *name,
             double second)
{
  static const char *const topics[N_TOPICS] = { "a", "b", "c", "d", "e", "f" };
  InkEventStoreBuilder *builder = writer->builder;
  const char *channel = channels[writer->channel], *topic = topics[writer->topic];

  ink_event_store_builder_event (builder, writer->person,
                                 ink_event_store_builder_name (builder, name, strlen (name)),
                                 INK_CASES_START + (gint64) (second * INK_SECOND));
  ink_event_store_builder_set_text (
      builder, ink_event_store_builder_property (builder, "channel", INK_ON_EVENT), channel,
      strlen (channel));
  if (g_str_equal (name, "page"))
    ink_event_store_builder_set_text (
        builder, ink_event_store_builder_property (builder, "topic", INK_ON_EVENT), topic, 1);
}

/* A visit; what was done in it raises what comes after it. */
static void
write_visit (Writer *writer,
             const World *world,
             double second,
             double *hazard)
{
  static gboolean done[2];

  if (*hazard < 0)
    {
      done[0] = done[1] = FALSE;
      *hazard = -*hazard;
    }
  writer->channel = (guint) g_rand_int_range (writer->random, 0, G_N_ELEMENTS (channels));
  for (guint i = 0; i < 2; i++)
    {
      writer->topic = (guint) g_rand_int_range (writer->random, 0, N_TOPICS);
      write_event (writer, "page", second + 20 * i);
    }
  if (g_rand_double (writer->random) < 0.12)
    {
      write_event (writer, "guide", second + 50);
      *hazard *= done[0] ? 1 : world->guide;
      done[0] = TRUE;
    }
  if (g_rand_double (writer->random) < 0.2)
    write_event (writer, "blog", second + 60);
  if (writer->channel == 3)
    {
      *hazard *= done[1] ? 1 : world->webinar;
      done[1] = TRUE;
    }
}

/* Visits come at a rate of one's own, and so do conversions: active people do more of everything. */
static void
write_person (Writer *writer,
              const World *world)
{
  double activity = 0.4 + exponential (writer->random, 0.6);
  double second = g_rand_double_range (writer->random, 0, DAYS * DAY / 2.0);
  double hazard = -activity / 500;

  while (second < DAYS * DAY)
    {
      double next = second + 3600 + exponential (writer->random, 9 * DAY / activity);
      double sale;

      write_visit (writer, world, second, &hazard);
      sale = second + 7200 + exponential (writer->random, DAY / hazard);
      if (sale < next && sale < DAYS * DAY)
        {
          write_event (writer, "page", sale);
          write_event (writer, "buy", sale + 30);
          return;
        }
      second = next;
    }
}

/* @half: only people of it are there, or -1 for all; as the search tells them apart. */
static InkEventStore *
make_store (const World *world,
            GHashTable *among)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (world->seed);
  g_autoptr (GError) error = NULL;
  Writer writer = { .builder = builder };
  InkEventStore *store;

  for (guint i = 0; i < world->people; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);
      g_autoptr (GRand) own = g_rand_new_with_seed (g_rand_int (random));

      if (among != NULL && !g_hash_table_contains (among, id))
        continue;
      writer.person = ink_event_store_builder_person (builder, id, strlen (id));
      writer.random = own;
      write_person (&writer, world);
    }
  store = ink_event_store_builder_end (builder, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static InkDefinition *
make_definition (const char *more)
{
  g_autofree char *text = g_strdup_printf (
      "'export_time': '2026-10-29T00:00:00Z', 'goals': ["
      "{'name': 'Buy', 'kind': 'macro', 'rule': {'does': 'buy'}},"
      "{'name': 'Blog', 'kind': 'micro', 'rule': {'does': 'blog'}}%s]",
      more);
  g_autofree char *json = ink_cases_quote (text);

  return ink_cases_definition (json);
}

static InkIndicatorSearch *
search (InkEventStore *store,
        InkDefinition *definition)
{
  g_autoptr (GError) error = NULL;
  InkIndicatorSearch *found
      = ink_indicator_search_run (store, definition, "Buy", &everybody, NULL, NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const InkFound *
find (const InkIndicatorSearch *of,
      const char *name)
{
  for (guint i = 0; i < of->n; i++)
    if (g_str_equal (of->found[i].goal->name, name))
      return &of->found[i];
  return NULL;
}

/* ---- What is planted ---- */

static void
test_planted (void)
{
  const World world = { .seed = 5, .people = 4000, .guide = 4, .webinar = 3 };
  g_autoptr (InkEventStore) store = make_store (&world, NULL);
  g_autoptr (InkDefinition) definition = make_definition ("");
  g_autoptr (InkIndicatorSearch) got = search (store, definition);
  const InkFound *guide = find (got, "guide"), *webinar = find (got, "channel is webinar");

  g_assert_null (got->note);
  g_assert_nonnull (guide);
  g_assert_cmpint (guide->kind, ==, INK_CANDIDATE_EVENT);
  g_assert_true (ink_found_holds (guide));
  g_assert_cmpfloat (guide->indicator->rates->adjusted.ratio, >, 2.5);
  g_assert_nonnull (strstr (guide->says, "is no goal yet"));
  g_assert_nonnull (strstr (guide->says, "Found by a search"));
  g_assert_nonnull (webinar);
  g_assert_cmpint (webinar->kind, ==, INK_CANDIDATE_VALUE);
  g_assert_true (ink_found_holds (webinar));
  for (guint i = 0; i < got->n; i++)
    if (ink_found_holds (&got->found[i]))
      g_assert_true (&got->found[i] == guide || &got->found[i] == webinar
                     || got->found[i].kind == INK_CANDIDATE_FREQUENCY);
  /* Neither what is a goal nor what the macro goal is made of is a candidate. */
  g_assert_null (find (got, "blog"));
  g_assert_null (find (got, "buy"));
}

/* The people in whom the verdict was found, by the definition of a half. */
static GHashTable *
list_judges (const InkIndicatorSearch *got,
             const World *world)
{
  GHashTable *judges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < world->people; i++)
    {
      g_autofree char *id = g_strdup_printf ("u%u", i);
      guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

      for (const char *p = id; *p != '\0'; p++)
        hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
      hash = (hash ^ hash >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
      if ((hash ^ hash >> 32) & 1)
        n += g_hash_table_add (judges, g_steal_pointer (&id)) ? 1 : 0;
    }
  g_assert_cmpuint (n, ==, got->verdicts->counts->people);
  return judges;
}

/* The numbers that are shown are those of a file that has only the judging half in it, where the
 * value is a goal like any other: nothing of the searched half is in them. */
static void
test_only_of_the_other_half (void)
{
  const World world = { .seed = 5, .people = 4000, .guide = 4, .webinar = 3 };
  g_autoptr (InkEventStore) store = make_store (&world, NULL);
  g_autoptr (InkDefinition) definition = make_definition ("");
  g_autoptr (InkIndicatorSearch) got = search (store, definition);
  const InkFound *found = find (got, "channel is webinar");
  g_autoptr (GHashTable) judges = list_judges (got, &world);
  g_autoptr (InkEventStore) half = make_store (&world, judges);
  g_autoptr (InkDefinition) with = make_definition (
      ", {'name': 'W', 'kind': 'micro', 'rule': {'does': '*', 'where': [{'prop': 'channel', "
      "'op': 'is', 'value': 'webinar'}]}}");
  g_autoptr (GError) error = NULL;
  g_autoptr (InkIndicators) want
      = ink_indicators_evaluate (half, with, "Buy", NULL, NULL, &error);
  const InkIndicator *w = &want->indicators[1];

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (found->indicator->rates->adjusted.ratio,
                                  w->rates->adjusted.ratio, 1e-9);
  g_assert_cmpfloat_with_epsilon (found->indicator->rates->adjusted.range.low,
                                  w->rates->adjusted.range.low, 1e-9);
  g_assert_cmpuint (found->indicator->counts->people, ==, w->counts->people);
  g_assert_cmpfloat_with_epsilon (found->indicator->joint, w->joint, 1e-6);
  /* So many more were tried: that costs. */
  g_assert_cmpfloat (found->indicator->rates->q, >, found->indicator->rates->adjusted.p_value);
}

/* ---- What is not planted ---- */

#define N_WORLDS 40

static gboolean
anything_holds (const InkIndicatorSearch *got)
{
  for (guint i = 0; i < got->n; i++)
    if (ink_found_holds (&got->found[i]))
      return TRUE;
  return FALSE;
}

static void
test_null_worlds (void)
{
  g_autoptr (InkDefinition) definition = make_definition ("");
  guint false_worlds = 0, standing_out = 0;

  for (guint i = 0; i < N_WORLDS; i++)
    {
      const World world = { .seed = 100 + i, .people = 900, .guide = 1, .webinar = 1 };
      g_autoptr (InkEventStore) store = make_store (&world, NULL);
      g_autoptr (InkIndicatorSearch) got = search (store, definition);

      false_worlds += anything_holds (got) ? 1 : 0;
      standing_out += got->n > 0 ? 1 : 0;
    }
  g_test_message ("%u of %u null worlds with a false lead; in %u something stood out", false_worlds,
                  N_WORLDS, standing_out);
  /* 5 % are nominal: two worlds. A verdict from the half that was searched would be false in most. */
  g_assert_cmpuint (false_worlds, <=, 3);
  g_assert_cmpuint (standing_out, >=, 8);
}

/* ---- When there is nothing to search ---- */

static void
test_notes (void)
{
  static const struct
  {
    const char *story;
    const char *says;
  } cases[] = {
    { "a: p@- buy@-; b: p@-", "No event has a time" },
    { "a: p@0 p@86400 buy@172800; b: p@0", "nothing to search" },
    { "a: blog@0 buy@172800; b: blog@0", "no everyday activity" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (InkEventStore) store = ink_cases_store (cases[i].story);
      g_autoptr (InkDefinition) definition = make_definition ("");
      g_autoptr (InkIndicatorSearch) got = search (store, definition);

      g_assert_cmpuint (got->n, ==, 0);
      g_assert_nonnull (got->note);
      g_assert_nonnull (strstr (got->note, cases[i].says));
    }
}

static void
test_few_conversions (void)
{
  const World world = { .seed = 9, .people = 60, .guide = 1, .webinar = 1 };
  g_autoptr (InkEventStore) store = make_store (&world, NULL);
  g_autoptr (InkDefinition) definition = make_definition ("");
  g_autoptr (InkIndicatorSearch) got = search (store, definition);

  g_assert_cmpuint (got->searched_conversions, <, 10);
  g_assert_nonnull (strstr (got->note, "too few"));
}

static void
test_json (void)
{
  const World world = { .seed = 5, .people = 4000, .guide = 4, .webinar = 3 };
  g_autoptr (InkEventStore) store = make_store (&world, NULL);
  g_autoptr (InkDefinition) definition = make_definition ("");
  g_autoptr (InkIndicatorSearch) got = search (store, definition);
  g_autofree char *text = ink_indicators_to_json_with_search (got->verdicts, got);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *object, *first;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  object = json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)),
                                          "search");
  g_assert_cmpint (json_object_get_int_member (object, "candidates"), ==,
                   got->n_searched[0] + got->n_searched[1] + got->n_searched[2]);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "found")), ==,
                    got->n);
  first = json_array_get_object_element (json_object_get_array_member (object, "found"), 0);
  g_assert_true (json_object_get_boolean_member (first, "holds"));
  g_assert_true (json_object_has_member (first, "rule"));
  g_assert_true (json_object_has_member (first, "personas"));
}

static void
test_cancelled (void)
{
  const World world = { .seed = 5, .people = 300, .guide = 4, .webinar = 3 };
  g_autoptr (InkEventStore) store = make_store (&world, NULL);
  g_autoptr (InkDefinition) definition = make_definition ("");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ink_indicator_search_run (store, definition, "Buy", NULL, cancellable, NULL,
                                           &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/indicator-search/planted", test_planted);
  g_test_add_func ("/indicator-search/only-of-the-other-half", test_only_of_the_other_half);
  g_test_add_func ("/indicator-search/null-worlds", test_null_worlds);
  g_test_add_func ("/indicator-search/notes", test_notes);
  g_test_add_func ("/indicator-search/few-conversions", test_few_conversions);
  g_test_add_func ("/indicator-search/json", test_json);
  g_test_add_func ("/indicator-search/cancelled", test_cancelled);

  return g_test_run ();
}
