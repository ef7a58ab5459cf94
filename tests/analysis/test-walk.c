/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over many people: the quick kernel, on two threads, finds for every one of them the very
 * events that the slow one finds. */
#include "analysis/ink-cases.h"

#include "analysis/ink-funnel-result-private.h"

#define N_PEOPLE 6000
/* More than a walk on one thread takes. */
#define LEAST_STARTS 50000

static const char *const names[] = { "A", "A", "B", "C", "X" };

/* Times are drawn from few: many events share one. */
static InkEventStore *
make_store (GRand *rand,
            guint *n_starts)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);
  g_autoptr (GError) error = NULL;
  InkEventStore *store;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *id = g_strdup_printf ("person %u", i);
      guint32 person = ink_event_store_builder_person (builder, id, strlen (id));

      for (int n = g_rand_int_range (rand, 5, 45); n > 0; n--)
        {
          const char *name = names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))];
          gint64 seconds = g_rand_int_range (rand, 0, i % 3 == 0 ? 60 : 100000);

          *n_starts += *name == 'A';
          ink_event_store_builder_event (builder, person,
                                         ink_event_store_builder_name (builder, name, 1),
                                         INK_CASES_START + seconds * INK_SECOND);
        }
    }
  store = ink_event_store_builder_end (builder, NULL, NULL, &error);
  g_assert_no_error (error);

  return store;
}

static void
compare_outcomes (const InkOutcomes *a,
                  const InkOutcomes *b)
{
  g_assert_cmpuint (a->n, >, 1000);
  g_assert_cmpmem (a->people, a->n * sizeof (guint32), b->people, b->n * sizeof (guint32));
  g_assert_cmpmem (a->levels, a->n, b->levels, b->n);
  g_assert_cmpmem (a->flags, a->n, b->flags, b->n);
  g_assert_cmpmem (a->rows, (gsize) a->n * a->n_steps * sizeof (guint32), b->rows,
                   (gsize) b->n * b->n_steps * sizeof (guint32));
}

static void
check_funnel (InkEventStore *store,
              const char *steps,
              const char *members)
{
  g_autoptr (InkDefinition) definition = ink_cases_definition ("");
  g_autoptr (InkFunnel) funnel = ink_cases_funnel (definition, steps, members);
  g_autoptr (GError) error = NULL;
  g_autoptr (InkFunnelResult) quick
      = ink_funnel_evaluate_with (store, definition, funnel, NULL, FALSE, NULL, &error);
  g_autoptr (InkFunnelResult) slow
      = ink_funnel_evaluate_with (store, definition, funnel, NULL, TRUE, NULL, &error);

  g_assert_no_error (error);
  compare_outcomes (quick->outcomes, slow->outcomes);
}

static void
test_kernels (void)
{
  static const char *const members[] = { "",
                                         "'within': {'seconds': 5}",
                                         "'within': {'minutes': 30}",
                                         "'within': {'hours': 5}",
                                         "'within': {'days': 7}",
                                         "'between': ['2026-07-01', '2026-07-01']",
                                         "'within': {'hours': 9}, "
                                         "'between': ['2026-07-02', '2026-07-02']" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  guint n_starts = 0;
  g_autoptr (InkEventStore) store = make_store (rand, &n_starts);

  g_assert_cmpuint (n_starts, >, LEAST_STARTS);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      check_funnel (store, "A B C", members[i]);
      check_funnel (store, "A C A B", members[i]);
      check_funnel (store, "A", members[i]);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/walk/kernels", test_kernels);

  return g_test_run ();
}
