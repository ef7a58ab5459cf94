/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Random exports against a slow, obvious model: in one import or several, in memory or reopened. */
#include "support/ink-test-store.h"

#include <string.h>

typedef struct
{
  char *person; /* NULL: nobody */
  char *name;
  int time; /* -1: none */
  char *fields;
  guint place;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_free (row->person);
  g_free (row->name);
  g_free (row->fields);
  g_free (row);
}

static char *
random_fields (GRand *rand)
{
  GString *fields = g_string_new (NULL);
  static const char *const channels[] = { "ads", "mail", "search", "Füße" };

  if (g_rand_boolean (rand))
    g_string_append_printf (fields, " channel=%s", channels[g_rand_int_range (rand, 0, 4)]);
  if (g_rand_int_range (rand, 0, 3) == 0)
    g_string_append_printf (fields, " url=/page/%d", g_rand_int_range (rand, 0, 5000));
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append_printf (fields, " value=%d.%d", g_rand_int_range (rand, 0, 90),
                            g_rand_int_range (rand, 1, 9));
  if (g_rand_int_range (rand, 0, 9) == 0)
    g_string_append_printf (fields, " when=@%d", g_rand_int_range (rand, 0, 99));
  return g_string_free (fields, FALSE);
}

static GPtrArray *
random_rows (GRand *rand,
             guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  gboolean ordered = g_rand_boolean (rand);

  for (guint i = 0; i < n; i++)
    {
      Row *row = g_new0 (Row, 1);

      if (g_rand_int_range (rand, 0, 30) != 0)
        row->person = g_strdup_printf ("p%d", g_rand_int_range (rand, 0, 1 + (int) n / 5));
      row->name = g_strdup_printf ("E%d", g_rand_int_range (rand, 0, 1 + (int) n / 40));
      row->time = ordered ? (int) i / 2 : g_rand_int_range (rand, 0, 1 + (int) n / 3);
      if (g_rand_int_range (rand, 0, 20) == 0)
        row->time = -1;
      row->fields = random_fields (rand);
      row->place = i;
      /* Now and then the row before once more. */
      if (i > 0 && g_rand_int_range (rand, 0, 8) == 0)
        {
          const Row *before = g_ptr_array_index (rows, i - 1);

          free_row (row);
          row = g_memdup2 (before, sizeof *before);
          row->person = g_strdup (before->person);
          row->name = g_strdup (before->name);
          row->fields = g_strdup (before->fields);
          row->place = i;
        }
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static char *
text_of (const Row *row)
{
  g_autofree char *time = row->time < 0 ? g_strdup ("-") : g_strdup_printf ("%d", row->time);

  return g_strdup_printf ("%s %s %s%s", row->person != NULL ? row->person : "-", row->name, time,
                          row->fields);
}

/* --- The model --- */

/* @data: person to the order of first appearance, plus one */
static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer data)
{
  const Row *x = *(Row *const *) a, *y = *(Row *const *) b;
  GHashTable *rank = data;
  guint rank_x = x->person ? GPOINTER_TO_UINT (g_hash_table_lookup (rank, x->person)) : G_MAXUINT;
  guint rank_y = y->person ? GPOINTER_TO_UINT (g_hash_table_lookup (rank, y->person)) : G_MAXUINT;

  if (rank_x != rank_y)
    return rank_x < rank_y ? -1 : 1;
  if (x->time != y->time)
    return x->time < y->time ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* Rows without their repeats, in the order of the store; each as it stands in the import. */
static char *
model_dump (const GPtrArray *rows)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) rank = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = g_ptr_array_index (rows, i);

      if (row->person != NULL && !g_hash_table_contains (rank, row->person))
        g_hash_table_insert (rank, row->person, GUINT_TO_POINTER (g_hash_table_size (rank) + 1));
      if (g_hash_table_add (seen, text_of (row)))
        g_ptr_array_add (kept, row);
    }
  g_ptr_array_sort_with_data (kept, compare_rows, rank);
  for (guint i = 0; i < kept->len; i++)
    {
      g_autofree char *text = text_of (g_ptr_array_index (kept, i));

      g_string_append_printf (out, "%s\n", text);
    }
  return g_string_free (out, FALSE);
}

/* The store's rows as texts of the import. */
static char *
store_dump (InkEventStore *store)
{
  static const char *const properties[] = { "channel", "url", "value", "when" };
  InkProperty *loaded[4];
  GString *out = g_string_new (NULL);

  for (guint k = 0; k < 4; k++)
    loaded[k] = ink_event_store_load_property (store, properties[k], INK_ON_EVENT, NULL);
  for (guint32 i = 0; i < ink_event_store_get_n_events (store); i++)
    {
      guint32 person = ink_event_store_person_of_row (store, i);
      gint64 time = ink_event_store_get_times (store)[i];
      guint32 name = ink_codes_get (ink_event_store_get_names (store), i);

      g_string_append_printf (
          out, "%s %s ",
          person == INK_NO_PERSON ? "-" : ink_event_store_get_person_id (store, person),
          ink_dictionary_get (ink_event_store_get_name_dictionary (store), name));
      if (time == INK_TIME_NONE)
        g_string_append_c (out, '-');
      else
        g_string_append_printf (out, "%d", (int) (time / INK_SECOND));
      for (guint k = 0; k < 4; k++)
        {
          InkValue value = loaded[k] != NULL ? ink_property_get (loaded[k], i) : INK_VALUE_ABSENT;
          g_autofree char *text = ink_value_to_text (value);

          if (value.kind == INK_KIND_TIME)
            g_string_append_printf (out, " when=@%d", (int) (value.time / INK_SECOND));
          else if (value.kind != INK_KIND_ABSENT)
            g_string_append_printf (out, " %s=%s", properties[k], text);
        }
      g_string_append_c (out, '\n');
    }
  for (guint k = 0; k < 4; k++)
    g_clear_pointer (&loaded[k], ink_property_unref);
  return g_string_free (out, FALSE);
}

static InkEventStore *
import_part (InkEventStore *base,
             const GPtrArray *rows,
             guint from,
             guint to)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (base);
  g_autoptr (GError) error = NULL;
  InkEventStore *store;

  for (guint i = from; i < to; i++)
    {
      g_autofree char *text = text_of (g_ptr_array_index (rows, i));

      ink_test_feed (builder, text);
    }
  store = ink_event_store_builder_end (builder, NULL, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static void
check_invariants (InkEventStore *store)
{
  const guint32 *offsets = ink_event_store_get_offsets (store);
  const gint64 *times = ink_event_store_get_times (store);
  guint32 n_people = ink_event_store_get_n_people (store);

  g_assert_cmpuint (offsets[0], ==, 0);
  for (guint32 person = 0; person < n_people; person++)
    {
      g_assert_cmpuint (offsets[person], <, offsets[person + 1]);
      g_assert_cmpuint (ink_event_store_person_of_row (store, offsets[person]), ==, person);
      g_assert_cmpuint (ink_event_store_find_person (
                            store, ink_event_store_get_person_id (store, person)),
                        ==, person);
      for (guint32 row = offsets[person] + 1; row < offsets[person + 1]; row++)
        g_assert_cmpint (times[row - 1], <=, times[row]);
    }
  g_assert_cmpuint (offsets[n_people] + ink_event_store_get_n_of_nobody (store), ==,
                    ink_event_store_get_n_events (store));
}

/* The schema of every way there is the same, and says what a count says. */
static void
check_schema (InkEventStore *store)
{
  const InkSchema *schema = ink_event_store_get_schema (store);
  guint64 events = 0;

  for (guint i = 0; i < schema->n_events; i++)
    events += schema->events[i].events;
  g_assert_cmpuint (events, ==, ink_event_store_get_n_events (store));
  for (guint i = 0; i < schema->n_properties; i++)
    {
      const InkPropertyInfo *info = &schema->properties[i];
      g_autoptr (InkProperty) property
          = ink_event_store_load_property (store, info->name, info->on, NULL);
      g_autoptr (GHashTable) distinct
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      guint64 filled = 0;

      for (guint32 row = 0; row < property->n_rows; row++)
        if (ink_property_get (property, row).kind != INK_KIND_ABSENT)
          {
            filled++;
            g_hash_table_add (distinct, ink_value_to_text (ink_property_get (property, row)));
          }
      g_assert_cmpuint (info->filled, ==, filled);
      g_assert_cmpuint (info->distinct, ==, g_hash_table_size (distinct));
    }
}

static void
check_all (InkEventStore *store,
           const char *expected)
{
  g_autoptr (InkEventStore) opened = ink_test_reopen (store);
  g_autofree char *dump = store_dump (store);
  g_autofree char *dump_of_opened = store_dump (opened);

  g_assert_cmpstr (dump, ==, expected);
  g_assert_cmpstr (dump_of_opened, ==, expected);
  check_invariants (store);
  check_invariants (opened);
  check_schema (store);
  check_schema (opened);
}

static void
test_imports (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 0, round < 50 ? 120 : 2500);
      guint cut = (guint) g_rand_int_range (rand, 0, (int) n + 1);
      g_autoptr (GPtrArray) rows = random_rows (rand, n);
      g_autofree char *expected = model_dump (rows);
      g_autoptr (InkEventStore) whole = import_part (NULL, rows, 0, n);
      g_autoptr (InkEventStore) first = import_part (NULL, rows, 0, cut);
      g_autoptr (InkEventStore) reopened = ink_test_reopen (first);
      /* The second file overlaps with the first. */
      g_autoptr (InkEventStore) second
          = import_part (round % 2 ? first : reopened, rows, cut / 2, n);

      check_all (whole, expected);
      check_all (second, expected);
    }
}

/* Whose ids are merged at random: rows, persons and links in one import or in three. */
static void
test_links (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (InkEventStore) parts = NULL;
      g_autoptr (InkEventStore) whole = NULL;
      g_autofree char *dump = NULL;
      g_autofree char *dump_of_parts = NULL;
      static const char *const roles[] = { "role", NULL };

      for (int i = 0; i < 60; i++)
        {
          int p = g_rand_int_range (rand, 0, 15), q = g_rand_int_range (rand, 0, 15);

          switch (g_rand_int_range (rand, 0, 6))
            {
            case 0:
              g_ptr_array_add (texts, g_strdup_printf ("anonymous p%d p%d", p, q));
              break;
            case 1:
              g_ptr_array_add (texts, i % 3 ? g_strdup_printf ("person p%d role=r%d", p, q)
                                            : g_strdup_printf ("same p%d p%d", p, q));
              break;
            default:
              /* No ties, so that the order does not depend on where a row stood. */
              g_ptr_array_add (texts, g_strdup_printf ("p%d E%d %d", p, q, 1000 + i));
            }
        }
      g_ptr_array_add (texts, NULL);
      whole = ink_test_import (NULL, (const char *const *) texts->pdata, NULL);
      for (guint part = 0; part < 3; part++)
        {
          g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (parts);

          for (guint i = part * 20; i < part * 20 + 20; i++)
            ink_test_feed (builder, g_ptr_array_index (texts, i));
          g_clear_pointer (&parts, ink_event_store_unref);
          parts = ink_event_store_builder_end (builder, NULL, NULL, NULL);
        }
      dump = ink_test_dump (whole, NULL, roles);
      dump_of_parts = ink_test_dump (parts, NULL, roles);
      g_assert_cmpstr (dump, ==, dump_of_parts);
      check_invariants (parts);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/random/imports", test_imports);
  g_test_add_func ("/events/random/links", test_links);
  return g_test_run ();
}
