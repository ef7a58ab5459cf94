/* SPDX-FileCopyrightText: 2026 The Inkling authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values of a property: by hand for small cases, against a slow count for random ones. */
#include "analysis/ink-cases.h"

#include <math.h>

#include "analysis/ink-number-bins.h"
#include "analysis/ink-values-query.h"

typedef struct
{
  const char *what;
  const char *events;
  const char *names; /* "" for any event, else apart by blanks */
  const char *property;
  gboolean on_person;
  const char *search;
  guint limit;
  const char *persona; /* nullable */
  double from;         /* seconds after the start; NAN: open */
  double to;
  const char *answer; /* value rows/people, …; = filled/rows people distinct found */
} Case;

static const Case cases[] = {
  { "each value with rows and people", "u: A@0{p=x} A@1{p=x} A@2{p=y}; v: A@0{p=x} B@1{p=z}", "",
    "p", FALSE, "", 9, NULL, NAN, NAN, "x 3/2, y 1/1, z 1/1; = 5/5 2 3 3" },
  { "of some events", "u: A@0{p=x} B@1{p=y} C@2{p=z} A@3", "A B", "p", FALSE, "", 9, NULL, NAN, NAN,
    "x 1/1, y 1/1; = 2/3 1 2 2" },
  { "of an event that nobody knows", "u: A@0{p=x}", "Z", "p", FALSE, "", 9, NULL, NAN, NAN,
    "; = 0/0 0 0 0" },
  { "a property that nobody knows", "u: A@0{p=x}", "", "q", FALSE, "", 9, NULL, NAN, NAN,
    "; = 0/1 0 0 0" },
  { "a star is any event", "u: A@0{p=x} B@1{p=x}", "*", "p", FALSE, "", 9, NULL, NAN, NAN,
    "x 2/1; = 2/2 1 1 1" },
  { "only the most frequent are named", "u: A@0{p=x} A@1{p=y} A@2{p=y} A@3{p=z}", "", "p", FALSE,
    "", 2, NULL, NAN, NAN, "y 2/1, x 1/1; = 4/4 1 3 3" },
  { "searched without case", "u: A@0{p=/Pricing} A@1{p=/price} A@2{p=/home}", "", "p", FALSE,
    "PRIC", 9, NULL, NAN, NAN, "/Pricing 1/1, /price 1/1; = 3/3 1 3 2" },
  { "searched: other letters too", "u: A@0{p=ÄPFEL} A@1{p=apfel} A@2{p=Straße}", "", "p", FALSE,
    "äp", 9, NULL, NAN, NAN, "ÄPFEL 1/1; = 3/3 1 3 1" },
  { "searched: as rules compare", "u: A@0{p=Straße}", "", "p", FALSE, "STRASSE", 9, NULL, NAN, NAN,
    "Straße 1/1; = 1/1 1 1 1" },
  { "found nothing", "u: A@0{p=x}", "", "p", FALSE, "y", 9, NULL, NAN, NAN, "; = 1/1 1 1 0" },
  { "numbers", "u: A@0{n=5} A@1{n=5} A@2{n=7.5}; v: A@0{n=5}", "", "n", FALSE, "", 9, NULL, NAN, NAN,
    "5 3/2, 7.5 1/1; = 4/4 2 2 2" },
  { "numbers are searched as they are written", "u: A@0{n=15} A@1{n=51} A@2{n=7}", "", "n", FALSE,
    "5", 9, NULL, NAN, NAN, "15 1/1, 51 1/1; = 3/3 1 3 2" },
  { "truths", "u: A@0{b=true} A@1{b=false} A@2{b=true}", "", "b", FALSE, "", 9, NULL, NAN, NAN,
    "true 2/1, false 1/1; = 3/3 1 2 2" },
  { "of people", "u: A@0 !role=CMO; v: A@0 !role=CMO; w: A@0", "", "role", TRUE, "", 9, NULL, NAN,
    NAN, "CMO 2/2; = 2/3 2 1 1" },
  { "of people, from their events", "u: A@0{role=x} A@1{role=y}; v: A@0", "", "role", TRUE, "", 9,
    NULL, NAN, NAN, "x 1/1; = 1/2 1 1 1" },
  { "of people, the last", "u: A@0{p=x} A@1{p=y}; v: A@0{p=y}", "", "last p", TRUE, "", 9, NULL, NAN,
    NAN, "y 2/2; = 2/2 2 1 1" },
  { "of nobody is left out", "u: A@0{p=x}; : A@1{p=y}", "", "p", FALSE, "", 9, NULL, NAN, NAN,
    "x 1/1; = 1/1 1 1 1" },
  { "a period", "u: A@0{p=x} A@10{p=y} A@20{p=z}", "", "p", FALSE, "", 9, NULL, 5, 20,
    "y 1/1, z 1/1; = 2/2 1 2 2" },
  { "a period and a name", "u: A@0{p=x} A@10{p=y} B@20{p=z}", "A", "p", FALSE, "", 9, NULL, 5, NAN,
    "y 1/1; = 1/1 1 1 1" },
  { "a persona", "u: A@0{p=x} B@1; v: A@0{p=y}", "A", "p", FALSE, "", 9, "Fan", NAN, NAN,
    "x 1/1; = 1/1 1 1 1" },
  { "people of a period", "u: A@0 !role=x; v: A@10 !role=y", "", "role", TRUE, "", 9, NULL, 5, NAN,
    "y 1/1; = 1/1 1 1 1" },
};

static InkDefinition *
make_definition (void)
{
  return ink_cases_definition (
      "\"personas\": [{\"name\": \"Fan\", \"rule\": {\"does\": \"B\"}}]");
}

static gint64
moment (double seconds)
{
  return isnan (seconds) ? INK_TIME_NONE : INK_CASES_START + (gint64) (seconds * INK_SECOND);
}

static double
cell (const InkAnswer *answer,
      const char *table,
      const char *column,
      guint row)
{
  const InkTable *of = ink_answer_get_table (answer, table);

  return ink_table_get_number (of, (guint) ink_table_find_column (of, column), row);
}

static InkAnswer *
run (InkEventStore *store,
     InkQuery *query)
{
  g_autoptr (GError) error = NULL;
  InkAnswer *answer = ink_query_run (query, store, NULL, NULL, &error);

  g_assert_no_error (error);
  ink_query_unref (query);
  return answer;
}

static char *
write_answer (const InkAnswer *answer)
{
  GString *text = g_string_new (NULL);
  const InkTable *values = ink_answer_get_table (answer, "values");

  for (guint row = 0; row < ink_table_get_n_rows (values); row++)
    {
      g_autofree char *value = ink_value_to_text (ink_values_get (values, row));

      g_string_append_printf (text, "%s%s %g/%g", row > 0 ? ", " : "", value,
                              cell (answer, "values", "rows", row),
                              cell (answer, "values", "people", row));
    }
  g_string_append_printf (text, "; = %g/%g %g %g %g", cell (answer, "totals", "filled", 0),
                          cell (answer, "totals", "rows", 0), cell (answer, "totals", "people", 0),
                          cell (answer, "totals", "distinct", 0),
                          cell (answer, "totals", "found", 0));
  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (InkEventStore) store = ink_cases_store (c->events);
  g_autoptr (InkDefinition) definition = make_definition ();
  g_auto (GStrv) names = g_strsplit (c->names, " ", -1);
  InkFilter filter = { c->persona, moment (c->from), moment (c->to) };
  InkValuesOf of = { (const char *const *) (void *) names, c->property, c->on_person };
  g_autoptr (InkAnswer) answer
      = run (store, ink_values_query_new (definition, &of, c->search, c->limit, &filter));
  g_autofree char *text = write_answer (answer);

  g_assert_cmpstr (text, ==, c->answer);
}

/* Each letter goes on from what was found before; a letter less does not. */
static void
test_typing (void)
{
  static const char *const typed[] = { "", "x", "x1", "x12", "x1", "1", "9x", "" };
  g_autoptr (GString) events = g_string_new ("u:");
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkDefinition) definition = make_definition ();
  InkValuesOf of = { NULL, "p", FALSE };

  for (guint i = 0; i < 200; i++)
    g_string_append_printf (events, " A@%u{p=X%u}", i, i);
  store = ink_cases_store (events->str);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (InkAnswer) answer
          = run (store, ink_values_query_new (definition, &of, typed[i], 5, NULL));
      guint found = 0;

      for (guint k = 0; k < 200; k++)
        {
          g_autofree char *value = g_strdup_printf ("x%u", k);

          found += strstr (value, typed[i]) != NULL;
        }
      g_assert_cmpfloat (cell (answer, "totals", "found", 0), ==, found);
    }
}

/* ---- Against a slow count ---- */

#define N_ROWS 400

typedef struct
{
  guint person[N_ROWS];
  char name[N_ROWS];
  int value[N_ROWS]; /* -1: none */
  guint n;
  GString *text;
} Random;

static void
make_random (Random *random,
             guint32 seed)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (seed);

  random->n = 0;
  random->text = g_string_new (NULL);
  for (guint person = 0; random->n < N_ROWS; person++)
    {
      g_string_append_printf (random->text, "%sp%u:", person > 0 ? "; " : "", person);
      for (int i = g_rand_int_range (dice, 1, 9); i > 0 && random->n < N_ROWS; i--)
        {
          guint row = random->n++;

          random->person[row] = person;
          random->name[row] = (char) ('A' + g_rand_int_range (dice, 0, 3));
          random->value[row] = g_rand_int_range (dice, -5, 30);
          if (random->value[row] < 0)
            {
              random->value[row] = -1;
              g_string_append_printf (random->text, " %c@%u", random->name[row], row);
            }
          else
            {
              g_string_append_printf (random->text, " %c@%u{p=v%d,n=%d}", random->name[row], row,
                                      random->value[row], random->value[row] * 7);
            }
        }
    }
}

static void
count_slowly (const Random *random,
              int low,
              int high,
              guint *rows,
              guint *people)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  *rows = 0;
  for (guint i = 0; i < random->n; i++)
    if (random->name[i] != 'C' && random->value[i] >= low && random->value[i] < high)
      {
        (*rows)++;
        g_hash_table_add (seen, GUINT_TO_POINTER (random->person[i]));
      }
  *people = g_hash_table_size (seen);
}

static void
compare_values (const Random *random,
                const InkAnswer *answer)
{
  const InkTable *values = ink_answer_get_table (answer, "values");
  double before = G_MAXDOUBLE;

  for (guint row = 0; row < ink_table_get_n_rows (values); row++)
    {
      int value = atoi (ink_table_get_text (values, 0, row) + 1);
      guint rows, people;

      count_slowly (random, value, value + 1, &rows, &people);
      g_assert_cmpfloat (cell (answer, "values", "rows", row), ==, rows);
      g_assert_cmpfloat (cell (answer, "values", "people", row), ==, people);
      g_assert_cmpfloat (rows, <=, before);
      before = rows;
    }
}

static void
compare_spread (const Random *random,
                const InkAnswer *answer)
{
  guint rows, people, n = ink_table_get_n_rows (ink_answer_get_table (answer, "histogram"));

  count_slowly (random, 0, 1000, &rows, &people);
  g_assert_cmpfloat (cell (answer, "summary", "filled", 0), ==, rows);
  g_assert_cmpfloat (cell (answer, "summary", "people", 0), ==, people);
  g_assert_cmpuint (n, >, 4);
  for (guint bin = 0; bin < n; bin++)
    {
      int low = (int) ceil (cell (answer, "histogram", "from", bin) / 7);
      int high = (int) ceil (cell (answer, "histogram", "to", bin) / 7);

      count_slowly (random, low, bin + 1 < n ? high : 1000, &rows, &people);
      g_assert_cmpfloat (cell (answer, "histogram", "rows", bin), ==, rows);
      g_assert_cmpfloat (cell (answer, "histogram", "people", bin), ==, people);
    }
}

static void
test_slowly (void)
{
  const char *const names[] = { "A", "B", NULL };
  g_autoptr (InkDefinition) definition = make_definition ();
  InkValuesOf texts = { names, "p", FALSE }, numbers = { names, "n", FALSE };

  for (guint32 seed = 1; seed <= 10; seed++)
    {
      Random random;
      g_autoptr (InkEventStore) store = NULL;
      g_autoptr (InkAnswer) values = NULL;
      g_autoptr (InkAnswer) spread = NULL;

      make_random (&random, seed);
      store = ink_cases_store (random.text->str);
      values = run (store, ink_values_query_new (definition, &texts, "", 100, NULL));
      compare_values (&random, values);
      spread = run (store, ink_spread_query_new (definition, &numbers, NULL));
      compare_spread (&random, spread);
      g_string_free (random.text, TRUE);
    }
}

/* ---- Bins ---- */

typedef struct
{
  const char *what;
  double numbers[12]; /* ended by NAN */
  guint repeat;       /* how often each stands */
  double share;       /* and how many times fewer the next one */
  gboolean seconds;
  double least;
  double median;
  double greatest;
  guint fewest;
  guint most;
} BinsCase;

static const BinsCase bins_cases[] = {
  { "one number", { 5, NAN }, 9, 1, FALSE, 5, 5, 5, 1, 1 },
  { "two numbers", { 1, 2, NAN }, 1, 1, FALSE, 1, 1.5, 2, 2, 3 },
  { "whole numbers", { 0, 1, 2, 3, 4, 5, NAN }, 3, 1, FALSE, 0, 2.5, 5, 6, 7 },
  { "negative ones", { -50, -20, 0, 10, 80, NAN }, 2, 1, FALSE, -50, 0, 80, 8, 40 },
  { "skewed", { 1, 2, 4, 9, 30, 90, 400, 2000, 9000, NAN }, 600, 2, TRUE, 1, 1.5, 9000, 8, 40 },
  { "huge", { 1, 1e9, 1e30, 1e300, NAN }, 5, 1, FALSE, 1, 0.5e30 + 0.5e9, 1e300, 1, 48 },
  { "tiny", { 1e-9, 2e-9, 9e-9, 5e-8, NAN }, 50, 1, FALSE, 1e-9, 5.5e-9, 5e-8, 4, 48 },
  { "far out", { 10, 11, 12, 13, 1e6, NAN }, 99, 3, FALSE, 10, 10, 1e6, 2, 48 },
};

static void
test_bins (gconstpointer data)
{
  const BinsCase *c = data;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (InkNumberBins) bins = { 0 };
  double repeat = c->repeat;

  for (guint i = 0; !isnan (c->numbers[i]); i++, repeat /= c->share)
    for (guint k = 0; k < MAX (repeat, 1); k++)
      g_array_append_val (numbers, c->numbers[i]);
  ink_number_bins_init (&bins, (double *) (void *) numbers->data, numbers->len, c->seconds);
  g_assert_cmpfloat (bins.least, ==, c->least);
  g_assert_cmpfloat_with_epsilon (bins.median, c->median, fabs (c->median) * 1e-12 + 1e-24);
  g_assert_cmpfloat (bins.greatest, ==, c->greatest);
  g_assert_cmpuint (bins.n, >=, c->fewest);
  g_assert_cmpuint (bins.n, <=, c->most);
  for (guint i = 0; i < bins.n; i++)
    g_assert_true (bins.n == 1 || bins.edges[i] < bins.edges[i + 1]);
  for (guint i = 0; i < numbers->len; i++)
    {
      double number = g_array_index (numbers, double, i);
      guint bin = ink_number_bins_find (&bins, number);

      g_assert_cmpfloat (number, >=, bins.edges[bin]);
      g_assert_true (number < bins.edges[bin + 1] || bin + 1 == bins.n);
      g_assert_cmpfloat (number, <=, bins.edges[bin + 1]);
    }
}

/* The median of random numbers, against sorting them. */
static int
compare_doubles (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
test_median (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_rand_int_range (random, 1, 300);
      g_autofree double *numbers = g_new (double, n);
      g_auto (InkNumberBins) bins = { 0 };

      for (guint i = 0; i < n; i++)
        numbers[i] = round % 2 ? floor (g_rand_double_range (random, -20, 20))
                               : exp (g_rand_double_range (random, -9, 9));
      ink_number_bins_init (&bins, numbers, n, round % 3 == 0);
      qsort (numbers, n, sizeof *numbers, compare_doubles);
      g_assert_cmpfloat (bins.median, ==, (numbers[(n - 1) / 2] + numbers[n / 2]) / 2);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (ink_number_bins_find (&bins, numbers[i]), <, bins.n);
    }
}

static void
test_times (void)
{
  g_autoptr (InkEventStoreBuilder) builder = ink_event_store_builder_new (NULL);
  guint32 person = ink_event_store_builder_person (builder, "u", 1);
  guint property = ink_event_store_builder_property (builder, "due", INK_ON_EVENT);
  g_autoptr (InkDefinition) definition = make_definition ();
  g_autoptr (InkEventStore) store = NULL;
  g_autoptr (InkAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  InkValuesOf of = { NULL, "due", FALSE };

  for (guint i = 0; i < 3; i++)
    {
      ink_event_store_builder_event (builder, person,
                                     ink_event_store_builder_name (builder, "A", 1),
                                     INK_CASES_START);
      ink_event_store_builder_set_time (builder, property, INK_CASES_START + i * INK_DAY);
    }
  store = ink_event_store_builder_end (builder, NULL, NULL, &error);
  g_assert_no_error (error);
  answer = run (store, ink_spread_query_new (definition, &of, NULL));
  g_assert_cmpfloat (cell (answer, "summary", "least", 0), ==, INK_CASES_START);
  g_assert_cmpfloat (cell (answer, "summary", "median", 0), ==, INK_CASES_START + INK_DAY);
  g_assert_cmpfloat (cell (answer, "summary", "greatest", 0), ==, INK_CASES_START + 2 * INK_DAY);
  g_assert_null (ink_answer_get_table (answer, "histogram"));
}

/* ---- Which properties ---- */

static void
test_carried (void)
{
  g_autoptr (InkEventStore) store = ink_cases_store (
      "u: A@0{p=x} A@1{p=y,q=1} B@2{r=1} !role=CMO; v: A@3{q=2} C@4{p=z}");
  g_autoptr (InkDefinition) definition = make_definition ();
  const char *const names[] = { "A", "C", NULL };
  g_autoptr (InkAnswer) answer = run (store, ink_carried_query_new (definition, names, NULL));
  const InkTable *properties = ink_answer_get_table (answer, "properties");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < ink_table_get_n_rows (properties); row++)
    g_string_append_printf (text, "%s %s %g/%g; ", ink_table_get_text (properties, 0, row),
                            ink_table_get_text (properties, 1, row),
                            cell (answer, "properties", "filled", row),
                            cell (answer, "properties", "rows", row));
  g_assert_cmpstr (text->str, ==, "p event 3/4; duration event 3/4; q event 2/4; role person 1/2; ");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/values/%02u %s", i, cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/values/typing", test_typing);
  g_test_add_func ("/values/slowly", test_slowly);
  for (guint i = 0; i < G_N_ELEMENTS (bins_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/values/bins/%s", bins_cases[i].what);

      g_test_add_data_func (path, &bins_cases[i], test_bins);
    }
  g_test_add_func ("/values/median", test_median);
  g_test_add_func ("/values/times", test_times);
  g_test_add_func ("/values/carried", test_carried);
  return g_test_run ();
}
