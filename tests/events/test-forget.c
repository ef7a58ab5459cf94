/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Forgetting a person, passive events, schema, cancelling. */
#include "support/ink-test-store.h"

#include <string.h>

static const char *const first_rows[] = {
  "a View 1 url=/secret-of-a x=1", "b View 2 url=/both", "a Buy 3 url=/both", "anonymous a anon-of-a",
  "anon-of-a View 9 x=word",       "person a role=CMO",  "person b role=CEO", "c View - y=true",
  "- View 4",                      "a OnlyA 5",          NULL,
};
static const char *const second_rows[]
    = { "a View 20 url=/later-secret", "b View 20 #key", "same a other-of-a", "date c 7", NULL };
static const char *const on_event[] = { "url", "x", "y", NULL };
static const char *const on_person[] = { "role", NULL };

static gboolean
holds (GPtrArray *blocks,
       InkEventStore *store,
       const char *secret)
{
  g_autofree char *dump = ink_test_dump (store, on_event, on_person);

  for (guint i = 0; i < blocks->len; i++)
    {
      const InkTestBlock *block = g_ptr_array_index (blocks, i);
      gsize n;
      const char *data = g_bytes_get_data (block->block.data, &n);

      /* Short texts stand in a block as they are, or nearly so. */
      if (memmem (data, n, secret, strlen (secret)) != NULL)
        return TRUE;
    }
  return strstr (dump, secret) != NULL;
}

static void
test_forget (void)
{
  static const char *const secrets[]
      = { "secret-of-a", "later-secret", "anon-of-a", "other-of-a", "CMO", "OnlyA" };
  g_autoptr (InkEventStore) first = ink_test_import (NULL, first_rows, NULL);
  g_autoptr (InkEventStore) store = ink_test_import (first, second_rows, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkEventStore) without = NULL;
  g_autoptr (InkEventStore) opened = NULL;
  g_autoptr (GPtrArray) before = ink_test_blocks_new ();
  g_autoptr (GPtrArray) blocks = ink_test_blocks_new ();
  g_autofree char *dump = NULL;
  g_autofree char *dump_of_opened = NULL;

  without = ink_event_store_forget (store, ink_event_store_find_person (store, "anon-of-a"), NULL,
                                    &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ink_event_store_get_n_runs (without), ==, 2);
  for (guint run = 0; run < 2; run++)
    {
      g_assert_cmpuint (ink_event_store_get_run_id (without, run), ==,
                        ink_event_store_get_run_id (store, run));
      ink_test_blocks_write (before, store, run);
      ink_test_blocks_write (blocks, without, run);
    }
  dump = ink_test_dump (without, on_event, on_person);
  g_assert_cmpstr (dump, ==,
                   "b View 1970-01-01T00:00:02.000Z url=t:/both\n"
                   "b View 1970-01-01T00:00:20.000Z\n"
                   "c View 1970-01-01T00:00:07.000Z y=b:true\n"
                   "- View 1970-01-01T00:00:04.000Z\n"
                   "person b role=t:CEO\n"
                   "person c\n");
  opened = ink_test_blocks_open (blocks, &error);
  g_assert_no_error (error);
  dump_of_opened = ink_test_dump (opened, on_event, on_person);
  g_assert_cmpstr (dump_of_opened, ==, dump);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_test_message ("%s", secrets[i]);
      g_assert_true (holds (before, store, secrets[i]));
      g_assert_false (holds (blocks, without, secrets[i]));
    }
}

static void
test_passive (void)
{
  static const char *const rows[] = { "a V 0", "a Mail 100", "a V 200", "a Mail 4000 duration=9", NULL };
  static const char *const passive[] = { "Mail", "Unknown", NULL };
  static const char *const asked[] = { "session", "duration", NULL };
  g_autoptr (InkEventStore) store = ink_test_import (NULL, rows, NULL);
  g_autoptr (InkEventStore) without = ink_event_store_with_passive (store, passive);
  g_autoptr (InkEventStore) same = ink_event_store_with_passive (store, NULL);
  g_autofree char *dump = ink_test_dump (store, asked, NULL);
  g_autofree char *dump_without = ink_test_dump (without, asked, NULL);
  guint32 n;

  g_assert_true (same == store);
  g_assert_cmpstr (dump, ==,
                   "a V 1970-01-01T00:00:00.000Z session=n:1 duration=n:100\n"
                   "a Mail 1970-01-01T00:01:40.000Z session=n:1 duration=n:100\n"
                   "a V 1970-01-01T00:03:20.000Z session=n:1\n"
                   "a Mail 1970-01-01T01:06:40.000Z session=n:2 duration=n:9\n");
  g_assert_cmpstr (dump_without, ==,
                   "a V 1970-01-01T00:00:00.000Z session=n:1 duration=n:200\n"
                   "a Mail 1970-01-01T00:01:40.000Z\n"
                   "a V 1970-01-01T00:03:20.000Z session=n:1\n"
                   "a Mail 1970-01-01T01:06:40.000Z\n");
  g_assert_cmpuint (ink_event_store_get_sessions (without, &n)[1], ==, INK_NO_SESSION);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_schema (void)
{
  g_autoptr (InkEventStore) first = ink_test_import (NULL, first_rows, NULL);
  g_autoptr (InkEventStore) store = ink_test_import (first, second_rows, NULL);
  const InkSchema *schema = ink_event_store_get_schema (store);
  const InkEventInfo *view = ink_schema_find_event (schema, "View");
  const InkPropertyInfo *x = ink_schema_find_property (schema, "x", INK_ON_EVENT);
  const InkPropertyInfo *role = ink_schema_find_property (schema, "role", INK_ON_PERSON);

  g_assert_cmpuint (view->events, ==, 7);
  g_assert_cmpuint (view->people, ==, 3);
  g_assert_cmpint (view->first, ==, INK_SECOND);
  g_assert_cmpint (view->last, ==, 20 * INK_SECOND);
  g_assert_cmpint (x->kind, ==, INK_KIND_TEXT);
  g_assert_cmpuint (x->filled, ==, 2);
  g_assert_cmpuint (x->distinct, ==, 2);
  g_assert_cmpuint (role->filled, ==, 2);
  g_assert_null (ink_schema_find_event (schema, "Nothing"));
  g_assert_null (ink_schema_find_property (schema, "role", INK_ON_EVENT));
  g_assert_cmpint (ink_event_store_get_last (store), ==, 20 * INK_SECOND);
  g_assert_false (ink_event_store_has_only_days (store));
}

static void
test_empty (void)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (InkEventStore) empty = ink_event_store_new_empty ();
  g_autoptr (InkEventStore) imported = ink_test_import (empty, nothing, NULL);
  g_autoptr (InkEventStore) opened = ink_test_reopen (imported);

  g_assert_cmpuint (ink_event_store_get_n_events (opened), ==, 0);
  g_assert_cmpuint (ink_event_store_get_offsets (opened)[0], ==, 0);
  g_assert_cmpint (ink_event_store_get_first (opened), ==, INK_TIME_NONE);
  g_assert_cmpuint (ink_event_store_find_person (opened, "a"), ==, INK_NO_PERSON);
  g_assert_cmpuint (ink_event_store_get_schema (opened)->n_events, ==, 0);
}

static void
test_cancel (void)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  ink_test_feed (builder, first_rows[0]);
  g_cancellable_cancel (cancellable);
  g_assert_null (ink_event_store_builder_end (builder, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/events/forget", test_forget);
  g_test_add_func ("/events/passive", test_passive);
  g_test_add_func ("/events/schema", test_schema);
  g_test_add_func ("/events/empty", test_empty);
  g_test_add_func ("/events/cancel", test_cancel);
  return g_test_run ();
}
