/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The sample is the same everywhere, looks like a real export, and holds what is planted. */
#include "sample/ink-sample.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "sample/ink-sample-person.h"
#include "sample/ink-sample-private.h"
#include "sample/ink-sample-random.h"
#include "sample/ink-sample-row.h"

enum
{
  USER,
  ANONYMOUS,
  EVENT,
  TIMESTAMP,
  PAGE,
  TITLE,
  DURATION,
  CHANNEL,
  CAMPAIGN,
  DEVICE,
  COUNTRY,
  LANGUAGE,
  ROLE,
  COMPANY_SIZE,
  ITEM,
  STEP,
  PERCENT,
  VALUE,
  CURRENCY,
  N_COLUMNS,
};

/* One line, as a NULL-terminated array of cells; cuts it up in place. */
static char **
split_row (char *line)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (char *p = line;;)
    {
      gboolean quoted = *p == '"';
      char *end = quoted ? strchr (p + 1, '"') + 1 : p + strcspn (p, ",");

      g_ptr_array_add (cells, g_strndup (p + quoted, (gsize) (end - p) - 2 * quoted));
      if (*end == '\0')
        break;
      g_assert_true (*end == ',');
      p = end + 1;
    }
  g_assert_cmpuint (cells->len, ==, N_COLUMNS);
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_steal (cells, NULL);
}

/* The rows of one sample without its header; cuts it up in place. (Not g_strsplit, whose search
 * measures the whole rest for every line under the sanitizers.) */
static GPtrArray *
split_rows (char *csv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  char *line = strchr (csv, '\n') + 1;

  for (char *end; (end = strchr (line, '\n')) != NULL; line = end + 1)
    {
      *end = '\0';
      g_ptr_array_add (rows, split_row (line));
    }
  return rows;
}

static char *
write_stretched (guint32 people,
                 guint64 seed,
                 guint   stretch_events)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;
  InkProgress progress = { 0 };

  g_assert_true (ink_sample_write_stretched (stream, people, seed, stretch_events, NULL, &progress,
                                             &error));
  g_assert_no_error (error);
  g_assert_cmpint (progress.done, ==, progress.total);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
write_sample (guint32 people,
              guint64 seed)
{
  return write_stretched (people, seed, 3000000);
}

/* The rows of 3 000 people, made once for all tests. */
static GPtrArray *
sample_rows (void)
{
  static GPtrArray *rows;

  if (rows == NULL)
    {
      g_autofree char *csv = write_sample (3000, 1);

      rows = split_rows (csv);
    }
  return rows;
}

#define CELL(i, column) (((char **) g_ptr_array_index (rows, i))[column])

static const char *
person_of (GHashTable *known,
           char      **row)
{
  const char *user = g_hash_table_lookup (known, row[ANONYMOUS]);

  return user != NULL ? user : row[ANONYMOUS];
}

/* anonymous id -> user id, from the rows that have both */
static GHashTable *
links (GPtrArray *rows)
{
  GHashTable *known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    if (*CELL (i, USER) != '\0')
      {
        const char *before = g_hash_table_lookup (known, CELL (i, ANONYMOUS));

        g_assert_true (before == NULL || strcmp (before, CELL (i, USER)) == 0);
        g_hash_table_insert (known, CELL (i, ANONYMOUS), CELL (i, USER));
      }
  return known;
}

/* Changing this sum changes everybody's sample: only on purpose. */
static void
test_bytes (void)
{
  g_autofree char *csv = write_sample (1000, 1);
  g_autofree char *again = write_sample (1000, 1);
  g_autofree char *other = write_sample (1000, 2);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, csv, -1);

  g_assert_cmpstr (csv, ==, again);
  g_assert_cmpstr (csv, !=, other);
  g_assert_cmpstr (sum, ==, "86597faa05cab7991777afc80ac3dd0b0061d3b550a3d898b420c15ffc60f40d");
  g_assert_true (g_str_has_prefix (csv, INK_SAMPLE_HEADER));
}

/* A sample that does not fit in memory is the same. */
static void
test_stretches (void)
{
  g_autofree char *whole = write_sample (300, 3);
  const guint sizes[] = { 1, 100, 2000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *stretched = write_stretched (300, 3, sizes[i]);

      g_assert_cmpstr (whole, ==, stretched);
    }
}

static void
test_nobody (void)
{
  g_autofree char *csv = write_sample (0, 1);

  g_assert_cmpstr (csv, ==, INK_SAMPLE_HEADER);
}

static void
test_order (void)
{
  GPtrArray *rows = sample_rows ();

  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpstr (CELL (i - 1, TIMESTAMP), <=, CELL (i, TIMESTAMP));
  g_assert_cmpstr (CELL (0, TIMESTAMP), >=, INK_SAMPLE_START);
  g_assert_cmpstr (CELL (rows->len - 1, TIMESTAMP), <, INK_SAMPLE_END);
}

static void
test_people (void)
{
  GPtrArray *rows = sample_rows ();
  g_autoptr (GHashTable) known = links (rows);
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) users = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) devices = g_hash_table_new (g_str_hash, g_str_equal);
  guint with_role = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      g_hash_table_add (devices, row[ANONYMOUS]);
      if (*row[USER] != '\0')
        g_hash_table_add (users, row[USER]);
      if (g_hash_table_add (people, (gpointer) person_of (known, row)) && *row[ROLE] != '\0')
        with_role++;
    }
  /* Once merged, everybody is one person; merging is worth the trouble. */
  g_assert_cmpuint (g_hash_table_size (people), ==, 3000);
  g_assert_cmpuint (g_hash_table_size (devices), >, 3150);
  g_assert_cmpuint (g_hash_table_size (users), >, 400);
  g_assert_cmpuint (with_role, >, 1700);
  g_assert_cmpuint (with_role, <, 2200);
}

static void
test_quiet_times (void)
{
  GPtrArray *rows = sample_rows ();
  guint week_end = 0, night = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (CELL (i, TIMESTAMP), NULL);

      g_assert_nonnull (time);
      week_end += g_date_time_get_day_of_week (time) >= 6;
      night += g_date_time_get_hour (time) < 6;
    }
  /* Evenly spread it would be 28.6 % and 25 %. */
  g_assert_cmpuint (100 * week_end, <, 18 * rows->len);
  g_assert_cmpuint (100 * week_end, >, 8 * rows->len);
  g_assert_cmpuint (100 * night, <, 4 * rows->len);
}

/* Shares of people by event, loosely: what a reader of the sample expects to see. */
static void
test_rates (void)
{
  static const struct
  {
    const char *event;
    double low, high;
  } cases[] = {
    { "Viewed Page", 0.999, 1.0 },          { "Viewed Pricing", 0.15, 0.35 },
    { "Searched Glossary", 0.4, 0.9 },      { "Expanded Section", 0.6, 0.98 },
    { "Copied Snippet", 0.18, 0.32 },       { "Watched Video", 0.18, 0.35 },
    { "Saved to List", 0.11, 0.2 },         { "Downloaded Checklist", 0.05, 0.15 },
    { "Downloaded Template", 0.05, 0.105 }, { "Used ROI Calculator", 0.025, 0.06 },
    { "Signed Up", 0.16, 0.28 },             { "Booked Demo", 0.02, 0.045 },
    { "Signed Contract", 0.003, 0.015 },    { "Opened Onboarding Mail", 0.008, 0.035 },
  };
  GPtrArray *rows = sample_rows ();
  g_autoptr (GHashTable) known = links (rows);

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == INK_SAMPLE_N_NAMES);
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < rows->len; i++)
        if (strcmp (CELL (i, EVENT), cases[c].event) == 0)
          g_hash_table_add (people, (gpointer) person_of (known, g_ptr_array_index (rows, i)));
      g_test_message ("%s: %u people", cases[c].event, g_hash_table_size (people));
      g_assert_cmpfloat (g_hash_table_size (people), >=, 3000 * cases[c].low);
      g_assert_cmpfloat (g_hash_table_size (people), <=, 3000 * cases[c].high);
    }
}

/* Onboarding mails trail the sale, contracts follow a demo, and a look-alike of a truth would show:
 * people who took a template book more often than those who only signed up. */
static void
test_planted (void)
{
  GPtrArray *rows = sample_rows ();
  g_autoptr (GHashTable) known = links (rows);
  g_autoptr (GHashTable) demo = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) template = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sign_up = g_hash_table_new (g_str_hash, g_str_equal);
  guint template_demos = 0, sign_up_demos = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      gpointer person = (gpointer) person_of (known, row);

      if (strcmp (row[EVENT], "Downloaded Template") == 0)
        g_hash_table_add (template, person);
      if (strcmp (row[EVENT], "Signed Up") == 0)
        g_hash_table_add (sign_up, person);
      if (strcmp (row[EVENT], "Booked Demo") == 0 && g_hash_table_add (demo, person))
        {
          template_demos += g_hash_table_contains (template, person);
          sign_up_demos += g_hash_table_contains (sign_up, person);
        }
      if (strcmp (row[EVENT], "Opened Onboarding Mail") == 0
          || strcmp (row[EVENT], "Signed Contract") == 0)
        g_assert_true (g_hash_table_contains (demo, person));
      if (strcmp (row[EVENT], "Signed Contract") == 0)
        {
          g_assert_cmpint (g_ascii_strtoll (row[VALUE], NULL, 10), >=, 1200);
          g_assert_cmpuint (strlen (row[CURRENCY]), ==, 3);
        }
    }
  g_assert_cmpfloat ((double) template_demos / g_hash_table_size (template), >,
                     1.5 * sign_up_demos / g_hash_table_size (sign_up));
}

/* What trails the sale does so for everybody, in whatever world: the hours of a day are moved about,
 * but never over the demo. */
static void
test_trails (void)
{
  guint n_mails = 0;

  for (guint64 seed = 1; seed <= 5; seed++)
    for (guint32 number = 0; number < 20000; number++)
      {
        g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (InkSampleEvent));
        InkSamplePerson person;
        gboolean booked = FALSE;

        ink_sample_person_live (seed, number, &person, events);
        for (guint i = 0; i < events->len; i++)
          {
            guint8 name = g_array_index (events, InkSampleEvent, i).name;

            booked = booked || name == INK_SAMPLE_BOOKED_DEMO;
            if (name != INK_SAMPLE_OPENED_MAIL && name != INK_SAMPLE_SIGNED_CONTRACT)
              continue;
            g_assert_true (booked);
            n_mails++;
          }
      }
  g_assert_cmpuint (n_mails, >, 5000);
}

/* Every event and every value that the shipped definition asks for is there. */
static void
test_definition_occurs (void)
{
  GPtrArray *rows = sample_rows ();
  g_autofree char *text = ink_sample_definition_json ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GRegex) does = g_regex_new ("\"does\": \"([^\"]+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_names = 0;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  for (g_regex_match (does, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL), n_names++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      guint i = 0;

      while (i < rows->len && strcmp (CELL (i, EVENT), name) != 0)
        i++;
      g_test_message ("%s", name);
      g_assert_cmpuint (i, <, rows->len);
    }
  g_assert_cmpuint (n_names, >=, 12);
}

/* The truth names goals that the definition has, and personas too. */
static void
test_truth (void)
{
  g_autofree char *text = ink_sample_truth_json (20000, 1);
  g_autofree char *definition = ink_sample_definition_json ();
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *truth = json_node_get_object (root);
  static const char *const members[] = { "micros", "personas" };

  g_assert_cmpint (json_object_get_int_member (truth, "people"), ==, 20000);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonObject *object = json_object_get_object_member (truth, members[i]);
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        {
          g_autofree char *quoted = g_strdup_printf ("{\"name\": \"%s\"", (char *) l->data);

          g_test_message ("%s", quoted);
          g_assert_nonnull (strstr (definition, quoted));
        }
    }
}

static void
test_cancel (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ink_sample_write (stream, 10, 1, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The whole-number transforms against libm. */
static void
test_random (void)
{
  InkSampleRandom random = ink_sample_random_new (1, 2);
  double sum = 0, squares = 0, normal = 0, normal_squares = 0, powers = 0;
  const int n = 200000;

  for (int i = 0; i < n; i++)
    {
      double x = (double) ink_sample_random_exponential (&random) / INK_ONE;
      double z = (double) ink_sample_random_normal (&random) / INK_ONE;

      sum += x;
      squares += x * x;
      powers += exp (-x);
      normal += z;
      normal_squares += z * z;
    }
  g_assert_cmpfloat_with_epsilon (sum / n, 1.0, 0.01);
  g_assert_cmpfloat_with_epsilon (squares / n, 2.0, 0.05);
  g_assert_cmpfloat_with_epsilon (powers / n, 0.5, 0.005);
  g_assert_cmpfloat_with_epsilon (normal / n, 0.0, 0.01);
  g_assert_cmpfloat_with_epsilon (normal_squares / n, 1.0, 0.02);
  for (double x = -5; x < 7; x += 0.37)
    g_assert_cmpfloat_with_epsilon ((double) ink_sample_exp ((InkFixed) (x * INK_ONE)) / INK_ONE,
                                    exp (x), 0.0002 * exp (x) + 2.0 / INK_ONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sample/bytes", test_bytes);
  g_test_add_func ("/sample/stretches", test_stretches);
  g_test_add_func ("/sample/nobody", test_nobody);
  g_test_add_func ("/sample/order", test_order);
  g_test_add_func ("/sample/people", test_people);
  g_test_add_func ("/sample/quiet-times", test_quiet_times);
  g_test_add_func ("/sample/rates", test_rates);
  g_test_add_func ("/sample/planted", test_planted);
  g_test_add_func ("/sample/trails", test_trails);
  g_test_add_func ("/sample/definition-occurs", test_definition_occurs);
  g_test_add_func ("/sample/truth", test_truth);
  g_test_add_func ("/sample/cancel", test_cancel);
  g_test_add_func ("/sample/random", test_random);
  return g_test_run ();
}
