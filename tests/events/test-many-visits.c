/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* So many events that columns are decoded, and visits made, by several threads: every row is what
 * the definition says, found here the slow way. */
#include "support/ink-test-store.h"

#include <math.h>
#include <string.h>

#define N_EVENTS (9 * 65536 + 77)
#define N_PEOPLE 30000
/* With so many words codes take two bytes. */
#define N_WORDS 700

typedef struct
{
  guint32 names[3];
  guint duration;
  guint word;
} Handles;

static void
add_event (InkEventStoreBuilder *builder,
           const Handles *handles,
           const guint32 *people,
           GRand *rand)
{
  guint person = (guint) g_rand_int_range (rand, 0, N_PEOPLE + 20);
  gboolean timed = g_rand_int_range (rand, 0, 50) > 0;
  gint64 time = (gint64) g_rand_int_range (rand, 0, 500) * 5 * INK_MINUTE;
  char word[16];

  ink_event_store_builder_event (builder, person < N_PEOPLE ? people[person] : INK_NO_PERSON,
                                 handles->names[g_rand_int_range (rand, 0, 3)],
                                 timed ? time + g_rand_int_range (rand, 0, 1000) : INK_TIME_NONE);
  if (g_rand_int_range (rand, 0, 3) == 0)
    ink_event_store_builder_set_number (builder, handles->duration,
                                        g_rand_int_range (rand, -50, 90000) / 10.0);
  if (g_rand_int_range (rand, 0, 2) == 0)
    ink_event_store_builder_set_text (
        builder, handles->word, word,
        (gsize) g_snprintf (word, sizeof word, "w%d", g_rand_int_range (rand, 0, N_WORDS)));
}

static InkEventStore *
make_store (void)
{
  static const char *const names[] = { "View", "Mail", "Buy" };
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree guint32 *people = g_new (guint32, N_PEOPLE);
  Handles handles;
  InkBuildReport report;
  InkEventStore *store;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    handles.names[i] = ink_event_store_builder_name (builder, names[i], strlen (names[i]));
  handles.duration = ink_event_store_builder_property (builder, "duration", INK_ON_EVENT);
  handles.word = ink_event_store_builder_property (builder, "word", INK_ON_EVENT);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      char id[16];

      people[i] = ink_event_store_builder_person (builder, id,
                                                  (gsize) g_snprintf (id, sizeof id, "p%u", i));
    }
  for (guint i = 0; i < N_EVENTS; i++)
    add_event (builder, &handles, people, rand);
  store = ink_event_store_builder_end (builder, &report, NULL, NULL);
  g_assert_nonnull (store);
  return store;
}

static InkProperty *
load (InkEventStore *store,
      const char *name,
      gboolean of_source)
{
  g_autoptr (GError) error = NULL;
  InkProperty *property
      = of_source ? ink_event_store_load_source_property (store, name, INK_ON_EVENT, &error)
                  : ink_event_store_load_property (store, name, INK_ON_EVENT, &error);

  g_assert_no_error (error);
  g_assert_nonnull (property);
  return property;
}

/* --- The slow way --- */

static gboolean
takes_part (InkEventStore *store,
            guint32 row,
            guint32 passive)
{
  return ink_event_store_get_times (store)[row] != INK_TIME_NONE
         && ink_codes_get (ink_event_store_get_names (store), row) != passive;
}

static guint32 *
find_sessions (InkEventStore *store,
               guint32 passive,
               guint32 *n)
{
  const guint32 *offsets = ink_event_store_get_offsets (store);
  const gint64 *times = ink_event_store_get_times (store);
  guint32 *sessions = g_new (guint32, ink_event_store_get_n_events (store));

  *n = 0;
  memset (sessions, 0xff, ink_event_store_get_n_events (store) * sizeof *sessions);
  for (guint32 person = 0; person < ink_event_store_get_n_people (store); person++)
    {
      gint64 before = INK_TIME_NONE;

      for (guint32 row = offsets[person]; row < offsets[person + 1]; row++)
        if (takes_part (store, row, passive))
          {
            *n += before == INK_TIME_NONE || times[row] - before > INK_SESSION_GAP;
            sessions[row] = *n - 1;
            before = times[row];
          }
    }
  return sessions;
}

static double
find_duration (InkEventStore *store,
               const InkProperty *given,
               const guint32 *sessions,
               guint32 passive,
               guint32 row)
{
  const gint64 *times = ink_event_store_get_times (store);
  guint32 next = row + 1;

  if (ink_codes_get (ink_event_store_get_names (store), row) == passive)
    return NAN;
  if (!isnan (given->numbers[row]) || sessions[row] == INK_NO_SESSION)
    return given->numbers[row];
  while (next < given->n_rows && sessions[next] == INK_NO_SESSION)
    next++;
  return next < given->n_rows && sessions[next] == sessions[row]
             ? (double) (times[next] - times[row]) / INK_SECOND
             : NAN;
}

/* --- Tests --- */

static void
check (InkEventStore *store,
       InkEventStore *kept,
       const char *passive)
{
  const char *const list[] = { passive, NULL };
  g_autoptr (InkEventStore) view = ink_event_store_with_passive (store, list);
  guint32 code = ink_dictionary_find (ink_event_store_get_name_dictionary (store),
                                      passive != NULL ? passive : "", passive != NULL ? 4 : 0);
  g_autoptr (InkProperty) given = load (kept, "duration", TRUE);
  g_autoptr (InkProperty) duration = load (view, "duration", FALSE);
  guint32 n, expected_n;
  const guint32 *sessions = ink_event_store_get_sessions (view, &n);
  g_autofree guint32 *expected = find_sessions (kept, code, &expected_n);

  g_assert_cmpuint (n, ==, expected_n);
  g_assert_cmpmem (sessions, given->n_rows * sizeof *sessions, expected,
                   given->n_rows * sizeof *expected);
  for (guint32 row = 0; row < given->n_rows; row++)
    {
      double right = find_duration (kept, given, expected, code, row);

      if (!(duration->numbers[row] == right || (isnan (duration->numbers[row]) && isnan (right))))
        g_error ("row %u lasts %f, not %f", row, duration->numbers[row], right);
    }
}

static void
test_visits (void)
{
  g_autoptr (InkEventStore) kept = make_store ();
  g_autoptr (InkEventStore) store = ink_test_reopen (kept);

  check (store, kept, NULL);
  check (store, kept, "Mail");
}

/* Every eleventh event, and all of the last: asked before anybody read the column, and once. */
static void
test_few (void)
{
  static const char *const passive[] = { "Mail", NULL };
  g_autoptr (InkEventStore) kept = make_store ();
  g_autoptr (InkEventStore) right = ink_event_store_with_passive (kept, passive);
  g_autoptr (InkProperty) expected = load (right, "duration", FALSE);
  g_autoptr (InkEventStore) store = ink_test_reopen (kept);
  g_autoptr (InkEventStore) view = ink_event_store_with_passive (store, passive);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;
  g_autofree double *numbers = NULL;

  for (guint32 row = 3; row < expected->n_rows; row += row + 200 < expected->n_rows ? 11 : 1)
    g_array_append_val (rows, row);
  g_assert_null (ink_event_store_read_numbers (view, "word", (guint32 *) (void *) rows->data,
                                               rows->len, &error));
  g_assert_null (ink_event_store_read_numbers (view, "duration", (guint32 *) (void *) rows->data,
                                               expected->n_rows / 2, &error));
  numbers = ink_event_store_read_numbers (view, "duration", (guint32 *) (void *) rows->data,
                                          rows->len, &error);
  g_assert_no_error (error);
  g_assert_nonnull (numbers);
  for (guint i = 0; i < rows->len; i++)
    {
      guint32 row = g_array_index (rows, guint32, i);

      if (!(numbers[i] == expected->numbers[row]
            || (isnan (numbers[i]) && isnan (expected->numbers[row]))))
        g_error ("row %u lasts %f, not %f", row, numbers[i], expected->numbers[row]);
    }
  g_assert_null (ink_event_store_read_numbers (view, "duration", (guint32 *) (void *) rows->data,
                                               rows->len, &error));
  g_assert_no_error (error);
}

static void
test_codes (void)
{
  g_autoptr (InkEventStore) kept = make_store ();
  g_autoptr (InkEventStore) store = ink_test_reopen (kept);
  g_autoptr (InkProperty) words = load (store, "word", FALSE);
  g_autoptr (InkProperty) expected = load (kept, "word", FALSE);

  g_assert_cmpuint (words->codes.width, ==, 2);
  g_assert_cmpuint (words->n_rows, ==, ink_event_store_get_n_events (kept));
  for (guint32 row = 0; row < words->n_rows; row++)
    if (!ink_value_equal (ink_property_get (words, row), ink_property_get (expected, row)))
      g_error ("row %u has another word", row);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/many-visits/visits", test_visits);
  g_test_add_func ("/events/many-visits/few", test_few);
  g_test_add_func ("/events/many-visits/codes", test_codes);
  return g_test_run ();
}
