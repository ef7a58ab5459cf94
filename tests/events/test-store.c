/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is imported is what the store holds: by hand, as a table of imports and their dumps. */
#include "support/ink-test-store.h"

#include <string.h>

#define MAX_IMPORTS 4
#define MAX_ROWS 12

/* Imports one after the other; what is dumped of the last store. */
static const struct
{
  const char *name;
  const char *imports[MAX_IMPORTS][MAX_ROWS];
  const char *on_event[6];
  const char *on_person[6];
  const char *dump;
  guint repeats; /* of the last import */
  guint ids_merged;
} cases[] = {
  { "order",
    { { "b View 3", "a View 2", "b View 1", "a Buy 2", "a View -", "- View 5" } },
    { NULL }, { NULL },
    "b View 1970-01-01T00:00:01.000Z\n"
    "b View 1970-01-01T00:00:03.000Z\n"
    "a View -\n"
    "a View 1970-01-01T00:00:02.000Z\n"
    "a Buy 1970-01-01T00:00:02.000Z\n"
    "- View 1970-01-01T00:00:05.000Z\n" },
  { "kinds",
    { { "a View 1 x=text n=1.5 b=true t=@60 m=1", "a View 2 n=7 b=false m=word", "a View 3 m=1" } },
    { "x", "n", "b", "t", "m" }, { NULL },
    "a View 1970-01-01T00:00:01.000Z x=t:text n=n:1.5 b=b:true t=t:1970-01-01T00:01:00.000Z m=n:1\n"
    "a View 1970-01-01T00:00:02.000Z n=n:7 b=b:false m=t:word\n"
    "a View 1970-01-01T00:00:03.000Z m=n:1\n" },
  { "numbers",
    { { "a V 1 n=0.01", "a V 2 n=123456789.5", "a V 3 n=-3", "a V 4", "a V 5 n=0.3333333" } },
    { "n" }, { NULL },
    "a V 1970-01-01T00:00:01.000Z n=n:0.01\n"
    "a V 1970-01-01T00:00:02.000Z n=n:123456789.5\n"
    "a V 1970-01-01T00:00:03.000Z n=n:-3\n"
    "a V 1970-01-01T00:00:04.000Z\n"
    "a V 1970-01-01T00:00:05.000Z n=n:0.3333333\n" },
  { "kinds of runs differ",
    { { "a V 1 n=5" }, { "a V 2 n=word" }, { "a V 3 n=5", "b V 1 n=6" } },
    { "n" }, { NULL },
    "a V 1970-01-01T00:00:01.000Z n=n:5\n"
    "a V 1970-01-01T00:00:02.000Z n=t:word\n"
    "a V 1970-01-01T00:00:03.000Z n=n:5\n"
    "b V 1970-01-01T00:00:01.000Z n=n:6\n" },
  { "merging runs",
    { { "b V 5", "a V 1" }, { "c V 9", "a V 0", "b W 7", "- V 1" } },
    { NULL }, { NULL },
    "b V 1970-01-01T00:00:05.000Z\n"
    "b W 1970-01-01T00:00:07.000Z\n"
    "a V 1970-01-01T00:00:00.000Z\n"
    "a V 1970-01-01T00:00:01.000Z\n"
    "c V 1970-01-01T00:00:09.000Z\n"
    "- V 1970-01-01T00:00:01.000Z\n" },
  { "repeats in one import",
    { { "a V 1 x=1", "a V 1 x=1", "a V 1 x=2", "a W 1 x=1", "a V 1", "a V -", "a V -", "b V 1 x=1",
        "- V 1", "- V 1" } },
    { "x" }, { NULL },
    "a V -\n"
    "a V 1970-01-01T00:00:01.000Z x=n:1\n"
    "a V 1970-01-01T00:00:01.000Z x=n:2\n"
    "a W 1970-01-01T00:00:01.000Z x=n:1\n"
    "a V 1970-01-01T00:00:01.000Z\n"
    "b V 1970-01-01T00:00:01.000Z x=n:1\n"
    "- V 1970-01-01T00:00:01.000Z\n",
    3 },
  { "repeats of the base",
    { { "a V 1 x=one", "a V 2 x=one", "b V - x=7" },
      { "a V 1 x=one", "a V 2 x=two", "b V - x=7", "a V 2 x=one y=1", "c V 1" } },
    { "x", "y" }, { NULL },
    "a V 1970-01-01T00:00:01.000Z x=t:one\n"
    "a V 1970-01-01T00:00:02.000Z x=t:one\n"
    "a V 1970-01-01T00:00:02.000Z x=t:two\n"
    "a V 1970-01-01T00:00:02.000Z x=t:one y=n:1\n"
    "b V - x=n:7\n"
    "c V 1970-01-01T00:00:01.000Z\n",
    2 },
  { "keys decide where both have one",
    { { "a V 1 x=1 #k1", "a V 1 x=2 #k1", "a V 1 x=1 #k2" }, { "a V 1 x=3 #k2", "a V 1 x=1", "a V 1 x=5" } },
    { "x" }, { NULL },
    "a V 1970-01-01T00:00:01.000Z x=n:1\n"
    "a V 1970-01-01T00:00:01.000Z x=n:1\n"
    "a V 1970-01-01T00:00:01.000Z x=n:5\n",
    2 },
  { "a repeat of the base through a link",
    { { "anon V 1" }, { "u V 1", "anonymous u anon", "u V 2" } },
    { NULL }, { NULL },
    "u V 1970-01-01T00:00:01.000Z\n"
    "u V 1970-01-01T00:00:02.000Z\n",
    1, 1 },
  { "shown as the first",
    { { "anon V 2", "u V 1", "same u anon", "w V 3" } },
    { NULL }, { NULL },
    "u V 1970-01-01T00:00:01.000Z\n"
    "u V 1970-01-01T00:00:02.000Z\n"
    "w V 1970-01-01T00:00:03.000Z\n",
    0, 1 },
  { "an anonymous id is given once",
    { { "u V 1", "c V 2", "w V 3", "anonymous u c", "anonymous w c" } },
    { NULL }, { NULL },
    "u V 1970-01-01T00:00:01.000Z\n"
    "u V 1970-01-01T00:00:02.000Z\n"
    "w V 1970-01-01T00:00:03.000Z\n",
    0, 1 },
  { "the same whatever else is known",
    { { "u V 1", "c V 2", "w V 3", "anonymous u c", "same w c" } },
    { NULL }, { NULL },
    "w V 1970-01-01T00:00:01.000Z\n"
    "w V 1970-01-01T00:00:02.000Z\n"
    "w V 1970-01-01T00:00:03.000Z\n",
    0, 2 },
  { "an earlier import's persons become one",
    { { "a V 1", "b V 2", "c V 3", "a V 4" }, { "same c a" } },
    { NULL }, { NULL },
    "b V 1970-01-01T00:00:02.000Z\n"
    "c V 1970-01-01T00:00:01.000Z\n"
    "c V 1970-01-01T00:00:03.000Z\n"
    "c V 1970-01-01T00:00:04.000Z\n",
    0, 1 },
  { "persons",
    { { "a V 1", "person a role=CMO n=1", "person z role=CEO" }, { "person a role=CTO", "person b n=3" } },
    { NULL }, { "role", "n" },
    "a V 1970-01-01T00:00:01.000Z\n"
    "person a role=t:CTO n=n:1\n"
    "person z role=t:CEO\n"
    "person b n=n:3\n" },
  { "a person's property from the events",
    { { "a V 1", "a V 2 plan=free", "a V 3 plan=paid", "b V 1 plan=free", "person b plan=gold", "c V 1" } },
    { NULL }, { "plan", "first plan", "last plan", "last nothing" },
    "a V 1970-01-01T00:00:01.000Z\n"
    "a V 1970-01-01T00:00:02.000Z\n"
    "a V 1970-01-01T00:00:03.000Z\n"
    "b V 1970-01-01T00:00:01.000Z\n"
    "c V 1970-01-01T00:00:01.000Z\n"
    "person a plan=t:free first plan=t:free last plan=t:paid\n"
    "person b plan=t:gold first plan=t:free last plan=t:free\n"
    "person c\n" },
  { "a person's own date",
    { { "a V 9", "a W -", "b V -", "date a 5" } },
    { NULL }, { NULL },
    "a W 1970-01-01T00:00:05.000Z\n"
    "a V 1970-01-01T00:00:09.000Z\n"
    "b V -\n" },
  { "a date for events of an earlier import",
    { { "a V 9", "a W -" }, { "date a 5", "a W -" }, { "date a 10" } },
    { NULL }, { NULL },
    "a V 1970-01-01T00:00:09.000Z\n"
    "a W 1970-01-01T00:00:10.000Z\n" },
  { "sessions",
    { { "a V 0 session=s1", "a V 60", "a V 1861", "a V 1900 session=s1", "a V 4000", "a V -", "b V 0", "- V 1" } },
    { "session", "duration" }, { NULL },
    "a V -\n"
    "a V 1970-01-01T00:00:00.000Z session=t:s1 duration=n:60\n"
    "a V 1970-01-01T00:01:00.000Z session=t:s1 duration=n:1840\n"
    "a V 1970-01-01T00:31:01.000Z session=n:2\n"
    "a V 1970-01-01T00:31:40.000Z session=t:s1\n"
    "a V 1970-01-01T01:06:40.000Z session=n:3\n"
    "b V 1970-01-01T00:00:00.000Z session=n:4\n"
    "- V 1970-01-01T00:00:01.000Z\n" },
  { "a session belongs to one person, durations from the source",
    { { "a V 0 session=7 duration=5", "b V 1 session=7", "a V 10 session=7", "b V 4 session=7 duration=2" } },
    { "session", "duration" }, { NULL },
    "a V 1970-01-01T00:00:00.000Z session=n:7 duration=n:5\n"
    "a V 1970-01-01T00:00:10.000Z session=n:7\n"
    "b V 1970-01-01T00:00:01.000Z session=n:7 duration=n:3\n"
    "b V 1970-01-01T00:00:04.000Z session=n:7 duration=n:2\n" },
};

static void
check (InkEventStore *store,
       guint i)
{
  g_autofree char *dump = ink_test_dump (store, cases[i].on_event,
                                         cases[i].on_person[0] != NULL ? cases[i].on_person : NULL);

  g_assert_cmpstr (dump, ==, cases[i].dump);
}

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkEventStore) opened = NULL;
  g_autoptr (InkEventStore) later = NULL;
  InkBuildReport report = { 0 };

  for (guint k = 0; k < MAX_IMPORTS && cases[i].imports[k][0] != NULL; k++)
    {
      InkEventStore *next = ink_test_import (store, cases[i].imports[k], &report);

      /* The next import may as well come after the project was opened again. */
      g_clear_pointer (&later, ink_event_store_unref);
      later = ink_test_import (opened, cases[i].imports[k], NULL);
      g_clear_pointer (&store, ink_event_store_unref);
      g_clear_pointer (&opened, ink_event_store_unref);
      store = next;
      opened = ink_test_reopen (store);
    }
  g_assert_cmpuint (report.repeats, ==, cases[i].repeats);
  g_assert_cmpuint (report.ids_merged, ==, cases[i].ids_merged);
  check (store, i);
  check (opened, i);
  check (later, i);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/events/store/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  return g_test_run ();
}
